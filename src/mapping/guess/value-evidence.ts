import type { Kind, Role } from "../../core/records/roles";
import { fitOf, hasFewWords, knownWords, type Fit } from "./fit-values";
import type { Profile } from "./profile";
import { vocabularyOf } from "./vocabulary";

/**
 * What the values alone say for a role, whatever the header: enough to be offered, never to be applied. Undefined where
 * they say nothing.
 */
export function valueEvidence(kind: Kind, role: Role, profile: Profile): Fit | undefined {
  if (profile.filled < 2) return undefined;
  const score = scoreOf(kind, role, profile);
  if (score === undefined) return undefined;
  const fit = fitOf(kind, role, profile);
  return fit === undefined ? undefined : { score, reasons: fit.reasons };
}

function scoreOf(kind: Kind, role: Role, profile: Profile): number | undefined {
  switch (`${kind}.${role}`) {
    case "deal.status": {
      const classes = classesIn(kind, role, profile, 0.5);
      return classes?.has("won") === true && classes.has("lost") ? 0.6 : undefined;
    }
    case "lead.status":
      return (classesIn(kind, role, profile, 0.8)?.size ?? 0) > 1 ? 0.5 : undefined;
    case "activity.type":
      return (classesIn(kind, role, profile, 0.8)?.size ?? 0) > 1 ? 0.6 : undefined;
    case "deal.type":
    case "deal.source":
    case "lead.source":
    case "activity.direction":
    case "activity.outcome":
    case "cost.category":
      return (classesIn(kind, role, profile, 0.7)?.size ?? 0) > 1 ? 0.45 : undefined;
    case "deal.createdDate":
    case "deal.closedDate":
    case "lead.createdDate":
    case "activity.date":
    case "cost.date":
    case "subscription.startDate":
    case "subscription.endDate":
      return profile.dates >= 0.8 ? 0.4 : undefined;
    case "deal.amount":
    case "cost.amount":
    case "subscription.mrr":
      return looksLikeMoney(profile) ? 0.4 : undefined;
    case "deal.probability":
      return looksLikeChance(profile) ? 0.35 : undefined;
    case "deal.currency":
    case "lead.email":
      return fitOf(kind, role, profile) === undefined ? undefined : 0.55;
    case "activity.duration":
      return profile.durations >= 0.8 ? 0.5 : undefined;
    case "deal.id":
    case "lead.id":
    case "activity.id":
      return profile.filled === profile.rows && profile.distinctShare === 1 && !isLongText(profile)
        ? 0.35
        : undefined;
    case "deal.owner":
    case "lead.owner":
    case "activity.owner":
      return looksLikeNames(profile) && hasFewWords(profile) ? 0.35 : undefined;
    case "deal.customer":
    case "subscription.customer":
      return looksLikeNames(profile) && !hasFewWords(profile)
        ? 0.4
        : looksLikeNames(profile)
          ? 0.3
          : undefined;
    default:
      return undefined;
  }
}

function classesIn(kind: Kind, role: Role, profile: Profile, least: number): ReadonlySet<string> | undefined {
  const vocabulary = vocabularyOf(kind, role);
  // 0 and 1 are words of several vocabularies and tell nothing by themselves
  if (vocabulary === undefined || profile.numeric > 0.2) return undefined;
  const { share, classes } = knownWords(profile, vocabulary);
  return share >= least ? classes : undefined;
}

function looksLikeMoney({
  numeric,
  dates,
  perhapsDates,
  max,
  min,
  words,
  integers,
  distinctShare,
  filled,
}: Profile): boolean {
  if (numeric < 0.8 || dates > 0.2 || words.size < 3 || max <= 10) return false;
  // 0722 … is a code or a phone
  if ([...words.keys()].some((word) => /^0\d/.test(word))) return false;
  if (integers < 1) return true;
  // whole numbers: neither years, nor codes that all differ, nor serial days
  const years = min >= 1900 && max <= 2100;
  return !years && perhapsDates < 0.8 && !(distinctShare > 0.9 && filled > 20 && max < 5 * min);
}

function looksLikeChance({ numeric, min, max, words }: Profile): boolean {
  return (
    numeric >= 0.95 && min >= 0 && max <= 100 && (max <= 1 || max >= 50) && words.size > 2 && words.size <= 21
  );
}

function looksLikeNames({ numeric, dates, words, filled, emails }: Profile): boolean {
  return numeric < 0.2 && dates < 0.2 && emails < 0.2 && words.size > 1 && words.size < filled;
}

function isLongText({ words }: Profile): boolean {
  let letters = 0;
  for (const word of words.keys()) letters += word.length;
  return letters > 60 * words.size;
}
