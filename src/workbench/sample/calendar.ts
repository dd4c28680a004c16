/** Excel serial days of the sample's two years, and moments in office hours. */

export const FIRST_DAY = serial(2024, 7, 1);
export const LAST_DAY = serial(2026, 6, 30);

export interface Month {
  year: number;
  /** 1–12 */
  month: number;
  first: number;
  last: number;
}

export const MONTHS: readonly Month[] = Array.from({ length: 24 }, (_, index) => {
  const year = 2024 + Math.floor((index + 6) / 12);
  const month = ((index + 6) % 12) + 1;
  return { year, month, first: serial(year, month, 1), last: serial(year, month + 1, 1) - 1 };
});

export const QUARTERS = Array.from({ length: 8 }, (_, index) => {
  const year = 2024 + Math.floor((index + 2) / 4);
  const month = ((index + 2) % 4) * 3 + 1;
  return { first: serial(year, month, 1), last: serial(year, month + 3, 1) - 1 };
});

/** 25569 is the serial day of 1970-01-01. */
export function serial(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000 + 25569;
}

/** Saturdays and Sundays move to the Monday after. (Serial 2 was a Monday, as the weekday function counts.) */
export function workday(day: number): number {
  const weekday = (Math.floor(day) - 2) % 7;
  return weekday >= 5 ? Math.floor(day) + 7 - weekday : Math.floor(day);
}

/** A day with a time of day, in whole minutes, as Excel keeps it. */
export function at(day: number, minutes: number): number {
  return Math.floor(day) + Math.round(minutes) / 1440;
}

export function isoDate(day: number): string {
  return new Date((day - 25569) * 86_400_000).toISOString().slice(0, 10);
}
