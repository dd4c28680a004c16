import { periodsBetween, type Grain, type Period } from "../../core/time/periods";
import type { Answer } from "../../core/metrics/ask";
import { metricById } from "../../core/metrics/catalogue";
import { metricTarget } from "../../core/analyses/metric-target";
import { addMonths } from "../../core/time/shift";
import { axisFormat, number, text } from "../cells";
import { ask, type ReportInput } from "../input";
import { headed, type Part } from "../part";
import type { PlannedCell, PlannedSeries } from "../plan";
import { shownNumber } from "../shown";
import { reportText, type TextId } from "../texts";
import { changeTitle } from "./chart-titles";
import { column, withChart } from "./charts";
import { possible, valueOf } from "./scorecard";
import { metricHead, resultCell } from "./tables";

interface PeriodOptions {
  readonly message?: TextId;
  /** The first metric as columns of a chart: its neutral title, and what makes one that tells something. */
  readonly chart?: {
    readonly id: string;
    readonly title: TextId;
    readonly message?: "change" | TextId;
  };
  /** A year before and the target, beside the first metric. */
  readonly compared?: boolean;
  readonly grain?: Grain;
}

/** Metrics period by period, those of the trend or of a finer grain. */
export function byPeriod(
  input: ReportInput,
  heading: TextId,
  ids: readonly string[],
  options: PeriodOptions = {},
): Part | undefined {
  const { locale } = input;
  const metrics = possible(input, ids);
  const [main] = metrics;
  const asked = periodsOf(input, options.grain);
  const first = firstTold(ask(input, metrics, asked));
  const periods = asked.slice(first);
  const all = ask(input, metrics, periods);
  const mainMetric = metricById(main ?? "");
  const answers = all[0];
  if (main === undefined || mainMetric === undefined || answers === undefined) return undefined;
  if (answers.every((answer) => !valueOf(answer))) return undefined;
  const formers = options.compared === true ? ask(input, [main], periods.map(yearBefore))[0] : undefined;
  const targets =
    options.compared === true && input.filters.length === 0
      ? periods.map((period) => metricTarget(input.dataset, mainMetric, period))
      : undefined;
  const shown = {
    formers: formers?.some(hasValue) === true,
    targets: targets?.some((each) => each !== undefined) === true,
  };
  const heads = [
    text(reportText(locale, "headPeriod"), "head"),
    metricHead(mainMetric, mainMetric.unit, locale),
    ...(shown.formers ? [text(reportText(locale, "headLastYear"), "headNumber")] : []),
    ...(shown.targets ? [text(reportText(locale, "headTarget"), "headNumber")] : []),
    ...metrics.slice(1).flatMap((id) => {
      const metric = metricById(id);
      return metric === undefined ? [] : [metricHead(metric, metric.unit, locale)];
    }),
  ];
  const body = periods.map((period, at): PlannedCell[] => [
    text(period.label, "label"),
    ...cellsOf(answers[at]),
    ...(shown.formers ? [number(valueOf(formers?.[at]), mainMetric.unit, "former")] : []),
    ...(shown.targets ? [number(targets?.[at], mainMetric.unit, "former")] : []),
    ...metrics.slice(1).flatMap((_, index) => cellsOf(all[index + 1]?.[at])),
  ]);
  const cells = [heads, ...body];
  const { chart } = options;
  const series: PlannedSeries[] = [
    { name: mainMetric.text[locale].name, values: column(1, periods.length), look: "actual" },
    ...(shown.formers
      ? [
          {
            name: reportText(locale, "formerYear"),
            values: column(2, periods.length),
            look: "former" as const,
          },
        ]
      : []),
    ...(shown.targets
      ? [
          {
            name: reportText(locale, "target"),
            values: column(shown.formers ? 3 : 2, periods.length),
            look: "target" as const,
          },
        ]
      : []),
  ];
  const said = sentence(input, periods, answers);
  const titleOf = ({ title, message }: NonNullable<PeriodOptions["chart"]>): string =>
    (message === "change"
      ? changeTitle(input, main)
      : message && said.peak !== "" && reportText(locale, message, said)) || reportText(locale, title);
  const part = withChart(
    cells,
    chart && {
      id: chart.id,
      type: "column",
      title: titleOf(chart),
      categories: column(0, periods.length),
      series,
      format: axisFormat(mainMetric.unit),
    },
  );
  const message =
    options.message === undefined ? undefined : reportText(locale, messageOf(options.message, said), said);
  return { ...headed(reportText(locale, heading), message, part), defines: metrics };
}

/** The first period of which there is anything to tell: those before it are not empty, they are unknown. */
function firstTold(all: readonly (readonly Answer[])[]): number {
  const told = (all[0] ?? []).findIndex((_, at) => all.some((answers) => !!valueOf(answers[at])));
  return Math.max(0, told);
}

function cellsOf(answer: Answer | undefined): PlannedCell[] {
  return [resultCell(answer, answer?.unit ?? "number")];
}

const hasValue = (answer: Answer): boolean => valueOf(answer) !== undefined && answer.n > 0;

function periodsOf(
  { periods: { trend, period, calendar } }: ReportInput,
  grain: Grain | undefined,
): readonly Period[] {
  if (grain === undefined) return trend;
  const before = addMonths(period.start, -3);
  return periodsBetween(
    period.end - before > 120 ? period.start : before,
    period.end - 1,
    grain,
    calendar,
  ).slice(-26);
}

function yearBefore({ start, end, label }: Period): Period {
  return { start: addMonths(start, -12), end: addMonths(end, -12), label };
}

/** The best period is not named twice, and one alone is no best. */
function messageOf(message: TextId, { first, last, period, best }: Readonly<Record<string, string>>): TextId {
  if (message !== "byPeriodMessage" || period !== best) return message;
  return first === last ? "byPeriodOnly" : "byPeriodBest";
}

/** What the sentences about a series fill in. */
function sentence(
  { locale }: ReportInput,
  periods: readonly Period[],
  answers: readonly Answer[],
): Readonly<Record<string, string>> {
  const known = periods.flatMap((period, at) => {
    const answer = answers[at];
    const value = valueOf(answer);
    return value === undefined || answer === undefined
      ? []
      : [{ label: period.label, value, unit: answer.unit }];
  });
  const last = known.at(-1);
  const [best, second] = [...known].sort((a, b) => b.value - a.value);
  const shown = (one: typeof last): string =>
    one === undefined ? "—" : shownNumber(one.value, one.unit, locale);
  return {
    first: periods[0]?.label ?? "",
    last: periods.at(-1)?.label ?? "",
    period: last?.label ?? "",
    value: shown(last),
    best: best?.label ?? "",
    most: shown(best),
    /** Only where one is above all others. */
    peak: best !== undefined && best.value !== second?.value ? best.label : "",
  };
}
