import { evaluate, type EvaluateOptions } from "../evaluate/evaluate";
import { aggregatesOf, populationsOf } from "../evaluate/expression";
import { wordGroups, type Dataset } from "../evaluate/groups";
import { refuse, RefusalError, type Note, type Result } from "../result";
import type { Kind, Role } from "../records/roles";
import { Outcome, type Records } from "../records/records";
import type { Period } from "../time/periods";
import { isComputed, type Given, type Metric } from "./metric";
import type { OptionSpecs, OptionValues } from "./options";

/** One question to a metric. */
export interface Question {
  readonly metric: Metric;
  /** Values of the metric's own options, as `parseOptions` gives them. */
  readonly options: OptionValues<OptionSpecs>;
  readonly numbers?: Readonly<Record<string, number>>;
  readonly period?: Period;
  readonly asOf?: number;
  readonly level?: number;
}

export interface GroupedResults {
  readonly labels: readonly string[];
  readonly results: readonly Result[];
}

/** The metric over all records. */
export function measure(dataset: Dataset, question: Question): Result {
  return answer(dataset, question, false);
}

/** As `measure`, with what was left out, why, and remarks on the data: further passes over the rows. */
export function explain(dataset: Dataset, question: Question): Result {
  const { metric } = question;
  const result = answer(dataset, question, true);
  const remarks = [...commonRemarks(dataset), ...(metric.remarks?.(dataset) ?? [])];
  return { ...result, notes: [...result.notes, ...remarks] };
}

function answer(dataset: Dataset, question: Question, withExclusions: boolean): Result {
  const { metric } = question;
  const given = givenTo(dataset, question);
  if (isComputed(metric)) return metric.compute({ ...given, dataset }, question.options);
  return evaluate(dataset, [metric.value(question.options, given)], {
    ...evaluation(question),
    withExclusions,
  }).at(0);
}

/** The metric for each word of a role, in order of first appearance; empty groups are kept. One pass for expressions. */
export function measureBy(dataset: Dataset, question: Question, by: Role): GroupedResults {
  const { metric } = question;
  const given = givenTo(dataset, question);
  if (!isComputed(metric)) {
    const evaluated = evaluate(dataset, [metric.value(question.options, given)], {
      ...evaluation(question),
      by,
    });
    return { labels: evaluated.groups, results: evaluated.groups.map((_, group) => evaluated.at(0, group)) };
  }
  const { labels, parts } = split(dataset, by);
  return {
    labels,
    results: parts.map((part) =>
      attempt(() => metric.compute({ ...given, dataset: part }, question.options)),
    ),
  };
}

/** The metric for each period. One pass, unless the metric's expression itself depends on the period. */
export function measureByPeriod(
  dataset: Dataset,
  question: Question,
  periods: readonly Period[],
): GroupedResults {
  const { metric } = question;
  const labels = periods.map(({ label }) => label);
  const [first] = periods;
  if (first === undefined) return { labels, results: [] };
  let dependsOnPeriod = isComputed(metric);
  if (!isComputed(metric)) {
    const given = givenTo(dataset, { ...question, period: first });
    const watched: Given = {
      ...given,
      get period() {
        dependsOnPeriod = true;
        return first;
      },
    };
    const expression = metric.value(question.options, watched);
    if (!dependsOnPeriod) {
      const evaluated = evaluate(dataset, [expression], { ...evaluation(question), periods });
      return { labels, results: periods.map((_, period) => evaluated.at(0, 0, period)) };
    }
  }
  return {
    labels,
    results: periods.map((period) => attempt(() => measure(dataset, { ...question, period }))),
  };
}

/** First and last day of the dates that place the metric's records; undefined when there are none. */
export function dateExtent(
  dataset: Dataset,
  question: Question,
): { first: number; last: number } | undefined {
  const { metric } = question;
  let first = Infinity;
  let last = -Infinity;
  const include = (records: Records, role: Role | "closeDate"): void => {
    if (!records.has(role)) return;
    const dates = records.numbers(role);
    for (let i = 0; i < dates.length; i++) {
      const date = dates[i] ?? NaN;
      if (records.outcome[i] === Outcome.none || date !== date) continue;
      if (date < first) first = date;
      if (date > last) last = date;
    }
  };
  const wide: Question = { ...question, period: question.period ?? { start: -1, end: Infinity, label: "" } };
  const populations = isComputed(metric)
    ? []
    : aggregatesOf(metric.value(question.options, givenTo(dataset, wide))).flatMap(populationsOf);
  for (const { kind, on } of populations) {
    const records = dataset[kind];
    if (records === undefined || on === "always") continue;
    if (on === "open" || on === "openDuring") {
      include(records, "createdDate");
      include(records, "closeDate");
    } else include(records, on as Role);
  }
  if (isComputed(metric))
    for (const records of Object.values(dataset))
      include(records, records.kind === "deal" ? "closeDate" : "startDate");
  return first > last ? undefined : { first, last };
}

function givenTo(dataset: Dataset, question: Question): Given {
  return {
    has: (role) => Object.values(dataset).some((records) => records.has(role)),
    number: (name) => question.numbers?.[name],
    period: question.period,
    asOf: question.asOf,
  };
}

function evaluation(question: Question): EvaluateOptions {
  return {
    ...(question.period === undefined ? {} : { periods: [question.period] }),
    ...(question.asOf === undefined ? {} : { asOf: question.asOf }),
    ...(question.level === undefined ? {} : { level: question.level }),
  };
}

function commonRemarks(dataset: Dataset): Note[] {
  const notes: Note[] = [];
  for (const records of Object.values(dataset)) {
    if (records.kind === "deal" && !records.hasStatus) notes.push({ message: "noStatusColumn" });
    for (const [role, column] of records.columns) {
      if (column.type === "number" && column.dateOrder !== undefined) {
        notes.push({ message: "dateOrderRead", values: { role, order: column.dateOrder } });
      }
    }
  }
  return notes;
}

/** The dataset of each group, for metrics that are no aggregates. O(rows × columns). */
function split(dataset: Dataset, by: Role): { labels: readonly string[]; parts: Dataset[] } {
  const { labels, groupOf } = wordGroups(dataset, by);
  const parts: Partial<Record<Kind, Records>>[] = labels.map(() => ({}));
  for (const records of Object.values(dataset)) {
    const groups = groupOf.get(records.kind);
    if (groups === undefined) continue;
    const rows: number[][] = labels.map(() => []);
    const { codes } = records.words(by);
    for (let i = 0; i < records.rows; i++) {
      if (records.outcome[i] !== Outcome.none) rows[groups[codes[i] ?? 0] ?? -1]?.push(i);
    }
    rows.forEach((own, group) => {
      const part = parts[group];
      if (part !== undefined) part[records.kind] = records.subset(Int32Array.from(own));
    });
  }
  return { labels, parts };
}

/** A group that cannot be computed is a refusal of its own, not of the whole table. */
function attempt(compute: () => Result): Result {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RefusalError) return { value: error.refusal, n: 0, excluded: {}, notes: [] };
    return { value: refuse("#NUM!", "internal", { reason: String(error) }), n: 0, excluded: {}, notes: [] };
  }
}
