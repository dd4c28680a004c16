import type { Cell } from "../../core/records/cells";
import type { BlockColumn } from "../../mapping/block";

const COUNT = 3;
const LONGEST = 24;

/** The first three different values of a column as the sheet shows them, for telling columns apart at a glance. */
export function samplesOf({ cells, format }: BlockColumn, locale: string): readonly string[] {
  const found: string[] = [];
  for (const cell of cells) {
    if (cell === null || cell === "") continue;
    const text = shorten(cellText(cell, format, locale));
    if (!found.includes(text)) found.push(text);
    if (found.length === COUNT) break;
  }
  return found;
}

/** A number in a column of dates is a serial day. */
export function cellText(cell: Cell, format: string | undefined, locale: string): string {
  if (typeof cell !== "number") return String(cell).trim();
  if (format !== undefined && isDateFormat(format)) return dateText(cell, locale);
  if (format?.includes("%")) {
    return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(cell);
  }
  // four digits are a year or a number's own writing as often as not
  return new Intl.NumberFormat(locale, {
    maximumFractionDigits: 2,
    useGrouping: Math.abs(cell) >= 10_000,
  }).format(cell);
}

/** A day as the person's language writes it, with its time where it has one. */
export function dateText(serial: number, locale: string): string {
  const time = Math.abs(serial % 1) > 1e-9;
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    timeZone: "UTC",
    dateStyle: "medium",
    ...(time ? { timeStyle: "short" } : {}),
  }).format(new Date(Math.round((serial - 25569) * 86_400_000)));
}

/** Codes of days, months, years or hours, outside of quotes, brackets and escapes. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, "");
  return /[dmyhs]/i.test(bare) && !/^general$/i.test(bare.trim());
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
