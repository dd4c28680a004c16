import { Outcome, type Records } from "../records";
import type { Role } from "../roles";

/** Rows of records by the id that others refer to them with; the last row where several share one. */
export function rowsById(records: Records | undefined, role: Role): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  if (records?.has(role) !== true) return rows;
  const { codes, words } = records.words(role);
  for (let i = 0; i < records.rows; i++) {
    const code = codes[i] ?? 0;
    if (code !== 0 && records.outcome[i] !== Outcome.none) rows.set(refKey(words[code] ?? ""), i);
  }
  return rows;
}

/** The row that each row refers to; −1 where there is none. */
export function linkedRows(from: Records, ref: Role, to: Records | undefined, id: Role): Int32Array {
  const linked = new Int32Array(from.rows).fill(-1);
  if (!from.has(ref)) return linked;
  const rows = rowsById(to, id);
  const { codes, words } = from.words(ref);
  const rowOf = words.map((word, code) => (code === 0 ? -1 : (rows.get(refKey(word)) ?? -1)));
  return linked.map((_, i) => rowOf[codes[i] ?? 0] ?? -1);
}

/** The rows that refer to each id. */
export function rowsReferring(records: Records | undefined, ref: Role): ReadonlyMap<string, number[]> {
  const rows = new Map<string, number[]>();
  if (records?.has(ref) !== true) return rows;
  const { codes, words } = records.words(ref);
  const keys = words.map(refKey);
  for (let i = 0; i < records.rows; i++) {
    const code = codes[i] ?? 0;
    if (code === 0 || records.outcome[i] === Outcome.none) continue;
    const key = keys[code] ?? "";
    const known = rows.get(key);
    if (known === undefined) rows.set(key, [i]);
    else known.push(i);
  }
  return rows;
}

/** What others may call each row: its words in these roles. */
export function refsOf(records: Records, roles: readonly Role[]): (row: number) => readonly string[] {
  const columns = roles.flatMap((role) => (records.has(role) ? [records.words(role)] : []));
  const keys = columns.map(({ words }) => words.map(refKey));
  return (row) =>
    columns.flatMap(({ codes }, at) => {
      const code = codes[row] ?? 0;
      return code === 0 ? [] : [keys[at]?.[code] ?? ""];
    });
}

const refKey = (word: string): string => word.toLowerCase();
