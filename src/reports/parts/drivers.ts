import { revenueDrivers, type RevenueFactors } from "../../core/analyses/drivers";
import type { Answer } from "../../core/metrics/ask";
import { metricById } from "../../core/metrics/catalogue";
import { comparePeriods } from "../../core/metrics/compare-periods";
import { isRefusal } from "../../core/result";
import { isoDate } from "../../core/time/serial";
import { changeFormat, formatted, text } from "../cells";
import { ask, type ReportInput } from "../input";
import { headed, type Part } from "../part";
import type { PlannedCell } from "../plan";
import { shownChange } from "../shown";
import { reportText, type TextId } from "../texts";
import { possible } from "./scorecard";

/** How much of revenue's change comes of more deals, of winning more of them, and of larger ones. */
export function driversPart(input: ReportInput): Part | undefined {
  const { locale, periods } = input;
  const metrics = ["REVENUE", "WINRATE", "SALESCOUNT"];
  if (possible(input, metrics).length < metrics.length) return undefined;
  const [revenue, rate, won] = ask(input, metrics, [periods.period, periods.previous]);
  const factors = ([0, 1] as const).map((at) => factorsOf(revenue?.[at], rate?.[at], won?.[at]));
  const [now, before] = factors;
  const heading = reportText(locale, "whatChanged");
  if (now === undefined || before === undefined || now.revenue === 0 || before.revenue === 0)
    return headed(heading, reportText(locale, "whatChangedNone"), { cells: [] });
  const since = startWithin(input, revenue?.[0], revenue?.[1]);
  if (since !== undefined) {
    const said = { date: isoDate(since), previous: periods.previous.label };
    return headed(heading, reportText(locale, "whatChangedCut", said), { cells: [] });
  }
  const drivers = revenueDrivers(before, now);
  const effects: readonly (readonly [TextId, number])[] = [
    ["driverDecided", drivers.decided],
    ["driverWinRate", drivers.winRate],
    ["driverSize", drivers.size],
  ];
  const [biggest] = [...effects].sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
  const message = reportText(locale, "whatChangedMessage", {
    change: shownChange(drivers.change, "currency", locale),
    previous: periods.previous.label,
    biggest: reportText(locale, biggest?.[0] ?? "driverSum").toLowerCase(),
    effect: shownChange(biggest?.[1] ?? 0, "currency", locale),
  });
  const effectCell = (effect: number, look: PlannedCell["look"] = "number"): PlannedCell =>
    formatted(effect, changeFormat("currency"), look);
  return headed(heading, message, {
    cells: [
      [text(reportText(locale, "headDriver"), "head"), text(reportText(locale, "headEffect"), "headNumber")],
      ...effects.map(([id, effect]) => [text(reportText(locale, id), "label"), effectCell(effect)]),
      [text(reportText(locale, "driverSum"), "totalLabel"), effectCell(drivers.change, "total")],
    ],
  });
}

/** The day on which the list begins, where that is after the period before did. */
function startWithin(
  { dataset, periods }: ReportInput,
  now: Answer | undefined,
  before: Answer | undefined,
): number | undefined {
  const metric = metricById("REVENUE");
  if (metric === undefined || now === undefined || before === undefined) return undefined;
  return comparePeriods(dataset, metric, now, before, periods.period, periods.previous)?.since;
}

function factorsOf(
  revenue: Answer | undefined,
  rate: Answer | undefined,
  won: Answer | undefined,
): RevenueFactors | undefined {
  if (revenue === undefined || won === undefined || isRefusal(revenue.value) || isRefusal(won.value))
    return undefined;
  // Decided deals stand below the line of the win rate; a period without any has no rate.
  return { decided: rate?.denominator ?? 0, won: rate?.numerator ?? 0, revenue: revenue.value };
}
