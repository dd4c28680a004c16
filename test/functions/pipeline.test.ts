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
void isError;
void owner;
void describeWithData;
void csvColumns;
void expectedValues;
