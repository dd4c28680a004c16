import type { CellFormat, CellValue, Rect, Sheet, WorkbookModel } from "../model/types";
import { formatRange } from "./address";
import { collectFeatures } from "./features";
import type { FormulaContent, SheetContent } from "./content";
import { FormatRuns } from "./format-runs";
import { spillKey, type SaveContent } from "./xlsx-write";

const defaultColumnWidths = new Set([64, 72, 73, 88]);

/** Everything in the workbook as a file can hold it. */
export function collectWorkbook(model: WorkbookModel): SaveContent {
  const spills = new Map<string, string>();
  const sheets = model.sheets().map((sheet) => collectSheet(model, sheet, spills));
  const active = model.activeSheet().name;
  return {
    name: model.name,
    sheets,
    spills,
    names: model.names().map(({ name, formula, sheetId, visible }) => {
      const sheet = sheetId === undefined ? undefined : model.sheet(sheetId)?.name;
      return { name, formula, ...(sheet !== undefined && { sheet }), ...(!visible && { hidden: true }) };
    }),
    settings: model.settings,
    customXml: model.customXmlParts,
    activeSheet: Math.max(
      0,
      sheets.findIndex((sheet) => sheet.name === active),
    ),
  };
}

function collectSheet(model: WorkbookModel, sheet: Sheet, spills: Map<string, string>): SheetContent {
  const used = sheet.usedRange();
  const content: SheetContent = {
    name: sheet.name,
    values: [],
    formulas: [],
    formats: [],
    tables: model
      .tables()
      .filter((table) => table.sheet.id === sheet.id)
      .map((table) => ({
        name: table.name,
        rect: table.range,
        style: table.style,
        showHeaders: table.showHeaders,
        id: table.id,
        columnIds: table.columns.map((column) => column.id),
      })),
    columnWidths: new Map(),
    freeze: sheet.freeze,
    visibility: sheet.visibility,
    features: collectFeatures(model, sheet),
  };
  if (!used) return content;

  const rect: Rect = { row: 0, column: 0, rows: used.row + used.rows, columns: used.column + used.columns };
  const values = sheet.readValues(rect);
  content.values = values;
  content.formulas = formulasOf(sheet.readFormulas(rect), values);
  for (const { row, column } of content.formulas) {
    const spill = sheet.spillOf(row, column);
    if (spill && spill.rows * spill.columns > 1) {
      spills.set(spillKey(sheet.name, row, column), formatRange(spill));
    }
  }
  content.formats = formatsOf(sheet, rect);
  content.columnWidths = new Map(
    Array.from({ length: rect.columns }, (_, column): [number, number] => [
      column,
      sheet.columnWidth(column),
    ]).filter(([, pixels]) => !defaultColumnWidths.has(pixels)),
  );
  return content;
}

function formulasOf(
  cells: readonly (readonly CellValue[])[],
  values: readonly (readonly CellValue[])[],
): FormulaContent[] {
  return cells.flatMap((row, rowIndex) =>
    row.flatMap((cell, column): FormulaContent[] =>
      // a text beginning with "=" shows itself; a formula shows its result
      typeof cell === "string" && cell.startsWith("=") && cell !== values[rowIndex]?.[column]
        ? [{ row: rowIndex, column, formula: cell }]
        : [],
    ),
  );
}

function formatsOf(sheet: Sheet, rect: Rect): SheetContent["formats"] {
  const runs = new FormatRuns();
  const { rows, columns } = rect;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const format = notable(sheet.readFormat(row, column));
      const key = JSON.stringify(format);
      if (key !== "{}") runs.add(row, column, key, format);
    }
  }
  return runs.finish();
}

/** What differs from a plain cell. */
function notable(format: CellFormat): Partial<CellFormat> {
  return {
    ...(format.numberFormat !== "General" && { numberFormat: format.numberFormat }),
    ...(format.bold && { bold: true }),
    ...(format.italic && { italic: true }),
    ...(format.underline && { underline: true }),
    ...(format.strikethrough && { strikethrough: true }),
    ...(format.fontSize !== 11 && { fontSize: format.fontSize }),
    ...(format.fontColor !== "#000000" && { fontColor: format.fontColor }),
    ...(format.fillColor && { fillColor: format.fillColor }),
    ...(format.horizontalAlignment !== "General" && { horizontalAlignment: format.horizontalAlignment }),
    ...(format.wrapText && { wrapText: true }),
    ...(format.verticalAlignment !== "Bottom" && { verticalAlignment: format.verticalAlignment }),
    ...(Object.keys(format.borders).length > 0 && { borders: format.borders }),
  };
}
