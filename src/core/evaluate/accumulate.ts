/* eslint-disable @typescript-eslint/no-non-null-assertion -- the hot loops: every index is in range by construction */
import { meanInterval } from "../statistics/intervals";
import type { Interval } from "../result";
import type { Selection } from "./selection";

/** An aggregate of all groups, read group by group. */
export interface Accumulator {
  /** Called once, after the last block. */
  finish(): void;
  value(group: number): number;
  /** Records the value rests on. */
  n(group: number): number;
  interval(group: number, level: number): Interval | undefined;
  /** Of a sum: records without a value. */
  unknown?(group: number): number;
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

/** Totals are added up block by block; what is not additive keeps the rows. */
export interface AdditiveAccumulator extends Accumulator {
  add(selection: Selection): void;
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
  const unknown = new Float64Array(op === "sum" ? groups : 0);
  // Squares are taken about a typical value, so that they do not cancel for large, close values.
  const origin = op === "mean" ? typicalOf(values) : 0;
  return {
    additive: {
      op,
      of: values,
      state: [sums, counts, squares ?? unknown],
      empty: (size) => summing(size, values, op),
    },
    add({ length, rows, groups: of }) {
      for (let k = 0; k < length; k++) {
        const value = values[rows[k]!]!;
        const group = of[k]!;
        if (value !== value) {
          unknown[group]!++;
          continue;
        }
        sums[group]! += value;
        counts[group]!++;
        if (squares !== undefined) squares[group]! += (value - origin) * (value - origin);
      }
    },
    finish() {},
    value: (group) => (op === "sum" ? (sums[group] ?? 0) : (sums[group] ?? 0) / (counts[group] ?? 0)),
    n: (group) => counts[group] ?? 0,
    unknown: (group) => unknown[group] ?? 0,
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
