import { readFileSync } from "node:fs";
import { buyersUntil, type Buyers } from "../../../src/core/records/purchase-histories";
import { readRecords } from "../../../src/core/records/read-records";
import { fitBgNbd } from "../../../src/core/statistics/bg-nbd";
import { fitGammaGamma } from "../../../src/core/statistics/gamma-gamma";
import { serialOf } from "../../../src/core/time/serial";
import { column } from "../../support/custom-functions";
import { describeWithData, expectedValues } from "../../support/shared-data";

type Line = readonly [customer: unknown, date: unknown, amount: unknown];

function read(lines: readonly Line[], day: number): Buyers {
  const at = (place: 0 | 1 | 2): unknown[][] => column(lines.map((line) => line[place]));
  const deals = readRecords("deal", { customer: at(0), closedDate: at(1), amount: at(2) });
  return buyersUntil(deals, day);
}

const end = serialOf(2015, 2, 7);
const lines: readonly Line[] = [
  [1, "2015-01-01", 1],
  [1, "2015-02-06", 2],
  [2, "2015-01-01", 2],
  [3, "2015-01-01", 3],
  [3, "2015-01-02", 1],
  [3, "2015-01-05", 5],
  [4, "2015-01-16", 6],
  [4, "2015-02-02", 3],
  [4, "2015-02-05", 3],
  [5, "2015-01-16", 3],
  [5, "2015-01-17", 1],
  [5, "2015-01-18", 8],
  [6, "2015-02-02", 5],
];
/** R§9 by days: frequency, recency, T, monetary value. */
const summary = [
  [1, 36, 37, 2],
  [0, 0, 37, 0],
  [2, 4, 37, 3],
  [2, 20, 22, 3],
  [2, 2, 22, 4.5],
  [0, 0, 5, 0],
];

const inDays = ({ buyers }: Buyers): number[][] =>
  buyers.map(({ x, recency, age, mean }) => [x, Math.round(7 * recency), Math.round(7 * age), mean]);

test("x, t_x, T and m (R§9, lifetimes' example), in any order of rows", () => {
  expect(inDays(read(lines, end))).toEqual(summary);
  const { usualGap, first } = read([...lines].reverse(), end);
  expect(first).toBe(serialOf(2015, 1, 1));
  // gaps 36, 1, 3, 17, 3, 1, 1: the middle one
  expect(usualGap).toBe(3);
});

test("two purchases on one day are one of their sum (R§9, pymc-marketing: 3 + 6 = 9)", () => {
  expect(inDays(read([...lines, [4, "2015-02-05 16:30", 6]], end))[3]).toEqual([2, 20, 22, 6]);
});

test("what comes after the day is not seen; credit notes and rows without an amount are no purchase", () => {
  const rest: readonly Line[] = [
    [2, "2015-02-08", 4],
    [6, "2015-02-04", -5],
    [6, "2015-02-05", ""],
    ["", "2015-02-05", 1],
  ];
  expect(inDays(read([...lines, ...rest], end))).toEqual(summary);
});

describeWithData("CDNOW", () => {
  const rows = (): Line[] =>
    readFileSync(`${__dirname}/../../../../shared/data/cdnow/CDNOW_sample.txt`, "utf8")
      .trim()
      .split(/\r?\n/)
      .map((line) => line.trim().split(/\s+/))
      .map(([, customer, date, , amount]) => [customer, Number(date), Number(amount)]);

  test("39 weeks: the summary, and both models fitted to it", () => {
    const expected = expectedValues("cdnow_sample");
    const lines = rows();
    const { buyers } = read(lines, serialOf(1997, 9, 30));
    const { customers, x_sum, x_zero, T_max, tx_mean, m_mean_repeaters } = expected.calibration_summary
      ?.value as Record<string, number>;
    const sum = (of: (buyer: (typeof buyers)[number]) => number): number =>
      buyers.reduce((total, buyer) => total + of(buyer), 0);
    expect(buyers.length).toBe(customers);
    expect(sum(({ x }) => x)).toBe(x_sum);
    expect(buyers.filter(({ x }) => x === 0).length).toBe(x_zero);
    expect(Math.max(...buyers.map(({ age }) => age))).toBeCloseTo(T_max ?? NaN, 9);
    expect(sum(({ recency }) => recency) / buyers.length).toBeCloseTo(tx_mean ?? NaN, 9);
    const repeaters = buyers.filter(({ x }) => x > 0);
    expect(sum(({ mean }) => mean) / repeaters.length).toBeCloseTo(m_mean_repeaters ?? NaN, 9);

    const buying = fitBgNbd(buyers.map((buyer) => ({ ...buyer, customers: 1 })));
    const { r, alpha, a, b } = expected.bgnbd_params?.value as Record<string, number>;
    expect(buying.logLikelihood).toBeCloseTo(expected.bgnbd_loglik?.value as number, 4);
    expect(buying.r / (r ?? NaN)).toBeCloseTo(1, 4);
    expect(buying.alpha / (alpha ?? NaN)).toBeCloseTo(1, 4);
    expect(buying.a / (a ?? NaN)).toBeCloseTo(1, 4);
    expect(buying.b / (b ?? NaN)).toBeCloseTo(1, 4);

    const spending = fitGammaGamma(repeaters.filter(({ mean }) => mean > 0));
    const { p, q, v } = expected.gg_params?.value as Record<string, number>;
    expect(spending.converged).toBe(true);
    expect(spending.logLikelihood).toBeCloseTo(expected.gg_loglik?.value as number, 4);
    expect(spending.p / (p ?? NaN)).toBeCloseTo(1, 4);
    expect(spending.q / (q ?? NaN)).toBeCloseTo(1, 4);
    expect(spending.gamma / (v ?? NaN)).toBeCloseTo(1, 4);
    // the note's 6.25, 3.74, 15.44
    expect([spending.p, spending.q, spending.gamma].map((value) => Number(value.toFixed(2)))).toEqual([
      6.25, 3.74, 15.44,
    ]);
  });
});
