import { column, sales } from "../support/custom-functions";
import { csvColumns, describeWithData, expectedValues } from "../support/shared-data";

/* The breakdowns of the public data sets: every word of a column, looked-up columns, and two columns at once. */

type Columns = Record<string, unknown[][]>;
type Numbers = Readonly<Record<string, number>>;

const cellsOf = (columns: Columns, name: string): unknown[] => (columns[name] ?? []).map(([cell]) => cell);

const cellAt = (columns: Columns, name: string, at: number): unknown => columns[name]?.[at]?.[0];

/** A column looked up in another table, as XLOOKUP gives it; blank where the name is not there. */
function lookedUp(columns: Columns, by: string, table: Columns, key: string, value: string): unknown[][] {
  const keys = cellsOf(table, key);
  const values = new Map(keys.map((name, at) => [name, cellsOf(table, value)[at]]));
  return column(cellsOf(columns, by).map((name) => values.get(name) ?? ""));
}

async function grouped(
  metric: string,
  group: unknown,
  ...args: readonly unknown[]
): Promise<ReadonlyMap<unknown, unknown>> {
  const table = (await sales("BY", { metric, group, columns: args })) as [unknown, unknown][];
  return new Map(table.slice(1));
}

function same(actual: unknown, expected: number | undefined, what: unknown): void {
  expect([what, typeof actual]).toEqual([what, "number"]);
  const difference = Math.abs(Number(actual) - Number(expected));
  expect([what, difference <= 1e-12 * Math.max(1, Math.abs(Number(expected)))]).toEqual([what, true]);
}

describeWithData("Maven CRM, broken down", () => {
  const deals = csvColumns("maven_crm/sales_pipeline.csv");
  const teams = csvColumns("maven_crm/sales_teams.csv");
  const accounts = csvColumns("maven_crm/accounts.csv");
  const expected = expectedValues("maven_crm");
  const { deal_stage: status, close_value: amount, close_date: closed, engage_date: created } = deals;
  const groups: Readonly<Record<string, unknown[][]>> = {
    product: deals.product ?? [],
    account: deals.account ?? [],
    manager: lookedUp(deals, "sales_agent", teams, "sales_agent", "manager"),
    region: lookedUp(deals, "sales_agent", teams, "sales_agent", "regional_office"),
    sector: lookedUp(deals, "account", accounts, "account", "sector"),
    office_location: lookedUp(deals, "account", accounts, "account", "office_location"),
  };
  const table = (name: string): [string, Numbers][] =>
    Object.entries((expected[name]?.value ?? {}) as Record<string, Numbers>);

  test.each(Object.keys(groups))("win rate by %s", async (by) => {
    const rates = await grouped("WINRATE", groups[by], status);
    const rows = table(`win_rate_by_${by}`);
    expect(rows.length).toBeGreaterThan(2);
    for (const [name, { win_rate }] of rows) same(rates.get(name), win_rate, name);
  });

  test.each(["product", "account", "manager", "region", "sector"])("revenue and sizes by %s", async (by) => {
    const revenue = await grouped("REVENUE", groups[by], amount, status);
    const count = await grouped("SALESCOUNT", groups[by], status);
    const mean = await grouped("AVGDEALSIZE", groups[by], amount, status);
    const median = await grouped("AVGDEALSIZE", groups[by], amount, status, "statistic=median");
    const rows = table(`revenue_by_${by}`);
    expect(rows.length).toBeGreaterThan(2);
    for (const [name, row] of rows) {
      same(revenue.get(name), row.revenue, name);
      same(count.get(name), row.won_deals, name);
      same(mean.get(name), row.avg_deal_size, name);
      same(median.get(name), row.median_deal_size, name);
    }
  });

  test.each(["product", "manager", "region"])("cycle by %s", async (by) => {
    const mean = await grouped("DEALCYCLE", groups[by], created, closed, status);
    const median = await grouped("DEALCYCLE", groups[by], created, closed, status, "statistic=median");
    const rows = table(`cycle_days_won_by_${by}`);
    expect(rows.length).toBeGreaterThan(2);
    for (const [name, row] of rows) {
      same(mean.get(name), row.mean, name);
      same(median.get(name), row.median, name);
    }
  });

  test("revenue by quarter and region, deals won by month and product", async () => {
    const quarters = (expected.won_revenue_quarter_x_region?.value ?? {}) as Record<string, Numbers>;
    for (const [quarter, byRegion] of Object.entries(quarters)) {
      const period = `period=${quarter.replace("Q", "-Q")}`;
      const revenue = await grouped("REVENUE", groups.region, amount, status, closed, period);
      for (const [region, value] of Object.entries(byRegion))
        same(revenue.get(region), value, [quarter, region]);
    }
    const months = (expected.won_count_month_x_product?.value ?? {}) as Record<string, Numbers>;
    for (const [month, byProduct] of Object.entries(months)) {
      const won = await grouped("SALESCOUNT", groups.product, status, closed, `period=${month}`);
      for (const [product, value] of Object.entries(byProduct))
        same(won.get(product), value, [month, product]);
    }
  });

  test("open deals by agent, deals by stage, customers who came back", async () => {
    const open = await grouped("OPPCOUNT", deals.sales_agent, status, "which=open");
    for (const [agent, count] of Object.entries((expected.open_by_agent?.value ?? {}) as Numbers))
      same(open.get(agent), count, agent);
    const stages = await grouped("OPPCOUNT", status, status);
    for (const [stage, count] of Object.entries((expected.count_by_stage?.value ?? {}) as Numbers))
      same(stages.get(stage), count, stage);
    same(
      await sales("REPEATRATE", { customer: deals.account, status, closedDate: closed }),
      expected.repeat_account_rate?.value as number,
      "repeat rate",
    );
  });

  test("all closed deals, the zeros of the lost ones too: the naive average, by option", async () => {
    const options = "population=won+lost; zeros=include";
    same(
      await sales("AVGDEALSIZE", { amount, status, options }),
      expected.avg_deal_size_all_closed?.value as number,
      options,
    );
  });
});

describeWithData("Telco, broken down", () => {
  const rows = csvColumns("telco_churn/Telco-Customer-Churn.csv");
  const expected = expectedValues("telco_churn");
  const tenure = cellsOf(rows, "tenure").map(Number);
  const band =
    (from: number, to: number): ((months: number) => boolean) =>
    (months) =>
      months >= from && months <= to;

  test.each(["Contract", "PaymentMethod", "InternetService", "gender", "SeniorCitizen", "PaperlessBilling"])(
    "churn by %s",
    async (by) => {
      const churn = await grouped("CHURN", rows[by], rows.customerID, "", "", "", "", rows.Churn);
      const table = Object.entries((expected[`churn_by_${by}`]?.value ?? {}) as Record<string, Numbers>);
      expect(table.length).toBeGreaterThan(1);
      for (const [name, { churn_rate }] of table) same(churn.get(name), churn_rate, name);
    },
  );

  test("churn by tenure", async () => {
    const table = Object.entries((expected.churn_by_tenure_band?.value ?? {}) as Record<string, Numbers>);
    const bands = table.map(([name]): [string, (months: number) => boolean] => {
      const [from = 0, to = from] = name
        .split(/[^\d]+/)
        .filter(Boolean)
        .map(Number);
      return [name, band(from, name.includes("+") || name.startsWith(">") ? Infinity : to)];
    });
    const labels = column(tenure.map((months) => bands.find(([, holds]) => holds(months))?.[0] ?? ""));
    const churn = await grouped("CHURN", labels, rows.customerID, "", "", "", "", rows.Churn);
    for (const [name, { churn_rate }] of table) same(churn.get(name), churn_rate, name);
  });

  test("what the customers pay: median, and the mean of all and of those who stay", async () => {
    const amount = rows.MonthlyCharges;
    const stay = column(cellsOf(rows, "Churn").map((word) => (word === "No" ? "won" : "")));
    const everyone = column(cellsOf(rows, "Churn").map(() => "won"));
    const number = (name: string): number => expected[name]?.value as number;
    same(await sales("AVGDEALSIZE", { amount, status: everyone }), number("arpa_all"), "all");
    same(await sales("AVGDEALSIZE", { amount, status: stay }), number("arpa_active"), "who stay");
    const options = "statistic=median";
    same(
      await sales("AVGDEALSIZE", { amount, status: everyone, options }),
      number("median_monthly"),
      options,
    );
  });
});

describeWithData("Online Retail, sale lines broken down", () => {
  const lines = csvColumns("online_retail/online_retail_10pct_customers.csv");
  const expected = expectedValues("online_retail_10pct");
  const invoice = cellsOf(lines, "InvoiceNo").map(String);
  const amounts = invoice.map(
    (_, at) => Number(cellAt(lines, "Quantity", at)) * Number(cellAt(lines, "UnitPrice", at)),
  );
  const isSale = invoice.map(
    (number, at) =>
      !number.startsWith("C") &&
      Number(cellAt(lines, "Quantity", at)) > 0 &&
      Number(cellAt(lines, "UnitPrice", at)) > 0,
  );

  test("revenue by country, gross of what was taken back", async () => {
    const status = column(isSale.map((sale) => (sale ? "paid" : "")));
    const revenue = await grouped("REVENUE", lines.Country, column(amounts), status);
    const byCountry = (expected.revenue_by_country?.value ?? {}) as Numbers;
    expect(Object.keys(byCountry).length).toBeGreaterThan(5);
    for (const [country, value] of Object.entries(byCountry))
      expect(Number(revenue.get(country))).toBeCloseTo(value, 2);
    expect(await sales("REVENUE", { amount: column(amounts), status })).toBeCloseTo(
      expected.revenue_gross_sales?.value as number,
      2,
    );
  });

  test("returns as negative lines reduce revenue", async () => {
    const status = column(amounts.map(() => "paid"));
    expect(await sales("REVENUE", { amount: column(amounts), status })).toBeCloseTo(
      expected.revenue_net_all?.value as number,
      2,
    );
  });
});
