import type { Locale } from "../core/messages";
import { catalogue, metricById } from "../core/metrics/catalogue";
import type { MetricText } from "../core/metrics/metric";

/** What is said of a metric beside its name. */
export type Words = Pick<MetricText, "definition" | "formula" | "disagree"> & { readonly source: string };
export type WordsOf = (id: string, locale: Locale) => Words | undefined;

/**
 * Definitions are a fifth of the functions' script, and two functions show them: as built, that script is without them
 * (strip-words.cjs), and asks the pane's script, which shares its page and has them from the same declarations.
 */
interface SharedPage {
  salesMetricsWords?: Promise<WordsOf> & { publish?: (words: WordsOf) => void };
}

/** The words, as soon as there is a script that has them. */
export function publishedWords(): Promise<WordsOf> {
  const declared = catalogue.every(({ id }) => declaredWords(id, "en")?.definition !== undefined);
  return declared ? Promise.resolve(declaredWords) : awaited();
}

/** Called by the pane's script. */
export function publishWords(): void {
  awaited().publish?.(declaredWords);
}

function awaited(): NonNullable<SharedPage["salesMetricsWords"]> {
  const page = globalThis as SharedPage;
  if (page.salesMetricsWords === undefined) {
    let publish: ((words: WordsOf) => void) | undefined;
    const promise = new Promise<WordsOf>((resolve) => {
      publish = resolve;
    });
    page.salesMetricsWords = Object.assign(promise, { publish });
  }
  return page.salesMetricsWords;
}

function declaredWords(id: string, locale: Locale): Words | undefined {
  const metric = metricById(id);
  return metric && { ...metric.text[locale], source: metric.source };
}
