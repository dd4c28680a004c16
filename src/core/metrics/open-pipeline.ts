import {
  and,
  compare,
  deals,
  not,
  open,
  openAtAsOf,
  outcome,
  role,
  type Condition,
  type Population,
} from "../evaluate/expression";
import type { Dataset } from "../records/dataset";
import { Outcome } from "../records/outcome";
import { outcomeAt } from "../records/stages";
import { stop, type Note } from "../result";
import { isoDate } from "../time/serial";
import type { Given } from "./metric";
import { choice, type OptionValues } from "./options";

/** Which of the open deals: by when they are expected to close, and whether that day has passed. */
export const pipelineOptions = {
  horizon: choice(["all", "in-period", "by-period-end"], {
    "all open": "all",
    "expected close in period": "in-period",
    "expected close ≤ end of period": "by-period-end",
  }),
  overdue: choice(["include", "exclude", "only"], { separately: "only" }),
} as const;

export const openOrDecided = outcome("open", "won", "lost");

/** Deals that were open at the end of the period, or on the day of observation, or are by their status. */
export function openPipeline(
  { horizon, overdue }: OptionValues<typeof pipelineOptions>,
  given: Given,
  ...more: readonly Condition[]
): Population {
  const conditions = [...more];
  if (overdue !== "include") {
    if (given.asOf === undefined) stop("missingArgument", { option: `overdue=${overdue}`, argument: "asOf" });
    const late = compare(role("expectedCloseDate"), "<", Math.floor(given.asOf));
    conditions.push(overdue === "only" ? late : not(late));
  }
  if (horizon === "all") return deals(and(openOrDecided, ...conditions), "open");
  if (!given.hasPeriod) stop("missingArgument", { option: `horizon=${horizon}`, argument: "to" });
  if (horizon === "in-period") return deals(and(openAtAsOf, ...conditions), "expectedCloseDate");
  const due = compare(role("expectedCloseDate"), "<", given.period?.end ?? Infinity);
  return deals(and(openAtAsOf, due, ...conditions), "always");
}

/**
 * What may still close in the period: open deals expected to, where expected dates are known; else all that were open
 * at its end, or are by their status.
 */
export function stillToClose(given: Given, ...conditions: readonly Condition[]): Population {
  if (given.hasPeriod && given.has("expectedCloseDate"))
    return deals(and(openAtAsOf, ...conditions), "expectedCloseDate");
  return given.has("createdDate")
    ? deals(and(openOrDecided, ...conditions), "open")
    : deals(and(open, ...conditions), "always");
}

/**
 * The last day that may be seen: that of observation, else the last of the period, else the last date in the data
 * (`said` by a note). Undefined where there is none.
 */
export function observationDay(given: Given): { day: number; said: boolean } | undefined {
  if (given.asOf !== undefined) return { day: Math.floor(given.asOf), said: false };
  const end = given.period?.end ?? Infinity;
  if (end < Infinity) return { day: end - 1, said: false };
  const last = lastDate(given);
  return last === undefined ? undefined : { day: last, said: true };
}

/** What the pipeline looked like in the past is put together from dates: amounts and stages are today's. */
export function reconstructed(_dataset: Dataset, _options: unknown, given: Given): readonly Note[] {
  const day = given.asOf ?? (given.period === undefined ? Infinity : given.period.end - 1);
  const last = lastDate(given);
  return last !== undefined && day < last
    ? [{ message: "reconstructed", values: { date: isoDate(day) } }]
    : [];
}

/** How many of the open deals should have closed by now. */
export function overdueDeals(dataset: Dataset, given: Given): readonly Note[] {
  const records = dataset.deal;
  if (records?.has("expectedCloseDate") !== true || given.asOf === undefined) return [];
  const expected = records.numbers("expectedCloseDate");
  const created = records.has("createdDate") ? records.numbers("createdDate") : undefined;
  const isOpen = outcomeAt(records, given.asOf);
  let count = 0;
  for (let i = 0; i < records.rows; i++) {
    if (isOpen(i) !== Outcome.open || (created?.[i] ?? 0) > given.asOf + 1) continue;
    if ((expected[i] ?? NaN) < Math.floor(given.asOf)) count++;
  }
  return count === 0 ? [] : [{ message: "overdueDeals", values: { count } }];
}

function lastDate(given: Given): number | undefined {
  const dates = [given.lastDay("createdDate"), given.lastDay("closeDate")].filter(
    (date) => date !== undefined,
  );
  return dates.length === 0 ? undefined : Math.max(...dates);
}
