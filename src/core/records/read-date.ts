import { LAST_SERIAL, serialOfValid } from "../time/serial";
import { normaliseWord } from "../text";

/** How day and month stand in a text such as 03/04/2025. */
export type DateOrder = "dmy" | "mdy";

export type DateText =
  | { readonly serial: number; readonly shows?: DateOrder }
  /** Readable both ways: `dmy` and `mdy` differ. */
  | { readonly dmy: number; readonly mdy: number };

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  january: 1,
  ian: 1,
  ianuarie: 1,
  feb: 2,
  february: 2,
  februarie: 2,
  mar: 3,
  march: 3,
  martie: 3,
  apr: 4,
  april: 4,
  aprilie: 4,
  may: 5,
  mai: 5,
  jun: 6,
  june: 6,
  iun: 6,
  iunie: 6,
  jul: 7,
  july: 7,
  iul: 7,
  iulie: 7,
  aug: 8,
  august: 8,
  sep: 9,
  sept: 9,
  september: 9,
  septembrie: 9,
  oct: 10,
  october: 10,
  octombrie: 10,
  nov: 11,
  november: 11,
  noiembrie: 11,
  dec: 12,
  december: 12,
  decembrie: 12,
};

const TIME = String.raw`(?:[T,\s]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(am|pm)?\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2})?)?`;
const ISO = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`, "i");
const NUMERIC = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`, "i");
const DAY_NAME_YEAR = new RegExp(
  String.raw`^(\d{1,2})[\s./-]+(\p{L}{3,10})\.?[\s./,-]+(\d{4}|\d{2})${TIME}$`,
  "iu",
);
const NAME_DAY_YEAR = new RegExp(
  String.raw`^(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TIME}$`,
  "iu",
);

/** Excel's window for two-digit years: 00–29 are 2000–2029, 30–99 are 1930–1999. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 30 ? 2000 + year : 1900 + year;
}

/**
 * Reads one text date. `2025-03-31`, `31.03.2025` (points: always day first), `31/03/25 14:05`, `3/31/2025 2:05 PM`,
 * `31 martie 2025`, `Mar 31, 2025`. A time zone written behind a time is ignored: the clock time as written counts.
 * Undefined for what is no date.
 */
export function readDateText(text: string): DateText | undefined {
  let match = ISO.exec(text);
  if (match) {
    return one(serialOfValid(Number(match[1]), Number(match[2]), Number(match[3])), timeOf(match, 4));
  }
  match = NUMERIC.exec(text);
  if (match) {
    const [a, b, year] = [Number(match[1]), Number(match[3]), fullYear(match[4] ?? "")];
    const time = timeOf(match, 5);
    const dmy = serialOfValid(year, b, a) + time;
    const mdy = serialOfValid(year, a, b) + time;
    if (match[2] === ".") return one(dmy, 0);
    if (Number.isNaN(dmy)) return one(mdy, 0, "mdy");
    if (Number.isNaN(mdy)) return one(dmy, 0, "dmy");
    return dmy === mdy ? { serial: dmy } : { dmy, mdy };
  }
  match = DAY_NAME_YEAR.exec(text);
  if (match) return named(match[1], match[2], match[3], timeOf(match, 4));
  match = NAME_DAY_YEAR.exec(text);
  if (match) return named(match[2], match[1], match[3], timeOf(match, 4));
  return undefined;
}

/** A number as a date: a serial, or 20250331 as some exports write days. NaN when it is neither. */
export function readDateNumber(value: number): number {
  if (value > 0 && value <= LAST_SERIAL + 1) return value;
  if (value >= 19000101 && value <= 99991231 && Number.isInteger(value)) {
    return serialOfValid(Math.floor(value / 10000), Math.floor(value / 100) % 100, value % 100);
  }
  return NaN;
}

function named(day = "", month = "", year = "", time = 0): DateText | undefined {
  const number = MONTHS[normaliseWord(month)];
  return number === undefined ? undefined : one(serialOfValid(fullYear(year), number, Number(day)), time);
}

function one(day: number, time: number, shows?: DateOrder): DateText | undefined {
  const serial = day + time;
  if (Number.isNaN(serial)) return undefined;
  return shows === undefined ? { serial } : { serial, shows };
}

/** Fraction of a day from hour, minute, second and am/pm, beginning at group `at`; NaN for 25:00. */
function timeOf(match: RegExpExecArray, at: number): number {
  if (match[at] === undefined) return 0;
  let hour = Number(match[at]);
  const minute = Number(match[at + 1]);
  const second = Number(match[at + 2] ?? 0);
  const half = match[at + 3]?.toLowerCase();
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return NaN;
    hour = (hour % 12) + (half === "pm" ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || second > 59) return NaN;
  return (hour * 3600 + minute * 60 + second) / 86400;
}
