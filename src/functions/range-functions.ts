import { messageText, type Locale } from "../core/messages";
import { measure, measureBy, tabulate, type GroupedResults } from "../core/metrics/measure";
import { isComputed, isTable, unitOf, type Metric } from "../core/metrics/metric";
import { tableOptions } from "../core/metrics/common-options";
import { refuse, RefusalError } from "../core/result";
import { errorCell, resultTable, valueCell, type CellTable, type CellValue } from "./cell-values";
import { locale } from "./environment";
import { groupTable } from "./group-table";
import { readCall, type Argument } from "./read-arguments";

/** Calculates a range function. Whatever the cells hold, the answer is a number or an error that says what to do. */
export function callMetric(metric: Metric, args: readonly Argument[]): CellValue | CellTable {
  return guarded((language): CellValue | CellTable => {
    if (isTable(metric)) {
      const { dataset, question, extra } = readCall(metric, args, { options: tableOptions });
      return resultTable(tabulate(dataset, question), language, extra.headers === "yes");
    }
    if (!isComputed(metric) && metric.spillsBy !== undefined) {
      const { dataset, question, extra } = readCall(metric, args, { options: tableOptions });
      const role = metric.spillsBy(question.options);
      if (role !== undefined) {
        const grouped = withoutIdleBlank(measureBy(dataset, question, role));
        return groupTable(
          messageText(language, "headGroup"),
          [{ metric, unit: unitOf(metric, question.options), ...grouped }],
          language,
          extra.headers === "yes",
          true,
          role === "owner" ? "unassigned" : "blankGroup",
        );
      }
      return valueCell(measure(dataset, question), unitOf(metric, question.options), language);
    }
    const { dataset, question } = readCall(metric, args);
    return valueCell(measure(dataset, question), unitOf(metric, question.options), language);
  });
}

/** Without the blank group where it stands for nothing but a team's target, which is no rep's. */
function withoutIdleBlank({ labels, results }: GroupedResults): GroupedResults {
  const idle = (at: number): boolean => labels[at] === "" && (results[at]?.numerator ?? 0) === 0;
  return {
    labels: labels.filter((_, at) => !idle(at)),
    results: results.filter((_, at) => !idle(at)),
  };
}

/** Turns refusals into error cells, and what nobody foresaw into one that says so. */
export function guarded<T extends CellValue | CellTable>(
  calculate: (language: Locale) => T,
): T | CustomFunctions.Error {
  const language = locale();
  try {
    return calculate(language);
  } catch (error) {
    if (error instanceof RefusalError) return errorCell(error.refusal, language);
    const reason = error instanceof Error ? error.message : String(error);
    return errorCell(refuse("#VALUE!", "internal", { reason }), language);
  }
}
