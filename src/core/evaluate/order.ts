/* eslint-disable @typescript-eslint/no-non-null-assertion -- the hot loops: every index is in range by construction */
import { medianInterval } from "../statistics/intervals";
import { quantile, trimmedMean } from "../statistics/quantile";
import { survivalMedian } from "../statistics/survival";
import type { Accumulator } from "./accumulate";
import type { Aggregate } from "./expression";
import type { HeldRows } from "./held-rows";

/** Quantile or trimmed mean of the known values. */
export function ordering(
  groups: number,
  held: HeldRows,
  values: Float64Array,
  aggregate: Extract<Aggregate, { op: "quantile" | "trimmedMean" }>,
): Accumulator {
  let sorted: readonly Float64Array[] = [];
  const of = (group: number): Float64Array => sorted[group] ?? none;
  return {
    finish() {
      // Parts of one array: hundreds of arrays are slow to come by.
      const all = new Float64Array(held.count());
      let from = 0;
      sorted = Array.from({ length: groups }, (_, group) => {
        const own = known(held.of(group), values, all.subarray(from));
        from += own.length;
        return own.sort();
      });
    },
    value: (group) =>
      aggregate.op === "trimmedMean"
        ? trimmedMean(of(group), aggregate.share)
        : quantile(of(group), aggregate.at),
    n: (group) => of(group).length,
    interval: (group, level) =>
      aggregate.op === "quantile" && aggregate.at === 0.5 ? medianInterval(of(group), level) : undefined,
  };
}

/** Kaplan–Meier median of waits, some of which have not ended yet. */
export function surviving(held: HeldRows, values: Float64Array, waits: Float64Array): Accumulator {
  const censored = waits.map((wait, i) => (Number.isNaN(values[i]!) ? wait : NaN));
  const ended = (group: number): Float64Array => known(held.of(group), values);
  const waiting = (group: number): Float64Array => known(held.of(group), censored);
  return {
    finish() {},
    value: (group) => survivalMedian(ended(group), waiting(group)) ?? NaN,
    n: (group) => ended(group).length + waiting(group).length,
    interval: () => undefined,
  };
}

const none = new Float64Array(0);

function known(rows: Int32Array, values: Float64Array, found = new Float64Array(rows.length)): Float64Array {
  let length = 0;
  for (let k = 0; k < rows.length; k++) {
    const value = values[rows[k]!]!;
    found[length] = value;
    if (value === value) length++;
  }
  return found.subarray(0, length);
}
