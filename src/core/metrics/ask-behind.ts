import { rowsBehind, type RowsBehind } from "../evaluate/rows-behind";
import { isRefusal } from "../result";
import { createDesk, readAsk, type Ask } from "./ask";
import { guarded, type DeskContext } from "./ask-context";
import { questionOf } from "./ask-evaluate";
import { contextOf } from "./given";
import { isComputed, isTable } from "./metric";

export type { RowsBehind, RowsOfKind } from "../evaluate/rows-behind";

/**
 * The rows that a question's number is made of, by their places in the tables as they were read. Undefined where the metric
 * is no expression over the records as they stand (cohorts, subscriptions month by month), or cannot be asked.
 */
export function behind(context: DeskContext, ask: Ask): RowsBehind | undefined {
  const read = guarded(() => readAsk(context, ask));
  if (isRefusal(read) || read.filters.length > 0) return undefined;
  const { metric, options } = read.asked;
  if (isTable(metric) || isComputed(metric)) return undefined;
  const { period } = read;
  const { dataset } = read.read;
  const asOf = read.asOf ?? createDesk(context.dataset, context).explain(ask).asOf;
  const question = {
    ...questionOf({ ...read, ...(asOf === undefined ? {} : { asOf }) }),
    ...(period === undefined ? {} : { period }),
  };
  const given = contextOf(dataset, question);
  const rows = guarded(() => {
    if ((metric.prepare?.(dataset, options, given) ?? dataset) !== dataset) return undefined;
    return rowsBehind(dataset, metric.value(options, given), {
      ...(period === undefined ? {} : { period }),
      ...(asOf === undefined ? {} : { asOf }),
    });
  });
  return rows === undefined || isRefusal(rows) ? undefined : rows;
}
