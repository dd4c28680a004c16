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

/** What intervals of one level need, kept: a table asks for the same ones in every cell. */
let kept = keptFor(0.95);

interface Kept {
  readonly level: number;
  readonly z: number;
  /** Degrees of freedom → quantile of Student's t. */
  readonly students: Map<number, number>;
  /** Values → rank of the lower end of a median's interval. */
  readonly ranks: Map<number, number>;
}

function keptFor(level: number): Kept {
  return { level, z: normalQuantile(1 - (1 - level) / 2), students: new Map(), ranks: new Map() };
}

function keptOf(level: number): Kept {
  if (kept.level !== level || kept.students.size + kept.ranks.size > MOST_KEPT) kept = keptFor(level);
  return kept;
}

const MOST_KEPT = 10_000;

/** Two-sided normal quantile of a level. */
export function standardScore(level: number): number {
  return keptOf(level).z;
}

function studentScore(level: number, degrees: number): number {
  const { students } = keptOf(level);
  let score = students.get(degrees);
  if (score === undefined) {
    score = studentQuantile(1 - (1 - level) / 2, degrees);
    students.set(degrees, score);
  }
  return score;
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
  const half = studentScore(level, n - 1) * standardError;
  return { lower: mean - half, upper: mean + half, level };
}

/**
 * Interval for a median by order statistics (binomial ranks), for n ≥ 6; below that no 95 % interval exists.
 * Conover, Practical Nonparametric Statistics, § 3.2.
 */
export function medianInterval(sorted: ArrayLike<number>, level = 0.95): Interval | undefined {
  const n = sorted.length;
  const rank = medianRank(n, level);
  const lower = sorted[rank - 1];
  const upper = sorted[n - rank];
  return lower === undefined || upper === undefined ? undefined : { lower, upper, level };
}

/** Largest rank r with P(Binomial(n, ½) < r) ≤ half of what the level leaves. */
function medianRank(n: number, level: number): number {
  const { ranks } = keptOf(level);
  const known = ranks.get(n);
  if (known !== undefined) return known;
  const tail = (1 - level) / 2;
  // Logs keep n in the thousands from underflowing.
  let logTerm = -n * Math.LN2;
  let below = 0;
  let rank = 0;
  for (let k = 0; k < n; k++) {
    below += Math.exp(logTerm);
    if (below > tail) break;
    rank = k + 1;
    logTerm += Math.log((n - k) / (k + 1));
  }
  ranks.set(n, rank);
  return rank;
}
