import {
  betaRegularised,
  normalCdf,
  normalQuantile,
  studentQuantile,
} from "../../../src/core/statistics/distributions";
import { meanInterval, medianInterval, wilsonInterval } from "../../../src/core/statistics/intervals";
import { quantile, trimmedMean } from "../../../src/core/statistics/quantile";

/** R§4: Newcombe 1998 and statsmodels (R binom.confint), 95 %. */
const wilson: readonly [number, number, number, number][] = [
  [81, 263, 0.2552885199, 0.366209577],
  [15, 148, 0.0623863995, 0.1604872417],
  [0, 20, 0, 0.1611251581],
  [1, 29, 0.0061132143, 0.1717552188],
  [18, 20, 0.6989663547715128, 0.972133518786232],
  [4, 20, 0.0806576625797981, 0.4160174322518935],
  [4, 200, 0.00780442641634947, 0.05028708690582643],
  [190, 200, 0.910421851861224, 0.972617354399236],
  [1, 30, 0.00590859, 0.16670391],
  [29, 30, 0.8332961, 0.9940914],
  [0, 30, 0, 0.11351339],
  [30, 30, 0.8864866, 1],
  [23, 60, 0.2708827237, 0.5098240418],
  [3, 5, 0.2307242813, 0.8823792258],
  [1, 1, 0.2065493144, 1],
  [0, 1, 0, 0.7934506856],
];

test.each(wilson)("Wilson %d/%d (R§4)", (successes, trials, lower, upper) => {
  const interval = wilsonInterval(successes, trials);
  const digits = (value: number): number =>
    String(value).length > 12 ? 12 : String(value).length > 10 ? 9 : 6;
  expect(interval?.lower).toBeCloseTo(lower, digits(lower));
  expect(interval?.upper).toBeCloseTo(upper, digits(upper));
});

test("no interval without trials", () => {
  expect(wilsonInterval(0, 0)).toBeUndefined();
});

test("t interval of 1200, 3000, 800, 2500, 3000 (R§1: sd 1034.408043)", () => {
  const squares = 4 * 1034.408043 ** 2;
  expect(meanInterval(5, 2100, squares)?.lower).toBeCloseTo(815.612773, 4);
  expect(meanInterval(5, 2100, squares)?.upper).toBeCloseTo(3384.387227, 4);
  expect(meanInterval(1, 2100, 0)).toBeUndefined();
});

/** R§6: ranks n = 6: 1–6, 10: 2–9, 20: 6–15, 30: 10–21; none for n ≤ 5. */
test.each([
  [6, 1, 6],
  [10, 2, 9],
  [20, 6, 15],
  [30, 10, 21],
])("median interval of %d values: ranks %d and %d (R§6)", (n, lower, upper) => {
  const ranks = Float64Array.from({ length: n }, (_, i) => i + 1);
  expect(medianInterval(ranks)).toMatchObject({ lower, upper });
});

test("median interval: none below six values, finite for many", () => {
  expect(medianInterval([1, 2, 3, 4, 5])).toBeUndefined();
  // Normal approximation of the ranks for n = 10,000: 5000 ± 98
  const many = medianInterval(Float64Array.from({ length: 10_000 }, (_, i) => i + 1));
  expect(many?.lower).toBeGreaterThan(4895);
  expect(many?.lower).toBeLessThan(4907);
});

test("quantiles of the distributions (R: qnorm, qt, pbeta)", () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
  expect(normalQuantile(0.005)).toBeCloseTo(-2.5758293035489, 12);
  expect(normalCdf(1)).toBeCloseTo(0.841344746068543, 13);
  expect(studentQuantile(0.975, 4)).toBeCloseTo(2.776445105198, 10);
  expect(studentQuantile(0.975, 1)).toBeCloseTo(12.7062047361747, 9);
  expect(studentQuantile(0.975, 1000)).toBeCloseTo(1.962339080801, 9);
  expect(betaRegularised(0.3, 2, 5)).toBeCloseTo(0.579825, 9);
});

test("quantile is Excel's PERCENTILE.INC, trimmed mean drops both ends", () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3, 4], 0.9)).toBeCloseTo(3.7, 12);
  expect(trimmedMean([0, 1, 1, 1, 1, 1, 1, 1, 1, 100], 0.1)).toBe(1);
});
