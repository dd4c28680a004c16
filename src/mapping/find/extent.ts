import type { Place } from "../block";
import type { SheetCells } from "../sheet-cells";

/** Rows and columns of a sheet, from 0. */
export interface Extent {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * The cells below the header of a plain range that may hold its records now: down to the end of the used range, as
 * lists grow, or to the next Excel table in its columns. `recordRows` tells which of the rows are records.
 */
export function extentOf(
  place: Pick<Place, "row" | "column">,
  columns: number,
  sheet: Pick<SheetCells, "row" | "rows" | "tables">,
): Extent {
  const { row, column } = place;
  let end = sheet.row + sheet.rows;
  for (const table of sheet.tables) {
    const overlaps = table.column < column + columns && column < table.column + table.columns;
    if (overlaps && table.row >= row) end = Math.min(end, table.row);
  }
  return { row, column, rows: Math.max(0, end - row), columns };
}
