import { normaliseWord } from "../text";
import { dealTypeWords, invalidReasonWords, statusWords } from "./vocabulary-data";

export type StatusClass = keyof typeof statusWords;
export type DealType = keyof typeof dealTypeWords;

/** Word → class, both sides normalised; built once, on first use. */
function lookup<C extends string>(
  words: Readonly<Record<C, readonly string[]>>,
): (word: string) => C | undefined {
  let index: Map<string, C> | undefined;
  return (word) => {
    if (index === undefined) {
      index = new Map();
      for (const name of Object.keys(words) as C[]) {
        for (const line of words[name])
          for (const entry of line.split("|")) index.set(normaliseWord(entry), name);
      }
    }
    return index.get(normaliseWord(word));
  };
}

export const statusOf = lookup<StatusClass>(statusWords);
export const dealTypeOf = lookup<DealType>(dealTypeWords);
export const isInvalidReason = lookup<keyof typeof invalidReasonWords>(invalidReasonWords);

/** Classifiers that conditions name; each maps a word to its class. */
export const vocabularies = {
  dealType: dealTypeOf,
  invalidReason: isInvalidReason,
} as const;
export type VocabularyName = keyof typeof vocabularies;
