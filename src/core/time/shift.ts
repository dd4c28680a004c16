import { periodStart, type Period } from "./periods";
import { civilOf, serialOf } from "./serial";

/** From a period to another one that it is compared with or made of. */
export type Shift =
  /** The period of equal length just before it; a whole number of months is taken as such. */
  | { readonly to: "previous" }
  /** The same days some months earlier: 12 is the same period last year. */
  | { readonly to: "earlier"; readonly months: number }
  | { readonly to: "daysEarlier"; readonly days: number }
  /** The last complete months up to its end. */
  | { readonly to: "lastMonths"; readonly months: number; readonly end?: number }
  /** The days just before its end. */
  | { readonly to: "lastDays"; readonly days: number }
  | { readonly to: "given"; readonly period: Period };

/**
 * The shifted period. Where `asOf` cuts the period short, the compared one is cut to the same number of elapsed days,
 * so that an unfinished month is not compared with a whole one.
 */
export function shiftPeriod(period: Period, shift: Shift, asOf = Infinity): Period {
  const seen = Math.floor(asOf) + 1;
  const end = Math.min(period.end, seen);
  switch (shift.to) {
    case "previous": {
      const months = wholeMonths(period);
      const start =
        months === undefined ? period.start - (period.end - period.start) : addMonths(period.start, -months);
      return cut({ start, end: period.start, label: "" }, period, end);
    }
    case "earlier":
      return cut(
        {
          start: addMonths(period.start, -shift.months),
          end: addMonths(period.end, -shift.months),
          label: "",
        },
        period,
        end,
      );
    case "daysEarlier":
      return { start: period.start - shift.days, end: period.end - shift.days, label: "" };
    case "lastMonths": {
      const last = periodStart(shift.end ?? end, "month");
      return { start: addMonths(last, -shift.months), end: last, label: "" };
    }
    case "lastDays":
      return { start: end - shift.days, end, label: "" };
    case "given":
      return shift.period;
  }
}

function cut(shifted: Period, period: Period, end: number): Period {
  if (end >= period.end || end <= period.start) return shifted;
  return { ...shifted, end: Math.min(shifted.end, shifted.start + (end - period.start)) };
}

/** Months a period consists of, where it begins and ends with a month. */
function wholeMonths({ start, end }: Period): number | undefined {
  const first = civilOf(start);
  const after = civilOf(end);
  if (first.day !== 1 || after.day !== 1) return undefined;
  return 12 * (after.year - first.year) + after.month - first.month;
}

/** The same day some months later, or the month's last day where it has no such day. */
export function addMonths(serial: number, months: number): number {
  if (!Number.isFinite(serial) || serial < 0) return serial;
  const { year, month, day } = civilOf(serial);
  const first = serialOf(year, month + months, 1);
  const length = serialOf(year, month + months + 1, 1) - first;
  return first + Math.min(day, length) - 1;
}
