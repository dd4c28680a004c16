import { metricNamed } from "../../core/metrics/named-metric";
import { typeOfRole, type Kind, type Role } from "../../core/records/roles";
import type { Profile } from "./profile";
import type { Reason } from "./types";
import { vocabularyOf, type Vocabulary } from "./vocabulary";

/** How well a column's values go with a role: 0 … 1, undefined where they forbid it. */
export interface Fit {
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Share of cells that must be readable: the rest are slips. */
const MOST = 0.8;
/** A column of the role could look so, but says nothing for it. */
const NEUTRAL = 0.9;
const DOUBTFUL = 0.35;

export function fitOf(kind: Kind, role: Role, profile: Profile): Fit | undefined {
  if (profile.filled === 0) return { score: 0.7, reasons: [] };
  switch (typeOfRole(kind, role)) {
    case "date":
      return dateFit(profile);
    case "money":
    case "number":
      return numberFit(role, profile);
    case "level":
      return levelFit(profile);
    case "probability":
      return profile.numeric >= MOST && profile.dates < 0.5 && profile.min >= 0 && profile.max <= 100
        ? values(profile.numeric, "number", NEUTRAL)
        : undefined;
    case "duration":
      return Math.max(profile.numeric, profile.durations) >= MOST && profile.dates < 0.5
        ? values(Math.max(profile.numeric, profile.durations), "duration", NEUTRAL)
        : undefined;
    case "word":
    case "status":
      return wordFit(kind, role, profile);
  }
}

/** A column of more words than this takes them from no vocabulary. */
const MOST_WORDS = 300;

/** Share of the filled cells whose words the vocabulary knows, and the classes they have. */
export function knownWords(
  profile: Profile,
  vocabulary: Vocabulary,
): { share: number; classes: ReadonlySet<string> } {
  const classes = new Set<string>();
  if (profile.words.size > MOST_WORDS) return { share: 0, classes };
  let known = 0;
  for (const [word, count] of profile.words) {
    const meaning = vocabulary.classOf(word);
    if (meaning === undefined) continue;
    known += count;
    classes.add(meaning);
  }
  return { share: profile.filled === 0 ? 0 : known / profile.filled, classes };
}

/** Few words as of a list to choose from: at most 30, or a fifth of the rows. */
export function hasFewWords(profile: Profile): boolean {
  return profile.words.size <= 30 || profile.distinctShare <= 0.2;
}

function dateFit(profile: Profile): Fit | undefined {
  const ambiguous: Reason[] = profile.ambiguousDates ? [{ is: "ambiguousDates" }] : [];
  if (profile.dates >= MOST) {
    const fit = values(profile.dates, "date", 1);
    return { ...fit, reasons: [...fit.reasons, ...ambiguous] };
  }
  return profile.perhapsDates >= MOST ? values(profile.perhapsDates, "date", NEUTRAL) : undefined;
}

function numberFit(role: Role, profile: Profile): Fit | undefined {
  if (profile.numeric < MOST || profile.dates >= 0.5) return undefined;
  const isFlag = profile.words.size <= 2 && profile.min >= 0 && profile.max <= 1;
  const isScale = role === "scaleMin" || role === "scaleMax";
  if (isFlag && !isScale && profile.filled > 2) return { score: DOUBTFUL, reasons: [] };
  if (role === "quantity" || role === "order" || role === "recipients")
    return values(profile.numeric, "number", profile.integers >= 0.5 ? 1 : NEUTRAL);
  return values(profile.numeric, "amount", 1);
}

/** A short list, in which any number may have its unit beside it: "25 %", "45 min". */
function levelFit(profile: Profile): Fit | undefined {
  if (profile.dates >= 0.5) return undefined;
  let numbers = 0;
  for (const [word, count] of profile.words) if (LEVEL.test(word)) numbers += count;
  const share = Math.max(profile.numeric, numbers / profile.filled);
  return share >= MOST ? values(share, "amount", 1) : undefined;
}

const LEVEL = /^\D{0,3}\d/;

function wordFit(kind: Kind, role: Role, profile: Profile): Fit | undefined {
  if (profile.dates >= 0.5) return undefined;
  const vocabulary = vocabularyOf(kind, role);
  switch (role) {
    case "status":
    case "kind":
    case "done":
    case "converted":
    case "direction":
    case "outcome":
      return vocabulary === undefined ? undefined : listFit(profile, vocabulary, 0.5, DOUBTFUL);
    case "type":
      return vocabulary === undefined ? undefined : listFit(profile, vocabulary, 0.5, DOUBTFUL);
    case "stage":
      return isText(profile) && hasFewWords(profile) ? fewWords(profile, NEUTRAL) : undefined;
    case "source":
    case "category":
      if (kind === "benchmark") return isText(profile) ? { score: NEUTRAL, reasons: [] } : undefined;
      if (!isText(profile) || vocabulary === undefined) return undefined;
      return listFit(
        profile,
        vocabulary,
        0.3,
        hasFewWords(profile) || profile.words.size <= 100 ? 0.8 : DOUBTFUL,
      );
    case "email":
      return profile.emails >= MOST ? values(profile.emails, "email", 1) : undefined;
    case "currency":
      return isCurrency(profile) ? fewWords(profile, 1) : undefined;
    case "recurringPeriod":
      return hasFewWords(profile) && [...profile.words.keys()].some((word) => PERIOD.test(word))
        ? fewWords(profile, 1)
        : undefined;
    case "id":
      return idFit(profile);
    case "name":
    case "subject":
      return nameFit(kind, profile);
    case "owner":
      return ownerFit(profile);
    case "pipeline":
    case "lostReason":
    case "forecastCategory":
      return isText(profile) && (hasFewWords(profile) || profile.distinctShare < 0.5)
        ? fewWords(profile, NEUTRAL)
        : undefined;
    case "metric":
      return metricFit(profile);
    case "region":
    case "company":
    case "referredBy":
      return isText(profile) && !isYesNo(profile) ? { score: NEUTRAL, reasons: [] } : undefined;
    default:
      return isMeasure(profile) || isYesNo(profile) ? undefined : { score: NEUTRAL, reasons: [] };
  }
}

/** Names of metrics; a list of our own ids may name each of them once. */
function metricFit(profile: Profile): Fit | undefined {
  if (!isText(profile)) return undefined;
  let known = 0;
  for (const [word, count] of profile.words) if (metricNamed(word) !== undefined) known += count;
  if (known >= profile.filled / 2) return fewWords(profile, 1);
  return hasFewWords(profile) || profile.distinctShare < 0.5 ? fewWords(profile, NEUTRAL) : undefined;
}

/** A column that takes its words from a vocabulary, at least the given share of them. */
function listFit(
  profile: Profile,
  vocabulary: Vocabulary,
  least: number,
  otherwise: number,
): Fit | undefined {
  if (isMeasure(profile)) return undefined;
  const { share } = knownWords(profile, vocabulary);
  if (share >= least)
    return {
      score: Math.min(1, 0.75 + share / 4),
      reasons: [{ is: "words", values: { share, vocabulary: vocabulary.name } }],
    };
  if (vocabulary.name === "dealStatus" && isFlag(profile)) return values(1, "yesNo", NEUTRAL);
  if (!hasFewWords(profile) && otherwise === DOUBTFUL) return undefined;
  return { score: otherwise, reasons: [] };
}

/** Lines of one order share its number; a column of few numbers is none of ids. */
function idFit(profile: Profile): Fit | undefined {
  if (isMeasure(profile) || isYesNo(profile)) return undefined;
  if (profile.distinctShare >= 0.98)
    return { score: 1, reasons: [{ is: "unique", values: { share: profile.distinctShare } }] };
  return { score: profile.distinctShare >= 0.02 ? NEUTRAL : DOUBTFUL, reasons: [] };
}

/** Names of deals differ from row to row; those that keep coming back are customers' or products'. */
function nameFit(kind: Kind, profile: Profile): Fit | undefined {
  if (!isText(profile) || isYesNo(profile) || profile.emails > 0.5) return undefined;
  if (kind !== "deal" || profile.filled < 5) return { score: NEUTRAL, reasons: [] };
  if (profile.distinctShare >= 0.8)
    return { score: 1, reasons: [{ is: "unique", values: { share: profile.distinctShare } }] };
  return { score: profile.distinctShare >= 0.4 ? 0.8 : DOUBTFUL, reasons: [] };
}

function ownerFit(profile: Profile): Fit | undefined {
  if (isMeasure(profile) || isYesNo(profile)) return undefined;
  if (profile.filled > 30 && profile.words.size >= profile.filled / 3) return undefined;
  return fewWords(profile, isText(profile) ? 1 : 0.8);
}

/** Quantities are no words: decimals, or numbers with a sign. Whole numbers may be codes. */
function isMeasure({ numeric, integers, min }: Profile): boolean {
  return numeric >= MOST && (integers < 0.95 || min < 0);
}

function isText({ numeric }: Profile): boolean {
  return numeric < 0.5;
}

function isFlag({ numeric, words, min, max }: Profile): boolean {
  return numeric === 1 && words.size <= 2 && min >= 0 && max <= 1;
}

function isYesNo(profile: Profile): boolean {
  const yesNo = vocabularyOf("lead", "converted");
  return (
    profile.filled > 2 &&
    profile.words.size <= 2 &&
    yesNo !== undefined &&
    knownWords(profile, yesNo).share === 1
  );
}

function isCurrency({ words, numeric }: Profile): boolean {
  return (
    numeric === 0 &&
    words.size <= 30 &&
    [...words.keys()].every((word) => /^(?:[a-z]{3}|lei|euro|[€$£¥])$/.test(word))
  );
}

const PERIOD =
  /^(?:month|monthly|year|yearly|annual|annually|quarter|quarterly|week|weekly|lun|lunar|anual|trimestrial|an$|luna|monat|jahr|mens|annuel|anual)/;

function values(share: number, type: string, score: number): Fit {
  return { score, reasons: [{ is: "values", values: { share, type } }] };
}

function fewWords({ words }: Profile, score: number): Fit {
  return { score, reasons: [{ is: "fewWords", values: { distinct: words.size } }] };
}
