import { readDateText } from "./read-date";
import {
  defaultCalendar,
  nextPeriodStart,
  periodStart,
  type CalendarSettings,
  type Grain,
  type Period,
} from "../time/periods";
import { civilOf, serialOf, weekday } from "../time/serial";

/**
 * Reads an absolute period: `2026`, `FY2026`, `2026-Q1`, `FY2026-Q1`, `2026-03`, `2026-W12`, `2026-03-31`,
 * `2026-01-01..2026-03-31` (both days included). Undefined for anything else. Years and quarters follow the fiscal year; the
 * fiscal year is named by the year in which it ends.
 */
export function readPeriod(text: string, calendar: CalendarSettings = defaultCalendar): Period | undefined {
  const label = text.trim().toUpperCase();
  const range = /^(.+?)\s*\.\.\s*(.+)$/.exec(label);
  if (range) {
    const from = day(range[1] ?? "");
    const to = day(range[2] ?? "");
    return from === undefined || to === undefined || to < from
      ? undefined
      : { start: from, end: to + 1, label };
  }
  const year = /^(FY)?\s?(\d{4})$/.exec(label);
  if (year) return of(yearStart(Number(year[2]), calendar), "year", label);
  const quarter = /^(FY)?\s?(\d{4})[\s-]?Q([1-4])$/.exec(label);
  if (quarter) {
    const first = civilOf(yearStart(Number(quarter[2]), calendar));
    return of(serialOf(first.year, first.month + 3 * (Number(quarter[3]) - 1), 1), "quarter", label);
  }
  const month = /^(\d{4})-(\d{1,2})$/.exec(label);
  if (month) {
    const number = Number(month[2]);
    return number >= 1 && number <= 12
      ? of(serialOf(Number(month[1]), number, 1), "month", label)
      : undefined;
  }
  const week = /^(\d{4})-?W(\d{1,2})$/.exec(label);
  if (week) return isoWeek(Number(week[1]), Number(week[2]), calendar, label);
  const single = day(label);
  return single === undefined ? undefined : { start: single, end: single + 1, label };
}

function of(start: number, grain: Grain, label: string): Period {
  return { start, end: nextPeriodStart(start, grain), label };
}

/** First day of the fiscal year that ends in `year`. */
function yearStart(year: number, { fiscalYearStart }: CalendarSettings): number {
  return serialOf(fiscalYearStart === 1 ? year : year - 1, fiscalYearStart, 1);
}

/** ISO 8601: week 1 holds the year's first Thursday. */
function isoWeek(year: number, week: number, calendar: CalendarSettings, label: string): Period | undefined {
  const fourth = serialOf(year, 1, 4);
  const thursday = fourth - weekday(fourth) + 3 + 7 * (week - 1);
  if (week < 1 || civilOf(thursday).year !== year) return undefined;
  return of(periodStart(thursday, "week", calendar), "week", label);
}

function day(text: string): number | undefined {
  const date = readDateText(text.trim());
  return date !== undefined && "serial" in date ? Math.floor(date.serial) : undefined;
}
