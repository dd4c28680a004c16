import { serialOf } from "../core/time/serial";

/** Now on the clock of the wall, as a serial day with its time; the one place of the dataset that knows the time. */
export function localNow(): number {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of FORMAT.formatToParts(new Date())) parts[type] = Number(value);
  const { year = 1900, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return serialOf(year, month, day) + (hour * 3600 + minute * 60 + second) / 86_400;
}

const FORMAT = new Intl.DateTimeFormat("en-US", {
  calendar: "gregory",
  numberingSystem: "latn",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
  hourCycle: "h23",
});
