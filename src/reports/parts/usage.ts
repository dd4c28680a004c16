import { exclusionText } from "../../core/exclusions";
import { metricById } from "../../core/metrics/catalogue";
import type { Role } from "../../core/records/roles";
import { afterNumber, number, text } from "../cells";
import type { ReportInput } from "../input";
import { headed, type Part } from "../part";
import type { PlannedCell } from "../plan";
import { shownNumber } from "../shown";
import { reportText } from "../texts";
import { possible } from "./scorecard";

/** For each metric the records it rests on in the period, and those it leaves out and why. */
export function usagePart(input: ReportInput, ids: readonly string[]): Part | undefined {
  const { locale, desk, filters, periods } = input;
  const rows = possible(input, ids).flatMap((id): PlannedCell[][] => {
    const metric = metricById(id);
    const answer = desk.explain({ metric: id, filters, period: periods.period });
    if (metric === undefined) return [];
    const reasons = Object.entries(answer.excluded).filter(([, count]) => count > 0);
    const left = reasons.reduce((sum, [, count]) => sum + count, 0);
    const why = reasons
      .sort((a, b) => b[1] - a[1])
      .map(([reason, count]) => {
        const words = exclusionText(reason, locale, (role) => input.roleName(role as Role, "deal"));
        return `${words} (${shownNumber(count, "count", locale)})`;
      });
    return [
      [
        text(metric.text[locale].name, "label"),
        number(answer.n, "count"),
        number(left, "count"),
        afterNumber(text(why.join("; "), "text")),
      ],
    ];
  });
  if (rows.length === 0) return undefined;
  const heads = (
    [
      ["headMetric", "head"],
      ["headUsed", "headNumber"],
      ["headLeftOut", "headNumber"],
      ["headWhy", "head"],
    ] as const
  ).map(([id, look]) => {
    const cell = text(reportText(locale, id), look);
    return id === "headWhy" ? afterNumber(cell) : cell;
  });
  return headed(reportText(locale, "usage"), undefined, { cells: [heads, ...rows] });
}
