import * as fc from "fast-check";
import { survivalMedian, survivalShares } from "../../../src/core/statistics/survival";
import { runs } from "../../support/random";

const median = (events: readonly number[], censored: readonly number[] = []): number | undefined =>
  survivalMedian(Float64Array.from(events), Float64Array.from(censored));

test("Freireich et al. 1963: 6-MP 23 weeks, placebo 8 (R§7)", () => {
  const events = [6, 6, 6, 7, 10, 13, 16, 22, 23];
  const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
  expect(median(events, censored)).toBe(23);
  const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
  expect(median(placebo)).toBe(8);
});

test("the first time at which at most half survive: S(32) = 0.5 (R§7, lifelines g3)", () => {
  expect(median([9, 19, 32, 34], [40, 41])).toBe(32);
});

test("at equal times events come before censorings", () => {
  // by hand: of two at risk at 5 one has the event, S = ½; of three, S = ⅔ (½ if the censored one had left before)
  expect(median([5], [5])).toBe(5);
  expect(median([5], [5, 6])).toBeUndefined();
});

test("not reached: nobody, only censored, most censored", () => {
  expect(median([])).toBeUndefined();
  expect(median([], [1, 2, 3])).toBeUndefined();
  expect(median([1], [2, 3])).toBeUndefined();
});

test("S that is one half in fractions, though not in binary", () => {
  // 9/10 · 7/9 · 5/7 = ½, in doubles 0.5000000000000001
  expect(median([1, 2, 2, 3, 3, 9, 9, 9, 9, 9])).toBe(3);
});

test("leaves its arguments as they were, in any order", () => {
  const events = Float64Array.from([3, 1, 2]);
  expect(survivalMedian(events, Float64Array.of())).toBe(2);
  expect([...events]).toEqual([3, 1, 2]);
});

test("without censoring: the lower median; always one of the event times; later with more censoring at the end", () => {
  const times = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(times, times, (events, censored) => {
      const sorted = [...events].sort((a, b) => a - b);
      expect(median(events)).toBe(sorted[Math.ceil(sorted.length / 2) - 1]);
      const found = median(events, censored);
      if (found !== undefined) expect(events).toContain(found);
      const later = median(events, [...censored, 99]);
      expect(later ?? Infinity).toBeGreaterThanOrEqual(found ?? Infinity);
    }),
    runs(300),
  );
});

test("shares after 1, 2 … renewals: Freireich's 6-MP by weeks, and the mean to 35 weeks (R§7)", () => {
  const events = [6, 6, 6, 7, 10, 13, 16, 22, 23];
  const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
  const weeks = Array.from({ length: 35 }, (_, t) => t + 1);
  const left = weeks.map((week) => events.filter((time) => time === week).length);
  const stayed = weeks.map(
    (week) => events.filter((time) => time > week).length + censored.filter((time) => time >= week).length,
  );
  const shares = survivalShares(left, stayed);
  const table = [
    [6, 0.857143],
    [7, 0.806723],
    [10, 0.752941],
    [13, 0.690196],
    [16, 0.627451],
    [22, 0.537815],
    [23, 0.448179],
  ] as const;
  for (const [week, share] of table) expect(shares[week]).toBeCloseTo(share, 6);
  expect(shares.slice(0, 35).reduce((sum, share) => sum + share, 0)).toBeCloseTo(23.287394958, 8);
});
