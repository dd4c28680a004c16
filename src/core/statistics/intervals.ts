import type { Interval } from "../result";
import { normalQuantile, studentQuantile } from "./distributions";

/**
 * Wilson score interval for `successes` of `trials`, without continuity correction.
 * E. B. Wilson, JASA 22 (1927) 209–212; the ends are exactly 0 and 1 where all or none succeed.
 */
export function wilsonInterval(successes: number, trials: number, level = 0.95): Interval | undefined {
  if (!(trials > 0) || successes < 0 || successes > trials) return undefined;
  const z = standardScore(level);
  const p = successes / trials;
  const z2 = (z * z) / trials;
  const centre = (p + z2 / 2) / (1 + z2);
  const half = (z / (1 + z2)) * Math.sqrt((p * (1 - p)) / trials + z2 / (4 * trials));
  return {
    lower: successes === 0 ? 0 : Math.max(0, centre - half),
    upper: successes === trials ? 1 : Math.min(1, centre + half),
    level,
  };
}

let known = { level: NaN, z: NaN };

/** Two-sided normal quantile of a level; a table asks for the same one in every cell. */
export function standardScore(level: number): number {
  if (known.level !== level) known = { level, z: normalQuantile(1 - (1 - level) / 2) };
  return known.z;
}

/** Student's t interval for a mean from n, mean and the sum of squared deviations; undefined below two values. */
export function meanInterval(
  n: number,
  mean: number,
  squaredDeviations: number,
  level = 0.95,
): Interval | undefined {
  if (n < 2) return undefined;
  const standardError = Math.sqrt(Math.max(0, squaredDeviations) / (n - 1) / n);
  const half = studentQuantile(1 - (1 - level) / 2, n - 1) * standardError;
  return { lower: mean - half, upper: mean + half, level };
}

/**
 * Interval for a median by order statistics (binomial ranks), for n ≥ 6; below that no 95 % interval exists.
 * Conover, Practical Nonparametric Statistics, § 3.2.
 */
export function medianInterval(sorted: ArrayLike<number>, level = 0.95): Interval | undefined {
  const n = sorted.length;
  const tail = (1 - level) / 2;
  // Largest rank r with P(Binomial(n, ½) < r) ≤ tail; logs keep n in the thousands from underflowing.
  let logTerm = -n * Math.LN2;
  let below = 0;
  let rank = 0;
  for (let k = 0; k < n; k++) {
    below += Math.exp(logTerm);
    if (below > tail) break;
    rank = k + 1;
    logTerm += Math.log((n - k) / (k + 1));
  }
  const lower = sorted[rank - 1];
  const upper = sorted[n - rank];
  return lower === undefined || upper === undefined ? undefined : { lower, upper, level };
}
