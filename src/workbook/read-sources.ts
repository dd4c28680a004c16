import type { Cell } from "../core/records/cells";
import { findHeaderRow } from "./header-row";
import { inExcel } from "./in-excel";
import type { CellPlace, Source } from "./source";

/** What of the workbook a formula can be built on. */
export interface WorkbookView {
  readonly sources: readonly Source[];
  readonly activeSheet: string;
  /** Where a formula would go; missing while a chart or a shape is selected. */
  readonly target: CellPlace | undefined;
}

/** Headers stand in the first rows; titles, dates and remarks above them rarely fill more than a dozen. */
const ROWS_TO_SEARCH = 12;
const MOST_COLUMNS = 256;
const MOST_SHEETS = 40;

/** All tables, and the used part of every visible sheet without a table, in three round trips whatever their number. */
export function readWorkbook(): Promise<WorkbookView> {
  return inExcel(async (context) => {
    const { worksheets, tables } = context.workbook;
    worksheets.load("items/name,items/visibility");
    tables.load("items/name,items/showHeaders");
    const active = worksheets.getActiveWorksheet().load("name");
    await context.sync();

    const tableParts = tables.items
      .filter((table) => table.showHeaders)
      .map((table) => ({
        name: table.name,
        sheet: table.worksheet.load("name"),
        header: table.getHeaderRowRange().load("values"),
        body: table.getDataBodyRange().load("rowIndex,columnIndex,rowCount"),
      }));
    const sheetParts = worksheets.items
      .filter((sheet) => sheet.visibility === "Visible")
      .slice(0, MOST_SHEETS)
      .map((sheet) => ({
        name: sheet.name,
        sheet,
        used: sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount"),
      }));
    await context.sync();

    const fromTables = tableParts.map(({ name, sheet, header, body }): Source => ({
      kind: "table",
      name,
      sheet: sheet.name,
      headers: (header.values[0] ?? []).map(String),
      row: body.rowIndex,
      column: body.columnIndex,
      rows: body.rowCount,
    }));
    const withTables = new Set(fromTables.map(({ sheet }) => sheet));
    const plainParts = sheetParts
      .filter(({ name, used }) => !withTables.has(name) && !used.isNullObject && used.rowCount > 1)
      .map(({ name, sheet, used }) => {
        const rows = Math.min(used.rowCount, ROWS_TO_SEARCH);
        const columns = Math.min(used.columnCount, MOST_COLUMNS);
        const top = sheet.getRangeByIndexes(used.rowIndex, used.columnIndex, rows, columns).load("values");
        return { name, used, top };
      });
    await context.sync();

    const fromSheets = plainParts.flatMap(({ name, used, top }) => plainSource(name, used, top.values));
    return {
      sources: [...fromTables, ...fromSheets],
      activeSheet: active.name,
      target: await readTarget(context).catch(() => undefined),
    };
  });
}

/** The active cell on its own, for showing where a formula will go. */
export function readTargetCell(): Promise<CellPlace> {
  return inExcel(readTarget);
}

async function readTarget(context: Excel.RequestContext): Promise<CellPlace> {
  const cell = context.workbook.getActiveCell().load("address,rowIndex,columnIndex");
  const sheet = cell.worksheet.load("name");
  await context.sync();
  return { sheet: sheet.name, row: cell.rowIndex, column: cell.columnIndex, address: cell.address };
}

interface Used {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
}

function plainSource(sheet: string, used: Used, top: readonly (readonly Cell[])[]): Source[] {
  const headerRow = findHeaderRow(top);
  if (headerRow === undefined || headerRow + 1 >= used.rowCount) return [];
  return [
    {
      kind: "range",
      name: sheet,
      sheet,
      headers: (top[headerRow] ?? []).map((cell) => (typeof cell === "string" ? cell : "")),
      row: used.rowIndex + headerRow + 1,
      column: used.columnIndex,
      rows: used.rowCount - headerRow - 1,
    },
  ];
}
