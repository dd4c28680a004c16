import { compareResults } from "../../../src/core/metrics/compare";
import { refuse, type Result } from "../../../src/core/result";
import { meanInterval, medianInterval, wilsonInterval } from "../../../src/core/statistics/intervals";

const plain = { excluded: {}, notes: [] };
const rate = (k: number, n: number): Result => {
  const interval = wilsonInterval(k, n);
  return { value: k / n, n, numerator: k, denominator: n, ...plain, ...(interval && { interval }) };
};
const count = (value: number): Result => ({ value, n: value, ...plain });
const higher = { better: "higher" } as const;

/** R§5: Newcombe, Statistics in Medicine 17 (1998) 873–890, Table II. */
test.each([
  [56, 70, 48, 80, 0.052431, 0.333873, "clear"],
  [9, 10, 3, 10, 0.170523, 0.809018, "clear"],
  [6, 7, 2, 7, 0.058228, 0.80625, "clear"],
  [5, 56, 0, 29, -0.038137, 0.19256, "tooFew"],
  [0, 10, 0, 20, -0.161125, 0.277533, "tooFew"],
  [0, 10, 0, 10, -0.277533, 0.277533, "tooFew"],
  [10, 10, 0, 20, 0.679086, 1, "clear"],
  [30, 80, 45, 90, -0.267, 0.024, "unclear"],
] as const)("rates %i/%i and %i/%i", (a, m, b, n, lower, upper, verdict) => {
  const compared = compareResults(higher, "ratio", rate(a, m), rate(b, n));
  const digits = verdict === "unclear" ? 2 : 6;
  expect(compared?.interval?.lower).toBeCloseTo(lower, digits);
  expect(compared?.interval?.upper).toBeCloseTo(upper, digits);
  expect(compared?.verdict).toBe(verdict);
});

test("R§5: two Poisson rates, 11 in 800 and 21 in 3011 (R's poisson.test)", () => {
  const compared = compareResults(higher, "count", count(11), count(21), { now: 800, before: 3011 });
  expect((compared?.interval?.lower ?? 0) + 1).toBeCloseTo(0.858426403, 8);
  expect((compared?.interval?.upper ?? 0) + 1).toBeCloseTo(4.277265944, 8);
  expect(compared).toMatchObject({ intervalOf: "relative", verdict: "tooFew", n: 11 });
});

test("R§5: 20 and 35 in equal times have p = 0.058: not clear; 20 and 40 are", () => {
  expect(compareResults(higher, "count", count(35), count(20))?.verdict).toBe("tooFew");
  expect(compareResults(higher, "count", count(40), count(20))?.verdict).toBe("clear");
  expect(compareResults(higher, "count", count(350), count(340))?.verdict).toBe("unclear");
  expect(compareResults(higher, "count", count(3), count(0))).toMatchObject({
    difference: 3,
    verdict: "fact",
  });
});

test("R§5: R's sleep data; close to Welch's interval −3.365 … 0.205", () => {
  const of = (values: readonly number[]): Result => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const interval = meanInterval(values.length, mean, squares);
    return { value: mean, n: values.length, ...plain, ...(interval && { interval }) };
  };
  const compared = compareResults(
    higher,
    "days",
    of([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]),
    of([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]),
  );
  expect(compared?.difference).toBeCloseTo(-1.58, 10);
  // t with 9 degrees of freedom on either side is a little wider than Welch's 17.8
  expect(compared?.interval?.lower).toBeGreaterThan(-3.6);
  expect(compared?.interval?.lower).toBeLessThan(-3.365);
  expect(compared?.interval?.upper).toBeGreaterThan(0.205);
  expect(compared?.interval?.upper).toBeLessThan(0.4);
});

test("medians: those that lie far apart differ clearly, whichever end is better", () => {
  const of = (from: number): Result => {
    const values = Array.from({ length: 40 }, (_, i) => from + i);
    const interval = medianInterval(values);
    return { value: from + 19.5, n: 40, ...plain, ...(interval && { interval }) };
  };
  const lower = { better: "lower" } as const;
  expect(compareResults(lower, "days", of(50), of(10))).toMatchObject({ verdict: "clear", better: false });
  expect(compareResults(higher, "days", of(50), of(10))).toMatchObject({ verdict: "clear", better: true });
  expect(compareResults(lower, "days", of(11), of(10))).toMatchObject({ verdict: "unclear" });
});

test("money is a fact; nothing changed is neither better nor worse; a refusal is not compared", () => {
  const money = (value: number): Result => ({ value, n: 4, ...plain });
  const compared = compareResults(higher, "currency", money(120), money(100));
  expect(compared?.relative).toBeCloseTo(0.2, 12);
  expect(compared).toMatchObject({ difference: 20, verdict: "fact", better: true });
  expect(compareResults(higher, "currency", money(5), money(0))?.relative).toBeUndefined();
  expect(compareResults(higher, "currency", money(5), money(5))).not.toHaveProperty("better");
  expect(compareResults({ better: "neutral" }, "currency", money(6), money(5))).not.toHaveProperty("better");
  const refused: Result = { value: refuse("#DIV/0!", "noRecords"), n: 0, ...plain };
  expect(compareResults(higher, "ratio", refused, rate(1, 2))).toBeUndefined();
});

test("a rate too small for an interval is no fact", () => {
  const mean = (value: number): Result => ({ value, n: 1, ...plain });
  expect(compareResults(higher, "days", mean(3), mean(2))?.verdict).toBe("tooFew");
});
