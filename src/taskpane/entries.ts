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

/** All entries under their headings. A metric of two families stands under the first. */
export function entryGroups(entries: readonly Entry[]): readonly EntryGroup[] {
  const ofFamily = (family: Family) =>
    entries.filter((entry) => entry.is === "metric" && entry.metric.families[0] === family);
  const groups: EntryGroup[] = FAMILIES.map(([family, title]) => ({ title, entries: ofFamily(family) }));
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

/** Entries with every word of the query in id, name or definition, in either language, without regard to accents. */
export function searchEntries(query: string): readonly Entry[] {
  const words = normaliseWord(query).split(" ").filter(Boolean);
  return allEntries.filter((entry) => words.every((word) => searchText(entry).includes(word)));
}

const searchTexts = new Map<string, string>();

function searchText(entry: Entry): string {
  const known = searchTexts.get(entry.id);
  if (known !== undefined) return known;
  const locales: readonly Locale[] = ["en", "ro"];
  const parts = locales.flatMap((locale) => [entryName(entry, locale), entryDefinition(entry, locale)]);
  const text = normaliseWord([`SALES.${entry.id}`, entry.id, ...parts].join(" \n "));
  searchTexts.set(entry.id, text);
  return text;
}
