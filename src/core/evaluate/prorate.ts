import { businessDaysBetween, defaultBusinessWeek } from "../time/business-time";
import type { Period } from "../time/periods";
import { addMonths } from "../time/shift";
import type { Records } from "../records/records";
import type { Accumulator } from "./accumulate";
import { compileCondition } from "./conditions";
import type { Aggregate } from "./expression";

interface Grouping {
  readonly groups: number;
  readonly periods?: readonly Period[];
  /** Group by words of every row's code. */
  readonly codes?: Int32Array;
  readonly groupOfCode?: Int32Array;
  /** Grouped by owner: the team's target is nobody's. */
  readonly byOwner: boolean;
  /** Days after this one do not count. */
  readonly until: number;
}

/** Days `[start, end)`; a target without dates is one for whatever is asked. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const ALWAYS: Span = { start: -Infinity, end: Infinity };

/**
 * Targets of each group and period: a target spreads evenly over the days of its own period (working days where a
 * calendar is given), and counts as much as lies in the period asked for. Rows without an owner are the team's: on the
 * days of a team's target the owners' own are its parts and do not add to it. O(targets × periods).
 */
export function prorated(
  records: Records,
  { of: { where }, team }: Extract<Aggregate, { op: "prorated" }>,
  { groups, periods, codes, groupOfCode, byOwner, until }: Grouping,
): Accumulator {
  const count = periods?.length ?? 1;
  const totals = new Float64Array(groups * count);
  const n = new Float64Array(groups * count);
  const amounts = records.numbers("amount");
  const owners = records.has("owner") ? records.words("owner").codes : undefined;
  const spans = targetSpans(records, owners);
  const { outcomes, mask } = compileCondition(where, records);
  const eligible = [...amounts.keys()].filter((i) => {
    const amount = amounts[i] ?? NaN;
    if (spans.length > 0 && spans[i] === undefined) return false;
    return ((outcomes >> (records.outcome[i] ?? 0)) & 1) === 1 && mask?.[i] !== 0 && amount === amount;
  });
  const ofTeam = (row: number): boolean => owners === undefined || owners[row] === 0;
  const alone = byOwner || team === "never";
  const covered =
    alone || owners === undefined ? [] : eligible.filter(ofTeam).map((row) => spans[row] ?? ALWAYS);
  const days = daysBy(records);
  for (const row of eligible) {
    const teams = ofTeam(row);
    if (teams && owners !== undefined && alone) continue;
    const group = codes === undefined ? 0 : (groupOfCode?.[codes[row] ?? 0] ?? -1);
    if (group < 0) continue;
    for (let p = 0; p < count; p++) {
      const target = spans[row] ?? ALWAYS;
      const share = partOf(target, periods?.[p] ?? ALWAYS, until, teams ? [] : covered, days);
      if (share === 0) continue;
      const cell = group * count + p;
      totals[cell] = (totals[cell] ?? 0) + (amounts[row] ?? 0) * share;
      n[cell] = (n[cell] ?? 0) + 1;
    }
  }
  return {
    finish() {},
    value: (cell) => totals[cell] ?? 0,
    n: (cell) => n[cell] ?? 0,
    interval: () => undefined,
  };
}

type Days = (start: number, end: number) => number;

/** The part of a target's days that lie in the period and have come, those that are covered left out. */
function partOf(target: Span, period: Span, until: number, covered: readonly Span[], days: Days): number {
  const inside = { start: Math.max(target.start, period.start), end: Math.min(target.end, period.end) };
  // What has no dates of its own is for as long as the period; without a period it has no length.
  const whole = target === ALWAYS ? inside : target;
  const seen = { start: inside.start, end: Math.min(inside.end, Math.floor(until) + 1) };
  if (!(seen.end > seen.start)) return 0;
  if (whole.end - whole.start === Infinity) return covered.length === 0 ? 1 : 0;
  const free = covered.reduce<readonly Span[]>(
    (left, span) => left.flatMap((part) => without(part, span)),
    [seen],
  );
  const all = days(whole.start, whole.end);
  return all > 0 ? free.reduce((sum, { start, end }) => sum + days(start, end), 0) / all : 0;
}

function without(part: Span, taken: Span): readonly Span[] {
  return [
    { start: part.start, end: Math.min(part.end, taken.start) },
    { start: Math.max(part.start, taken.end), end: part.end },
  ].filter(({ start, end }) => end > start);
}

function daysBy(records: Records): Days {
  const { calendar } = records.linked;
  if (calendar === undefined) return (start, end) => end - start;
  const holidays = new Set([...calendar.numbers("holidays")].map(Math.floor));
  return (start, end) => businessDaysBetween(start, end, defaultBusinessWeek, holidays);
}

/**
 * Each target's days; none where no target has a first day, undefined for one that has none where others do. Where no end is written a target ends when the same owner's next one begins, the last one after
 * as many months (or days) as the one before it; a single one counts in full where its first day lies.
 */
export function targetSpans(records: Records, owners: Int32Array | undefined): readonly (Span | undefined)[] {
  if (!records.has("periodStart")) return [];
  const starts = records.numbers("periodStart").map(Math.floor);
  if (!starts.some((start) => start === start)) return [];
  const ends = records.has("periodEnd") ? records.numbers("periodEnd") : undefined;
  const begun = new Map<number, number[]>();
  starts.forEach((start, row) => {
    if (start !== start) return;
    const owner = owners?.[row] ?? 0;
    begun.set(owner, [...(begun.get(owner) ?? []), start]);
  });
  for (const [owner, own] of begun)
    begun.set(
      owner,
      [...new Set(own)].sort((a, b) => a - b),
    );
  return [...starts].map((start, row) => {
    if (start !== start) return undefined;
    const last = ends?.[row] ?? NaN;
    if (last === last) return { start, end: Math.max(start, Math.floor(last)) + 1 };
    const own = begun.get(owners?.[row] ?? 0) ?? [];
    const at = own.indexOf(start);
    const next = own[at + 1];
    const before = own[at - 1];
    return { start, end: next ?? (before === undefined ? start + 1 : asLongAfter(before, start)) };
  });
}

function asLongAfter(before: number, start: number): number {
  for (const months of [1, 2, 3, 6, 12])
    if (addMonths(before, months) === start) return addMonths(start, months);
  return start + (start - before);
}
