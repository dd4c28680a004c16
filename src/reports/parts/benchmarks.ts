import { benchmarkedMetrics, standingTo, type Benchmark, type Standing } from "../../core/analyses/benchmark";
import type { Answer } from "../../core/metrics/ask";
import type { Metric } from "../../core/metrics/metric";
import { afterNumber, changeFormat, formatted, number, RELATIVE_FORMAT, shownChange, text } from "../cells";
import { ask, type ReportInput } from "../input";
import { headed, type Part } from "../part";
import type { PlannedCell } from "../plan";
import { shownName } from "../shown";
import { reportText } from "../texts";
import { possible } from "./scorecard";
import { benchmarkFor, isJudged, standingLook, standingText } from "./standing";

/** The metrics that the user's table of benchmarks has a row for, beside what others reach, and who says so. */
export function benchmarksPart(input: ReportInput): Part | undefined {
  const { locale, dataset, periods } = input;
  const metrics = possible(
    input,
    benchmarkedMetrics(dataset).map(({ id }) => id),
  );
  const all = ask(input, metrics, [periods.period]);
  const compared = all.flatMap(([answer]): Compared[] => {
    const metric = answer?.metric;
    const benchmark = benchmarkFor(input, metric);
    if (answer === undefined || metric === undefined || benchmark === undefined) return [];
    const standing = standingTo(benchmark, metric, answer.unit, answer);
    return standing === undefined ? [] : [{ metric, answer, benchmark, standing }];
  });
  if (compared.length === 0) return undefined;
  const judged = compared.filter(({ standing }) => isJudged(standing));
  const message = reportText(locale, "benchmarksMessage", {
    count: compared.length,
    better: judged.filter(({ standing }) => standing.better === true).length,
    worse: judged.filter(({ standing }) => standing.better === false).length,
  });
  const heads = (
    [
      ["headMetric", "head"],
      ["headValue", "headNumber"],
      ["headLow", "headNumber"],
      ["headTypical", "headNumber"],
      ["headHigh", "headNumber"],
      ["headGap", "headNumber"],
      ["headGapShare", "headNumber"],
      ["headReading", "head"],
      undefined,
      ["headSource", "head"],
      undefined,
    ] as const
  ).map((head) => {
    if (head === undefined) return text("", "head");
    const cell = text(reportText(locale, head[0]), head[1]);
    return head[0] === "headReading" ? afterNumber(cell) : cell;
  });
  return headed(reportText(locale, "benchmarks"), message, {
    cells: [heads, ...compared.map((one) => benchmarkRow(input, one))],
    defines: compared.map(({ metric }) => metric.id),
  });
}

interface Compared {
  readonly metric: Metric;
  readonly answer: Answer;
  readonly benchmark: Benchmark;
  readonly standing: Standing;
}

function benchmarkRow(
  input: ReportInput,
  { metric, answer, benchmark, standing }: Compared,
): (PlannedCell | undefined)[] {
  const { unit, value } = answer;
  const look = standingLook(standing);
  const ofNumbers = look === "text" ? "number" : look;
  const level = (one: number | undefined) => (one === undefined ? undefined : number(one, unit, "former"));
  return [
    text(shownName(metric, unit, input.locale), "label", { to: "definition", metric: metric.id }),
    number(typeof value === "number" ? value : undefined, unit),
    ...[benchmark.low, benchmark.typical, benchmark.high].map(level),
    formatted(shownChange(standing.gap, unit), changeFormat(unit), ofNumbers),
    // points of a rate say it; a percentage of a percentage misleads
    unit === "ratio" || standing.gapShare === undefined
      ? undefined
      : formatted(standing.gapShare, RELATIVE_FORMAT, ofNumbers),
    afterNumber(text(standingText(input, benchmark, standing), look)),
    undefined,
    text(sourceText(benchmark), "note"),
  ];
}

/** "Example, 2025 (Retail)" */
function sourceText({ source, year, segment }: Benchmark): string {
  const named = [source, year === undefined ? "" : String(year)].filter((each) => each !== "").join(", ");
  return segment === "" ? named : `${named} (${segment})`.trim();
}
