import { civilOf, isoDate, serialOf, weekday } from "./serial";

/** Half-open `[start, end)` in serial days: `end` is the midnight after the last day included. */
export interface Period {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

export type Grain = "day" | "week" | "month" | "quarter" | "year";
export const GRAINS: readonly Grain[] = ["day", "week", "month", "quarter", "year"];

export interface CalendarSettings {
  /** 1 … 12; the fiscal year is named by the calendar year in which it ends. */
  readonly fiscalYearStart: number;
  /** 0 = Monday … 6 = Sunday */
  readonly weekStart: number;
}

export const defaultCalendar: CalendarSettings = { fiscalYearStart: 1, weekStart: 0 };

/** Start of the grain's period that holds the day. */
export function periodStart(serial: number, grain: Grain, calendar = defaultCalendar): number {
  const day = Math.floor(serial);
  const { year, month } = civilOf(day);
  switch (grain) {
    case "day":
      return day;
    case "week":
      return day - ((weekday(day) - calendar.weekStart + 7) % 7);
    case "month":
      return serialOf(year, month, 1);
    case "quarter":
      return serialOf(year, month - ((month - calendar.fiscalYearStart + 12) % 3), 1);
    case "year":
      return serialOf(year, month - ((month - calendar.fiscalYearStart + 12) % 12), 1);
  }
}

/** First day of the following period of the same grain. */
export function nextPeriodStart(start: number, grain: Grain): number {
  const { year, month, day } = civilOf(start);
  switch (grain) {
    case "day":
      return start + 1;
    case "week":
      return start + 7;
    case "month":
      return serialOf(year, month + 1, day);
    case "quarter":
      return serialOf(year, month + 3, day);
    case "year":
      return serialOf(year + 1, month, day);
  }
}

/** The grain's periods from the one that holds `first` to the one that holds `last`, oldest first. */
export function periodsBetween(
  first: number,
  last: number,
  grain: Grain,
  calendar = defaultCalendar,
): Period[] {
  const periods: Period[] = [];
  let start = periodStart(first, grain, calendar);
  while (start <= last) {
    const end = nextPeriodStart(start, grain);
    periods.push({ start, end, label: periodLabel(start, grain, calendar) });
    start = end;
  }
  return periods;
}

/** `2025-03`, `2025-Q1`, `2025`, `FY2026`, `2025-W12`, `2025-03-31`: what `SALES.KPI` takes as a period. */
export function periodLabel(start: number, grain: Grain, calendar = defaultCalendar): string {
  const { year, month } = civilOf(start);
  const shift = (month - calendar.fiscalYearStart + 12) % 12;
  const fiscal = calendar.fiscalYearStart !== 1;
  const fiscalYear = civilOf(serialOf(year, month - shift + 11, 1)).year;
  switch (grain) {
    case "day":
      return isoDate(start);
    case "week":
      return isoWeekLabel(start);
    case "month":
      return isoDate(start).slice(0, 7);
    case "quarter":
      return `${fiscal ? `FY${fiscalYear}` : year}-Q${Math.floor(shift / 3) + 1}`;
    case "year":
      return fiscal ? `FY${fiscalYear}` : String(year);
  }
}

/** ISO 8601 week of the week's fourth day; a week that starts on Sunday takes the number of its Thursday. */
function isoWeekLabel(start: number): string {
  const thursday = start + ((3 - weekday(start) + 7) % 7);
  const { year } = civilOf(thursday);
  const week = Math.floor((thursday - serialOf(year, 1, 1)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}
