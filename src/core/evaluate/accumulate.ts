/* eslint-disable @typescript-eslint/no-non-null-assertion -- the hot loops: every index is in range by construction */
import { meanInterval, medianInterval } from "../statistics/intervals";
import { quantile, trimmedMean } from "../statistics/quantile";
import type { Interval } from "../result";
import type { Aggregate } from "./expression";
import type { Selection } from "./selection";

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

/** Median or trimmed mean: keeps the values with their groups, then sorts each group once. */
export function ordering(groups: number, values: Float64Array, aggregate: Aggregate): Accumulator {
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
      for (let group = 0; group < groups; group++) of(group).sort();
    },
    value: (group) =>
      aggregate.op === "trimmedMean" ? trimmedMean(of(group), aggregate.share) : quantile(of(group), 0.5),
    n: (group) => of(group).length,
    interval: (group, level) => (aggregate.op === "median" ? medianInterval(of(group), level) : undefined),
  };
}

function grow<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Different codes per group: a bitmap where it is small, else a set of pairs. Code 0 (missing) does not count. */
export function distinguishing(groups: number, codes: Int32Array, codeCount: number): Accumulator {
  const counts = new Float64Array(groups);
  const dense = groups * codeCount <= 64_000_000 ? new Uint8Array(groups * codeCount) : undefined;
  const sparse = new Set<number>();
  return {
    add({ length, rows, groups: of }) {
      for (let k = 0; k < length; k++) {
        const code = codes[rows[k]!]!;
        if (code === 0) continue;
        const group = of[k]!;
        const pair = group * codeCount + code;
        if (dense === undefined) {
          if (sparse.has(pair)) continue;
          sparse.add(pair);
        } else {
          if (dense[pair] === 1) continue;
          dense[pair] = 1;
        }
        counts[group]!++;
      }
    },
    finish() {
      sparse.clear();
    },
    value: (group) => counts[group] ?? 0,
    n: (group) => counts[group] ?? 0,
    interval: () => undefined,
  };
}
