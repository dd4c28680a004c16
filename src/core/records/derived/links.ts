import { Outcome, type Records } from "../records";
import type { Role } from "../roles";

/** Rows that refer to the same id, together. */
export interface Referrers {
  /** Id → group. */
  readonly groups: ReadonlyMap<string, number>;
  /** Rows of group g: `rows[starts[g]]` … `rows[starts[g + 1] - 1]`, in their order. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

/** Rows of the records by what they refer to; those that `keep` refuses are left out. O(rows). */
export function referrers(
  records: Records | undefined,
  ref: Role,
  keep: (row: number) => boolean = () => true,
): Referrers {
  if (records?.has(ref) !== true)
    return { groups: new Map(), starts: new Int32Array(1), rows: new Int32Array(0) };
  const { codes, words } = records.words(ref);
  const groups = new Map<string, number>();
  const groupOf = Int32Array.from(words, (word, code) => {
    if (code === 0) return -1;
    const key = refKey(word);
    const known = groups.get(key);
    if (known !== undefined) return known;
    groups.set(key, groups.size);
    return groups.size - 1;
  });
  const starts = new Int32Array(groups.size + 1);
  const kept: number[] = [];
  for (let row = 0; row < records.rows; row++) {
    const group = groupOf[codes[row] ?? 0] ?? -1;
    if (group < 0 || records.outcome[row] === Outcome.none || !keep(row)) continue;
    kept.push(row);
    starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  }
  for (let group = 0; group < groups.size; group++)
    starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  const next = starts.slice();
  const rows = new Int32Array(kept.length);
  for (const row of kept) {
    const group = groupOf[codes[row] ?? 0] ?? 0;
    const at = next[group] ?? 0;
    rows[at] = row;
    next[group] = at + 1;
  }
  return { groups, starts, rows };
}

/** The group of referrers to each row, by the id it has in a role; −1 where there are none. */
export function groupsReferringTo(records: Records, id: Role, { groups }: Referrers): Int32Array {
  const none = new Int32Array(records.rows).fill(-1);
  if (!records.has(id) || groups.size === 0) return none;
  const { codes, words } = records.words(id);
  const groupOf = Int32Array.from(words, (word, code) =>
    code === 0 ? -1 : (groups.get(refKey(word)) ?? -1),
  );
  for (let row = 0; row < none.length; row++) none[row] = groupOf[codes[row] ?? 0] ?? -1;
  return none;
}

/** The rows that refer to an id. */
export function rowsReferring(
  records: Records | undefined,
  ref: Role,
): { get(id: string): readonly number[] | undefined } {
  const { groups, starts, rows } = referrers(records, ref);
  return {
    get(id) {
      const group = groups.get(id);
      return group === undefined ? undefined : Array.from(rows.subarray(starts[group], starts[group + 1]));
    },
  };
}

/** The row that each row refers to; −1 where there is none. The last row has the id where several do. */
export function linkedRows(from: Records, ref: Role, to: Records | undefined, id: Role): Int32Array {
  const linked = new Int32Array(from.rows).fill(-1);
  if (!from.has(ref) || to?.has(id) !== true) return linked;
  const target = to.words(id);
  const keys = target.words.map(refKey);
  const rows = new Map<string, number>();
  for (let i = 0; i < to.rows; i++) {
    const code = target.codes[i] ?? 0;
    if (code !== 0 && to.outcome[i] !== Outcome.none) rows.set(keys[code] ?? "", i);
  }
  const { codes, words } = from.words(ref);
  const rowOf = Int32Array.from(words, (word, code) => (code === 0 ? -1 : (rows.get(refKey(word)) ?? -1)));
  for (let row = 0; row < linked.length; row++) linked[row] = rowOf[codes[row] ?? 0] ?? -1;
  return linked;
}

/** What others may call a row: its words in these roles. */
export function refsOf(records: Records, roles: readonly Role[]): (row: number) => readonly string[] {
  const columns = roles.flatMap((role) => (records.has(role) ? [records.words(role)] : []));
  return (row) =>
    columns.flatMap(({ codes, words }) => {
      const code = codes[row] ?? 0;
      return code === 0 ? [] : [refKey(words[code] ?? "")];
    });
}

const refKey = (word: string): string => word.toLowerCase();
