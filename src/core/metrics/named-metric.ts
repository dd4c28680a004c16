import { isMisspelt } from "../quality/spelling";
import { normaliseWord } from "../text";
import { catalogue } from "./catalogue";
import type { Metric } from "./metric";
import { targetNames } from "./targets";

/** A metric that a table's text names. */
export interface NamedMetric {
  readonly metric: Metric;
  /** The text is not a name of the metric, it resembles one. */
  readonly isNear: boolean;
}

/** What people call a metric: its id, its name in either language, and what tables of targets call it. */
export function namesOf({ id, text }: Pick<Metric, "id" | "text">): readonly string[] {
  return [id, text.en.name, text.ro.name, ...(OTHER_NAMES[id] ?? [])];
}

/**
 * The metric that a text names, what stands in brackets and the sign of a percentage aside; one that is misspelt
 * by a letter or two where only one metric resembles it. Undefined where none does.
 */
export function metricNamed(text: string): NamedMetric | undefined {
  const known = namesIndex();
  const keys = keysOf(text);
  const exact = keys.flatMap((key) => known.get(key) ?? []).at(0);
  if (exact !== undefined) return { metric: exact, isNear: false };
  const key = keys.at(-1) ?? "";
  const near = new Set([...known].flatMap(([name, metric]) => (isMisspelt(key, name) ? [metric] : [])));
  const [metric, ...others] = near;
  return metric === undefined || others.length > 0 ? undefined : { metric, isNear: true };
}

/** A name as it is compared, with and without what stands in brackets: "Win rate (%)", "Customer satisfaction (CSAT)". */
function keysOf(text: string): readonly string[] {
  const keys = [text, text.replace(/\([^)]*\)/g, " ")].map((each) => normaliseWord(each.replace(/%/g, " ")));
  return [...new Set(keys)].filter((key) => key !== "");
}

const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  REVENUE: targetNames.revenue,
  SALESCOUNT: targetNames["won-count"],
  MRR: targetNames["mrr-added"],
  CHURN: ["churn rate", "churn", "rata de abandon"],
  RETENTION: ["retention rate", "retention", "rata de retenție"],
  CLTV: ["LTV", "CLV", "lifetime value"],
  AVGDEALSIZE: ["deal size", "average deal value", "valoarea medie a ofertei"],
  LEADRESPONSE: ["response time", "timp de răspuns"],
};

let index: ReadonlyMap<string, Metric> | undefined;

/** Of two metrics with one name the first in the catalogue has it. */
function namesIndex(): ReadonlyMap<string, Metric> {
  if (index !== undefined) return index;
  const names = new Map<string, Metric>();
  for (const metric of catalogue) {
    for (const key of namesOf(metric).flatMap(keysOf)) if (!names.has(key)) names.set(key, metric);
  }
  index = names;
  return names;
}
