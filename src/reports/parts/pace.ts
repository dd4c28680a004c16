import { metricTarget } from "../../core/analyses/metric-target";
import { elapsedDays, paceOf, type Pace } from "../../core/analyses/pace";
import { addsUp, type Metric } from "../../core/metrics/metric";
import { holidaysOf } from "../../core/records/holidays";
import { changeFormat, formatted, number, text } from "../cells";
import { ask, type ReportInput } from "../input";
import { headed, type Part } from "../part";
import type { Look, PlannedCell } from "../plan";
import { shownNumber } from "../shown";
import { reportText } from "../texts";
import { possible, valueOf } from "./scorecard";

/** Totals of an unfinished period beside the part of their targets that is due by now. */
export function pacePart(input: ReportInput, ids: readonly string[]): Part | undefined {
  const { locale, dataset, periods, filters, weekdays } = input;
  if (!periods.toDate || filters.length > 0) return undefined;
  const elapsed = elapsedDays(periods.whole, periods.period.end, {
    ...(weekdays === undefined ? {} : { weekdays }),
    holidays: holidaysOf({ linked: dataset }),
  });
  const all = ask(input, possible(input, ids), [periods.period]);
  const paced = all.flatMap(([answer]): Paced[] => {
    const metric = answer?.metric;
    const actual = valueOf(answer);
    if (metric === undefined || actual === undefined || !addsUp(metric)) return [];
    const target = metricTarget(dataset, metric, periods.whole);
    const pace = target === undefined ? undefined : paceOf(actual, target, elapsed);
    return target === undefined || pace === undefined ? [] : [{ metric, actual, target, pace }];
  });
  if (paced.length === 0) return undefined;
  const message = reportText(locale, elapsed.by === "business" ? "paceBusiness" : "paceCalendar", {
    days: shownNumber(elapsed.days, "count", locale),
    of: shownNumber(elapsed.of, "count", locale),
  });
  const heads = (
    [
      ["headMetric", "head"],
      ["headSoFar", "headNumber"],
      ["headDue", "headNumber"],
      ["headGap", "headNumber"],
      ["headPace", "headNumber"],
      ["headProjected", "headNumber"],
      ["headTarget", "headNumber"],
      ["headNeededADay", "headNumber"],
    ] as const
  ).map(([id, look]) => text(reportText(locale, id), look));
  return headed(reportText(locale, "pace"), message, {
    cells: [heads, ...paced.map((one) => paceRow(input, one))],
    defines: paced.map(({ metric }) => metric.id),
  });
}

interface Paced {
  readonly metric: Metric;
  readonly actual: number;
  readonly target: number;
  readonly pace: Pace;
}

/** Ahead or behind with an arrow: what was booked was booked. */
const PACE_FORMAT = '[>=1]"▲ "0%;"▼ "0%';

function paceRow({ locale }: ReportInput, { metric, actual, target, pace }: Paced): PlannedCell[] {
  const { unit, better } = metric;
  const look: Look =
    better === "neutral" ? "number" : pace.gap >= 0 === (better === "higher") ? "better" : "worse";
  return [
    text(metric.text[locale].name, "label", { to: "definition", metric: metric.id }),
    number(actual, unit),
    number(pace.expected, unit, "former"),
    formatted(pace.gap, changeFormat(unit), look),
    formatted(pace.share, PACE_FORMAT, look),
    number(pace.projected, unit),
    number(target, unit, "former"),
    // of money no fractions, of calls a part of one
    number(pace.neededADay, unit === "count" ? "number" : unit),
  ];
}
