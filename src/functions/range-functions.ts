import type { Locale } from "../core/messages";
import { measure } from "../core/metrics/measure";
import type { Metric } from "../core/metrics/metric";
import { refuse, RefusalError } from "../core/result";
import { errorCell, valueCell, type CellTable, type CellValue } from "./cell-values";
import { locale } from "./environment";
import { readCall, type Argument } from "./read-arguments";

/** Calculates a range function. Whatever the cells hold, the answer is a number or an error that says what to do. */
export function callMetric(metric: Metric, args: readonly Argument[]): CellValue {
  return guarded((language) => {
    const { dataset, question } = readCall(metric, args);
    return valueCell(measure(dataset, question), metric.unit, language);
  });
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
