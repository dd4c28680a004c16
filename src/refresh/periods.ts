import { readAnyPeriod } from "../core/records/read-any-period";
import { periodLabel, periodStart, type CalendarSettings, type Period } from "../core/time/periods";
import { addMonths } from "../core/time/shift";
import { reportPeriods, type ReportGrain, type ReportPeriods } from "../reports/request";

/** The periods of a report as settings ask for it; data that ended long ago is reported up to its end. */
export function askedPeriods(
  { grain, period }: { readonly grain: ReportGrain; readonly period?: string },
  today: number,
  lastDay: number,
  calendar: CalendarSettings,
): ReportPeriods {
  return reportPeriods(grain, today, calendar, periodOf(grain, period, today, lastDay, calendar));
}

/** Labels of the periods that a person may choose from, the latest first; the current one is not among them. */
export function olderPeriods(
  grain: ReportGrain,
  today: number,
  lastDay: number,
  calendar: CalendarSettings,
): readonly string[] {
  const { start } = askedPeriods({ grain }, today, lastDay, calendar).period;
  return Array.from({ length: COUNTS[grain] }, (_, back) =>
    periodLabel(addMonths(start, -(back + 1) * MONTHS[grain]), grain, calendar),
  );
}

function periodOf(
  grain: ReportGrain,
  asked: string | undefined,
  today: number,
  lastDay: number,
  calendar: CalendarSettings,
): Period | undefined {
  if (asked === "current") return day(today);
  const read = asked === undefined ? undefined : readAnyPeriod(asked, today, calendar);
  if (read !== undefined && read !== "all") return read;
  // The last complete period, or the one in which the data ends where that was before.
  return lastDay < periodStart(periodStart(today, grain, calendar) - 1, grain, calendar)
    ? day(lastDay)
    : undefined;
}

function day(serial: number): Period {
  return { start: serial, end: serial + 1, label: "" };
}

const MONTHS: Readonly<Record<ReportGrain, number>> = { month: 1, quarter: 3, year: 12 };
const COUNTS: Readonly<Record<ReportGrain, number>> = { month: 24, quarter: 12, year: 6 };
