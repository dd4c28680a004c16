import { refuse, stop, type Result } from "../result";
import { customerKeys } from "../records/customers";
import type { Kind, Role } from "../records/roles";
import type { Records } from "../records/records";
import type { Period } from "../time/periods";
import { counting, distinguishing, ordering, summing, type Accumulator } from "./accumulate";
import { fieldValues } from "./conditions";
import { excludedRows } from "./excluded";
import { aggregatesOf, keyOf, populationsOf, type Aggregate, type Expression } from "./expression";
import { indexPeriods, wordGroups, type Dataset, type PeriodIndex } from "./groups";
import { combine } from "./combine";
import { runPass, type Feed } from "./pass";
import type { GroupingOfKind } from "./selection";

export interface EvaluateOptions {
  /** Group by the words of this role. */
  readonly by?: Role;
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
 * Aggregates that several expressions share, and populations that several aggregates share, are computed once.
 * O(rows × distinct populations); medians add a sort per group.
 */
export function evaluate(
  dataset: Dataset,
  expressions: readonly Expression[],
  options: EvaluateOptions = {},
): Evaluation {
  const periods = options.periods?.length ? indexPeriods(options.periods) : undefined;
  const words = options.by === undefined ? undefined : wordGroups(dataset, options.by);
  const groupLabels = words?.labels ?? [""];
  const periodCount = periods?.count ?? 1;
  const cells = groupLabels.length * periodCount;

  const accumulators = new Map<string, Accumulator>();
  const accumulatorFor = new Map<Aggregate, Accumulator>();
  const feeds = new Map<Kind, Map<string, Feed>>();
  for (const aggregate of expressions.flatMap(aggregatesOf)) {
    const key = keyOf(aggregate);
    const shared = accumulators.get(key);
    const accumulator = shared ?? accumulatorOf(aggregate, dataset, cells);
    accumulatorFor.set(aggregate, accumulator);
    if (shared !== undefined) continue;
    accumulators.set(key, accumulator);
    for (const population of populationsOf(aggregate)) {
      const ofKind = feeds.get(population.kind) ?? new Map<string, Feed>();
      feeds.set(population.kind, ofKind);
      const populationKey = keyOf(population);
      const feed = ofKind.get(populationKey) ?? { population, into: [] };
      ofKind.set(populationKey, feed);
      feed.into.push(accumulator);
    }
  }
  for (const [kind, ofKind] of feeds) {
    const records = recordsOf(dataset, kind);
    const grouping = groupingOf(records, options, words?.groupOf.get(kind), periods);
    runPass(records, grouping, [...ofKind.values()], cells);
  }
  for (const accumulator of accumulators.values()) accumulator.finish();

  const excluded = expressions.map((expression) =>
    options.withExclusions === true
      ? excludedRows(dataset, expression, periods !== undefined || options.asOf !== undefined, options.asOf)
      : {},
  );
  const of = (aggregate: Aggregate): Accumulator => {
    const accumulator = accumulatorFor.get(aggregate);
    if (accumulator === undefined) throw new Error("aggregate was not computed");
    return accumulator;
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
      const result = combine(expression, cell, of, options.level ?? 0.95);
      return Object.assign(result, { excluded: excluded[index] ?? {}, notes: [] });
    },
  };
}

function groupingOf(
  records: Records,
  options: EvaluateOptions,
  groupOfCode: Int32Array | undefined,
  periods: PeriodIndex | undefined,
): GroupingOfKind {
  const grouped = options.by !== undefined && groupOfCode !== undefined;
  return {
    ...(grouped && options.by !== undefined ? { codes: records.words(options.by).codes, groupOfCode } : {}),
    ...(periods === undefined ? {} : { periods }),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
  };
}

function accumulatorOf(aggregate: Aggregate, dataset: Dataset, cells: number): Accumulator {
  if (aggregate.op === "count") return counting(cells);
  if (aggregate.op === "distinct") {
    const [first] = aggregate.of;
    if (first === undefined) throw new Error("distinct needs a population");
    const records = recordsOf(dataset, first.kind);
    const { codes, words } =
      aggregate.role === "customer" ? customerKeys(records) : records.words(aggregate.role);
    return distinguishing(cells, codes, words.length);
  }
  ensureOneCurrency(aggregate, recordsOf(dataset, aggregate.of.kind));
  const values = fieldValues(aggregate.field, recordsOf(dataset, aggregate.of.kind));
  if (aggregate.op === "sum" || aggregate.op === "mean") return summing(cells, values, aggregate.op);
  return ordering(cells, values, aggregate);
}

/** Money of different currencies is never added up. */
function ensureOneCurrency(aggregate: Aggregate, records: Records): void {
  if (!("field" in aggregate) || aggregate.field.field !== "role") return;
  const { role } = aggregate.field;
  if (role !== "amount" && role !== "netAmount" && role !== "refund" && role !== "mrr") return;
  const currencies = records.currencies(role === "netAmount" ? "amount" : role);
  if (currencies.length > 1) stop("severalCurrencies", { currencies: currencies.join(", ") });
}

function recordsOf(dataset: Dataset, kind: Kind): Records {
  const records = dataset[kind];
  if (records === undefined) throw new Error(`no ${kind} records were given`);
  return records;
}
