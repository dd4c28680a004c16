import { readAnyPeriod } from "../../core/records/read-any-period";
import {
  periodStart,
  periodLabel,
  type CalendarSettings,
  type Grain,
  type Period,
} from "../../core/time/periods";
import { addMonths, shiftPeriod } from "../../core/time/shift";
import { reportPeriods, type ReportGrain } from "../../reports/request";

/** The periods of the cards, for one that was chosen. */
export interface HomePeriods {
  readonly period: Period;
  /** The period to its end, which targets are for. */
  readonly whole: Period;
  readonly previous: Period;
  readonly lastYear: Period;
  /** Up to and with the period, oldest first. */
  readonly trend: readonly Period[];
  /** The period is not over. */
  readonly toDate: boolean;
}

/** Periods that roll with the day, as KPI formulas take them. */
export const ROLLING = ["last 30 days", "last 90 days", "last 12 months", "YTD"] as const;
export type Rolling = (typeof ROLLING)[number];
export const THIS_AND_LAST = [
  "this month",
  "last month",
  "this quarter",
  "last quarter",
  "this year",
  "last year",
] as const;

const GRAINS: readonly ReportGrain[] = ["quarter", "month", "year"];
const COUNTS: Readonly<Record<ReportGrain, number>> = { quarter: 8, month: 12, year: 4 };

/** Quarters, months and years up to the one that holds the day, the latest first. */
export function periodChoices(
  day: number,
  calendar: CalendarSettings,
): readonly { readonly grain: ReportGrain; readonly labels: readonly string[] }[] {
  return GRAINS.map((grain) => ({
    grain,
    labels: Array.from({ length: COUNTS[grain] }, (_, back) =>
      periodLabel(startBack(day, grain, back, calendar), grain, calendar),
    ),
  }));
}

/** The quarter in which the data ends; of data that goes on today, the current one. */
export function defaultPeriod(day: number, calendar: CalendarSettings): string {
  return periodLabel(periodStart(day, "quarter", calendar), "quarter", calendar);
}

/** The chosen period with the ones it is compared with; undefined for a text that is none. */
export function homePeriods(
  text: string,
  today: number,
  calendar: CalendarSettings,
): HomePeriods | undefined {
  const period = readAnyPeriod(text, today, calendar);
  if (period === undefined || period === "all") return undefined;
  const grain = isRolling(text) ? undefined : grainOf(period, calendar);
  if (grain !== undefined) return reportPeriods(grain, today, calendar, period);
  const months = reportPeriods("month", today, calendar, lastMonthOf(period, calendar));
  return {
    period,
    whole: period,
    previous: shiftPeriod(period, { to: "previous" }),
    lastYear: shiftPeriod(period, { to: "earlier", months: 12 }),
    trend: months.trend,
    toDate: false,
  };
}

function isRolling(text: string): text is Rolling {
  return (ROLLING as readonly string[]).includes(text);
}

function grainOf(period: Period, calendar: CalendarSettings): ReportGrain | undefined {
  return GRAINS.find(
    (grain) =>
      periodStart(period.start, grain, calendar) === period.start &&
      reportPeriods(grain, period.end, calendar, period).period.end === period.end,
  );
}

function lastMonthOf(period: Period, calendar: CalendarSettings): Period {
  const start = periodStart(period.end - 1, "month", calendar);
  return { start, end: addMonths(start, 1), label: "" };
}

function startBack(day: number, grain: ReportGrain, back: number, calendar: CalendarSettings): number {
  const months: Readonly<Record<ReportGrain, number>> = { month: 1, quarter: 3, year: 12 };
  return addMonths(periodStart(day, grain as Grain, calendar), -back * months[grain]);
}
