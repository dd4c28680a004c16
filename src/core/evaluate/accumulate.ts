/* eslint-disable @typescript-eslint/no-non-null-assertion -- the hot loops: every index is in range by construction */
import { meanInterval, medianInterval } from "../statistics/intervals";
import { quantile, trimmedMean } from "../statistics/quantile";
import type { Interval } from "../result";
import type { Aggregate } from "./expression";
import type { Selection } from "./selection";
import { survivalMedian } from "../statistics/survival";

/** An aggregate's state for all groups: fed block by block, then read group by group. */
export interface Accumulator {
  add(selection: Selection): void;
  /** Called once, after the last block. */
  finish(): void;
  value(group: number): number;
  /** Records the value rests on. */
  n(group: number): number;
  interval(group: number, level: number): Interval | undefined;
  /** Set where the state is nothing but totals, so that the totals of parts can be added up. */
  readonly additive?: Additive;
}

export interface Additive {
  /** Two with the same `op` of the same values add up the same. */
  readonly op: "count" | "sum" | "mean";
  readonly of?: Float64Array;
  /** Totals per group. */
  readonly state: readonly Float64Array[];
  empty(groups: number): AdditiveAccumulator;
}

export interface AdditiveAccumulator extends Accumulator {
  readonly additive: Additive;
}

/** Records per group. */
export function counting(groups: number): AdditiveAccumulator {
  const counts = new Float64Array(groups);
  return {
    additive: { op: "count", state: [counts], empty: counting },
    add({ length, groups: of }) {
      for (let k = 0; k < length; k++) counts[of[k]!]!++;
    },
    finish() {},
    value: (group) => counts[group] ?? 0,
    n: (group) => counts[group] ?? 0,
    interval: () => undefined,
  };
}

/** Sum and mean per group, with the squared deviations that the mean's interval needs. */
export function summing(groups: number, values: Float64Array, op: "sum" | "mean"): AdditiveAccumulator {
  const sums = new Float64Array(groups);
  const counts = new Float64Array(groups);
  const squares = op === "mean" ? new Float64Array(groups) : undefined;
  // Squares are taken about a typical value, so that they do not cancel for large, close values.
  const origin = op === "mean" ? typicalOf(values) : 0;
  return {
    additive: {
      op,
      of: values,
      state: squares === undefined ? [sums, counts] : [sums, counts, squares],
      empty: (size) => summing(size, values, op),
    },
    add({ length, rows, groups: of }) {
      for (let k = 0; k < length; k++) {
        const value = values[rows[k]!]!;
        if (value !== value) continue;
        const group = of[k]!;
        sums[group]! += value;
        counts[group]!++;
        if (squares !== undefined) squares[group]! += (value - origin) * (value - origin);
      }
    },
    finish() {},
    value: (group) => (op === "sum" ? (sums[group] ?? 0) : (sums[group] ?? 0) / (counts[group] ?? 0)),
    n: (group) => counts[group] ?? 0,
    interval(group, level) {
      const n = counts[group] ?? 0;
      if (squares === undefined || n < 2) return undefined;
      const mean = (sums[group] ?? 0) / n;
      return meanInterval(n, mean, (squares[group] ?? 0) - n * (mean - origin) ** 2, level);
    },
  };
}

function typicalOf(values: Float64Array): number {
  for (const value of values) if (value === value) return value;
  return 0;
}

/** Quantile or trimmed mean: keeps the values with their groups, then sorts each group once. */
export function ordering(
  groups: number,
  values: Float64Array,
  aggregate: Extract<Aggregate, { op: "quantile" | "trimmedMean" }>,
): Accumulator {
  const held = holding(groups, values);
  return {
    ...held,
    finish() {
      held.finish();
      for (let group = 0; group < groups; group++) held.of(group).sort();
    },
    value: (group) =>
      aggregate.op === "trimmedMean"
        ? trimmedMean(held.of(group), aggregate.share)
        : quantile(held.of(group), aggregate.at),
    n: (group) => held.of(group).length,
    interval: (group, level) =>
      aggregate.op === "quantile" && aggregate.at === 0.5 ? medianInterval(held.of(group), level) : undefined,
  };
}

/** Kaplan–Meier median of waits, some of which have not ended yet. */
export function surviving(groups: number, values: Float64Array, waits: Float64Array): Accumulator {
  const ended = holding(groups, values);
  const waiting = holding(
    groups,
    waits.map((wait, i) => (Number.isNaN(values[i]!) ? wait : NaN)),
  );
  return {
    add(selection) {
      ended.add(selection);
      waiting.add(selection);
    },
    finish() {
      ended.finish();
      waiting.finish();
    },
    value: (group) => survivalMedian(ended.of(group), waiting.of(group)) ?? NaN,
    n: (group) => ended.of(group).length + waiting.of(group).length,
    interval: () => undefined,
  };
}

interface Holding {
  add(selection: Selection): void;
  finish(): void;
  /** The group's values, after `finish`. */
  of(group: number): Float64Array;
}

/** Keeps the known values with their groups and gives each group its own. */
function holding(groups: number, values: Float64Array): Holding {
  let heldGroups = new Int32Array(1024);
  let held = new Float64Array(1024);
  let length = 0;
  let sorted = new Float64Array(0);
  const starts = new Int32Array(groups + 1);
  const of = (group: number): Float64Array => sorted.subarray(starts[group], starts[group + 1]);
  return {
    add(selection) {
      if (length + selection.length > held.length) {
        const size = Math.max(held.length * 2, length + selection.length);
        heldGroups = grow(heldGroups, new Int32Array(size));
        held = grow(held, new Float64Array(size));
      }
      for (let k = 0; k < selection.length; k++) {
        const value = values[selection.rows[k]!]!;
        if (value !== value) continue;
        heldGroups[length] = selection.groups[k]!;
        held[length++] = value;
      }
    },
    finish() {
      for (let k = 0; k < length; k++) starts[heldGroups[k]! + 1]!++;
      for (let group = 0; group < groups; group++) starts[group + 1]! += starts[group]!;
      sorted = new Float64Array(length);
      const next = starts.slice(0, groups);
      for (let k = 0; k < length; k++) sorted[next[heldGroups[k]!]!++] = held[k]!;
    },
    of,
  };
}

function grow<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** A number kept for each pair of group and code that was seen: an array where it is small, else a map. 0 = not seen. */
interface Pairs {
  get(pair: number): number;
  set(pair: number, value: number): void;
}

function bytes(groups: number, codeCount: number): Pairs {
  if (groups * codeCount > 64_000_000) return pairMap();
  const dense = new Uint8Array(groups * codeCount);
  return {
    get: (pair) => dense[pair]!,
    set(pair, value) {
      dense[pair] = value;
    },
  };
}

function pairMap(): Pairs {
  const sparse = new Map<number, number>();
  return {
    get: (pair) => sparse.get(pair) ?? 0,
    set: (pair, value) => void sparse.set(pair, value),
  };
}

/** Different codes per group. Code 0 (missing) does not count. */
export function distinguishing(groups: number, codes: Int32Array, codeCount: number): Accumulator {
  const counts = new Float64Array(groups);
  const seen = bytes(groups, codeCount);
  return {
    add({ length, rows, groups: of }) {
      for (let k = 0; k < length; k++) {
        const code = codes[rows[k]!]!;
        if (code === 0) continue;
        const group = of[k]!;
        const pair = group * codeCount + code;
        if (seen.get(pair) === 1) continue;
        seen.set(pair, 1);
        counts[group]!++;
      }
    },
    ...counted(counts),
  };
}

/** Codes that two populations share, per group: an accumulator to feed for each of the two. */
export function intersecting(
  groups: number,
  codes: Int32Array,
  codeCount: number,
): readonly [Accumulator, Accumulator] {
  const counts = new Float64Array(groups);
  const seen = bytes(groups, codeCount);
  const side = (bit: number): Accumulator => ({
    add({ length, rows, groups: of }) {
      for (let k = 0; k < length; k++) {
        const code = codes[rows[k]!]!;
        if (code === 0) continue;
        const group = of[k]!;
        const pair = group * codeCount + code;
        const before = seen.get(pair);
        if ((before & bit) !== 0) continue;
        seen.set(pair, before | bit);
        if (before !== 0) counts[group]!++;
      }
    },
    ...counted(counts),
  });
  return [side(1), side(2)];
}

/** Codes seen in several records per group; with `days`, in records of different days. */
export function repeating(
  groups: number,
  codes: Int32Array,
  codeCount: number,
  days?: Float64Array,
): Accumulator {
  const counts = new Float64Array(groups);
  // The day of the first record plus one, or −1 once the code counts.
  const seen = pairMap();
  return {
    add({ length, rows, groups: of }) {
      for (let k = 0; k < length; k++) {
        const row = rows[k]!;
        const code = codes[row]!;
        if (code === 0) continue;
        const group = of[k]!;
        const pair = group * codeCount + code;
        const before = seen.get(pair);
        if (before < 0) continue;
        const day = days === undefined ? 1 : Math.floor(days[row]!) + 1;
        if (before === 0) seen.set(pair, day);
        else if (days === undefined || day !== before) {
          seen.set(pair, -1);
          counts[group]!++;
        }
      }
    },
    ...counted(counts),
  };
}

function counted(counts: Float64Array): Omit<Accumulator, "add"> {
  return {
    finish() {},
    value: (group) => counts[group] ?? 0,
    n: (group) => counts[group] ?? 0,
    interval: () => undefined,
  };
}
