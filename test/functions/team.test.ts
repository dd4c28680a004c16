import { column, isError, oneCell as sales } from "../support/custom-functions";
import { fixture, Q1 } from "../support/fixture";
import { csvColumns, describeWithData, expectedValues } from "../support/shared-data";
import { shrunkRates } from "../../src/core/statistics/shrinkage";

type Table = readonly (readonly unknown[])[];
const { status, amount, closedDate, createdDate, owner, id } = fixture;
const rowsOf = ([head = [], ...rows]: Table): Map<unknown, Record<string, unknown>> =>
  new Map(rows.map((row) => [row[0], Object.fromEntries(head.map((name, at) => [name, row[at]]))]));
const board = async (args: Record<string, unknown>): Promise<Map<unknown, Record<string, unknown>>> =>
  rowsOf((await sales("LEADERBOARD", args)) as Table);

describe("leaderboard", () => {
  const team = { owner, status, amount, closedDate, createdDate, ...Q1 };

  test("R§1: revenue, wins, win rate, size, cycle, quota; activities", async () => {
    const rows = await board({
      ...team,
      activityOwner: column(["Ana", "Ana", "Dan"]),
      type: column(["Call", "Email", "Note"]),
      date: column(["2025-01-10", "2025-04-10", "2025-01-10"]),
      target: column([12000, 8000, 4000]),
      targetOwner: column(["", "Ana", "Dan"]),
      options: "minimum=3",
    });
    expect([...rows.keys()]).toEqual(["Ana", "Dan"]);
    // Ana won D01, D02, D05, D09 (44, 52, 69, 20 days); Dan won D03 (31 days) and lost D04, D10
    expect(rows.get("Ana")).toMatchObject({
      Rank: 1,
      Revenue: 9700,
      Won: 4,
      "Win rate": 1,
      // Wilson for 4/4, z = 1.959963985: 4 ÷ (4 + z²)
      "Lower bound": expect.closeTo(4 / (4 + 1.959963984540054 ** 2), 9),
      "Upper bound": expect.closeTo(1, 9),
      "Average size": 2425,
      "Cycle, days": 46.25,
      Activities: 1,
      "Quota attainment": 1.2125,
    });
    expect(rows.get("Dan")).toMatchObject({
      Rank: 2,
      Revenue: 800,
      Won: 1,
      "Win rate": expect.closeTo(1 / 3, 9),
      "Average size": 800,
      "Cycle, days": 31,
      Activities: 0,
      "Quota attainment": 0.2,
    });
  });

  test("fewer than five closed deals have no rank", async () => {
    const rows = await board(team);
    expect([...rows.values()].map(({ Rank }) => Rank)).toEqual(["—", "—"]);
    expect([...rows.keys()]).toEqual(["Ana", "Dan"]);
  });

  const six = {
    owner: column(["A", "B", "B", "C", "C", "C", "", "D"]),
    status: column(["won", "won", "lost", "won", "won", "lost", "won", "open"]),
    amount: column([50, 70, 0, 25, 25, 0, 999, 10]),
    createdDate: column(Array(8).fill("2025-01-01")),
    closedDate: column([
      "2025-01-11",
      "2025-01-06",
      "2025-01-09",
      "2025-01-21",
      "2025-01-31",
      "2025-02-01",
      "2025-02-01",
      "",
    ]),
  };
  test("ties share a rank; deals without owner come last, unranked", async () => {
    const rows = await board({ ...six, options: "minimum=1" });
    expect([...rows].map(([name, { Rank }]) => [name, Rank])).toEqual([
      ["B", 1],
      ["A", 2],
      ["C", 2],
      ["D", "—"],
      ["(unassigned)", "—"],
    ]);
  });
  test.each([
    ["won", ["C", "A", "B"], [1, 2, 2]],
    ["win-rate", ["A", "C", "B"], [1, 2, 3]],
    // Wilson's lower end of 1/1 0.207, 2/3 0.208, 1/2 0.095
    ["lower wilson bound", ["C", "A", "B"], [1, 2, 3]],
    ["average size", ["B", "A", "C"], [1, 2, 3]],
    ["cycle", ["B", "A", "C"], [1, 2, 3]],
  ])("ranked by %s", async (rank, names, ranks) => {
    const rows = [...(await board({ ...six, options: `minimum=1; rank=${rank}` }))].slice(0, 3);
    expect(rows.map(([name]) => name)).toEqual(names);
    expect(rows.map(([, { Rank }]) => Rank)).toEqual(ranks);
  });
  test("names may be left out", async () => {
    const rows = await board({ ...six, options: "minimum=1; anonymise=yes" });
    expect([...rows.keys()]).toEqual(["Rep 1", "Rep 2", "Rep 3", "Rep 4", "(unassigned)"]);
  });
  test("rates of small numbers are drawn towards the team's", async () => {
    const rows = await board({ ...six, options: "shrink=yes" });
    const rate = Number(rows.get("A")?.["Adjusted win rate"]);
    expect(rate).toBeLessThan(1);
    expect(rate).toBeGreaterThan(5 / 7 - 1e-9);
  });
  test.each([
    ["attainment", /target/],
    ["activities", /type/],
    ["cycle", /createdDate/],
  ])("ranking by %s needs its column", async (rank, message) => {
    const value = await sales("LEADERBOARD", { owner, status, amount, closedDate, options: `rank=${rank}` });
    expect(isError(value) && value).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(message),
    });
  });
});

// computed with NumPy from the moments in the comment of the function
test("shrunk rates: 9/10, 1/2, 3/20, 0/5", () => {
  const rates = shrunkRates([
    { k: 9, n: 10 },
    { k: 1, n: 2 },
    { k: 3, n: 20 },
    { k: 0, n: 5 },
  ]);
  [0.89018991, 0.48759752, 0.15181637, 0.01234393].forEach((rate, at) =>
    expect(rates[at]).toBeCloseTo(rate, 8),
  );
});

describe("sales cycle length", () => {
  const won = { closedDate, status, ...Q1 };
  const leads = {
    leadRef: column(["", "", "L1", "", "L3", "", "L7", "", "", "", "", ""]),
    leadId: column(["L1", "L3", "L7"]),
    leadCreatedDate: column(["2025-01-03", "2025-01-15", "2025-03-01"]),
  };
  const firstContactDate = column(["2024-11-22", "", "", "", "", "", "", "", "", "", "", ""]);
  type Case = readonly [args: Record<string, unknown>, expected: number, origin: string];
  const cases: readonly Case[] = [
    [{ ...won, dealCreatedDate: createdDate }, 43.2, "R§1: without leads as DEALCYCLE"],
    [{ ...won, dealCreatedDate: createdDate, options: "statistic=median" }, 44, "R§1 median"],
    [{ ...won, dealCreatedDate: createdDate, options: "population=won+lost" }, 46, "R§1 won + lost"],
    // D03 from its lead 48 days instead of 31, D05 from its 64 instead of 69: 44 + 52 + 48 + 64 + 20
    [{ ...won, dealCreatedDate: createdDate, ...leads }, 228 / 5, "by hand"],
    // D01 from first contact 54 instead of 44
    [{ ...won, dealCreatedDate: createdDate, ...leads, firstContactDate }, 238 / 5, "by hand"],
    [
      { ...won, dealCreatedDate: createdDate, ...leads, firstContactDate, options: "start=deal created" },
      43.2,
      "R§1",
    ],
    [{ ...won, ...leads, options: "start=lead" }, (48 + 64) / 2, "two deals came from leads"],
    [{ ...won, firstContactDate, options: "start=first-contact" }, 54, "one was contacted first"],
    [
      {
        ...won,
        dealId: id,
        leadId: column(["L1"]),
        dealRef: column(["D03"]),
        leadCreatedDate: column(["2025-01-03"]),
        options: "start=lead",
      },
      48,
      "the lead names the deal",
    ],
  ];
  test.each(cases.map(([args, expected, origin]) => ({ args, expected, origin })))(
    "$expected days ($origin)",
    async ({ args, expected }) => {
      expect(await sales("CYCLELENGTH", args)).toBeCloseTo(expected, 9);
    },
  );
  test("which start was taken is told, with counts", async () => {
    const details = await sales("EXPLAIN", {
      metric: "CYCLELENGTH",
      columns: [
        closedDate,
        status,
        createdDate,
        firstContactDate,
        leads.leadRef,
        leads.leadId,
        leads.leadCreatedDate,
        "period=2025-Q1",
      ],
    });
    expect(JSON.stringify(details)).toContain(
      "first contact for 1 deals, at the lead for 2, at the deal's creation for 2",
    );
  });
  test("mean and median stand beside each other (R§1: 43.2 and 44); a credit note has no cycle", async () => {
    const details = await sales("EXPLAIN", {
      metric: "DEALCYCLE",
      columns: [createdDate, closedDate, status, "period=2025-Q1"],
    });
    expect(JSON.stringify(details)).toContain("Mean 43.2, median 44.0 days");
    const credited = amount.map(([cell], row) => [row === 0 ? -1 : cell]);
    // without D01: 52, 31, 69, 20
    expect(await sales("CYCLELENGTH", { ...won, dealCreatedDate: createdDate, amount: credited })).toBe(43);
  });
  test("nothing to start from is refused; a lead after the deal was closed is left out", async () => {
    expect(await sales("CYCLELENGTH", { closedDate, status })).toMatchObject({ code: "#VALUE!" });
    const late = { ...leads, leadCreatedDate: column(["2025-06-01", "2025-06-01", "2025-06-01"]) };
    expect(await sales("CYCLELENGTH", { ...won, ...late, options: "start=lead" })).toMatchObject({
      code: "#N/A",
    });
  });
});

describe("sales per rep", () => {
  const all = { owner, amount, status, closedDate, createdDate, ...Q1 };
  type Case = readonly [args: Record<string, unknown>, expected: number, origin: string];
  const cases: readonly Case[] = [
    [all, 5250, "R§1: 10 500 ÷ Ana, Dan"],
    [
      {
        ...all,
        activityOwner: column(["Eva", "Ana", "Ion", "Mia"]),
        type: column(["Call", "Call", "Call", "Call"]),
        date: column(["2025-02-01", "2025-02-01", "2025-04-01", "2025-02-01"]),
        done: column(["yes", "yes", "yes", "no"]),
      },
      3500,
      "Eva made a call; Ion's is later, Mia's only planned",
    ],
    [
      {
        ...all,
        targetOwner: column(["", "Ana", "Dan", "Eva", "Ion"]),
        periodStart: column(["2025-01-01", "2025-01-01", "2025-01-01", "2025-03-01", "2025-04-01"]),
        periodEnd: column(["2025-03-31", "2025-03-31", "2025-03-31", "2025-03-31", "2025-06-30"]),
        options: "denominator=reps with a quota",
      },
      3500,
      "Ana, Dan, Eva have one in Q1",
    ],
    [
      { owner, amount, status, targetOwner: column(["Ana"]), options: "denominator=quota" },
      12400,
      "all time ÷ one",
    ],
  ];
  test.each(cases.map(([args, expected, origin]) => ({ args, expected, origin })))(
    "$expected ($origin)",
    async ({ args, expected }) => {
      expect(await sales("SALESPERREP", args)).toBeCloseTo(expected, 9);
    },
  );
  test("quotas need their owners", async () => {
    expect(await sales("SALESPERREP", { ...all, options: "denominator=quota" })).toMatchObject({
      code: "#VALUE!",
      message: expect.stringContaining("targetOwner"),
    });
  });
});

describeWithData("public data", () => {
  type Groups = Record<string, { won: number; closed: number; win_rate: number; revenue: number }>;

  test.each([
    ["Deal Owner", "win_rate_by_owner"],
    ["Deal Type", "win_rate_by_type"],
    ["Pipeline", "win_rate_by_pipeline"],
  ])("HubSpot by %s", async (name, values) => {
    const deals = csvColumns("hubspot_dummy/hubspot_deals.csv");
    const groups = expectedValues("hubspot_dummy")[values]?.value as Groups;
    const rows = await board({
      owner: deals[name],
      status: deals["Deal Stage"],
      amount: deals.Amount,
      closedDate: deals["Close Date"],
      createdDate: deals["Create Date"],
    });
    for (const [group, { won, win_rate, revenue }] of Object.entries(groups)) {
      expect(rows.get(group)).toMatchObject({
        Won: won,
        "Win rate": expect.closeTo(win_rate, 12),
        Revenue: expect.closeTo(revenue, 2),
      });
    }
    const byRevenue = Object.entries(groups).sort(([, a], [, b]) => b.revenue - a.revenue);
    expect([...rows.keys()].slice(0, byRevenue.length)).toEqual(byRevenue.map(([group]) => group));
  });

  test("Maven: the best and the last five agents by revenue, with their sizes and cycles", async () => {
    const deals = csvColumns("maven_crm/sales_pipeline.csv");
    const expected = expectedValues("maven_crm");
    const rows = await board({
      owner: deals.sales_agent,
      status: deals.deal_stage,
      amount: deals.close_value,
      closedDate: deals.close_date,
      createdDate: deals.engage_date,
    });
    const ranked = [...rows].map(([name, { Revenue }]) => [name, Revenue]);
    expect(ranked.slice(0, 5)).toEqual(expected.top5_agents_by_revenue?.value);
    expect(ranked.slice(-5)).toEqual(expected.bottom5_agents_by_revenue?.value);
    const sizes = expected.revenue_by_agent?.value as Record<string, { avg_deal_size: number }>;
    const cycles = expected.cycle_days_won_by_agent?.value as Record<string, { mean: number }>;
    for (const [agent, row] of rows) {
      expect(row["Average size"]).toBeCloseTo(sizes[String(agent)]?.avg_deal_size ?? NaN, 8);
      expect(row["Cycle, days"]).toBeCloseTo(cycles[String(agent)]?.mean ?? NaN, 9);
    }
  });
});
