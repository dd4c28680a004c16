import { SheetsSelectionsService } from "@univerjs/sheets";
import { MAX_COLUMNS, MAX_ROWS } from "./address";
import { fromRange, toRange } from "./cells";
import type { Engine } from "./engine";
import type { Rect, Selection } from "./types";

export function readSelection(engine: Engine, sheetId: string): Omit<Selection, "sheet"> {
  const all = engine.injector
    .get(SheetsSelectionsService)
    .getWorkbookSelections(engine.unitId)
    .getSelectionsOfWorksheet(sheetId);
  const areas = all.map(({ range }) => clip(fromRange(range)));
  const last = areas[areas.length - 1] ?? { row: 0, column: 0, rows: 1, columns: 1 };
  const primary = all[all.length - 1]?.primary;
  return {
    areas: areas.length > 0 ? areas : [last],
    row: primary?.actualRow ?? last.row,
    column: primary?.actualColumn ?? last.column,
  };
}

export function setSelection(engine: Engine, sheetId: string, areas: readonly Rect[]): void {
  engine.run("sheet.operation.set-selections", {
    subUnitId: sheetId,
    selections: areas.map((rect, index) => ({
      range: { ...toRange(rect), rangeType: 0 },
      // the active cell is in the last area
      primary: index === areas.length - 1 ? primaryCell(rect) : null,
      style: null,
    })),
  });
}

function primaryCell({ row, column }: Rect) {
  const cell = toRange({ row, column, rows: 1, columns: 1 });
  return { ...cell, actualRow: row, actualColumn: column, isMerged: false, isMergedMainCell: false };
}

/** Whole rows and columns are selected as NaN in the grid. */
function clip(rect: Rect): Rect {
  const number = (value: number, otherwise: number) => (Number.isNaN(value) ? otherwise : value);
  return {
    row: number(rect.row, 0),
    column: number(rect.column, 0),
    rows: number(rect.rows, MAX_ROWS),
    columns: number(rect.columns, MAX_COLUMNS),
  };
}
