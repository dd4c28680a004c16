import type { Filter } from "../core/metrics/ask";
import {
  nextPeriodStart,
  periodLabel,
  periodStart,
  type CalendarSettings,
  type Grain,
  type Period,
} from "../core/time/periods";
import { addMonths } from "../core/time/shift";

/** Reports are monthly, quarterly or yearly. */
export type ReportGrain = Extract<Grain, "month" | "quarter" | "year">;

/** What a person asks of a report. */
export interface ReportRequest {
  readonly grain: ReportGrain;
  /** A period in words (`2026-Q1`, `this quarter`); missing = the last complete one. */
  readonly period?: string;
  readonly filters: readonly Filter[];
}

/** The periods of a report. An unfinished one is compared with as many days of the others. */
export interface ReportPeriods {
  readonly grain: ReportGrain;
  readonly calendar: CalendarSettings;
  readonly period: Period;
  /** The period to its end, however much of it is over: what its targets are for. */
  readonly whole: Period;
  readonly previous: Period;
  readonly lastYear: Period;
  /** Twelve up to and with the period, oldest first; of years five. */
  readonly trend: readonly Period[];
  /** The period is not over: its numbers are those to date. */
  readonly toDate: boolean;
}

/** What a filter lets pass, word by word. */
export function filterWords({ value }: Filter): readonly string[] {
  return String(value)
    .split("|")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

const MONTHS: Readonly<Record<ReportGrain, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * The periods around the one that holds `day`, a serial day: the last complete one before today unless a period was asked
 * for.
 */
export function reportPeriods(
  grain: ReportGrain,
  today: number,
  calendar: CalendarSettings,
  asked?: Period,
): ReportPeriods {
  const current = periodStart(today, grain, calendar);
  const start =
    asked === undefined
      ? periodStart(current - 1, grain, calendar)
      : periodStart(asked.start, grain, calendar);
  const of = (first: number): Period => ({
    start: first,
    end: nextPeriodStart(first, grain),
    label: periodLabel(first, grain, calendar),
  });
  const whole = of(start);
  const toDate = whole.end > today + 1 && start <= today;
  const elapsed = today + 1 - start;
  const cut = (period: Period): Period =>
    toDate ? { ...period, end: Math.min(period.end, period.start + elapsed) } : period;
  const earlier = (steps: number): Period => of(addMonths(start, -steps * MONTHS[grain]));
  const count = grain === "year" ? 5 : 12;
  return {
    grain,
    calendar,
    period: cut(whole),
    whole,
    previous: cut(earlier(1)),
    lastYear: cut(of(addMonths(start, -12))),
    trend: Array.from({ length: count }, (_, at) =>
      at === count - 1 ? cut(whole) : earlier(count - 1 - at),
    ),
    toDate,
  };
}
