import { metricTarget } from "../../core/analyses/metric-target";
import type { Answer } from "../../core/metrics/ask";
import { missingColumns } from "../../core/metrics/ask-records";
import { metricById } from "../../core/metrics/catalogue";
import type { Comparison } from "../../core/metrics/compare";
import { comparePeriods } from "../../core/metrics/compare-periods";
import type { Metric } from "../../core/metrics/metric";
import { isRefusal, type Result } from "../../core/result";
import { isoDate } from "../../core/time/serial";
import {
  afterNumber,
  changeFormat,
  dash,
  formatOf,
  formatted,
  number,
  RELATIVE_FORMAT,
  shownChange,
  text,
} from "../cells";
import { ask, type ReportInput } from "../input";
import { headed, type Part } from "../part";
import { benchmarkFor, standingCell } from "./standing";
import type { Look, PlannedCell } from "../plan";
import { shownName } from "../shown";
import { sparkline } from "../sparkline";
import { reportText, type TextId } from "../texts";

/** Metrics that the mapped columns allow, in their order. */
export function possible(input: ReportInput, ids: readonly string[]): readonly string[] {
  return ids.filter((id) => {
    const metric = metricById(id);
    return metric !== undefined && missingColumns(input.dataset, metric).length === 0;
  });
}

/**
 * Headline metrics: value, the period before, the same one last year, how it changed and whether that can be told,
 * target, and the trend. Metrics without any value are left out.
 */
export function scorecard(input: ReportInput, heading: TextId, ids: readonly string[]): Part | undefined {
  const { locale, periods } = input;
  const { period, previous, lastYear, trend } = periods;
  const metrics = possible(input, ids);
  const all = ask(input, metrics, [period, previous, lastYear, ...trend]);
  const isCompared = metrics.some((id) => benchmarkFor(input, metricById(id)) !== undefined);
  const shown: string[] = [];
  let hasTargets = false;
  const rows = metrics.flatMap((id, at): (PlannedCell | undefined)[][] => {
    const [now, before, year, ...ofTrend] = all[at] ?? [];
    const metric = metricById(id);
    // What never happened is not listed among what is done.
    if (metric === undefined || now === undefined || ofTrend.every((answer) => !valueOf(answer))) return [];
    shown.push(id);
    const target = targetOf(input, metric);
    hasTargets ||= target !== undefined;
    return [
      [
        ...scoreRow(input, metric, { now, before, year, target, trend: ofTrend }),
        ...(isCompared ? [standingCell(input, metric, now)] : []),
      ],
    ];
  });
  if (rows.length === 0) return undefined;
  const heads = (
    [
      ["headMetric", "head"],
      ["headValue", "headNumber"],
      ["headPrevious", "headNumber"],
      ["headLastYear", "headNumber"],
      ["headChange", "headNumber"],
      ["headChangeRelative", "headNumber"],
      ["headReading", "head"],
      undefined,
      // Without a target their place stays blank.
      hasTargets ? (["headTarget", "headNumber"] as const) : undefined,
      hasTargets ? (["headAttained", "headNumber"] as const) : undefined,
      ["headTrend", "head"],
      ...(isCompared ? ([["headBenchmark", "head"]] as const) : []),
    ] as const
  ).map((head) => {
    if (head === undefined) return text("", "head");
    const cell = text(reportText(locale, head[0]), head[1]);
    return head[0] === "headReading" || head[0] === "headTrend" ? afterNumber(cell) : cell;
  });
  return headed(reportText(locale, heading), undefined, { cells: [heads, ...rows], defines: shown });
}

interface ScoreRow {
  readonly now: Answer;
  readonly before: Answer | undefined;
  readonly year: Answer | undefined;
  readonly target: number | undefined;
  readonly trend: readonly Answer[];
}

function scoreRow(
  input: ReportInput,
  metric: Metric,
  { now, before, year, target, trend }: ScoreRow,
): (PlannedCell | undefined)[] {
  const { locale, periods } = input;
  const { unit } = now;
  const compared =
    before === undefined
      ? undefined
      : comparePeriods(input.dataset, metric, now, before, periods.period, periods.previous);
  const value = valueOf(now);
  return [
    text(shownName(metric, unit, locale), "label", { to: "definition", metric: metric.id }),
    value === undefined ? dash : { value, look: "big", format: formatOf(unit) },
    number(valueOf(before), unit, "former"),
    number(valueOf(year), unit, "former"),
    compared === undefined
      ? dash
      : formatted(shownChange(compared.difference, unit), changeFormat(unit), lookOf(compared)),
    // a rate's change is told in points; a percentage of a percentage misleads
    unit === "ratio"
      ? undefined
      : formatted(compared?.relative, RELATIVE_FORMAT, compared ? lookOf(compared) : "weak"),
    compared === undefined ? undefined : afterNumber(text(readingOf(input, compared), readingLook(compared))),
    undefined,
    target === undefined ? undefined : number(target, unit, "former"),
    attained(metric, value, target),
    afterNumber(text(sparkline(trend.map(valueOf), unit !== "days"), "trend")),
  ];
}

function targetOf({ dataset, filters, periods }: ReportInput, metric: Metric): number | undefined {
  return filters.length === 0 ? metricTarget(dataset, metric, periods.whole) : undefined;
}

/** What is better the lower it is has been attained where it is no higher than its target (catalogue § 1.6, Goals). */
function attained(
  { better }: Metric,
  value: number | undefined,
  target: number | undefined,
): PlannedCell | undefined {
  if (value === undefined || target === undefined || !(target > 0)) return undefined;
  if (better === "lower" && !(value > 0)) return undefined;
  return formatted(better === "lower" ? target / value : value / target, "0%");
}

export function valueOf(result: Result | undefined): number | undefined {
  return result === undefined || isRefusal(result.value) ? undefined : result.value;
}

/** Colour is for what is known to be better or worse. */
export function lookOf({ verdict, better, difference }: Comparison): Look {
  if (verdict === "tooFew" || verdict === "unclear" || verdict === "cutShort" || difference === 0)
    return "unclear";
  return better === undefined ? "number" : better ? "better" : "worse";
}

function readingLook(compared: Comparison): Look {
  const look = lookOf(compared);
  return look === "number" ? "text" : look;
}

/** The change in words, with an arrow: never by colour alone. */
export function readingOf({ locale }: ReportInput, compared: Comparison): string {
  const { verdict, better, difference, n, since } = compared;
  if (verdict === "cutShort") return reportText(locale, "cutShort", { date: isoDate(since ?? NaN) });
  if (difference === 0) return reportText(locale, "unchanged");
  if (verdict === "tooFew") return reportText(locale, "tooFew", { n });
  if (verdict === "unclear") return reportText(locale, "noClearChange");
  const arrow = difference > 0 ? "▲" : "▼";
  const word = better === undefined ? (difference > 0 ? "higher" : "lower") : better ? "better" : "worse";
  return `${arrow} ${reportText(locale, word)}`;
}
