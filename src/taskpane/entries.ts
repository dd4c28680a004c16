import type { Locale } from "../core/messages";
import { catalogue } from "../core/metrics/catalogue";
import type { Family, Metric } from "../core/metrics/metric";
import { helperTexts } from "../core/metrics/parameter-texts";
import { normaliseWord } from "../core/text";
import { helperName } from "../reference";
import type { TextKey } from "./texts";

export type HelperId = keyof typeof helperTexts;

/** One line of the list: a metric's own function, or a helper that takes any metric. */
export type Entry =
  | { readonly is: "metric"; readonly id: string; readonly metric: Metric }
  | { readonly is: "helper"; readonly id: HelperId };

export interface EntryGroup {
  readonly title: TextKey;
  readonly entries: readonly Entry[];
}

const metrics = catalogue.map((metric): Entry => ({ is: "metric", id: metric.id, metric }));
const helpers = (Object.keys(helperTexts) as HelperId[]).map((id): Entry => ({ is: "helper", id }));

export const allEntries: readonly Entry[] = [...metrics, ...helpers];

const FAMILIES: readonly (readonly [Family, TextKey])[] = [
  ["performance", "familyPerformance"],
  ["activity", "familyActivity"],
  ["productivity", "familyProductivity"],
];

/** All entries under their headings: favourites first; a metric of two families stands under the first of them. */
export function entryGroups(
  entries: readonly Entry[],
  favourites: readonly string[] = [],
): readonly EntryGroup[] {
  const ofFamily = (family: Family) =>
    entries.filter(
      (entry) =>
        entry.is === "metric" && entry.metric.families[0] === family && !favourites.includes(entry.id),
    );
  const groups: EntryGroup[] = [
    { title: "favourites", entries: favourites.flatMap((id) => entries.filter((entry) => entry.id === id)) },
    ...FAMILIES.map(([family, title]): EntryGroup => ({ title, entries: ofFamily(family) })),
  ];
  groups.push({ title: "familyHelpers", entries: entries.filter(({ is }) => is === "helper") });
  return groups.filter((group) => group.entries.length > 0);
}

export function entryName(entry: Entry, locale: Locale): string {
  if (entry.is === "metric") return entry.metric.text[locale].name;
  return helperName(entry.id, locale);
}

export function entryDefinition(entry: Entry, locale: Locale): string {
  return entry.is === "metric" ? entry.metric.text[locale].definition : helperTexts[entry.id][locale];
}

/**
 * Entries in which every word of the query begins a word of the id, name or definition, in either language, without
 * regard to accents; those with all of them in id or name come first.
 */
export function searchEntries(query: string): readonly Entry[] {
  const words = normaliseWord(query).split(" ").filter(Boolean);
  const has = (text: string) => words.every((word) => text.includes(` ${word}`));
  const found = allEntries.filter((entry) => has(searchTexts(entry).whole));
  const isNamed = (entry: Entry) => has(searchTexts(entry).name);
  return [...found.filter(isNamed), ...found.filter((entry) => !isNamed(entry))];
}

interface SearchTexts {
  readonly name: string;
  readonly whole: string;
}

const known = new Map<string, SearchTexts>();

function searchTexts(entry: Entry): SearchTexts {
  const former = known.get(entry.id);
  if (former !== undefined) return former;
  const locales: readonly Locale[] = ["en", "ro"];
  const joined = (texts: readonly string[]) => ` ${normaliseWord(texts.join(" \n "))}`;
  const names = [`SALES.${entry.id}`, entry.id, ...locales.map((locale) => entryName(entry, locale))];
  const whole = [...names, ...locales.map((locale) => entryDefinition(entry, locale))];
  const texts = { name: joined(names), whole: joined(whole) };
  known.set(entry.id, texts);
  return texts;
}
