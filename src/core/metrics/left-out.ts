import { evaluate } from "../evaluate/evaluate";
import type { Dataset } from "../records/dataset";
import { givenTo } from "./given";
import { isComputed, isTable } from "./metric";
import { evaluation, type Question } from "./question";

/** What several questions to the same records leave out, by reason: for metrics that are made of others. */
export function leftOutOf(
  dataset: Dataset,
  questions: readonly Question[],
): Readonly<Record<string, number>> {
  const reasons: Record<string, number> = {};
  for (const question of questions) {
    const { metric, options } = question;
    if (isTable(metric) || isComputed(metric)) continue;
    const prepared = metric.prepare?.(dataset, options, givenTo(dataset, question)) ?? dataset;
    const expression = metric.value(options, givenTo(prepared, question));
    const { excluded } = evaluate(prepared, [expression], {
      ...evaluation(question),
      withExclusions: true,
    }).at(0);
    for (const [reason, rows] of Object.entries(excluded))
      reasons[reason] = Math.max(reasons[reason] ?? 0, rows);
  }
  return reasons;
}
