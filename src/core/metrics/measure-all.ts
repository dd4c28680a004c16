import { evaluate, prepareEvaluation, type Evaluation, type EvaluateOptions } from "../evaluate/evaluate";
import type { Expression } from "../evaluate/expression";
import { wordGroups } from "../evaluate/groups";
import { keysOf } from "../records/keys";
import type { Dataset } from "../records/dataset";
import { Outcome } from "../records/outcome";
import type { Records } from "../records/records";
import type { Kind, Role } from "../records/roles";
import { isRefusal, refuse, RefusalError, stop, type Refusal, type Result } from "../result";
import type { Period } from "../time/periods";
import { givenTo } from "./given";
import { isComputed, isTable, type ExpressionMetric, type Given, type ScalarMetric } from "./metric";
import { evaluation, type Question } from "./question";

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
  const evaluateOptions = { ...evaluation(question), ...(periods === undefined ? {} : { periods }) };
  const evaluations = new Map<string, Evaluation>();
  const evaluated = (group: number, part: Dataset, expression: Expression): Evaluation => {
    const key = `${group} ${JSON.stringify(expression)}`;
    const result = evaluations.get(key) ?? evaluate(part, [expression], evaluateOptions);
    evaluations.set(key, result);
    return result;
  };
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
              metric.compute(
                {
                  ...givenTo(part, question, periods?.[period]),
                  dataset: part,
                  evaluate: (expression) => evaluated(group, part, expression).at(0, 0, period),
                },
                options,
              ),
            );
      known.set(key, result);
    }
    return result;
  };
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
