import { createDesk, type Desk } from "../../../src/core/metrics/ask";
import { linkRecords } from "../../../src/core/records/dataset";
import { readRecords } from "../../../src/core/records/read-records";
import { serialOf } from "../../../src/core/time/serial";
import { columns } from "../../support/custom-functions";

/* A fiscal year that begins in February: its quarters are none of the calendar's. A won deal on the 15th of each month. */
const months = ["2024-11", "2024-12", "2025-01", "2025-02", "2025-03", "2025-04"];
const dates = months.map((month) => `${month}-15`);
const deals = columns({
  amount: [100, 200, 300, 400, 500, 600],
  status: months.map(() => "won"),
  createdDate: dates,
  closedDate: dates,
});
const subscriptions = columns({
  customer: ["a", "b", "c", "d"],
  startDate: Array<string>(4).fill("2024-09-15"),
  endDate: ["2025-01-20", "", "", ""],
  mrr: Array<number>(4).fill(100),
});

function deskOf(fiscalYearStart: number): Desk {
  const records = [readRecords("deal", deals), readRecords("subscription", subscriptions)];
  const calendar = { fiscalYearStart, weekStart: 0 };
  return createDesk(linkRecords(records), { today: serialOf(2025, 5, 10), calendar });
}

/** February to April. */
const QUARTER = "2025-02-01..2025-04-30";

test.each<[string, string, number, number]>([
  ["QOQ", "November to January brought 600, February to April 1500", 1500 / 600 - 1, 600 / 300 - 1],
  ["RUNRATE; per=quarter", "the last complete quarter × 4", 4 * 1500, 4 * (300 + 400 + 500)],
  ["SALESGROWTH; against=2025-Q1", "February to April 2024 brought nothing", NaN, 1500 / 1200 - 1],
  ["SALESGROWTH; against=2025-Q4", "November to January", 1500 / 600 - 1, NaN],
  ["RUNRATE", "months are the calendar's", 12 * 600, 12 * 600],
  [
    "CLTV; per=quarter; asOf=2025-04-30",
    "300 a quarter ÷ 1/4 lost from November to January; by the calendar ÷ the mean of 1/4 and 0",
    300 / 0.25,
    300 / 0.125,
  ],
])("%s by hand: %s", (metric, _why, fiscal, calendar) => {
  for (const [start, expected] of [
    [2, fiscal],
    [1, calendar],
  ] as const) {
    const [answer] = deskOf(start).numbers([
      { metric, period: metric.startsWith("CLTV") ? undefined : QUARTER },
    ]);
    if (Number.isNaN(expected)) expect(answer?.value).toMatchObject({ error: "#DIV/0!" });
    else expect(answer?.value).toBeCloseTo(expected, 9);
  }
});

test("each fiscal quarter against the one before, as a table and one by one", () => {
  const desk = deskOf(2);
  const table = desk.table({ metrics: ["QOQ", "REVENUE"], by: "quarter" });
  if (!("labels" in table)) throw new Error("no groups");
  expect(table.labels).toEqual(["FY2025-Q4", "FY2026-Q1"]);
  expect(table.columns[1]?.results.map(({ value }) => value)).toEqual([600, 1500]);
  expect(table.columns[0]?.results[1]?.value).toBeCloseTo(1.5, 12);
  expect(desk.explain({ metric: "QOQ", period: "FY2026-Q1" }).value).toBeCloseTo(1.5, 12);
});

test("created and closed in each fiscal quarter", () => {
  const answer = deskOf(2).table({ metrics: ["CREATEDVSCLOSED; per=quarter"] });
  if (!("table" in answer)) throw new Error("no table");
  expect(answer.table.rows.map(([label, created, won]) => [label, created, won])).toEqual([
    ["FY2025-Q4", 3, 3],
    ["FY2026-Q1", 3, 3],
  ]);
});
