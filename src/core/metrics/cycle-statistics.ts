import { evaluate } from "../evaluate/evaluate";
import { mean, median, type Field, type Population } from "../evaluate/expression";
import type { Dataset } from "../records/dataset";
import { isRefusal, type Note } from "../result";
import type { Given } from "./metric";

/** Mean and median side by side: a few long cycles move the one and not the other. */
export function meanAndMedian(
  dataset: Dataset,
  length: Field,
  of: Population,
  given: Given,
): readonly Note[] {
  const { at } = evaluate(dataset, [mean(length, of), median(length, of)], {
    ...(given.period === undefined ? {} : { periods: [given.period] }),
    ...(given.asOf === undefined ? {} : { asOf: given.asOf }),
  });
  const [average, middle] = [at(0).value, at(1).value];
  if (isRefusal(average) || isRefusal(middle)) return [];
  return [{ message: "cycleStatistics", values: { mean: average.toFixed(1), median: middle.toFixed(1) } }];
}
