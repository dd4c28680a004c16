import { createDesk } from "../../src/core/metrics/ask";
import { linkRecords } from "../../src/core/records/dataset";
import { readRecords } from "../../src/core/records/read-records";
import { column, columns, sales } from "../support/custom-functions";
import { behindOf } from "../support/explain";

/*
 * A shop's export: a row for each line of an order, of which the first alone says status, customer and total. Three orders
 * of 100, 50 and 30 by a, b and c, of which the third was paid on the day after; a bought again for 20.
 */
const shop = columns({
  id: ["#1", "#1", "#1", "#2", "#3", "#3", "#4"],
  customer: ["a@x.ro", "", "", "b@x.ro", "c@x.ro", "", "a@x.ro"],
  status: ["paid", "", "", "paid", "paid", "", "paid"],
  amount: [100, "", "", 50, 30, "", 20],
  closedDate: [
    "2025-01-09",
    "2025-01-09",
    "2025-01-09",
    "2025-01-09",
    "2025-01-10",
    "2025-01-10",
    "2025-02-01",
  ],
  product: ["Chair", "Desk", "Lamp", "Chair", "Desk", "Chair", "Lamp"],
});
const { id, customer, status, amount, closedDate, product } = shop;

const counted: readonly [string, Record<string, unknown>, number][] = [
  ["REVENUE", { amount, status, closedDate, id }, 200],
  ["REVENUE", { amount, status, closedDate, id, options: "period=2025-01" }, 180],
  ["SALESCOUNT", { status, closedDate, id }, 4],
  ["AVGDEALSIZE", { amount, status, id }, 50],
  ["AOV", { amount, closedDate, status, id }, 50],
  ["NEWCUSTOMERS", { customer, closedDate, status, id, options: "period=2025-01" }, 3],
  ["REPEATRATE", { customer, closedDate, status, id }, 1 / 3],
  ["WINRATE", { status, closedDate, id }, 1],
];

test.each(counted)("lines of orders, by hand: %s", async (metric, args, expected) => {
  expect(await sales(metric, args)).toBeCloseTo(expected, 12);
});

test("mapped, the same numbers; the lines are counted as what they are", () => {
  const records = readRecords("deal", shop, { duplicates: "keep" });
  const desk = createDesk(linkRecords([records]), { today: 45_700 });
  const asks = counted.map(([metric, { options }]) => ({
    metric,
    period: options === undefined ? undefined : "2025-01",
  }));
  expect(desk.numbers(asks).map(({ value }) => value)).toEqual(counted.map(([, , value]) => value));
  expect(desk.explain({ metric: "REVENUE" }).excluded).toEqual({ orderLine: 3 });
});

test("the lines are counted in EXPLAIN", async () => {
  const behind = await behindOf("REVENUE", { amount, status, closedDate, id });
  expect(behind.get("Left out: further line of the same order")).toBe(3);
});

test("grouped by what differs from line to line, an order stands where its first line does", async () => {
  const table = await sales("BY", {
    metric: "SALESCOUNT",
    group: product,
    columns: [status, closedDate, null, null, id],
  });
  expect(table).toEqual([
    ["Group", "Number of sales"],
    ["Chair", 2],
    ["Desk", 1],
    ["Lamp", 1],
  ]);
});

test.each<[string, Record<string, readonly unknown[]>, number]>([
  ["a new status", { status: ["won", "lost"], amount: [100, 100] }, 0],
  ["a new amount", { status: ["won", "won"], amount: [100, 60] }, 60],
  ["an amount of 0 says something", { status: ["won", "won"], amount: [100, 0] }, 0],
  ["won at last", { status: ["open", "won"], amount: [100, 100] }, 100],
  [
    "reopened, its date taken out",
    { status: ["won", "open"], amount: [100, 100], closedDate: [45_660, ""] },
    0,
  ],
])("versions of one deal, the last counts: %s", async (_what, cells, revenue) => {
  expect(await sales("REVENUE", { ...columns(cells), id: column(["D1", "D1"]) })).toBe(revenue);
});

test("a customer's order that was written twice is one purchase, as it stood last", async () => {
  const twice = columns({
    customer: ["Acme", "Acme", "Acme"],
    closedDate: ["", "2025-01-10", "2025-02-10"],
    status: ["open", "won", "won"],
    id: ["D1", "D1", "D2"],
  });
  expect(await sales("REPEATRATE", twice)).toBe(1);
});
