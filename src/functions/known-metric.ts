import { metricById } from "../core/metrics/catalogue";
import type { Metric } from "../core/metrics/metric";
import { sampleOf } from "../core/records/columns";
import { stop } from "../core/result";
import { scalarOf, type Argument } from "./read-arguments";

/** The metric that a cell names. */
export function knownMetric(given: Argument): Metric {
  const id = scalarOf(given);
  const metric = metricById(id === undefined ? "" : String(id));
  return metric ?? stop("unknownMetric", { metric: id === undefined ? "" : sampleOf(id) });
}
