import type { ICellData } from "@univerjs/core";
import type { CellMatrix } from "./engine";
import { plainEntry } from "./entry";
import { toStyle } from "./formats";
import { ModelError, type CellFormat, type Rect } from "./types";

/* What Univer is handed to write: a matrix of the cells that change, and of these only what changes. */

/** Entries of a range; null leaves a cell as it is, undefined is nothing to write. */
export function entries<V>(
  rect: Rect,
  cells: readonly (readonly (V | null)[])[],
  entryOf: (value: V, row: number, column: number) => ICellData | undefined,
): CellMatrix {
  refuseOtherSize(rect, cells);
  const matrix: CellMatrix = {};
  cells.forEach((line, r) => {
    line.forEach((value, c) => {
      if (value === null) return;
      const [row, column] = [rect.row + r, rect.column + c];
      const entry = entryOf(value, row, column);
      const target = (matrix[row] ??= {});
      if (entry !== undefined) target[column] = entry;
    });
  });
  return matrix;
}

/** One format for all cells of a range. */
export function oneFormat(rect: Rect, format: Partial<CellFormat>): CellMatrix {
  const matrix: CellMatrix = {};
  const style = toStyle(format);
  for (let r = 0; r < rect.rows; r++) {
    const target: Record<number, ICellData> = (matrix[rect.row + r] = {});
    for (let c = 0; c < rect.columns; c++) target[rect.column + c] = { s: style };
  }
  return matrix;
}

/** Formats of single cells: row → column → format. */
export function formatsOfCells(
  cells: ReadonlyMap<number, ReadonlyMap<number, Partial<CellFormat>>>,
): CellMatrix {
  const styles = new Map<Partial<CellFormat>, ICellData>();
  const matrix: CellMatrix = {};
  for (const [row, line] of cells) {
    const target: Record<number, ICellData> = (matrix[row] = {});
    for (const [column, format] of line) {
      let cell = styles.get(format);
      if (!cell) styles.set(format, (cell = { s: toStyle(format) }));
      target[column] = cell;
    }
  }
  return matrix;
}

/** The cells in use within a range, cleared. */
export function cleared(
  used: Readonly<Record<number, Readonly<Record<number, unknown>>>>,
  rect: Rect,
  what: "All" | "Contents" | "Formats",
): CellMatrix {
  const matrix: CellMatrix = {};
  for (const r in used) {
    const row = Number(r);
    if (row < rect.row || row >= rect.row + rect.rows) continue;
    for (const c in used[row]) {
      const column = Number(c);
      if (column < rect.column || column >= rect.column + rect.columns) continue;
      const target = (matrix[row] ??= {});
      if (what === "All") target[column] = null;
      else if (what === "Formats") target[column] = { s: null };
      else target[column] = plainEntry("");
    }
  }
  return matrix;
}

function refuseOtherSize(rect: Rect, lines: readonly (readonly unknown[])[]): void {
  if (lines.length !== rect.rows || lines.some((line) => line.length !== rect.columns))
    throw new ModelError(
      "InvalidArgument",
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
}
