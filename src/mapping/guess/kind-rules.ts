import type { Kind, Role } from "../../core/records/roles";
import { normaliseWord } from "../../core/text";
import type { Block } from "../block";
import { SURE, type RoleGuesses } from "./guess-roles";
import { kindsNamed } from "./kind-names";
import { namesKind } from "./match-header";
import type { Profile } from "./profile";

/** Without these columns a block is not of the kind, however many others fit. */
export function isOfKind(
  kind: Kind,
  guesses: RoleGuesses,
  block: Block,
  profiles: readonly Profile[],
): boolean {
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
      const money = has("amount", "unitPrice");
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
        !headers.some((header) => PROFIT.test(normaliseWord(header))) &&
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
    case "benchmark": {
      const levels = (["low", "typical", "high"] as const).filter(sure);
      return (
        sure("metric") &&
        levels.length > 0 &&
        (levels.length === 3 || isNamed(kind, block) || BENCHMARK.test(headerOf("typical")))
      );
    }
  }
}

const ORDER_ID =
  /deal|opportunit|order|invoice|sale|transact|comand|comenz|oportunit|factur|ofert|auftrag|commande|pedido/;
const TARGET = /target|quota|goal|tint|obiectiv|norm|plan|ziel|objecti|objeti|cuota/;
const COST = /cost|spend|expens|cheltui|buget|budget|kosten|ausgab|cout|depens|gasto|kategorie/;
/** What was sold has a profit beside its cost. */
const PROFIT = /(?:^| )(?:profit|margin|marja|adaos|gewinn|marge|beneficio)(?: |$)/;
const ENTERED = /enter|exit|intrar|changed|schimb|last modified|eingetreten|entree|entrada/;
const BENCHMARK = /benchmark|industry|market|industri|piat|referint|reper|etalon/;
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

export function hasHeaders({ columns }: Block): boolean {
  return columns.some(({ header }) => !NO_HEADER.test(header.trim()));
}

/** Nothing, or what Excel and import tools write where there is no header. */
const NO_HEADER = /^(?:(?:column|coloana|spalte|colonne|columna|field|unnamed)?[ _:]*\d*)$/i;

export function isNamed(kind: Kind, { place }: Block): boolean {
  return kindsNamed(place.table?.name ?? place.sheet).includes(kind);
}

/** How surely a role is there: asked for counts for part. */
function strengthIn({ roles, open }: RoleGuesses, role: Role): number {
  return roles.get(role)?.confidence ?? 0.6 * (open.get(role)?.[0]?.confidence ?? 0);
}
