import type { Interval } from "../result";
import { betaQuantile } from "./distributions";
import { standardScore, wilsonInterval } from "./intervals";

export type RateMethod = "wilson" | "wilson-cc" | "exact" | "jeffreys";

/** Interval for the rate k/n; undefined without trials, for impossible counts, or by beta quantiles above 10⁸ trials. */
export function rateInterval(k: number, n: number, level: number, method: RateMethod): Interval | undefined {
  if (!(n > 0 && n < Infinity && k >= 0 && k <= n && level > 0 && level < 1)) return undefined;
  if (method === "wilson") return wilsonInterval(k, n, level);
  const [lower, upper] = method === "wilson-cc" ? corrected(k, n, level) : beta(k, n, level, method);
  return lower !== lower || upper !== upper ? undefined : { lower, upper, level };
}

/**
 * Interval for the difference a/m − b/n from the two Wilson intervals: hybrid score,
 * R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10.
 */
export function differenceInterval(
  a: number,
  m: number,
  b: number,
  n: number,
  level: number,
): Interval | undefined {
  const first = rateInterval(a, m, level, "wilson");
  const second = rateInterval(b, n, level, "wilson");
  if (first === undefined || second === undefined) return undefined;
  const p = a / m;
  const q = b / n;
  return {
    lower: p - q - Math.hypot(p - first.lower, second.upper - q),
    upper: p - q + Math.hypot(first.upper - p, q - second.lower),
    level,
  };
}

/** Wilson with continuity correction: Newcombe, Statistics in Medicine 17 (1998) 857–872, method 4. */
function corrected(k: number, n: number, level: number): [number, number] {
  const z = standardScore(level);
  const z2 = z * z;
  const bound = (sign: 1 | -1): number => {
    const root = z2 + sign * (2 - 4 * (k / n)) - 1 / n + 4 * k * (1 - k / n);
    return (2 * k + z2 + sign * (1 + z * Math.sqrt(Math.max(0, root)))) / (2 * (n + z2));
  };
  return [k === 0 ? 0 : Math.max(0, bound(-1)), k === n ? 1 : Math.min(1, bound(1))];
}

/**
 * Beta quantiles. Exact: C. J. Clopper & E. S. Pearson, Biometrika 26 (1934) 404–413. Jeffreys: the prior Beta(½, ½),
 * with ends 0 and 1 where none or all succeed: Brown, Cai & DasGupta, Statistical Science 16 (2001) 101–133, § 3.
 */
function beta(k: number, n: number, level: number, method: "exact" | "jeffreys"): [number, number] {
  // beyond, the logarithms of Γ cancel to too few digits
  if (n > 1e8) return [NaN, NaN];
  const tail = (1 - level) / 2;
  const [own, other] = method === "exact" ? [0, 1] : [0.5, 0.5];
  return [
    k === 0 ? 0 : betaQuantile(tail, k + own, n - k + other),
    k === n ? 1 : betaQuantile(1 - tail, k + other, n - k + own),
  ];
}
