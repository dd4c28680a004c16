import type { DerivedRole, Kind, Role } from "../records/roles";
import type { VocabularyName } from "../records/vocabulary";
import type { Outcome } from "../records/records";

/**
 * The language metrics are written in: aggregates over populations of records, and arithmetic over aggregates.
 * Expressions are plain data, so that any number of them can be evaluated together in one pass, or compiled to SQL.
 */

/** A number per record. NaN (missing) leaves the record out of the aggregate and is counted as excluded. */
export type Field =
  | { readonly field: "role"; readonly role: Role | DerivedRole }
  /** Days from one date to another; a negative duration is excluded, never clipped. */
  | { readonly field: "days"; readonly from: Role | DerivedRole; readonly to: Role | DerivedRole };

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
  /** The role is filled and readable. */
  | { readonly is: "known"; readonly role: Role }
  /** The record is the earliest won one of its customer, over all rows supplied. */
  | { readonly is: "firstWon" }
  | { readonly is: "all"; readonly of: readonly Condition[] }
  | { readonly is: "not"; readonly of: Condition }
  /** As "not", and the records it leaves out are counted under the reason. */
  | { readonly is: "unless"; readonly of: Condition; readonly reason: string }
  /** Open at `asOf`: created by then and not yet decided; without `asOf`, open by status. */
  | { readonly is: "openAtAsOf" };

/**
 * Which date places a record in a period: `closeDate`, `createdDate`, another date role; `open` = it was open at the
 * end of the period (a snapshot), `openDuring` = at any time in it; `always` = it counts in every period.
 */
export type Placement = Role | DerivedRole | "open" | "openDuring" | "always";

export interface Population {
  readonly kind: Kind;
  readonly where: Condition;
  readonly on: Placement;
}

export type Aggregate =
  | { readonly op: "count"; readonly of: Population }
  | { readonly op: "sum" | "mean" | "median"; readonly field: Field; readonly of: Population }
  | { readonly op: "trimmedMean"; readonly field: Field; readonly of: Population; readonly share: number }
  /** Different words of a role; `of` may name several populations, their union counts. */
  | { readonly op: "distinct"; readonly role: Role; readonly of: readonly Population[] };

export type Expression =
  | Aggregate
  | { readonly op: "constant"; readonly value: number }
  /** A part of a whole: the numerator's records are among the denominator's. Counts carry a Wilson interval. */
  | { readonly op: "share"; readonly part: Expression; readonly whole: Expression }
  | { readonly op: "ratio"; readonly top: Expression; readonly bottom: Expression }
  | { readonly op: "product" | "plus"; readonly of: readonly Expression[] }
  | { readonly op: "minus"; readonly of: Expression; readonly minus: Expression };

export const count = (of: Population): Aggregate => ({ op: "count", of });
export const sum = (field: Field, of: Population): Aggregate => ({ op: "sum", field, of });
export const mean = (field: Field, of: Population): Aggregate => ({ op: "mean", field, of });
export const median = (field: Field, of: Population): Aggregate => ({ op: "median", field, of });
export const trimmedMean = (field: Field, of: Population, share: number): Aggregate => ({
  op: "trimmedMean",
  field,
  of,
  share,
});
export const distinct = (role: Role, ...of: readonly Population[]): Aggregate => ({
  op: "distinct",
  role,
  of,
});
export const share = (part: Expression, whole: Expression): Expression => ({ op: "share", part, whole });
export const ratio = (top: Expression, bottom: Expression): Expression => ({ op: "ratio", top, bottom });
export const product = (...of: readonly Expression[]): Expression => ({ op: "product", of });
export const plus = (...of: readonly Expression[]): Expression => ({ op: "plus", of });
export const minus = (of: Expression, less: Expression): Expression => ({ op: "minus", of, minus: less });
export const constant = (value: number): Expression => ({ op: "constant", value });

export const role = (name: Role | DerivedRole): Field => ({ field: "role", role: name });
export const days = (from: Role | DerivedRole, to: Role | DerivedRole): Field => ({
  field: "days",
  from,
  to,
});

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
export const known = (name: Role): Condition => ({ is: "known", role: name });
export const compare = (field: Field, comparison: ">" | ">=" | "<" | "<=", value: number): Condition => ({
  is: "compare",
  field,
  with: comparison,
  value,
});

/** Deals placed by a date: `deals(won, "closeDate")`. */
export const deals = (where: Condition, on: Placement): Population => ({ kind: "deal", where, on });

/** The aggregates an expression is made of. */
export function aggregatesOf(expression: Expression): readonly Aggregate[] {
  switch (expression.op) {
    case "constant":
      return [];
    case "share":
      return [...aggregatesOf(expression.part), ...aggregatesOf(expression.whole)];
    case "ratio":
      return [...aggregatesOf(expression.top), ...aggregatesOf(expression.bottom)];
    case "product":
    case "plus":
      return expression.of.flatMap(aggregatesOf);
    case "minus":
      return [...aggregatesOf(expression.of), ...aggregatesOf(expression.minus)];
    default:
      return [expression];
  }
}

export function populationsOf(aggregate: Aggregate): readonly Population[] {
  return aggregate.op === "distinct" ? aggregate.of : [aggregate.of];
}

/** Structural identity: aggregates with the same key are computed once. */
export const keyOf = (part: Aggregate | Population | Condition | Field): string => JSON.stringify(part);
