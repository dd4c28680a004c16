/* eslint-disable @typescript-eslint/no-non-null-assertion -- the hot loops: every index is in range by construction */
import type { PeriodIndex } from "./groups";
import { compileCondition } from "./conditions";
import type { Population } from "./expression";
import { Outcome, type Records } from "../records/records";

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

export type Selector = (from: number, to: number, into: Selection) => void;

/**
 * Compiles a population to a function that fills a selection for the rows `from … to`. The loops are kept plain and
 * branch-free where it pays: they are the cost of every metric.
 */
export function selectorOf(population: Population, records: Records, grouping: GroupingOfKind): Selector {
  if (population.on === "open" || population.on === "openDuring")
    return openSelector(population, records, grouping);
  const { outcomes, mask } = compileCondition(population.where, records, grouping.asOf);
  const { outcome } = records;
  const { codes, groupOfCode, periods } = grouping;
  const dated = population.on !== "always" && (periods !== undefined || grouping.asOf !== undefined);
  const dates = dated ? records.numbers(population.on) : undefined;
  // Expected dates lie in the future; only what has happened is hidden by asOf.
  const lastSeen =
    grouping.asOf === undefined || population.on === "expectedCloseDate"
      ? Infinity
      : Math.floor(grouping.asOf) + 1;
  const periodCount = periods?.count ?? 1;
  const only = periods?.only;
  const ofDay = periods?.ofDay;
  const firstDay = periods?.firstDay ?? 0;
  const days = ofDay?.length ?? 0;
  return (from, to, into) => {
    const { rows, groups } = into;
    let length = 0;
    for (let i = from; i < to; i++) {
      if (((outcomes >> outcome[i]!) & 1) === 0 || (mask !== undefined && mask[i] === 0)) continue;
      let period = 0;
      if (dates !== undefined) {
        const date = dates[i]!;
        if (!(date < lastSeen)) continue;
        if (only !== undefined) {
          if (!(date >= only.start && date < only.end)) continue;
        } else if (ofDay !== undefined) {
          const day = date - firstDay;
          if (!(day >= 0 && day < days)) continue;
          period = ofDay[day | 0]!;
          if (period < 0) continue;
        }
      }
      const group = codes === undefined || groupOfCode === undefined ? 0 : groupOfCode[codes[i]!]!;
      if (population.on === "always" && periodCount > 1) {
        for (let p = 0; p < periodCount; p++) {
          rows[length] = i;
          groups[length++] = group * periodCount + p;
        }
        continue;
      }
      rows[length] = i;
      groups[length++] = group * periodCount + period;
    }
    into.length = length;
  };
}

/** Whether one of the periods holds the date. */
function holds(periods: PeriodIndex, date: number): boolean {
  if (periods.only !== undefined) return date >= periods.only.start && date < periods.only.end;
  const day = Math.floor(date) - periods.firstDay;
  return day >= 0 && day < periods.ofDay.length && periods.ofDay[day]! >= 0;
}

/**
 * Open at the end of each period: created before it, not closed by then. Without periods and `asOf`: open by status
 * now. A deal decided later was open then; an open deal is open from its creation on.
 */
function openSelector(population: Population, records: Records, grouping: GroupingOfKind): Selector {
  const { mask } = compileCondition(population.where, records, grouping.asOf);
  const { outcome } = records;
  const { codes, groupOfCode, periods, asOf } = grouping;
  const during = population.on === "openDuring";
  const historic = periods !== undefined || asOf !== undefined;
  const created = historic ? records.numbers("createdDate") : undefined;
  const closed = historic ? records.numbers("closeDate") : undefined;
  const count = periods?.count ?? 1;
  const eligible = historic
    ? (1 << Outcome.open) | (1 << Outcome.won) | (1 << Outcome.lost)
    : 1 << Outcome.open;
  const lastDay = asOf === undefined ? Infinity : Math.floor(asOf);
  /** First period whose end lies after the day, as seen no later than asOf. */
  const firstFrom = (date: number): number => {
    if (periods === undefined) return Math.floor(date) <= lastDay ? 0 : 1;
    if (Math.floor(date) > lastDay) return count;
    if (periods.only !== undefined) return date < periods.only.end ? 0 : 1;
    const day = Math.floor(date) - periods.firstDay;
    if (day < 0) return 0;
    return day < periods.firstEndingAfter.length ? periods.firstEndingAfter[day]! : count;
  };
  return (from, to, into) => {
    const { rows, groups } = into;
    let length = 0;
    for (let i = from; i < to; i++) {
      if (((eligible >> outcome[i]!) & 1) === 0 || (mask !== undefined && mask[i] === 0)) continue;
      let first = 0;
      let end = count;
      if (created !== undefined && closed !== undefined) {
        const start = created[i]!;
        if (start !== start) continue;
        first = firstFrom(start);
        if (outcome[i] !== Outcome.open) {
          const close = closed[i]!;
          if (close !== close) continue;
          end = firstFrom(close);
          if (during && periods !== undefined && holds(periods, close)) end++;
        }
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
