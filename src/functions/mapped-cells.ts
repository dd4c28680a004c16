import { messageText, type Locale } from "../core/messages";
import type { Answer, TableAnswer } from "../core/metrics/ask";
import { isRefusal, type Refusal } from "../core/result";
import { errorCell, resultTable, valueCell, type CellTable, type CellValue } from "./cell-values";
import { groupTable } from "./group-table";

/** An answer of the desk as a cell. */
export function kpiCell(answer: Answer | Refusal, language: Locale): CellValue {
  return isRefusal(answer) ? errorCell(answer, language) : valueCell(answer, answer.unit, language);
}

/** A table of the desk as cells; a metric that could not be asked says why in its column, and where none could, in place of all. */
export function tableOfKpis(
  answer: TableAnswer | Refusal,
  { heading, headers }: { readonly heading: string; readonly headers: boolean },
  language: Locale,
): CellTable {
  if (isRefusal(answer)) return [[errorCell(answer, language)]];
  if (answer.is === "table") return resultTable(answer.table, language, headers);
  const { by, labels, columns } = answer;
  const failed = columns.filter((column) => column.failure !== undefined);
  const [failure] = failed.flatMap((column) => column.failure ?? []);
  if (failure !== undefined && (failed.length === columns.length || labels.length === 0))
    return [[errorCell(failure, language)]];
  if (by === undefined) {
    const values = columns.map(({ results, unit }) =>
      results[0] === undefined ? "—" : valueCell(results[0], unit, language),
    );
    return headers ? [columns.map(({ metric }) => metric.text[language].name), values] : [values];
  }
  const head = "grain" in by ? messageText(language, "headPeriod") : heading;
  return groupTable(
    head,
    columns.map((column) => ({ ...column, labels })),
    language,
    headers,
    false,
  );
}
