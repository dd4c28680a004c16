import { evaluate, prepareEvaluation, type Evaluation, type EvaluateOptions } from "../evaluate/evaluate";
import type { Expression } from "../evaluate/expression";
import { wordGroups } from "../evaluate/groups";
import { keysOf } from "../records/keys";
import type { Dataset } from "../records/dataset";
import { Outcome } from "../records/outcome";
import type { Records } from "../records/records";
import type { Kind, Role } from "../records/roles";
import { isRefusal, refuse, RefusalError, stop, type Note, type Refusal, type Result } from "../result";
import type { Period } from "../time/periods";
import { givenTo } from "./given";
import {
  isComputed,
  isTable,
  type ExpressionMetric,
  type Given,
  type Metric,
  type ResultTable,
  type ScalarMetric,
} from "./metric";
import type { OptionSpecs, OptionValues } from "./options";

/** One question to a metric. */
export interface Question<M extends Metric = Metric> {
  readonly metric: M;
  /** Values of the metric's own options, as `parseOptions` gives them. */
  readonly options: OptionValues<OptionSpecs>;
  readonly numbers?: Readonly<Record<string, number>>;
  readonly period?: Period;
  readonly asOf?: number;
  readonly level?: number;
}

/** What the results are asked for: groups by the words of a role, and sorted, disjoint periods. */
export interface Grid {
  readonly by?: Role;
  readonly periods?: readonly Period[];
}

export interface Measured {
  /** Labels of the groups, in order of first appearance; one, "", when not grouped. */
  readonly groups: readonly string[];
  at(question: number, group?: number, period?: number): Result;
  /** Why a question could not be asked at all. */
  failure(question: number): Refusal | undefined;
}

export interface GroupedResults {
  readonly labels: readonly string[];
  readonly results: readonly Result[];
}

/** The metric over all records. */
export function measure(dataset: Dataset, question: Question): Result {
  const { metric } = question;
  if (isTable(metric)) throw new Error(`${metric.id} is a table`);
  const prepared = metric.prepare?.(dataset, question.options, givenTo(dataset, question)) ?? dataset;
  const given = givenTo(prepared, question);
  if (isComputed(metric)) return metric.compute({ ...given, dataset: prepared }, question.options);
  return evaluate(prepared, [metric.value(question.options, given)], evaluation(question)).at(0);
}

/** As `measure`, with what was left out, why, and remarks on the data: further passes over the rows. */
export function explain(dataset: Dataset, question: Question): Result {
  const { metric } = question;
  if (isTable(metric)) throw new Error(`${metric.id} is a table`);
  const prepared = metric.prepare?.(dataset, question.options, givenTo(dataset, question)) ?? dataset;
  const given = givenTo(prepared, question);
  const result = isComputed(metric)
    ? metric.compute({ ...given, dataset: prepared }, question.options)
    : evaluate(prepared, [metric.value(question.options, given)], {
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
  return metric.table({ ...givenTo(prepared, question), dataset: prepared }, question.options);
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

/**
 * Any number of metrics for all groups and periods. Metrics that are expressions share one pass over the records of
 * each kind, or one for each period where an expression differs from period to period; the others are computed group
 * by group.
 */
export function measureAll(dataset: Dataset, questions: readonly Question[], grid: Grid = {}): Measured {
  const groups = grid.by === undefined ? [""] : wordGroups(dataset, grid.by).labels;
  const answers: (Answer | undefined)[] = [];
  const failures: (Refusal | undefined)[] = [];
  const batches = new Map<Dataset, Map<string, Batch>>();
  questions.forEach((question, index) => {
    try {
      const { metric } = question;
      if (isTable(metric)) stop("tableNotGroupable", { metric: metric.id });
      const prepared = prepare(dataset, metric, question, grid);
      if (isComputed(metric)) {
        answers[index] = computed(prepared, question, grid);
        return;
      }
      const expressions = expressionsFor(prepared, metric, question, grid);
      if ("op" in expressions) {
        join(prepared, question, grid.periods, {
          expression: expressions,
          answered: (answer) => (answers[index] = answer),
          refused: (refusal) => (failures[index] = refusal),
        });
        return;
      }
      const own: Answer[] = [];
      answers[index] = (group, period) => own[period]?.(group, 0) ?? nothing;
      expressions.forEach((expression, period) => {
        const one = {
          answered: (answer: Answer) => void (own[period] = answer),
          refused: (refusal: Refusal) => void (own[period] = () => refused(refusal)),
        };
        if (isRefusal(expression)) one.refused(expression);
        else join(prepared, question, grid.periods?.slice(period, period + 1), { ...one, expression });
      });
    } catch (error) {
      failures[index] = refusalOf(error);
    }
  });
  for (const [prepared, ofDataset] of batches) {
    for (const { options, asked } of ofDataset.values()) answerTogether(prepared, groups, options, asked);
  }
  return {
    groups,
    at(index, group = 0, period = 0) {
      const failure = failures[index];
      return failure === undefined ? (answers[index]?.(group, period) ?? nothing) : refused(failure);
    },
    failure: (index) => failures[index],
  };

  /** To those that are asked of the same records, groups and periods. */
  function join(prepared: Dataset, question: Question, periods: Grid["periods"], one: Asked): void {
    const options = {
      ...evaluation(question),
      ...(grid.by === undefined ? {} : { by: grid.by }),
      ...(periods === undefined ? {} : { periods }),
    };
    const ofDataset = batches.get(prepared) ?? new Map<string, Batch>();
    batches.set(prepared, ofDataset);
    const key = JSON.stringify(options);
    const batch = ofDataset.get(key) ?? { options, asked: [] };
    ofDataset.set(key, batch);
    batch.asked.push(one);
  }
}

type Answer = (group: number, period: number) => Result;

/** An expression, and where its results go. */
interface Asked {
  readonly expression: Expression;
  answered(answer: Answer): void;
  refused(refusal: Refusal): void;
}

interface Batch {
  readonly options: EvaluateOptions;
  readonly asked: Asked[];
}

function answerTogether(
  prepared: Dataset,
  groups: readonly string[],
  options: EvaluateOptions,
  asked: readonly Asked[],
): void {
  let evaluated: Evaluation;
  try {
    const expressions = asked.map(({ expression }) => expression);
    evaluated = evaluate(prepared, expressions, options);
  } catch (error) {
    const [only] = asked;
    if (asked.length === 1) only?.refused(refusalOf(error));
    // One that cannot be asked must not take the others with it.
    else
      for (const able of askable(prepared, options, asked)) answerTogether(prepared, groups, options, able);
    return;
  }
  const groupOf = places(groups, evaluated.groups);
  asked.forEach(({ answered }, at) => {
    answered((group, period) => evaluated.at(at, groupOf(group), period));
  });
}

/** Those that can be asked, together; each by itself where it does not show beforehand which cannot. */
function askable(
  prepared: Dataset,
  options: EvaluateOptions,
  asked: readonly Asked[],
): readonly (readonly Asked[])[] {
  const able = asked.filter(({ expression, refused }) => {
    try {
      prepareEvaluation(prepared, [expression], options);
      return true;
    } catch (error) {
      refused(refusalOf(error));
      return false;
    }
  });
  return able.length < asked.length ? [able] : asked.map((one) => [one]);
}

/** Groups of a prepared dataset may come in another order. */
function places(labels: readonly string[], own: readonly string[]): (group: number) => number {
  if (labels.length === own.length && labels.every((label, i) => label === own[i])) return (group) => group;
  const at = labels.map((label) => own.indexOf(label));
  return (group) => at[group] ?? -1;
}

function prepare(dataset: Dataset, metric: ScalarMetric, question: Question, { periods }: Grid): Dataset {
  const given = givenTo(dataset, question);
  const hasPeriod = given.hasPeriod || periods !== undefined;
  return metric.prepare?.(dataset, question.options, { ...given, hasPeriod }) ?? dataset;
}

/** The metric's expression for all periods at once, or one for each where they differ. */
function expressionsFor(
  dataset: Dataset,
  metric: ExpressionMetric,
  question: Question,
  { periods }: Grid,
): Expression | readonly (Expression | Refusal)[] {
  const [first] = periods ?? [];
  const given = givenTo(dataset, question, first);
  if (first === undefined) return metric.value(question.options, given);
  let dependsOnPeriod = false;
  const watched: Given = {
    ...given,
    get period() {
      dependsOnPeriod = true;
      return first;
    },
  };
  const expression = metric.value(question.options, watched);
  if (!dependsOnPeriod || periods === undefined || periods.length === 1) return expression;
  const each = periods.map((period) => {
    try {
      return metric.value(question.options, givenTo(dataset, question, period));
    } catch (error) {
      return refusalOf(error);
    }
  });
  const key = JSON.stringify(expression);
  return each.every((other) => JSON.stringify(other) === key) ? expression : each;
}

function computed(
  dataset: Dataset,
  question: Question,
  { by, periods }: Grid,
): (group: number, period: number) => Result {
  const { metric, options } = question;
  if (!isComputed(metric)) throw new Error(`${metric.id} is an expression`);
  const parts = by === undefined ? [dataset] : partsBy(dataset, by, kindsOf(metric));
  const known = new Map<string, Result>();
  return (group, period) => {
    const key = `${group}/${period}`;
    let result = known.get(key);
    if (result === undefined) {
      const part = parts[group];
      result =
        part === undefined
          ? refused(refuse("#N/A", "noRecords"))
          : attempt(() =>
              metric.compute({ ...givenTo(part, question, periods?.[period]), dataset: part }, options),
            );
      known.set(key, result);
    }
    return result;
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
        notes.push({
          message: "dateOrderRead",
          values: { role: records.nameOf(role), order: column.dateOrder },
        });
      }
    }
  }
  return notes;
}

const splits = new WeakMap<Dataset, Map<string, readonly Records[]>>();

/** The dataset of each group, for metrics that are no aggregates: the kinds they read; those without the role stay whole. */
function partsBy(dataset: Dataset, by: Role, kinds: readonly Kind[]): readonly Dataset[] {
  const known = splits.get(dataset) ?? new Map<string, readonly Records[]>();
  splits.set(dataset, known);
  const { labels, groupOf } = wordGroups(dataset, by);
  const parts: Partial<Record<Kind, Records>>[] = labels.map(() => ({}));
  for (const kind of kinds) {
    const records = dataset[kind];
    const groups = groupOf.get(kind);
    if (records === undefined) continue;
    const key = `${kind}/${by}`;
    const own = known.get(key) ?? split(records, by, groups, labels.length);
    known.set(key, own);
    parts.forEach((part, group) => (part[kind] = own[group] ?? records));
  }
  return parts;
}

function kindsOf({ inputs }: ScalarMetric): readonly Kind[] {
  return [...new Set(inputs.flatMap((input) => (input.input === "column" ? input.kinds : [])))];
}

/** The records of each group. O(rows). */
function split(
  records: Records,
  by: Role,
  groupOfCode: Int32Array | undefined,
  groups: number,
): readonly Records[] {
  if (groupOfCode === undefined) return [];
  const { codes } = keysOf(records, by);
  const rows: number[][] = Array.from({ length: groups }, () => []);
  for (let i = 0; i < records.rows; i++) {
    if (records.outcome[i] !== Outcome.none) rows[groupOfCode[codes[i] ?? 0] ?? -1]?.push(i);
  }
  return rows.map((own) => records.subset(Int32Array.from(own)));
}

/** A group that cannot be computed is a refusal of its own, not of the whole table. */
function attempt(compute: () => Result): Result {
  try {
    return compute();
  } catch (error) {
    return refused(refusalOf(error));
  }
}

function refusalOf(error: unknown): Refusal {
  return error instanceof RefusalError
    ? error.refusal
    : refuse("#NUM!", "internal", { reason: String(error) });
}

const nothing = refused(refuse("#N/A", "noRecords"));

function refused(value: Refusal): Result {
  return { value, n: 0, excluded: {}, notes: [] };
}
