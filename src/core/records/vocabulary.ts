import { normaliseWord } from "../text";
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
