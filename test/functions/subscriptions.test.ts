import { column, isError, sales } from "../support/custom-functions";
import { tables } from "../support/tables";

// R§3: January → February, C1 100→100, C2 100→150, C3 80→50, C4 60→0, C5 0→90 (new), C6 0→40 (paid in November)
const { Customer: customer, Start: startDate, End: endDate, MRR: mrr } = tables.Subscriptions ?? {};
const lives = { customer, startDate, endDate };
const january = { from: "2025-01-01", to: "2025-01-31" };
const february = { from: "2025-02-01", to: "2025-02-28" };

/** Function, arguments, expected value, and where it comes from. */
const cases: readonly [string, Record<string, unknown>, number, string][] = [
  ["MRR", { ...lives, mrr, ...january }, 340, "R§3 start"],
  ["MRR", { ...lives, mrr, ...february }, 430, "R§3 end"],
  ["MRR", { ...lives, mrr, asOf: "2025-01-31" }, 340, "R§3"],
  ["MRR", { ...lives, mrr }, 430, "R§3: those without an end"],
  ["CHURN", { ...lives, ...february }, 0.25, "R§3 lost ÷ start"],
  ["CHURN", { ...lives, mrr, ...february }, 0.25, "R§3"],
  ["CHURN", { ...lives, ...february, options: "denominator=start + new" }, 0.2, "R§3 Stripe style"],
  ["CHURN", { ...lives, ...february, options: "denominator=average" }, 1 / 4.5, "by hand: (4 + 5) ÷ 2"],
  ["CHURN", { ...lives, options: "period=2025-02; annualise=yes" }, 1 - 0.75 ** 12, "1 − (1 − c)^(12/1)"],
  ["CHURN", { ...lives, options: "period=2024-Q4; annualise=yes" }, 0, "by hand: none of three left"],
  ["CHURN", { ...lives, asOf: "2025-03-10" }, 0.25, "by hand: the last complete month is February"],
  [
    "CHURN",
    { ...lives, options: "per=quarter" },
    0,
    "by hand: nobody of C1 to C4 left from November to January",
  ],
  ["CHURN", { ...lives, options: "per=rolling30" }, 0.25, "by hand: C4 left in the 30 days to 1 February"],
  ["RETENTION", { ...lives }, 1, "by hand: January, the last complete month before the last start"],
  ["CHURN", { ...lives, ...february, options: "per=month" }, 0.25, "the last month of the period"],
  ["CHURN", { ...lives, options: "period=2025; per=year" }, 0.25, "by hand: C4 of four at the start of 2025"],
  ["CHURN", { ...lives, options: "period=2025-Q1; per=quarter" }, 0.25, "by hand"],
  // the 30 days to 2 March are 1 February to 2 March; to 28 February they begin on 30 January
  [
    "CHURN",
    { ...lives, ...february, options: "per=rolling 30 days" },
    0.25,
    "by hand: C1 to C4 on 29 January",
  ],
  ["RETENTION", { ...lives, ...february }, 0.75, "R§3: 1 − 0.25"],
  ["RETENTION", { ...lives, ...february, options: "denominator=start+new" }, 0.8, "R§3: 1 − 0.20"],
  ["RETENTION", { ...lives, options: "period=2025-02; annualise=yes" }, 0.75 ** 12, "by the same formula"],
  // five at the end, one of them new (C5); C6 came back and counts
  ["RETENTION", { ...lives, ...february, options: "method=textbook" }, 4 / 4, "by hand"],
  ["NEWCUSTOMERS", { customer, startDate, mrr, ...february }, 1, "R§3: C5; C6 came back"],
];

test.each(cases.map(([id, args, expected, origin]) => ({ id, args, expected, origin })))(
  "$id = $expected ($origin)",
  async ({ id, args, expected }) => {
    expect(await sales(id, args)).toBeCloseTo(expected, 9);
  },
);

describe("lifetime value, discounted", () => {
  const one = {
    customer: column(["A"]),
    startDate: column(["2024-11-01"]),
    mrr: column([1]),
    asOf: "2025-02-28",
  };
  const discounted = "method=discounted; churn=same-period";
  const given: readonly [string, Record<string, unknown>, number][] = [
    ["R§14: 1 ÷ (1 − 0.631)", { ...one, retention: 0.631, discountRate: 0, options: discounted }, 2.710027],
    [
      "R§14: 1.1 ÷ (1.1 − 0.631)",
      { ...one, retention: 0.631, discountRate: 0.1, options: discounted },
      2.345416,
    ],
    ["the same by churn", { ...one, churnRate: 0.369, discountRate: 0.1, options: discounted }, 2.345416],
    [
      "at the end of each period: r ÷ (1 + d − r)",
      { ...one, retention: 0.631, discountRate: 0.1, options: `${discounted}; timing=end` },
      0.631 / 0.469,
    ],
    [
      "half of it by margin",
      { ...one, retention: 0.631, discountRate: 0.1, margin: 0.5, options: discounted },
      1.172708,
    ],
    [
      "one who never leaves, discounted: 1.1 ÷ 0.1",
      { ...one, retention: 1, discountRate: 0.1, options: discounted },
      11,
    ],
    [
      "cap of a year: Σ of twelve months by hand",
      { ...one, retention: 0.9, discountRate: 0, options: `${discounted}; capYears=1` },
      (1 - 0.9 ** 12) / 0.1,
    ],
    ["formula by retention: 1 ÷ 0.05", { ...one, retention: 0.95 }, 20],
    [
      "observed, R§3: 86 × 1.01 ÷ (1.01 − 0.75)",
      { ...lives, mrr, asOf: "2025-02-28", discountRate: 0.01, options: discounted },
      (86 * 1.01) / 0.26,
    ],
    [
      "R§3 by quarters: three months' 86 over the quarter's churn (1 of 4)",
      { ...lives, mrr, asOf: "2025-02-28", options: "churn=same-period; per=quarter" },
      (3 * 86) / 0.25,
    ],
  ];
  test.each(given)("%s", async (_, args, expected) => {
    expect(await sales("CLTV", args)).toBeCloseTo(expected, 6);
  });

  test("an amount per recurring period does as well; who pauses at 0 is no customer meanwhile", async () => {
    const value = await sales("CLTV", {
      customer: column(["A", "B"]),
      startDate: column(["2024-11-01", "2024-11-01"]),
      amount: column([1200, 0]),
      recurringPeriod: column(["year", "month"]),
      asOf: "2025-02-28",
      churnRate: 0.05,
    });
    expect(value).toBeCloseTo(2000, 9);
  });

  test("without a rate, or for ever without discount, there is none", async () => {
    const value = await sales("CLTV", { ...one, retention: 0.9, options: discounted });
    expect(value).toMatchObject({ code: "#VALUE!", message: expect.stringContaining("discountRate") });
    const endless = { ...one, retention: 1, discountRate: 0, options: discounted };
    expect(await sales("CLTV", endless)).toMatchObject({ code: "#DIV/0!" });
    expect(await sales("CLTV", { ...one, options: "method=unknown" })).toMatchObject({ code: "#VALUE!" });
  });
});

describe("what a customer costs and brings", () => {
  test("LTV : CAC of subscriptions: R§3's 344 ÷ (172 ÷ 1 new)", async () => {
    const args = { ...lives, mrr, cost: 172, ...february, options: "churn=same-period" };
    expect(await sales("LTVCAC", args)).toBeCloseTo(2, 9);
    expect(await sales("LTVCAC", { ...args, margin: 0.5 })).toBeCloseTo(1, 9);
    expect(await sales("LTVCAC", { ...args, cost: 0 })).toMatchObject({ code: "#DIV/0!" });
  });

  test("payback of subscriptions by hand: 180 ÷ C5's 90 a month", async () => {
    const args = { ...lives, mrr, cost: 180, ...february };
    expect(await sales("CACPAYBACK", args)).toBeCloseTo(2, 9);
    expect(await sales("CACPAYBACK", { ...args, margin: 0.8 })).toBeCloseTo(2.5, 9);
    expect(await sales("CACPAYBACK", { ...args, monthlyRevenue: 60 })).toBeCloseTo(3, 9);
  });
});

test("an annualised rate carries the month's Wilson interval, raised to the same power", async () => {
  const [, [lower, upper]] = (await sales("RATEINTERVAL", { k: 3, n: 4 })) as [unknown, [number, number]];
  const explained = async (metric: string): Promise<Map<string, number>> =>
    new Map(
      (await sales("EXPLAIN", {
        metric,
        columns: [customer, startDate, endDate, "period=2025-02; annualise=yes"],
      })) as [string, number][],
    );
  const kept = await explained("RETENTION");
  expect(kept.get("Lower bound")).toBeCloseTo(lower ** 12, 12);
  expect(kept.get("Upper bound")).toBeCloseTo(upper ** 12, 12);
  const gone = await explained("CHURN");
  expect(gone.get("Lower bound")).toBeCloseTo(1 - upper ** 12, 12);
  expect(gone.get("Upper bound")).toBeCloseTo(1 - lower ** 12, 12);
  expect(gone.get("Records used")).toBe(4);
});

describe("published one-liners (R§3)", () => {
  const people = (from: number, count: number): string[] =>
    Array.from({ length: count }, (_, i) => `P${from + i}`);

  test("(620 − 100) ÷ 600 = 86.7 % (StoreRadar)", async () => {
    const atStart = people(0, 600);
    const left = people(0, 80);
    const value = await sales("RETENTION", {
      customer: column([...atStart, ...people(1000, 100)]),
      startDate: column([...atStart.map(() => "2024-01-01"), ...people(0, 100).map(() => "2025-02-10")]),
      endDate: column([...left.map(() => "2025-02-20"), ...people(0, 620).map(() => "")]),
      ...february,
      options: "method=textbook",
    });
    expect(value).toBeCloseTo(520 / 600, 12);
  });

  test("(110 − 15) ÷ 100 = 95 %", async () => {
    const value = await sales("RETENTION", {
      customer: column(people(0, 115)),
      startDate: column([
        ...people(0, 100).map(() => "2024-01-01"),
        ...people(0, 15).map(() => "2025-02-10"),
      ]),
      endDate: column([...people(0, 5).map(() => "2025-02-20"), ...people(0, 110).map(() => "")]),
      ...february,
      options: "method=textbook",
    });
    expect(value).toBeCloseTo(0.95, 12);
  });

  test("50 subscribers at 600 a year and 100 at 100 a month are 12 500 (the Stripe glossary's data, added up)", async () => {
    const value = await sales("MRR", {
      customer: column(people(0, 150)),
      startDate: column(people(0, 150).map(() => "2024-01-01")),
      amount: column(people(0, 150).map((_, i) => (i < 100 ? 100 : 600))),
      recurringPeriod: column(people(0, 150).map((_, i) => (i < 100 ? "monthly" : "Yearly"))),
    });
    expect(value).toBeCloseTo(12500, 9);
  });
});

describe("subscriptions in awkward cases", () => {
  const ask = async (
    id: string,
    rows: readonly (readonly [string, string, string, unknown?])[],
    more: Record<string, unknown> = february,
  ): Promise<unknown> =>
    sales(id, {
      customer: column(rows.map(([name]) => name)),
      startDate: column(rows.map(([, start]) => start)),
      endDate: column(rows.map(([, , end]) => end)),
      ...(rows[0]?.length === 4 ? { mrr: column(rows.map(([, , , amount]) => amount)) } : {}),
      ...more,
    });
  const stays = ["A", "2024-01-01", ""] as const;

  test("one who leaves and returns inside the period is not lost", async () => {
    expect(await ask("CHURN", [stays, ["B", "2024-01-01", "2025-02-05"], ["B", "2025-02-20", ""]])).toBe(0);
  });

  test("one who joins and leaves inside it is in neither number, unless asked", async () => {
    const rows = [stays, ["B", "2024-01-01", "2025-02-05"], ["C", "2025-02-03", "2025-02-20"]] as const;
    expect(await ask("CHURN", rows)).toBe(0.5);
    const included = { ...february, options: "joinedAndLeft=include" };
    expect(await ask("CHURN", rows, included)).toBeCloseTo(2 / 3, 12);
    const stripe = { ...february, options: "joinedAndLeft=include; denominator=start+new" };
    expect(await ask("CHURN", rows, stripe)).toBeCloseTo(2 / 3, 12);
    expect(await ask("RETENTION", rows, stripe)).toBeCloseTo(1 / 3, 12);
  });

  test("a pause at 0 is churn, and coming back no new customer", async () => {
    const rows = [
      ["A", "2024-01-01", "", 10],
      ["B", "2024-01-01", "2025-02-01", 10],
      ["B", "2025-02-01", "2025-03-01", 0],
      ["B", "2025-03-01", "", 10],
    ] as const;
    expect(await ask("CHURN", rows)).toBe(0.5);
    const march = { from: "2025-03-01", to: "2025-03-31" };
    expect(await ask("CHURN", rows, march)).toBe(0);
    expect(await ask("MRR", rows, february)).toBe(10);
  });

  test("one of two subscriptions ending is no churn, and both count in MRR", async () => {
    const rows = [
      ["A", "2024-01-01", "", 10],
      ["A", "2024-01-01", "2025-02-10", 15],
    ] as const;
    expect(await ask("CHURN", rows)).toBe(0);
    expect(await ask("MRR", rows, { from: "2025-01-01", to: "2025-01-31" })).toBe(25);
  });

  test("nobody at the start is #DIV/0!; an end before its start is left out and counted", async () => {
    expect(await ask("CHURN", [["A", "2025-02-03", ""]])).toMatchObject({ code: "#DIV/0!" });
    // the year before the last start begins in February 2024: nobody was there
    expect(await sales("CHURN", { ...lives, options: "per=year" })).toMatchObject({ code: "#DIV/0!" });
    const table = (await sales("EXPLAIN", {
      metric: "CHURN",
      columns: [
        column(["A", "B", "C"]),
        column(["2024-01-01", "2024-06-01", ""]),
        column(["", "2024-05-01", ""]),
        "period=2025-02",
      ],
    })) as unknown[][];
    expect(table).toContainEqual(["Denominator", 1]);
    expect(table).toContainEqual(["Left out: ends before it starts", 1]);
    expect(table).toContainEqual(["Left out: startDate is blank", 1]);
  });

  test.each<[string, unknown, number]>([
    ["quarterly", 300, 100],
    ["trimestrial", 300, 100],
    ["half-yearly", 600, 100],
    ["week", 12, 52],
    ["day", 12, 365],
    ["one-off", 500, 0],
    ["12", 1200, 100],
    ["P3M", 300, 100],
    ["an", 1200, 100],
    ["lunar", 100, 100],
    ["2 years", 2400, 100],
  ])("%s %d is %d a month", async (word, paid, expected) => {
    const value = await sales("MRR", {
      customer: column(["A"]),
      startDate: column(["2024-01-01"]),
      amount: column([paid]),
      recurringPeriod: column([word]),
    });
    expect(value).toBeCloseTo(expected, 9);
  });

  test("an unknown period is left out and counted, currencies are not mixed, a missing amount is named", async () => {
    const table = (await sales("EXPLAIN", {
      metric: "MRR",
      columns: [
        column(["A", "B"]),
        column(["2024-01-01", "2024-01-01"]),
        null,
        null,
        column([10, 20]),
        column(["month", "moon"]),
      ],
    })) as unknown[][];
    expect(table[0]).toEqual(["Value", 10]);
    expect(table.some(([reason]) => /Left out: .*recurringPeriod/.test(String(reason)))).toBe(true);
    const mixed = await sales("MRR", {
      customer: column(["A", "B"]),
      startDate: column(["2024-01-01", "2024-01-01"]),
      mrr: column(["10 €", "$20"]),
    });
    expect(mixed).toMatchObject({ code: "#VALUE!" });
    const undated = await sales("MRR", { customer, mrr, asOf: "2025-02-28" });
    expect(undated).toMatchObject({ code: "#VALUE!", message: expect.stringContaining("startDate") });
    const none = await sales("MRR", { customer, startDate });
    expect(none).toMatchObject({ code: "#VALUE!", message: expect.stringContaining("recurringPeriod") });
  });

  test("without a day, all of them with an end: which day is asked for", async () => {
    const value = await ask("MRR", [["A", "2024-01-01", "2026-01-01", 10]], {});
    expect(value).toMatchObject({ code: "#VALUE!", message: expect.stringContaining("asOf") });
  });
});

test("words for who has left, and one's own", async () => {
  const rows = column(["active", "Churned", "cancelled", "reziliat", "da", "no", "paused"]);
  const who = column(["A", "B", "C", "D", "E", "F", "G"]);
  expect(await sales("CHURN", { customer: who, status: rows })).toBeCloseTo(4 / 7, 12);
  expect(await sales("CHURN", { customer: who, status: rows, options: "lost=paused" })).toBeCloseTo(
    5 / 7,
    12,
  );
  expect(isError(await sales("CHURN", { customer: who }))).toBe(true);
});
