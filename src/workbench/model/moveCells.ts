import type { ICellData, Nullable, Worksheet } from "@univerjs/core";
import { Direction } from "@univerjs/core";
import { MAX_COLUMNS, MAX_ROWS } from "./address";
import { CellReader, toRange } from "./cells";
import type { CellMatrix } from "./engine";
import type { SheetOwner } from "./sheet";
import type { Rect, Sheet } from "./types";

/**
 * Excel's Range.insert and Range.delete. Whole rows and columns go through Univer's own commands, which also move
 * tables, sizes and references in formulas; a block of cells is moved as it is.
 */
export function moveCells(
  owner: SheetOwner,
  sheet: Sheet,
  worksheet: Worksheet,
  rect: Rect,
  shift: "Down" | "Right" | "Up" | "Left",
): void {
  const { engine } = owner;
  const range = toRange(rect);
  const wholeRows = rect.columns === MAX_COLUMNS && (shift === "Down" || shift === "Up");
  const wholeColumns = rect.rows === MAX_ROWS && (shift === "Right" || shift === "Left");
  if (wholeRows || wholeColumns) {
    engine.ensureSize(worksheet, {
      ...rect,
      rows: wholeRows ? rect.rows : 1,
      columns: wholeRows ? 1 : rect.columns,
    });
    const all = wholeRows
      ? { ...range, startColumn: 0, endColumn: worksheet.getColumnCount() - 1 }
      : { ...range, startRow: 0, endRow: worksheet.getRowCount() - 1 };
    const verb = shift === "Down" || shift === "Right" ? "insert" : "remove";
    const id = `sheet.command.${verb}-${wholeRows ? "row" : "col"}-by-range`;
    const direction = wholeRows ? Direction.UP : Direction.LEFT;
    asActive(owner, sheet, () => engine.run(id, { subUnitId: sheet.id, range: all, direction }));
    return;
  }
  owner.refuseInsideTable(sheet, rect, shift);
  moveBlock(owner, sheet, worksheet, rect, shift);
}

/** Univer moves the tables and references of the *active* sheet, whichever sheet's rows are removed. */
function asActive(owner: SheetOwner, sheet: Sheet, act: () => void): void {
  const { engine } = owner;
  const active = engine.workbook.getActiveSheet(true)?.getSheetId();
  const activate = (subUnitId: string) => engine.run("sheet.operation.set-worksheet-active", { subUnitId });
  if (active !== sheet.id) activate(sheet.id);
  act();
  if (active !== undefined && active !== sheet.id) activate(active);
}

/** Moves what lies beyond `rect` by its height or width: formats, tables and whatever refers to the cells go with them. */
export function moveBlock(
  owner: SheetOwner,
  sheet: Sheet,
  worksheet: Worksheet,
  rect: Rect,
  shift: "Down" | "Right" | "Up" | "Left",
): void {
  const { engine } = owner;
  const used = new CellReader(engine, worksheet).usedRange(false) ?? { ...rect, rows: 0, columns: 0 };
  const vertical = shift === "Down" || shift === "Up";
  const inserting = shift === "Down" || shift === "Right";
  const reader = new CellReader(engine, worksheet);
  const matrix: CellMatrix = {};
  const put = (row: number, column: number, from: { row: number; column: number } | undefined) => {
    const cell = from && reader.raw(from.row, from.column);
    (matrix[row] ??= {})[column] =
      cell == null ? null : whole(cell, reader.formula(from?.row ?? 0, from?.column ?? 0));
  };
  const end = vertical ? used.row + used.rows : used.column + used.columns;
  const step = vertical ? rect.rows : rect.columns;
  const from = vertical ? rect.row : rect.column;
  const across = vertical ? rect.columns : rect.rows;
  const limit = inserting ? end + step : Math.max(end, from + step);
  for (let along = from; along < limit; along++)
    for (let side = 0; side < across; side++) {
      const row = vertical ? along : rect.row + side;
      const column = vertical ? rect.column + side : along;
      const source = inserting ? along - step : along + step;
      const blank = inserting && along < from + step;
      put(
        row,
        column,
        blank ? undefined : { row: vertical ? source : row, column: vertical ? column : source },
      );
    }
  engine.ensureSize(worksheet, {
    row: 0,
    column: 0,
    rows: vertical ? limit : rect.row + rect.rows,
    columns: vertical ? rect.column + rect.columns : limit,
  });
  // First emptied, then set: a mutation merges into what is there.
  engine.setCells(
    sheet.id,
    mapCells(matrix, () => null),
  );
  engine.setCells(
    sheet.id,
    mapCells(matrix, (cell) => cell),
  );
  owner.blockMoved({ sheetId: sheet.id, rect, shift });
}

function mapCells(matrix: CellMatrix, map: (cell: Nullable<ICellData>) => Nullable<ICellData>): CellMatrix {
  const result: CellMatrix = {};
  for (const r in matrix)
    for (const c in matrix[Number(r)]) {
      const cell = map(matrix[Number(r)]?.[Number(c)]);
      (result[Number(r)] ??= {})[Number(c)] = cell;
    }
  return result;
}

function whole(cell: ICellData, formula: string | undefined): ICellData {
  const copy: ICellData = {};
  if (formula) copy.f = formula;
  else {
    if (cell.v !== undefined) copy.v = cell.v;
    if (cell.t !== undefined) copy.t = cell.t;
  }
  if (cell.p) copy.p = cell.p;
  if (cell.s !== undefined) copy.s = cell.s;
  return copy;
}
