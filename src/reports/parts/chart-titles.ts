import type { Answer } from "../../core/metrics/ask";
import { metricById } from "../../core/metrics/catalogue";
import { comparePeriods } from "../../core/metrics/compare-periods";
import type { Period } from "../../core/time/periods";
import { ask, type ReportInput } from "../input";
import { shownNumber } from "../shown";
import { reportText } from "../texts";
import { valueOf } from "./scorecard";

/** Longer names are cut in a title: the table beside it has them whole. */
const LONGEST_NAME = 24;

/** A name within a title. */
export function inTitle(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…`;
}

/**
 * How a metric stands against the same period a year before, else against the period before; undefined where there is
 * neither, or too little to tell.
 */
export function changeTitle(input: ReportInput, id: string): string | undefined {
  const { locale, periods } = input;
  const metric = metricById(id);
  const answers = ask(input, [id], [periods.period, periods.lastYear, periods.previous])[0];
  const [now, year, before] = answers ?? [];
  if (metric === undefined || now === undefined) return undefined;
  const to = (base: Period, answer: Answer | undefined) => {
    if (answer === undefined || !valueOf(answer)) return undefined;
    const compared = comparePeriods(input.dataset, metric, now, answer, periods.period, base);
    return compared && compared.verdict !== "cutShort" ? { base, compared } : undefined;
  };
  const told = to(periods.lastYear, year) ?? to(periods.previous, before);
  if (told === undefined) return undefined;
  const { base, compared } = told;
  if (compared.verdict === "tooFew" || compared.verdict === "unjudged") return undefined;
  const said = {
    metric: metric.text[locale].name,
    period: (periods.trend.at(-1) ?? periods.period).label,
    base: periods.toDate ? reportText(locale, "asManyDays", { period: base.label }) : base.label,
  };
  const { difference, relative = NaN, verdict } = compared;
  if (verdict === "unclear" || difference === 0) return reportText(locale, "titleUnclear", said);
  const isRate = now.unit === "ratio";
  const change = isRate
    ? `${shownNumber(100 * Math.abs(difference), "number", locale)} pp`
    : shownNumber(Math.abs(relative), "ratio", locale);
  if (!isRate && Number.isNaN(relative)) return undefined;
  return reportText(locale, difference > 0 ? "titleUp" : "titleDown", { ...said, change });
}
