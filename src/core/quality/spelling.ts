import type { Steps } from "../steps";
import { normaliseWord } from "../text";

/**
 * Words that are probably one: equal but for case, accents and punctuation, or two letters apart at most, and no more
 * than one in four. Words that differ in a number are different. O(n²) in the distinct words, which are few.
 */
export function likelyMisspelt(words: readonly string[]): readonly (readonly string[])[] {
  const keys = words.map(normaliseWord);
  return groupsOf(words, (i, j) => isMisspelt(keys[i] ?? "", keys[j] ?? ""));
}

/** Whether two normalised words are probably one. */
export function isMisspelt(one: string, other: string): boolean {
  if (one === other) return true;
  if (digitsOf(one) !== digitsOf(other)) return false;
  const most = Math.min(2, Math.floor(Math.max(one.length, other.length) / 4));
  return Math.abs(one.length - other.length) <= most && distance(one, other) <= most;
}

/**
 * As `likelyMisspelt` for long lists: words of six letters or more that are one letter apart, found by what is left of
 * them without any one letter. O(n) in the letters.
 */
export function* oneLetterApart(words: readonly string[]): Steps<readonly (readonly string[])[]> {
  const keys = words.map(normaliseWord);
  const neighbours = new Map<number, number[]>();
  const firstWith = new Map<string, number>();
  for (const [at, key] of keys.entries()) {
    if (at % WORDS_A_STEP === 0) yield;
    if (key.length < 6) continue;
    for (let gap = 0; gap <= key.length; gap++) {
      const rest = key.slice(0, gap) + key.slice(gap + 1);
      const other = firstWith.get(rest);
      if (other === undefined) firstWith.set(rest, at);
      else if (
        other !== at &&
        digitsOf(keys[other] ?? "") === digitsOf(key) &&
        distance(keys[other] ?? "", key) <= 1
      )
        neighbours.set(other, [...(neighbours.get(other) ?? []), at]);
    }
  }
  return [...neighbours].map(([first, others]) =>
    [first, ...new Set(others)].flatMap((at) => (words[at] === undefined ? [] : [words[at]])),
  );
}

/** Some milliseconds of work. */
const WORDS_A_STEP = 2000;

function digitsOf(text: string): string {
  return text.replace(/\D+/g, " ").trim();
}

/** Words that belong together directly or by way of others, in their order; words alone are left out. */
function groupsOf(
  words: readonly string[],
  together: (i: number, j: number) => boolean,
): readonly (readonly string[])[] {
  const groupOf = words.map((_, i) => i);
  const root = (i: number): number => (groupOf[i] === i ? i : root(groupOf[i] ?? i));
  for (let i = 0; i < words.length; i++) {
    for (let j = i + 1; j < words.length; j++) if (together(i, j)) groupOf[root(j)] = root(i);
  }
  const groups = new Map<number, string[]>();
  words.forEach((word, i) => {
    const group = groups.get(root(i));
    if (group === undefined) groups.set(root(i), [word]);
    else group.push(word);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Levenshtein's distance: letters to insert, delete or replace. O(n m). */
function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (above[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[other.length] ?? 0;
}
