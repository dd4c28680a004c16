import { sharedOnPage } from "../reference/shared-page";
import { stop } from "../core/result";
import type { CellTable } from "./cell-values";
import type * as Explain from "./explain";
import { inTime } from "./in-time";
import { guarded } from "./range-functions";
import type { Argument } from "./read-arguments";

/**
 * In place of `explain.ts` in the functions' script (webpack.config.js): remarks, reasons and their texts are a tenth of
 * it, and one function shows them. The pane's script has them and answers.
 */
export async function explainMetric(
  metricId: Argument,
  args: readonly Argument[],
): Promise<CellTable | CustomFunctions.Error> {
  const explain = await inTime(sharedOnPage<typeof Explain.explainMetric>("salesMetricsExplain").promise);
  return explain === undefined
    ? guarded((): CellTable => stop("wordsMissing", {}, "#N/A"))
    : explain(metricId, args);
}
