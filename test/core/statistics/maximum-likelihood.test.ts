import * as fc from "fast-check";
import { maximumLikelihood } from "../../../src/core/statistics/maximum-likelihood";
import { runs } from "../../support/random";

test("the rate of exponential waits is their number over their sum, whatever the start", () => {
  const waits = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(waits, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (times, start) => {
      const sum = times.reduce((total, time) => total + time, 0);
      const { parameters, converged } = maximumLikelihood(
        ([rate = 0], gradient) => {
          gradient[0] = times.length / rate - sum;
          return times.length * Math.log(rate) - rate * sum;
        },
        [[start]],
      );
      expect(converged).toBe(true);
      expect((parameters[0] ?? 0) / (times.length / sum)).toBeCloseTo(1, 4);
    }),
    runs(200),
  );
});

/** −Rosenbrock's function of the parameters' own values: a bent ridge with its only summit at (1, 1). */
function ridge([x = 0, y = 0]: readonly number[], gradient: number[]): number {
  gradient[0] = 2 * (1 - x) + 400 * x * (y - x * x);
  gradient[1] = -200 * (y - x * x);
  return -((1 - x) ** 2) - 100 * (y - x * x) ** 2;
}

test("follows a bent ridge to its summit", () => {
  const { parameters, logLikelihood, converged } = maximumLikelihood(ridge, [[3, 0.1]]);
  expect(converged).toBe(true);
  expect(parameters[0]).toBeCloseTo(1, 4);
  expect(parameters[1]).toBeCloseTo(1, 4);
  expect(logLikelihood).toBeCloseTo(0, 8);
});

test("of several starts the highest summit", () => {
  // two hills on the logarithm's axis: at 1 of height 1, at e⁶ of height 2
  const hills = ([x = 0]: readonly number[], gradient: number[]): number => {
    const log = Math.log(x);
    const [low, high] = [Math.exp(-(log ** 2)), 2 * Math.exp(-((log - 6) ** 2))];
    gradient[0] = (-2 * log * low - 2 * (log - 6) * high) / x;
    return low + high;
  };
  expect(maximumLikelihood(hills, [[0.9], [300]]).logLikelihood).toBeCloseTo(2, 9);
  expect(maximumLikelihood(hills, [[300], [0.9]]).logLikelihood).toBeCloseTo(2, 9);
  expect(maximumLikelihood(hills, [[0.9]]).logLikelihood).toBeCloseTo(1, 9);
});

test("without a summit it says so", () => {
  const rising = ([x = 0]: readonly number[], gradient: number[]): number => {
    gradient[0] = 1 / x;
    return Math.log(x);
  };
  expect(maximumLikelihood(rising, [[1]]).converged).toBe(false);
});

test("nor where the likelihood cannot be computed", () => {
  const broken = (_: readonly number[], gradient: number[]): number => {
    gradient[0] = NaN;
    return NaN;
  };
  expect(maximumLikelihood(broken, [[1]]).converged).toBe(false);
});
