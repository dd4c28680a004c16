import { isRefusal, refuse, stop, type Result } from "../result";
import { wilsonInterval } from "../statistics/intervals";
import type { Dataset } from "../records/dataset";
import { derivedColumns, isDerived } from "../records/derived";
import { keysOf, type KeyRole } from "../records/keys";
import type { Kind, Role } from "../records/roles";
import type { Records } from "../records/records";
import { shiftPeriod, type Shift } from "../time/shift";
import type { Period } from "../time/periods";
import {
  counting,
  distinguishing,
  intersecting,
  ordering,
  repeating,
  summing,
  surviving,
  type Accumulator,
} from "./accumulate";
import { fieldValues } from "./conditions";
import { excludedRows } from "./excluded";
import {
  apartOf,
  keyOf,
  ownAggregatesOf,
  populationsOf,
  type Aggregate,
  type Apart,
  type Attaining,
  type Expression,
  type Shifted,
} from "./expression";
import { indexPeriods, wordGroups, type PeriodIndex } from "./groups";
import { combine, type Combined } from "./combine";
import { preparePass, type Feed } from "./pass";
import { prorated } from "./prorate";
import type { GroupingOfKind } from "./selection";

export interface EvaluateOptions {
  /** Group by the words of this role, or by this key. */
  readonly by?: KeyRole;
  /** Sorted, disjoint periods; without them all time is one period. */
  readonly periods?: readonly Period[];
  /** Last day that may be seen (a serial day, included). */
  readonly asOf?: number;
  /** Confidence level of the intervals; 0.95. */
  readonly level?: number;
  /** Count what was left out, for the whole, not per group. */
  readonly withExclusions?: boolean;
}

export interface Evaluation {
  /** Labels of the groups; one, "", when not grouped. */
  readonly groups: readonly string[];
  /** One result per expression, group and period: `at(expression, group, period)`. */
  at(expression: number, group?: number, period?: number): Result;
}

/**
 * Computes any number of expressions for all groups and periods in one pass over the records of each kind.
 * Aggregates that several expressions share, and populations that several aggregates share, are computed once; what
 * looks at other periods (last year's) is one more pass for each way of shifting them.
 * O(rows × distinct populations); quantiles add a sort per group.
 */
export function evaluate(
  dataset: Dataset,
  expressions: readonly Expression[],
  options: EvaluateOptions = {},
): Evaluation {
  return prepareEvaluation(dataset, expressions, options)();
}

/** The evaluation with everything found that it needs: a question that cannot be asked stops here, before any pass. */
export function prepareEvaluation(
  dataset: Dataset,
  expressions: readonly Expression[],
  options: EvaluateOptions = {},
): () => Evaluation {
  const periods = options.periods?.length ? indexPeriods(options.periods) : undefined;
  const words = options.by === undefined ? undefined : wordGroups(dataset, options.by);
  const groupLabels = words?.labels ?? [""];
  const periodCount = periods?.count ?? 1;
  const cells = groupLabels.length * periodCount;
  const groupOf = (kind: Kind): Int32Array | undefined => {
    if (words === undefined) return undefined;
    const own = words.groupOf.get(kind);
    if (own === undefined) stop("groupMissing", { role: options.by ?? "", kind });
    return own;
  };

  const accumulators = new Map<string, Accumulator>();
  const accumulatorFor = new Map<Aggregate, Accumulator>();
  const feeds = new Map<Kind, Map<string, Feed>>();
  for (const aggregate of expressions.flatMap(ownAggregatesOf)) {
    const key = keyOf(aggregate);
    const known = accumulators.get(key);
    const fed = known === undefined ? fedBy(aggregate) : [];
    const accumulator = known ?? fed[0]?.into;
    if (accumulator === undefined) throw new Error("an aggregate needs a population");
    accumulators.set(key, accumulator);
    accumulatorFor.set(aggregate, accumulator);
    if (aggregate.op === "prorated") continue;
    for (const { population, into } of fed) {
      const ofKind = feeds.get(population.kind) ?? new Map<string, Feed>();
      feeds.set(population.kind, ofKind);
      const populationKey = keyOf(population);
      const feed = ofKind.get(populationKey) ?? { population, into: [] };
      ofKind.set(populationKey, feed);
      feed.into.push(into);
    }
  }
  const passes = [...feeds].map(([kind, ofKind]) => {
    const records = recordsOf(dataset, kind);
    const grouping = groupingOf(records, options, groupOf(kind), periods);
    return preparePass(records, grouping, [...ofKind.values()], cells);
  });
  const runApart = prepareApart(dataset, expressions, options);
  return () => {
    for (const pass of passes) pass();
    for (const accumulator of accumulators.values()) accumulator.finish();
    return evaluated(runApart());
  };

  /** Results from what the passes have left. */
  function evaluated(apart: ApartAnswers): Evaluation {
    const excluded = expressions.map((expression) =>
      options.withExclusions === true
        ? excludedRows(dataset, expression, periods !== undefined || options.asOf !== undefined, options.asOf)
        : {},
    );
    const parts = {
      of(aggregate: Aggregate): Accumulator {
        const accumulator = accumulatorFor.get(aggregate);
        if (accumulator === undefined) throw new Error("aggregate was not computed");
        return accumulator;
      },
      apart(expression: Apart, cell: number): Combined {
        const answer = apart.get(expression);
        if (answer === undefined) throw new Error(`${expression.op} expression was not computed`);
        return answer(Math.floor(cell / periodCount), cell % periodCount);
      },
    };
    return {
      groups: groupLabels,
      at(index, group = 0, period = 0) {
        const expression = expressions[index];
        if (expression === undefined) throw new RangeError(`no expression ${index}`);
        const cell = group * periodCount + period;
        if (cell < 0 || cell >= cells) {
          return { value: refuse("#N/A", "noRecords"), n: 0, excluded: {}, notes: [] };
        }
        const result = combine(expression, cell, parts, options.level ?? 0.95);
        return Object.assign(result, { excluded: excluded[index] ?? {}, notes: [] });
      },
    };
  }

  /** The aggregate's accumulators with the population that feeds each. */
  function fedBy(aggregate: Aggregate): readonly { population: Feed["population"]; into: Accumulator }[] {
    if (aggregate.op === "prorated") {
      const records = recordsOf(dataset, aggregate.of.kind);
      const groupOfCode = groupOf(aggregate.of.kind);
      const into = prorated(records, aggregate, {
        until: aggregate.toDate === true ? (options.asOf ?? Infinity) : Infinity,
        groups: groupLabels.length,
        byOwner: options.by !== undefined && keyOfOwner(records, options.by),
        ...(options.periods?.length ? { periods: options.periods } : {}),
        ...(groupOfCode === undefined || options.by === undefined
          ? {}
          : { groupOfCode, codes: keysOf(records, options.by).codes }),
      });
      return [{ population: aggregate.of, into }];
    }
    const own = accumulatorsOf(aggregate, dataset, cells);
    return populationsOf(aggregate).map((population, at) => ({
      population,
      into: own[at] ?? own[0],
    }));
  }
}

/** Grouped by owner, by name or by passing the same column. */
function keyOfOwner(records: Records, by: KeyRole): boolean {
  return by === "owner" || (by === "group" && records.has("owner") && records.has("group"));
}

type ApartAnswer = (group: number, period: number) => Combined;
type ApartAnswers = ReadonlyMap<Apart, ApartAnswer>;

/** Each expression that is evaluated on its own → its result in a group and a period. */
function prepareApart(
  dataset: Dataset,
  expressions: readonly Expression[],
  options: EvaluateOptions,
): () => ApartAnswers {
  const runs: ((answers: Map<Apart, ApartAnswer>) => void)[] = [];
  const byShift = new Map<string, Shifted[]>();
  for (const apart of expressions.flatMap(apartOf)) {
    if (apart.op === "attaining") {
      const run = prepareAttaining(dataset, apart, options);
      runs.push((answers) => answers.set(apart, run()));
      continue;
    }
    const key = JSON.stringify(apart.by);
    byShift.set(key, [...(byShift.get(key) ?? []), apart]);
  }
  for (const together of byShift.values()) {
    const [first] = together;
    if (first === undefined) continue;
    const moved = periodsToShift(options, first.by).map((period) =>
      shiftPeriod(period, first.by, options.asOf),
    );
    const inner = together.map(({ of }) => of);
    const over = (periods: readonly Period[]): (() => Evaluation) =>
      prepareEvaluation(dataset, inner, { ...options, periods, withExclusions: false });
    const apart = moved.every((period, i) => i === 0 || period.start >= (moved[i - 1]?.end ?? 0));
    const prepared = apart ? [over(moved)] : moved.map((period) => over([period]));
    runs.push((answers) => {
      const all = prepared.map((run) => run());
      together.forEach((shifted, index) => {
        answers.set(shifted, (group, period) =>
          apart
            ? (all[0] as Evaluation).at(index, group, period)
            : (all[period] as Evaluation).at(index, group, 0),
        );
      });
    });
  }
  return () => {
    const answers = new Map<Apart, ApartAnswer>();
    for (const run of runs) run(answers);
    return answers;
  };
}

/** Grouped by the role itself, a group is one word; grouping by another role is for tables that have both. */
function prepareAttaining(
  dataset: Dataset,
  { role, of, limit }: Attaining,
  options: EvaluateOptions,
): () => ApartAnswer {
  const run = prepareEvaluation(dataset, [of], {
    ...options,
    by: options.by ?? role,
    withExclusions: false,
  });
  return () => {
    const { groups, at } = run();
    return (group, period) => {
      let n = 0;
      let numerator = 0;
      groups.forEach((label, word) => {
        if (label === "" || (options.by !== undefined && word !== group)) return;
        const { value } = at(0, word, period);
        if (isRefusal(value)) return;
        n++;
        if (value >= limit) numerator++;
      });
      if (n === 0) return { value: refuse("#DIV/0!", "zeroDenominator"), n };
      const interval = wilsonInterval(numerator, n, options.level ?? 0.95);
      return {
        value: numerator / n,
        n,
        numerator,
        denominator: n,
        ...(interval === undefined ? {} : { interval }),
      };
    };
  };
}

/** The periods asked for; without one, only what ends at a known day can be told. */
function periodsToShift({ periods, asOf }: EvaluateOptions, shift: Shift): readonly Period[] {
  if (periods?.length) return periods;
  const end = asOf ?? ("end" in shift ? shift.end : undefined);
  if (end === undefined || !ENDING.has(shift.to)) stop("needsPeriod");
  return [{ start: -1, end: Math.floor(end) + 1, label: "" }];
}

const ENDING: ReadonlySet<Shift["to"]> = new Set(["lastMonths", "lastDays", "grain"]);

function groupingOf(
  records: Records,
  options: EvaluateOptions,
  groupOfCode: Int32Array | undefined,
  periods: PeriodIndex | undefined,
): GroupingOfKind {
  return {
    ...(groupOfCode === undefined || options.by === undefined
      ? {}
      : { codes: keysOf(records, options.by).codes, groupOfCode }),
    ...(periods === undefined ? {} : { periods }),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
  };
}

/** One accumulator, or one for each population. */
function accumulatorsOf(
  aggregate: Exclude<Aggregate, { op: "prorated" }>,
  dataset: Dataset,
  cells: number,
): readonly [Accumulator, ...Accumulator[]] {
  const [population] = populationsOf(aggregate);
  if (population === undefined) throw new Error(`${aggregate.op} needs a population`);
  const records = recordsOf(dataset, population.kind);
  switch (aggregate.op) {
    case "count":
      return [counting(cells)];
    case "distinct":
    case "common":
    case "repeated": {
      const { codes, words } = keysOf(records, aggregate.role);
      if (aggregate.op === "distinct") return [distinguishing(cells, codes, words.length)];
      if (aggregate.op === "common") return intersecting(cells, codes, words.length);
      const days = aggregate.on === undefined ? undefined : records.numbers(aggregate.on);
      return [repeating(cells, codes, words.length, days)];
    }
    case "survivalMedian":
      return [
        surviving(cells, fieldValues(aggregate.field, records), fieldValues(aggregate.censored, records)),
      ];
  }
  ensureOneCurrency(aggregate, records);
  const values = fieldValues(aggregate.field, records);
  if (aggregate.op === "quantile" || aggregate.op === "trimmedMean")
    return [ordering(cells, values, aggregate)];
  return [summing(cells, values, aggregate.op)];
}

/** Money of different currencies is never added up. */
function ensureOneCurrency(aggregate: Aggregate, records: Records): void {
  if (!("field" in aggregate) || aggregate.field.field === "days") return;
  const { role } = aggregate.field;
  const money = isDerived(role) ? derivedColumns[role].money : role;
  if (money === undefined || !MONEY.has(money)) return;
  const currencies = records.currencies(money);
  if (currencies.length > 1) stop("severalCurrencies", { currencies: currencies.join(", ") });
}

const MONEY: ReadonlySet<Role> = new Set<Role>(["amount", "refund", "mrr", "value"]);

function recordsOf(dataset: Dataset, kind: Kind): Records {
  return dataset[kind] ?? stop("missingRecords", { kind });
}
