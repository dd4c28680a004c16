import { maximumLikelihood } from "./maximum-likelihood";

/**
 * Shifted-beta-geometric: how long subscribers stay. Each renews with a chance of their own, which varies among them as
 * 1 − Beta(α, β), so that those who stay longer are ever more loyal. P. S. Fader & B. G. S. Hardie, How to Project
 * Customer Retention, J. Interactive Marketing 21 (2007) 76–90. Names are the paper's.
 */
export interface ShiftedBetaGeometric {
  readonly alpha: number;
  readonly beta: number;
}

export interface ShiftedBetaGeometricFit extends ShiftedBetaGeometric {
  readonly logLikelihood: number;
  readonly converged: boolean;
  /** False where customers differ too little for all parameters to be told. */
  readonly identified: boolean;
}

/** At the renewal t = 1, 2, … (index t − 1): subscribers who left, and who stayed; of any number of cohorts together. */
export interface Renewals {
  readonly left: readonly number[];
  readonly stayed: readonly number[];
}

/**
 * Maximum likelihood. The chance to leave at renewal t is α ÷ (α + β + t − 1) for all who came so far, so that the
 * likelihood is a product over renewals. O(renewals) a step.
 */
export function fitShiftedBetaGeometric({ left, stayed }: Renewals): ShiftedBetaGeometricFit {
  const { parameters, logLikelihood, converged, identified } = maximumLikelihood(
    ([alpha = 0, beta = 0], gradient) => {
      let [total, byAlpha, byBeta] = [0, 0, 0];
      left.forEach((gone, t) => {
        const kept = stayed[t] ?? 0;
        const both = (gone + kept) / (alpha + beta + t);
        total += gone * Math.log(alpha) + kept * Math.log(beta + t);
        total -= (gone + kept) * Math.log(alpha + beta + t);
        byAlpha += gone / alpha - both;
        byBeta += kept / (beta + t) - both;
      });
      [gradient[0], gradient[1]] = [byAlpha, byBeta];
      return total;
    },
    [
      [1, 1],
      [1, 10],
      [10, 100],
    ],
  );
  const [alpha = NaN, beta = NaN] = parameters;
  return { alpha, beta, logLikelihood, converged, identified };
}

/** Share that renews for the t-th time, t = 1, 2, …, of those who came so far. */
export function retentionRate({ alpha, beta }: ShiftedBetaGeometric, t: number): number {
  return (beta + t - 1) / (alpha + beta + t - 1);
}

/** Share still there after t renewals. */
export function survivalShare(model: ShiftedBetaGeometric, t: number): number {
  let share = 1;
  for (let renewal = 1; renewal <= t; renewal++) share *= retentionRate(model, renewal);
  return share;
}
