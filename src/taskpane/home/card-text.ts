import { messageText, type Locale } from "../../core/messages";
import type { Answer } from "../../core/metrics/ask";
import type { Comparison } from "../../core/metrics/compare";
import type { Metric } from "../../core/metrics/metric";
import type { Unit } from "../../core/metrics/units";
import { isRefusal, type Result } from "../../core/result";
import { roleName } from "../../core/role-names";
import { dateText } from "../data/samples";
import type { Language } from "../texts";

/** Below this an interval is shown with the number. */
export const FEW = 30;

/** How numbers of one currency are written. */
export interface Writing {
  readonly language: Language;
  readonly currency: string | undefined;
}

/** "61.9%", "€2.98M", "34.2 days"; a dash where there is none. */
export function valueText(result: Result, unit: Unit, writing: Writing): string {
  return isRefusal(result.value) ? "—" : numberText(result.value, unit, writing);
}

export function numberText(value: number, unit: Unit, { language, currency }: Writing): string {
  const { locale } = language;
  if (unit === "date") return dateText(value, locale);
  const size = Math.abs(value);
  if (unit === "currency") {
    const digits = size >= 1_000_000 ? 2 : size >= 1000 || Number.isInteger(value) ? 0 : 2;
    return new Intl.NumberFormat(locale, {
      ...(currency === undefined ? {} : { style: "currency", currency }),
      ...(size >= 1_000_000 ? { notation: "compact" } : {}),
      minimumFractionDigits: 0,
      maximumFractionDigits: digits,
    }).format(value);
  }
  const shown = new Intl.NumberFormat(locale, {
    style: unit === "ratio" ? "percent" : "decimal",
    minimumFractionDigits: DIGITS[unit] ?? 1,
    maximumFractionDigits: DIGITS[unit] ?? 1,
  }).format(value);
  const suffix = UNITS[unit];
  return suffix === undefined ? shown : language.text(suffix, { value: shown });
}

/** Why there is no number. Cells are told the columns as formulas name them; here they are called as under Data. */
export function refusalText(
  { value, metric }: Pick<Answer, "value" | "metric">,
  { locale, text }: Language,
): string | undefined {
  if (!isRefusal(value)) return undefined;
  const values = Object.entries(value.values ?? {}).map(([place, shown]) => {
    if (place === "metric" && value.message === "mapColumn" && shown === metric?.id)
      return [place, metric.text[locale].name];
    const name = COLUMNS.has(place) ? columnName(metric, shown, locale) : undefined;
    return [place, name === undefined ? shown : text("quoted", { text: name })];
  });
  return messageText(locale, value.message, Object.fromEntries(values));
}

/** Places of messages that name a column. */
const COLUMNS: ReadonlySet<string> = new Set(["role", "first", "second", "other"]);

function columnName(metric: Metric | undefined, role: string | number, locale: Locale): string | undefined {
  for (const input of metric?.inputs ?? []) {
    if (input.input === "column" && input.role === role)
      return roleName(input.kinds[0] ?? "deal", input.role, locale);
  }
  return undefined;
}

/** The change with its sign: of a rate in percentage points, else relative where that means something. */
export function changeText({ difference, relative }: Comparison, unit: Unit, writing: Writing): string {
  const { language } = writing;
  const signed = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(language.locale, { signDisplay: "exceptZero", ...options }).format(value);
  if (unit === "ratio") {
    const points = signed(100 * difference, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    return language.text("points", { value: points });
  }
  if (relative !== undefined && unit !== "score") {
    return signed(relative, { style: "percent", maximumFractionDigits: Math.abs(relative) < 0.1 ? 1 : 0 });
  }
  return signed(difference, { maximumFractionDigits: 1 });
}

/** What the change says, honestly: a word beside the arrow, or why there is none. */
export function verdictText(
  { verdict, better, difference, n, since }: Comparison,
  { text, number, locale }: Language,
): string {
  if (verdict === "cutShort") return text("cutShort", { date: dateText(since ?? NaN, locale) });
  if (difference === 0) return text("unchanged");
  if (verdict === "tooFew") return text("tooFew", { n: number(n) });
  if (verdict === "unclear") return text("noClearChange");
  if (better === undefined) return text(difference > 0 ? "higher" : "lower");
  return text(better ? "better" : "worse");
}

/** Whether the change may be shown with an arrow and a colour. */
export function isTold({ verdict, difference }: Comparison): boolean {
  return difference !== 0 && (verdict === "clear" || verdict === "fact");
}

/** "58.9–64.8%", where so few records make a number uncertain. */
export function intervalText({ interval, n }: Result, unit: Unit, writing: Writing): string | undefined {
  if (interval === undefined || n >= FEW || !Number.isFinite(interval.upper - interval.lower))
    return undefined;
  const [low, high] = [interval.lower, interval.upper].map((end) => numberText(end, unit, writing));
  return writing.language.text("intervalOf", {
    low: low ?? "",
    high: high ?? "",
    n: writing.language.number(n),
  });
}

const DIGITS: Readonly<Partial<Record<Unit, number>>> = { count: 0 };
const UNITS = { days: "unitDays", hours: "unitHours", months: "unitMonths" } as const satisfies Partial<
  Record<Unit, string>
> as Readonly<Partial<Record<Unit, "unitDays" | "unitHours" | "unitMonths">>>;
