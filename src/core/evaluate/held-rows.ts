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

/** Rows and their groups, filled one after the other: what is held is never copied to grow. */
interface Chunk {
  readonly rows: Int32Array;
  readonly groups: Int32Array;
  length: number;
}

const CHUNK = 1 << 14;

export function holdingRows(groups: number): HeldRows {
  let chunks: Chunk[] = [];
  let length = 0;
  let sorted = new Int32Array(0);
  const starts = new Int32Array(groups + 1);
  return {
    add(selection) {
      let chunk = chunks[chunks.length - 1];
      if (chunk === undefined || chunk.length + selection.length > chunk.rows.length) {
        const size = Math.max(CHUNK, selection.length);
        chunk = { rows: new Int32Array(size), groups: new Int32Array(size), length: 0 };
        chunks.push(chunk);
      }
      chunk.rows.set(selection.rows.subarray(0, selection.length), chunk.length);
      chunk.groups.set(selection.groups.subarray(0, selection.length), chunk.length);
      chunk.length += selection.length;
      length += selection.length;
    },
    finish() {
      for (const chunk of chunks) {
        for (let k = 0; k < chunk.length; k++) starts[chunk.groups[k]! + 1]!++;
      }
      for (let group = 0; group < groups; group++) starts[group + 1]! += starts[group]!;
      sorted = new Int32Array(length);
      const next = starts.slice(0, groups);
      for (const chunk of chunks) {
        for (let k = 0; k < chunk.length; k++) sorted[next[chunk.groups[k]!]!++] = chunk.rows[k]!;
      }
      chunks = [];
    },
    count: () => length,
    of: (group) => sorted.subarray(starts[group], starts[group + 1]),
  };
}
