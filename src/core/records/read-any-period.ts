import { normaliseWord } from "../text";
import {
  defaultCalendar,
  nextPeriodStart,
  periodLabel,
  periodStart,
  type CalendarSettings,
  type Grain,
  type Period,
} from "../time/periods";
import { isoDate } from "../time/serial";
import { addMonths } from "../time/shift";
import { readPeriod } from "./read-period";

/**
 * Reads a period relative to a day, in English or Romanian, or an absolute one (`readPeriod`): `YTD`, `this month`,
 * `luna trecută`, `last 90 days`, `ultimele 12 luni`. "The last n days" end with today; the last n weeks, months, quarters
 * and years are the complete ones before the current. "all" is all time. Undefined for anything else.
 */
export function readAnyPeriod(
  text: string,
  today: number,
  calendar: CalendarSettings = defaultCalendar,
): Period | "all" | undefined {
  const absolute = readPeriod(text, calendar);
  if (absolute !== undefined) return absolute;
  const words = normaliseWord(text);
  if (ALL.has(words)) return "all";
  const quarter = /^([qt][1-4]) (fy)? ?(\d{4})$|^(?:(fy) ?)?(\d{4}) ([t][1-4])$/.exec(words);
  if (quarter) {
    const number = (quarter[1] ?? quarter[6] ?? "").slice(1);
    return readPeriod(`${quarter[2] ?? quarter[4] ?? ""}${quarter[3] ?? quarter[5]}-Q${number}`, calendar);
  }
  return toDate(words, today, calendar) ?? current(words, today, calendar) ?? lastOf(words, today, calendar);
}

const ALL = new Set("all|all time|everything|tot|toate|toata perioada|toate datele".split("|"));

/** From the beginning of the current year, quarter, month or week to today. */
function toDate(words: string, today: number, calendar: CalendarSettings): Period | undefined {
  const grain = TO_DATE.get(words);
  return grain === undefined ? undefined : days(periodStart(today, grain, calendar), today + 1);
}

const TO_DATE = byWords({
  year: "ytd|year to date|de la inceputul anului|anul pana azi|anul pana acum",
  quarter: "qtd|quarter to date|de la inceputul trimestrului|trimestrul pana azi|trimestrul pana acum",
  month: "mtd|month to date|de la inceputul lunii|luna pana azi|luna pana acum",
  week: "wtd|week to date|de la inceputul saptamanii|saptamana pana azi|saptamana pana acum",
});

const GRAINS = byWords({
  day: "day|days|zi|zile|ziua",
  week: "week|weeks|saptamana|saptamani|saptamanile",
  month: "month|months|luna|luni|lunile",
  quarter: "quarter|quarters|trimestru|trimestrul|trimestre|trimestrele",
  year: "year|years|fiscal year|fiscal years|an|anul|ani|anii",
});

const THIS = "this|current|aceasta|acesta|asta|curenta|curent|in curs";
const LAST = "last|previous|trecuta|trecut|anterioara|anterior|precedenta|precedent";
const NEXT = "next|viitoare|viitor|urmatoare|urmatoarea|urmator|urmatorul";

/** "this month", "luna aceasta", "last quarter", "anul trecut", "today", "ieri". */
function current(words: string, today: number, calendar: CalendarSettings): Period | undefined {
  const day = DAYS.get(words);
  if (day !== undefined) return days(today + Number(day), today + Number(day) + 1);
  for (const [which, step] of WHICH) {
    const match = which.exec(words);
    const grain = GRAINS.get(match?.[1] ?? match?.[2] ?? "");
    if (grain === undefined || grain === "day") continue;
    const now = periodStart(today, grain, calendar);
    const start =
      step === 0 ? now : step < 0 ? periodStart(now - 1, grain, calendar) : nextPeriodStart(now, grain);
    return { start, end: nextPeriodStart(start, grain), label: periodLabel(start, grain, calendar) };
  }
  return undefined;
}

const DAYS = byWords({ "0": "today|azi|astazi", "-1": "yesterday|ieri", "1": "tomorrow|maine" });
const WHICH = (
  [
    [THIS, 0],
    [LAST, -1],
    [NEXT, 1],
  ] as const
).map(([which, step]) => [new RegExp(`^(?:(?:${which}) (.+)|(.+) (?:${which}))$`), step] as const);

/** "last 90 days", "ultimele 12 luni", "past year". */
function lastOf(words: string, today: number, calendar: CalendarSettings): Period | undefined {
  const match =
    /^(?:the )?(?:last|past|previous|ultim(?:ele|ii|a|ul)) (?:(\d{1,4}) )?(?:de )?(.+)$/.exec(words) ??
    undefined;
  const grain = GRAINS.get(match?.[2] ?? "");
  const count = Number(match?.[1] ?? 1);
  if (match === undefined || grain === undefined || count < 1) return undefined;
  if (grain === "day") return days(today + 1 - count, today + 1);
  const end = periodStart(today, grain, calendar);
  const start = grain === "week" ? end - 7 * count : addMonths(end, -count * MONTHS[grain]);
  return count === 1 ? { start, end, label: periodLabel(start, grain, calendar) } : days(start, end);
}

const MONTHS: Readonly<Record<Exclude<Grain, "day" | "week">, number>> = { month: 1, quarter: 3, year: 12 };

function days(start: number, end: number): Period {
  const [first, last] = [isoDate(start), isoDate(end - 1)];
  return { start, end, label: first === last ? first : `${first}..${last}` };
}

function byWords<C extends string>(words: Readonly<Record<C, string>>): ReadonlyMap<string, C> {
  const list = (Object.entries(words) as [C, string][]).flatMap(([name, line]) =>
    line.split("|").map((word) => [word, name] as const),
  );
  return new Map(list);
}
