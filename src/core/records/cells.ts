/** A cell as Excel hands it over: number, text, boolean, blank ("" or null), an error (text or object). */
export type Cell = unknown;
/** Rows of cells. A column is one cell wide; a block holds several columns side by side. */
export type Cells = readonly (readonly Cell[])[];

/** One column of a block of rows. */
export interface CellColumn {
  readonly rows: Cells;
  /** Index of the column within each row. */
  readonly at: number;
}

export function isBlank(cell: Cell): boolean {
  if (cell === "" || cell === null || cell === undefined) return true;
  return typeof cell === "string" && cell.trim() === "";
}

const ERROR_TEXT =
  /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|BUSY!|CONNECT!|FIELD!|BLOCKED!|UNKNOWN!|EXTERNAL!|PYTHON!|TIMEOUT!)$/;

/**
 * An error cell arrives as its text, as an error cell value or as an object with an error code. Objects that hold no
 * plain value (entities, images) cannot be read either, and count as errors.
 */
export function isErrorCell(cell: Cell): boolean {
  if (typeof cell === "string") return cell.charCodeAt(0) === 35 && ERROR_TEXT.test(cell);
  if (typeof cell === "object" && cell !== null) {
    if (!("basicValue" in cell) || ("type" in cell && cell.type === "Error")) return true;
    const { basicValue } = cell;
    return typeof basicValue === "object" || typeof basicValue === "function" || isErrorCell(basicValue);
  }
  return typeof cell === "function" || typeof cell === "symbol";
}

/** Unwraps cell values with formatting (`{type: "Double", basicValue: 3}`) to what stands in the cell. */
export function plainCell(cell: Cell): Cell {
  if (typeof cell === "object" && cell !== null && "basicValue" in cell && !isErrorCell(cell))
    return cell.basicValue;
  return cell;
}

/** Turns a row of cells into a column; leaves columns as they are. */
export function asColumn(cells: Cells): CellColumn {
  const first = cells[0];
  if (cells.length === 1 && first !== undefined && first.length > 1)
    return { rows: first.map((cell) => [cell]), at: 0 };
  return { rows: cells, at: 0 };
}

/** Number of rows up to the last one that is not blank. */
export function filledLength({ rows, at }: CellColumn): number {
  let last = rows.length;
  while (last > 0 && isBlank(rows[last - 1]?.[at])) last--;
  return last;
}
