import { stop } from "../result";
import { nextPeriodStart, periodStart, type CalendarSettings, type Period } from "./periods";
import { civilOf, serialOf } from "./serial";

/** From a period to another one that it is compared with or made of. */
export type Shift =
  /** The period of equal length just before it; a whole number of months is taken as such. */
  | { readonly to: "previous"; readonly whole?: true }
  /** The same days some months earlier: 12 is the same period last year. */
  | { readonly to: "earlier"; readonly months: number; readonly whole?: true }
  | { readonly to: "daysEarlier"; readonly days: number }
  /** The last complete months up to its end; of quarters, the last complete ones. `end` = the end where none is asked for. */
  | {
      readonly to: "lastMonths";
      readonly months: number;
      readonly grain?: "month" | "quarter";
      readonly end?: number;
      readonly calendar?: CalendarSettings | undefined;
    }
  /** The days just before its end. */
  | { readonly to: "lastDays"; readonly days: number; readonly end?: number }
  /** The month or quarter in which it ends, up to its end; or the one before that. */
  | {
      readonly to: "grain";
      readonly grain: "month" | "quarter";
      readonly back: 0 | 1;
      readonly whole?: true;
      /** The last day, where no period is asked for. */
      readonly end?: number;
      readonly calendar?: CalendarSettings | undefined;
    }
  | { readonly to: "given"; readonly period: Period; readonly whole?: true };

/**
 * The shifted period. Where `asOf` cuts the period short, the compared one is cut to the same number of elapsed days,
 * so that an unfinished month is not compared with a whole one, unless it is asked for `whole`.
 */
export function shiftPeriod(asked: Period, shift: Shift, asOf = Infinity): Period {
  const period = bounded(asked, shift, asOf);
  const end = Math.min(period.end, Math.floor(asOf) + 1);
  switch (shift.to) {
    case "previous": {
      const months = wholeMonths(period);
      const start =
        months === undefined ? period.start - (period.end - period.start) : addMonths(period.start, -months);
      return cut({ start, end: period.start, label: "" }, period, end, shift.whole);
    }
    case "earlier": {
      const start = addMonths(period.start, -shift.months);
      return cut({ start, end: endEarlier(period.end, shift.months), label: "" }, period, end, shift.whole);
    }
    case "daysEarlier":
      return { start: period.start - shift.days, end: period.end - shift.days, label: "" };
    case "lastMonths": {
      const last = periodStart(end, shift.grain ?? "month", shift.calendar);
      return { start: addMonths(last, -shift.months), end: last, label: "" };
    }
    case "lastDays":
      return { start: end - shift.days, end, label: "" };
    case "grain": {
      const start = periodStart(end - 1, shift.grain, shift.calendar);
      if (shift.back === 0) return { start, end, label: "" };
      const whole = { start, end: nextPeriodStart(start, shift.grain), label: "" };
      const before = { start: periodStart(start - 1, shift.grain, shift.calendar), end: start, label: "" };
      return cut(before, whole, end, shift.whole);
    }
    case "given":
      return cut(shift.period, period, end, shift.whole);
  }
}

/** A period without an end ends with what may be seen; what has to be compared needs a beginning too. */
function bounded(period: Period, shift: Shift, asOf: number): Period {
  const fallback = "end" in shift && shift.end !== undefined ? shift.end : Infinity;
  const end = period.end < Infinity ? period.end : Math.floor(Math.min(asOf, fallback)) + 1;
  const compared = shift.to === "previous" || shift.to === "earlier" || shift.to === "given";
  if (!(end < Infinity) || (compared && period.start < 0)) stop("needsPeriod");
  return { ...period, end };
}

function cut(shifted: Period, period: Period, end: number, whole?: true): Period {
  if (whole === true || end >= period.end || end <= period.start) return shifted;
  return { ...shifted, end: Math.min(shifted.end, shifted.start + (end - period.start)) };
}

/** Months a period consists of, where it begins and ends with a month. */
function wholeMonths({ start, end }: Period): number | undefined {
  const first = civilOf(start);
  const after = civilOf(end);
  if (first.day !== 1 || after.day !== 1) return undefined;
  return 12 * (after.year - first.year) + after.month - first.month;
}

/** The last day some months earlier, of which a month's last day is a month's last day. */
function endEarlier(end: number, months: number): number {
  return civilOf(end).day === 1 ? addMonths(end, -months) : addMonths(end - 1, -months) + 1;
}

/** The same day some months later, or the month's last day where it has no such day. */
export function addMonths(serial: number, months: number): number {
  if (!Number.isFinite(serial) || serial < 0) return serial;
  const { year, month, day } = civilOf(serial);
  const first = serialOf(year, month + months, 1);
  const length = serialOf(year, month + months + 1, 1) - first;
  return first + Math.min(day, length) - 1;
}
