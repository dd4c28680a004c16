/** Quantile by linear interpolation between order statistics (R type 7, Excel PERCENTILE.INC); O(n) with `sorted`. */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return NaN;
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
  return low + (high - low) * (position - below);
}

/** Mean after dropping the smallest and largest `share` of the values (each side, rounded down); Tukey's trimmed mean. */
export function trimmedMean(sorted: ArrayLike<number>, share: number): number {
  const drop = Math.floor(sorted.length * share);
  let sum = 0;
  for (let i = drop; i < sorted.length - drop; i++) sum += sorted[i] ?? 0;
  return sum / (sorted.length - 2 * drop);
}
