import type { CellFormat, CellValue } from "../model/types";
import type { PlainCell, PlainSheet, PlainWorkbook } from "../sample/types";
import { emptySheet, type FormatContent, type SheetContent, type WorkbookContent } from "./content";

/** The generated sample workbook in the form of an opened file. */
export function sampleContent(workbook: PlainWorkbook, name: string): WorkbookContent {
  return {
    name,
    sheets: workbook.sheets.map(sheetContent),
    names: [],
    settings: new Map(),
    activeSheet: Math.max(
      0,
      workbook.sheets.findIndex((sheet) => sheet.name === workbook.active),
    ),
  };
}

function sheetContent(sheet: PlainSheet): SheetContent {
  const formulas: SheetContent["formulas"] = [];
  const values = sheet.cells.map((cells, row) =>
    cells.map((cell, column): CellValue | null => {
      if (typeof cell !== "string" || !cell.startsWith("=")) return plainValue(cell);
      formulas.push({ row, column, formula: cell });
      return null;
    }),
  );
  return {
    ...emptySheet(sheet.name),
    values,
    formulas,
    formats: [...columnFormats(sheet), ...cellFormats(sheet)],
    tables: sheet.tables.map(({ name, row, column, rows, columns }) => ({
      name,
      rect: { row, column, rows, columns },
      style: "TableStyleLight9",
      showHeaders: true,
    })),
    columnWidths: new Map(
      Object.entries(sheet.columnWidths).map(([column, pixels]) => [Number(column), pixels]),
    ),
    freeze: { rows: sheet.frozenRows, columns: 0 },
  };
}

function plainValue(cell: PlainCell): CellValue | null {
  if (cell === "") return null;
  return typeof cell === "object" ? cell.error : cell;
}

function columnFormats(sheet: PlainSheet): FormatContent[] {
  return Object.entries(sheet.columnFormats).flatMap(([key, numberFormat]): FormatContent[] => {
    const column = Number(key);
    const table = sheet.tables.find((each) => column >= each.column && column < each.column + each.columns);
    const first = table ? table.row + 1 : 0;
    const rows = (table ? table.row + table.rows : sheet.cells.length) - first;
    return rows > 0 ? [{ rect: { row: first, column, rows, columns: 1 }, format: { numberFormat } }] : [];
  });
}

function cellFormats(sheet: PlainSheet): FormatContent[] {
  return sheet.cellFormats.map(({ row, column, numberFormat, bold, fontSize, fontColor, wrap }) => {
    const format: Partial<CellFormat> = {
      ...(numberFormat !== undefined && { numberFormat }),
      ...(bold !== undefined && { bold }),
      ...(fontSize !== undefined && { fontSize }),
      ...(fontColor !== undefined && { fontColor }),
      ...(wrap !== undefined && { wrapText: wrap }),
    };
    return { rect: { row, column, rows: 1, columns: 1 }, format };
  });
}
