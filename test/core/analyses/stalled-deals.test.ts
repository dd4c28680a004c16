import { stalledDeals, stalledDealsInSteps } from "../../../src/core/analyses/stalled-deals";
import { linkRecords } from "../../../src/core/records/dataset";
import { readRecords } from "../../../src/core/records/read-records";

const TODAY = 46200;
const column = (cells: readonly unknown[]) => cells.map((cell) => [cell]);

/** Ten won deals that took 1 … 10 days: the 90th percentile is 9.1. */
const WON = Array.from({ length: 10 }, (_, i) => i + 1);
const won = (open: readonly unknown[], own: (days: number) => unknown): readonly unknown[] => [
  ...WON.map(own),
  ...open,
];

const deals = {
  id: column(won(["fine", "late", "old", "stuck", "quiet", "bare"], (days) => `W${days}`)),
  status: column(won(Array(6).fill("open"), () => "won")),
  owner: column(won(["Ana", "Ana", "Ana", "Ana", "Ana", ""], () => "Ana")),
  amount: column(won([100, 200, 300, 400, 500, ""], () => 10)),
  createdDate: column(
    won([TODAY - 5, TODAY - 5, TODAY - 20, TODAY - 9, TODAY - 9, TODAY - 5], (days) => TODAY - 100 - days),
  ),
  closedDate: column(won(Array(6).fill(""), () => TODAY - 100)),
  expectedCloseDate: column(won([TODAY, TODAY - 1, TODAY + 5, TODAY + 5, TODAY + 5, ""], () => TODAY - 100)),
};
const activities = {
  type: column(Array(6).fill("call")),
  date: column([TODAY - 14, TODAY, TODAY - 1, TODAY + 3, TODAY - 15, TODAY]),
  dealRef: column(["fine", "late", "old", "stuck", "quiet", "bare"]),
};
/** Won deals stayed 1 … 10 days in the stage: the 75th percentile is 7.75. */
const history = {
  dealId: column([...WON.map((days) => `W${days}`), "fine", "stuck"]),
  stage: column(Array(12).fill("Proposal")),
  enteredDate: column([...WON.map((days) => TODAY - 100 - days), TODAY - 7, TODAY - 8]),
};

test("each sign by itself", () => {
  const dataset = linkRecords([
    readRecords("deal", deals),
    readRecords("activity", activities),
    readRecords("stageHistory", history),
  ]);
  const found = stalledDeals(dataset, TODAY).map(({ row, flags, age }) => [row - WON.length, flags, age]);
  expect(found).toEqual([
    [5, ["noAmount", "noCloseDate", "noOwner"], 5],
    [4, ["silent"], 9],
    [3, ["stuck"], 9],
    [2, ["old"], 20],
    [1, ["overdue"], 5],
  ]);
});

test("without columns to tell by, nothing is called stalled", () => {
  const { status, id } = deals;
  expect(stalledDeals(linkRecords([readRecords("deal", { status, id })]), TODAY)).toEqual([]);
});

test("the date of the last activity serves where no activities are listed", () => {
  const records = readRecords("deal", {
    status: column(["open", "open", "open"]),
    lastActivityDate: column([TODAY - 14, TODAY - 15, ""]),
  });
  expect(stalledDeals(linkRecords([records]), TODAY).map(({ row }) => row)).toEqual([1, 2]);
});

test("many deals are gone through with pauses", () => {
  const rows = 25_000;
  const records = readRecords("deal", {
    status: column(Array(rows).fill("open")),
    expectedCloseDate: column(Array.from({ length: rows }, (_, at) => TODAY - (at % 2))),
  });
  const steps = stalledDealsInSteps(linkRecords([records]), TODAY);
  let pauses = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) pauses++;
  expect(step.value).toHaveLength(rows / 2);
  // three before the deals are gone through, two on the way
  expect(pauses).toBe(5);
});
