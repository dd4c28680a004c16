/** A block of cells under a header row, from which a formula can take columns: a table, or the used part of a sheet. */
export interface Source {
  readonly kind: "table" | "range";
  /** The table's name; for a plain range the sheet's, with its first cell where there are several. */
  readonly name: string;
  readonly sheet: string;
  readonly headers: readonly string[];
  /** Place of the first cell below the header, from 0. */
  readonly row: number;
  readonly column: number;
  /** Rows below the header. */
  readonly rows: number;
}

/** A single cell; row and column from 0. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** As people read it: `Deals!L2`. */
  readonly address: string;
}

/** Rows × columns of one sheet, from 0. */
export interface Area {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export function covers(area: Area, cell: CellPlace): boolean {
  const { row, column, rows, columns } = area;
  return (
    area.sheet === cell.sheet &&
    cell.row >= row &&
    cell.row < row + rows &&
    cell.column >= column &&
    cell.column < column + columns
  );
}
