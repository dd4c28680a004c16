import { readFileSync } from "node:fs";
import { isoDate, serialOf } from "../../src/core/time/serial";
import { column, sales } from "../support/custom-functions";
import { notesOf } from "../support/explain";
import { describeWithData, expectedValues } from "../support/shared-data";
import { tables } from "../support/tables";

// CLTV by the models that look ahead, and what subscriptions brought so far; the simple formulas: subscriptions.test.ts

describeWithData("CLTV method=predictive on CDNOW, 39 weeks seen", () => {
  const expected = expectedValues("cdnow_sample");
  const mean = (name: string): number =>
    (expected[name]?.value as number) / (expected.customers?.value as number);
  const rows = (): string[][] =>
    readFileSync(`${__dirname}/../../../shared/data/cdnow/CDNOW_sample.txt`, "utf8")
      .trim()
      .split(/\r?\n/)
      .map((line) => line.trim().split(/\s+/));
  let shop: Record<string, unknown> = {};
  beforeAll(() => {
    const lines = rows();
    shop = {
      customer: column(lines.map((line) => line[1])),
      closedDate: column(lines.map((line) => Number(line[2]))),
      amount: column(lines.map((line) => Number(line[4]))),
      asOf: "1997-09-30",
    };
  });
  const monthly = 1.1 ** (1 / 12) - 1;

  // 12 months of 4.345 weeks at 10 % a year, fitted elsewhere: tolerance of a refit 1e-3, and it is far nearer
  test.each([
    ["by the month", { discountRate: monthly, options: "method=predictive" }, 1],
    ["by the year", { discountRate: 0.1, options: "method=predictive; per=year" }, 1],
    ["at a margin of 40 %", { discountRate: monthly, margin: 0.4, options: "method=predictive" }, 0.4],
  ])("mean value of the next 12 months, %s", async (_, more, share) => {
    const value = (await sales("CLTV", { ...shop, ...more })) as number;
    expect(value / (share * mean("clv12_sum_4345_weeks"))).toBeCloseTo(1, 6);
  });

  test("without a rate 1 % a month; two years bring more than one and less than twice as much", async () => {
    const value = async (more: object): Promise<number> =>
      (await sales("CLTV", { ...shop, options: "method=predictive", ...more })) as number;
    const usual = await value({});
    expect(usual).toBeCloseTo(await value({ discountRate: 0.01 }), 9);
    expect(usual).toBeLessThan(await value({ discountRate: 0 }));
    const two = await value({ options: "method=predictive; capYears=2" });
    expect(two).toBeGreaterThan(usual);
    expect(two).toBeLessThan(2 * usual);
  });

  test("against what they bought: LTV : CAC with the same options", async () => {
    const { asOf, ...others } = shop;
    const args = { ...others, asOf, options: "method=predictive; type=blended", discountRate: 0 };
    const value = (await sales("CLTV", { ...shop, discountRate: 0, options: "method=predictive" })) as number;
    // 2357 customers at 10 each
    expect(await sales("LTVCAC", { ...args, cost: 23570 })).toBeCloseTo(value / 10, 6);
  });

  test("the parameters stand behind it: the paper's 0.243, 4.414, 0.793, 2.426 and 6.25, 3.74, 15.44", async () => {
    const notes = await notesOf("CLTV", { ...shop, options: "method=predictive" });
    const [, ...numbers] = /r (.*), α (.*), a (.*), b (.*); .* p (.*), q (.*), γ (.*)\. 12 .* (1 %)/.exec(
      notes.find((note) => note.startsWith("BG/NBD")) ?? "",
    ) as unknown as string[];
    expect(numbers.slice(0, 4).map((text) => Number(Number(text).toFixed(3)))).toEqual([
      0.243, 4.414, 0.793, 2.426,
    ]);
    expect(numbers.slice(4, 7).map((text) => Number(Number(text).toFixed(2)))).toEqual([6.25, 3.74, 15.44]);
    expect(notes).toContain("The data start on 1997-01-01: what happened before is not seen.");
    // the correlation of frequency and spending is 0.11 (gg_corr_x_m), too little to be told
    expect(notes.filter((note) => note.startsWith("Spending"))).toEqual([]);
  });
});

describe("CLTV method=predictive where it cannot be told", () => {
  const first = serialOf(2024, 1, 1);
  /** Purchases of customers on days counted from the first. */
  const shop = (days: readonly (readonly number[])[], amount: (customer: number) => number = () => 10) => {
    const rows = days.flatMap((own, customer) => own.map((day) => ({ customer, day })));
    return {
      customer: column(rows.map(({ customer }) => `C${customer}`)),
      closedDate: column(rows.map(({ day }) => first + day)),
      amount: column(rows.map(({ customer }) => amount(customer))),
      asOf: first + 360,
      options: "method=predictive",
    };
  };
  /** Some who bought once and some who came back, more or less often. */
  const mixed = (once: number, again: number): number[][] => [
    ...Array.from({ length: once }, (_, i) => [i % 90]),
    ...Array.from({ length: again }, (_, i) =>
      Array.from({ length: 2 + (i % 7) }, (__, k) => (i % 60) + k * (5 + ((i * 7) % 23))),
    ),
  ];
  const tooFew = { code: "#N/A", message: expect.stringContaining("method=formula") };

  test("50 customers, 20 of whom came back, are enough, one less is not", async () => {
    const spend = (customer: number): number => 10 + ((customer * 7) % 13);
    expect(await sales("CLTV", shop(mixed(30, 20), spend))).toEqual(expect.any(Number));
    expect(await sales("CLTV", shop(mixed(29, 20), spend))).toMatchObject(tooFew);
    expect(await sales("CLTV", shop(mixed(31, 19), spend))).toMatchObject(tooFew);
  });

  test("nor is less than three times the usual gap", async () => {
    const yearly = Array.from({ length: 60 }, (_, i) => [i % 5, 200 + (i % 50)]);
    expect(await sales("CLTV", shop(yearly))).toMatchObject(tooFew);
  });

  test("where nobody ever leaves, about a purchase a week goes on", async () => {
    const weekly = Array.from({ length: 60 }, (_, i) =>
      Array.from({ length: 51 - (i % 3) }, (__, k) => 7 * k + (i % 4)),
    );
    const args = { ...shop(weekly), discountRate: 0 };
    // 12 months of 4.345 weeks at 10 each
    expect(Math.abs((await sales("CLTV", args)) as number)).toBeGreaterThan(0.95 * 521.4);
    expect(Math.abs((await sales("CLTV", args)) as number)).toBeLessThan(1.05 * 521.4);
    const notes = await notesOf("CLTV", args);
    expect(notes.filter((note) => note.startsWith("Customers differ too little"))).toHaveLength(1);
  });

  test("spending without a mean: most little, few enormously", async () => {
    const enormous = (customer: number): number => Math.exp(((customer * 37) % 101) / 20);
    expect(await sales("CLTV", shop(mixed(30, 60), enormous))).toMatchObject({ code: "#N/A" });
  });

  test("customers who spend alike are worth their purchases", async () => {
    const at10 = (await sales("CLTV", shop(mixed(30, 60)))) as number;
    const at20 = (await sales(
      "CLTV",
      shop(mixed(30, 60), () => 20),
    )) as number;
    expect(at10).toBeGreaterThan(0);
    expect(at20 / at10).toBeCloseTo(2, 4);
  });

  test("frequent buyers who spend more: a remark", async () => {
    const args = shop(mixed(30, 60), (customer) => (customer < 30 ? 10 : 10 * (2 + ((customer - 30) % 7))));
    const notes = await notesOf("CLTV", args);
    expect(notes.filter((note) => note.startsWith("Spending goes with frequency (r = 1.00)"))).toHaveLength(
      1,
    );
  });

  test("a small group is a dash beside others", async () => {
    const args = shop(mixed(60, 40), (customer) => 10 + ((customer * 7) % 13));
    const owner = args.customer.map(([name]) => [name === "C3" ? "Dan" : "Ana"]);
    const table = (await sales("BY", {
      metric: "CLTV",
      group: owner,
      columns: [args.customer, args.amount, args.closedDate, "method=predictive"],
    })) as unknown[][];
    expect(table.slice(1)).toEqual([
      ["Ana", expect.any(Number)],
      ["Dan", "—"],
    ]);
  });

  test("subscriptions are not bought again and again, nor do purchases renew", async () => {
    const { Customer: customer, Start: startDate, MRR: mrr } = tables.Subscriptions ?? {};
    const subscriptions = await sales("CLTV", { customer, startDate, mrr, options: "method=predictive" });
    expect(subscriptions).toMatchObject({ code: "#VALUE!", message: expect.stringContaining("closedDate") });
    const purchases = await sales("CLTV", { ...shop(mixed(30, 20)), options: "method=survival" });
    expect(purchases).toMatchObject({ code: "#VALUE!", message: expect.stringContaining("startDate") });
  });
});

/** A thousand subscribers at 1 a year since 2010, as many of them left as the cohort says. */
function cohort(alive: readonly number[], asOf: string): Record<string, unknown> {
  const ends: string[] = [];
  alive.slice(1).forEach((after, year) => {
    const gone = (alive[year] ?? 0) - after;
    for (let i = 0; i < gone; i++) ends.push(`${2011 + year}-01-01`);
  });
  const size = alive[0] ?? 0;
  return {
    customer: column(Array.from({ length: size }, (_, i) => `C${i}`)),
    startDate: column(Array.from({ length: size }, () => "2010-01-01")),
    endDate: column(Array.from({ length: size }, (_, i) => ends[i] ?? "")),
    mrr: column(Array.from({ length: size }, () => 1 / 12)),
    asOf,
  };
}

describe("CLTV method=survival", () => {
  const regular = [1000, 631, 468, 382, 326, 289, 262, 241];
  const args = cohort(regular, "2017-06-30");
  const yearly = "method=survival; per=year";
  const later = (rate: number): number =>
    regular.reduce((sum, alive, t) => sum + alive / 1000 / (1 + rate) ** t, 0);

  test.each([
    ["sBG, 10 % a year, for ever: R§14", { discountRate: 0.1, options: yearly }, 3.69491, 5],
    ["sBG, ten years: R§14", { options: `${yearly}; capYears=10` }, 4.038891, 5],
    [
      "at the end of each year: one payment less",
      { discountRate: 0.1, options: `${yearly}; timing=end` },
      2.69491,
      5,
    ],
    ["half of it by margin", { margin: 0.5, options: `${yearly}; capYears=10` }, 4.038891 / 2, 5],
    [
      "Kaplan–Meier: the sum of the cohort's own shares",
      { options: `${yearly}; curve=kaplan-meier` },
      later(0),
      9,
    ],
    [
      "Kaplan–Meier, 10 % a year",
      { discountRate: 0.1, options: `${yearly}; curve=kaplan-meier` },
      later(0.1),
      9,
    ],
    [
      "Kaplan–Meier, three years: 1 + 0.631 + 0.468",
      { options: `${yearly}; curve=kaplan-meier; capYears=3` },
      2.099,
      9,
    ],
    [
      "Kaplan–Meier at the end of each year: without the first payment",
      { options: `${yearly}; curve=kaplan-meier; timing=end` },
      later(0) - 1,
      9,
    ],
  ])("%s", async (_, more, expected, digits) => {
    expect(await sales("CLTV", { ...args, ...more })).toBeCloseTo(expected, digits);
  });

  test("what it rests on: parameters, renewals seen", async () => {
    const notes = await notesOf("CLTV", { ...args, options: `${yearly}; capYears=10` });
    expect(notes).toContain(
      "sBG α 0.7041, β 1.182: 4.0 payments expected of a new customer; renewals seen: 7.",
    );
  });

  test("where the loyal ones stay for ever (α ≤ 1), a discount rate or a cap is needed", async () => {
    const value = await sales("CLTV", { ...args, options: yearly });
    expect(value).toMatchObject({ code: "#N/A", message: expect.stringContaining("capYears") });
  });

  test("one constant rate for all is the formula: 1 ÷ 0.1", async () => {
    const constant = cohort([1000, 900, 810, 729], "2013-06-30");
    expect(await sales("CLTV", { ...constant, options: yearly })).toBeCloseTo(10, 5);
    expect(
      await sales("CLTV", { ...constant, discountRate: 0.1, options: `${yearly}; timing=end` }),
    ).toBeCloseTo(0.9 / 0.2, 5);
  });

  test("nobody left yet: no end; with a cap all of it", async () => {
    const loyal = cohort([10, 10, 10, 10], "2013-06-30");
    expect(await sales("CLTV", { ...loyal, options: yearly })).toMatchObject({ code: "#DIV/0!" });
    expect(await sales("CLTV", { ...loyal, options: `${yearly}; capYears=5` })).toBeCloseTo(5, 6);
  });

  test("fewer than two renewals seen are too few", async () => {
    const young = cohort([1000, 631], "2011-06-30");
    expect(await sales("CLTV", { ...young, options: yearly })).toMatchObject({ code: "#N/A" });
  });

  const { Customer: customer, Start: startDate, End: endDate, MRR: mrr } = tables.Subscriptions ?? {};
  const subscriptions = { customer, startDate, endDate, mrr };

  test("R§3 by hand: of C1–C4 and C6 at the first renewal C6 leaves, of C1–C4 at the eighth C4", async () => {
    // shares 1, then 0.8 for seven months, 0.6: 7.2 payments of 86
    const options = "method=survival; curve=kaplan-meier";
    expect(await sales("CLTV", { ...subscriptions, asOf: "2025-02-28", options })).toBeCloseTo(7.2 * 86, 9);
    // a day earlier C4 was still there: shares 0.8 from the first renewal to the seventh, 340 ÷ 4 a month
    expect(await sales("CLTV", { ...subscriptions, asOf: "2025-01-31", options })).toBeCloseTo(6.6 * 85, 9);
  });

  test("method=historic is what the subscriptions brought: R§3, months by hand", async () => {
    const historic = { ...subscriptions, options: "method=historic" };
    // June to January: 8 × (100 + 100 + 80 + 60), and C6's November
    expect(await sales("CLTV", { ...historic, asOf: "2025-01-31" })).toBeCloseTo((8 * 340 + 40) / 5, 9);
    expect(await sales("CLTV", { ...historic, from: "2025-02-01", to: "2025-02-28" })).toBeCloseTo(86, 9);
    // half of February
    expect(await sales("CLTV", { ...historic, from: "2025-02-01", to: "2025-02-14" })).toBeCloseTo(43, 9);
    expect(
      await sales("CLTV", { ...historic, from: "2025-02-01", to: "2025-02-14", margin: 0.5 }),
    ).toBeCloseTo(21.5, 9);
    expect(await sales("CLTV", { ...historic, asOf: "2024-05-31" })).toMatchObject({ code: "#DIV/0!" });
  });
});

test("a stay that ends within a term counts as one that ends with it", async () => {
  const leaving = (end: number): Promise<unknown> =>
    sales("CLTV", {
      customer: column(["A", "B", "C"]),
      startDate: column(["2024-01-31", "2024-01-31", "2024-01-31"]),
      endDate: column([isoDate(end), "", ""]),
      mrr: column([10, 10, 10]),
      asOf: "2024-06-30",
      options: "method=survival; curve=kaplan-meier",
    });
  // to the last day of March: two months, left at the second renewal; by hand 1 + 1 + ⅔ · 4 payments up to June's
  const expected = 10 * (2 + (2 / 3) * 4);
  expect(await leaving(serialOf(2024, 3, 31))).toBeCloseTo(expected, 9);
  expect(await leaving(serialOf(2024, 3, 10))).toBeCloseTo(expected, 9);
  expect(await leaving(serialOf(2024, 4, 1))).toBeCloseTo(expected + 10 / 3, 9);
});
