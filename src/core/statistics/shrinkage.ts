/**
 * Rates of groups drawn towards the common rate, the more the fewer trials a group has: (k + α) ÷ (n + α + β), with α
 * and β by moments from the spread of the groups beyond what chance alone makes. Without such a spread every group gets
 * the common rate. Beta-binomial empirical Bayes: B. Efron & C. Morris, JASA 70 (1975) 311–319; the moments: J. C.
 * Kleinman, JASA 68 (1973) 46–54.
 */
export function shrunkRates(groups: readonly { readonly k: number; readonly n: number }[]): number[] {
  const tried = groups.filter(({ n }) => n > 0);
  const trials = tried.reduce((sum, { n }) => sum + n, 0);
  const rate = tried.reduce((sum, { k }) => sum + k, 0) / trials;
  const strength = priorStrength(tried, trials, rate);
  return groups.map(({ k, n }) => {
    if (n === 0) return NaN;
    return strength === Infinity ? rate : (k + strength * rate) / (n + strength);
  });
}

/** α + β: how many trials at the common rate a group starts with. */
function priorStrength(groups: readonly { k: number; n: number }[], trials: number, rate: number): number {
  const spread = groups.reduce((sum, { k, n }) => sum + n * (k / n - rate) ** 2, 0);
  const binomial = rate * (1 - rate);
  const freedom = trials - groups.reduce((sum, { n }) => sum + n * n, 0) / trials;
  // E[spread] = binomial · [(m − 1) + ρ · (freedom − (m − 1))] for m groups, with ρ = 1 ÷ (α + β + 1)
  const excess = spread - binomial * (groups.length - 1);
  if (!(excess > 0) || binomial === 0) return Infinity;
  const correlation = excess / (binomial * (freedom - (groups.length - 1)));
  return Math.max(0, 1 / correlation - 1);
}
