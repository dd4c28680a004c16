import { createDesk } from "../../src/core/metrics/ask";
import { linkRecords } from "../../src/core/records/dataset";
import { readRecords } from "../../src/core/records/read-records";
import { serialOf } from "../../src/core/time/serial";
import { column, columns, isError, sales } from "../support/custom-functions";

/* The last day, or the last number, on this side of a limit and the first on the other: each by hand. */

test("a lead that writes again within 30 days is the same, on the 31st another", async () => {
  const rate = (again: string): Promise<unknown> =>
    sales("LEADCONV", {
      ...columns({ createdDate: ["2025-01-01", again], converted: ["no", "yes"] }),
      email: column(["ana@x.ro", "ana@x.ro"]),
    });
  expect([await rate("2025-01-31"), await rate("2025-02-01")]).toEqual([1, 1 / 2]);
});

test("a shop's customer is silent for 30 days at least before they are lost, however often they bought", async () => {
  const args = columns({ customer: ["A", "A"], closedDate: ["2025-01-01", "2025-01-11"] });
  const lost = (last: string): Promise<unknown> =>
    sales("CHURN", { ...args, options: `period=2025-02-01..${last}` });
  expect([await lost("2025-02-09"), await lost("2025-02-10")]).toEqual([0, 1]);
});

test("churn is the mean of the six months before: the seventh is forgotten", async () => {
  // ten customers at 100 a month, of whom one leaves in February
  const args = columns({
    customer: [..."ABCDEFGHIJ"],
    startDate: Array<string>(10).fill("2024-01-01"),
    endDate: ["2024-02-15", ...Array<string>(9).fill("")],
    mrr: Array<number>(10).fill(100),
  });
  const value = (asOf: string): Promise<unknown> => sales("CLTV", { ...args, asOf });
  expect(await value("2024-08-20")).toBeCloseTo(100 / (1 / 10 / 6), 6);
  expect(isError(await value("2024-09-20"))).toBe(true);
});

test("costs that come 90 days before the customers, from the first day to the last", async () => {
  const deal = columns({ customer: ["A"], closedDate: ["2025-04-10"], status: ["won"] });
  const costs = columns({
    cost: [10, 100, 1000, 10_000],
    costDate: ["2024-12-31", "2025-01-01", "2025-01-30", "2025-01-31"],
  });
  expect(await sales("CAC", { ...deal, ...costs, options: "lag=90; period=2025-04" })).toBe(1100);
});

test("a lead is due when its minutes have run out, at midnight too", async () => {
  const inTime = (created: string): Promise<unknown> =>
    sales("SLA", {
      ...columns({ createdDate: [created, "2025-01-10 09:00"], firstResponseDate: ["", "2025-01-10 09:05"] }),
      asOf: "2025-01-10",
    });
  expect([await inTime("2025-01-10 23:55"), await inTime("2025-01-10 23:56")]).toEqual([1 / 2, 1]);
});

test("a month that begins today is compared with one day of the month before", () => {
  const dates = ["2025-03-01", "2025-03-20", "2025-04-01"];
  const deals = columns({ amount: [50, 1000, 100], status: ["won", "won", "won"], closedDate: dates });
  const desk = createDesk(linkRecords([readRecords("deal", deals)]), { today: serialOf(2025, 4, 1) });
  const growth = (period: string): unknown => desk.numbers([{ metric: "SALESGROWTH", period }])[0]?.value;
  expect(growth("2025-04")).toBe(100 / 50 - 1);
  expect(growth("2025-03")).toMatchObject({ error: "#DIV/0!" });
});

test("a funnel is of the deals created from its first day to its last", async () => {
  const stages = columns({ stageName: ["Demo", "Offer"], stageOrder: [1, 2] });
  const cells = columns({
    stage: ["Demo", "Demo", "Offer", "Offer"],
    status: ["lost", "lost", "open", "won"],
    createdDate: ["2024-12-31", "2025-01-01", "2025-01-31", "2025-02-01"],
  });
  const args = { ...cells, ...stages, options: "period=2025-01; headers=no" };
  const rows = (await sales("FUNNELLEAK", args)) as unknown[][];
  // of January two reached the demo, one was lost there, one went on
  expect(rows[0]?.slice(0, 3)).toEqual(["Demo", 2, 1]);
});

test("who opened a deal in the period is a rep of it, who opened one before is not", async () => {
  const cells = columns({
    owner: ["Ana", "Dan", "Ion", "Eva"],
    amount: [120, 10, 10, 10],
    status: ["won", "open", "open", "lost"],
    createdDate: ["2024-11-01", "2025-01-31", "2024-12-31", "2024-11-01"],
    closedDate: ["2025-01-10", "", "", "2025-02-01"],
  });
  expect(await sales("SALESPERREP", { ...cells, options: "period=2025-01" })).toBe(120 / 2);
});

test("a table by month ends with the month of the day it is asked for", () => {
  const cells = columns({
    amount: [100, 200, 400],
    status: ["won", "won", "won"],
    closedDate: ["2025-01-10", "2025-02-10", "2025-03-10"],
  });
  const desk = createDesk(linkRecords([readRecords("deal", cells)]), { today: serialOf(2025, 6, 1) });
  const table = desk.table({ metrics: ["WINRATE; asOf=2025-02-20"], by: "month" });
  expect("labels" in table && table.labels).toEqual(["2025-01", "2025-02"]);
});
