/* eslint-disable @typescript-eslint/no-non-null-assertion -- the hot loops: every index is in range by construction */
import type { PeriodIndex } from "./groups";
import { compileCondition, questionsOf, seenAt } from "./conditions";
import type { Condition, Placement, Population, Snapshot } from "./expression";
import { Outcome } from "../records/outcome";
import type { Records } from "../records/records";
import type { DerivedRole } from "../records/derived";
import type { Role } from "../records/roles";
import { stop } from "../result";

const DECIDED = (1 << Outcome.won) | (1 << Outcome.lost) | (1 << Outcome.cancelled);

/** The records of a population in one block of rows, and the group each falls into. */
export interface Selection {
  length: number;
  readonly rows: Int32Array;
  readonly groups: Int32Array;
}

export interface GroupingOfKind {
  /** Group by words of every row's code; undefined = one group. */
  readonly codes?: Int32Array;
  readonly groupOfCode?: Int32Array;
  readonly periods?: PeriodIndex;
  /** Last day that may be seen; records dated after it are invisible. */
  readonly asOf?: number;
}

/** Fills a selection with those of the rows `from … to` that belong in it. */
export type Selector = (from: number, to: number, into: Selection) => void;

/** A snapshot is asked for each period: a record may be in several, whatever its date. */
export function isSnapshot({ on }: Population): boolean {
  return on in SNAPSHOTS;
}

interface Span {
  readonly from: Role | DerivedRole;
  /** Missing: it never ends. */
  readonly to?: Role | DerivedRole;
  /** The moment of a period at which, or the period during which, the record has to be within its span. */
  readonly at: "start" | "end" | "during";
  /** Deals: the status tells whether an end that is missing is still to come, or unknown. */
  readonly decided?: true;
}

const SNAPSHOTS: Readonly<Record<Snapshot, Span>> = {
  open: { from: "createdDate", to: "closeDate", at: "end", decided: true },
  openDuring: { from: "createdDate", to: "closeDate", at: "during", decided: true },
  openAtStart: { from: "createdDate", to: "closeDate", at: "start", decided: true },
  active: { from: "startDate", to: "endDate", at: "end" },
  activeAtStart: { from: "startDate", to: "endDate", at: "start" },
  activeDuring: { from: "startDate", to: "endDate", at: "during" },
  closedBefore: { from: "closeDate", at: "start" },
  targeted: { from: "periodStart", to: "periodEnd", at: "during" },
};

/** The dates that a population is placed by. */
export function datesPlacing(on: Placement): readonly (Role | DerivedRole)[] {
  if (on === "always") return [];
  if (on === "wonFromOpen") return ["closeDate", "createdDate"];
  if (!(on in SNAPSHOTS)) return [on as Role | DerivedRole];
  const { from, to } = SNAPSHOTS[on as Snapshot];
  return to === undefined ? [from] : [from, to];
}

/**
 * Places the records with the given outcomes (bits) by one date: finds the group of each. Populations that share the
 * date share this work. These loops are the cost of every metric: they take no branch that data could make
 * unpredictable, a row is always written, and kept by moving on.
 */
export function placing(
  on: Placement,
  outcomes: number,
  records: Records,
  grouping: GroupingOfKind,
): Selector {
  const { codes, groupOfCode, periods, asOf } = grouping;
  const periodCount = periods?.count ?? 1;
  const dated = on !== "always" && (periods !== undefined || asOf !== undefined);
  const place = dated ? byDate(datesOf(on, outcomes, records), on, grouping) : undefined;
  const earlier = on === "wonFromOpen" ? createdEarlier(records, periods) : undefined;
  const firstOfCode = groupOfCode?.map((group) => group * periodCount);
  return (from, to, into) => {
    selectOutcomes(records.outcome, outcomes, from, to, into);
    if (place !== undefined) place(into);
    else into.groups.fill(0, 0, into.length);
    earlier?.(into);
    if (codes !== undefined && firstOfCode !== undefined) addGroups(codes, firstOfCode, into);
    if (on === "always" && periodCount > 1) repeatForPeriods(periodCount, into);
  };
}

/** The records of a placed selection whose key passes. */
export function filterByKey(from: Selection, keys: Uint16Array, passing: Uint8Array, into: Selection): void {
  const { length, rows, groups } = from;
  const { rows: intoRows, groups: intoGroups } = into;
  let kept = 0;
  for (let k = 0; k < length; k++) {
    intoRows[kept] = rows[k]!;
    intoGroups[kept] = groups[k]!;
    kept += passing[keys[k]!]!;
  }
  into.length = kept;
}

/** Decided records have their close date as it stands, where no column knows better: nothing has to be derived. */
function datesOf(on: Exclude<Placement, "always">, outcomes: number, records: Records): Float64Array {
  const date = on === "wonFromOpen" ? "closeDate" : on;
  const plain = !records.has("wonDate") && !records.has("lostDate") && (outcomes & ~DECIDED) === 0;
  return records.numbers(date === "closeDate" && plain ? "closedDate" : (date as Role | DerivedRole));
}

/** Drops the records created in the period they are placed in. */
function createdEarlier(records: Records, periods: PeriodIndex | undefined): (selection: Selection) => void {
  if (periods === undefined) stop("needsPeriod");
  const created = records.numbers("createdDate");
  const { starts } = periods;
  return (selection) => {
    const { length, rows, groups } = selection;
    let kept = 0;
    for (let k = 0; k < length; k++) {
      rows[kept] = rows[k]!;
      groups[kept] = groups[k]!;
      kept += created[rows[k]!]! < starts[groups[k]!]! ? 1 : 0;
    }
    selection.length = kept;
  };
}

function selectOutcomes(outcome: Uint8Array, bits: number, from: number, to: number, into: Selection): void {
  const { rows } = into;
  let length = 0;
  for (let i = from; i < to; i++) {
    rows[length] = i;
    length += (bits >> outcome[i]!) & 1;
  }
  into.length = length;
}

function addGroups(codes: Int32Array, firstOfCode: Int32Array, { length, rows, groups }: Selection): void {
  for (let k = 0; k < length; k++) groups[k]! += firstOfCode[codes[rows[k]!]!]!;
}

/** Writes each record's period as its group and drops those dated in none. */
function byDate(
  dates: Float64Array,
  on: Placement,
  { periods, asOf }: GroupingOfKind,
): (selection: Selection) => void {
  // Expected dates lie in the future; only what has happened is hidden by asOf.
  const planned = on === "expectedCloseDate" || on === "periodStart";
  const lastSeen = asOf === undefined || planned ? Infinity : Math.floor(asOf) + 1;
  if (periods !== undefined && periods.only === undefined) {
    // Slot 0 stands for every day outside the table, slot 1 for its first day.
    const slots = new Int32Array(periods.ofDay.length + 1).fill(-1);
    slots.set(periods.ofDay, 1);
    const dayBefore = periods.firstDay - 1;
    return (selection) => keepInTable(selection, dates, lastSeen, slots, dayBefore);
  }
  const start = periods?.only?.start ?? -Infinity;
  const end = Math.min(periods?.only?.end ?? Infinity, lastSeen);
  return (selection) => keepBetween(selection, dates, start, end);
}

function keepInTable(
  selection: Selection,
  dates: Float64Array,
  lastSeen: number,
  slots: Int32Array,
  dayBefore: number,
): void {
  const { length, rows, groups } = selection;
  const lastSlot = slots.length - 1;
  let kept = 0;
  for (let k = 0; k < length; k++) {
    const row = rows[k]!;
    const date = dates[row]!;
    if (!(date < lastSeen)) continue;
    const slot = (date - dayBefore) | 0;
    const outside = (slot | (lastSlot - slot)) >> 31;
    const period = slots[slot & ~outside]!;
    rows[kept] = row;
    groups[kept] = period;
    kept += 1 + (period >> 31);
  }
  selection.length = kept;
}

function keepBetween(selection: Selection, dates: Float64Array, start: number, end: number): void {
  const { length, rows, groups } = selection;
  let kept = 0;
  for (let k = 0; k < length; k++) {
    const row = rows[k]!;
    const date = dates[row]!;
    rows[kept] = row;
    groups[kept] = 0;
    kept += date >= start && date < end ? 1 : 0;
  }
  selection.length = kept;
}

/** From the last record to the first, as the copies take the place of what follows. */
function repeatForPeriods(periodCount: number, selection: Selection): void {
  const { length, rows, groups } = selection;
  for (let k = length - 1; k >= 0; k--) {
    const row = rows[k]!;
    const group = groups[k]!;
    for (let period = 0; period < periodCount; period++) {
      rows[k * periodCount + period] = row;
      groups[k * periodCount + period] = group + period;
    }
  }
  selection.length = length * periodCount;
}

/** What a condition asks beside the outcome: a deal that is won now may have been open then. */
function withoutOutcome(condition: Condition): Condition {
  if (questionsOf(condition).length === 0) return { is: "all", of: [] };
  return condition.is === "all" ? { is: "all", of: condition.of.map(withoutOutcome) } : condition;
}

/**
 * Records that lasted at a moment of each period: open at its end, say, which is to be created before it and not closed
 * by then. Without periods and `asOf`: open by status, or without an end. A deal decided later was open then; an open
 * deal is open from its creation on.
 */
export function snapshot(population: Population, records: Records, grouping: GroupingOfKind): Selector {
  const { from: start, to: stops, at, decided } = SNAPSHOTS[population.on as Snapshot];
  const { codes, groupOfCode, periods, asOf } = grouping;
  const { outcomes, mask } = compileCondition(
    decided === true ? withoutOutcome(seenAt(asOf, population.where)) : population.where,
    records,
    asOf,
  );
  const { outcome } = records;
  const historic = periods !== undefined || asOf !== undefined;
  if (periods === undefined && at !== "end" && (at === "start" || asOf === undefined)) {
    if (population.on !== "openDuring") stop("needsPeriod");
  }
  const starts = historic ? records.numbers(start) : undefined;
  const ends =
    stops !== undefined && (historic || decided !== true) && has(records, stops)
      ? records.numbers(stops)
      : undefined;
  const count = periods?.count ?? 1;
  const everDecided = (1 << Outcome.open) | (1 << Outcome.won) | (1 << Outcome.lost);
  const eligible = decided !== true ? outcomes : historic ? everDecided : 1 << Outcome.open;
  const lastDay = asOf === undefined ? Infinity : Math.floor(asOf);
  /** First period whose moment lies after the date, as seen no later than asOf. */
  const firstAfter = (date: number, moment: "start" | "end"): number => {
    if (periods === undefined) return Math.floor(date) <= lastDay ? 0 : 1;
    if (Math.floor(date) > lastDay) return count;
    if (periods.only !== undefined) return date < periods.only[moment] ? 0 : 1;
    const day = Math.floor(date) - periods.firstDay;
    if (day < 0) return 0;
    const table = moment === "end" ? periods.firstEndingAfter : periods.firstStartingAfter;
    return day < table.length ? table[day]! : count;
  };
  const opens = at === "start" ? "start" : "end";
  const closes = at === "end" ? "end" : "start";
  return (from, to, into) => {
    const { rows, groups } = into;
    let length = 0;
    for (let i = from; i < to; i++) {
      if (((eligible >> outcome[i]!) & 1) === 0 || (mask !== undefined && mask[i] === 0)) continue;
      let first = 0;
      let end = count;
      if (starts !== undefined) {
        const since = starts[i]!;
        if (since !== since) continue;
        first = firstAfter(since, opens);
      }
      if (ends !== undefined && !(decided === true && outcome[i] === Outcome.open)) {
        const until = ends[i]!;
        if (until === until) end = historic ? firstAfter(until, closes) : 0;
        else if (decided === true) continue;
      }
      const group = codes === undefined || groupOfCode === undefined ? 0 : groupOfCode[codes[i]!]!;
      for (let p = first; p < end; p++) {
        rows[length] = i;
        groups[length++] = group * count + p;
      }
    }
    into.length = length;
  };
}

/** Deals need their close date; a subscription or a target without an end column runs on. */
function has(records: Records, role: Role | DerivedRole): boolean {
  return (role !== "endDate" && role !== "periodEnd") || records.has(role);
}
