import { businessDaysBetween, defaultBusinessWeek } from "../time/business-time";
import type { Period } from "../time/periods";

/** What is known of the days on which people work. */
export interface WorkCalendar {
  /** Working days, 0 = Monday … 6 = Sunday; missing where nobody said. */
  readonly weekdays?: readonly number[];
  /** Whole serial days. */
  readonly holidays: ReadonlySet<number>;
}

/** How much of a period has passed. */
export interface Elapsed {
  readonly days: number;
  readonly of: number;
  /** Business days where working days or holidays are known, else those of the calendar. */
  readonly by: "business" | "calendar";
}

/** How a total keeps up with its target (catalogue § 2.6, PACE). */
export interface Pace {
  /** The part of the target that is due by now. */
  readonly expected: number;
  readonly gap: number;
  /** actual ÷ expected */
  readonly share: number;
  /** What the period ends with at this pace; missing in its first tenth. */
  readonly projected?: number;
  /** What each remaining day takes to reach the target; missing where it is reached, or no day remains. */
  readonly neededADay?: number;
}

/** Days of a period before `until`, a midnight, out of all of them. */
export function elapsedDays(whole: Period, until: number, { weekdays, holidays }: WorkCalendar): Elapsed {
  const end = Math.min(Math.max(until, whole.start), whole.end);
  if (weekdays !== undefined || holidays.size > 0) {
    const week = { ...defaultBusinessWeek, ...(weekdays === undefined ? {} : { days: weekdays }) };
    const of = businessDaysBetween(whole.start, whole.end, week, holidays);
    if (of > 0) return { days: businessDaysBetween(whole.start, end, week, holidays), of, by: "business" };
  }
  return { days: end - whole.start, of: whole.end - whole.start, by: "calendar" };
}

/** A total to date against the target of its whole period. Undefined before the first day is over. */
export function paceOf(actual: number, target: number, { days, of }: Elapsed): Pace | undefined {
  const passed = days / of;
  const expected = target * passed;
  if (!(expected > 0)) return undefined;
  const left = of - days;
  return {
    ...{ expected, gap: actual - expected, share: actual / expected },
    ...(passed >= 0.1 ? { projected: actual / passed } : {}),
    ...(left > 0 && actual < target ? { neededADay: (target - actual) / left } : {}),
  };
}
