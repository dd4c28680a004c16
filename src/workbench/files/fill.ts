import { fillFeatures } from "./features";
import { ModelError, type CellValue, type Sheet, type WorkbookModel } from "../model/types";
import type { FormatContent, SheetContent, WorkbookContent } from "./content";

/** Replaces everything in the workbook by the content of a file. */
export function fillWorkbook(model: WorkbookModel, content: WorkbookContent): void {
  clearWorkbook(model, content.sheets[0]?.name ?? "Sheet1");
  model.name = content.name;
  const sheets = content.sheets.map((sheet, index) =>
    index === 0 ? model.activeSheet() : model.addSheet(sheet.name),
  );
  // values and tables of all sheets first: a formula may read a sheet further on
  content.sheets.forEach((sheet, index) => fillValues(sheets[index], sheet));
  content.sheets.forEach((sheet, index) => addTables(model, sheets[index], sheet));
  for (const { name, formula, sheet, hidden } of content.names) {
    // a name that means nothing here (a print area, an external file) is no reason to refuse the workbook
    attempt(() => {
      const added = model.addName(name, formula, sheet === undefined ? undefined : model.sheet(sheet)?.id);
      if (hidden) added.visible = false;
    });
  }
  content.sheets.forEach((sheet, index) => fillFormulas(sheets[index], sheet));
  content.sheets.forEach(({ features }, index) => {
    const sheet = sheets[index];
    if (features && sheet) fillFeatures(model, sheet, features);
  });
  model.replaceSettings(content.settings);
  model.replaceCustomXmlParts(content.customXml ?? []);
  content.sheets.forEach((sheet, index) => {
    if (sheet.visibility !== "Visible") attempt(() => sheets[index]?.setVisibility(sheet.visibility));
  });
  const active = sheets[content.activeSheet] ?? sheets[0];
  if (active) {
    active.activate();
    model.select(active, { row: 0, column: 0, rows: 1, columns: 1 });
  }
}

/** Leaves one empty, visible, active sheet of that name. */
function clearWorkbook(model: WorkbookModel, name: string): void {
  for (const table of model.tables()) table.convertToRange();
  for (const defined of model.names()) defined.delete();
  const before = model.sheets();
  // a name the old workbook also had must be free
  before.forEach((sheet, index) => sheet.rename(`__closing_${index}`));
  const fresh = model.addSheet(name);
  fresh.activate();
  before.forEach((sheet) => sheet.delete());
}

function fillValues(sheet: Sheet | undefined, content: SheetContent): void {
  if (!sheet) return;
  const columns = content.values.reduce((widest, row) => Math.max(widest, row.length), 0);
  const rows = content.values.length;
  if (rows > 0 && columns > 0) {
    const cells = content.values.map((row) =>
      Array.from({ length: columns }, (_, column): CellValue | null => row[column] ?? null),
    );
    sheet.write({ row: 0, column: 0, rows, columns }, cells, { asIs: true });
  }
  fillFormats(sheet, content.formats, rows, columns);
  for (const { rect, format } of content.formats) {
    // rows grow with their type, as in Excel; wrapped text is the grid's own affair
    const pixels = Math.ceil((format.fontSize ?? 0) * 1.9);
    for (let row = rect.row; pixels > 24 && row < rect.row + Math.min(rect.rows, 50); row++) {
      if (sheet.rowHeight(row) < pixels) sheet.setRowHeight(row, 1, pixels);
    }
  }
  for (const [column, pixels] of content.columnWidths) sheet.setColumnWidth(column, 1, pixels);
  if (content.freeze.rows || content.freeze.columns) sheet.freeze = content.freeze;
}

/** Number formats go in one block where they are many: the engine looks through the sheet at every change. */
function fillFormats(sheet: Sheet, formats: readonly FormatContent[], rows: number, columns: number): void {
  const few = formats.length < 12;
  for (const { rect, format } of formats) {
    if (few) sheet.setFormat(rect, format);
    else if (Object.keys(format).some((member) => member !== "numberFormat")) {
      sheet.setFormat(rect, { ...format, numberFormat: undefined });
    }
  }
  if (few || rows === 0 || columns === 0) return;
  const block = Array.from({ length: rows }, () => new Array<string | null>(columns).fill(null));
  for (const { rect, format } of formats) {
    if (format.numberFormat === undefined) continue;
    for (let row = rect.row; row < Math.min(rect.row + rect.rows, rows); row++) {
      block[row]?.fill(format.numberFormat, rect.column, rect.column + rect.columns);
    }
  }
  sheet.setNumberFormats({ row: 0, column: 0, rows, columns }, block);
}

function addTables(model: WorkbookModel, sheet: Sheet | undefined, content: SheetContent): void {
  if (!sheet) return;
  for (const { name, rect, style, showHeaders, id, columnIds } of content.tables) {
    const more = { ...(style && { style }), ...(id && { id }), ...(columnIds && { columnIds }) };
    attempt(() => model.addTable({ sheet, range: rect, hasHeaders: showHeaders, name, ...more }));
  }
}

function fillFormulas(sheet: Sheet | undefined, content: SheetContent): void {
  if (!sheet) return;
  for (const { row, column, formula } of content.formulas) {
    // the cached result stays where the engine does not take the formula
    attempt(() => sheet.write({ row, column, rows: 1, columns: 1 }, [[formula]]));
  }
}

function attempt(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    console.warn(error.message);
  }
}
