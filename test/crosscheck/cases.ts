import { BLANK } from "./tables";

/** One metric asked twice: our function with columns of a table, and the formula a careful user would write. */
export interface Case {
  /** The function, without `SALES.` */
  readonly id: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** As Excel's formula bar shows it: `=…`, or `{=…}` for an array formula. A spilled table has one per label. */
  readonly formula: string | Readonly<Record<string, string>>;
  /** What the formula takes care of. */
  readonly why: string;
}

/** Criteria of COUNTIFS and SUMIFS for days `from … to`, as two pairs. */
export function between(column: string, { from, to }: Days): string {
  return `${column},">="&${dateText(from)},${column},"<"&${dateText(to)}+1`;
}

/** The same as a factor of SUMPRODUCT or a condition of IF: numbers only, so a blank is no date. */
export function isBetween(column: string, { from, to }: Days): string {
  return `(${column}>=${dateText(from)})*(${column}<${dateText(to)}+1)`;
}

/** A formula for each row of a spilled table. */
export function byLabel(
  labels: readonly string[],
  formula: (label: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(labels.map((label) => [label, formula(label)]));
}

/** Criterion for the rows of a group. */
export const is = (group: string): string => (group === BLANK ? '"="' : `"${group}"`);

/** First and last day, as ISO text. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export const year: Days = { from: "2024-07-01", to: "2025-06-30" };
export const quarter: Days = { from: "2025-01-01", to: "2025-03-31" };
export const quarterBefore: Days = { from: "2024-10-01", to: "2024-12-31" };

export function dateText(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `DATE(${year},${month},${day})`;
}
