import type { Locale } from "../../src/core/messages";
import { isoDate } from "../../src/core/time/serial";

/** A cell as Excel shows it: numbers in the format they came with (those of `unitFormats`), texts as they are. */
export function formatCell(cell: unknown, locale: Locale): string {
  if (typeof cell === "object" && cell !== null && "basicValue" in cell) {
    const { basicValue, numberFormat } = cell as { basicValue: number; numberFormat: string };
    return formatNumber(basicValue, numberFormat, locale);
  }
  return typeof cell === "number" ? formatNumber(cell, "General", locale) : String(cell);
}

function formatNumber(value: number, format: string, locale: Locale): string {
  if (format === "yyyy-mm-dd") return isoDate(value);
  if (format === "General" || format === "@") {
    return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 9 }).format(value);
  }
  if (!/^(#,##)?0(\.0+)?%?$/.test(format)) throw new Error(`No rule for the number format ${format}`);
  const digits = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  const isPercent = format.endsWith("%");
  const text = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: format.startsWith("#,"),
  }).format(isPercent ? value * 100 : value);
  return isPercent ? `${text}%` : text;
}
