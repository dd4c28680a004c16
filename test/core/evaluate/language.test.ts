import fc from "fast-check";
import { evaluate } from "../../../src/core/evaluate/evaluate";
import {
  any,
  common,
  count,
  days,
  deals,
  distinct,
  recordsOf,
  repeated,
  role,
  shifted,
  sum,
  survivalMedian,
  won,
  type Expression,
} from "../../../src/core/evaluate/expression";
import { linkRecords, type Dataset } from "../../../src/core/records/dataset";
import { readRecords } from "../../../src/core/records/read-records";
import { periodsBetween, type Period } from "../../../src/core/time/periods";
import { column } from "../../support/custom-functions";
import { runs } from "../../support/random";

interface Deal {
  readonly status: "won" | "lost" | "open";
  readonly customer: string;
  readonly owner: string;
  readonly amount: number;
  readonly created: number;
  readonly closed: number;
}

const deal = fc
  .record({
    status: fc.constantFrom("won" as const, "lost" as const, "open" as const),
    customer: fc.constantFrom("Alfa", "Beta", "Gamma", "Delta"),
    owner: fc.constantFrom("a", "b"),
    amount: fc.integer({ min: 1, max: 500 }),
    created: fc.integer({ min: 45_000, max: 45_120 }),
    length: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ length, ...row }): Deal => ({ ...row, closed: row.created + length }));
const list = fc.array(deal, { minLength: 1, maxLength: 50 });
const periods = periodsBetween(45_010, 45_170, "month");
const OWNERS = ["a", "b"];

const datasetOf = (rows: readonly Deal[]): Dataset =>
  linkRecords([
    readRecords("deal", {
      status: column(rows.map(({ status }) => status)),
      customer: column(rows.map(({ customer }) => customer)),
      owner: column(rows.map(({ owner }) => owner)),
      amount: column(rows.map(({ amount }) => amount)),
      createdDate: column(rows.map(({ created }) => created)),
      closedDate: column(rows.map(({ closed }) => closed)),
    }),
  ]);

const inside = (date: number, { start, end }: Period): boolean => date >= start && date < end;
const closedBy = (row: Deal, date: number): boolean => row.status !== "open" && row.closed < date;
const words = (rows: readonly Deal[]): Set<string> => new Set(rows.map(({ customer }) => customer));

/** Expression, and the same told row by row. */
const cases: readonly [string, Expression, (rows: readonly Deal[], period: Period) => number][] = [
  [
    "open at the start",
    count(deals(any, "openAtStart")),
    (rows, { start }) => rows.filter((row) => row.created < start && !closedBy(row, start)).length,
  ],
  [
    "open at the end",
    sum(role("amount"), deals(any, "open")),
    (rows, { end }) =>
      rows
        .filter((row) => row.created < end && !closedBy(row, end))
        .reduce((total, row) => total + row.amount, 0),
  ],
  [
    "open at any time",
    count(deals(any, "openDuring")),
    (rows, { start, end }) => rows.filter((row) => row.created < end && !closedBy(row, start)).length,
  ],
  [
    "won from what was open at the start",
    count(deals(won, "wonFromOpen")),
    (rows, period) =>
      rows.filter((row) => row.status === "won" && inside(row.closed, period) && row.created < period.start)
        .length,
  ],
  [
    "customers who bought before",
    distinct("customer", deals(won, "closedBefore")),
    (rows, { start }) => words(rows.filter((row) => row.status === "won" && row.closed < start)).size,
  ],
  [
    "customers who bought before and in the period",
    common("customer", deals(won, "closedBefore"), deals(won, "closeDate")),
    (rows, period) => {
      const before = words(rows.filter((row) => row.status === "won" && row.closed < period.start));
      const now = words(rows.filter((row) => row.status === "won" && inside(row.closed, period)));
      return [...now].filter((customer) => before.has(customer)).length;
    },
  ],
  [
    "customers with two sales on different days",
    repeated("customer", deals(won, "closeDate"), "closeDate"),
    (rows, period) => {
      const sales = rows.filter((row) => row.status === "won" && inside(row.closed, period));
      return [...words(sales)].filter(
        (customer) =>
          new Set(sales.filter((row) => row.customer === customer).map(({ closed }) => closed)).size > 1,
      ).length;
    },
  ],
  [
    "customers with two sales",
    repeated("customer", deals(won, "closeDate")),
    (rows, period) => {
      const sales = rows.filter((row) => row.status === "won" && inside(row.closed, period));
      return [...words(sales)].filter(
        (customer) => sales.filter((row) => row.customer === customer).length > 1,
      ).length;
    },
  ],
  [
    "the month before",
    shifted(count(deals(won, "closeDate")), { to: "previous" }),
    (rows, { start }) => {
      const before = periodsBetween(start - 1, start - 1, "month")[0] as Period;
      return rows.filter((row) => row.status === "won" && inside(row.closed, before)).length;
    },
  ],
  [
    "the last three months, which overlap",
    shifted(sum(role("amount"), deals(won, "closeDate")), { to: "lastMonths", months: 3 }),
    (rows, { start, end }) => {
      const [first] = periodsBetween(start - 40, start - 40, "month");
      return rows
        .filter((row) => row.status === "won" && row.closed >= (first?.start ?? 0) && row.closed < end)
        .reduce((total, row) => total + row.amount, 0);
    },
  ],
];

test.each(cases)("%s: by owner and month as told row by row", (_what, expression, told) => {
  fc.assert(
    fc.property(list, (rows) => {
      const { groups, at } = evaluate(datasetOf(rows), [expression], { by: "owner", periods });
      for (const owner of OWNERS.filter((name) => groups.includes(name))) {
        const own = rows.filter((row) => row.owner === owner);
        periods.forEach((period, p) => {
          expect(at(0, groups.indexOf(owner), p).value).toBe(told(own, period));
        });
      }
    }),
    runs(200),
  );
});

describe("subscriptions at a moment", () => {
  const subscriptions = readRecords("subscription", {
    customer: column(["A", "B", "C", "D"]),
    startDate: column(["2025-01-01", "2025-01-15", "2025-02-01", "2024-06-01"]),
    endDate: column(["2025-03-01", "", "2025-02-15", "2025-01-31"]),
    mrr: column([100, 50, 30, 70]),
  });
  const dataset = linkRecords([subscriptions]);
  const months = periodsBetween(45_658, 45_750, "month"); // January to April 2025

  // counted by hand; an end date is the first day no longer paid for
  test.each([
    ["active", [150, 150, 50, 50]],
    ["activeAtStart", [70, 150, 150, 50]],
    ["activeDuring", [220, 180, 150, 50]],
  ] as const)("%s", (on, expected) => {
    const { at } = evaluate(dataset, [sum(role("mrr"), recordsOf("subscription", any, on))], {
      periods: months,
    });
    expect(months.map((_, p) => at(0, 0, p).value)).toEqual(expected);
  });

  test("without a date those that have no end are active", () => {
    const { at } = evaluate(dataset, [sum(role("mrr"), recordsOf("subscription", any, "active"))]);
    expect(at(0).value).toBe(50);
  });
});

describe("targets", () => {
  const prorated = (team: "preferred" | "never"): Expression => ({
    op: "prorated",
    of: recordsOf("target", any, "periodStart"),
    team,
  });
  const targets = readRecords("target", {
    periodStart: column(["2025-01-01", "2025-01-01", "2025-01-01"]),
    periodEnd: column(["2025-03-31", "2025-03-31", "2025-03-31"]),
    owner: column(["", "Ana", "Dan"]),
    amount: column([12_000, 8_000, 4_000]),
  });
  const dataset = linkRecords([targets]);
  const january: Period = { start: 45_658, end: 45_689, label: "" };

  test("the team's target stands for the whole, and is not added to the owners'", () => {
    expect(evaluate(dataset, [prorated("preferred")]).at(0).value).toBe(12_000);
    expect(evaluate(dataset, [prorated("never")]).at(0).value).toBe(12_000);
  });
  test("31 of 90 days", () => {
    const { at } = evaluate(dataset, [prorated("preferred")], { periods: [january] });
    expect(at(0).value).toBeCloseTo((12_000 * 31) / 90, 9);
  });
  test("by owner", () => {
    const { groups, at } = evaluate(dataset, [prorated("preferred")], { by: "owner" });
    expect(groups.map((group, i) => [group, at(0, i).value])).toEqual([
      ["", 0],
      ["Ana", 8_000],
      ["Dan", 4_000],
    ]);
  });
});

test("a Kaplan–Meier median counts those who still wait", () => {
  // 4, 30 answered; 60 (asked on day 0, seen on day 60) not yet: S falls to 2/3, then to 1/3 at 30
  const leads = readRecords("lead", {
    createdDate: column([45_000, 45_000, 45_000]),
    firstResponseDate: column([45_004, 45_030, ""]),
    qualifiedDate: column([45_060, 45_060, 45_060]),
  });
  const expression = survivalMedian(
    days("createdDate", "firstResponseDate"),
    days("createdDate", "qualifiedDate"),
    recordsOf("lead", any, "always"),
  );
  expect(evaluate(linkRecords([leads]), [expression]).at(0)).toMatchObject({ value: 30, n: 3 });
});

test("grouping by a column that one of two kinds lacks is refused, not filled with zeros", () => {
  const dataset = linkRecords([
    readRecords("deal", { status: column(["won"]), owner: column(["Ana"]) }),
    readRecords("activity", { type: column(["Call"]), date: column([45_000]) }),
  ]);
  const expressions = [count(deals(won, "always")), count(recordsOf("activity", any, "always"))];
  expect(() => evaluate(dataset, expressions, { by: "owner" })).toThrow("groupMissing");
});
