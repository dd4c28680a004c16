import { stop } from "../result";
import type { Dataset } from "../records/dataset";
import { derivedColumns, isDerived } from "../records/derived";
import { keysOf, sharedKeys, type KeyRole } from "../records/keys";
import type { Records } from "../records/records";
import type { Kind, Role } from "../records/roles";
import type { Period } from "../time/periods";
import { counting, summing, type Accumulator, type AdditiveAccumulator } from "./accumulate";
import { fieldValues } from "./conditions";
import { distinguishing, intersecting, repeating } from "./different";
import { keyOf, populationsOf, type Aggregate, type Population } from "./expression";
import { indexPeriods, wordGroups, type PeriodIndex } from "./groups";
import { holdingRows, type HeldRows } from "./held-rows";
import { ordering, surviving } from "./order";
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
    if (own === undefined)
      stop(options.by === "group" ? "groupOfOneTable" : "groupMissing", { role: options.by ?? "", kind });
    return own;
  };

  const accumulators = new Map<string, Accumulator>();
  const accumulatorFor = new Map<Aggregate, Accumulator>();
  const feeds = new Map<Kind, Map<string, Feed>>();
  const held = new Map<Feed, HeldRows>();
  for (const aggregate of aggregates) {
    const key = keyOf(aggregate);
    const accumulator = accumulators.get(key) ?? accumulatorOf(aggregate);
    accumulators.set(key, accumulator);
    accumulatorFor.set(aggregate, accumulator);
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
      for (const rows of held.values()) rows.finish();
      for (const accumulator of accumulators.values()) accumulator.finish();
    },
  };

  function accumulatorOf(aggregate: Aggregate): Accumulator {
    const populations = populationsOf(aggregate);
    const [population] = populations;
    if (population === undefined) throw new Error(`${aggregate.op} needs a population`);
    const records = recordsOf(dataset, population.kind);
    switch (aggregate.op) {
      case "prorated":
        return proratedTargets(aggregate, records);
      case "count":
        return totalled(population, counting(cells));
      case "distinct": {
        const tables = populations.map(({ kind }) => recordsOf(dataset, kind));
        const { codes, count } = sharedKeys(tables, aggregate.role);
        return distinguishing(cells, populations.map(rowsOf), codes, count);
      }
      case "repeated": {
        const { codes, words } = keysOf(records, aggregate.role);
        const rows = populations.map(rowsOf);
        const days = aggregate.on === undefined ? undefined : records.numbers(aggregate.on);
        return repeating(cells, rows, codes, words.length, days);
      }
      case "common": {
        const { codes, words } = keysOf(records, aggregate.role);
        const [first, second] = aggregate.of;
        return intersecting(cells, [rowsOf(first), rowsOf(second)], codes, words.length);
      }
      case "survivalMedian": {
        const { field, censored } = aggregate;
        return surviving(rowsOf(population), fieldValues(field, records), fieldValues(censored, records));
      }
    }
    ensureOneCurrency(aggregate, records);
    const values = fieldValues(aggregate.field, records);
    if (aggregate.op === "quantile" || aggregate.op === "trimmedMean")
      return ordering(cells, rowsOf(population), values, aggregate);
    return totalled(population, summing(cells, values, aggregate.op));
  }

  function totalled(population: Population, total: AdditiveAccumulator): Accumulator {
    feedOf(population).into.push(total);
    return total;
  }

  /** Kept once for all that ask for the population's rows. */
  function rowsOf(population: Population): HeldRows {
    const feed = feedOf(population);
    let rows = held.get(feed);
    if (rows === undefined) {
      rows = holdingRows(cells);
      held.set(feed, rows);
      feed.into.push(rows);
    }
    return rows;
  }

  function feedOf(population: Population): Feed {
    const ofKind = feeds.get(population.kind) ?? new Map<string, Feed>();
    feeds.set(population.kind, ofKind);
    const key = keyOf(population);
    const feed = ofKind.get(key) ?? { population, into: [] };
    ofKind.set(key, feed);
    return feed;
  }

  function proratedTargets(aggregate: Extract<Aggregate, { op: "prorated" }>, records: Records): Accumulator {
    const groupOfCode = groupOf(aggregate.of.kind);
    return prorated(records, aggregate, {
      until: aggregate.toDate === true ? (options.asOf ?? Infinity) : Infinity,
      groups: groupLabels.length,
      byOwner: options.by !== undefined && keyOfOwner(records, options.by),
      ...(options.periods?.length ? { periods: options.periods } : {}),
      ...(groupOfCode === undefined || options.by === undefined
        ? {}
        : { groupOfCode, codes: keysOf(records, options.by).codes }),
    });
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
