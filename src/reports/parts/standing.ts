import { benchmarkOf, standingTo, type Benchmark, type Standing } from "../../core/analyses/benchmark";
import type { Answer } from "../../core/metrics/ask";
import type { Metric } from "../../core/metrics/metric";
import { text } from "../cells";
import type { ReportInput } from "../input";
import type { Look, PlannedCell } from "../plan";
import { reportText } from "../texts";

/** The row of the table of benchmarks that the report compares a metric with. */
export function benchmarkFor(input: ReportInput, metric: Metric | undefined): Benchmark | undefined {
  return metric && benchmarkOf(input.dataset, metric, input.periods.period, input.filters);
}

/** How a metric's number stands to its benchmark, in words; blank where there is none. */
export function standingCell(input: ReportInput, metric: Metric, answer: Answer): PlannedCell | undefined {
  const benchmark = benchmarkFor(input, metric);
  const standing = benchmark && standingTo(benchmark, metric, answer.unit, answer);
  return standing && text(standingText(input, benchmark, standing), standingLook(standing));
}

/** Below, within or above, with an arrow and whether that is good: never by colour alone. */
export function standingText({ locale }: ReportInput, benchmark: Benchmark, standing: Standing): string {
  const { position, verdict, better, n } = standing;
  if (verdict === "tooFew") return reportText(locale, "tooFew", { n });
  if (position === "within") {
    const hasRange = benchmark.low !== undefined || benchmark.high !== undefined;
    return reportText(locale, hasRange ? "within" : "typical");
  }
  if (verdict === "unclear") return reportText(locale, "noClearDifference");
  const where = `${position === "above" ? "▲" : "▼"} ${reportText(locale, position)}`;
  return isJudged(standing) ? `${where}, ${reportText(locale, better === true ? "better" : "worse")}` : where;
}

/** Colour is for what is known to be better or worse. */
export function standingLook(standing: Standing): Look {
  if (standing.verdict === "tooFew" || standing.verdict === "unclear") return "unclear";
  return isJudged(standing) ? (standing.better === true ? "better" : "worse") : "text";
}

/** Whether it is known to be on the better or on the worse side of the range. */
export function isJudged({ better, verdict }: Standing): boolean {
  return better !== undefined && (verdict === "clear" || verdict === "fact");
}
