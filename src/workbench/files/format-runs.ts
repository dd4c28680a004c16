import type { CellFormat } from "../model/types";
import type { FormatContent } from "./content";

interface Run {
  key: string;
  row: number;
  last: number;
  column: number;
  columns: number;
  format: Partial<CellFormat>;
}

/**
 * Collects the formats of single cells, row by row, into as few rectangles as cheaply possible: first runs down a
 * column, then equal runs side by side. A hundred thousand formatted cells in ten columns become a few rectangles.
 */
export class FormatRuns {
  private readonly open = new Map<number, Run>();
  private readonly closed: Run[] = [];

  /** `key` says which formats are equal. Rows must not go backwards within a column. */
  add(row: number, column: number, key: string, format: Partial<CellFormat>): void {
    const run = this.open.get(column);
    if (run && run.key === key && run.last === row - 1) {
      run.last = row;
      return;
    }
    if (run) this.closed.push(run);
    this.open.set(column, { key, row, last: row, column, columns: 1, format });
  }

  /** A blank cell, which may as well carry the format of the cell above it: gaps would cut a column into many pieces. */
  addBlank(row: number, column: number): void {
    const run = this.open.get(column);
    if (run?.last === row - 1) run.last = row;
  }

  finish(): FormatContent[] {
    const runs = [...this.closed, ...this.open.values()];
    runs.sort((a, b) => a.row - b.row || a.last - b.last || a.column - b.column);
    const merged: Run[] = [];
    for (const run of runs) {
      const left = merged[merged.length - 1];
      const adjoins =
        left?.key === run.key &&
        left.row === run.row &&
        left.last === run.last &&
        left.column + left.columns === run.column;
      if (left && adjoins) left.columns++;
      else merged.push(run);
    }
    return merged.map(({ row, last, column, columns, format }) => ({
      rect: { row, column, rows: last - row + 1, columns },
      format,
    }));
  }
}
