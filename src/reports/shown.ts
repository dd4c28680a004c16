import type { Locale } from "../core/messages";
import type { Metric } from "../core/metrics/metric";
import type { Unit } from "../core/metrics/units";
import { reportText, type TextId } from "./texts";

/** Numbers within sentences, in the reader's way of writing them. */
export function shownNumber(value: number, unit: Unit, locale: Locale): string {
  const digits = unit === "ratio" || unit === "days" || unit === "number" || unit === "score" ? 1 : 0;
  const isSmall = unit === "currency" && Math.abs(value) < 1000;
  const format = new Intl.NumberFormat(locale === "ro" ? "ro-RO" : "en-GB", {
    style: unit === "ratio" ? "percent" : "decimal",
    minimumFractionDigits: isSmall ? 2 : digits,
    maximumFractionDigits: isSmall ? 2 : digits,
  });
  return format.format(value);
}

export function shownChange(value: number, unit: Unit, locale: Locale): string {
  return `${value > 0 ? "+" : ""}${shownNumber(value, unit, locale)}`;
}

const UNITS: Readonly<Partial<Record<Unit, TextId>>> = {
  days: "unitDays",
  hours: "unitHours",
  months: "unitMonths",
};

/** A metric's name, with the unit that its numbers are told in where they do not show it. */
export function shownName({ text }: Metric, unit: Unit, locale: Locale): string {
  const word = UNITS[unit];
  return word === undefined ? text[locale].name : `${text[locale].name}, ${reportText(locale, word)}`;
}
