import { periodLabel, periodsBetween } from "../../src/core/time/periods";
import { serialOf } from "../../src/core/time/serial";
import { column, isError, sales } from "../support/custom-functions";
import { behind } from "../support/explain";
import { csvColumns, describeWithData, expectedValues } from "../support/shared-data";

// Monthly amounts as a grid of customers × months. R§3: C5 never paid before February, C6 paid in November.
const months = ["2024-11", "2024-12", "2025-01", "2025-02"];
const grid = [
  ["C1", 100, 100, 100, 100],
  ["C2", 100, 100, 100, 150],
  ["C3", 80, 80, 80, 50],
  ["C4", 60, 60, 60, 0],
  ["C5", "", "", "-", 90],
  ["C6", 40, "", 0, "40 €"],
];
const customer = column(grid.map(([name]) => name));
const mrr = grid.map(([, ...amounts]) => amounts);
const february = { from: "2025-02-01", to: "2025-02-28" };

const shapes: readonly [string, Record<string, unknown>][] = [
  [
    "months in the grid's first row, as the customers' header stands in theirs",
    {
      customer: [["Customer"], ...customer],
      mrr: [months, ...mrr],
    },
  ],
  ["months in the first row, customers without their header", { customer, mrr: [months, ...mrr] }],
  ["months as startDate, in a row", { customer, mrr, startDate: [months] }],
  [
    "customers across, months down as startDate",
    {
      customer: [grid.map(([name]) => name)],
      mrr: months.map((_, at) => mrr.map((row) => row[at])),
      startDate: column(months),
    },
  ],
  [
    "months in any order, as dates",
    {
      customer,
      mrr: [
        [serialOf(2025, 2, 28), serialOf(2024, 11, 30), serialOf(2025, 1, 31), serialOf(2024, 12, 31)],
        ...mrr.map(([november, december, january, last]) => [last, november, january, december]),
      ],
    },
  ],
  [
    "with blank columns and rows behind, and a row of totals",
    {
      customer: column(["Customer", ...grid.map(([name]) => name), "Total", "", ""]),
      mrr: [
        [...months, ""],
        ...mrr.map((row) => [...row, ""]),
        [380, 340, 340, 430, ""],
        ["", "", "", "", ""],
        [],
      ],
    },
  ],
];

describe.each(shapes)("%s", (_, args) => {
  const cases: readonly [string, Record<string, unknown>, number, string][] = [
    ["MRR", {}, 430, "R§3 end: the last month goes on"],
    ["MRR", { asOf: "2025-01-31" }, 340, "R§3 start"],
    ["MRR", { asOf: "2024-11-15" }, 380, "C6 too"],
    ["CHURN", february, 0.25, "R§3 lost ÷ start"],
    ["CHURN", { ...february, options: "denominator=start+new" }, 0.2, "R§3 Stripe style"],
    ["RETENTION", { ...february, options: "method=textbook" }, 1, "five at the end, C5 new, of four"],
    ["CLTV", { asOf: "2025-02-28", options: "churn=same-period" }, 344, "R§3"],
    ["NEWCUSTOMERS", february, 1, "R§3: C5; C6 came back"],
  ];
  test.each(cases.map(([id, more, expected, origin]) => ({ id, more, expected, origin })))(
    "$id = $expected ($origin)",
    async ({ id, more, expected }) => {
      expect(await sales(id, { ...args, ...more })).toBeCloseTo(expected, 9);
    },
  );
});

test("other columns go with their customer: by owner, by month", async () => {
  const owner = column(["Ana", "Ana", "Dan", "Dan", "Ana", "Dan"]);
  const table = await sales("BY", { metric: "MRR", group: owner, columns: [customer, [months], null, mrr] });
  expect(table).toEqual([
    ["Group", expect.any(String)],
    ["Ana", 340],
    ["Dan", 90],
  ]);
  const byMonth = (await sales("BY", {
    metric: "MRR",
    group: "month",
    columns: [customer, [months], null, mrr],
  })) as unknown[][];
  expect(byMonth.slice(1)).toEqual([
    ["2024-11", 380],
    ["2024-12", 340],
    ["2025-01", 340],
    ["2025-02", 430],
  ]);
});

test("a text that is no amount is left out and counted, and so is the row of totals", async () => {
  const rows = [
    ["2025-01", "2025-02"],
    [10, 10],
    [20, "unknown"],
    [30, 10],
  ];
  const table = await behind("MRR", [column(["", "A", "B", "Total"]), null, null, rows]);
  expect(table.get("Value")).toBe(10);
  expect(table.get("Left out: mrr can't be read")).toBe(1);
  expect(table.get("Left out: row of totals below the data")).toBe(1);
});

test("quarters: an amount holds until the next column", async () => {
  const args = {
    customer: column(["A"]),
    mrr: [
      ["2025-Q1", "2025-Q2"],
      [10, 20],
    ],
  };
  expect(await sales("MRR", { ...args, asOf: "2025-03-15" })).toBe(10);
  expect(await sales("MRR", { ...args, asOf: "2025-05-15" })).toBe(20);
});

test.each<[string, Record<string, unknown>, RegExp]>([
  ["no months", { customer, mrr }, /mrr.*no month.*startDate/],
  [
    "a column of totals",
    { customer, mrr: [[...months, "Total"], ...mrr.map((row) => [...row, 1])] },
    /“Total”/,
  ],
  ["too few months", { customer, mrr, startDate: [months.slice(1)] }, /no month/],
  [
    "fewer customers than rows",
    { customer: customer.slice(2), mrr, startDate: [months] },
    /customer has 4.*mrr has 6/,
  ],
  ["ends beside it", { customer, mrr, endDate: customer }, /mrr has to be one column/],
])("%s: #VALUE! says what to do", async (_, args, message) => {
  const value = await sales("MRR", args);
  expect(isError(value)).toBe(true);
  expect(value).toMatchObject({ code: "#VALUE!", message: expect.stringMatching(message) });
});

describeWithData("MRR playbook as a grid", () => {
  const { customer_id, start_date, end_date, monthly_amount } = csvColumns(
    "mrr_playbook/subscription_periods.csv",
  );
  const at = (cells: unknown[][] | undefined, row: number): unknown => cells?.[row]?.[0];
  const rows = [...(customer_id ?? []).keys()].map((row) => ({
    name: String(at(customer_id, row)),
    start: Number(at(start_date, row)),
    end: Number(at(end_date, row)),
    amount: Number(at(monthly_amount, row)),
  }));
  const all = periodsBetween(serialOf(2017, 9, 1), serialOf(2019, 12, 1), "month");
  const names = [...new Set(rows.map(({ name }) => name))];
  const cells = names.map((name) =>
    all.map(({ start }) =>
      rows
        .filter((row) => row.name === name && row.start <= start && start < row.end)
        .reduce((sum, { amount }) => sum + amount, 0),
    ),
  );
  type Month = { end_mrr: number; n_new: number; logo_churn_rate: number | null };
  const expected = Object.entries(
    (expectedValues("mrr_playbook").mrr_movements_by_month?.value ?? {}) as Record<string, Month>,
  ).filter(([month]) => month <= "2019-12");
  const by = async (metric: string, ...columns: unknown[]): Promise<Map<unknown, unknown>> =>
    new Map(
      (await sales("BY", {
        metric,
        group: "month",
        columns: [...columns, "period=2017-09-01..2019-12-31"],
      })) as [unknown, unknown][],
    );

  test("MRR, churn and new customers of every month", async () => {
    expect(expected.length).toBe(all.length);
    const heads = [all.map(({ start }) => periodLabel(start, "month"))];
    const money = await by("MRR", column(names), heads, null, cells);
    const churn = await by("CHURN", column(names), heads, null, cells);
    const won = await by("NEWCUSTOMERS", column(names), ...Array<null>(8).fill(null), heads, cells);
    for (const [month, { end_mrr, n_new, logo_churn_rate }] of expected) {
      expect([month, money.get(month)]).toEqual([month, end_mrr]);
      expect([month, won.get(month)]).toEqual([month, n_new]);
      if (logo_churn_rate === null) expect(churn.get(month)).toBe("—");
      else expect(churn.get(month)).toBeCloseTo(logo_churn_rate, 12);
    }
  });
});
