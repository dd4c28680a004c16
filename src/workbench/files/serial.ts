const msPerDay = 86_400_000;
/** Serial 0 of the 1900 system, moved by a day because of the 29 February 1900 that Excel counts and never was. */
const epoch = Date.UTC(1899, 11, 30);

/** Excel's serial of a calendar day (1900 system), or undefined if there is no such day or Excel has no serial for it. */
export function dateSerial(year: number, month: number, day: number): number | undefined {
  if (year < 1900 || year > 9999) return undefined;
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return undefined;
  }
  const serial = Math.round((time - epoch) / msPerDay);
  // before 1 March 1900 Excel's count is one lower
  return serial < 61 ? serial - 1 : serial;
}

/** The part of a day a time of day is, or undefined if it is none. */
export function timeFraction(
  hours: string | undefined,
  minutes = "0",
  seconds = "0",
  half?: string,
): number | undefined {
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) >= 60) return undefined;
  return (hour * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

/** A date a file reader made of a serial, back to the serial; a time of day without a day keeps its fraction. */
export function serialOfDate(date: Date, uses1904Dates = false): number {
  // readers build dates in UTC, exact to the millisecond
  const days = (date.getTime() - epoch) / msPerDay;
  return days < 61 && days >= 1 && !uses1904Dates ? days - 1 : days;
}
