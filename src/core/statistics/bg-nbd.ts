import { maximumLikelihood } from "./maximum-likelihood";

/**
 * BG/NBD: how often customers buy, and when they silently stop. Purchases come at a Gamma(r, α) rate, and after each the
 * customer leaves with a Beta(a, b) chance. P. S. Fader, B. G. S. Hardie & K. L. Lee, “Counting Your Customers” the Easy
 * Way, Marketing Science 24 (2005) 275–284. Names are the paper's.
 */
export interface BgNbd {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** A customer's history: `x` repeat purchases, the last at `recency` (t_x), seen for `age` (T) since the first. */
export interface PurchaseHistory {
  readonly x: number;
  readonly recency: number;
  readonly age: number;
}

export interface BgNbdFit extends BgNbd {
  /** Without factorial terms, as in the paper. */
  readonly logLikelihood: number;
  readonly converged: boolean;
  /** False where customers differ too little for all parameters to be told. */
  readonly identified: boolean;
}

/** Maximum likelihood, for histories and how many customers have each. O(histories) a step, a few dozen steps. */
export function fitBgNbd(histories: readonly (PurchaseHistory & { readonly customers: number })[]): BgNbdFit {
  const tails = tailsOf(histories);
  const { parameters, logLikelihood, converged, identified } = maximumLikelihood(
    ([r = 0, alpha = 0, a = 0, b = 0], gradient) => {
      const g = [0, 0, 0, 0] as [number, number, number, number];
      let total = 0;
      let everyone = 0;
      for (const { x, recency, age, customers } of histories) {
        const logStaying = -(r + x) * Math.log(alpha + age);
        let logBoth = logStaying;
        let gone = 0;
        if (x > 0) {
          const logGone = Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + recency);
          const top = Math.max(logStaying, logGone);
          logBoth = top + Math.log(Math.exp(logStaying - top) + Math.exp(logGone - top));
          gone = Math.exp(logGone - logBoth);
          g[2] += (customers * gone) / a;
          g[3] -= (customers * gone) / (b + x - 1);
        }
        total += customers * logBoth;
        everyone += customers;
        g[0] -= customers * ((1 - gone) * Math.log(alpha + age) + gone * Math.log(alpha + recency));
        g[1] -= customers * (r + x) * ((1 - gone) / (alpha + age) + gone / (alpha + recency));
      }
      total += everyone * r * Math.log(alpha);
      g[0] += everyone * Math.log(alpha);
      g[1] += (everyone * r) / alpha;
      // Γ(r + x) ÷ Γ(r) and B(a, b + x) ÷ B(a, b) are products of x factors: of each, as many as customers reached it.
      tails.forEach((customers, k) => {
        total += customers * Math.log(((r + k) * (b + k)) / (a + b + k));
        g[0] += customers / (r + k);
        g[2] -= customers / (a + b + k);
        g[3] += customers / (b + k) - customers / (a + b + k);
      });
      g.forEach((slope, i) => (gradient[i] = slope));
      return total;
    },
    startsFor(histories),
  );
  const [r = NaN, alpha = NaN, a = NaN, b = NaN] = parameters;
  return { r, alpha, a, b, logLikelihood, converged, identified };
}

/** Chance that a customer still buys. One who bought once only is taken to be there: leaving follows a repeat purchase. */
export function probabilityAlive({ r, alpha, a, b }: BgNbd, { x, recency, age }: PurchaseHistory): number {
  if (x === 0) return 1;
  return 1 / (1 + (a / (b + x - 1)) * Math.exp((r + x) * Math.log((alpha + age) / (alpha + recency))));
}

/** A customer who has only just bought for the first time. */
export const NEW_CUSTOMER: PurchaseHistory = { x: 0, recency: 0, age: 0 };

/**
 * Purchases expected within `time` from now, equation (10) of the paper with ₂F₁ by Euler's transformation
 * (Abramowitz & Stegun 15.3.3), whose powers cancel: no term overflows, and a = 1 is no singularity any more.
 */
export function expectedPurchases(model: BgNbd, history: PurchaseHistory, time: number): number {
  const { r, alpha, a, b } = model;
  const { x, age } = history;
  const z = time / (alpha + age + time);
  const log = Math.log1p(-z);
  const u = a - 1;
  const c = a + b + x - 1;
  // c·(₂F₁(a + b − 1 − r, u; c; z) − 1) ÷ u
  let term = (a + b - 1 - r) * z;
  let series = term;
  for (let n = 1; n < 100_000 && Math.abs(term) > 1e-16 * Math.abs(series); n++) {
    term *= (((a + b - 1 - r + n) * (u + n)) / ((c + n) * (n + 1))) * z;
    series += term;
  }
  const power = Math.exp(u * log);
  const lasting = c * (u === 0 ? -log : -Math.expm1(u * log) / u) - power * series;
  return lasting * probabilityAlive(model, history);
}

/** For each k the customers with more than k repeat purchases. */
function tailsOf(histories: readonly { readonly x: number; readonly customers: number }[]): number[] {
  const tails: number[] = [];
  for (const { x, customers } of histories)
    for (let k = 0; k < x; k++) tails[k] = (tails[k] ?? 0) + customers;
  return tails;
}

/** The paper's (1, 3, 1, 3) with time in months, few who leave, and many. */
function startsFor(histories: readonly PurchaseHistory[]): number[][] {
  const longest = histories.reduce((most, { age }) => Math.max(most, age), 0);
  const alpha = longest / 10 || 1;
  return [
    [1, alpha, 1, 3],
    [0.3, alpha, 0.1, 3],
    [1, 3 * alpha, 3, 3],
  ];
}
