/** How much of a whole its largest parts make up. */
export interface Concentration {
  /** Share of the largest part, of the largest three and ten, of what is above 0. */
  readonly top1: number;
  readonly top3: number;
  readonly top10: number;
  /** Herfindahl's index: the sum of the squared shares, 1/n … 1. */
  readonly herfindahl: number;
  /** Gini's coefficient, 0 (all equal) … 1 (one has all). */
  readonly gini: number;
  /** How many of the largest make up 80 %. */
  readonly of80: number;
}

/**
 * Concentration of amounts by customer. Parts of 0 or less are left out. Undefined where nothing is left.
 * Gini: 2 Σ i·v_i / (n Σ v) − (n + 1)/n with v ascending. O(n log n).
 */
export function concentrationOf(amounts: readonly number[]): Concentration | undefined {
  const parts = amounts.filter((amount) => amount > 0).sort((a, b) => b - a);
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (!(total > 0)) return undefined;
  const share = (count: number): number => parts.slice(0, count).reduce((sum, part) => sum + part, 0) / total;
  const n = parts.length;
  const ranked = parts.reduce((sum, part, at) => sum + (n - at) * part, 0);
  let of80 = 0;
  for (let sum = 0; of80 < n && sum < 0.8 * total; of80++) sum += parts[of80] ?? 0;
  return {
    top1: share(1),
    top3: share(3),
    top10: share(10),
    herfindahl: parts.reduce((sum, part) => sum + (part / total) ** 2, 0),
    gini: (2 * ranked) / (n * total) - (n + 1) / n,
    of80,
  };
}
