import { sales } from "../support/custom-functions";
import { csvColumns, describeWithData, expectedValues } from "../support/shared-data";

type Groups = Record<
  string,
  {
    win_rate: number;
    revenue: number;
    won_deals: number;
    median_deal_size: number;
    median: number;
    mean: number;
  }
>;
const QUARTERS = {
  "2017Q1": ["2017-01-01", "2017-03-31"],
  "2017Q2": ["2017-04-01", "2017-06-30"],
  "2017Q3": ["2017-07-01", "2017-09-30"],
  "2017Q4": ["2017-10-01", "2017-12-31"],
} as const;

describeWithData.each(["sales_pipeline.csv", "sales_pipeline_mdy.csv"])("Maven CRM, %s", (file) => {
  const columns = csvColumns(`maven_crm/${file}`);
  const expected = expectedValues("maven_crm");
  const number = (name: string): number => expected[name]?.value as number;
  const {
    deal_stage: status,
    close_value: amount,
    close_date: closedDate,
    engage_date: createdDate,
    sales_agent: owner,
  } = columns;
  const grouped = async (metric: string, ...args: unknown[]): Promise<Map<unknown, unknown>> => {
    const table = (await sales("BY", { metric, group: owner, columns: args })) as [unknown, unknown][];
    return new Map(table.slice(1));
  };

  test("the headline numbers", async () => {
    expect(await sales("WINRATE", { status })).toBe(number("win_rate"));
    expect(await sales("WINRATE", { status, createdDate, options: "basis=created-all" })).toBe(
      number("win_rate_of_all_deals"),
    );
    expect(await sales("REVENUE", { amount, status, closedDate })).toBe(number("revenue_total"));
    expect(await sales("AVGDEALSIZE", { amount, status })).toBeCloseTo(number("avg_deal_size"), 8);
    expect(await sales("AVGDEALSIZE", { amount, status, options: "statistic=median" })).toBe(
      number("median_deal_size"),
    );
    expect(await sales("OPPCOUNT", { status, options: "which=open" })).toBe(number("open_deals"));
    expect(await sales("OPPCOUNT", { status })).toBe(number("rows"));
    expect(await sales("SALESPERREP", { owner, amount, status })).toBeCloseTo(
      number("sales_per_rep_active"),
      6,
    );
    expect(await sales("SALESPERREP", { owner, amount, status, headcount: 35 })).toBeCloseTo(
      number("sales_per_rep_team"),
      6,
    );
    const cycle = expected.cycle_days_won?.value as { mean: number; median: number };
    expect(await sales("DEALCYCLE", { createdDate, closedDate, status })).toBeCloseTo(cycle.mean, 10);
    expect(await sales("DEALCYCLE", { createdDate, closedDate, status, options: "statistic=median" })).toBe(
      cycle.median,
    );
    const closed = expected.cycle_days_closed?.value as { mean: number; median: number };
    const both = { createdDate, closedDate, status };
    expect(await sales("DEALCYCLE", { ...both, options: "population=won+lost" })).toBeCloseTo(
      closed.mean,
      10,
    );
    expect(await sales("DEALCYCLE", { ...both, options: "population=won+lost; statistic=median" })).toBe(
      closed.median,
    );
  });

  test("by agent: win rate, revenue, median size, cycle", async () => {
    const rates = await grouped("WINRATE", status);
    const revenue = await grouped("REVENUE", amount, status);
    const medians = await grouped("AVGDEALSIZE", amount, status, "statistic=median");
    const cycles = await grouped("DEALCYCLE", createdDate, closedDate, status);
    const byAgent = expected.win_rate_by_agent?.value as Groups;
    expect(rates.size).toBe(Object.keys(byAgent).length);
    for (const [agent, { win_rate }] of Object.entries(byAgent))
      expect(rates.get(agent)).toBeCloseTo(win_rate, 12);
    for (const [agent, group] of Object.entries(expected.revenue_by_agent?.value as Groups)) {
      expect(revenue.get(agent)).toBe(group.revenue);
      expect(medians.get(agent)).toBe(group.median_deal_size);
    }
    for (const [agent, { mean }] of Object.entries(expected.cycle_days_won_by_agent?.value as Groups)) {
      expect(cycles.get(agent)).toBeCloseTo(mean, 10);
    }
  });

  test.each(Object.entries(QUARTERS))("%s by from and to", async (quarter, [from, to]) => {
    const rates = expected.win_rate_by_close_quarter?.value as Groups;
    const money = expected.revenue_by_quarter?.value as Groups;
    const cycles = expected.cycle_days_won_by_close_quarter?.value as Groups;
    const cohort = expected.win_rate_by_engage_quarter?.value as Groups;
    const period = { from, to };
    expect(await sales("WINRATE", { status, closedDate, ...period })).toBeCloseTo(
      rates[quarter]?.win_rate ?? NaN,
      12,
    );
    expect(await sales("REVENUE", { amount, status, closedDate, ...period })).toBe(money[quarter]?.revenue);
    expect(await sales("SALESCOUNT", { status, closedDate, ...period })).toBe(money[quarter]?.won_deals);
    expect(
      await sales("DEALCYCLE", { createdDate, closedDate, status, ...period, options: "statistic=median" }),
    ).toBe(cycles[quarter]?.median);
    const options = "basis=created-resolved";
    expect(await sales("WINRATE", { status, createdDate, ...period, options })).toBeCloseTo(
      cohort[quarter]?.win_rate ?? NaN,
      12,
    );
  });

  test("by month in one call", async () => {
    const table = (await sales("BY", {
      metric: "WINRATE",
      group: "month",
      columns: [status, closedDate],
    })) as [string, number][];
    const months = expected.win_rate_by_close_month?.value as Groups;
    expect(table.slice(1).map(([month]) => month)).toEqual(Object.keys(months));
    for (const [month, rate] of table.slice(1)) expect(rate).toBeCloseTo(months[month]?.win_rate ?? NaN, 12);
  });
});

describeWithData("other files", () => {
  test("HubSpot-shaped deals", async () => {
    const {
      "Deal Stage": status,
      Amount: amount,
      "Close Date": closedDate,
      "Create Date": createdDate,
      "Deal Owner": owner,
    } = csvColumns("hubspot_dummy/hubspot_deals.csv");
    const expected = expectedValues("hubspot_dummy");
    const number = (name: string): number => expected[name]?.value as number;
    expect(await sales("WINRATE", { status, closedDate })).toBe(number("win_rate"));
    expect(await sales("REVENUE", { amount, status, closedDate })).toBeCloseTo(number("revenue_won"), 2);
    expect(await sales("AVGDEALSIZE", { amount, status })).toBeCloseTo(number("avg_deal_size"), 6);
    expect(await sales("PIPELINEVALUE", { amount, status })).toBeCloseTo(number("pipeline_value"), 2);
    const cycle = expected.cycle_days_won?.value as { mean: number; median: number };
    expect(await sales("DEALCYCLE", { createdDate, closedDate, status })).toBeCloseTo(cycle.mean, 10);
    expect(await sales("DEALCYCLE", { createdDate, closedDate, status, options: "statistic=median" })).toBe(
      cycle.median,
    );
    const table = new Map(
      (await sales("BY", { metric: "REVENUE", group: owner, columns: [amount, status] })) as [
        string,
        number,
      ][],
    );
    for (const [name, { revenue }] of Object.entries(expected.win_rate_by_owner?.value as Groups)) {
      expect(table.get(name)).toBeCloseTo(revenue, 2);
    }
    const months = (await sales("BY", {
      metric: "REVENUE",
      group: "month",
      columns: [amount, status, closedDate],
    })) as [string, number][];
    for (const [month, revenue] of Object.entries(
      expected.revenue_by_close_month?.value as Record<string, number>,
    )) {
      expect(new Map(months).get(month)).toBeCloseTo(revenue, 2);
    }
  });

  test("CDNOW: historic value per customer and order value", async () => {
    const { readFileSync } = await import("node:fs");
    const { join } = await import("node:path");
    const lines = readFileSync(join(__dirname, "../../../shared/data/cdnow/CDNOW_sample.txt"), "utf8")
      .trim()
      .split(/\r?\n/);
    const rows = lines.map((line) => line.trim().split(/\s+/));
    const expected = expectedValues("cdnow_sample");
    const [customer, closedDate, amount] = [0, 2, 4].map((at) =>
      rows.map((row) => [at === 0 ? row[1] : Number(row[at])]),
    );
    expect(await sales("CLTV", { customer, amount, closedDate, options: "method=historic" })).toBeCloseTo(
      expected.avg_revenue_per_customer?.value as number,
      8,
    );
    expect(await sales("AOV", { amount, closedDate })).toBeCloseTo(expected.aov_per_row?.value as number, 8);
    expect(
      await sales("REVENUE", {
        amount,
        status: rows.map(() => ["won"]),
        closedDate,
        from: "1997-01-01",
        to: "1998-06-30",
      }),
    ).toBeCloseTo(expected.revenue_total?.value as number, 2);
  });

  test("Online Retail: lines of an order make one order value; repeat customers' historic value", async () => {
    const columns = csvColumns("online_retail/online_retail_10pct_customers.csv");
    const at = (name: string): unknown[] => (columns[name] ?? []).map(([cell]) => cell);
    const [invoices, quantities, prices, customers, dates] = [
      "InvoiceNo",
      "Quantity",
      "UnitPrice",
      "CustomerID",
      "InvoiceDate",
    ].map(at);
    const lines = (invoices ?? []).map((invoice, i) => ({
      id: String(invoice),
      amount: Number(quantities?.[i]) * Number(prices?.[i]),
      customer: customers?.[i],
      date: String(dates?.[i]),
      quantity: Number(quantities?.[i]),
      price: Number(prices?.[i]),
    }));
    const sold = lines.filter(({ id, quantity, price }) => !id.startsWith("C") && quantity > 0 && price > 0);
    const expected = expectedValues("online_retail_10pct");
    const column = (pick: (line: (typeof sold)[number]) => unknown): unknown[][] =>
      sold.map((line) => [pick(line)]);
    const [amount, id, customer, closedDate] = [
      column((l) => l.amount),
      column((l) => l.id),
      column((l) => l.customer),
      column((l) => l.date),
    ];
    expect(await sales("AOV", { amount, id, options: "lines=sum" })).toBeCloseTo(
      expected.aov_gross?.value as number,
      6,
    );
    const value = expected.revenue_per_customer?.value as { mean: number };
    expect(await sales("CLTV", { customer, amount, closedDate, options: "method=historic" })).toBeCloseTo(
      value.mean,
      6,
    );
  });
});
