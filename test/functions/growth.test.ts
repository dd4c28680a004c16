import { column, isError, sales } from "../support/custom-functions";
import { fixture, Q1 } from "../support/fixture";
import { csvColumns, describeWithData, expectedValues } from "../support/shared-data";

const { status, amount, closedDate, owner } = fixture;
const money = { amount, status, closedDate };

/** Two years of one sale a month, on the 15th: 100, 110, 120 … from 2023-01 to 2024-12; a loss of 50 in 2024-05. */
const months = Array.from({ length: 24 }, (_, i) => ({
  date: `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}-15`,
  amount: i === 16 ? -50 : 100 + 10 * i,
}));
const monthly = {
  amount: column(months.map((row) => row.amount)),
  status: column(months.map(() => "won")),
  closedDate: column(months.map((row) => row.date)),
};

type Case = readonly [id: string, args: Record<string, unknown>, expected: number, origin: string];

const cases: readonly Case[] = [
  ["SALESGROWTH", { ...money, ...Q1 }, 4.526315789473684, "R§1 SALESGROWTH Q1 vs Q4"],
  [
    "SALESGROWTH",
    { ...money, ...Q1, options: "comparison=previous period of equal length" },
    4.526315789473684,
    "R§1, the catalogue's words",
  ],
  ["SALESGROWTH", { ...money, ...Q1, options: "against=2024-Q4" }, 4.526315789473684, "R§1, explicit"],
  [
    "SALESGROWTH",
    { ...money, ...Q1, options: "comparison=explicit; against=2024-12" },
    9.5,
    "10 500 against the 1 000 of December",
  ],
  // until 10 February 1 200 + 3 000 were won
  [
    "SALESGROWTH",
    { ...money, ...Q1, asOf: "2025-02-10", options: "partial=whole" },
    4200 / 1900 - 1,
    "by hand, against the whole of Q4",
  ],
  // until 28 February 1 200 + 3 000 + 800; in the first 59 days of Q4, until 28 November, 900
  ["SALESGROWTH", { ...money, ...Q1, asOf: "2025-02-28" }, 5000 / 900 - 1, "by hand, to date"],
  ["SALESGROWTH", { ...money, from: "2025-01-01", asOf: "2025-03-31" }, 4.526315789473684, "ends with asOf"],
  [
    "SALESGROWTH",
    { ...monthly, options: "period=2024-Q1; comparison=same period last year" },
    690 / 330 - 1,
    "by hand",
  ],
  ["MOM", { ...monthly, options: "period=2024-03" }, 240 / 230 - 1, "by hand"],
  ["MOM", { ...monthly, options: "period=2024-Q1" }, 240 / 230 - 1, "the quarter's last month"],
  ["MOM", money, 5500 / 3800 - 1, "R§1's deals to the last close date, 28 March, with 28 days of February"],
  ["QOQ", money, 10500 / 1900 - 1, "and 87 days of Q1 with as many of Q4: all of its sales"],
  ["MOM", { ...monthly, asOf: "2024-03-20" }, 240 / 230 - 1, "20 days of March with 20 of February"],
  ["MOM", { ...monthly, asOf: "2024-03-14", options: "partial=whole" }, -1, "nothing yet in March"],
  ["QOQ", { ...monthly, options: "period=2024-Q1" }, 690 / 600 - 1, "by hand"],
  [
    "QOQ",
    { ...monthly, options: "period=2024-02" },
    450 / 390 - 1,
    "to the end of February: 220 + 230, 190 + 200",
  ],
  ["YOY", { ...monthly, options: "period=2024-Q1" }, 690 / 330 - 1, "by hand"],
  ["YOY", { ...monthly, asOf: "2024-02-10", options: "period=2024" }, 220 / 100 - 1, "January with January"],
  [
    "YOY",
    { ...monthly, asOf: "2024-02-10", options: "period=2024; partial=whole" },
    220 / 1860 - 1,
    "by hand",
  ],
  ["TTM", { ...monthly, options: "period=2024-03" }, 2220, "130 + … + 240"],
  ["TTM", { ...monthly, asOf: "2024-12-31" }, 3300 - 310, "220 + … + 330, May is −50 instead of 260"],
  ["TTM", { ...monthly }, 3180 - 310, "to November: December ends after the last date"],
  ["TTM", { ...monthly, from: "2024-01-01" }, 3180 - 310, "a period without an end ends with the data"],
  ["RUNRATE", { ...monthly, options: "period=2024-03" }, 12 * 240, "by hand"],
  ["RUNRATE", { ...monthly, asOf: "2024-06-29" }, 12 * -50, "May is the last complete month"],
  [
    "RUNRATE",
    { ...monthly, asOf: "2024-06-29", options: "per=quarter" },
    4 * 690,
    "Q1 is the last complete one",
  ],
  ["RUNRATE", { ...monthly, options: "period=2024-Q1; per=quarter" }, 4 * 690, "by hand"],
];

test.each(cases.map(([id, args, expected, origin]) => ({ id, args, expected, origin })))(
  "$id = $expected ($origin)",
  async ({ id, args, expected }) => {
    expect(await sales(id, args)).toBeCloseTo(expected, 9);
  },
);

const refusals: readonly (readonly [string, Record<string, unknown>, string, RegExp])[] = [
  ["SALESGROWTH", { ...money, options: "period=2024-11" }, "#DIV/0!", /./],
  ["SALESGROWTH", { ...monthly, options: "period=2024-06" }, "#N/A", /below zero/],
  ["MOM", { ...monthly, options: "period=2024-06" }, "#N/A", /below zero/],
  ["YOY", { ...monthly, options: "period=2023" }, "#DIV/0!", /./],
  ["MOM", { ...monthly, asOf: "2024-03-14" }, "#DIV/0!", /./],
  ["SALESGROWTH", { ...money }, "#VALUE!", /period/],
  ["SALESGROWTH", { ...money, from: "2025-01-01" }, "#VALUE!", /period/],
  ["SALESGROWTH", { ...money, to: "2025-01-01" }, "#VALUE!", /period/],
  ["SALESGROWTH", { ...money, options: "against=2024-Q4" }, "#VALUE!", /period/],
  ["SALESGROWTH", { ...money, ...Q1, options: "comparison=explicit" }, "#VALUE!", /against/],
  ["SALESGROWTH", { ...money, ...Q1, options: "against=last spring" }, "#VALUE!", /last spring/],
  ["MOM", { amount: [[1]], status: [["open"]], closedDate: [[""]] }, "#VALUE!", /period/],
  ["YOY", { ...monthly, asOf: "2024-06-30" }, "#VALUE!", /period/],
  ["TTM", { amount: [[1]], status: [["open"]], closedDate: [[""]] }, "#VALUE!", /period/],
];

test.each(refusals)("%s: refused (%#)", async (id, args, code, message) => {
  const value = await sales(id, args);
  expect(isError(value) && value).toMatchObject({ code, message: expect.stringMatching(message) });
});

test("by owner: Ana 9 700 against 1 000, Dan 800 against 900 (R§1)", async () => {
  const table = await sales("BY", {
    metric: "SALESGROWTH",
    group: owner,
    columns: [amount, status, closedDate, "period=2025-Q1"],
  });
  expect(table).toMatchObject([
    ["Group", "Sales growth"],
    ["Ana", expect.closeTo(8.7, 9)],
    ["Dan", expect.closeTo(800 / 900 - 1, 9)],
  ]);
});

test("by month: windows that overlap are summed as those that do not", async () => {
  const columns = [monthly.amount, monthly.status, monthly.closedDate, "period=2024"];
  const of = async (metric: string): Promise<Map<unknown, unknown>> =>
    new Map((await sales("BY", { metric, group: "month", columns })) as [unknown, unknown][]);
  expect((await of("TTM")).get("2024-03")).toBe(2220);
  expect((await of("TTM")).get("2024-12")).toBe(3300 - 310);
  expect((await of("QOQ")).get("2024-02")).toBeCloseTo(450 / 390 - 1, 12);
  expect((await of("YOY")).get("2024-02")).toBeCloseTo(230 / 110 - 1, 12);
  expect((await of("RUNRATE")).get("2024-05")).toBe(-600);
});

test("an unfinished period is told, and the months that are summed", async () => {
  const notes = async (metric: string, ...more: unknown[]): Promise<string> =>
    JSON.stringify(await sales("EXPLAIN", { metric, columns: [amount, status, closedDate, ...more] }));
  const blank = [null, null, null, null];
  expect(await notes("SALESGROWTH", ...blank, [[Q1.from]], [[Q1.to]], [["2025-02-10"]])).toContain(
    "not over on 2025-02-10",
  );
  expect(await notes("SALESGROWTH", "period=2025-Q2")).toContain("2025-03-28");
  expect(await notes("TTM", "period=2025-Q1")).toMatch(/from 2024-04-01 to 2025-03-31.*start on 2024-11-15/);
});

describeWithData("growth in public data", () => {
  type Growth = Record<string, number | null>;
  const byPeriod = async (
    metric: string,
    group: string,
    columns: readonly unknown[],
  ): Promise<Map<unknown, unknown>> =>
    new Map((await sales("BY", { metric, group, columns })) as [unknown, unknown][]);

  const maven = csvColumns("maven_crm/sales_pipeline.csv");
  const deals = [maven.close_value, maven.deal_stage, maven.close_date];
  const expected = expectedValues("maven_crm");

  test.each(["SALESGROWTH", "QOQ"])("Maven by quarter: %s", async (metric) => {
    const table = await byPeriod(metric, "quarter", deals);
    for (const [quarter, value] of Object.entries(expected.revenue_growth_qoq?.value as Growth)) {
      const found = table.get(`${quarter.slice(0, 4)}-${quarter.slice(4)}`);
      if (value === null) expect(found).toBe("—");
      else expect(found).toBeCloseTo(value, 12);
    }
  });

  test.each(["SALESGROWTH", "MOM"])("Maven by month: %s", async (metric) => {
    const table = await byPeriod(metric, "month", deals);
    for (const [month, value] of Object.entries(expected.revenue_growth_mom?.value as Growth)) {
      if (value === null) expect(table.get(month)).toBe("—");
      else expect(table.get(month)).toBeCloseTo(value, 12);
    }
  });

  test("Maven: the year's revenue, by months and quarters", async () => {
    const total = expected.revenue_total?.value as number;
    const [amounts, stages, dates] = deals;
    const args = { amount: amounts, status: stages, closedDate: dates };
    expect(await sales("TTM", { ...args, options: "period=2017" })).toBe(total);
    const { "2017Q4": last } = expected.revenue_by_quarter?.value as Record<string, { revenue: number }>;
    expect(await sales("RUNRATE", { ...args, options: "period=2017; per=quarter" })).toBe(
      4 * (last?.revenue ?? NaN),
    );
  });

  test("Online Retail: gross sales on the month before", async () => {
    const lines = csvColumns("online_retail/online_retail_10pct_customers.csv");
    const at = (name: string): unknown[] => (lines[name] ?? []).map(([cell]) => cell);
    const [invoices, quantities, prices, dates] = ["InvoiceNo", "Quantity", "UnitPrice", "InvoiceDate"].map(
      at,
    );
    const sold = (invoices ?? []).flatMap((invoice, i) => {
      const [quantity, price] = [Number(quantities?.[i]), Number(prices?.[i])];
      return !String(invoice).startsWith("C") && quantity > 0 && price > 0
        ? [{ amount: quantity * price, date: dates?.[i] }]
        : [];
    });
    const table = await byPeriod("MOM", "month", [
      column(sold.map((line) => line.amount)),
      column(sold.map(() => "won")),
      column(sold.map((line) => line.date)),
    ]);
    const byMonth = expectedValues("online_retail_10pct").by_month?.value as Record<
      string,
      { gross_growth: number | null }
    >;
    for (const [month, { gross_growth }] of Object.entries(byMonth)) {
      if (gross_growth === null) expect(table.get(month)).toBe("—");
      else expect(table.get(month)).toBeCloseTo(gross_growth, 10);
    }
  });
});
