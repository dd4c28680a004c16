import { BLANK } from "./tables";

/** One metric asked twice: our function with columns of a table, and the formula a careful user would write. */
export interface Case {
  /** The function, without `SALES.` */
  readonly id: string;
  readonly args: Readonly<Record<string, unknown>>;
  /**
   * As Excel's formula bar shows it: `=…`, or `{=…}` for an array formula. For a spilled table its rows without the
   * header, found by their label: a cell that is no formula stands as it is, null is not compared.
   */
  readonly formula: string | readonly (readonly (string | null)[])[];
  /** What the formula takes care of. */
  readonly why: string;
}

export const isFormula = (cell: string | null | undefined): cell is string =>
  typeof cell === "string" && /^\{?=/.test(cell);

/** Criteria of COUNTIFS and SUMIFS for days `from … to`, as two pairs. */
export function between(column: string, { from, to }: Days): string {
  return `${column},">="&${dateText(from)},${column},"<"&${dateText(to)}+1`;
}

/** The same as a factor of SUMPRODUCT or a condition of IF: numbers only, so a blank is no date. */
export function isBetween(column: string, { from, to }: Days): string {
  return `(${column}>=${dateText(from)})*(${column}<${dateText(to)}+1)`;
}

/** A table of groups: the label and its formulas in each row. */
export function byLabel(
  labels: readonly string[],
  ...formulas: readonly ((label: string) => string)[]
): readonly (readonly string[])[] {
  return labels.map((label) => [label, ...formulas.map((formula) => formula(label))]);
}

/** Criterion for the rows of a group; not the first of several, where LibreOffice 7 passes over a blank first row. */
export const is = (group: string): string => (group === BLANK ? '"="' : `"${group}"`);

/** First and last day, as ISO text. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export const year: Days = { from: "2024-07-01", to: "2025-06-30" };
export const quarter: Days = { from: "2025-01-01", to: "2025-03-31" };
export const quarterBefore: Days = { from: "2024-10-01", to: "2024-12-31" };

/** The months of the quarter, as tables name them. */
export const months = {
  "2025-01": { from: "2025-01-01", to: "2025-01-31" },
  "2025-02": { from: "2025-02-01", to: "2025-02-28" },
  "2025-03": { from: "2025-03-01", to: "2025-03-31" },
} as const satisfies Readonly<Record<string, Days>>;

/** A table of the months: the label and its formulas in each row. */
export function byMonth(
  ...formulas: readonly ((month: Days) => string | null)[]
): readonly (readonly (string | null)[])[] {
  return Object.entries(months).map(([label, month]) => [
    label,
    ...formulas.map((formula) => formula(month)),
  ]);
}

export function dateText(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `DATE(${year},${month},${day})`;
}
