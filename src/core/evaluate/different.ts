/* eslint-disable @typescript-eslint/no-non-null-assertion -- the hot loops: every index is in range by construction */
import type { Accumulator } from "./accumulate";
import type { HeldRows } from "./held-rows";

/**
 * Counts of codes, group by group: each code carries the mark of the group that it was last seen in, so that a look-up
 * stays within one small array however many groups there are. Code 0 (missing) does not count.
 */

/** Different codes of the populations' records: a list of codes for each. */
export function distinguishing(
  groups: number,
  held: readonly HeldRows[],
  codesOf: readonly Int32Array[],
  codeCount: number,
): Accumulator {
  return counted(groups, () => {
    const marks = new Int32Array(codeCount);
    return (group) => {
      let count = 0;
      for (let at = 0; at < held.length; at++) {
        const rows = held[at]!.of(group);
        const codes = codesOf[at]!;
        for (let k = 0; k < rows.length; k++) {
          const code = codes[rows[k]!]!;
          if (code === 0 || marks[code] === group + 1) continue;
          marks[code] = group + 1;
          count++;
        }
      }
      return count;
    };
  });
}

/** Codes that two populations share. */
export function intersecting(
  groups: number,
  [first, second]: readonly [HeldRows, HeldRows],
  codes: Int32Array,
  codeCount: number,
): Accumulator {
  return counted(groups, () => {
    const marks = new Int32Array(codeCount);
    return (group) => {
      let count = 0;
      // Odd: in the first population; even: in both, and counted.
      const once = 2 * group + 1;
      const ofFirst = first.of(group);
      for (let k = 0; k < ofFirst.length; k++) marks[codes[ofFirst[k]!]!] = once;
      const ofSecond = second.of(group);
      for (let k = 0; k < ofSecond.length; k++) {
        const code = codes[ofSecond[k]!]!;
        if (code === 0 || marks[code] !== once) continue;
        marks[code] = once + 1;
        count++;
      }
      return count;
    };
  });
}

/** Codes of several records; with `days`, of records of different days. */
export function repeating(
  groups: number,
  held: readonly HeldRows[],
  codes: Int32Array,
  codeCount: number,
  days?: Float64Array,
): Accumulator {
  return counted(groups, () => {
    const marks = new Int32Array(codeCount);
    const firstDays = new Float64Array(days === undefined ? 0 : codeCount);
    return (group) => {
      let count = 0;
      const once = 2 * group + 1;
      for (const population of held) {
        const rows = population.of(group);
        for (let k = 0; k < rows.length; k++) {
          const row = rows[k]!;
          const code = codes[row]!;
          const mark = marks[code]!;
          if (code === 0 || mark === once + 1) continue;
          const day = days === undefined ? 0 : Math.floor(days[row]!);
          if (mark !== once) {
            marks[code] = once;
            if (days !== undefined) firstDays[code] = day;
          } else if (days === undefined || day !== firstDays[code]) {
            marks[code] = once + 1;
            count++;
          }
        }
      }
      return count;
    };
  });
}

function counted(groups: number, counter: () => (group: number) => number): Accumulator {
  const counts = new Float64Array(groups);
  return {
    finish() {
      const count = counter();
      for (let group = 0; group < groups; group++) counts[group] = count(group);
    },
    value: (group) => counts[group] ?? 0,
    n: (group) => counts[group] ?? 0,
    interval: () => undefined,
  };
}
