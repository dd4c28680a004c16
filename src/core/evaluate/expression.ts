import type { MessageId } from "../messages";
import type { DerivedArguments, DerivedRole } from "../records/derived";
import type { KeyRole } from "../records/keys";
import type { Kind, Role } from "../records/roles";
import type { VocabularyName } from "../records/vocabulary";
import type { Outcome } from "../records/outcome";
import type { ErrorCode } from "../result";
import type { BusinessWeek } from "../time/business-time";
import type { Shift } from "../time/shift";

/**
 * The language metrics are written in: aggregates over populations of records, and arithmetic over aggregates.
 * Expressions are plain data, so that any number of them can be evaluated together in one pass, or compiled to SQL.
 */

/** A number per record. NaN (missing) leaves the record out of the aggregate and is counted as excluded. */
export type Field =
  | { readonly field: "role"; readonly role: Role | DerivedRole }
  /** A derived column that depends on choices. */
  | { readonly field: "derived"; readonly role: DerivedRole; readonly given: DerivedArguments }
  /**
   * Days from one date to another, with a fraction where they have times; a negative duration is excluded, never
   * clipped, unless it is asked for (`signed`). With a business week only its hours count, 24 of them as a day.
   */
  | {
      readonly field: "days";
      readonly from: Role | DerivedRole;
      readonly to: Role | DerivedRole;
      readonly signed?: true;
      readonly business?: BusinessWeek;
    };

/** A yes or no per record. */
export type Condition =
  | { readonly is: "outcome"; readonly in: readonly (keyof typeof Outcome)[] }
  | {
      readonly is: "compare";
      readonly field: Field;
      readonly with: ">" | ">=" | "<" | "<=";
      readonly value: number;
    }
  | {
      readonly is: "class";
      readonly role: Role;
      readonly vocabulary: VocabularyName;
      readonly in: readonly string[];
    }
  /** The role's word is one of these, whatever its case and accents. */
  | { readonly is: "word"; readonly role: Role; readonly in: readonly string[] }
  /** The role is filled and readable. */
  | { readonly is: "known"; readonly role: Role | DerivedRole }
  | { readonly is: "all"; readonly of: readonly Condition[] }
  | { readonly is: "not"; readonly of: Condition }
  /** As "not", and the records it leaves out are counted under the reason. */
  | { readonly is: "unless"; readonly of: Condition; readonly reason: string }
  /** Open at `asOf`: created by then and not yet decided; without `asOf`, open by status. */
  | { readonly is: "openAtAsOf" };

/**
 * Which date places a record in a period: `closeDate`, `createdDate`, another date; `always` = it counts in every
 * period; a snapshot = the record has lasted until, or already at, a moment of the period.
 */
export type Placement = Role | DerivedRole | "always" | "wonFromOpen" | Snapshot;

/**
 * `open` = it was open at the end of the period, `openDuring` at any time in it, `openAtStart` just before it began;
 * `active…` likewise for subscriptions; `closedBefore` = decided before the period began; `targeted` = a target whose
 * days overlap the period. (`wonFromOpen`: closed in
 * the period and created before it.)
 */
export type Snapshot =
  | "open"
  | "openDuring"
  | "openAtStart"
  | "active"
  | "activeAtStart"
  | "activeDuring"
  | "closedBefore"
  | "targeted";

export interface Population {
  readonly kind: Kind;
  readonly where: Condition;
  readonly on: Placement;
}

export type Aggregate =
  | { readonly op: "count"; readonly of: Population }
  | {
      readonly op: "sum" | "mean";
      readonly field: Field;
      readonly of: Population;
      /** Of records none of which has a value the sum is not 0 but not known. */
      readonly unknown?: "refused";
    }
  /** The R-7 quantile; 0.5 is the median. */
  | { readonly op: "quantile"; readonly field: Field; readonly of: Population; readonly at: number }
  | { readonly op: "trimmedMean"; readonly field: Field; readonly of: Population; readonly share: number }
  /** Kaplan–Meier median: where the field is missing, the wait so far (`censored`) is known instead. */
  | {
      readonly op: "survivalMedian";
      readonly field: Field;
      readonly censored: Field;
      readonly of: Population;
    }
  /** Different words of a role; `of` may name several populations, their union counts. */
  | { readonly op: "distinct"; readonly role: KeyRole; readonly of: readonly Population[] }
  /** Words of a role that both populations have. */
  | { readonly op: "common"; readonly role: KeyRole; readonly of: readonly [Population, Population] }
  /** Words of a role that stand in several records (of different days, where `on` names a date). */
  | {
      readonly op: "repeated";
      readonly role: KeyRole;
      readonly of: readonly Population[];
      readonly on?: Role | DerivedRole;
    }
  /** Targets: amounts spread evenly over their own period, as much as lies in the period asked for. */
  | {
      readonly op: "prorated";
      readonly of: Population;
      readonly team: "preferred" | "never";
      /** Only as much as lies before `asOf`. */
      readonly toDate?: true;
    };

export type Expression =
  | Aggregate
  | { readonly op: "constant"; readonly value: number }
  /** A part of a whole: the numerator's records are among the denominator's. Counts carry a Wilson interval. */
  | { readonly op: "share"; readonly part: Expression; readonly whole: Expression }
  | { readonly op: "ratio"; readonly top: Expression; readonly bottom: Expression }
  | { readonly op: "product" | "plus"; readonly of: readonly Expression[] }
  | { readonly op: "minus"; readonly of: Expression; readonly minus: Expression }
  /** A rate over several periods, from that of one: 0.9 kept a month is 0.9¹² a year. */
  | { readonly op: "power"; readonly of: Expression; readonly exponent: number }
  /** The same over another period: the one before, a year earlier, the last twelve months. */
  | { readonly op: "shifted"; readonly of: Expression; readonly by: Shift }
  /** Of a role's words for which the expression has a value, the share for which it is at least the limit. */
  | { readonly op: "attaining"; readonly role: Role; readonly of: Expression; readonly limit: number }
  /** Refuses a value below (or at) a limit, with the reason. */
  | {
      readonly op: "atLeast";
      readonly of: Expression;
      readonly limit: number;
      readonly strict: boolean;
      readonly error: ErrorCode;
      readonly message: MessageId;
    };

export type Shifted = Extract<Expression, { op: "shifted" }>;
export type Attaining = Extract<Expression, { op: "attaining" }>;
/** What is evaluated on its own: over other periods, or for other groups. */
export type Apart = Shifted | Attaining;

export const count = (of: Population): Aggregate => ({ op: "count", of });
export const sum = (field: Field, of: Population): Aggregate => ({ op: "sum", field, of });
export const sumKnown = (field: Field, of: Population): Aggregate => ({
  op: "sum",
  field,
  of,
  unknown: "refused",
});
export const mean = (field: Field, of: Population): Aggregate => ({ op: "mean", field, of });
export const quantileAt = (field: Field, of: Population, at: number): Aggregate => ({
  op: "quantile",
  field,
  of,
  at,
});
export const median = (field: Field, of: Population): Aggregate => quantileAt(field, of, 0.5);
export const survivalMedian = (field: Field, censored: Field, of: Population): Aggregate => ({
  op: "survivalMedian",
  field,
  censored,
  of,
});
export const trimmedMean = (field: Field, of: Population, share: number): Aggregate => ({
  op: "trimmedMean",
  field,
  of,
  share,
});
export const distinct = (role: KeyRole, ...of: readonly Population[]): Aggregate => ({
  op: "distinct",
  role,
  of,
});
export const common = (role: KeyRole, first: Population, second: Population): Aggregate => ({
  op: "common",
  role,
  of: [first, second],
});
export const repeated = (role: KeyRole, of: Population, on?: Role | DerivedRole): Aggregate =>
  on === undefined ? { op: "repeated", role, of: [of] } : { op: "repeated", role, of: [of], on };
export const share = (part: Expression, whole: Expression): Expression => ({ op: "share", part, whole });
export const ratio = (top: Expression, bottom: Expression): Expression => ({ op: "ratio", top, bottom });
export const product = (...of: readonly Expression[]): Expression => ({ op: "product", of });
export const plus = (...of: readonly Expression[]): Expression => ({ op: "plus", of });
export const minus = (of: Expression, less: Expression): Expression => ({ op: "minus", of, minus: less });
export const power = (of: Expression, exponent: number): Expression => ({ op: "power", of, exponent });
export const constant = (value: number): Expression => ({ op: "constant", value });
export const shifted = (of: Expression, by: Shift): Expression => ({ op: "shifted", of, by });
export const attaining = (name: Role, of: Expression, limit: number): Expression => ({
  op: "attaining",
  role: name,
  of,
  limit,
});
/** Targets of a period; the team's own stand for the whole unless `never`. */
export const prorated = (
  of: Population,
  { team = "preferred", ...more }: { team?: "preferred" | "never"; toDate?: true } = {},
): Aggregate => ({ op: "prorated", of, team, ...more });
export const atLeast = (
  of: Expression,
  limit: number,
  message: MessageId,
  { strict = false, error = "#N/A" }: { strict?: boolean; error?: ErrorCode } = {},
): Expression => ({ op: "atLeast", of, limit, strict, error, message });

export const role = (name: Role | DerivedRole): Field => ({ field: "role", role: name });
export const derived = (name: DerivedRole, given: DerivedArguments): Field => ({
  field: "derived",
  role: name,
  given,
});
export const days = (
  from: Role | DerivedRole,
  to: Role | DerivedRole,
  more: { readonly signed?: true; readonly business?: BusinessWeek } = {},
): Field => ({ field: "days", from, to, ...more });

export const outcome = (...names: (keyof typeof Outcome)[]): Condition => ({ is: "outcome", in: names });
export const won = outcome("won");
export const lost = outcome("lost");
export const decided = outcome("won", "lost");
export const open = outcome("open");
/** Every record but cancelled orders. */
export const any = outcome("unknown", "open", "won", "lost");
export const and = (...of: readonly Condition[]): Condition => ({ is: "all", of });
export const unless = (of: Condition, reason: string): Condition => ({ is: "unless", of, reason });
export const openAtAsOf: Condition = { is: "openAtAsOf" };
export const not = (of: Condition): Condition => ({ is: "not", of });
export const inClass = (name: Role, vocabulary: VocabularyName, ...classes: string[]): Condition => ({
  is: "class",
  role: name,
  vocabulary,
  in: classes,
});
export const oneOf = (name: Role, ...words: string[]): Condition => ({ is: "word", role: name, in: words });
export const known = (name: Role | DerivedRole): Condition => ({ is: "known", role: name });
export const compare = (field: Field, comparison: ">" | ">=" | "<" | "<=", value: number): Condition => ({
  is: "compare",
  field,
  with: comparison,
  value,
});

/** Records of a kind placed by a date: `deals(won, "closeDate")`. */
export const recordsOf = (kind: Kind, where: Condition, on: Placement): Population => ({ kind, where, on });
export const deals = (where: Condition, on: Placement): Population => recordsOf("deal", where, on);
export const leads = (where: Condition, on: Placement): Population => recordsOf("lead", where, on);
export const activities = (where: Condition, on: Placement): Population => recordsOf("activity", where, on);

/** The expressions that an expression is directly made of. */
function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case "share":
      return [expression.part, expression.whole];
    case "ratio":
      return [expression.top, expression.bottom];
    case "product":
    case "plus":
      return expression.of;
    case "minus":
      return [expression.of, expression.minus];
    case "shifted":
    case "attaining":
    case "atLeast":
    case "power":
      return [expression.of];
    default:
      return [];
  }
}

const OPERATIONS: ReadonlySet<Expression["op"]> = new Set([
  "constant",
  "share",
  "ratio",
  "product",
  "plus",
  "minus",
  "power",
  "shifted",
  "attaining",
  "atLeast",
]);

function isAggregate(expression: Expression): expression is Aggregate {
  return !OPERATIONS.has(expression.op);
}

/** The aggregates an expression is made of. */
export function aggregatesOf(expression: Expression): readonly Aggregate[] {
  return isAggregate(expression) ? [expression] : partsOf(expression).flatMap(aggregatesOf);
}

/** Those over the period asked for itself. */
export function ownAggregatesOf(expression: Expression): readonly Aggregate[] {
  if (isApart(expression)) return [];
  return isAggregate(expression) ? [expression] : partsOf(expression).flatMap(ownAggregatesOf);
}

/** The outermost expressions that are evaluated on their own. */
export function apartOf(expression: Expression): readonly Apart[] {
  return isApart(expression) ? [expression] : partsOf(expression).flatMap(apartOf);
}

function isApart(expression: Expression): expression is Apart {
  return expression.op === "shifted" || expression.op === "attaining";
}

export function populationsOf(aggregate: Aggregate): readonly Population[] {
  const { of } = aggregate;
  return "kind" in of ? [of] : of;
}

/** Structural identity: aggregates with the same key are computed once. */
export const keyOf = (part: Aggregate | Population | Condition | Field): string => JSON.stringify(part);
