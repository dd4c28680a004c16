import * as fc from "fast-check";
import {
  differenceInterval,
  rateInterval,
  type RateMethod,
} from "../../../src/core/statistics/rate-interval";
import { runs } from "../../support/random";

/** Method, k, n, ends and the digits given. */
type Row = readonly [RateMethod, number, number, number, number, number];

/** R§4: Newcombe 1998 table I and R's `binom.confint` as asserted by statsmodels' results_proportion.py. */
const published: readonly Row[] = [
  ["wilson", 81, 263, 0.2552885199, 0.366209577, 9],
  ["wilson", 15, 148, 0.0623863995, 0.1604872417, 9],
  ["wilson", 0, 20, 0, 0.1611251581, 9],
  ["wilson", 1, 29, 0.0061132143, 0.1717552188, 9],
  ["wilson", 18, 20, 0.6989663547715128, 0.972133518786232, 12],
  ["wilson", 4, 20, 0.0806576625797981, 0.4160174322518935, 12],
  ["wilson", 4, 200, 0.00780442641634947, 0.05028708690582643, 12],
  ["wilson", 190, 200, 0.910421851861224, 0.972617354399236, 12],
  ["wilson", 1, 30, 0.00590859, 0.16670391, 7],
  ["wilson", 29, 30, 0.8332961, 0.9940914, 6],
  ["wilson", 0, 30, 0, 0.11351339, 7],
  ["wilson", 30, 30, 0.8864866, 1, 6],
  ["wilson", 23, 60, 0.2708827237, 0.5098240418, 9],
  ["wilson", 3, 5, 0.2307242813, 0.8823792258, 9],
  ["wilson", 1, 1, 0.2065493144, 1, 9],
  ["wilson", 0, 1, 0, 0.7934506856, 9],
  ["wilson-cc", 81, 263, 0.253509, 0.368176, 6],
  ["wilson-cc", 15, 148, 0.059778, 0.16445, 6],
  ["wilson-cc", 0, 20, 0, 0.200453, 6],
  ["wilson-cc", 1, 29, 0.001803, 0.196282, 6],
  ["wilson-cc", 18, 20, 0.668722403162941, 0.982487361226571, 12],
  ["wilson-cc", 4, 20, 0.0661062308910436, 0.442686245059445, 12],
  ["wilson-cc", 4, 200, 0.00642601313670221, 0.0537574613520185, 12],
  ["wilson-cc", 190, 200, 0.9073089225133698, 0.974392083257476, 12],
  ["wilson-cc", 1, 30, 0.001742467, 0.19053022, 7],
  ["wilson-cc", 29, 30, 0.8094698, 0.9982575, 6],
  ["wilson-cc", 0, 30, 0, 0.1413204, 6],
  ["wilson-cc", 30, 30, 0.8586795, 1, 6],
  ["exact", 18, 20, 0.6830172859809176, 0.9876514728297052, 12],
  ["exact", 4, 20, 0.05733399705003284, 0.436614002996668, 12],
  ["exact", 4, 200, 0.005475565879556443, 0.05041360908989634, 12],
  ["exact", 190, 200, 0.9099724622986486, 0.975765834527891, 12],
  ["exact", 1, 30, 0.0008435709, 0.17216946, 7],
  ["exact", 29, 30, 0.8278305, 0.9991564, 6],
  ["exact", 0, 30, 0, 0.11570331, 7],
  ["exact", 30, 30, 0.8842967, 1, 6],
  // the "bayes" column is Jeffreys' prior with equal tails, except at the ends, where it is one-sided
  ["jeffreys", 18, 20, 0.716146742695748, 0.97862751197755, 10],
  ["jeffreys", 4, 20, 0.07152005247873425, 0.4082257625169254, 12],
];

/** Quantiles of the beta distribution, bisected in 40-digit arithmetic with mpmath. */
const computed: readonly Row[] = [
  ["exact", 81, 263, 0.2527367455852712, 0.3676219226013514, 12],
  ["exact", 15, 148, 0.05784401008344856, 0.161650490349479, 12],
  ["exact", 0, 20, 0, 0.1684334709830853, 12],
  ["exact", 1, 29, 0.000872646883579922, 0.1776442954887229, 12],
  ["exact", 3, 5, 0.1466327996346731, 0.9472550494736831, 12],
  ["exact", 1, 1, 0.025, 1, 12],
  ["exact", 0, 1, 0, 0.975, 12],
  ["jeffreys", 81, 263, 0.2545219349910235, 0.3656474991740824, 12],
  ["jeffreys", 15, 148, 0.06044851700929644, 0.1576431434787412, 12],
  ["jeffreys", 4, 200, 0.006787598800080362, 0.04684656696684236, 12],
  ["jeffreys", 190, 200, 0.9131249118774118, 0.9740066027645801, 12],
  ["jeffreys", 1, 30, 0.003620464373791663, 0.1454177773540202, 12],
  ["jeffreys", 23, 60, 0.2681460434260101, 0.509476192507333, 12],
  // nobody or everybody: that end is 0 or 1 (Brown, Cai & DasGupta 2001)
  ["jeffreys", 0, 20, 0, 0.1166389829048754, 12],
  ["jeffreys", 30, 30, 0.92032182618274, 1, 12],
  ["jeffreys", 1, 1, 0.1467463163095751, 1, 12],
];

test.each([...published, ...computed])("%s %d/%d at 95 % (R§4)", (method, k, n, lower, upper, digits) => {
  const interval = rateInterval(k, n, 0.95, method);
  expect(interval?.lower).toBeCloseTo(lower, digits);
  expect(interval?.upper).toBeCloseTo(upper, digits);
});

test("a million trials: SciPy's beta.ppf", () => {
  const half = rateInterval(500_000, 1_000_000, 0.95, "exact");
  expect(half?.lower).toBeCloseTo(0.4990195191953118, 11);
  expect(half?.upper).toBeCloseTo(0.5009804808046882, 11);
  const rare = rateInterval(1, 1_000_000, 0.95, "jeffreys");
  expect((rare?.lower ?? 0) / 1.0789766246541867e-7).toBeCloseTo(1, 8);
  expect((rare?.upper ?? 0) / 4.6741920467298275e-6).toBeCloseTo(1, 8);
});

/** R§5: Newcombe 1998, hybrid score, table II. */
test.each([
  [56, 70, 48, 80, 0.052431, 0.333873],
  [9, 10, 3, 10, 0.170523, 0.809018],
  [6, 7, 2, 7, 0.058228, 0.80625],
  [5, 56, 0, 29, -0.038137, 0.19256],
  [0, 10, 0, 20, -0.161125, 0.277533],
  [0, 10, 0, 10, -0.277533, 0.277533],
  [10, 10, 0, 20, 0.679086, 1],
  [10, 10, 0, 10, 0.607509, 1],
])("difference %d/%d − %d/%d at 95 % (R§5)", (a, m, b, n, lower, upper) => {
  const interval = differenceInterval(a, m, b, n, 0.95);
  expect(interval?.lower).toBeCloseTo(lower, 6);
  expect(interval?.upper).toBeCloseTo(upper, 6);
});

const methods: readonly RateMethod[] = ["wilson", "wilson-cc", "exact", "jeffreys"];

test.each(methods)("%s: no interval for what is no rate", (method) => {
  const impossible: [number, number, number][] = [
    [0, 0, 0.95],
    [3, 2, 0.95],
    [-1, 2, 0.95],
    [1, 2, 1],
    [1, 2, 0],
    [NaN, 2, 0.95],
    [1, Infinity, 0.95],
  ];
  for (const [k, n, level] of impossible) expect(rateInterval(k, n, level, method)).toBeUndefined();
  expect(differenceInterval(1, 2, 0, 0, 0.95)).toBeUndefined();
});

const counts = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const levels = fc.double({ min: 0.5, max: 0.999, noNaN: true });

test.each(methods)("%s: ordered, within [0, 1], around k/n, mirrored for n − k", (method) => {
  fc.assert(
    fc.property(counts, levels, ([k, n], level) => {
      const interval = rateInterval(k, n, level, method);
      const mirrored = rateInterval(n - k, n, level, method);
      expect(interval?.level).toBe(level);
      expect(interval?.lower).toBeGreaterThanOrEqual(0);
      expect(interval?.lower).toBeLessThanOrEqual(k / n);
      expect(interval?.upper).toBeGreaterThanOrEqual(k / n);
      expect(interval?.upper).toBeLessThanOrEqual(1);
      expect(interval?.lower).toBeCloseTo(1 - (mirrored?.upper ?? NaN), 10);
    }),
    runs(300),
  );
});

test("a higher level and the corrected, exact methods are wider than Wilson's", () => {
  const width = (k: number, n: number, level: number, method: RateMethod): number => {
    const interval = rateInterval(k, n, level, method);
    return (interval?.upper ?? NaN) - (interval?.lower ?? NaN);
  };
  fc.assert(
    fc.property(counts, ([k, n]) => {
      for (const method of methods)
        expect(width(k, n, 0.99, method)).toBeGreaterThan(width(k, n, 0.9, method));
      expect(width(k, n, 0.95, "wilson-cc")).toBeGreaterThan(width(k, n, 0.95, "wilson"));
      expect(width(k, n, 0.95, "exact")).toBeGreaterThan(width(k, n, 0.95, "jeffreys"));
    }),
    runs(200),
  );
});

test("difference: within [−1, 1], around a/m − b/n, turned round when the groups change places", () => {
  fc.assert(
    fc.property(counts, counts, levels, ([a, m], [b, n], level) => {
      const interval = differenceInterval(a, m, b, n, level);
      const turned = differenceInterval(b, n, a, m, level);
      const difference = a / m - b / n;
      expect(interval?.lower).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(interval?.upper).toBeLessThanOrEqual(1 + 1e-12);
      expect(interval?.lower).toBeLessThanOrEqual(difference);
      expect(interval?.upper).toBeGreaterThanOrEqual(difference);
      expect(interval?.lower).toBeCloseTo(-(turned?.upper ?? NaN), 12);
    }),
    runs(300),
  );
});
