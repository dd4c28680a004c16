import { normaliseWord } from "../text";
import type { Role } from "./roles";
import {
  activityDoneWords,
  activityTypeWords,
  automaticWords,
  callOutcomeWords,
  costCategoryWords,
  dealTypeWords,
  directionWords,
  invalidReasonWords,
  leadStatusWords,
  sourceGroupWords,
  statusWords,
  yesNoWords,
} from "./vocabulary-data";

export type StatusClass = keyof typeof statusWords;
export type DealType = keyof typeof dealTypeWords;
export type LeadStatus = keyof typeof leadStatusWords;
export type ActivityType = keyof typeof activityTypeWords;
export type ActivityDone = keyof typeof activityDoneWords;
export type Direction = keyof typeof directionWords;
export type SourceGroup = keyof typeof sourceGroupWords;
export type CallOutcome = keyof typeof callOutcomeWords;
export type CostCategory = keyof typeof costCategoryWords;
export type YesNo = keyof typeof yesNoWords;

/** Word → class, both sides normalised; built once, on first use. */
function lookup<C extends string>(words: Readonly<Record<C, readonly string[]>>): Vocabulary<C> {
  let index: Map<string, C> | undefined;
  const classOf = (word: string): C | undefined => {
    if (index === undefined) {
      index = new Map();
      for (const name of Object.keys(words) as C[]) {
        for (const line of words[name])
          for (const entry of line.split("|")) index.set(normaliseWord(entry), name);
      }
    }
    return index.get(normaliseWord(word));
  };
  return Object.assign(classOf, { has: (name: string): name is C => Object.hasOwn(words, name) });
}

export const statusOf = lookup<StatusClass>(statusWords);
export const dealTypeOf = lookup<DealType>(dealTypeWords);
export const isInvalidReason = lookup<keyof typeof invalidReasonWords>(invalidReasonWords);
export const leadStatusOf = lookup<LeadStatus>(leadStatusWords);
export const activityTypeOf = lookup<ActivityType>(activityTypeWords);
export const activityDoneOf = lookup<ActivityDone>(activityDoneWords);
export const directionOf = lookup<Direction>(directionWords);
export const sourceGroupOf = lookup<SourceGroup>(sourceGroupWords);
export const callOutcomeOf = lookup<CallOutcome>(callOutcomeWords);
export const costCategoryOf = lookup<CostCategory>(costCategoryWords);
export const isAutomatic = lookup<keyof typeof automaticWords>(automaticWords);
export const yesNoOf = lookup<YesNo>(yesNoWords);

/** Classifiers that conditions name; each maps a word to its class. */
export const vocabularies = {
  status: statusOf,
  dealType: dealTypeOf,
  invalidReason: isInvalidReason,
  leadStatus: leadStatusOf,
  activityType: activityTypeOf,
  activityDone: activityDoneOf,
  direction: directionOf,
  sourceGroup: sourceGroupOf,
  callOutcome: callOutcomeOf,
  costCategory: costCategoryOf,
  yesNo: yesNoOf,
} as const;
export type VocabularyName = keyof typeof vocabularies;
/** Open is what no word of a status says, unless a person does. */
export type ClassOf<V extends VocabularyName> =
  Exclude<ReturnType<(typeof vocabularies)[V]>, undefined> | (V extends "status" ? "open" : never);

/** Classes that a person gave to words of a role, which go before the vocabulary: role → word as it is compared → class. */
export type Meanings = ReadonlyMap<Role, ReadonlyMap<string, string>>;

export function readMeanings(
  given: Readonly<Partial<Record<Role, Readonly<Record<string, string>>>>> = {},
): Meanings {
  const meanings = new Map<Role, ReadonlyMap<string, string>>();
  for (const [role, words] of Object.entries(given) as [Role, Readonly<Record<string, string>>][])
    meanings.set(role, new Map(Object.entries(words).map(([word, name]) => [normaliseWord(word), name])));
  return meanings;
}

/** The vocabulary as the words of a role are read with it; a class that another vocabulary has says nothing here. */
export function classifier<V extends VocabularyName>(
  vocabulary: V,
  own: ReadonlyMap<string, string> | undefined,
): (word: string) => ClassOf<V> | undefined {
  const usual = vocabularies[vocabulary] as unknown as Vocabulary<ClassOf<V>>;
  if (own === undefined) return usual;
  return (word) => {
    const decided = own.get(normaliseWord(word)) ?? "";
    return usual.has(decided) || (decided === "open" && vocabulary === "status")
      ? (decided as ClassOf<V>)
      : usual(word);
  };
}

/** A classifier, and whether it has a class with this name. */
type Vocabulary<C extends string> = ((word: string) => C | undefined) & { has(name: string): name is C };
