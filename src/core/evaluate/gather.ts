import { stop } from "../result";
import type { Dataset } from "../records/dataset";
import { derivedColumns, isDerived } from "../records/derived";
import { keysOf, type KeyRole } from "../records/keys";
import type { Records } from "../records/records";
import type { Kind, Role } from "../records/roles";
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
import { keyOf, populationsOf, type Aggregate } from "./expression";
import { indexPeriods, wordGroups, type PeriodIndex } from "./groups";
import { preparePass, type Feed } from "./pass";
import { prorated } from "./prorate";
import type { GroupingOfKind } from "./selection";

/** What aggregates are gathered for. */
export interface GatherOptions {
  /** Group by the words of this role, or by this key. */
  readonly by?: KeyRole;
  /** Sorted, disjoint periods; without them all time is one period. */
  readonly periods?: readonly Period[];
  /** Last day that may be seen (a serial day, included). */
  readonly asOf?: number;
}

/** Aggregates of all groups and periods: a cell is `group × periods + period`. */
export interface Gathering {
  /** Labels of the groups; one, "", when not grouped. */
  readonly groups: readonly string[];
  readonly periods: number;
  of(aggregate: Aggregate): Accumulator;
  /** One pass over the records of each kind. */
  run(): void;
}

/** Finds all that the aggregates need: what cannot be asked stops here, before any pass. Equal ones are gathered once. */
export function prepareGathering(
  dataset: Dataset,
  aggregates: readonly Aggregate[],
  options: GatherOptions,
): Gathering {
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
  for (const aggregate of aggregates) {
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
  return {
    groups: groupLabels,
    periods: periodCount,
    of(aggregate) {
      const accumulator = accumulatorFor.get(aggregate);
      if (accumulator === undefined) throw new Error("aggregate was not computed");
      return accumulator;
    },
    run() {
      for (const pass of passes) pass();
      for (const accumulator of accumulators.values()) accumulator.finish();
    },
  };

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

function groupingOf(
  records: Records,
  options: GatherOptions,
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
