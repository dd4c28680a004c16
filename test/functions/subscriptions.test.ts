import { column, isError, sales } from "../support/custom-functions";
import { behindOf } from "../support/explain";
import { csvColumns, describeWithData, expectedValues } from "../support/shared-data";
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

describe("purchases: active is who bought in the window", () => {
  const shop = {
    customer: column(["A", "A", "A", "B", "C", "C"]),
    closedDate: column(["2025-01-05", "2025-02-01", "2025-03-05", "2025-01-20", "2025-01-10", "2025-04-10"]),
  };

  test("by hand: with 45 days, B and C are silent at the end of the quarter", async () => {
    // end of January: A, B, C bought since 18 December; end of March: A on 5 March, B and C not since 15 February
    const quarter = { from: "2025-02-01", to: "2025-03-31" };
    expect(await sales("CHURN", { ...shop, ...quarter, options: "window=45" })).toBeCloseTo(2 / 3, 12);
    expect(await sales("RETENTION", { ...shop, ...quarter, options: "window=45" })).toBeCloseTo(1 / 3, 12);
  });

  test("the last day of the window still counts", async () => {
    const one = { customer: column(["A"]), closedDate: column(["2025-01-31"]), from: "2025-02-01" };
    expect(await sales("CHURN", { ...one, to: "2025-03-01", options: "window=30" })).toBe(0);
    expect(await sales("CHURN", { ...one, to: "2025-03-02", options: "window=30" })).toBe(1);
  });

  test("the usual window is the 90 % quantile of the gaps, at least 30, and is told", async () => {
    // gaps 27, 32, 90: R-7 quantile at 0.9 = 32 + 0.8 × 58 = 78.4
    const table = (await sales("EXPLAIN", {
      metric: "CHURN",
      columns: [shop.customer, null, null, null, shop.closedDate, "period=2025-Q2"],
    })) as unknown[][];
    expect(table).toContainEqual(["Note", expect.stringContaining("79 days")]);
    // at the end of March A and C? C's last purchase was 80 days before 31 March, B's 70: A and B are active
    expect(table).toContainEqual(["Denominator", 2]);
  });

  test("one purchase each: the window cannot be told", async () => {
    const value = await sales("CHURN", {
      customer: column(["A", "B"]),
      closedDate: column(["2025-01-05", "2025-01-06"]),
      options: "period=2025",
    });
    expect(value).toMatchObject({ code: "#N/A", message: expect.stringContaining("window") });
  });

  test("lost deals, credit notes and cancelled orders are no purchases", async () => {
    const value = await sales("CHURN", {
      ...shop,
      status: column(["won", "won", "lost", "won", "won", "won"]),
      from: "2025-02-01",
      to: "2025-03-31",
      options: "window=45",
    });
    expect(value).toBe(1);
  });

  test("each purchase keeps its owner: churn by owner", async () => {
    const table = await sales("BY", {
      metric: "CHURN",
      group: "owner",
      columns: [
        shop.customer,
        null,
        null,
        null,
        shop.closedDate,
        null,
        null,
        null,
        null,
        column(["Ana", "Ana", "Dan", "Dan", "Dan", "Dan"]),
        "period=2025-02-01..2025-03-31; window=45",
      ],
    });
    // Ana's A bought from her on 1 February only within reach of the start, and from Dan since
    expect(table).toEqual([
      ["owner", "Customer churn rate"],
      ["Ana", 1],
      ["Dan", 1],
    ]);
  });

  test("by month it ends with the last purchase", async () => {
    const table = (await sales("BY", {
      metric: "CHURN",
      group: "month",
      columns: [shop.customer, null, null, null, shop.closedDate, "window=45"],
    })) as unknown[][];
    expect(table.map(([month]) => month)).toEqual(["Period", "2025-01", "2025-02", "2025-03", "2025-04"]);
    expect(table[1]?.[1]).toBe("—");
  });
});

describeWithData("MRR playbook", () => {
  const columns = csvColumns("mrr_playbook/subscription_periods.csv");
  const expected = expectedValues("mrr_playbook");
  type Month = {
    end_mrr: number;
    n_start: number;
    n_end: number;
    n_new: number;
    n_churn: number;
    logo_churn_rate: number | null;
  };
  const months = Object.entries((expected.mrr_movements_by_month?.value ?? {}) as Record<string, Month>);
  const by = async (metric: string, ...args: unknown[]): Promise<Map<unknown, unknown>> => {
    const table = (await sales("BY", { metric, group: "month", columns: args })) as [unknown, unknown][];
    return new Map(table);
  };
  const { customer_id, start_date, end_date, monthly_amount } = columns;

  test("MRR by month", async () => {
    const table = await by("MRR", customer_id, start_date, end_date, monthly_amount);
    for (const [month, { end_mrr }] of months) expect([month, table.get(month)]).toEqual([month, end_mrr]);
  });

  test("churn and retention by month", async () => {
    const churned = await by("CHURN", customer_id, start_date, end_date);
    const kept = await by("RETENTION", customer_id, start_date, end_date);
    for (const [month, { logo_churn_rate }] of months) {
      if (logo_churn_rate === null) expect(churned.get(month)).toBe("—");
      else {
        expect(churned.get(month)).toBeCloseTo(logo_churn_rate, 12);
        expect(kept.get(month)).toBeCloseTo(1 - logo_churn_rate, 12);
      }
    }
  });

  test("average monthly churn: the mean of the months' rates, and of all customers at risk", async () => {
    const churned = await by("CHURN", customer_id, start_date, end_date);
    const rates = months.map(([month]) => churned.get(month)).filter((rate) => typeof rate === "number");
    expect(rates.reduce((sum, rate) => sum + rate, 0) / rates.length).toBeCloseTo(
      expected.avg_monthly_logo_churn_unweighted?.value as number,
      12,
    );
    let [lost, atRisk] = [0, 0];
    for (const [month] of months.slice(1)) {
      const rows = await behindOf("CHURN", {
        customer: customer_id,
        startDate: start_date,
        endDate: end_date,
        options: `period=${month}`,
      });
      lost += rows.get("Numerator") as number;
      atRisk += rows.get("Denominator") as number;
    }
    expect(lost / atRisk).toBeCloseTo(expected.avg_monthly_logo_churn?.value as number, 12);
  });

  test("annual recurring revenue of December: twelve times its MRR", async () => {
    const mrr = await sales("MRR", {
      customer: customer_id,
      startDate: start_date,
      endDate: end_date,
      mrr: monthly_amount,
      options: "period=2019-12",
    });
    expect(12 * Number(mrr)).toBe(expected.arr_last_month?.value);
  });

  test("new customers by month, and all of them", async () => {
    const table = await by("NEWCUSTOMERS", customer_id, ...Array<null>(8).fill(null), start_date);
    for (const [month, { n_new }] of months) expect([month, table.get(month) ?? 0]).toEqual([month, n_new]);
    expect(await sales("NEWCUSTOMERS", { customer: customer_id, startDate: start_date })).toBe(
      expected.customers?.value,
    );
  });
});

describeWithData("Telco: customers without dates, marked as gone or not", () => {
  const columns = csvColumns("telco_churn/Telco-Customer-Churn.csv");
  const expected = expectedValues("telco_churn");
  const { customerID: who, Churn: gone } = columns;

  test("churn rate and retention", async () => {
    expect(await sales("CHURN", { customer: who, status: gone })).toBeCloseTo(
      expected.customer_churn_rate?.value as number,
      12,
    );
    expect(await sales("RETENTION", { customer: who, status: gone })).toBeCloseTo(
      expected.retention_rate?.value as number,
      12,
    );
  });

  test("MRR of all, and of those who stayed", async () => {
    const { MonthlyCharges: charges } = columns;
    expect(await sales("MRR", { customer: who, mrr: charges })).toBeCloseTo(
      expected.mrr_start?.value as number,
      2,
    );
    const staying = await sales("MRR", { customer: who, mrr: charges, status: gone });
    expect(staying).toBeCloseTo(expected.mrr_end?.value as number, 2);
    const table = (await sales("BY", {
      metric: "MRR",
      group: columns.Contract,
      columns: [who, null, null, charges],
    })) as [string, number][];
    const groups = expected.churn_by_Contract?.value as Record<string, { mrr: number }>;
    for (const [group, { mrr: amount }] of Object.entries(groups))
      expect(new Map(table).get(group)).toBeCloseTo(amount, 2);
  });

  test.each(["Contract", "PaymentMethod", "InternetService", "gender", "SeniorCitizen", "PaperlessBilling"])(
    "by %s",
    async (name) => {
      const table = (await sales("BY", {
        metric: "CHURN",
        group: columns[name],
        columns: [who, null, null, null, null, gone],
      })) as [unknown, unknown][];
      const rates = new Map(table.slice(1).map(([group, rate]) => [String(group), rate]));
      const groups = Object.entries(
        expected[`churn_by_${name}`]?.value as Record<string, { churn_rate: number }>,
      );
      expect(rates.size).toBe(groups.length);
      for (const [group, { churn_rate }] of groups) expect(rates.get(group)).toBeCloseTo(churn_rate, 12);
    },
  );
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
