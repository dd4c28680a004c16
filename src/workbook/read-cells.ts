import type { Cell } from "../core/records/cells";
import { toWorkbookError } from "./errors";
import { patiently } from "./patience";

/** A rectangle of one sheet to read; rows and columns from 0. */
export interface CellsToRead {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Number formats are read as well. */
  readonly formats?: boolean;
  /** Formulas are read in place of values. */
  readonly formulas?: boolean;
}

export interface CellsRead {
  readonly values: Cell[][];
  readonly formats: string[][];
}

export interface Reading {
  /** Told after every block: the share that has been read, 0 … 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Stops the reading before the next block, with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What one round trip brings: half of what Excel on the web lets through (5 MB), so that the page is never held up long. */
const TARGET_BYTES = 2_000_000;
/** Until cells have been seen: a date, an amount and a word take about ten each, a format as much. */
const FIRST_GUESS = 20;

/**
 * Reads rectangles of any size, in blocks that stay below Excel's limits: block sizes follow the length of the cells that
 * have been read, and a block that is too large all the same is halved. Breathes between blocks.
 */
export async function readCells(
  wanted: readonly CellsToRead[],
  { onProgress, signal }: Reading = {},
): Promise<CellsRead[]> {
  const results: CellsRead[] = wanted.map(() => ({ values: [], formats: [] }));
  const total = sum(wanted.map(sizeOf));
  const plan = new Plan(wanted);
  let cellsPerBlock = TARGET_BYTES / FIRST_GUESS;
  let done = 0;
  while (!plan.isEmpty()) {
    signal?.throwIfAborted();
    const block = plan.take(cellsPerBlock);
    const answer = await readBlock(block).catch((error: unknown) => {
      if (toWorkbookError(error).problem !== "tooLarge" || !canBeHalved(block)) throw error;
      return undefined;
    });
    if (answer === undefined) {
      plan.putBack(block);
      cellsPerBlock = Math.max(1, sum(block.map(({ part }) => sizeOf(part))) / 2);
      continue;
    }
    let length = 0;
    block.forEach(({ of }, index) => {
      const { values, formats } = answer[index] ?? { values: [], formats: [] };
      for (const row of values) results[of]?.values.push(row);
      for (const row of formats) results[of]?.formats.push(row);
      length += sampledLength(values) + sampledLength(formats);
    });
    const cells = sum(block.map(({ part }) => sizeOf(part)));
    // A block may double at most: what comes may be longer than what came.
    cellsPerBlock = Math.min(cellsPerBlock * 2, (TARGET_BYTES * cells) / Math.max(1, length));
    done += cells;
    onProgress?.(total === 0 ? 1 : done / total);
  }
  return results;
}

interface Part {
  /** Index of the rectangle it belongs to. */
  readonly of: number;
  readonly part: CellsToRead;
}

/** What is left to read, in order. */
class Plan {
  private readonly left: Part[];

  constructor(wanted: readonly CellsToRead[]) {
    this.left = wanted
      .map((part, of) => ({ of, part }))
      .filter(({ part }) => part.rows > 0 && part.columns > 0);
  }

  isEmpty(): boolean {
    return this.left.length === 0;
  }

  /** The next rectangles, the last one cut, with about so many cells; never less than one row. */
  take(cells: number): Part[] {
    const block: Part[] = [];
    let room = cells;
    for (let next = this.left.shift(); next !== undefined; next = this.left.shift()) {
      const { of, part } = next;
      const rows = Math.min(part.rows, Math.floor(room / cellsOfRow(part)));
      const taken = block.length === 0 ? Math.max(1, rows) : rows;
      if (taken > 0) block.push({ of, part: { ...part, rows: taken } });
      if (taken < part.rows) {
        this.left.unshift({ of, part: { ...part, row: part.row + taken, rows: part.rows - taken } });
        break;
      }
      room -= sizeOf(part);
    }
    return block;
  }

  putBack(block: readonly Part[]): void {
    this.left.unshift(...block);
  }
}

function readBlock(block: readonly Part[]): Promise<CellsRead[]> {
  return patiently(async (context) => {
    const ranges = block.map(({ part: { sheetId, row, column, rows, columns, formats, formulas } }) =>
      context.workbook.worksheets
        .getItem(sheetId)
        .getRangeByIndexes(row, column, rows, columns)
        .load([formulas === true ? "formulas" : "values", ...(formats === true ? ["numberFormat"] : [])]),
    );
    await context.sync();
    return ranges.map((range, index) => {
      const { formats, formulas } = block[index]?.part ?? {};
      return {
        values: (formulas === true ? range.formulas : range.values) as Cell[][],
        formats: formats === true ? (range.numberFormat as string[][]) : [],
      };
    });
  });
}

function canBeHalved(block: readonly Part[]): boolean {
  return block.length > 1 || (block[0]?.part.rows ?? 0) > 1;
}

function cellsOfRow({ columns, formats }: CellsToRead): number {
  return formats === true ? columns * 2 : columns;
}

function sizeOf(part: CellsToRead): number {
  return part.rows * cellsOfRow(part);
}

/** About how many bytes cells took on the way, from every hundredth row; letters beyond ASCII count as six, as \uXXXX. */
function sampledLength(rows: readonly (readonly unknown[])[]): number {
  const step = Math.max(1, Math.floor(rows.length / 100));
  let length = 0;
  let sampled = 0;
  for (let i = 0; i < rows.length; i += step) {
    length += JSON.stringify(rows[i]).replace(/[^\x20-\x7e]/g, "123456").length + 1;
    sampled++;
  }
  return sampled === 0 ? 0 : (length * rows.length) / sampled;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
