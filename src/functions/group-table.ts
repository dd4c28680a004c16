import { messageText, type Locale, type MessageId } from "../core/messages";
import { inOrder } from "../core/metrics/group-order";
import type { GroupedResults } from "../core/metrics/measure";
import type { Metric, Unit } from "../core/metrics/metric";
import type { Refusal } from "../core/result";
import { errorCell, tableCell, type CellTable } from "./cell-values";

interface GroupColumn extends GroupedResults {
  readonly metric: Metric;
  readonly unit: Unit;
  /** Why the metric could not be asked at all: what its cells say. */
  readonly failure?: Refusal;
}

/**
 * Groups and their values as a table. Word groups come in alphabetical order, so that sorting the rows of the sheet
 * changes nothing; the blank group is last. Periods keep their order.
 */
export function groupTable(
  heading: string,
  columns: readonly GroupColumn[],
  locale: Locale,
  headers: boolean,
  sorted = true,
  blank: MessageId = "blankGroup",
): CellTable {
  const labels = columns[0]?.labels ?? [];
  const rows: CellTable = (sorted ? inOrder(labels) : labels).map((label) => [
    label === "" ? messageText(locale, blank) : label,
    ...columns.map(({ unit, labels: own, results, failure }) => {
      if (failure !== undefined) return errorCell(failure, locale);
      const result = results[own.indexOf(label)];
      return result === undefined ? "—" : tableCell(result, unit);
    }),
  ]);
  if (headers) rows.unshift([heading, ...columns.map(({ metric }) => metric.text[locale].name)]);
  return rows.length === 0 ? [["—"]] : rows;
}
