import { formatAddress, MAX_COLUMNS, MAX_ROWS } from "../../model/address";
import type { Rect, Sheet } from "../../model/types";
import { invalidArgument } from "../errors";

/** The cells a Range object stands for. Replaced, never changed, so that a tracked range can follow its cells. */
export interface RangeRef {
  sheet: Sheet;
  rect: Rect;
}

export function at(sheet: Sheet, row: number, column: number, rows: number, columns: number): RangeRef {
  if (
    row < 0 ||
    column < 0 ||
    rows < 1 ||
    columns < 1 ||
    row + rows > MAX_ROWS ||
    column + columns > MAX_COLUMNS
  )
    throw invalidArgument();
  return { sheet, rect: { row, column, rows, columns } };
}

export function addressOf({ sheet, rect }: RangeRef): string {
  return formatAddress(sheet.name, rect);
}

export function isEntireColumn({ rect }: RangeRef): boolean {
  return rect.rows === MAX_ROWS;
}

export function isEntireRow({ rect }: RangeRef): boolean {
  return rect.columns === MAX_COLUMNS;
}

export const WHOLE_SHEET: Rect = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };
