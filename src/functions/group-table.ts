import { messageText, type Locale, type MessageId } from "../core/messages";
import type { GroupedResults } from "../core/metrics/measure";
import type { Metric, Unit } from "../core/metrics/metric";
import { normaliseWord } from "../core/text";
import { tableCell, type CellTable } from "./cell-values";

/**
 * Groups and their values as a table. Word groups come in alphabetical order, so that sorting the rows of the sheet
 * changes nothing; the blank group is last. Periods keep their order.
 */
export function groupTable(
  heading: string,
  columns: readonly (GroupedResults & { readonly metric: Metric; readonly unit: Unit })[],
  locale: Locale,
  headers: boolean,
  sorted = true,
  blank: MessageId = "blankGroup",
): CellTable {
  const labels = columns[0]?.labels ?? [];
  const order = labels.map((label, index) => ({ label, index, key: normaliseWord(label) }));
  if (sorted) {
    order.sort((a, b) => {
      if ((a.label === "") !== (b.label === "")) return a.label === "" ? 1 : -1;
      return a.key < b.key ? -1 : a.key > b.key ? 1 : a.label < b.label ? -1 : a.label > b.label ? 1 : 0;
    });
  }
  const rows: CellTable = order.map(({ label, index }) => [
    label === "" ? messageText(locale, blank) : label,
    ...columns.map(({ unit, labels: own, results }) => {
      const result = results[own[index] === label ? index : own.indexOf(label)];
      return result === undefined ? "—" : tableCell(result, unit);
    }),
  ]);
  if (headers) rows.unshift([heading, ...columns.map(({ metric }) => metric.text[locale].name)]);
  return rows.length === 0 ? [["—"]] : rows;
}
