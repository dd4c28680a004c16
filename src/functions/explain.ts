import { explain, remarksOn, tabulate } from "../core/metrics/measure";
import { isTable, unitOf } from "../core/metrics/metric";
import { detailsTable, standingBehind, type CellTable } from "./explanation-table";
import { knownMetric } from "./known-metric";
import { guarded } from "./range-functions";
import { readCall, type Argument } from "./read-arguments";

/** `SALES.EXPLAIN(metric, column1, …)`: value, interval, counts, what was left out and why. */
export function explainMetric(
  metricId: Argument,
  args: readonly Argument[],
): CellTable | CustomFunctions.Error {
  return guarded((language) => {
    const metric = knownMetric(metricId);
    const { dataset, question } = readCall(metric, args);
    if (isTable(metric)) {
      const table = tabulate(dataset, question);
      return standingBehind({ ...table, notes: [...table.notes, ...remarksOn(dataset, question)] }, language);
    }
    return detailsTable(explain(dataset, question), unitOf(metric, question.options), language);
  });
}
