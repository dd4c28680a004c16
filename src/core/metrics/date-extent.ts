import { aggregatesOf, populationsOf } from "../evaluate/expression";
import { datesPlacing } from "../evaluate/selection";
import type { Dataset } from "../records/dataset";
import type { DerivedRole } from "../records/derived";
import { Outcome } from "../records/outcome";
import type { Records } from "../records/records";
import type { Role } from "../records/roles";
import { givenTo } from "./given";
import type { Question } from "./question";
import { isComputed, isTable } from "./metric";

/** First and last day of the dates that place the metric's records; undefined when there are none. */
export function dateExtent(
  dataset: Dataset,
  question: Question,
): { first: number; last: number } | undefined {
  const { metric } = question;
  let first = Infinity;
  let last = -Infinity;
  const include = (records: Records, role: Role | DerivedRole): void => {
    if (!records.has(role)) return;
    const dates = records.numbers(role);
    for (let i = 0; i < dates.length; i++) {
      const date = dates[i] ?? NaN;
      if (records.outcome[i] === Outcome.none || date !== date) continue;
      if (date < first) first = date;
      if (date > last) last = date;
    }
  };
  if (!isComputed(metric) && !isTable(metric)) {
    const wide = { start: -1, end: Infinity, label: "" };
    const period = question.period ?? wide;
    const prepared =
      metric.prepare?.(dataset, question.options, givenTo(dataset, question, period)) ?? dataset;
    const expression = metric.value(question.options, givenTo(prepared, question, period));
    for (const { kind, on } of aggregatesOf(expression).flatMap(populationsOf)) {
      const records = dataset[kind];
      // What is planned lies ahead: a list of months ends with the last that has happened.
      if (records !== undefined && kind !== "target")
        for (const role of datesPlacing(on)) include(records, role);
    }
  }
  if (first > last) {
    for (const records of Object.values(dataset)) {
      for (const role of ["closeDate", "startDate", "date", "createdDate"] as const) {
        if (!records.has(role)) continue;
        include(records, role);
        break;
      }
    }
  }
  return first > last ? undefined : { first, last };
}
