/* eslint-disable @typescript-eslint/no-non-null-assertion -- the hot loops: every index is in range by construction */
import type { Selection } from "./selection";

/** The rows of a population by group, for whatever is no total: kept block by block, then put in order once. */
export interface HeldRows {
  add(selection: Selection): void;
  /** After the last block. */
  finish(): void;
  count(): number;
  /** The group's rows in their order, after `finish`. */
  of(group: number): Int32Array;
}

const FIRST = 4096;

export function holdingRows(groups: number): HeldRows {
  let heldRows = new Int32Array(FIRST);
  let heldGroups = new Int32Array(FIRST);
  let length = 0;
  let sorted = heldRows;
  const starts = new Int32Array(groups + 1);
  return {
    add(selection) {
      const end = length + selection.length;
      if (end > heldRows.length) {
        const size = Math.max(heldRows.length * 4, end);
        heldRows = grown(heldRows, size);
        heldGroups = grown(heldGroups, size);
      }
      heldRows.set(selection.rows.subarray(0, selection.length), length);
      heldGroups.set(selection.groups.subarray(0, selection.length), length);
      length = end;
    },
    finish() {
      for (let k = 0; k < length; k++) starts[heldGroups[k]! + 1]!++;
      for (let group = 0; group < groups; group++) starts[group + 1]! += starts[group]!;
      sorted = new Int32Array(length);
      const next = starts.slice(0, groups);
      for (let k = 0; k < length; k++) sorted[next[heldGroups[k]!]!++] = heldRows[k]!;
      heldRows = heldGroups = new Int32Array(0);
    },
    count: () => length,
    of: (group) => sorted.subarray(starts[group], starts[group + 1]),
  };
}

function grown(from: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(size);
  to.set(from);
  return to;
}
