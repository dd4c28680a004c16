/* eslint-disable @typescript-eslint/no-non-null-assertion -- the hot loops: every index is in range by construction */
import type { Additive, AdditiveAccumulator } from "./accumulate";
import { compileConditions, questionsOf, type ConditionSet } from "./conditions";
import type { Population } from "./expression";
import { filterByKey, isSnapshot, placing, snapshot, type GroupingOfKind, type Selection } from "./selection";
import type { Records } from "../records/records";

/** What takes a population's records, block by block. */
interface Sink {
  add(selection: Selection): void;
  readonly additive?: Additive;
}

/** A population and what takes its records. */
export interface Feed {
  readonly population: Population;
  readonly into: Sink[];
}

const BLOCK = 4096;
const MOST_QUESTIONS = 5;
const MOST_SHARED_CELLS = 1 << 20;

/** A pass over the records, in blocks that stay in the processor's cache; what cannot be asked stops before it runs. */
export function preparePass(
  records: Records,
  grouping: GroupingOfKind,
  feeds: readonly Feed[],
  cells: number,
): () => void {
  const space = workspaces();
  const size = Math.max(1, Math.min(BLOCK, records.rows));
  const steps = [
    ...feeds
      .filter(({ population }) => isSnapshot(population))
      .map((feed) => snapshotStep(records, grouping, feed, space, size)),
    ...placements(feeds, grouping).map((together) =>
      placedStep(records, grouping, together, cells, space, size),
    ),
  ];
  return () => {
    for (let from = 0; from < records.rows; from += size) {
      const to = Math.min(records.rows, from + size);
      for (const { block } of steps) block(from, to);
    }
    for (const { done } of steps) done?.();
  };
}

interface Step {
  block(from: number, to: number): void;
  /** After the last block. */
  done?(): void;
}

/** What steps write to, one after the other: shared, so that it stays in the processor's cache. */
interface Workspace {
  readonly placed: Selection;
  readonly chosen: Selection;
  readonly keys: Uint16Array;
}

type Workspaces = (size: number) => Workspace;

function workspaces(): Workspaces {
  const bySize = new Map<number, Workspace>();
  return (size) => {
    const known = bySize.get(size) ?? {
      placed: emptySelection(size),
      chosen: emptySelection(size),
      keys: new Uint16Array(size),
    };
    bySize.set(size, known);
    return known;
  };
}

function snapshotStep(
  records: Records,
  grouping: GroupingOfKind,
  { population, into }: Feed,
  space: Workspaces,
  block: number,
): Step {
  const select = snapshot(population, records, grouping);
  // A row may be in every period: fewer rows at a time.
  const periods = grouping.periods?.count ?? 1;
  const rows = Math.max(1, Math.floor(block / periods));
  const { placed: selection } = space(Math.max(block, periods));
  return {
    block(from, to) {
      for (let first = from; first < to; first += rows) {
        select(first, Math.min(to, first + rows), selection);
        for (const accumulator of into) accumulator.add(selection);
      }
    },
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
  cells: number,
  space: Workspaces,
  block: number,
): Step {
  const on = feeds[0]?.population.on ?? "always";
  const sets = withFewQuestions(feeds).map((together) => ({
    together,
    set: compileConditions(
      together.map(({ population }) => population.where),
      records,
      grouping.asOf,
    ),
  }));
  const outcomes = sets.reduce((bits, { set }) => bits | set.outcomes, 0);
  const place = placing(on, outcomes, records, grouping);
  const size = on === "always" ? block * (grouping.periods?.count ?? 1) : block;
  const { placed, chosen, keys } = space(size);
  const classed: Selection = { length: 0, rows: placed.rows, groups: chosen.groups };
  const parts = sets.map(({ together, set }) => partOf(together, set, outcomes, cells));
  return {
    block(from, to) {
      place(from, to, placed);
      for (const { keysOf, takers, shared } of parts) {
        keysOf?.(placed.rows, placed.length, keys);
        if (shared !== undefined) {
          classify(placed, keys, shared.classes, classed);
          for (const total of shared.totals) total.add(classed);
        }
        for (const { into, passing, everyone } of takers) {
          if (!everyone) filterByKey(placed, keys, passing, chosen);
          for (const accumulator of into) accumulator.add(everyone ? placed : chosen);
        }
      }
    },
    done() {
      for (const { shared } of parts) shared?.hand();
    },
  };
}

/** How the populations of one condition set get their records. */
interface Part {
  /** Not needed where each population takes all that is placed. */
  readonly keysOf?: ConditionSet["keysOf"];
  readonly takers: readonly Taker[];
  readonly shared?: SharedTotals;
}

interface Taker {
  readonly passing: Uint8Array;
  readonly into: readonly Sink[];
  /** The population takes all that is placed. */
  readonly everyone: boolean;
}

function partOf(feeds: readonly Feed[], set: ConditionSet, outcomes: number, cells: number): Part {
  const all = feeds.map(({ into }, at): Taker => {
    const passing = set.passing[at]!;
    return { into, passing, everyone: passesAll(passing, outcomes) };
  });
  if (all.every(({ everyone }) => everyone)) return { takers: all };
  const shared = sharedTotals(all, cells);
  if (shared === undefined) return { takers: all, keysOf: set.keysOf };
  const rest = all.map((taker) => ({
    ...taker,
    into: taker.into.filter(({ additive }) => additive === undefined),
  }));
  return { takers: rest.filter(({ into }) => into.length > 0), keysOf: set.keysOf, shared };
}

/**
 * Counts and sums of several populations, added up once: records that pass the same populations form a class, totals
 * are kept per group and class, and a population's total is that of its classes.
 */
interface SharedTotals {
  readonly classes: Classes;
  readonly totals: readonly Sink[];
  /** Gives each population its totals. */
  hand(): void;
}

interface Classes {
  readonly count: number;
  /** Key → class. */
  readonly ofKey: Uint8Array;
}

function sharedTotals(takers: readonly Taker[], cells: number): SharedTotals | undefined {
  const wants = takers.flatMap(({ into, passing }) =>
    into.flatMap(({ additive }) => (additive === undefined ? [] : [{ additive, passing }])),
  );
  const classes = classesOf(takers);
  const groups = cells * classes.count;
  if (wants.length < 2 || groups > MOST_SHARED_CELLS) return undefined;
  const totals: AdditiveAccumulator[] = [];
  const givers = wants.map(({ additive, passing }) => {
    let total = totals.find(
      (other) => other.additive.of === additive.of && other.additive.op === additive.op,
    );
    if (total === undefined) {
      total = additive.empty(groups);
      totals.push(total);
    }
    return { additive, from: total.additive, passing };
  });
  return {
    classes,
    totals,
    hand() {
      for (const { additive, from, passing } of givers) addClasses(additive, from, classes, passing);
    },
  };
}

function classesOf(takers: readonly Taker[]): Classes {
  const index = new Map<string, number>();
  const size = takers[0]?.passing.length ?? 0;
  const ofKey = Uint8Array.from({ length: size }, (_, key) => {
    const pattern = takers.map(({ passing }) => passing[key]).join("");
    const known = index.get(pattern) ?? index.size;
    index.set(pattern, known);
    return known;
  });
  return { count: index.size, ofKey };
}

function addClasses(into: Additive, from: Additive, { count, ofKey }: Classes, passing: Uint8Array): void {
  const wanted = new Set<number>();
  ofKey.forEach((ofClass, key) => {
    if (passing[key] === 1) wanted.add(ofClass);
  });
  into.state.forEach((totals, at) => {
    const parts = from.state[at]!;
    for (const ofClass of wanted) {
      for (let group = 0; group < totals.length; group++) totals[group]! += parts[group * count + ofClass]!;
    }
  });
}

/** The same rows, grouped by group and class. */
function classify(from: Selection, keys: Uint16Array, { count, ofKey }: Classes, into: Selection): void {
  const { length, groups } = from;
  const { groups: intoGroups } = into;
  for (let k = 0; k < length; k++) intoGroups[k] = groups[k]! * count + ofKey[keys[k]!]!;
  into.length = length;
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
    if (last === undefined || together.size > MOST_QUESTIONS) {
      sets.push({ feeds: [feed], questions: new Set(own) });
    } else {
      last.feeds.push(feed);
      last.questions = together;
    }
  }
  return sets.map((set) => set.feeds);
}

function emptySelection(size: number): Selection {
  return { length: 0, rows: new Int32Array(size), groups: new Int32Array(size) };
}
