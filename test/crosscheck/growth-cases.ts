import { months, quarter, quarterBefore, year, type Case, type Days } from "./cases";
import { revenueOf, wonIn } from "./deal-formulas";
import { deals } from "./sample";

const { amount, closedDate, refund, status } = deals.columns;

const money = { amount, status, closedDate, refund };
const revenue = (days: Days): string => `(${revenueOf(wonIn(days))})`;
const growth = (now: Days, before: Days): string => `=${revenue(now)}/${revenue(before)}-1`;
const { "2025-01": january, "2025-02": february, "2025-03": march } = months;

export const growthCases: readonly Case[] = [
  {
    id: "SALESGROWTH",
    args: { ...money, ...quarter },
    formula: growth(quarter, quarterBefore),
    why: "against the quarter before",
  },
  {
    id: "SALESGROWTH",
    args: { ...money, ...quarter, options: "comparison=same-period-last-year" },
    formula: growth(quarter, { from: "2024-01-01", to: "2024-03-31" }),
    why: "against the year before",
  },
  {
    id: "MOM",
    args: { ...money, ...march },
    formula: growth(march, february),
    why: "March against February",
  },
  {
    id: "QOQ",
    args: { ...money, ...quarter },
    formula: growth(quarter, quarterBefore),
    why: "quarter against quarter",
  },
  {
    id: "YOY",
    args: { ...money, ...quarter },
    formula: growth(quarter, { from: "2024-01-01", to: "2024-03-31" }),
    why: "year against year",
  },
  {
    id: "TTM",
    args: { ...money, asOf: year.to },
    formula: `=${revenue(year)}`,
    why: "the twelve months to the end of June",
  },
  {
    id: "RUNRATE",
    args: { ...money, ...march },
    formula: `=12*${revenue(march)}`,
    why: "March, twelve times",
  },
  {
    id: "BY",
    args: { metric: "MOM", group: "month", columns: [amount, status, closedDate, refund, "period=2025-Q1"] },
    formula: [
      ["2025-01", growth(january, { from: "2024-12-01", to: "2024-12-31" })],
      ["2025-02", growth(february, january)],
      ["2025-03", growth(march, february)],
    ],
    why: "month against month, as a table",
  },
  {
    id: "SALESGROWTH",
    args: { ...money, ...quarter, asOf: "2025-02-15" },
    formula: growth({ from: "2025-01-01", to: "2025-02-15" }, { from: "2024-10-01", to: "2024-11-15" }),
    why: "the unfinished quarter against as many days of the one before",
  },
  {
    id: "SALESGROWTH",
    args: { ...money, ...march, options: "against=2024-06" },
    formula: growth(march, { from: "2024-06-01", to: "2024-06-30" }),
    why: "against a month of one's own",
  },
];
