import { missingColumns } from "../../core/metrics/ask";
import { metricById } from "../../core/metrics/catalogue";
import { isTable, type Metric } from "../../core/metrics/metric";
import type { Dataset } from "../../core/records/dataset";
import { isPossible, type MappedRoles } from "../data/possible";

/** What a sales manager looks at first, in this order, as far as the mapped tables allow. */
const HEADLINES = [
  "REVENUE",
  "WINRATE",
  "SALESCOUNT",
  "AVGDEALSIZE",
  "PIPELINEVALUE",
  "DEALCYCLE",
  "OPPCOUNT",
  "NEWCUSTOMERS",
  "LEADCONV",
  "LEADRESPONSE",
  "ACTIVITIES",
  "MEETINGS",
  "MRR",
  "CHURN",
  "CSAT",
] as const;

const MOST_CARDS = 12;

/** The metrics on cards: the person's favourites, then the usual headlines. */
export function cardMetrics(dataset: Dataset, favourites: readonly string[]): readonly Metric[] {
  const ids = [...new Set([...favourites, ...HEADLINES])];
  const possible = ids.flatMap((id) => {
    const metric = metricById(id);
    return metric !== undefined && canBeAsked(dataset, metric) ? [metric] : [];
  });
  return possible.slice(0, Math.max(MOST_CARDS, favourites.length));
}

/** One number from the mapped tables alone, without a number that a person has to give. */
export function canBeAsked(dataset: Dataset, metric: Metric): boolean {
  return (
    !isTable(metric) &&
    metric.inputs.every((input) => input.input === "column" || !input.required) &&
    missingColumns(dataset, metric).length === 0 &&
    isPossible(metric, rolesIn(dataset))
  );
}

function rolesIn(dataset: Dataset): MappedRoles {
  return new Map(Object.values(dataset).map(({ kind, columns }) => [kind, new Set(columns.keys())]));
}
