import { column, isError, sales } from "../support/custom-functions";
import { asOf, fixture, Q1 } from "../support/fixture";
import { describeWithData, csvColumns, expectedValues } from "../support/shared-data";

const { status, amount, closedDate, createdDate, owner, id } = fixture;
const blank = fixture.id.map(() => [""]);
const filled = (cells: Readonly<Record<number, unknown>>): unknown[][] =>
  blank.map(([cell], i) => [cells[i + 1] ?? cell]);
/** D06, D07, D08 are the open deals of R§1. */
const probability = filled({ 6: 0.5, 7: 0.8, 8: 0.2 });
const stage = filled({ 6: "Proposal", 7: "Negotiation", 8: "Qualified" });
const expectedCloseDate = filled({ 6: "2025-04-15", 7: "2025-03-15", 8: "2025-06-30" });
const stages = {
  stageName: column(["Negotiation", "Qualified", "Proposal", "Won", "Lost"]),
  stageOrder: column([3, 1, 2, 4, 5]),
  stageProbability: column([0.8, 0.2, 0.5, 1, 0]),
};
const dated = { amount, status, createdDate, closedDate };

/** Freshworks' worked example (R§3): six deals in a stage of 70 %. */
const freshworks = {
  amount: column([3950, 3060, 1460, 1340, 1285, 1190]),
  status: column(["open", "open", "open", "open", "open", "open"]),
  stage: column(["Demo", "demo", "DEMO", "Demo ", "Demo", "Demo"]),
  stageName: column(["Demo"]),
};

/** 25 closed deals: Proposal 9 won of 15, Demo 0 won of 10; one open deal of 100 in each and one in a new stage. */
const history = {
  status: column([
    ...Array<string>(9).fill("won"),
    ...Array<string>(16).fill("lost"),
    "open",
    "open",
    "open",
  ]),
  stage: column([
    ...Array<string>(15).fill("Proposal"),
    ...Array<string>(10).fill("Demo"),
    "Proposal",
    "Demo",
    "New",
  ]),
  amount: column([...Array<number>(25).fill(10), 100, 100, 100]),
};
const overall = 9 / 25;

type Case = readonly [id: string, args: Record<string, unknown>, expected: number, origin: string];

const cases: readonly Case[] = [
  ["PIPELINEVALUE", { amount, status }, 12000, "R§1 PIPELINEVALUE"],
  ["WEIGHTEDPIPELINE", { amount, status, probability }, 7200, "R§1 Σ p·v"],
  ["WEIGHTEDPIPELINE", { ...dated, probability, asOf }, 7200, "R§1 at asOf"],
  ["WEIGHTEDPIPELINE", { amount, status, probability, options: "output=sd" }, 3224.9030993194197, "R§1 sd"],
  ["WEIGHTEDPIPELINE", { amount, status, stage, ...stages }, 7200, "R§1, by the stages' probabilities"],
  [
    "WEIGHTEDPIPELINE",
    { amount, status, stage, ...stages, probability: filled({ 6: 50, 8: 20 }) },
    7200,
    "R§1, two of 0–100, the third by its stage",
  ],
  [
    "WEIGHTEDPIPELINE",
    { amount, status, stage, ...stages, probability: filled({ 6: 0.5, 7: -1, 8: 0.2 }) },
    2400,
    "off the scale is left out, not replaced",
  ],
  [
    "WEIGHTEDPIPELINE",
    { ...dated, probability, expectedCloseDate, asOf, options: "overdue=exclude" },
    2400,
    "R§1 without D07",
  ],
  [
    "WEIGHTEDPIPELINE",
    { ...dated, probability, expectedCloseDate, options: "horizon=in-period; period=2025-Q2" },
    2400,
    "D06 and D08 are expected in Q2",
  ],
  [
    "WEIGHTEDPIPELINE",
    {
      amount,
      status,
      forecastCategory: filled({ 6: "Best case", 7: "Commit", 8: "Pipeline" }),
      options: "probability=forecast category; weights=commit:90%|best case:0.5|pipeline:0",
    },
    5400 + 2000,
    "6 000 × 0.9 + 4 000 × 0.5",
  ],
  ["WEIGHTEDPIPELINE", { ...freshworks, stageProbability: column([0.7]) }, 8599.5, "R§3, Freshworks"],
  ["WEIGHTEDPIPELINE", { ...freshworks, stageProbability: column([70]) }, 8599.5, "R§3, in per cent"],
  [
    "WEIGHTEDPIPELINE",
    history,
    100 * ((9 + 10 * overall) / 25 + (0 + 10 * overall) / 20 + overall),
    "STAGEPROB by hand: (9 + 3.6)/25, (0 + 3.6)/20, 0.36",
  ],
  [
    "WEIGHTEDPIPELINE",
    { ...history, options: "probability=empirical; prior=0" },
    60,
    "raw: 9/15, 0/10, none",
  ],
  ["PIPECONV", { ...dated, ...Q1 }, 1, "R§1: D01, D02 were open on 1 January and were won"],
  // open on 1 February: D02, D03, D04, D05 = 11 300; won by the end of March 3 000 + 800 + 2 500
  ["PIPECONV", { ...dated, from: "2025-02-01", to: "2025-03-31" }, 6300 / 11300, "by hand"],
  [
    "PIPECONV",
    { ...dated, from: "2025-02-01", to: "2025-03-31", asOf: "2025-02-28" },
    3800 / 11300,
    "to date",
  ],
  [
    "OPPQUALITY",
    { status, probability, options: "probability=probability column" },
    50,
    "mean of 50, 80, 20",
  ],
  ["OPPQUALITY", { status, stage, probability }, 50, "nine closed deals: too few, the column is taken"],
  [
    "OPPQUALITY",
    { status, amount, probability, options: "probability=column; weight=by amount" },
    60,
    "7 200 of 12 000",
  ],
  ["OPPQUALITY", { status, score: filled({ 1: 9, 6: 3, 7: 5 }), options: "probability=score" }, 4, "3 and 5"],
  [
    "OPPQUALITY",
    { status, amount, score: filled({ 1: 9, 6: 3, 7: 5 }), options: "probability=score; weight=amount" },
    (3 * 4000 + 5 * 6000) / 10000,
    "3 of 4 000 and 5 of 6 000; 2 000 without a score",
  ],
  [
    "OPPQUALITY",
    { status, amount, score: filled({ 6: -1, 7: 0, 8: 5 }), options: "probability=score; weight=amount" },
    (-4000 + 10000) / 12000,
    "scores may be 0 or below",
  ],
  [
    "OPPQUALITY",
    { status: history.status, stage: history.stage },
    (100 / 3) * ((9 + 10 * overall) / 25 + (10 * overall) / 20 + overall),
    "STAGEPROB by hand",
  ],
  [
    "OPPQUALITY",
    { status, stage, ...stages, options: "output=qualified; qualified=proposal" },
    2 / 3,
    "Proposal and Negotiation",
  ],
  [
    "OPPQUALITY",
    { status, stage, options: "output=qualified; qualified=Negotiation" },
    1 / 3,
    "without an order the stage itself",
  ],
  [
    "OPPQUALITY",
    { status, createdDate, closedDate, expectedCloseDate, asOf, options: "output=not-overdue" },
    2 / 3,
    "D07 is overdue",
  ],
  [
    "OPPQUALITY",
    {
      status,
      createdDate,
      closedDate,
      id,
      dealRef: column(["D06", "D07", "D08"]),
      date: column(["2025-04-02", "2025-03-02", "2025-04-02"]),
      done: column(["no", "no", "yes"]),
      asOf,
      options: "output=next-activity",
    },
    1 / 3,
    "D06; D07's is past, D08's is done",
  ],
];

test.each(cases.map(([name, args, expected, origin]) => ({ name, args, expected, origin })))(
  "$name = $expected ($origin)",
  async ({ name, args, expected }) => {
    expect(await sales(name, args)).toBeCloseTo(expected, 9);
  },
);

/** Five decided deals with what the stage history knows of them, and one open one in Demo. */
const told = {
  id: column(["W1", "W2", "L1", "L2", "L3", "O1"]),
  status: column(["won", "won", "lost", "lost", "lost", "open"]),
  stage: column(["Closed Won", "Closed Won", "Closed Lost", "Closed Lost", "Closed Lost", "Demo"]),
  amount: column([10, 10, 10, 10, 10, 100]),
  dealId: column(["W1", "W1", "W2", "L1", "L2", "L2", "L3"]),
  stageHistoryStage: column(["Demo", "Proposal", "Proposal", "Demo", "Demo", "Proposal", "Proposal"]),
};

describe("the chance of a stage from past deals", () => {
  const raw = "probability=STAGEPROB always; prior=0";
  test.each([
    ["seen in Demo: W1, L1, L2", { ...told, options: raw }, 100 / 3],
    // with an order W2 has passed Demo, and so has L3
    [
      "in order all passed Demo",
      { ...told, stageName: column(["Demo", "Proposal"]), options: raw },
      100 * (2 / 5),
    ],
    [
      "ten deals at the usual 2/5 beside them",
      { ...told, options: "probability=empirical" },
      (100 * (1 + 4)) / 13,
    ],
    [
      "without a history the stage of loss is unknown: the usual rate",
      { ...told, dealId: null, stageHistoryStage: null, options: "probability=empirical" },
      40,
    ],
  ])("%s", async (_why, args, expected) => {
    expect(await sales("WEIGHTEDPIPELINE", args)).toBeCloseTo(expected, 9);
  });
});

test("a pipeline of the past does not know what became of its deals", async () => {
  // on 12 February D03, D04, D05, D06 and D10 were open; D06 keeps its 0.5, for the others the win rate by then: all four decided were won
  const value = await sales("WEIGHTEDPIPELINE", {
    ...dated,
    probability: filled({ 3: 1, 4: 0, 5: 1, 6: 0.5, 7: 0.8, 8: 0.2, 10: 0 }),
    asOf: "2025-02-12",
  });
  expect(value).toBeCloseTo(800 + 5000 + 2500 + 0.5 * 4000 + 1500, 9);
});

const refusals: readonly (readonly [string, Record<string, unknown>, string, RegExp, string])[] = [
  ["WEIGHTEDPIPELINE", { amount, status }, "#VALUE!", /probability or stage/, "no chances"],
  [
    "WEIGHTEDPIPELINE",
    { amount, status, forecastCategory: blank, options: "probability=category" },
    "#VALUE!",
    /weights=/,
    "no weights",
  ],
  [
    "WEIGHTEDPIPELINE",
    { amount, status, probability, currency: filled({ 6: "EUR", 7: "RON" }) },
    "#VALUE!",
    /several currencies \(EUR, RON\)/,
    "two currencies",
  ],
  [
    "WEIGHTEDPIPELINE",
    { amount, status, probability, expectedCloseDate, options: "overdue=only" },
    "#VALUE!",
    /asOf/,
    "overdue when?",
  ],
  [
    "PIPELINEVALUE",
    { amount, status, expectedCloseDate, options: "horizon=in-period" },
    "#VALUE!",
    /to/,
    "which?",
  ],
  ["PIPECONV", { ...dated }, "#VALUE!", /period/, "no period"],
  ["PIPECONV", { ...dated, options: "period=2020" }, "#DIV/0!", /./, "nothing open"],
  ["OPPQUALITY", { status, stage }, "#N/A", /20 deals/, "too few closed deals, no column"],
  ["OPPQUALITY", { status: column(["won"]), probability: column([1]) }, "#N/A", /./, "nothing open"],
  ["OPPQUALITY", { status, options: "probability=column" }, "#VALUE!", /probability/, "no column"],
  ["OPPQUALITY", { status, options: "output=next-activity" }, "#VALUE!", /id/, "no link"],
  ["OPPQUALITY", { status, stage, options: "output=qualified" }, "#VALUE!", /qualified=/, "which?"],
];

test.each(refusals.map(([name, args, code, message, why]) => ({ name, args, code, message, why })))(
  "$name: $code ($why)",
  async ({ name, args, code, message }) => {
    const value = await sales(name, args);
    expect(isError(value) && value).toMatchObject({ code, message: expect.stringMatching(message) });
  },
);

describe("open deals without amounts: what they are worth is not 0 but not known", () => {
  // Two open since January, one of February that was won in March for 500, one of April.
  const deals = {
    amount: column(["", "", 500, ""]),
    status: column(["open", "open", "won", "open"]),
    createdDate: column(["2025-01-10", "2025-01-20", "2025-02-05", "2025-04-01"]),
    closedDate: column(["", "", "2025-03-15", ""]),
  };
  const chances = { ...deals, probability: column([0.5, 0.5, 1, 0.5]) };

  test.each<[string, Record<string, unknown>, number | undefined]>([
    ["PIPELINEVALUE", deals, undefined],
    ["PIPELINEVALUE", { ...deals, asOf: "2025-01-31" }, undefined],
    ["PIPELINEVALUE", { ...deals, asOf: "2025-02-28" }, 500],
    ["PIPELINEVALUE", { ...deals, asOf: "2025-03-31" }, undefined],
    ["PIPELINEVALUE", { ...deals, options: "period=2024" }, 0],
    ["PIPELINEVALUE", { amount: column([5]), status: column(["won"]) }, 0],
    ["WEIGHTEDPIPELINE", chances, undefined],
    ["WEIGHTEDPIPELINE", { ...chances, options: "output=sd" }, undefined],
    ["COVERAGE", { ...deals, target: 1000, options: "period=2025-01" }, undefined],
    ["COVERAGE", { ...deals, target: 1000, options: "period=2025-02" }, 500 / 1000],
  ])("%s %#", async (metric, args, expected) => {
    const value = await sales(metric, args);
    if (expected !== undefined) expect(value).toBe(expected);
    else
      expect(isError(value) && value).toMatchObject({
        code: "#N/A",
        message: expect.stringContaining("No open deal has an amount"),
      });
  });

  test("by month, a dash where it is not known", async () => {
    const { amount: money, status: words, createdDate: created, closedDate: closed } = deals;
    const list = [
      money,
      words,
      created,
      closed,
      null,
      null,
      null,
      "period=2025-01-01..2025-03-31; headers=no",
    ];
    expect(await sales("BY", { metric: "PIPELINEVALUE", group: "month", columns: list })).toEqual([
      ["2025-01", "—"],
      ["2025-02", 500],
      ["2025-03", "—"],
    ]);
  });
});

describe("grouped", () => {
  test("weighted pipeline and quality by owner (R§1: Dan 4 000 × 0.5 + 2 000 × 0.2, Ana 6 000 × 0.8)", async () => {
    expect(
      await sales("BY", { metric: "WEIGHTEDPIPELINE", group: owner, columns: [amount, status, probability] }),
    ).toEqual([
      ["Group", "Weighted pipeline"],
      ["Ana", 4800],
      ["Dan", 2400],
    ]);
    expect(
      await sales("BY", { metric: "OPPQUALITY", group: owner, columns: [status, stage, probability] }),
    ).toMatchObject([
      ["Group", "Opportunity quality"],
      ["Ana", expect.closeTo(80, 9)],
      ["Dan", expect.closeTo(35, 9)],
    ]);
  });
  test("pipeline conversion by quarter: nothing was open before 2024-Q4", async () => {
    expect(
      await sales("BY", {
        metric: "PIPECONV",
        group: "quarter",
        columns: [amount, status, createdDate, closedDate, "headers=no"],
      }),
    ).toEqual([
      ["2024-Q4", "—"],
      ["2025-Q1", 1],
    ]);
  });
});

test("what is left out is told by the column to fill in", async () => {
  const details = await sales("EXPLAIN", {
    metric: "WEIGHTEDPIPELINE",
    columns: [column([100, 100, ""]), column(["open", "open", "open"]), column([0.5, -3, 0.5])],
  });
  expect(details).toContainEqual(["Left out: probability can't be read", 1]);
  expect(details).toContainEqual(["Left out: amount is blank", 1]);
});

test("overdue deals are counted, and a past day is called reconstructed", async () => {
  const args = [amount, status, createdDate, closedDate, expectedCloseDate, null, null, null, null];
  const notes = async (day: string): Promise<string> =>
    JSON.stringify(await sales("EXPLAIN", { metric: "PIPELINEVALUE", columns: [...args, [[day]]] }));
  expect(await notes("2025-03-31")).toContain("1 of the open deals");
  expect(await notes("2025-03-31")).not.toContain("Reconstructed");
  expect(await notes("2025-02-12")).toContain("Reconstructed");
});

describeWithData("public data", () => {
  test("HubSpot: the open pipeline, and 100 % of it where every deal is certain", async () => {
    const deals = csvColumns("hubspot_dummy/hubspot_deals.csv");
    const value = expectedValues("hubspot_dummy").pipeline_value?.value as number;
    const args = { amount: deals.Amount, status: deals["Deal Stage"] };
    expect(await sales("PIPELINEVALUE", args)).toBeCloseTo(value, 2);
    const stageName = column([
      ...["Appointment Scheduled", "Contract Sent", "Decision Maker Bought-In"],
      ...["Presentation Scheduled", "Qualified to Buy"],
    ]);
    const certain = { stage: deals["Deal Stage"], stageName, stageProbability: column([1, 1, 1, 1, 1]) };
    expect(await sales("WEIGHTEDPIPELINE", { ...args, ...certain })).toBeCloseTo(value, 2);
  });
});
