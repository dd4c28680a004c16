import { contains, MAX_COLUMNS, MAX_ROWS } from "./address";
import type { Rect } from "./types";

/** Cells that were inserted ("Down", "Right") or deleted ("Up", "Left"): what lies beyond them has moved. */
export interface Move {
  sheetId: string;
  rect: Rect;
  shift: "Down" | "Right" | "Up" | "Left";
}

/**
 * Where cells are after the move; undefined when they were deleted. Cells that reach beyond the moved rows or columns stay
 * where they are, as Excel leaves a reference that an insertion covers only in part.
 */
export function shiftRect(rect: Rect, { rect: by, shift }: Omit<Move, "sheetId">): Rect | undefined {
  const vertical = shift === "Down" || shift === "Up";
  const inserting = shift === "Down" || shift === "Right";
  const lane = vertical
    ? { row: 0, rows: MAX_ROWS, column: by.column, columns: by.columns }
    : { row: by.row, rows: by.rows, column: 0, columns: MAX_COLUMNS };
  const endless = vertical ? rect.rows === MAX_ROWS : rect.columns === MAX_COLUMNS;
  if (!contains(lane, rect) || endless) return rect;
  const most = vertical ? MAX_ROWS : MAX_COLUMNS;
  const start = vertical ? rect.row : rect.column;
  const size = vertical ? rect.rows : rect.columns;
  const at = vertical ? by.row : by.column;
  const count = vertical ? by.rows : by.columns;
  let from = start;
  let length = size;
  if (inserting) {
    if (at <= start) from += count;
    else if (at < start + size) length += count;
    length = Math.min(length, most - from);
  } else {
    const gone = (first: number, last: number) =>
      Math.max(0, Math.min(at + count, last) - Math.max(at, first));
    from -= gone(0, start);
    length -= gone(start, start + size);
  }
  if (length <= 0) return undefined;
  return vertical ? { ...rect, row: from, rows: length } : { ...rect, column: from, columns: length };
}
