import { stop } from "../result";
import type { Dataset } from "../records/dataset";
import { hasKey, keysOf, type KeyRole } from "../records/keys";
import type { Kind } from "../records/roles";
import { LAST_SERIAL } from "../time/serial";
import type { Period } from "../time/periods";

/** Groups by the words of one role, the same for every record kind that has it. */
export interface WordGroups {
  readonly labels: readonly string[];
  /** Per kind: code of the kind's own column → group. */
  readonly groupOf: ReadonlyMap<Kind, Int32Array>;
}

/** Groups in order of first appearance; blank is a group of its own (label "") when a record has it. */
export function wordGroups(dataset: Dataset, role: KeyRole): WordGroups {
  const index = new Map<string, number>();
  const labels: string[] = [];
  const groupOf = new Map<Kind, Int32Array>();
  for (const records of Object.values(dataset)) {
    if (!hasKey(records, role)) continue;
    const { codes, words } = keysOf(records, role);
    const groups = new Int32Array(words.length).fill(-1);
    let missing = words.length;
    // A list of records shows all its words early; only a blank may come late, or never.
    for (
      let i = 0;
      i < records.rows && missing > 0;
      i = missing > 1 || groups[0] !== -1 ? i + 1 : nextBlank(codes, i)
    ) {
      const code = codes[i] ?? 0;
      if (records.outcome[i] === 0 || (groups[code] ?? 0) >= 0) continue;
      const label = words[code] ?? "";
      let group = index.get(label);
      if (group === undefined) {
        group = labels.push(label) - 1;
        index.set(label, group);
      }
      groups[code] = group;
      missing--;
    }
    groupOf.set(records.kind, groups);
  }
  if (groupOf.size === 0) stop("missingColumn", { role });
  return { labels, groupOf };
}

function nextBlank(codes: Int32Array, after: number): number {
  const at = codes.indexOf(0, after + 1);
  return at < 0 ? Infinity : at;
}

/** Finds the period of a day by table: sorted, disjoint periods. */
export interface PeriodIndex {
  readonly count: number;
  /** A single period, perhaps without an end, is compared with instead of looked up. */
  readonly only?: Period;
  readonly firstDay: number;
  /** Day − firstDay → period, −1 in gaps. */
  readonly ofDay: Int32Array;
  /** Day − firstDay → first period that ends after the day. */
  readonly firstEndingAfter: Int32Array;
  /** Day − firstDay → first period that starts after the day. */
  readonly firstStartingAfter: Int32Array;
  /** First day of each period. */
  readonly starts: Float64Array;
}

export function indexPeriods(periods: readonly Period[]): PeriodIndex {
  const first = periods[0];
  const last = periods[periods.length - 1];
  if (first === undefined || last === undefined) throw new Error("no periods");
  const starts = Float64Array.from(periods, ({ start }) => start);
  if (periods.length === 1) {
    const none = new Int32Array(0);
    return {
      count: 1,
      only: first,
      firstDay: 0,
      ofDay: none,
      firstEndingAfter: none,
      firstStartingAfter: none,
      starts,
    };
  }
  const firstDay = Math.max(first.start, -1);
  const lastDay = Math.min(last.end, LAST_SERIAL + 1);
  const days = Math.max(0, lastDay - firstDay);
  const ofDay = new Int32Array(days).fill(-1);
  const firstEndingAfter = new Int32Array(days);
  const firstStartingAfter = new Int32Array(days);
  let current = 0;
  let following = 0;
  for (let day = 0; day < days; day++) {
    while ((periods[current]?.end ?? Infinity) <= firstDay + day) current++;
    while ((periods[following]?.start ?? Infinity) <= firstDay + day) following++;
    firstEndingAfter[day] = current;
    firstStartingAfter[day] = following;
    const period = periods[current];
    if (period !== undefined && period.start <= firstDay + day) ofDay[day] = current;
  }
  return { count: periods.length, firstDay, ofDay, firstEndingAfter, firstStartingAfter, starts };
}
