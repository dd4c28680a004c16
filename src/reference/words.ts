import type { Locale } from "../core/messages";
import { catalogue, metricById } from "../core/metrics/catalogue";
import type { MetricText } from "../core/metrics/metric";
import { sharedOnPage } from "./shared-page";

/** What is said of a metric beside its name. */
export type Words = Pick<MetricText, "definition" | "formula" | "disagree"> & { readonly source: string };
export type WordsOf = (id: string, locale: Locale) => Words | undefined;

const shared = () => sharedOnPage<WordsOf>("salesMetricsWords");

/**
 * The words, as soon as there is a script that has them. Two functions show them: as built, the functions' script is
 * without (strip-words.cjs), and asks the pane's script, which has them from the same declarations.
 */
export function publishedWords(): Promise<WordsOf> {
  const declared = catalogue.every(({ id }) => declaredWords(id, "en")?.definition !== undefined);
  return declared ? Promise.resolve(declaredWords) : shared().promise;
}

/** Called by the pane's script. */
export function publishWords(): void {
  shared().publish(declaredWords);
}

function declaredWords(id: string, locale: Locale): Words | undefined {
  const metric = metricById(id);
  return metric && { ...metric.text[locale], source: metric.source };
}
