import { statusOf } from "../../core/records/vocabulary";
import type { Kind, Role } from "../../core/records/roles";
import { normaliseWord } from "../../core/text";
import { vocabularyOf } from "./vocabulary";

/** A word of a column, and what it is taken for. */
export interface WordMeaning {
  /** As it is written most often; spellings that differ in case, accents and punctuation are one word. */
  readonly word: string;
  readonly count: number;
  /** Its class in the vocabulary; undefined for a word that the vocabulary does not know. */
  readonly meaning: string | undefined;
  /** What the metrics take it for while nobody decides otherwise; undefined = none of the classes. */
  readonly reading: string | undefined;
  /** Metrics refuse the column until the person has decided: "Closed" is won or lost. */
  readonly mustDecide: boolean;
}

export interface WordMeanings {
  readonly vocabulary: string;
  /** The classes to choose from. */
  readonly classes: readonly string[];
  /** The most frequent first. */
  readonly words: readonly WordMeaning[];
  /** Those of them that the vocabulary does not know. */
  readonly unknown: readonly WordMeaning[];
}

/** The words of a column with their counts → classes of the role's vocabulary; undefined for a role without one. */
export function wordMeanings(
  kind: Kind,
  role: Role,
  words: ReadonlyMap<string, number>,
): WordMeanings | undefined {
  const vocabulary = vocabularyOf(kind, role);
  if (vocabulary === undefined) return undefined;
  const isOutcome = vocabulary.name === "dealStatus";
  const flag = isOutcome ? flagOf([...words.keys()]) : undefined;
  const merged = mergeSpellings(words).map(([word, count]): WordMeaning => {
    const meaning = flag?.(word) ?? vocabulary.classOf(word);
    const mustDecide = isOutcome && meaning === undefined && statusOf(word) === "ambiguous";
    return {
      word,
      count,
      meaning,
      reading: mustDecide ? undefined : (meaning ?? vocabulary.otherwise),
      mustDecide,
    };
  });
  return {
    vocabulary: vocabulary.name,
    classes: vocabulary.classes,
    words: merged,
    unknown: merged.filter(({ meaning }) => meaning === undefined),
  };
}

function mergeSpellings(words: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  const merged = new Map<string, { word: string; most: number; count: number }>();
  for (const [word, count] of words) {
    if (word.trim() === "") continue;
    const key = normaliseWord(word) || word.trim();
    const former = merged.get(key);
    if (former === undefined) merged.set(key, { word, most: count, count });
    else {
      former.count += count;
      if (count > former.most) Object.assign(former, { word, most: count });
    }
  }
  return [...merged.values()]
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .map(({ word, count }) => [word, count]);
}

/** A column of numbers is a flag or a probability to the metrics: the top is won, 0 is lost, between is open. */
function flagOf(words: readonly string[]): ((word: string) => string) | undefined {
  const numberOf = (word: string) => Number(word.replace(",", ".").replace(/%$/, ""));
  const numbers = words.filter((word) => word.trim() !== "").map(numberOf);
  if (numbers.length === 0 || !numbers.every((number) => number >= 0 && number <= 100)) return undefined;
  const top = numbers.some((number) => number > 1) ? 100 : 1;
  return (word) => (numberOf(word) === top ? "won" : numberOf(word) === 0 ? "lost" : "open");
}
