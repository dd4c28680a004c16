import { refuse, stop, type Result } from "../result";
import { customerKeys } from "../records/customers";
import type { Kind, Role } from "../records/roles";
import type { Records } from "../records/records";
import type { Period } from "../time/periods";
import { counting, distinguishing, ordering, summing, type Accumulator } from "./accumulate";
import { compileConditions, fieldValues, questionsOf } from "./conditions";
import { excludedRows } from "./excluded";
import {
  aggregatesOf,
  keyOf,
  populationsOf,
  type Aggregate,
  type Expression,
  type Population,
} from "./expression";
import { indexPeriods, wordGroups, type Dataset, type PeriodIndex } from "./groups";
import { combine } from "./combine";
import { filterByKey, isSnapshot, placing, snapshot, type GroupingOfKind, type Selection } from "./selection";

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

const BLOCK = 4096;
const MOST_QUESTIONS = 5;

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
    runPass(records, grouping, [...ofKind.values()], periodCount);
  }
  for (const accumulator of accumulators.values()) accumulator.finish();

  const excluded = expressions.map((expression) =>
    options.withExclusions === true
      ? excludedRows(dataset, expression, periods !== undefined || options.asOf !== undefined, options.asOf)
      : {},
  );
  return {
    groups: groupLabels,
    at(index, group = 0, period = 0) {
      const expression = expressions[index];
      if (expression === undefined) throw new RangeError(`no expression ${index}`);
      const cell = group * periodCount + period;
      if (cell < 0 || cell >= cells) {
        return { value: refuse("#N/A", "noRecords"), n: 0, excluded: {}, notes: [] };
      }
      const of = (aggregate: Aggregate): Accumulator => {
        const accumulator = accumulatorFor.get(aggregate);
        if (accumulator === undefined) throw new Error("aggregate was not computed");
        return accumulator;
      };
      return {
        ...combine(expression, cell, of, options.level ?? 0.95),
        excluded: excluded[index] ?? {},
        notes: [],
      };
    },
  };
}

interface Feed {
  readonly population: Population;
  readonly into: Accumulator[];
}

function runPass(
  records: Records,
  grouping: GroupingOfKind,
  feeds: readonly Feed[],
  periodCount: number,
): void {
  const steps = [
    ...feeds
      .filter(({ population }) => isSnapshot(population))
      .map((feed) => snapshotStep(records, grouping, feed, periodCount)),
    ...placements(feeds, grouping).map((together) => placedStep(records, grouping, together, periodCount)),
  ];
  for (let from = 0; from < records.rows; from += BLOCK) {
    const to = Math.min(records.rows, from + BLOCK);
    for (const step of steps) step(from, to);
  }
}

/** What is done with each block of rows. */
type Step = (from: number, to: number) => void;

function snapshotStep(
  records: Records,
  grouping: GroupingOfKind,
  { population, into }: Feed,
  periodCount: number,
): Step {
  const select = snapshot(population, records, grouping);
  const selection = emptySelection(BLOCK * periodCount);
  return (from, to) => {
    select(from, to, selection);
    for (const accumulator of into) accumulator.add(selection);
  };
}

/** Feeds that are placed by the same date, together. */
function placements(feeds: readonly Feed[], grouping: GroupingOfKind): readonly (readonly Feed[])[] {
  const undated = grouping.periods === undefined && grouping.asOf === undefined;
  const byPlacement = new Map<string, Feed[]>();
  for (const feed of feeds) {
    if (isSnapshot(feed.population)) continue;
    const key = undated ? "" : feed.population.on;
    const together = byPlacement.get(key);
    if (together === undefined) byPlacement.set(key, [feed]);
    else together.push(feed);
  }
  return [...byPlacement.values()];
}

/** Places the records that any of the populations may want, then hands each population its own. */
function placedStep(
  records: Records,
  grouping: GroupingOfKind,
  feeds: readonly Feed[],
  periodCount: number,
): Step {
  const on = feeds[0]?.population.on ?? "always";
  const size = on === "always" ? BLOCK * periodCount : BLOCK;
  const sets = withFewQuestions(feeds).map((together) => ({
    feeds: together,
    set: compileConditions(
      together.map(({ population }) => population.where),
      records,
      grouping.asOf,
    ),
  }));
  const outcomes = sets.reduce((bits, { set }) => bits | set.outcomes, 0);
  const place = placing(on, outcomes, records, grouping);
  const placed = emptySelection(size);
  const chosen = emptySelection(size);
  const keys = new Uint16Array(size);
  const parts = sets.map(({ feeds: together, set }) => {
    const takers = together.map(({ into }, at) => {
      const passing = set.passing[at] ?? new Uint8Array(0);
      return { into, passing, everyone: passesAll(passing, outcomes) };
    });
    return { takers, keysOf: takers.every(({ everyone }) => everyone) ? undefined : set.keysOf };
  });
  return (from, to) => {
    place(from, to, placed);
    for (const { takers, keysOf } of parts) {
      keysOf?.(placed.rows, placed.length, keys);
      for (const { into, passing, everyone } of takers) {
        if (!everyone) filterByKey(placed, keys, passing, chosen);
        for (const accumulator of into) accumulator.add(everyone ? placed : chosen);
      }
    }
  };
}

/** Whether all records with the outcomes pass, whatever else is asked. */
function passesAll(passing: Uint8Array, outcomes: number): boolean {
  return passing.every((passes, key) => passes === 1 || ((outcomes >> (key & 7)) & 1) === 0);
}

/** Tables double with each question: populations that together ask more than a few are taken apart. */
function withFewQuestions(feeds: readonly Feed[]): readonly (readonly Feed[])[] {
  const sets: { feeds: Feed[]; questions: Set<string> }[] = [];
  for (const feed of feeds) {
    const own = questionsOf(feed.population.where);
    const last = sets[sets.length - 1];
    const together = new Set([...(last?.questions ?? []), ...own]);
    if (last === undefined || together.size > MOST_QUESTIONS)
      sets.push({ feeds: [feed], questions: new Set(own) });
    else {
      last.feeds.push(feed);
      last.questions = together;
    }
  }
  return sets.map((set) => set.feeds);
}

function emptySelection(size: number): Selection {
  return { length: 0, rows: new Int32Array(size), groups: new Int32Array(size) };
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
