import type { ResultTable } from "../../core/metrics/metric";
import { isRefusal } from "../../core/result";
import { axisFormat } from "../cells";
import type { ReportInput } from "../input";
import type { Part } from "../part";
import type { PlannedChart } from "../plan";
import { shownNumber } from "../shown";
import { reportText } from "../texts";
import { inTitle } from "./chart-titles";
import { column } from "./charts";
import { wholeTable } from "./tables";

/** The open deals stage by stage, with bars of their amounts. */
export function stagesPart(input: ReportInput): Part | undefined {
  return wholeTable(input, "stages", "PIPELINESTAGES", {
    period: "none",
    chart: (table) => amountsChart(input, table),
  });
}

/** None where no open deal has an amount. */
function amountsChart(
  { locale }: ReportInput,
  { columns, rows }: ResultTable,
): Omit<PlannedChart, "place"> | undefined {
  const at = columns.findIndex(({ unit }) => unit === "currency");
  const amounts = rows.map((row) => {
    const cell = row[at];
    return typeof cell === "number" ? cell : 0;
  });
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (!(total > 0)) return undefined;
  const most = Math.max(...amounts);
  const top = rows[amounts.indexOf(most)]?.[0];
  const name = typeof top === "object" && !isRefusal(top) ? top[locale] : String(top ?? "");
  const isTold = name !== "" && amounts.indexOf(most) === amounts.lastIndexOf(most);
  return {
    id: "pipeline-stages",
    type: "bar",
    title: isTold
      ? reportText(locale, "stagesTitle", {
          top: inTitle(name),
          share: shownNumber(most / total, "ratio", locale),
        })
      : reportText(locale, "stagesChart"),
    categories: column(0, rows.length),
    series: [{ name: columns[at]?.head[locale] ?? "", values: column(at, rows.length), look: "actual" }],
    format: axisFormat("currency"),
  };
}
