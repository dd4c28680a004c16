import { Outcome } from "../outcome";
import type { Records } from "../records";
import type { Role } from "../roles";

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
  const { ofCode: groupOf, count } = idsAmong(words);
  const starts = new Int32Array(count + 1);
  const kept: number[] = [];
  for (let row = 0; row < records.rows; row++) {
    const group = groupOf[codes[row] ?? 0] ?? -1;
    if (group < 0 || records.outcome[row] === Outcome.none || !keep(row)) continue;
    kept.push(row);
    starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  }
  for (let group = 0; group < count; group++)
    starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  const next = starts.slice();
  const rows = new Int32Array(kept.length);
  for (const row of kept) {
    const group = groupOf[codes[row] ?? 0] ?? 0;
    const at = next[group] ?? 0;
    rows[at] = row;
    next[group] = at + 1;
  }
  return { words, starts, rows };
}

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
  const key = (row: number): number => {
    const date = dateOf(row);
    return date === date ? date : Infinity;
  };
  for (let group = 0; group + 1 < starts.length; group++) {
    const own = rows.subarray(starts[group], starts[group + 1]);
    if (own.length > 1) own.set(Array.from(own).sort((a, b) => key(a) - key(b) || a - b));
  }
  return { ...referring, dates: Float64Array.from(rows, dateOf) };
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

/** The rows that refer to an id. */
export function rowsReferring(
  records: Records | undefined,
  ref: Role,
): { get(id: string): readonly number[] | undefined } {
  const { words, starts, rows } = referrers(records, ref);
  const { numbers } = idsAmong(words);
  return {
    get(id) {
      const group = numbers.get(id);
      return group === undefined ? undefined : Array.from(rows.subarray(starts[group], starts[group + 1]));
    },
  };
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

/** What others may call a row: its words in these roles. */
export function refsOf(records: Records, roles: readonly Role[]): (row: number) => readonly string[] {
  const columns = roles.flatMap((role) => (records.has(role) ? [records.words(role)] : []));
  return (row) =>
    columns.flatMap(({ codes, words }) => {
      const code = codes[row] ?? 0;
      return code === 0 ? [] : [refKey(words[code] ?? "")];
    });
}

/** The ids of a dictionary, numbered; they are compared without case. */
interface Ids {
  /** Code → number; −1 for a blank. */
  readonly ofCode: Int32Array;
  readonly numbers: ReadonlyMap<string, number>;
  readonly count: number;
  /** First characters of the ids (ASCII, in lower case); 128 = one of them begins with another character. */
  readonly begins: Uint8Array;
}

const known = new WeakMap<readonly string[], Ids>();
const matches = new WeakMap<readonly string[], WeakMap<readonly string[], Int32Array>>();

/** Read once for each dictionary: several columns are derived along the same link. */
function idsAmong(words: readonly string[]): Ids {
  let ids = known.get(words);
  if (ids === undefined) {
    const numbers = new Map<string, number>();
    const begins = new Uint8Array(OTHER + 1);
    const ofCode = Int32Array.from(words, (word, code) => {
      if (code === 0) return -1;
      const key = refKey(word);
      const number = numbers.get(key) ?? numbers.size;
      if (number === numbers.size) numbers.set(key, number);
      begins[beginOf(word)] = 1;
      return number;
    });
    ids = { ofCode, numbers, count: numbers.size, begins };
    known.set(words, ids);
  }
  return ids;
}

/** Code of a dictionary → number of the same id in another; −1 where it is not there. */
function matched(words: readonly string[], ids: readonly string[]): Int32Array {
  const { ofCode, numbers, begins } = idsAmong(ids);
  if (words === ids) return ofCode;
  const ofWords = matches.get(words) ?? new WeakMap<readonly string[], Int32Array>();
  matches.set(words, ofWords);
  let match = ofWords.get(ids);
  if (match === undefined) {
    match = Int32Array.from(words, (word, code) =>
      code === 0 || !mayBegin(begins, word) ? -1 : (numbers.get(refKey(word)) ?? -1),
    );
    ofWords.set(ids, match);
  }
  return match;
}

const OTHER = 128;

function beginOf(word: string): number {
  const first = word.charCodeAt(0);
  return first < OTHER ? (first >= 65 && first <= 90 ? first + 32 : first) : OTHER;
}

/** Most e-mail addresses are no ids of leads: one look tells, where no id begins as they do. */
function mayBegin(begins: Uint8Array, word: string): boolean {
  const begin = beginOf(word);
  return begin === OTHER || begins[begin] === 1 || begins[OTHER] === 1;
}

const refKey = (word: string): string => word.toLowerCase();
