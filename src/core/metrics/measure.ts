import { evaluate } from "../evaluate/evaluate";
import type { Dataset } from "../records/dataset";
import type { Role } from "../records/roles";
import { RefusalError, type Note, type Result } from "../result";
import type { Period } from "../time/periods";
import { contextOf, givenTo } from "./given";
import { measureAll } from "./measure-all";
import { isComputed, isTable, type ResultTable } from "./metric";
import { evaluation, type Question } from "./question";

export interface GroupedResults {
  readonly labels: readonly string[];
  readonly results: readonly Result[];
}

/** The metric over all records. */
export function measure(dataset: Dataset, question: Question): Result {
  const { metric } = question;
  if (isTable(metric)) throw new Error(`${metric.id} is a table`);
  const prepared = metric.prepare?.(dataset, question.options, givenTo(dataset, question)) ?? dataset;
  const context = contextOf(prepared, question);
  if (isComputed(metric)) return metric.compute(context, question.options);
  return context.evaluate(metric.value(question.options, context));
}

/** As `measure`, with what was left out, why, and remarks on the data: further passes over the rows. */
export function explain(dataset: Dataset, question: Question): Result {
  const { metric } = question;
  if (isTable(metric)) throw new Error(`${metric.id} is a table`);
  const prepared = metric.prepare?.(dataset, question.options, givenTo(dataset, question)) ?? dataset;
  const context = contextOf(prepared, question);
  const result = isComputed(metric)
    ? metric.compute(context, question.options)
    : evaluate(prepared, [metric.value(question.options, context)], {
        ...evaluation(question),
        withExclusions: true,
      }).at(0);
  return { ...result, notes: [...result.notes, ...remarksOn(dataset, question)] };
}

/** The table of a metric that is one. */
export function tabulate(dataset: Dataset, question: Question): ResultTable {
  const { metric } = question;
  if (!isTable(metric)) throw new Error(`${metric.id} is no table`);
  const given = givenTo(dataset, question);
  const prepared = metric.prepare?.(dataset, question.options, given) ?? dataset;
  return metric.table(contextOf(prepared, question), question.options);
}

/** What a reader of the number should know about the data. */
export function remarksOn(dataset: Dataset, question: Question): readonly Note[] {
  const { metric, options } = question;
  return [
    ...commonRemarks(dataset),
    ...(metric.remarks?.(dataset, options, givenTo(dataset, question)) ?? []),
  ];
}

/** The metric for each word of a role; empty groups are kept. */
export function measureBy(dataset: Dataset, question: Question, by: Role): GroupedResults {
  const measured = measureAll(dataset, [question], { by });
  const failure = measured.failure(0);
  if (failure !== undefined) throw new RefusalError(failure);
  return { labels: measured.groups, results: measured.groups.map((_, group) => measured.at(0, group)) };
}

/** The metric for each period. */
export function measureByPeriod(
  dataset: Dataset,
  question: Question,
  periods: readonly Period[],
): GroupedResults {
  const labels = periods.map(({ label }) => label);
  if (periods.length === 0) return { labels, results: [] };
  const measured = measureAll(dataset, [question], { periods });
  const failure = measured.failure(0);
  if (failure !== undefined) throw new RefusalError(failure);
  return { labels, results: periods.map((_, period) => measured.at(0, 0, period)) };
}

function commonRemarks(dataset: Dataset): Note[] {
  const notes: Note[] = [];
  for (const records of Object.values(dataset)) {
    if (records.kind === "deal" && !records.hasStatus) notes.push({ message: "noStatusColumn" });
    for (const [role, column] of records.columns) {
      if (column.type === "number" && column.dateOrder !== undefined) {
        notes.push({
          message: "dateOrderRead",
          values: { role: records.nameOf(role), order: column.dateOrder },
        });
      }
    }
  }
  return notes;
}
