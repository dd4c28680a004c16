import { readFileSync } from "node:fs";
import { column, isError, sales } from "../support/custom-functions";
import { fixture, Q1, Q4 } from "../support/fixture";
import { behindOf, notesOf } from "../support/explain";
import { csvColumns, describeWithData, expectedValues } from "../support/shared-data";

const { status, amount, closedDate, customer, owner, source, type } = fixture;
const deals = { customer, closedDate, status };
const costs = {
  cost: column([500, 400, 600]),
  costDate: column(["2025-01-31", "2025-02-28", "2025-03-31"]),
  category: column(["Advertising", "Trade fair", "Salaries"]),
  costSource: column(["Web", "Event", ""]),
};

const cycles = { ...deals, createdDate: fixture.createdDate };

/** Function, arguments, expected value, and where it comes from. */
const cases: readonly [string, Record<string, unknown>, number, string][] = [
  ["NEWCUSTOMERS", { ...deals, ...Q1 }, 2, "R§1: Beta, Delta"],
  ["NEWCUSTOMERS", { ...deals, type, ...Q1, options: "by=type-new" }, 3, "R§1 by type: Acme too"],
  ["NEWCUSTOMERS", { ...deals, type, ...Q1, options: "by=type = new" }, 3, "the catalogue's words"],
  ["NEWCUSTOMERS", { ...deals, ...Q4 }, 2, "by hand: Acme in November, Iota in December"],
  ["NEWCUSTOMERS", { ...deals }, 4, "by hand: Acme, Beta, Delta, Iota"],
  ["NEWCUSTOMERS", { ...deals, ...Q1, asOf: "2025-02-28" }, 1, "by hand: Delta bought in March"],
  ["CAC", { ...deals, cost: 1500, ...Q1 }, 750, "R§1"],
  ["CAC", { ...deals, ...costs, ...Q1 }, 750, "R§1: the same as a table"],
  ["CAC", { ...deals, ...costs, ...Q1, options: "scope=fully loaded" }, 750, "R§1"],
  ["CAC", { ...deals, ...costs, ...Q1, options: "scope=marketing" }, 450, "by hand: 500 + 400 over 2"],
  ["CAC", { ...deals, ...costs, ...Q1, options: "scope=by source" }, 450, "by hand: salaries name no source"],
  ["CAC", { ...deals, ...costs, ...Q1, options: "type=blended" }, 500, "by hand: Acme, Beta, Delta bought"],
  ["CAC", { ...deals, ...costs, type, ...Q1, options: "by=type-new" }, 500, "by hand: 1500 ÷ 3"],
  // costs of 2 December to 1 March: January's and February's
  ["CAC", { ...deals, ...costs, ...Q1, options: "lag=30" }, 450, "by hand: 500 + 400 over 2"],
  // seven won deals took 20, 31, 44, 45, 49, 52 and 69 days: costs of 17 November to 14 February are January's
  ["CAC", { ...cycles, ...costs, ...Q1, options: "lag=cycle" }, 250, "by hand: 500 over 2"],
  ["CAC", { ...cycles, ...costs, ...Q1, options: "lag=one sales cycle" }, 250, "the catalogue's words"],
  ["CAC", { ...cycles, ...costs, ...Q1, asOf: "2025-02-28", options: "lag=cycle" }, 500, "Delta not won yet"],
  ["CAC", { ...cycles, cost: 1500, ...Q1, options: "lag=cycle" }, 750, "a number has no date to shift"],
  ["CACPAYBACK", { ...cycles, ...costs, amount, ...Q1, options: "lag=cycle" }, 500 / (8500 / 3), "by hand"],
  [
    "LTVCAC",
    { ...cycles, ...costs, amount, ...Q1, options: "lag=cycle; method=historic" },
    3500 / 250,
    "R§1: 10500 ÷ 3 over 250",
  ],
  ["CAC", { ...deals, ...costs, allocation: column([1, "50%", ""]), ...Q1 }, 650, "500 + 200 + 600 over 2"],
  [
    "LTVCAC",
    { ...deals, amount, cost: 1500, ...Q1, options: "method=historic" },
    3500 / 750,
    "R§1: 10500 ÷ 3 over 750",
  ],
  // Beta's 6000 and Delta's 2500 in three months
  ["CACPAYBACK", { ...deals, amount, cost: 1500, ...Q1 }, 1500 / (8500 / 3), "by hand"],
  ["CACPAYBACK", { ...deals, amount, cost: 1500, margin: 0.5, ...Q1 }, 3000 / (8500 / 3), "by hand"],
  // all of history: 2900 + 6000 + 2500 + 1000 from 15 November to 25 March, 131 days; 1500 ÷ 4 customers each
  ["CACPAYBACK", { ...deals, amount, cost: 1500 }, 1500 / (12400 / ((131 * 12) / 365.2425)), "by hand"],
  ["CACPAYBACK", { ...deals, cost: 1500, monthlyRevenue: 250, ...Q1 }, 3, "750 ÷ 250"],
  ["REPEATRATE", { ...deals, ...Q1 }, 2 / 3, "by hand: Acme 2, Beta 2, Delta 1"],
  ["REPEATRATE", { ...deals }, 2 / 4, "by hand: Acme 3, Beta 2, Delta 1, Iota 1"],
  ["REPEATRATE", { ...deals, ...Q4 }, 0, "by hand: Acme 1, Iota 1"],
  [
    "REPEATRATE",
    { ...deals, from: "2025-01-01", to: "2025-02-15", options: "in=ever" },
    1 / 3,
    "Acme 2, Iota 1, Beta 1",
  ],
  [
    "REPEATRATE",
    { ...deals, ...Q1, asOf: "2025-02-15", options: "in=ever" },
    1 / 3,
    "the same, seen on that day",
  ],
  ["UPSELLRATE", { ...deals, type, ...Q1 }, 0.5, "R§1: Acme of Acme, Iota"],
  ["UPSELLRATE", { ...deals, type }, 1 / 4, "by hand, all of history: Acme of Acme, Beta, Delta, Iota"],
  ["UPSELLRATE", { ...deals, type, ...Q1, options: "denominator=bought" }, 1 / 3, "R§1"],
  [
    "UPSELLRATE",
    { ...deals, type, amount, ...Q1, options: "measure=revenue" },
    800 / 10500,
    "R§1: 0.076190476",
  ],
  ["UPSELLRATE", { ...deals, type, ...Q1, options: "kinds=cross-sell" }, 0, "no deal of that type"],
  // without types: Acme 900 → 1200 (more) → 800; Beta's second is in the quarter of its first
  ["UPSELLRATE", { ...deals, amount, ...Q1 }, 0.5, "by hand: Acme's 1200 after 900"],
  // D01, Acme's second purchase, is larger; Beta's 3000 after 3000 is the same again
  ["UPSELLRATE", { ...deals, amount, ...Q1, options: "measure=revenue" }, 1200 / 10500, "by hand"],
];

test.each(cases.map(([id, args, expected, origin]) => ({ id, args, expected, origin })))(
  "$id = $expected ($origin)",
  async ({ id, args, expected }) => {
    expect(await sales(id, args)).toBeCloseTo(expected, 9);
  },
);

const refused: readonly [string, Record<string, unknown>, string, RegExp][] = [
  ["CAC", { ...deals, cost: 1500, from: "2024-01-01", to: "2024-03-31" }, "#DIV/0!", /./],
  ["CAC", { ...deals, cost: 1500, ...Q1, options: "scope=marketing" }, "#VALUE!", /category/],
  ["CAC", { ...deals, ...costs, options: "lag=30" }, "#VALUE!", /period/],
  ["CAC", { ...deals, ...costs, ...Q1, options: "lag=cycle" }, "#VALUE!", /createdDate or firstContactDate/],
  ["CAC", { ...deals, ...costs, ...Q1, options: "lag=soon" }, "#VALUE!", /soon.*0 … 3650 \| cycle/],
  ["CAC", { ...deals, ...costs, ...Q1, options: "lag=-1" }, "#VALUE!", /3650/],
  ["CAC", { ...deals, ...costs, ...Q1, options: "lag=" }, "#VALUE!", /3650/],
  [
    "CAC",
    { ...cycles, ...costs, ...Q1, status: column(status.map(() => "open")), options: "lag=cycle" },
    "#N/A",
    /records/,
  ],
  ["NEWCUSTOMERS", { ...deals, options: "by=type-new" }, "#VALUE!", /type/],
  ["NEWCUSTOMERS", { ...deals, options: "by=word" }, "#VALUE!", /first-won/],
  ["NEWCUSTOMERS", { ...deals, options: "by=converted-lead" }, "#VALUE!", /lead/],
  ["NEWCUSTOMERS", { customer, status }, "#VALUE!", /closedDate/],
  ["LTVCAC", { ...deals, amount, cost: 0, ...Q1, options: "method=historic" }, "#DIV/0!", /./],
  [
    "CACPAYBACK",
    { customer: column(["A"]), closedDate: column(["2025-01-10"]), amount: column([9]), cost: 1 },
    "#VALUE!",
    /period/,
  ],
  ["CACPAYBACK", { ...deals, cost: 1500, ...Q1 }, "#VALUE!", /monthlyRevenue/],
  ["REPEATRATE", { ...deals, from: "2024-01-01", to: "2024-03-31" }, "#DIV/0!", /./],
  ["UPSELLRATE", { ...deals, ...Q1 }, "#VALUE!", /type or product/],
  ["UPSELLRATE", { ...deals, type, from: "2024-01-01", to: "2024-03-31" }, "#DIV/0!", /./],
];

test.each(refused.map(([id, args, code, message]) => ({ id, args, code, message })))(
  "$id answers $code, saying $message",
  async ({ id, args, code, message }) => {
    const value = await sales(id, args);
    expect(value).toMatchObject({ code });
    if (code !== "#DIV/0!") expect((value as { message: string }).message).toMatch(message);
  },
);

describe("new customers", () => {
  test("a first order refunded in full made nobody a customer, unless asked", async () => {
    const orders = {
      customer: column(["A", "A", "B"]),
      closedDate: column(["2025-01-10", "2025-02-10", "2025-01-20"]),
      status: column(["won", "won", "won"]),
      amount: column([100, 50, 80]),
      refund: column([100, "", 20]),
    };
    const january = { from: "2025-01-01", to: "2025-01-31" };
    expect(await sales("NEWCUSTOMERS", { ...orders, ...january })).toBe(1);
    expect(await sales("NEWCUSTOMERS", { ...orders, from: "2025-02-01", to: "2025-02-28" })).toBe(1);
    expect(await sales("NEWCUSTOMERS", { ...orders, ...january, options: "refunded=include" })).toBe(2);
  });

  test("spellings of one customer are one; a customer who returns is never new again", async () => {
    const value = await sales("NEWCUSTOMERS", {
      customer: column(["Alfa SRL", "ALFA s.r.l.", "Béta"]),
      closedDate: column(["2020-01-10", "2025-02-10", "2025-02-11"]),
      status: column(["won", "won", "won"]),
      ...Q1,
    });
    expect(value).toBe(1);
  });

  test("leads and subscriptions tell where there are no deals", async () => {
    const leads = { customer: column(["a@x.ro", "A@x.ro", "b@x.ro", "c@x.ro"]), ...Q1 };
    const convertedDate = column(["2025-01-10", "2025-01-20", "2025-02-01", ""]);
    expect(await sales("NEWCUSTOMERS", { ...leads, convertedDate })).toBe(2);
    const value = await sales("NEWCUSTOMERS", {
      customer: column(["A", "A", "B", "C"]),
      startDate: column(["2024-06-01", "2025-02-01", "2025-03-01", "2025-03-01"]),
      mrr: column([10, 10, 0, 20]),
      ...Q1,
    });
    expect(value).toBe(1); // A was one before, B does not pay
  });

  test("by owner, each is counted where it was won (SALES.BY)", async () => {
    const table = await sales("BY", {
      metric: "NEWCUSTOMERS",
      group: owner,
      columns: [customer, closedDate, status, null, null, null, null, null, "period=2024-10-01..2025-03-31"],
    });
    expect(table).toEqual([
      ["Group", "New customers"],
      ["Ana", 3],
      ["Dan", 1],
    ]);
  });

  test("history that begins shortly before the period is remarked on, and unknown customers counted", async () => {
    const table = (await sales("EXPLAIN", {
      metric: "NEWCUSTOMERS",
      columns: [
        column(["Acme", "", "Beta"]),
        column(["2025-01-02", "2025-01-03", "2025-01-04"]),
        column(["won", "won", "won"]),
        "period=2025-Q1",
      ],
    })) as unknown[][];
    expect(table).toContainEqual(["Note", expect.stringContaining("2025-01-02")]);
    expect(table).toContainEqual(["Left out: customer is blank", 1]);
  });
});

describe("acquisition cost", () => {
  test("by source, costs and customers each by their own column", async () => {
    const table = await sales("BY", {
      metric: "CAC",
      group: "source",
      columns: [
        customer,
        costs.cost,
        closedDate,
        status,
        costs.costDate,
        costs.category,
        costs.costSource,
        null,
        null,
        source,
        "period=2025-Q1",
      ],
    });
    // Beta came by referral, which no cost names; Delta by the web
    expect(table).toEqual([
      ["source", "Customer acquisition cost"],
      ["Event", "—"],
      ["Referral", 0],
      ["Web", 500],
      ["(blank)", "—"],
    ]);
  });

  test("by month: a month without new customers has none", async () => {
    const table = await sales("BY", {
      metric: "CAC",
      group: "month",
      columns: [customer, costs.cost, closedDate, status, costs.costDate, "period=2025-Q1"],
    });
    expect(table).toEqual([
      ["Period", "Customer acquisition cost"],
      ["2025-01", "—"],
      ["2025-02", 400],
      ["2025-03", 600],
    ]);
  });

  test("costs of neither sales nor marketing are left out; months without costs are named", async () => {
    const table = (await sales("EXPLAIN", {
      metric: "CAC",
      columns: [
        customer,
        column([500, 1000]),
        closedDate,
        status,
        column(["2025-01-31", "2025-01-31"]),
        column(["Sales", "Rent"]),
        "period=2025-Q1",
      ],
    })) as unknown[][];
    expect(table[0]).toEqual(["Value", 250]);
    expect(table).toContainEqual(["Left out: cost that is neither sales nor marketing", 1]);
    expect(table).toContainEqual(["Note", expect.stringContaining("2025-02, 2025-03")]);
  });
});

describe("upsell inferred", () => {
  const orders = {
    customer: column(["A", "A", "B", "B", "C", "C"]),
    closedDate: column(["2024-06-01", "2025-01-10", "2024-06-01", "2025-01-10", "2024-06-01", "2025-01-10"]),
    status: column(["won", "won", "won", "won", "won", "won"]),
    product: column(["Licence", "Support", "Licence", "Licence", "Licence", "Licence"]),
    quantity: column([1, 1, 1, 5, 2, 2]),
    ...Q1,
  };

  test("a new product is cross-selling, a larger quantity upselling, the same again neither", async () => {
    expect(await sales("UPSELLRATE", orders)).toBeCloseTo(2 / 3, 12);
    expect(await sales("UPSELLRATE", { ...orders, options: "kinds=upsell" })).toBeCloseTo(1 / 3, 12);
    expect(await sales("UPSELLRATE", { ...orders, options: "kinds=cross-sell" })).toBeCloseTo(1 / 3, 12);
  });

  test("of subscriptions: existing = active at the start, a dearer plan is an upsell", async () => {
    const value = await sales("UPSELLRATE", {
      customer: column(["A", "A", "B", "C"]),
      startDate: column(["2024-06-01", "2025-02-01", "2024-06-01", "2024-06-01"]),
      endDate: column(["2025-02-01", "", "", "2024-12-01"]),
      mrr: column([10, 20, 10, 10]),
      ...Q1,
    });
    expect(value).toBe(0.5);
  });

  test("it is said", async () => {
    const table = (await sales("EXPLAIN", {
      metric: "UPSELLRATE",
      columns: [
        orders.customer,
        orders.closedDate,
        orders.status,
        null,
        null,
        orders.product,
        "period=2025-Q1",
      ],
    })) as unknown[][];
    expect(table).toContainEqual(["Note", expect.stringContaining("Inferred")]);
  });
});

test("orders of one day, and lines of one order", async () => {
  const orders = {
    customer: column(["A", "A", "B", "B", "C"]),
    closedDate: column(["2025-01-10 09:00", "2025-01-10 15:00", "2025-01-10", "2025-01-12", "2025-01-10"]),
  };
  expect(await sales("REPEATRATE", orders)).toBeCloseTo(2 / 3, 12);
  expect(await sales("REPEATRATE", { ...orders, options: "orders=days" })).toBeCloseTo(1 / 3, 12);
  expect(await sales("REPEATRATE", { ...orders, id: column([1, 1, 2, 3, 4]) })).toBeCloseTo(1 / 3, 12);
  const credits = { ...orders, amount: column([10, -10, 5, 5, 5]) };
  expect(await sales("REPEATRATE", credits)).toBeCloseTo(1 / 3, 12);
  expect(isError(await sales("REPEATRATE", { ...orders, options: "orders=weeks" }))).toBe(true);
});

describe("data as they come", () => {
  const one = { customer: column(["Acme"]), closedDate: column(["2025-01-10"]), status: column(["won"]) };
  const blank = { customer: column(["", ""]), closedDate: column(["", ""]), status: column(["", ""]) };
  const repeated = (count: number): Record<string, unknown> => ({
    customer: column(Array<string>(count).fill("Acme")),
    closedDate: column(Array<string>(count).fill("2025-01-10")),
    status: column(Array<string>(count).fill("won")),
  });
  const rows: readonly [string, string, Record<string, unknown>, unknown][] = [
    ["one row", "NEWCUSTOMERS", { ...one, ...Q1 }, 1],
    ["one row", "REPEATRATE", one, 0],
    ["one row", "CHURN", { ...one, ...Q1 }, "#N/A"],
    ["all rows equal", "NEWCUSTOMERS", { ...repeated(9), ...Q1 }, 1],
    ["all rows equal", "REPEATRATE", { ...repeated(9), options: "orders=days" }, 0],
    ["all rows equal", "UPSELLRATE", { ...repeated(9), amount: column(Array<number>(9).fill(5)) }, 0],
    ["blank rows only", "NEWCUSTOMERS", blank, 0],
    ["blank rows only", "REPEATRATE", blank, "#DIV/0!"],
    ["blank rows only", "CAC", { ...blank, cost: 100 }, "#DIV/0!"],
    [
      "the same id twice: the last counts",
      "NEWCUSTOMERS",
      { ...repeated(2), id: column(["D1", "D1"]), status: column(["won", "lost"]) },
      0,
    ],
    ["costs as text", "CAC", { ...deals, ...Q1, cost: column(["1.000,50 lei", "499,50 lei"]) }, 750],
    [
      "a cost with its header",
      "CAC",
      {
        customer: column(["Customer", "Acme"]),
        closedDate: column(["Close date", "2025-01-10"]),
        status: column(["Status", "won"]),
        cost: column(["Amount", 500]),
      },
      500,
    ],
    ["a negative cost is a credit", "CAC", { ...one, cost: column([500, -100]) }, 400],
    ["costs in two currencies", "CAC", { ...deals, ...Q1, cost: column(["100 €", "$100"]) }, "#VALUE!"],
    ["an unreadable cost", "CAC", { ...one, cost: column([500, "n/a"]) }, 500],
    ["columns of different length", "NEWCUSTOMERS", { ...one, status: column(["won", "won"]) }, "#VALUE!"],
    [
      "dates that may be either order",
      "NEWCUSTOMERS",
      { ...one, closedDate: column(["03/04/2025"]) },
      "#VALUE!",
    ],
    [
      "and told which",
      "NEWCUSTOMERS",
      { ...one, closedDate: column(["03/04/2025"]), options: "dates=dmy; period=2025-04" },
      1,
    ],
  ];
  test.each(rows)("%s: %s", async (_, id, args, expected) => {
    const value = await sales(id, args);
    if (typeof expected === "number") expect(value).toBeCloseTo(expected, 9);
    else expect(value).toMatchObject({ code: expected });
  });
});

type Months = Record<
  string,
  {
    customers: number;
    returning_customers: number;
    active: number;
    new_customers: number;
    new: number;
    returning: number;
  }
>;

async function byMonth(args: readonly unknown[]): Promise<Map<unknown, unknown>> {
  const table = (await sales("BY", { metric: "NEWCUSTOMERS", group: "month", columns: args })) as [
    unknown,
    unknown,
  ][];
  return new Map(table);
}

test("lag=cycle is told, and starts where CYCLELENGTH starts: at first contact, else at creation", async () => {
  const args = { ...cycles, ...costs, ...Q1, options: "lag=cycle" };
  expect(await notesOf("CAC", args)).toContain(
    "Costs are taken 45 days earlier, a median sales cycle of the deals won.",
  );
  // D03 after 81 days and D09 after 90: 44, 45, 49, 52, 69, 81, 90
  const firstContactDate = column(
    fixture.id.map(([id]) => (id === "D03" ? "2024-12-01" : id === "D09" ? "2024-12-25" : "")),
  );
  const notes = await notesOf("CAC", { ...args, firstContactDate });
  expect(notes).toContain("Costs are taken 52 days earlier, a median sales cycle of the deals won.");
  const cycle = await sales("CYCLELENGTH", {
    closedDate,
    status,
    dealCreatedDate: fixture.createdDate,
    firstContactDate,
    options: "statistic=median",
  });
  expect(cycle).toBe(52);
});

test("one cycle for all months: February's customers came of December's costs, March's of January's", async () => {
  const months = (await sales("BY", {
    metric: "CAC",
    group: "month",
    columns: [
      ...[customer, costs.cost, closedDate, status, costs.costDate],
      ...Array<null>(10).fill(null),
      ...[null, null, fixture.createdDate],
      "period=2025-Q1; lag=cycle",
    ],
  })) as unknown[][];
  expect(months.slice(1)).toEqual([
    ["2025-01", "—"],
    ["2025-02", 0],
    ["2025-03", 500],
  ]);
});

/** Customers who bought in a month, and those of them who had bought before it. */
async function activeAndReturning(shop: Record<string, unknown>, month: string): Promise<number[]> {
  const options = `period=${month}`;
  const rows = await behindOf("REPEATRATE", { ...shop, options });
  const active = rows.get("Denominator") as number;
  return [active, active - ((await sales("NEWCUSTOMERS", { ...shop, options })) as number)];
}

describeWithData("public shops", () => {
  test("CDNOW: new customers by month, repeat rates by rows and by days", async () => {
    const rows = csvRows("cdnow/CDNOW_sample.txt");
    const expected = expectedValues("cdnow_sample");
    const shop = {
      customer: column(rows.map((row) => row[1])),
      closedDate: column(rows.map((row) => Number(row[2]))),
    };
    const months = await byMonth([shop.customer, shop.closedDate]);
    for (const [month, { new_customers }] of Object.entries(expected.by_month?.value as Months))
      expect([month, months.get(month)]).toEqual([month, new_customers]);
    expect(await sales("NEWCUSTOMERS", shop)).toBe(expected.customers?.value);
    expect(await sales("REPEATRATE", shop)).toBeCloseTo(expected.repeat_rate_rows?.value as number, 12);
    const { by_month: byMonthExpected } = expected;
    for (const [month, { customers, returning_customers }] of Object.entries(
      byMonthExpected?.value as Months,
    ))
      expect([month, ...(await activeAndReturning(shop, month))]).toEqual([
        month,
        customers,
        returning_customers,
      ]);
    const days = await sales("REPEATRATE", { ...shop, options: "orders=days" });
    expect(days).toBeCloseTo(expected.repeat_rate_days?.value as number, 12);
  });

  test("Online Retail: repeat rate over invoices, new customers by month", async () => {
    const expected = expectedValues("online_retail_10pct");
    const columns = csvColumns("online_retail/online_retail_10pct_customers.csv");
    const at = (name: string, row: number): unknown => columns[name]?.[row]?.[0];
    const sold = [...(columns.InvoiceNo ?? []).keys()].filter(
      (row) =>
        !String(at("InvoiceNo", row)).startsWith("C") &&
        Number(at("Quantity", row)) > 0 &&
        Number(at("UnitPrice", row)) > 0,
    );
    const pick = (name: string): unknown[][] => column(sold.map((row) => at(name, row)));
    const shop = { customer: pick("CustomerID"), closedDate: pick("InvoiceDate"), id: pick("InvoiceNo") };
    expect(await sales("REPEATRATE", shop)).toBeCloseTo(expected.repeat_rate?.value as number, 12);
    const months = await byMonth([shop.customer, shop.closedDate, null, null, null, null, null, shop.id]);
    for (const [month, group] of Object.entries(expected.new_vs_returning?.value as Months))
      expect([month, months.get(month)]).toEqual([month, group.new]);
    for (const [month, { active, returning }] of Object.entries(expected.new_vs_returning?.value as Months))
      expect([month, ...(await activeAndReturning(shop, month))]).toEqual([month, active, returning]);
  });
});

function csvRows(file: string): string[][] {
  return readFileSync(`${__dirname}/../../../shared/data/${file}`, "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/));
}
