import type { Cell } from "../core/records/cells";
import type { SheetShape, TableShape, WorkbookShape } from "../mapping/keep/shape";
import { patiently } from "./patience";
import { MOST_COLUMNS } from "./read-structure";

/**
 * Tables with their columns, and sheets with their used ranges; of sheets that `withTop` names by id or name the first
 * rows too. Three round trips whatever their number.
 */
export function readShape(withTop: ReadonlyMap<string, number>): Promise<WorkbookShape> {
  return patiently(async (context) => {
    const { worksheets, tables } = context.workbook;
    worksheets.load("items/id,items/name");
    tables.load("items/id,items/name,items/showHeaders");
    await context.sync();

    const used = worksheets.items.map((sheet) => ({
      sheet,
      range: sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount"),
    }));
    const tableParts = tables.items.map((table) => ({
      table,
      sheet: table.worksheet.load("id,name"),
      body: table.getDataBodyRange().load("rowIndex,columnIndex,rowCount"),
      columns: table.columns.load("items/id,items/name"),
    }));
    await context.sync();

    const sheetParts = used.map(({ sheet, range }) => {
      const rows = Math.max(withTop.get(sheet.id) ?? 0, withTop.get(sheet.name) ?? 0);
      if (range.isNullObject || rows === 0) return { sheet, range, top: undefined };
      const { rowIndex, columnIndex, rowCount, columnCount } = range;
      const top = sheet.getRangeByIndexes(
        rowIndex,
        columnIndex,
        Math.min(rows, rowCount),
        Math.min(columnCount, MOST_COLUMNS),
      );
      return { sheet, range, top: top.load("values") };
    });
    await context.sync();

    return {
      sheets: sheetParts.map(({ sheet, range, top }): SheetShape => ({
        id: sheet.id,
        name: sheet.name,
        row: range.isNullObject ? 0 : range.rowIndex,
        column: range.isNullObject ? 0 : range.columnIndex,
        rows: range.isNullObject ? 0 : range.rowCount,
        columns: range.isNullObject ? 0 : range.columnCount,
        top: (top?.values ?? []) as Cell[][],
      })),
      tables: tableParts.map(({ table, sheet, body, columns }): TableShape => ({
        id: table.id,
        name: table.name,
        sheet: sheet.name,
        sheetId: sheet.id,
        row: body.rowIndex,
        column: body.columnIndex,
        rows: body.rowCount,
        columns: columns.items.map(({ id, name }) => ({ id: String(id), header: name })),
      })),
    };
  });
}
