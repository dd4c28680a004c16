import { idsAmong, matched } from "../ids";
import { Outcome } from "../outcome";
import type { Records } from "../records";
import type { Role } from "../roles";
import { numbersFrom } from "./numbers-from";

/** Rows that refer to the same id, together. */
export interface Referrers {
  /** Dictionary of the references; a group is a number of its ids. */
  readonly words: readonly string[];
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
  if (records?.has(ref) !== true) return { words: [], starts: new Int32Array(1), rows: new Int32Array(0) };
  const { codes, words } = records.words(ref);
  const { ofCode, count } = idsAmong(words);
  const groupOf = new Int32Array(records.rows).fill(-1);
  const starts = new Int32Array(count + 1);
  for (let row = 0; row < groupOf.length; row++) {
    const group = ofCode[codes[row] ?? 0] ?? -1;
    if (group < 0 || records.outcome[row] === Outcome.none || !keep(row)) continue;
    groupOf[row] = group;
    starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  }
  for (let group = 0; group < count; group++)
    starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  const next = starts.slice();
  const rows = new Int32Array(starts[count] ?? 0);
  for (let row = 0; row < groupOf.length; row++) {
    const group = groupOf[row] ?? -1;
    if (group < 0) continue;
    const at = next[group] ?? 0;
    rows[at] = row;
    next[group] = at + 1;
  }
  return { words, starts, rows };
}

/** The rows that refer to each row, by the id it has in a role. */
export function rowsReferringTo(
  records: Records,
  id: Role,
  from: Records | undefined,
  ref: Role,
): (row: number) => Int32Array {
  const referring = referrers(from, ref);
  const groups = groupsReferringTo(records, id, referring);
  return (row) => {
    const group = groups[row] ?? -1;
    return group < 0 ? NONE : referring.rows.subarray(referring.starts[group], referring.starts[group + 1]);
  };
}

const NONE = new Int32Array(0);

/** Referrers in the order of a date; those without one come last. */
export interface DatedReferrers extends Referrers {
  /** The date of each of `rows`. */
  readonly dates: Float64Array;
}

/** As `referrers`, each group in order of date. O(rows · log of the largest group). */
export function datedReferrers(
  records: Records | undefined,
  ref: Role,
  dateOf: (row: number) => number,
  keep: (row: number) => boolean,
): DatedReferrers {
  const referring = referrers(records, ref, keep);
  const { starts, rows } = referring;
  const dates = numbersFrom(rows.length, (at) => dateOf(rows[at] ?? -1));
  for (let group = 0; group + 1 < starts.length; group++)
    sortByDate(rows, dates, starts[group] ?? 0, starts[group + 1] ?? 0);
  return { ...referring, dates };
}

/** Most groups are of a few rows, which are put in their places one by one; equal dates keep the order of their rows. */
function sortByDate(rows: Int32Array, dates: Float64Array, from: number, to: number): void {
  if (to - from > FEW) {
    const order = Array.from(rows.subarray(from, to), (row, at) => ({ row, date: dates[from + at] ?? NaN }));
    order.sort((a, b) => (comesAfter(a.date, b.date) ? 1 : comesAfter(b.date, a.date) ? -1 : 0));
    order.forEach(({ row, date }, at) => {
      rows[from + at] = row;
      dates[from + at] = date;
    });
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const row = rows[i] ?? -1;
    const date = dates[i] ?? NaN;
    let at = i;
    for (; at > from && comesAfter(dates[at - 1] ?? NaN, date); at--) {
      rows[at] = rows[at - 1] ?? -1;
      dates[at] = dates[at - 1] ?? NaN;
    }
    rows[at] = row;
    dates[at] = date;
  }
}

const FEW = 12;

/** Rows without a date come last. */
function comesAfter(date: number, other: number): boolean {
  return date > other || (date !== date && other === other);
}

/** Where in a group the first referrer on or after a date stands; the end of those that have dates where none does. */
export function firstNotBefore({ starts, dates }: DatedReferrers, group: number, date: number): number {
  let low = starts[group] ?? 0;
  let high = starts[group + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] ?? NaN) < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The earlier of two dates, either of which may be missing. */
export function earlier(one: number, other: number): number {
  return other < one || one !== one ? other : one;
}

/** The group of referrers to each row, by the id it has in a role; −1 where there are none. */
export function groupsReferringTo(records: Records, id: Role, { words: ids }: Referrers): Int32Array {
  const groups = new Int32Array(records.rows).fill(-1);
  if (!records.has(id) || ids.length === 0) return groups;
  const { codes, words } = records.words(id);
  const groupOf = matched(words, ids);
  for (let row = 0; row < groups.length; row++) groups[row] = groupOf[codes[row] ?? 0] ?? -1;
  return groups;
}

/** The row that each row refers to; −1 where there is none. The last row has the id where several do. */
export function linkedRows(from: Records, ref: Role, to: Records | undefined, id: Role): Int32Array {
  const linked = new Int32Array(from.rows).fill(-1);
  if (!from.has(ref) || to?.has(id) !== true) return linked;
  // By the references' dictionary, as `groupsReferringTo`: the same link is looked at from both ends.
  const { codes, words } = from.words(ref);
  const { ofCode, count } = idsAmong(words);
  const rowOf = new Int32Array(count).fill(-1);
  const target = to.words(id);
  const numberOf = matched(target.words, words);
  for (let i = 0; i < to.rows; i++) {
    const number = numberOf[target.codes[i] ?? 0] ?? -1;
    if (number >= 0 && to.outcome[i] !== Outcome.none) rowOf[number] = i;
  }
  for (let row = 0; row < linked.length; row++) linked[row] = rowOf[ofCode[codes[row] ?? 0] ?? -1] ?? -1;
  return linked;
}

/** Whether a row refers, in one of these roles, to another record that passes, by one of that one's names. */
export function refersTo(
  records: Records,
  refs: readonly Role[],
  others: Records,
  names: readonly Role[],
  passes: (row: number) => boolean,
): (row: number) => boolean {
  const links = refs
    .filter((ref) => records.has(ref))
    .map((ref) => {
      const { codes, words } = records.words(ref);
      const { ofCode, count } = idsAmong(words);
      const found = new Uint8Array(count);
      for (const name of names) {
        if (!others.has(name)) continue;
        const target = others.words(name);
        const numberOf = matched(target.words, words);
        for (let row = 0; row < others.rows; row++) {
          const number = numberOf[target.codes[row] ?? 0] ?? -1;
          if (number >= 0 && passes(row)) found[number] = 1;
        }
      }
      return (row: number) => found[ofCode[codes[row] ?? 0] ?? -1] === 1;
    });
  return (row) => links.some((names) => names(row));
}
