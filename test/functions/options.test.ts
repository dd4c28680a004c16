import { column, columns, sales } from "../support/custom-functions";
import { behindOf } from "../support/explain";

/*
 * Options that change what is counted, each by hand. Ana sold A 100 (20 of it paid back in February), A again 500 and
 * gave D a present; Dan sold B 300 and wrote C a credit note of 50. Ana lost E; F, G and H are open.
 */
const deals = columns({
  customer: ["A", "B", "A", "C", "D", "E", "F", "G", "H"],
  owner: ["Ana", "Dan", "Ana", "Dan", "Ana", "Ana", "Dan", "Ana", "Ana"],
  status: ["won", "won", "won", "won", "won", "lost", "open", "open", "open"],
  amount: [100, 300, 500, -50, 0, 200, 400, 600, 800],
  refund: [20, "", "", "", "", "", "", "", ""],
  refundDate: ["2025-02-05", "", "", "", "", "", "", "", ""],
  createdDate: [
    ...["2024-12-31", "2025-01-15", "2025-01-31", "2025-02-15", "2025-02-10", "2025-02-01"],
    ...["2025-01-05", "2025-02-01", "2025-02-01"],
  ],
  closedDate: [
    ...["2025-01-10", "2025-01-20", "2025-02-10", "2025-02-15", "2025-02-20", "2025-03-01"],
    ...["", "", ""],
  ],
  expectedCloseDate: ["", "", "", "", "", "", "2025-02-28", "2025-03-31", ""],
});
const { customer, owner, status, amount, refund, refundDate, createdDate, closedDate, expectedCloseDate } =
  deals;
const sold = { amount, status, closedDate, refund };
const open = { amount, status, createdDate, closedDate, expectedCloseDate };
const probability = column(Array<number>(9).fill(0.5));
const ten = {
  amount: column([1, 2, 3, 4, 5, 6, 7, 8, 9, 1000]),
  status: column(Array<string>(10).fill("won")),
};

test.each<[string, Record<string, unknown>, string, number]>([
  ["REVENUE", { ...sold, refundDate }, "basis=net-by-refund-date; period=2025-01", 100 + 300],
  ["REVENUE", { ...sold, refundDate }, "basis=net-by-refund-date; period=2025-02", 500 - 50 - 20],
  ["REVENUE", { ...sold, refundDate }, "basis=net; period=2025-02", 500 - 50],
  ["SALESCOUNT", { status, closedDate, amount }, "credits=exclude", 4],
  ["SALESCOUNT", { status, closedDate, amount }, "credits=include", 5],
  ["AVGDEALSIZE", sold, "", (80 + 300 + 500) / 3],
  ["AVGDEALSIZE", sold, "credits=include", (80 + 300 + 500 - 50) / 4],
  ["AVGDEALSIZE", sold, "zeros=include", (80 + 300 + 500) / 4],
  // a tenth of the ten from each end: 1 and 1000
  ["AVGDEALSIZE", ten, "statistic=trimmed10", (2 + 3 + 4 + 5 + 6 + 7 + 8 + 9) / 8],
  ["AOV", sold, "", (100 + 300 + 500 + 0) / 4],
  ["AOV", sold, "value=total", (100 + 300 + 500 + 0) / 4],
  ["AOV", sold, "value=net-of-refunds", (80 + 300 + 500 + 0) / 4],
  ["AOV", sold, "zeros=exclude", (100 + 300 + 500) / 3],
  ["AOV", sold, "credits=include", (100 + 300 + 500 - 50 + 0) / 5],
  ["AOV", { ...sold, customer }, "customers=new", (100 + 300 + 0) / 3],
  ["AOV", { ...sold, customer }, "customers=returning", 500],
  ["PIPELINEVALUE", open, "horizon=by-period-end; period=2025-02", 400],
  ["PIPELINEVALUE", open, "horizon=by-period-end; period=2025-03", 400 + 600],
  ["PIPELINEVALUE", open, "horizon=in-period; period=2025-03", 600],
  ["WEIGHTEDPIPELINE", { ...open, probability }, "horizon=by-period-end; period=2025-03", (400 + 600) / 2],
  // F is due on 28 February: overdue from the day after
  ["PIPELINEVALUE", { ...open, asOf: "2025-02-28" }, "overdue=only", 0],
  ["PIPELINEVALUE", { ...open, asOf: "2025-03-01" }, "overdue=only", 400],
  ["PIPELINEVALUE", { ...open, asOf: "2025-03-01" }, "overdue=exclude", 600 + 800],
])("%s %# %s", async (metric, args, options, expected) => {
  expect(await sales(metric, { ...args, options })).toBeCloseTo(expected, 12);
});

test.each<[string, string, number]>([
  ["2025-03-30", "F is due for 30 days, not for more", 4 / 5],
  ["2025-03-31", "F for 31", 4 / 6],
  ["2025-05-01", "G for 31 too; H is due on no day", 4 / 7],
])("deals long due join those decided, on %s: %s", async (asOf, _why, expected) => {
  const args = { status, closedDate, createdDate, amount, expectedCloseDate, asOf };
  expect(await sales("WINRATE", { ...args, options: "basis=closed-plus-stale" })).toBeCloseTo(expected, 12);
});

test("days after which a deal is stale can be chosen", async () => {
  const args = { status, closedDate, createdDate, amount, expectedCloseDate, asOf: "2025-03-31" };
  const rate = async (days: number): Promise<unknown> =>
    sales("WINRATE", { ...args, options: `basis=closed-plus-stale; staleDays=${days}` });
  expect([await rate(0), await rate(31)]).toEqual([4 / 6, 4 / 5]);
});

test("an order of nobody is neither new nor returning, and counted as left out", async () => {
  const args = { ...sold, customer: column(["A", "", "A", "C", "D", "E", "F", "G", "H"]) };
  expect(await sales("AOV", { ...args, options: "customers=returning" })).toBe(500);
  expect(await sales("AOV", { ...args, options: "customers=new" })).toBe((100 + 0) / 2);
  const told = await behindOf("AOV", { ...args, options: "customers=returning" });
  expect(told.get("Left out: customer is blank")).toBe(1);
});

/* Ana: 3 won, 1 lost, 580, cycles of 10 days. Dan: 1 won, 250 with the credit note, 5 days, both calls, his quota of 250. */
test.each<[string, string]>([
  ["revenue", "Ana"],
  ["won", "Ana"],
  ["win-rate", "Dan"],
  ["lower-bound", "Ana"],
  ["average", "Dan"],
  ["cycle", "Dan"],
  ["activities", "Dan"],
  ["attainment", "Dan"],
])("ranked by %s, %s is first", async (rank, first) => {
  const table = (await sales("LEADERBOARD", {
    ...{ owner, status, amount, closedDate, createdDate, refund },
    ...columns({ activityOwner: ["Dan", "Dan", "Ana"], type: ["Call", "Call", "Call"] }),
    ...columns({ target: [1000, 250], targetOwner: ["Ana", "Dan"] }),
    options: `rank=${rank}; minimum=0; headers=no`,
  })) as unknown[][];
  expect(table.slice(0, 2).map(([name, place]) => [name, place])).toEqual([
    [first, 1],
    [first === "Ana" ? "Dan" : "Ana", 2],
  ]);
});

test("created and closed by week: the first Sunday of January belongs to the week that began in December", async () => {
  const table = (await sales("CREATEDVSCLOSED", {
    ...{ createdDate, closedDate, status },
    options: "per=week; period=2024-12-30..2025-01-12; headers=no",
  })) as unknown[][];
  expect(table.map((row) => row.slice(0, 4))).toEqual([
    ["2025-W01", 2, 0, 0],
    ["2025-W02", 0, 1, 0],
  ]);
});

describe("costs and customers", () => {
  const costs = columns({
    cost: [100, 200],
    costDate: ["2025-01-05", "2025-01-06"],
    costSource: ["Web", ""],
  });
  const january = "period=2025-01";

  test("costs that name a source; A and B are new in January", async () => {
    const args = { customer, closedDate, status, amount, ...costs };
    expect(await sales("CAC", { ...args, options: january })).toBe(300 / 2);
    expect(await sales("CAC", { ...args, options: `scope=by-source; ${january}` })).toBe(100 / 2);
  });

  test("customers by their first subscription: X has two, Z came later", async () => {
    const own = columns({
      customer: ["X", "X", "Y", "Z"],
      startDate: ["2025-01-05", "2025-01-20", "2025-01-25", "2025-02-01"],
      mrr: [10, 10, 10, 10],
    });
    const options = `by=first-subscription; ${january}`;
    expect(await sales("NEWCUSTOMERS", { ...own, options })).toBe(2);
    expect(await sales("CAC", { ...own, ...costs, options })).toBe(300 / 2);
  });
});

test("sources by their rate: 1 of 2 before 1 of 4", async () => {
  const leads = columns({
    source: ["Web", "Web", "Web", "Web", "Ads", "Ads"],
    converted: ["yes", "no", "no", "no", "yes", "no"],
  });
  const ranked = async (rank: string): Promise<unknown[]> =>
    ((await sales("CONVBYSOURCE", { ...leads, options: `rank=${rank}; headers=no` })) as unknown[][]).map(
      ([name]) => name,
    );
  expect([await ranked("leads"), await ranked("rate")]).toEqual([
    ["Web", "Ads"],
    ["Ads", "Web"],
  ]);
});

test("each kind of answer to a post alone", async () => {
  const posts = columns({ likes: [4, 6], comments: [1, 2], shares: [3, ""], directMessages: ["", 5] });
  const sums = ["likes", "comments", "shares", "directMessages", "all"].map((measure) =>
    sales("SOCIAL", { ...posts, options: `measure=${measure}` }),
  );
  expect(await Promise.all(sums)).toEqual([10, 3, 3, 5, 21]);
});
