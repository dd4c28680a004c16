import { digamma, logGamma } from "../../../src/core/statistics/distributions";

const EULER = 0.5772156649015329;

test.each([
  // Abramowitz & Stegun 6.3.2 and 6.3.3: ψ(1) = −γ, ψ(½) = −γ − 2 ln 2; the others by ψ(x + 1) = ψ(x) + 1/x
  [1, -EULER],
  [0.5, -EULER - 2 * Math.LN2],
  [2, 1 - EULER],
  [10, 7129 / 2520 - EULER],
  [1.5, 2 - EULER - 2 * Math.LN2],
])("ψ(%d) = %d", (x, expected) => expect(digamma(x)).toBeCloseTo(expected, 10));

test.each([0.01, 0.3, 1.7, 5.9, 6, 60, 1e6])("ψ(%d) is the slope of ln Γ", (x) => {
  const h = 1e-5 * x;
  expect(digamma(x)).toBeCloseTo((logGamma(x + h) - logGamma(x - h)) / (2 * h), x > 1e5 ? 4 : 5);
});
