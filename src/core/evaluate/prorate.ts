import { businessDaysBetween, defaultBusinessWeek } from "../time/business-time";
import type { Period } from "../time/periods";
import type { Records } from "../records/records";
import type { Accumulator } from "./accumulate";
import { compileCondition } from "./conditions";
import type { Condition } from "./expression";

interface Grouping {
  readonly groups: number;
  readonly periods?: readonly Period[];
  /** Group by words of every row's code. */
  readonly codes?: Int32Array;
  readonly groupOfCode?: Int32Array;
  /** Grouped by owner: the team's target is nobody's. */
  readonly byOwner: boolean;
}

/**
 * Targets of each group and period: a target spreads evenly over the days of its own period (working days where a
 * calendar is given), and counts as much as lies in the period asked for. Rows without an owner are the team's: they
 * stand for the whole where there are any, else the owners' targets add up. O(targets × periods).
 */
export function prorated(
  records: Records,
  where: Condition,
  team: "preferred" | "never",
  { groups, periods, codes, groupOfCode, byOwner }: Grouping,
): Accumulator {
  const count = periods?.length ?? 1;
  const ofTeam = new Float64Array(groups * count);
  const ofOwners = new Float64Array(groups * count);
  const n = new Float64Array(groups * count);
  const amounts = records.numbers("amount");
  const starts = records.has("periodStart") ? records.numbers("periodStart") : undefined;
  const ends = records.has("periodEnd") ? records.numbers("periodEnd") : undefined;
  const owners = records.has("owner") ? records.words("owner").codes : undefined;
  const { outcomes, mask } = compileCondition(where, records);
  const part = partOf(records);
  for (let i = 0; i < records.rows; i++) {
    const amount = amounts[i] ?? NaN;
    if (((outcomes >> (records.outcome[i] ?? 0)) & 1) === 0 || mask?.[i] === 0 || amount !== amount) continue;
    const teams = owners === undefined || owners[i] === 0;
    if (teams && owners !== undefined && (byOwner || team === "never")) continue;
    const group = codes === undefined ? 0 : (groupOfCode?.[codes[i] ?? 0] ?? -1);
    if (group < 0) continue;
    for (let p = 0; p < count; p++) {
      const share = part(starts?.[i] ?? NaN, ends?.[i] ?? NaN, periods?.[p]);
      if (share === 0) continue;
      const cell = group * count + p;
      const into = teams ? ofTeam : ofOwners;
      into[cell] = (into[cell] ?? 0) + amount * share;
      n[cell] = (n[cell] ?? 0) + 1;
    }
  }
  return {
    add() {},
    finish() {},
    value: (cell) => (ofTeam[cell] === 0 ? (ofOwners[cell] ?? 0) : (ofTeam[cell] ?? 0)),
    n: (cell) => n[cell] ?? 0,
    interval: () => undefined,
  };
}

/** Part of a target's days that lie in a period. A target without dates is one for whatever is asked. */
function partOf(records: Records): (first: number, last: number, period: Period | undefined) => number {
  const { calendar } = records.linked;
  const holidays = new Set([...(calendar?.numbers("holidays") ?? [])].map(Math.floor));
  const days = (start: number, end: number): number =>
    calendar === undefined ? end - start : businessDaysBetween(start, end, defaultBusinessWeek, holidays);
  return (first, last, period) => {
    if (first !== first || period === undefined) return 1;
    const start = Math.floor(first);
    // Without an end the target is for the month it begins in, or to the end of the period asked for.
    const end = last === last ? Math.floor(last) + 1 : Math.max(start + 1, period.end);
    const from = Math.max(start, period.start);
    const to = Math.min(end, period.end);
    if (!(to > from)) return 0;
    const whole = days(start, end);
    return whole > 0 ? days(from, to) / whole : 0;
  };
}
