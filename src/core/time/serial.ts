/**
 * Excel serial days, 1900 system: 1 = 1900-01-01, 25569 = 1970-01-01; the fraction is the time of day.
 * All arithmetic is on whole days in UTC, so no time zone can shift a date.
 */
const UNIX_EPOCH = 25569;
const MS_PER_DAY = 86_400_000;
/** 9999-12-31, the last day Excel knows. */
export const LAST_SERIAL = 2_958_465;
/** Serial 0 of a workbook that counts from 1904 is this day of the 1900 system. */
export const OFFSET_1904 = 1462;

export interface CivilDate {
  readonly year: number;
  /** 1 … 12 */
  readonly month: number;
  readonly day: number;
}

/** Serial of a calendar date; month and day may overflow as in `DATE()` (month 13 is January next year). */
export function serialOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / MS_PER_DAY + UNIX_EPOCH;
}

export function civilOf(serial: number): CivilDate {
  const date = new Date((Math.floor(serial) - UNIX_EPOCH) * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** NaN unless the three numbers name a real calendar day between 1900 and 9999. */
export function serialOfValid(year: number, month: number, day: number): number {
  if (!(year >= 1900 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return NaN;
  if (day > 28 && day > daysInMonth(year, month)) return NaN;
  return serialOf(year, month, day);
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `2025-03-31`, for messages. */
export function isoDate(serial: number): string {
  const { year, month, day } = civilOf(serial);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** 0 = Monday … 6 = Sunday. */
export function weekday(serial: number): number {
  return (((Math.floor(serial) - 2) % 7) + 7) % 7;
}

/** Whether some of the date-times say more than the day; nothing is known of none. */
export function hasTimes(serials: Float64Array): boolean {
  let known = 0;
  for (const serial of serials) {
    if (serial !== serial) continue;
    if (!Number.isInteger(serial)) return true;
    known++;
  }
  return known === 0;
}
