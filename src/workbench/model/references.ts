import type { ICellData, Nullable } from "@univerjs/core";
import type { BaseReferenceObject, BaseValueObject, ErrorType } from "@univerjs/engine-formula";
import {
  BooleanValueObject,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import { MAX_COLUMNS, MAX_ROWS } from "./address";
import { cellValue, fromRange } from "./cells";
import { ERROR_TEXTS } from "./entry";
import type { CellValue, Rect } from "./types";

type Matrix = { getValue(row: number, column: number): Nullable<ICellData> } | null | undefined;

export interface ReadReference {
  rect: Rect;
  sheetId: string;
  /** The value now, results of the running calculation included. */
  read: (row: number, column: number) => CellValue;
}

/**
 * A reference's cells as they are in the middle of a calculation: what this round has calculated lies over what the
 * sheet holds, and spilled results over both. Straight from the matrices: a column of 100,000 takes milliseconds.
 */
export function readReference(reference: BaseReferenceObject): ReadReference {
  const now = [
    reference.getCurrentRuntimeSheetData(),
    reference.getCurrentRuntimeActiveArrayFormulaCellData(),
  ].map(asMatrix);
  const spilled = asMatrix(reference.getCurrentActiveArrayFormulaCellData());
  const sheet = asMatrix(reference.getCurrentActiveSheetData()?.cellData);
  const renewed = renewedSpills(reference);
  const read = (row: number, column: number): CellValue => {
    for (const layer of now) {
      const cell = layer?.getValue(row, column);
      if (cell != null) return cellValue(cell);
    }
    const former = spilled?.getValue(row, column);
    if (former != null && !renewed.some((rect) => holds(rect, row, column))) return cellValue(former);
    const cell = sheet?.getValue(row, column);
    return cell == null ? "" : cellValue(cell);
  };
  const rect = fromRange(reference.getRangePosition());
  // A:A reaches to the last row of Excel's grid, not only of the part that is drawn.
  if (Number.isNaN(reference.getRangeData().endRow)) rect.rows = MAX_ROWS - rect.row;
  if (Number.isNaN(reference.getRangeData().endColumn)) rect.columns = MAX_COLUMNS - rect.column;
  return { rect, sheetId: reference.getSheetId(), read };
}

/** Spills of the last round that this round has already replaced: their old cells no longer count. */
function renewedSpills(reference: BaseReferenceObject): Rect[] {
  const before = reference.getCurrentActiveArrayFormulaRange();
  const now = reference.getCurrentRuntimeActiveArrayFormulaRange();
  if (!before || !now) return [];
  const renewed: Rect[] = [];
  for (const r in before)
    for (const c in before[Number(r)]) {
      const range = before[Number(r)]?.[Number(c)];
      if (range && now[Number(r)]?.[Number(c)]) renewed.push(fromRange(range));
    }
  return renewed;
}

function holds(rect: Rect, row: number, column: number): boolean {
  return (
    row >= rect.row &&
    row < rect.row + rect.rows &&
    column >= rect.column &&
    column < rect.column + rect.columns
  );
}

/** Some layers are plain nested objects, others matrices. */
function asMatrix(layer: unknown): Matrix {
  if (layer == null || typeof layer !== "object") return undefined;
  if ("getValue" in layer) return layer as Matrix;
  const rows = layer as Record<number, Record<number, Nullable<ICellData>> | undefined>;
  return { getValue: (row, column) => rows[row]?.[column] };
}

/** A cell's value as the engine calculates with it. */
export function toValueObject(value: CellValue | null): BaseValueObject {
  if (value === null || value === "") return NullValueObject.create();
  if (typeof value === "number") return NumberValueObject.create(value);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  if (ERROR_TEXTS.has(value)) return ErrorValueObject.create(value as ErrorType);
  return StringValueObject.create(value);
}
