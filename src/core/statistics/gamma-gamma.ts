import { digamma, logGamma } from "./distributions";
import { maximumLikelihood } from "./maximum-likelihood";

/**
 * Gamma-Gamma: what customers spend in a purchase. Amounts vary about a customer's own mean as Gamma(p, ν), and ν
 * among customers as Gamma(q, γ). P. S. Fader & B. G. S. Hardie, The Gamma-Gamma Model of Monetary Value
 * (brucehardie.com/notes/025, 2013). Names are the note's. Supposes that spending does not go with how often one buys.
 */
export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
}

export interface GammaGammaFit extends GammaGamma {
  readonly logLikelihood: number;
  readonly converged: boolean;
  /** False where customers differ too little for all parameters to be told. */
  readonly identified: boolean;
}

/** A customer's `x` repeat purchases and what they brought on average, above zero. */
export interface Spending {
  readonly x: number;
  readonly mean: number;
}

/** Maximum likelihood. Amounts are measured by their mean first, so that a currency's size does not matter. O(n) a step. */
export function fitGammaGamma(spending: readonly Spending[]): GammaGammaFit {
  const [first] = spending;
  // The likelihood has no bound then; with these parameters everybody is expected to go on with that amount.
  if (first !== undefined && spending.every(({ mean }) => Math.abs(mean / first.mean - 1) < 1e-9))
    return { p: 1, q: 2, gamma: first.mean, logLikelihood: Infinity, converged: true, identified: false };
  const unit = spending.reduce((sum, { mean }) => sum + mean, 0) / spending.length;
  const groups = byFrequency(spending, unit);
  const { parameters, logLikelihood, converged, identified } = maximumLikelihood(
    ([p = 0, q = 0, gamma = 0], gradient) => {
      let [total, byP, byQ, byGamma] = [0, 0, 0, 0];
      const [logGammaQ, digammaQ, logScale] = [logGamma(q), digamma(q), Math.log(gamma)];
      for (const [x, amounts] of groups) {
        const px = p * x;
        const n = amounts.length;
        const [both, own] = [digamma(px + q), digamma(px)];
        total += n * (logGamma(px + q) - logGamma(px) - logGammaQ + q * logScale);
        byP += n * x * (both - own);
        byQ += n * (both - digammaQ + logScale);
        byGamma += (n * q) / gamma;
        for (const { spent, logSpent, logMean } of amounts) {
          const logSum = Math.log(spent + gamma);
          total += px * logSpent - logMean - (px + q) * logSum;
          byP += x * (logSpent - logSum);
          byQ -= logSum;
          byGamma -= (px + q) / (spent + gamma);
        }
      }
      [gradient[0], gradient[1], gradient[2]] = [byP, byQ, byGamma];
      return total;
    },
    [
      [2, 3, 1],
      [8, 2, 0.2],
      [1, 10, 10],
    ],
  );
  const [p = NaN, q = NaN, gamma = NaN] = parameters;
  return {
    p,
    q,
    gamma: gamma * unit,
    logLikelihood: logLikelihood - spending.length * Math.log(unit),
    converged,
    identified,
  };
}

/** What the customer's purchases will bring on average: between their own mean and everyone's; infinite where q ≤ 1. */
export function expectedSpending({ p, q, gamma }: GammaGamma, { x, mean }: Spending): number {
  const below = p * x + q - 1;
  return below > 0 ? (p * (gamma + x * mean)) / below : Infinity;
}

interface Spent {
  readonly spent: number;
  readonly logSpent: number;
  readonly logMean: number;
}

/** Customers by their number of purchases, on which the gamma functions depend alone. */
function byFrequency(spending: readonly Spending[], unit: number): ReadonlyMap<number, readonly Spent[]> {
  const groups = new Map<number, Spent[]>();
  for (const { x, mean } of spending) {
    const m = mean / unit;
    const group = groups.get(x) ?? [];
    groups.set(x, group);
    group.push({ spent: x * m, logSpent: Math.log(x * m), logMean: Math.log(m) });
  }
  return groups;
}
