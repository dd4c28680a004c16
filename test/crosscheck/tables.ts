import { randomFrom, type Random } from "../../src/workbench/sample/random";

/** A column as the range a formula passes; blank cells are "". */
export type Column = readonly (readonly [string | number])[];

/** An Excel table; a column's name is the role it has. */
export interface Table<Name extends string = string> {
  readonly name: string;
  readonly columns: Readonly<Record<Name, Column>>;
  /** Columns with a formula, the same in every row, as `=[@amount]*2`. */
  readonly calculated?: Readonly<Record<string, string>>;
}

/** A made-up table: the same rows for the same seed. */
export function makeTable<Name extends string>(
  name: string,
  rows: number,
  seed: number,
  rowOf: (random: Random, row: number) => Readonly<Record<Name, string | number>>,
  calculated: Readonly<Record<string, string>> = {},
): Table<Name> {
  const random = randomFrom(seed);
  const records = Array.from({ length: rows }, (_, row) => rowOf(random, row));
  const names = Object.keys(records[0] ?? {}) as Name[];
  const columns = Object.fromEntries(
    names.map((column) => [column, records.map((record): [string | number] => [record[column]])]),
  ) as unknown as Record<Name, Column>;
  return { name, columns, calculated };
}

/** How a table of groups names the rows without a word. */
export const BLANK = "(blank)";

/** The words of a column in alphabetical order, then the blank group where it has blank cells. */
export function groupsOf(column: Column): string[] {
  const words = [...new Set(column.map(([cell]) => String(cell)))].filter((word) => word !== "").sort();
  return column.some(([cell]) => cell === "") ? [...words, BLANK] : words;
}

export function wordsOf(column: Column): string[] {
  return groupsOf(column).filter((word) => word !== BLANK);
}
