import { expectedSpending, fitGammaGamma, type GammaGamma } from "../../../src/core/statistics/gamma-gamma";

/** Fader & Hardie's parameters for CDNOW. */
const note: GammaGamma = { p: 6.25, q: 3.74, gamma: 15.44 };

test.each([
  // R§12: the first ten customers of CDNOW (x, m)
  [2, 22.35, 24.6637],
  [1, 11.77, 18.9169],
  [0, 0, 35.219],
  [7, 73.74, 71.4697],
  [2, 25.55, 27.2884],
])("E[Z | m, x]: %d repeat purchases of %d on average → %d (R§12)", (x, mean, expected) => {
  expect(expectedSpending(note, { x, mean })).toBeCloseTo(expected, 4);
});

test("drawn from everyone's mean to the customer's own with every purchase (R§12, m = 35)", () => {
  const expected = [
    35.066741, 35.03937, 35.02792, 35.021629, 35.017652, 35.014911, 35.012906, 35.011377, 35.010171,
    35.009197,
  ];
  expected.forEach((value, at) =>
    expect(expectedSpending(note, { x: at + 1, mean: 35 })).toBeCloseTo(value, 6),
  );
  expect(
    expectedSpending({ p: 6.24880341, q: 3.74458837, gamma: 15.44774502 }, { x: 0, mean: 0 }),
  ).toBeCloseTo(35.17100156, 6);
});

test("without a finite mean among customers (q ≤ 1) one without repeats has none either", () => {
  expect(expectedSpending({ p: 2, q: 1, gamma: 5 }, { x: 0, mean: 0 })).toBe(Infinity);
  expect(expectedSpending({ p: 2, q: 0.5, gamma: 5 }, { x: 0, mean: 0 })).toBe(Infinity);
  expect(expectedSpending({ p: 2, q: 0.5, gamma: 5 }, { x: 1, mean: 10 })).toBeCloseTo(20, 12);
});

const spread = Array.from({ length: 400 }, (_, i) => ({
  x: 1 + (i % 3),
  mean: 5 * Math.exp(((i * 37) % 101) / 20),
}));

test("money in another unit moves γ alone", () => {
  const fit = fitGammaGamma(spread);
  const inCents = fitGammaGamma(spread.map(({ x, mean }) => ({ x, mean: 100 * mean })));
  expect(fit.converged && inCents.converged).toBe(true);
  expect(inCents.p).toBeCloseTo(fit.p, 4);
  expect(inCents.q).toBeCloseTo(fit.q, 4);
  expect(inCents.gamma / fit.gamma).toBeCloseTo(100, 4);
  expect(inCents.logLikelihood).toBeCloseTo(fit.logLikelihood - 400 * Math.log(100), 6);
});

test("where everybody spends the same they go on so", () => {
  const fit = fitGammaGamma(spread.map(({ x }) => ({ x, mean: 30 })));
  expect(fit).toMatchObject({ converged: true, identified: false });
  expect(expectedSpending(fit, { x: 0, mean: 0 })).toBeCloseTo(30, 12);
  expect(expectedSpending(fit, { x: 7, mean: 30 })).toBeCloseTo(30, 12);
});

test("where customers' means differ less than their purchases would let them, q is held and nothing explodes", () => {
  const even = spread.map(({ x }, i) => ({ x, mean: 5 + ((i * 37) % 101) }));
  const fit = fitGammaGamma(even);
  expect(fit).toMatchObject({ converged: true, identified: false });
  // nearly everyone's own mean, 55, whatever a customer spent so far
  expect(expectedSpending(fit, { x: 1, mean: 5 })).toBeGreaterThan(53);
  expect(expectedSpending(fit, { x: 1, mean: 105 })).toBeLessThan(57);
});
