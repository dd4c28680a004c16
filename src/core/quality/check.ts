import type { Dataset } from "../records/dataset";
import { Outcome } from "../records/outcome";
import type { Records } from "../records/records";
import type { Kind, Role } from "../records/roles";
import type { Steps } from "../steps";

/** `error`: some number is wrong or leaves the row out; `warning`: probably not meant so; `info`: worth knowing. */
export type Severity = "error" | "warning" | "info";

export interface CheckContext {
  readonly dataset: Dataset;
  /** Day of observation; checks against today are left out without one. */
  readonly asOf: number | undefined;
}

/** What a check has found: rows of the kind's records, ascending, or a fact about a whole column. */
export interface Found {
  readonly rows?: readonly number[];
  readonly role?: Role;
  /** What fills the places of the check's sentence: a sample, names, a date. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** One thing that may be wrong with the records of some kinds. */
export interface Check<Id extends string = string> {
  readonly id: Id;
  readonly severity: Severity;
  readonly kinds: readonly Kind[];
  /**
   * One finding for each role or group of spellings; none where all is well, or the columns are not there. What takes long
   * in large tables pauses on the way.
   */
  find(records: Records, context: CheckContext): readonly Found[] | Steps<readonly Found[]>;
}

/** Rows that hold a record and pass the test. */
export function rowsWhere(records: Records, test: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < records.rows; row++) {
    if (records.outcome[row] !== Outcome.none && test(row)) rows.push(row);
  }
  return rows;
}

/** A finding where some row passes. */
export function where(records: Records, test: (row: number) => boolean, role?: Role): readonly Found[] {
  const rows = rowsWhere(records, test);
  return rows.length === 0 ? [] : [{ rows, ...(role === undefined ? {} : { role }) }];
}

/** The values of a number column that can be used; undefined where it is missing or doubtful as a whole. */
export function numbersOf(records: Records, role: Role): Float64Array | undefined {
  const column = records.columns.get(role);
  return column?.type === "number" && column.fault === undefined ? column.values : undefined;
}

/** The word of each row, "" where blank; undefined where there is no such column. */
export function wordsOf(records: Records, role: Role): ((row: number) => string) | undefined {
  const column = records.columns.get(role);
  if (column?.type !== "word") return undefined;
  const { codes, words } = column;
  return (row) => words[codes[row] ?? 0] ?? "";
}
