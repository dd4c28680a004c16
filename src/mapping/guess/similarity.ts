/**
 * How alike two headers are, 0 … 1: the share of their words that they have in common, where a word may be misspelt
 * (Dice's coefficient over the words, each pair weighted by its edit similarity).
 */
export function similarity(words: readonly string[], others: readonly string[]): number {
  const total = words.length + others.length;
  if (2 * Math.min(words.length, others.length) < ENOUGH * total) return 0;
  const left = [...others];
  let common = 0;
  for (const word of words) {
    let best = 0;
    let at = -1;
    left.forEach((candidate, index) => {
      const alike = wordSimilarity(word, candidate);
      if (alike > best) [best, at] = [alike, index];
    });
    if (at < 0) continue;
    common += best;
    left.splice(at, 1);
  }
  return (2 * common) / total;
}

/** Headers of so different a length cannot be alike enough to matter. */
const ENOUGH = 0.7;
/** Words that differ by more are different words; short ones ("nr", "an") are not misspelt but others. */
const MISSPELT = 0.74;
const SHORT = 4;

function wordSimilarity(one: string, other: string): number {
  if (one === other) return 1;
  const longer = Math.max(one.length, other.length);
  if (Math.min(one.length, other.length) < SHORT || Math.abs(one.length - other.length) > 2) return 0;
  // a slip seldom changes both of the first letters
  if (one[0] !== other[0] && one[1] !== other[1]) return 0;
  const alike = 1 - editDistance(one, other) / longer;
  return alike >= MISSPELT ? alike : 0;
}

/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
function editDistance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[other.length] ?? 0;
}
