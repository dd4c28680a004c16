import { concentrationOf } from "../../core/analyses/concentration";
import { axisFormat, number, text } from "../cells";
import type { ReportInput } from "../input";
import { headed, type Part } from "../part";
import type { PlannedCell } from "../plan";
import { shownNumber } from "../shown";
import { reportText } from "../texts";
import { column, withChart } from "./charts";
import { byRole } from "./tables";

const SHOWN = 15;

/** The largest customers of the period, their share and what they make up together. */
export function topCustomers(input: ReportInput): Part | undefined {
  const { locale } = input;
  const groups = byRole(input, ["REVENUE", "SALESCOUNT"], "customer", SHOWN);
  if (groups === undefined || groups.columns[0]?.metric.id !== "REVENUE") return undefined;
  const named = {
    rows: groups.rows.filter(({ label }) => label !== ""),
    all: [...groups.rows, ...groups.rest],
  };
  const revenue = named.all.filter(({ label }) => label !== "").map(({ values }) => values[0] ?? NaN);
  const concentration = concentrationOf(revenue);
  if (concentration === undefined || named.rows.length === 0) return undefined;
  const total = revenue.reduce((sum, value) => sum + (value > 0 ? value : 0), 0);
  const share = (value: number): string => shownNumber(value, "ratio", locale);
  const heads = (
    [
      ["headCustomer", "head"],
      ["headRevenue", "headNumber"],
      ["headShare", "headNumber"],
      ["headCumulative", "headNumber"],
      ["headDeals", "headNumber"],
    ] as const
  ).map(([id, look]) => text(reportText(locale, id), look));
  let sum = 0;
  const rows = named.rows.map(({ label, values: [value = NaN, deals] }): PlannedCell[] => {
    sum += Math.max(0, value);
    return [
      text(label, "label"),
      number(value, "currency"),
      number(Math.max(0, value) / total, "ratio"),
      number(sum / total, "ratio"),
      number(deals, "count"),
    ];
  });
  const unnamed = Math.max(0, named.all.find(({ label }) => label === "")?.values[0] ?? 0);
  const part = withChart([heads, ...rows], {
    id: "customers-top",
    type: "bar",
    title:
      revenue.length > 3
        ? reportText(locale, unnamed > 0 ? "topCustomersTitleKnown" : "topCustomersTitle", {
            top3: share(concentration.top3),
          })
        : reportText(locale, "topCustomersChart"),
    categories: column(0, rows.length),
    series: [{ name: reportText(locale, "headRevenue"), values: column(1, rows.length), look: "actual" }],
    format: axisFormat("currency"),
  });
  const message = reportText(locale, "topCustomersMessage", {
    top1: share(concentration.top1),
    top3: share(concentration.top3),
    of80: concentration.of80,
  });
  const known =
    unnamed > 0
      ? ` ${reportText(locale, "topCustomersKnown", { share: share(unnamed / (unnamed + total)) })}`
      : "";
  return headed(reportText(locale, "topCustomers"), message + known, part);
}
