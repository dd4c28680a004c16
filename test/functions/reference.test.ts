import { column, isError, sales } from "../support/custom-functions";
import { asOf, fixture, Q1, Q4 } from "../support/fixture";

const { status, amount, closedDate, createdDate, customer, owner, type } = fixture;

/** Function, arguments, expected value, and the line of the reference it stands in. */
const cases: readonly [string, Record<string, unknown>, number, string][] = [
  ["REVENUE", { amount, status, closedDate, ...Q1 }, 10500, "R§1 REVENUE Q1"],
  ["REVENUE", { amount, status, closedDate, ...Q4 }, 1900, "R§1 REVENUE Q4-2024"],
  [
    "REVENUE",
    { amount, status, closedDate, type, ...Q1, options: "include=new" },
    6700,
    "R§1, D01 + D02 + D05",
  ],
  [
    "REVENUE",
    { amount, status, closedDate, type, ...Q1, options: "include=existing" },
    3800,
    "R§1, D03 + D09",
  ],
  ["REVENUE", { amount, status, closedDate, options: "period=2025-Q1" }, 10500, "R§1 REVENUE Q1"],
  [
    "REVENUE",
    { amount, status, closedDate, refund: "period = 2024-10-01..2024-12-31" },
    1900,
    "R§1, options behind the columns",
  ],
  ["SALESCOUNT", { status, closedDate, ...Q1 }, 5, "R§1 won deals"],
  ["AVGDEALSIZE", { amount, status, closedDate, ...Q1 }, 2100, "R§1 won only"],
  ["AVGREVENUE", { amount, status, closedDate, ...Q1 }, 2100, "R§1 won only"],
  ["AVGDEALSIZE", { amount, status, closedDate, ...Q1, options: "statistic=median" }, 2500, "R§1 median won"],
  ["AVGDEALSIZE", { amount, status, options: "population=open" }, 4000, "R§1 open pipeline basis"],
  [
    "AVGDEALSIZE",
    { amount, status, createdDate, closedDate, asOf, options: "population=open" },
    4000,
    "R§1 at asOf",
  ],
  ["AOV", { amount, status, closedDate, ...Q1 }, 2100, "R§1 AOV"],
  ["WINRATE", { status, closedDate, ...Q1 }, 5 / 7, "R§1 default"],
  ["WINRATE", { status, closedDate, amount, ...Q1, options: "weight=value" }, 10500 / 17000, "R§1 value"],
  [
    "WINRATE",
    { status, closedDate, createdDate, ...Q1, options: "basis=created-all" },
    3 / 8,
    "R§1 created cohort",
  ],
  [
    "WINRATE",
    { status, closedDate, createdDate, ...Q1, asOf, options: "Basis = Created All" },
    3 / 8,
    "R§1 at asOf",
  ],
  [
    "WINRATE",
    { status, closedDate, createdDate, ...Q1, options: "basis=created-resolved" },
    3 / 5,
    "R§1 resolved only",
  ],
  ["DEALCYCLE", { createdDate, closedDate, status, ...Q1 }, 43.2, "R§1 mean"],
  ["DEALCYCLE", { createdDate, closedDate, status, ...Q1, options: "statistic=median" }, 44, "R§1 median"],
  [
    "DEALCYCLE",
    { createdDate, closedDate, status, ...Q1, options: "population=won+lost" },
    46,
    "R§1 won + lost",
  ],
  ["PIPELINEVALUE", { amount, status }, 12000, "R§1 open"],
  ["PIPELINEVALUE", { amount, status, createdDate, closedDate, asOf }, 12000, "R§1 open at asOf"],
  ["OPPCOUNT", { status, createdDate, closedDate, asOf, options: "which=open at asOf" }, 3, "R§1 count"],
  ["OPPCOUNT", { status, createdDate, ...Q1 }, 8, "R§1 created in Q1 (denominator of 3/8)"],
  ["OPPCOUNT", { status, closedDate, ...Q1, options: "which=closed" }, 7, "R§1 denominator of 5/7"],
  // by hand: D01, D02 were open on 1 January, the eight created in Q1 join; D11, D12 had closed
  ["OPPCOUNT", { status, createdDate, closedDate, ...Q1, options: "which=open-any" }, 10, "counted by hand"],
  // by hand: at 2025-02-12 D03, D04, D05, D06, D10 were open: 800 + 5000 + 2500 + 4000 + 1500
  [
    "PIPELINEVALUE",
    { amount, status, createdDate, closedDate, asOf: "2025-02-12" },
    13800,
    "counted by hand",
  ],
  ["SALESPERREP", { owner, amount, status, closedDate, ...Q1 }, 5250, "R§1 10 500 ÷ Ana, Dan"],
  ["SALESPERREP", { owner, amount, status, closedDate, headcount: 4, ...Q1 }, 2625, "10 500 ÷ 4"],
  // by hand: Acme 2900, Beta 6000, Delta 2500, Iota 1000 over 4 customers
  ["CLTV", { customer, amount, closedDate, status, options: "method=historic" }, 3100, "counted by hand"],
  [
    "CLTV",
    { customer, amount, closedDate, status, margin: 0.5, options: "method=historic" },
    1550,
    "half of it",
  ],
];

test.each(cases.map(([id, args, expected, origin]) => ({ id, args, expected, origin })))(
  "$id = $expected ($origin)",
  async ({ id, args, expected }) => {
    const value = await sales(id, args);
    expect(value).toBeCloseTo(expected, 9);
  },
);

describe("CLTV of subscriptions", () => {
  // R§3: January → February, C1 100→100, C2 100→150, C3 80→50, C4 60→0, C5 0→90 (new), C6 0→40 (paid in November)
  const rows: readonly (readonly [string, string, string, number])[] = [
    ["C1", "2024-11-01", "", 100],
    ["C2", "2024-11-01", "2025-02-01", 100],
    ["C2", "2025-02-01", "", 150],
    ["C3", "2024-11-01", "2025-02-01", 80],
    ["C3", "2025-02-01", "", 50],
    ["C4", "2024-12-01", "2025-02-01", 60],
    ["C5", "2025-02-01", "", 90],
    ["C6", "2024-11-01", "2024-12-01", 40],
    ["C6", "2025-02-01", "", 40],
  ];
  const subscriptions = {
    customer: column(rows.map(([name]) => name)),
    startDate: column(rows.map(([, start]) => start)),
    endDate: column(rows.map(([, , end]) => end)),
    mrr: column(rows.map(([, , , mrr]) => mrr)),
  };

  test("ARPA 86 ÷ same-month churn 0.25 = 344 (R§3)", async () => {
    const value = await sales("CLTV", { ...subscriptions, asOf: "2025-02-28", options: "churn=same-period" });
    expect(value).toBeCloseTo(344, 9);
  });

  test("default: churn of the months before (1 of 4 lost in December, none in January): 86 ÷ 0.125", async () => {
    // December: C1, C2, C3, C6 active at its start, C6 gone at its end: 1/4; January: none of four lost.
    const value = await sales("CLTV", { ...subscriptions, asOf: "2025-02-28" });
    expect(value).toBeCloseTo(86 / 0.125, 9);
  });

  test("no customer lost is #DIV/0!, never 0 (ChartMogul)", async () => {
    const value = await sales("CLTV", {
      customer: column(["A", "B"]),
      startDate: column(["2024-11-01", "2024-11-01"]),
      mrr: column([10, 20]),
      asOf: "2025-02-28",
    });
    expect(value).toMatchObject({ code: "#DIV/0!" });
  });

  test("$100 per account ÷ 5 % churn = $2,000 (ChartMogul help, Customer Lifetime Value)", async () => {
    const value = await sales("CLTV", {
      customer: column(["A"]),
      startDate: column(["2024-11-01"]),
      mrr: column([100]),
      asOf: "2025-02-28",
      churnRate: 0.05,
    });
    expect(value).toBeCloseTo(2000, 9);
  });
});

test("an interval stands behind a rate (R§1: 0.358934–0.917781) and a mean (815.61–3384.39)", async () => {
  const rate = (await sales("EXPLAIN", {
    metric: "WINRATE",
    columns: [status, closedDate, null, null, null, null, null, null, [[Q1.from]], [[Q1.to]]],
  })) as unknown[][];
  const table = new Map(rate.map(([name, value]) => [name, value]));
  expect(table.get("Lower bound")).toBeCloseTo(0.358934452, 8);
  expect(table.get("Upper bound")).toBeCloseTo(0.917781076, 8);
  expect(table.get("Numerator")).toBe(5);
  expect(table.get("Denominator")).toBe(7);
  const size = (await sales("EXPLAIN", {
    metric: "AVGDEALSIZE",
    columns: [amount, status, closedDate, null, null, null, null, null, [[Q1.from]], [[Q1.to]]],
  })) as unknown[][];
  const sizes = new Map(size.map(([name, value]) => [name, value]));
  expect(sizes.get("Lower bound")).toBeCloseTo(815.612773, 5);
  expect(sizes.get("Upper bound")).toBeCloseTo(3384.387227, 5);
});

describe("SALES.BY", () => {
  test("revenue by owner in Q1 (R§1 QUOTAATTAIN: Ana 9 700, Dan 800)", async () => {
    const table = await sales("BY", {
      metric: "REVENUE",
      group: owner,
      columns: [amount, status, closedDate, null, null, null, null, null, null, [[Q1.from]], [[Q1.to]]],
    });
    expect(table).toEqual([
      ["Group", "Revenue"],
      ["Ana", 9700],
      ["Dan", 800],
    ]);
  });

  test("options may follow the columns directly, and headers=no drops the header", async () => {
    const table = await sales("BY", {
      metric: "sales.winrate",
      group: owner,
      columns: [status, "headers=no; basis=created-all"],
    });
    expect(table).toMatchObject([
      ["Ana", expect.closeTo(5 / 6, 9)],
      ["Dan", expect.closeTo(2 / 6, 9)],
    ]);
  });

  test("by quarter: periods of the metric's own date", async () => {
    const table = await sales("BY", {
      metric: "REVENUE",
      group: "quarter",
      columns: [amount, status, closedDate],
    });
    expect(table).toEqual([
      ["Period", "Revenue"],
      ["2024-Q4", 1900],
      ["2025-Q1", 10500],
    ]);
  });

  test("open pipeline at the end of each month, from one pass", async () => {
    const table = (await sales("BY", {
      metric: "PIPELINEVALUE",
      group: "month",
      columns: [amount, status, createdDate, closedDate],
    })) as unknown[][];
    // by hand: end of January D02, D03, D04, D05 open (D01 won on the 15th)
    expect(table.find(([label]) => label === "2025-01")).toEqual(["2025-01", 3000 + 800 + 5000 + 2500]);
    expect(table.find(([label]) => label === "2025-03")).toEqual(["2025-03", 12000]);
  });

  test("a group without a denominator is a dash, and stays in the table", async () => {
    const table = await sales("BY", {
      metric: "WINRATE",
      group: column(["a", "b", "b"]),
      columns: [column(["won", "open", "open"])],
    });
    expect(table).toEqual([
      ["Group", "Win rate"],
      ["a", 1],
      ["b", "—"],
    ]);
  });

  test("lifetime value groups too", async () => {
    const table = await sales("BY", {
      metric: "CLTV",
      group: owner,
      columns: [customer, amount, closedDate, status, "method=historic"],
    });
    // Ana: Acme 1200, Beta 6000, Delta 2500, Iota 1000; Dan: Acme 1700
    expect(table).toEqual([
      ["Group", "Customer lifetime value"],
      ["Ana", 2675],
      ["Dan", 1700],
    ]);
  });
});

test("SALES.METRICS and SALES.DEFINE", async () => {
  const table = (await sales("METRICS", {})) as unknown[][];
  expect(table[0]).toEqual(["Id", "Name", "Definition", "Unit"]);
  expect(table.map(([id]) => id)).toContain("WINRATE");
  expect(await sales("DEFINE", { metric: "winrate" })).toContain("won ÷ (won + lost)");
  expect(isError(await sales("DEFINE", { metric: "WINNING" }))).toBe(true);
});
