import type { ICellData, Nullable, Worksheet } from "@univerjs/core";
import { CellValueType } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { Engine } from "./engine";
import type { CellValue, Rect } from "./types";

type Rows = Record<number, Record<number, Nullable<ICellData>> | undefined>;

/**
 * Reads a sheet's cells straight from Univer's matrices, with the results of spilled formulas laid over: a thousand
 * times faster than the facade for large ranges.
 */
export class CellReader {
  private readonly rows: Rows;
  private readonly spilled: Rows | undefined;
  private readonly formulas: FormulaDataModel;

  constructor(
    private readonly engine: Engine,
    private readonly sheet: Worksheet,
  ) {
    this.rows = sheet.getCellMatrix().getMatrix();
    this.formulas = engine.injector.get(FormulaDataModel);
    this.spilled = this.formulas.getArrayFormulaCellData()?.[engine.unitId]?.[sheet.getSheetId()] as
      Rows | undefined;
  }

  raw(row: number, column: number): Nullable<ICellData> {
    return this.rows[row]?.[column];
  }

  value(row: number, column: number): CellValue {
    const raw = this.rows[row]?.[column];
    const own = raw == null ? "" : cellValue(raw);
    if (own !== "" || this.spilled === undefined) return own;
    const spilled = this.spilled[row]?.[column];
    return spilled == null ? "" : cellValue(spilled);
  }

  values(rect: Rect): CellValue[][] {
    return this.block(rect, (row, column) => this.value(row, column));
  }

  /** The formula with its "=", if the cell has one. */
  formula(row: number, column: number): string | undefined {
    const cell = this.rows[row]?.[column];
    if (cell?.f) return cell.f;
    if (!cell?.si) return undefined;
    return (
      this.formulas.getFormulaStringByCell(row, column, this.sheet.getSheetId(), this.engine.unitId) ??
      undefined
    );
  }

  /** Every row index with cells, in order. */
  block<T>(rect: Rect, read: (row: number, column: number) => T): T[][] {
    const result: T[][] = new Array<T[]>(rect.rows);
    for (let r = 0; r < rect.rows; r++) {
      const line: T[] = new Array<T>(rect.columns);
      for (let c = 0; c < rect.columns; c++) line[c] = read(rect.row + r, rect.column + c);
      result[r] = line;
    }
    return result;
  }

  usedRange(valuesOnly: boolean): Rect | undefined {
    let top = Infinity;
    let bottom = -1;
    let left = Infinity;
    let right = -1;
    const take = (row: number, column: number) => {
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    };
    for (const rows of [this.rows, this.spilled])
      for (const r in rows)
        for (const c in rows[Number(r)]) {
          const cell = rows[Number(r)]?.[Number(c)];
          if (cell != null && (hasContent(cell) || (!valuesOnly && cell.s != null)))
            take(Number(r), Number(c));
        }
    return bottom < 0
      ? undefined
      : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  spillOf(row: number, column: number): Rect | undefined {
    const ranges = this.formulas.getArrayFormulaRange()?.[this.engine.unitId]?.[this.sheet.getSheetId()];
    const range = ranges?.[row]?.[column];
    if (range == null || (range.startRow === range.endRow && range.startColumn === range.endColumn))
      return undefined;
    return fromRange(range);
  }
}

export function hasContent(cell: ICellData): boolean {
  return (cell.v !== undefined && cell.v !== null && cell.v !== "") || !!cell.f || !!cell.si || !!cell.p;
}

export function cellValue(cell: ICellData): CellValue {
  const value = cell.v;
  if (value === undefined || value === null)
    return cell.p?.body ? cell.p.body.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n") : "";
  if (cell.t === CellValueType.BOOLEAN)
    return value === true || value === 1 || value === "1" || value === "TRUE";
  if (cell.t === CellValueType.NUMBER) return Number(value);
  return value;
}

export function fromRange(range: {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}): Rect {
  return {
    row: range.startRow,
    column: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    columns: range.endColumn - range.startColumn + 1,
  };
}

export function toRange(rect: Rect) {
  return {
    startRow: rect.row,
    endRow: rect.row + rect.rows - 1,
    startColumn: rect.column,
    endColumn: rect.column + rect.columns - 1,
  };
}

/** The smallest rectangle around the cells of a mutation's matrix. */
export function matrixBounds(matrix: Rows): Rect | undefined {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const r in matrix)
    for (const c in matrix[Number(r)]) {
      const [row, column] = [Number(r), Number(c)];
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
  return bottom < 0
    ? undefined
    : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
