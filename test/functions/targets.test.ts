import { column, isError, oneCell as sales } from "../support/custom-functions";
import { asOf, fixture, Q1 } from "../support/fixture";
import { csvColumns, describeWithData, expectedValues } from "../support/shared-data";

const { status, amount, closedDate, createdDate, owner } = fixture;
const money = { amount, status, closedDate };
const blank = fixture.id.map(() => [""]);
const filled = (cells: Readonly<Record<number, unknown>>): unknown[][] =>
  blank.map(([cell], i) => [cells[i + 1] ?? cell]);

/** R§1: the team's target of Q1, and those of its reps. */
const targets = {
  target: column([12000, 8000, 4000]),
  targetOwner: column(["", "Ana", "Dan"]),
  periodStart: column(["2025-01-01", "2025-01-01", "2025-01-01"]),
  periodEnd: column(["2025-03-31", "2025-03-31", "2025-03-31"]),
};
const { targetOwner: _owner, ...teamOrReps } = targets;
const months = {
  target: column([3000, 4000, 5000]),
  periodStart: column(["2025-01-01", "2025-02-01", "2025-03-01"]),
};

type Case = readonly [id: string, args: Record<string, unknown>, expected: number, origin: string];

const cases: readonly Case[] = [
  ["TARGETATTAIN", { target: 12000, ...money, ...Q1 }, 0.875, "R§1 team"],
  ["TARGETATTAIN", { ...targets, ...money, ...Q1 }, 0.875, "R§1, the reps' targets are parts of the team's"],
  [
    "TARGETATTAIN",
    {
      target: column([8000, 4000]),
      targetOwner: column(["Ana", "Dan"]),
      periodStart: column(["2025-01-01", "2025-01-01"]),
      periodEnd: column(["2025-03-31", "2025-03-31"]),
      ...money,
      ...Q1,
    },
    0.875,
    "R§1, the reps' add up",
  ],
  ["TARGETATTAIN", { ...teamOrReps, ...money, ...Q1 }, 10500 / 24000, "without owners rows add up"],
  [
    "TARGETATTAIN",
    {
      target: column([12000, 8000, 4000, 1000]),
      targetOwner: column(["", "Ana", "Dan", "Ana"]),
      periodStart: column(["2025-01-01", "2025-01-01", "2025-01-01", "2024-12-01"]),
      periodEnd: column(["2025-03-31", "2025-03-31", "2025-03-31", "2024-12-31"]),
      ...money,
      from: "2024-12-01",
      to: "2025-03-31",
    },
    11500 / 13000,
    "the team has none in December: there Ana's counts",
  ],
  // January has 31 of the quarter's 90 days
  [
    "TARGETATTAIN",
    { ...targets, ...money, options: "period=2025-01" },
    1200 / ((12000 * 31) / 90),
    "by days",
  ],
  [
    "TARGETATTAIN",
    { ...targets, ...money, holidays: column(["2025-01-01", "2025-01-02"]), options: "period=2025-01" },
    // Mon to Fri: 23, 20, 21 days, less two holidays
    1200 / ((12000 * 21) / 62),
    "by working days",
  ],
  [
    "TARGETATTAIN",
    { ...months, ...money, options: "period=2025-02" },
    3800 / 4000,
    "ends where the next begins",
  ],
  [
    "TARGETATTAIN",
    { target: column([12000]), periodStart: column(["2025-01-01"]), ...money, ...Q1 },
    0.875,
    "a single one counts in full where it begins",
  ],
  ["TARGETATTAIN", { ...months, ...money, ...Q1 }, 0.875, "the last is as long as the one before it"],
  ["TARGETATTAIN", { ...targets, ...money, ...Q1, asOf: "2025-02-14" }, 4200 / 12000, "to date, full target"],
  [
    "TARGETATTAIN",
    { ...targets, ...money, ...Q1, asOf: "2025-02-14", options: "partial=to date vs prorated target" },
    4200 / 6000,
    "45 of 90 days",
  ],
  [
    "TARGETATTAIN",
    { target: 12000, ...money, ...Q1, asOf: "2025-02-14", options: "partial=prorated" },
    4200 / 6000,
    "a target without dates is the period's",
  ],
  ["TARGETATTAIN", { target: 10, ...money, ...Q1, options: "metric=won count" }, 0.5, "R§1: 5 won"],
  [
    "TARGETATTAIN",
    {
      target: column([12000, 10, 4]),
      targetMetric: column(["Revenue", "Won deals", "Calls"]),
      ...money,
      ...Q1,
      options: "metric=won-count",
    },
    0.5,
    "rows of that metric",
  ],
  [
    "TARGETATTAIN",
    { target: column([12000, 10]), targetMetric: column(["", "SALESCOUNT"]), ...money, ...Q1 },
    0.875,
    "a row that does not say is one of revenue",
  ],
  [
    "TARGETATTAIN",
    {
      target: 4,
      type: column(["Call", "Apel", "Email", "Note", "Call"]),
      date: column(["2025-01-10", "2025-02-10", "2025-02-11", "2025-02-11", "2025-04-01"]),
      done: column(["yes", "yes", "yes", "yes", "yes"]),
      ...Q1,
      options: "metric=any activity count; types=call",
    },
    0.5,
    "two calls of four",
  ],
  [
    "TARGETATTAIN",
    {
      target: 200,
      customer: column(["A", "A", "B", "C"]),
      startDate: column(["2024-06-01", "2025-02-01", "2025-02-01", "2025-03-01"]),
      mrr: column([10, 20, 90, 40]),
      ...Q1,
      options: "metric=MRR added",
    },
    130 / 200,
    "B and C are new",
  ],
  [
    "TARGETATTAIN",
    {
      target: 12000,
      ...money,
      probability: filled({ 6: 0.5, 7: 0.8, 8: 0.2 }),
      ...Q1,
      options: "commit=weighted",
    },
    (10500 + 7200) / 12000,
    "R§1: revenue + weighted pipeline",
  ],
  ["QUOTAATTAIN", { owner, ...money, ...targets, ...Q1, options: "output=share" }, 0.5, "R§1 share of reps"],
  ["COVERAGE", { ...money, target: 12000, createdDate, ...Q1 }, 8, "R§1 open ÷ remaining"],
  ["COVERAGE", { ...money, ...targets, createdDate, ...Q1, asOf }, 8, "R§1, from the targets table"],
  [
    "COVERAGE",
    { ...money, target: 12000, createdDate, ...Q1, options: "denominator=whole" },
    1,
    "R§1 ÷ whole",
  ],
  ["COVERAGE", { amount, status, target: 24000 }, 12000 / (24000 - 12400), "as the rows stand"],
  [
    "COVERAGE",
    {
      ...money,
      target: 12000,
      createdDate,
      expectedCloseDate: filled({ 6: "2025-03-30", 7: "2025-03-31", 8: "2025-04-01" }),
      ...Q1,
    },
    10000 / 1500,
    "D06 and D07 are expected in Q1",
  ],
  [
    "COVERAGE",
    {
      ...money,
      target: 12000,
      createdDate,
      probability: filled({ 6: 0.5, 7: 0.8, 8: 0.2 }),
      ...Q1,
      options: "numerator=weighted",
    },
    7200 / 1500,
    "R§1 weighted",
  ],
  [
    "COVERAGE",
    {
      ...money,
      target: 12000,
      createdDate,
      stage: filled({ 6: "Proposal", 7: "Negotiation", 8: "Qualified" }),
      ...Q1,
      options: "numerator=qualified stages only; qualified=proposal|negotiation",
    },
    10000 / 1500,
    "D06 and D07",
  ],
  [
    "COVERAGE",
    { ...money, target: 12000, ...Q1, options: "output=required" },
    17000 / 10500,
    "R§1: 1 ÷ 0.617647",
  ],
  ["VELOCITY", { ...money, createdDate, ...Q1 }, 104.16666666666667, "R§1"],
  ["VELOCITY", { ...money, createdDate, ...Q1, asOf }, 104.16666666666667, "R§1 at asOf"],
  [
    "VELOCITY",
    { ...money, createdDate, asOf, options: "window=90 days" },
    104.16666666666667,
    "R§1: Q1 has 90 days",
  ],
  ["VELOCITY", { ...money, createdDate, ...Q1, options: "window=period" }, 104.16666666666667, "R§1"],
  [
    "VELOCITY",
    { ...money, createdDate, ...Q1, options: "opportunities=created in period" },
    (8 * 1500) / 43.2,
    "eight were created",
  ],
  [
    "VELOCITY",
    { ...money, createdDate, ...Q1, options: "opportunities=average" },
    (2.5 * 1500) / 43.2,
    "two open at the start, three at the end",
  ],
];

test.each(cases.map(([id, args, expected, origin]) => ({ id, args, expected, origin })))(
  "$id = $expected ($origin)",
  async ({ id, args, expected }) => {
    expect(await sales(id, args)).toBeCloseTo(expected, 9);
  },
);

const refusals: readonly (readonly [string, Record<string, unknown>, string, RegExp, string])[] = [
  ["TARGETATTAIN", { target: 0, ...money, ...Q1 }, "#DIV/0!", /no target/, "a target of nothing"],
  [
    "TARGETATTAIN",
    { ...targets, ...money, options: "period=2025-Q2" },
    "#DIV/0!",
    /no target/,
    "another period",
  ],
  ["TARGETATTAIN", { ...targets, ...money }, "#VALUE!", /period/, "dated targets, no period"],
  ["TARGETATTAIN", { target: 12000, ...Q1 }, "#VALUE!", /deal|amount/, "no deals"],
  ["TARGETATTAIN", { target: 12000, amount, status, ...Q1 }, "#VALUE!", /closedDate/, "no close dates"],
  [
    "QUOTAATTAIN",
    { owner, ...money, ...targets, options: "period=2025-Q2; output=share" },
    "#DIV/0!",
    /./,
    "no quotas",
  ],
  ["COVERAGE", { ...money, target: 10500, createdDate, ...Q1 }, "#N/A", /met already/, "target met"],
  ["COVERAGE", { ...money, target: 5000, createdDate, ...Q1 }, "#N/A", /met already/, "target exceeded"],
  ["COVERAGE", { ...money, target: 0, createdDate, ...Q1 }, "#DIV/0!", /no target/, "no target"],
  [
    "COVERAGE",
    { ...money, target: 9e9, options: "output=required; period=2020" },
    "#DIV/0!",
    /./,
    "nothing won",
  ],
  [
    "COVERAGE",
    { ...money, target: 12000, ...Q1, options: "numerator=qualified" },
    "#VALUE!",
    /qualified=/,
    "which?",
  ],
  ["VELOCITY", { ...money, createdDate, options: "period=2020" }, "#N/A", /./, "nothing won"],
  [
    "VELOCITY",
    { ...money, createdDate, ...Q1, options: "window=a while" },
    "#VALUE!",
    /90 days/,
    "no window",
  ],
];

test.each(refusals.map(([id, args, code, message, why]) => ({ id, args, code, message, why })))(
  "$id: $code ($why)",
  async ({ id, args, code, message }) => {
    const value = await sales(id, args);
    expect(isError(value) && value).toMatchObject({ code, message: expect.stringMatching(message) });
  },
);

describe("quotas by rep", () => {
  test("Ana 1.2125, Dan 0.2 (R§1)", async () => {
    const table = await sales("QUOTAATTAIN", { owner, ...money, ...targets, ...Q1 });
    expect(table).toMatchObject([
      ["Group", "Rep quota attainment"],
      ["Ana", expect.closeTo(1.2125, 9)],
      ["Dan", expect.closeTo(0.2, 9)],
    ]);
  });

  test("a rep without a quota shows a dash and is no part of the share", async () => {
    const own = {
      owner: column(["Ana", "Dan", "Eva", ""]),
      amount: column([100, 50, 70, 30]),
      status: column(["won", "won", "won", "won"]),
      target: column([100, 100]),
      targetOwner: column(["Ana", "Dan"]),
    };
    expect(await sales("QUOTAATTAIN", { ...own, options: "headers=no" })).toEqual([
      ["Ana", 1],
      ["Dan", 0.5],
      ["Eva", "—"],
      ["(unassigned)", "—"],
    ]);
    expect(await sales("QUOTAATTAIN", { ...own, options: "output=share" })).toBe(0.5);
  });

  test("the share by month, with its interval", async () => {
    const columns = [owner, amount, status, targets.target, targets.targetOwner, closedDate];
    const table = (await sales("BY", {
      metric: "QUOTAATTAIN",
      group: "month",
      columns: [...columns, targets.periodStart, targets.periodEnd, "output=share"],
    })) as unknown[][];
    // Ana: 1 200, 3 000, 5 500 of 31/90, 28/90, 31/90 of 8 000; Dan 0, 800, 0 of 4 000
    expect(table.slice(-3)).toEqual([
      ["2025-01", 0],
      ["2025-02", 0.5],
      ["2025-03", 0.5],
    ]);
    const details = new Map(
      (await sales("EXPLAIN", {
        metric: "QUOTAATTAIN",
        columns: [...columns, targets.periodStart, targets.periodEnd, "output=share; period=2025-Q1"],
      })) as [string, unknown][],
    );
    expect(details.get("Numerator")).toBe(1);
    expect(details.get("Denominator")).toBe(2);
    expect(details.get("Lower bound")).toBeCloseTo(0.0945, 4);
  });
});

test("target attainment and coverage by owner: each rep's own target (R§1)", async () => {
  const by = async (metric: string, args: Record<string, unknown>): Promise<unknown> => {
    const { parametersOf } = await import("../../src/core/metrics/parameters");
    const { metricById } = await import("../../src/core/metrics/catalogue");
    const found = metricById(metric);
    if (found === undefined) throw new Error(metric);
    const columns = parametersOf(found).map(({ name }) => args[name] ?? null);
    return sales("BY", { metric, group: "owner", columns });
  };
  const all = { ...money, createdDate, ...targets, dealOwner: owner, owner, options: "period=2025-Q1" };
  expect(await by("TARGETATTAIN", all)).toMatchObject([
    ["owner", "Target attainment"],
    ["Ana", expect.closeTo(1.2125, 9)],
    ["Dan", expect.closeTo(0.2, 9)],
    ["(blank)", "—"],
  ]);
  // Ana has met hers; Dan: 6 000 open ÷ 3 200 missing
  expect(await by("COVERAGE", all)).toMatchObject([
    ["owner", "Pipeline coverage"],
    ["Ana", "—"],
    ["Dan", expect.closeTo(6000 / 3200, 9)],
    ["(blank)", "—"],
  ]);
});

test("grouped by owner the share is whether the rep has attained", async () => {
  const columns = [owner, amount, status, targets.target, targets.targetOwner, closedDate];
  expect(
    await sales("BY", {
      metric: "QUOTAATTAIN",
      group: "owner",
      columns: [...columns, targets.periodStart, targets.periodEnd, "period=2025-Q1; output=share"],
    }),
  ).toMatchObject([
    ["owner", "Rep quota attainment"],
    ["Ana", 1],
    ["Dan", 0],
    ["(blank)", "—"],
  ]);
});

test("a target measured before its period is over is told", async () => {
  const blank = Array<null>(8).fill(null);
  const details = await sales("EXPLAIN", {
    metric: "TARGETATTAIN",
    columns: [12000, amount, status, closedDate, ...blank, "period=2025-Q2"],
  });
  expect(JSON.stringify(details)).toContain("last close date is 2025-03-28");
});

test("the factors of the velocity are told", async () => {
  const details = (await sales("EXPLAIN", {
    metric: "VELOCITY",
    columns: [amount, status, createdDate, closedDate, "period=2025-Q1"],
  })) as string[][];
  expect(JSON.stringify(details)).toContain("3.0 opportunities × 2100.00 × win rate 0.714 ÷ 43.2 days");
});

describeWithData("velocity in public data", () => {
  const maven = csvColumns("maven_crm/sales_pipeline.csv");
  const expected = expectedValues("maven_crm");
  test("Maven: open deals over all time", async () => {
    const value = await sales("VELOCITY", {
      amount: maven.close_value,
      status: maven.deal_stage,
      createdDate: maven.engage_date,
      closedDate: maven.close_date,
    });
    expect(value).toBeCloseTo(expected.sales_velocity_open_per_day?.value as number, 6);
  });
});
