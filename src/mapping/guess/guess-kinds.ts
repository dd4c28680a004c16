import { kinds, type Kind, type Role } from "../../core/records/roles";
import { normaliseWord } from "../../core/text";
import type { Block } from "../block";
import { guessRoles, SURE, type RoleGuesses } from "./guess-roles";
import { kindsNamed } from "./kind-names";
import { layoutOf } from "./layouts";
import { namesKind } from "./match-header";
import { profileOf, type Profile } from "./profile";
import type { Reason, SourceGuess } from "./types";

/** What the blocks hold, each with the kinds it may serve, best first; a block that fits nothing has none. */
export function guessSources(blocks: readonly Block[]): readonly SourceGuess[] {
  return blocks.flatMap((block) => guessBlock(block));
}

/** The roles of one block, where the person says what kind it is. */
export function guessAs(kind: Kind, block: Block): SourceGuess {
  const evidence = evidenceFor(kind, block, block.columns.map(profileOf));
  return {
    block,
    kind,
    confidence: confidenceOf(evidence.points),
    reasons: evidence.reasons,
    ...evidence.guesses,
  };
}

interface KindEvidence {
  readonly kind: Kind;
  readonly guesses: RoleGuesses;
  readonly points: number;
  readonly reasons: readonly Reason[];
}

/** Less than this is chance. */
const WORTH_PROPOSING = 0.3;
/** Kinds nearly as likely as each other are told with less confidence. */
const CLOSE_CALL = 0.5;
const UNSURE = 0.6;
/** Beside the best kind, another one serves only with this much evidence of its own. */
const SECOND_KIND = 0.6;

function guessBlock(block: Block): SourceGuess[] {
  const profiles = block.columns.map(profileOf);
  const fitting = (Object.keys(kinds) as Kind[])
    .map((kind) => evidenceFor(kind, block, profiles))
    .filter(({ points }) => confidenceOf(points) >= WORTH_PROPOSING)
    .filter((evidence) => isOfKind(evidence, block, profiles))
    .sort((a, b) => b.points - a.points);
  const [best, ...others] = fitting;
  if (best === undefined) return [];
  const isUnsure = !hasHeaders(block) || others.some(({ points }) => best.points - points < CLOSE_CALL);
  const chosen = [best, ...others.filter((other) => servesToo(best, other))];
  return chosen.map(({ kind, guesses, points, reasons }) => {
    const confidence = confidenceOf(points);
    return {
      block,
      kind,
      confidence: isUnsure ? Math.min(UNSURE, confidence) : confidence,
      reasons,
      ...guesses,
    };
  });
}

function confidenceOf(points: number): number {
  return Math.min(0.99, 1 - Math.exp(-points / 3));
}

function evidenceFor(kind: Kind, block: Block, profiles: readonly Profile[]): KindEvidence {
  const guesses = guessRoles(kind, block, profiles);
  const reasons: Reason[] = [];
  const columns = new Set([...guesses.roles.values()].map(({ column }) => column));
  let points = 0;
  for (const column of columns) {
    points += Math.max(
      ...[...guesses.roles.values()].filter((role) => role.column === column).map((r) => r.confidence),
    );
  }
  const counts = hasHeaders(block) ? OPEN_COUNTS : 1;
  for (const [best] of guesses.open.values()) points += (best?.confidence ?? 0) * counts;
  points += 0.75 * Math.min(3, block.columns.filter(({ header }) => namesKind(kind, header)).length);
  const layout = layoutOf(block);
  if (layout?.kind === kind) {
    points += 4;
    reasons.push({ is: "layout", values: { tool: layout.tool } });
  }
  if (isNamed(kind, block)) points += 1.5;
  if (SMALL.has(kind)) points += 1.5;
  for (const guess of [...guesses.roles.values()].sort((a, b) => b.confidence - a.confidence).slice(0, 3)) {
    const [first] = guess.reasons;
    if (first !== undefined) reasons.push(first);
  }
  return { kind, guesses, points, reasons };
}

/** What a role that is still asked for adds to the likelihood of a kind, beside what headers say. */
const OPEN_COUNTS = 0.3;
/** Kinds of few columns, which must show what they are all the same. */
const SMALL: ReadonlySet<Kind> = new Set(["target", "cost", "stage", "stageHistory", "survey", "calendar"]);

function hasHeaders({ columns }: Block): boolean {
  return columns.some(({ header }) => !NO_HEADER.test(header.trim()));
}

/** Nothing, or what Excel and import tools write where there is no header. */
const NO_HEADER = /^(?:(?:column|coloana|spalte|colonne|columna|field|unnamed)?[ _:]*\d*)$/i;

function isNamed(kind: Kind, { place }: Block): boolean {
  return kindsNamed(place.table?.name ?? place.sheet).includes(kind);
}

/** A table of deals may hold the subscriptions they became, one of leads the deals. */
function servesToo(first: KindEvidence, second: KindEvidence): boolean {
  const pair = [first.kind, second.kind].sort().join();
  if (pair !== "deal,subscription" && pair !== "deal,lead") return false;
  const telling = TELLING[second.kind] ?? [];
  const used = new Set([...first.guesses.roles.values()].map(({ column }) => column));
  const own = telling.filter((role) => {
    const column = second.guesses.roles.get(role)?.column;
    return column !== undefined && !used.has(column);
  });
  return own.length >= 2 && confidenceOf(second.points) >= SECOND_KIND;
}

const TELLING: Readonly<Partial<Record<Kind, readonly Role[]>>> = {
  deal: [
    "amount",
    "closedDate",
    "status",
    "stage",
    "probability",
    "expectedCloseDate",
    "wonDate",
    "lostDate",
  ],
  lead: ["firstResponseDate", "qualifiedDate", "convertedDate", "converted", "status", "email"],
  subscription: ["startDate", "endDate", "mrr", "recurringPeriod"],
};

/** How surely a role is there: asked for counts for part. */
function strengthIn({ roles, open }: RoleGuesses, role: Role): number {
  return roles.get(role)?.confidence ?? 0.6 * (open.get(role)?.[0]?.confidence ?? 0);
}

/** Without these columns a block is not of the kind, however many others fit. */
function isOfKind({ kind, guesses }: KindEvidence, block: Block, profiles: readonly Profile[]): boolean {
  const has = (...roles: readonly Role[]) => Math.max(...roles.map((role) => strengthIn(guesses, role)));
  const sure = (role: Role) => guesses.roles.has(role);
  const worded = (role: Role) =>
    (guesses.roles.get(role) ?? guesses.open.get(role)?.[0])?.reasons.some(({ is }) => is === "words") ===
    true;
  const headers = block.columns.map(({ header }) => header);
  const named = headers.filter((header) => namesKind(kind, header)).length;
  const headerOf = (role: Role) => normaliseWord(headers[guesses.roles.get(role)?.column ?? -1] ?? "");
  const distinctOf = (role: Role) => profiles[guesses.roles.get(role)?.column ?? -1]?.distinctShare ?? 1;
  switch (kind) {
    case "deal": {
      if (named === 0 && isOfAnotherThing(headers, profiles)) return false;
      const when = has("closedDate", "createdDate", "wonDate", "lostDate", "expectedCloseDate");
      const state = Math.max(
        worded("status") ? has("status") : 0,
        sure("stage") ? has("stage") : 0,
        sure("status") ? has("status") : 0,
      );
      const money = has("amount");
      const isOrder = sure("id") && ORDER_ID.test(headerOf("id"));
      const others = has("customer", "name", "id");
      // without headers, people with an e-mail address each are leads
      if (!hasHeaders(block) && !worded("status") && profiles.some(({ emails }) => emails >= 0.8))
        return false;
      return (
        (money >= 0.2 && (when >= 0.2 || state >= 0.3)) ||
        (state >= SURE && (when >= SURE || others >= SURE)) ||
        (isOrder && when >= SURE) ||
        (money >= SURE && sure("customer") && guesses.roles.size >= 0.6 * headers.length)
      );
    }
    case "lead": {
      if (named === 0 && isOfAnotherThing(headers, profiles)) return false;
      if (!hasHeaders(block) && has("email") < 0.3) return false;
      const telling = [
        ...(["status", "source", "createdDate", "firstResponseDate", "qualifiedDate"] as const),
        ...(["convertedDate", "converted", "value", "referredBy"] as const),
      ].filter((role) => has(role) >= 0.2).length;
      const worked =
        has("converted", "convertedDate", "firstResponseDate", "qualifiedDate") >= SURE ||
        (has("status") >= 0.3 && worded("status")) ||
        (sure("source") && sure("createdDate")) ||
        (has("email") >= 0.3 && worded("source"));
      return (
        (telling >= 2 && worked && (has("name", "email", "company", "id") >= 0.2 || named > 0)) ||
        (named >= 2 && telling >= 1)
      );
    }
    case "activity":
      return (
        has("date", "completedDate") >= 0.2 &&
        ((has("type") >= 0.35 && worded("type")) ||
          sure("duration") ||
          (sure("done") && sure("subject")) ||
          (named >= 2 && (sure("type") || sure("subject"))))
      );
    case "subscription": {
      const money =
        sure("mrr") || (sure("amount") && (sure("recurringPeriod") || named > 0 || isNamed(kind, block)));
      const left = sure("status") && /churn|reziliat|cancel/.test(headerOf("status"));
      return money && sure("customer") && (sure("startDate") || (sure("endDate") && named > 0) || left);
    }
    case "target":
      return (
        sure("amount") &&
        (sure("periodStart") || sure("owner")) &&
        (TARGET.test(headerOf("amount")) || isNamed(kind, block))
      );
    case "cost":
      return (
        sure("amount") &&
        sure("date") &&
        (COST.test(headerOf("amount")) ||
          COST.test(headerOf("category")) ||
          worded("category") ||
          isNamed(kind, block))
      );
    case "stage":
      return (
        sure("name") &&
        distinctOf("name") >= 0.9 &&
        (profiles[0]?.rows ?? 0) <= 60 &&
        (sure("order") || (sure("kind") && worded("kind")) || sure("probability")) &&
        (/stage|etap|stadi|faz|phase|stufe/.test(headerOf("name")) || isNamed(kind, block))
      );
    case "stageHistory":
      return (
        sure("dealId") &&
        sure("stage") &&
        sure("enteredDate") &&
        (ENTERED.test(headerOf("enteredDate")) || distinctOf("dealId") < 0.8 || isNamed(kind, block))
      );
    case "survey":
      return sure("score") && has("date", "customer", "owner") >= SURE;
    case "calendar":
      return (
        sure("holidays") &&
        headers.length <= 3 &&
        (HOLIDAYS.test(headerOf("holidays")) || isNamed(kind, block))
      );
  }
}

const ORDER_ID =
  /deal|opportunit|order|invoice|sale|transact|comand|comenz|oportunit|factur|ofert|auftrag|commande|pedido/;
const TARGET = /target|quota|goal|tint|obiectiv|norm|plan|ziel|objecti|objeti|cuota/;
const COST = /cost|spend|expens|cheltui|buget|budget|kosten|ausgab|cout|depens|gasto|kategorie/;
const ENTERED = /enter|exit|intrar|changed|schimb|last modified|eingetreten|entree|entrada/;
const HOLIDAYS = /holiday|sarbator|libera|libere|nelucrat|feier|ferie|festiv/;

/** Tickets, companies, employees: their "… ID" and "… Name" tell that the records are neither deals nor leads. */
function isOfAnotherThing(headers: readonly string[], profiles: readonly Profile[]): boolean {
  const foreign = headers.map((header) =>
    FOREIGN.exec(normaliseWord(header.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"))),
  );
  const named = foreign.filter((match) => match !== null).length;
  const isOneEach = foreign.some(
    (match, column) =>
      match !== null &&
      /id|number|no|code/.test(match[1] ?? "") &&
      (profiles[column]?.distinctShare ?? 0) >= 0.98,
  );
  return named >= 2 || isOneEach;
}

const FOREIGN =
  /^(?:ticket|company|employee|campaign|vendor|supplier|case|project|candidate|student|asset|task|activity|angajat|furnizor|proiect|campanie) (id|name|status|owner|number|no|type|code|nume)$/;
