import { periodStart } from "../time/periods";
import { civilOf, OFFSET_1904, serialOf } from "../time/serial";
import type { Cell } from "./cells";
import type { ReadSettings } from "./read-columns";
import { readDateNumber, readDateText } from "./read-date";
import { readPeriod } from "./read-period";

const YEAR_FIRST = /^((?:19|20)\d\d)(?:[-/. ](\d\d?)|(\d\d))$/;
const MONTH_FIRST = /^(\d\d?)[-/. ]((?:19|20)\d\d)$/;

/**
 * The first day of the month that a header names: a date in it, `2025-03`, `202503`, `03/2025`, `Mar 2025`, `mart. 25`,
 * `2025-Q1` and `2025` (their first). Of a text that can be day/month or month/day the reading that is the first of a
 * month counts. Undefined for anything else.
 */
export function readMonth(head: Cell, settings: ReadSettings = {}): number | undefined {
  if (typeof head !== "number" && typeof head !== "string") return undefined;
  const text = String(head).trim();
  const [, year, after, joined] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return firstOf(year, after ?? joined);
  const [, month, of] = MONTH_FIRST.exec(text) ?? [];
  if (of !== undefined) return firstOf(of, month);
  const day =
    readPeriod(text)?.start ?? (typeof head === "number" ? serialDay(head, settings) : dayOf(text, settings));
  return day === undefined || Number.isNaN(day) ? undefined : periodStart(day, "month");
}

function firstOf(year: string, month: string | undefined): number | undefined {
  const number = Number(month);
  return number >= 1 && number <= 12 ? serialOf(Number(year), number, 1) : undefined;
}

function serialDay(cell: number, { date1904 }: ReadSettings): number {
  return readDateNumber(cell + (date1904 === true && cell > 0 ? OFFSET_1904 : 0));
}

function dayOf(text: string, { dateOrder }: ReadSettings): number | undefined {
  const date = readDateText(text) ?? readDateText(`1 ${text}`);
  if (date === undefined || "serial" in date) return date?.serial;
  if (dateOrder !== undefined) return date[dateOrder];
  return [date.dmy, date.mdy].find((day) => civilOf(day).day === 1);
}
