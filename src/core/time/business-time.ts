import { weekday } from "./serial";

/** Opening hours, the same on each working day. Half-open like periods: at `closes` it is closed. */
export interface BusinessWeek {
  /** Fraction of a day: 0.375 = 09:00 */
  readonly opens: number;
  /** Fraction of a day, after `opens`; 1 = midnight. */
  readonly closes: number;
  /** Working days, 0 = Monday … 6 = Sunday */
  readonly days: readonly number[];
}

export const defaultBusinessWeek: BusinessWeek = { opens: 9 / 24, closes: 17 / 24, days: [0, 1, 2, 3, 4] };

/** Time by the clock in days, rounded to the millisecond: serials are binary fractions, 5 minutes are exactly 5/1440. */
export function wallTime(from: number, to: number): number {
  return (milliseconds(to) - milliseconds(from)) / DAY;
}

/**
 * Time open between two serial date-times, in days of 24 hours, rounded to the millisecond; `holidays` are whole serial
 * days. Negative where `to` lies before `from`, yet 0 where nothing was open between: whether a pair is the wrong way
 * round is told by `wallTime`. O(the lesser of the days between and the holidays).
 */
export function businessTime(
  from: number,
  to: number,
  week: BusinessWeek,
  holidays: ReadonlySet<number>,
): number {
  if (to < from) return 0 - businessTime(to, from, week, holidays);
  const start = milliseconds(from);
  const end = milliseconds(to);
  let open = openSinceMonday(end, week) - openSinceMonday(start, week);
  const first = Math.floor(start / DAY);
  const last = Math.floor(end / DAY);
  eachHoliday(first, last + 1, week, holidays, (day) => {
    open -= openOnDay(end - day * DAY, week) - openOnDay(start - day * DAY, week);
  });
  return open / DAY;
}

/** Number of working days in `[start, end)`, both midnights. */
export function businessDaysBetween(
  start: number,
  end: number,
  week: BusinessWeek,
  holidays: ReadonlySet<number>,
): number {
  if (end < start) return 0 - businessDaysBetween(end, start, week, holidays);
  const [first, last] = [Math.floor(start), Math.floor(end)];
  let days = daysSinceMonday(last, week) - daysSinceMonday(first, week);
  eachHoliday(first, last, week, holidays, () => days--);
  return days;
}

/**
 * Opening hours as options give them: "09:00-17:00", "9-17", "9am-5pm"; "mon-fri", "lu-vi", "mon,tue,thu", "sun-thu",
 * "1-5" (1 = Monday, as in ISO 8601). Undefined for anything else, hours across midnight included.
 */
export function readBusinessWeek(hours: string, days: string): BusinessWeek | undefined {
  const [opens, closes, ...rest] = plain(hours).split("-").map(readClock);
  const open = readDays(plain(days));
  if (opens === undefined || closes === undefined || rest.length > 0 || open === undefined) return undefined;
  return opens < closes ? { opens, closes, days: open } : undefined;
}

const DAY = 86_400_000;
/** Serial 2 is Monday, 1 January 1900 in a calendar without Excel's false 29 February. */
const MONDAY = 2;

function milliseconds(serial: number): number {
  return Math.round(serial * DAY);
}

/** Working days from the first Monday to the midnight that begins `day`: whole weeks, then what is left of one. */
function daysSinceMonday(day: number, { days }: BusinessWeek): number {
  const weeks = Math.floor((day - MONDAY) / 7);
  const today = weekday(day);
  let count = weeks * days.length;
  for (const each of days) if (each < today) count++;
  return count;
}

function openSinceMonday(moment: number, week: BusinessWeek): number {
  const day = Math.floor(moment / DAY);
  const whole = daysSinceMonday(day, week) * openOnDay(DAY, week);
  return week.days.includes(weekday(day)) ? whole + openOnDay(moment - day * DAY, week) : whole;
}

/** Time open on one working day up to a moment after its midnight. */
function openOnDay(sinceMidnight: number, { opens, closes }: BusinessWeek): number {
  const [open, close] = [milliseconds(opens), milliseconds(closes)];
  return Math.min(Math.max(sinceMidnight, open), close) - open;
}

/** Holidays on working days in `[first, end)`, by whichever is fewer: the days or the holidays. */
function eachHoliday(
  first: number,
  end: number,
  { days }: BusinessWeek,
  holidays: ReadonlySet<number>,
  take: (day: number) => void,
): void {
  if (holidays.size === 0) return;
  if (end - first < holidays.size) {
    for (let day = first; day < end; day++) if (holidays.has(day) && days.includes(weekday(day))) take(day);
  } else {
    for (const day of holidays) if (day >= first && day < end && days.includes(weekday(day))) take(day);
  }
}

/** Lower case without accents, every dash between two ends the same: "Luni – Vineri" is "luni-vineri". */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .trim()
    .replace(/\s*(?:[-‐‑‒–—−]|\bto\b|\bpana la\b|\bpana\b)\s*/gu, "-");
}

function readClock(text: string): number | undefined {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/.exec(text);
  if (match === null) return undefined;
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (match[3] !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (match[3] === "pm" ? 12 : 0);
  }
  const minutes = hour * 60 + minute;
  return minute > 59 || minutes > 1440 ? undefined : minutes / 1440;
}

const DAY_WORDS = [
  "1|mo|mon|monday|lu|lun|luni",
  "2|tu|tue|tues|tuesday|ma|mar|marti",
  "3|we|wed|wednesday|mi|mie|miercuri",
  "4|th|thu|thur|thurs|thursday|jo|joi",
  "5|fr|fri|friday|vi|vin|vineri",
  "6|sa|sat|saturday|sam|sambata",
  "7|su|sun|sunday|du|dum|duminica",
].map((line) => line.split("|"));

function readDays(text: string): number[] | undefined {
  const found = new Set<number>();
  for (const part of text.split(/[\s,;+/|]+/)) {
    const [first, last = first, ...rest] = part
      .split("-")
      .map((word) => DAY_WORDS.findIndex((names) => names.includes(word)));
    if (first === undefined || last === undefined || first < 0 || last < 0 || rest.length > 0)
      return undefined;
    for (let day = first; ; day = (day + 1) % 7) {
      found.add(day);
      if (day === last) break;
    }
  }
  return [...found].sort((a, b) => a - b);
}
