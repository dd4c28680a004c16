/**
 * Kaplan–Meier median: the first time at which at most half survive; undefined where the curve stays above one half.
 * `events` and `censored` hold one time each per subject; at equal times events come before censorings.
 * E. L. Kaplan & P. Meier, JASA 53 (1958) 457–481. O(n log n).
 */
export function survivalMedian(events: Float64Array, censored: Float64Array): number | undefined {
  const deaths = events.slice().sort();
  const leaving = censored.slice().sort();
  let left = 0;
  let survival = 1;
  for (let i = 0; i < deaths.length;) {
    const time = deaths[i] ?? NaN;
    while (left < leaving.length && (leaving[left] ?? NaN) < time) left++;
    const atRisk = deaths.length - i + leaving.length - left;
    const before = i;
    do i++;
    while (deaths[i] === time);
    survival *= 1 - (i - before) / atRisk;
    // a product that is one half may be written a hair above it
    if (survival <= 0.5 + 1e-12) return time;
  }
  return undefined;
}

/**
 * Share still there after 0, 1, 2 … renewals, for counts of who left and who stayed at each: the Kaplan–Meier estimate
 * at these times, where those who are only not seen any further leave the counts.
 */
export function survivalShares(left: readonly number[], stayed: readonly number[]): number[] {
  const shares = [1];
  left.forEach((gone, t) => {
    const kept = stayed[t] ?? 0;
    shares.push(((shares[t] ?? 1) * kept) / (gone + kept));
  });
  return shares;
}
