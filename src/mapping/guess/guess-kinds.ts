import { kinds, type Kind, type Role } from "../../core/records/roles";
import type { Block } from "../block";
import { guessRoles, type RoleGuesses } from "./guess-roles";
import { hasHeaders, isNamed, isOfKind } from "./kind-rules";
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
    .filter(({ kind, guesses }) => isOfKind(kind, guesses, block, profiles))
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
const SMALL: ReadonlySet<Kind> = new Set([
  ...(["target", "cost", "stage", "stageHistory"] as const),
  ...(["survey", "calendar", "benchmark"] as const),
]);

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
