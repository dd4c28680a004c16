/** What revenue is made of: decided deals × win rate × average size of the won ones. */
export interface RevenueFactors {
  /** Won and lost in the period. */
  readonly decided: number;
  readonly won: number;
  readonly revenue: number;
}

/** How much of a change of revenue each factor explains; the effects add up to the change exactly. */
export interface Drivers {
  readonly change: number;
  readonly decided: number;
  readonly winRate: number;
  readonly size: number;
  /** `sequential` where a factor is 0 and has no logarithm: factors are replaced one after the other, in this order. */
  readonly method: "logMean" | "sequential";
}

/**
 * Splits the change of R = decided · winRate · size by logarithmic means: effect_k = L · ln(f_k1 / f_k0) with
 * L = (R₁ − R₀) / ln(R₁ / R₀). No residual, and the order of the factors does not matter.
 * B. W. Ang, Energy Policy 33 (2005) 867–871 (LMDI-I).
 */
export function revenueDrivers(before: RevenueFactors, now: RevenueFactors): Drivers {
  const old = factorsOf(before);
  const next = factorsOf(now);
  const change = now.revenue - before.revenue;
  if ([...old, ...next].every((factor) => factor > 0)) {
    const weight = logMean(before.revenue, now.revenue);
    const [decided = 0, winRate = 0, size = 0] = old.map(
      (factor, at) => weight * logRatio(next[at] ?? 0, factor),
    );
    return { change, decided, winRate, size, method: "logMean" };
  }
  const [d0, w0, s0] = old;
  const [d1, w1, s1] = next;
  const decided = (d1 - d0) * w0 * s0;
  const winRate = d1 * (w1 - w0) * s0;
  const size = d1 * w1 * (s1 - s0);
  return { change, decided, winRate, size, method: "sequential" };
}

function factorsOf({ decided, won, revenue }: RevenueFactors): readonly [number, number, number] {
  return [decided, decided === 0 ? 0 : won / decided, won === 0 ? 0 : revenue / won];
}

function logMean(one: number, other: number): number {
  return one === other ? one : (other - one) / logRatio(other, one);
}

/** ln(a / b), also where a / b itself is too large or too small for a number. */
function logRatio(a: number, b: number): number {
  const ratio = a / b;
  return ratio > 0 && ratio < Infinity ? Math.log(ratio) : Math.log(a) - Math.log(b);
}
