import { readXlsx as readFile, type Cell, type Sheet, type Workbook } from "hucre/xlsx";
import type { CellValue } from "../model/types";
import { parseRange } from "./address";
import { emptySheet, FileError, type SheetContent, type TableContent, type WorkbookContent } from "./content";
import { FormatRuns } from "./format-runs";
import { formulaFromFile, shiftFormula } from "./formula-text";
import { serialOfDate } from "./serial";
import { isSettingsSheet, settingsFromSheet } from "./settings-sheet";
import { readCustomXml } from "./xlsx-custom-xml";
import { featuresFromFile, hiddenNamesOf, isChart } from "./xlsx-features";
import { openPackage, type Package } from "./xlsx-package";
import { formatFromStyle } from "./xlsx-styles";
import { readTableIds, type TableIds } from "./xlsx-table-ids";

/** An .xlsx (or .xlsm, without its macros) as plain content. Dates become serials of the 1900 system. */
export async function readXlsx(
  bytes: Uint8Array,
  fileName: string,
  customFunctions: readonly string[] = [],
): Promise<WorkbookContent> {
  const file = await parse(bytes);
  const parts = openPackage(bytes, isSmallPart);
  const tableIds = readTableIds(parts);
  const all = file.sheets.map((sheet) => sheetContent(sheet, file, customFunctions, parts, tableIds));
  const hidden = hiddenNamesOf(parts);
  const settings = all.find(isSettingsSheet);
  const sheets = all.filter((sheet) => sheet !== settings);
  const active = file.sheets[file.activeSheet ?? 0]?.name;
  return {
    name: fileName,
    sheets: sheets.length > 0 ? sheets : [emptySheet("Sheet1")],
    names: (file.namedRanges ?? [])
      .filter(({ name }) => !name.startsWith("_xlnm."))
      .map(({ name, range, scope }) => ({
        name,
        formula: `=${range}`,
        ...(scope && { sheet: scope }),
        ...(hidden.has(name) && { hidden: true }),
      })),
    settings: settings ? settingsFromSheet(settings) : new Map(),
    customXml: readCustomXml(parts),
    activeSheet: Math.max(
      0,
      sheets.findIndex((sheet) => sheet.name === active),
    ),
  };
}

/** What relates parts to each other, the workbook's own, tables' descriptions, charts, custom XML; not the sheets. */
function isSmallPart(path: string): boolean {
  if (isChart(path) || path === "xl/workbook.xml") return true;
  return path.endsWith(".rels") || /^(customXml|xl\/tables)\//i.test(path);
}

async function parse(bytes: Uint8Array): Promise<Workbook> {
  // an OLE container is the Excel of before 2007, or an .xlsx locked with a password
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    const utf16 = new TextDecoder("utf-16le").decode(bytes);
    throw new FileError(utf16.includes("EncryptedPackage") ? "protected" : "oldExcel");
  }
  try {
    return await readFile(bytes, { readStyles: true });
  } catch (error) {
    throw new FileError("broken", error instanceof Error ? error.message : String(error));
  }
}

function sheetContent(
  sheet: Sheet,
  file: Workbook,
  customFunctions: readonly string[],
  parts: Package,
  tableIds: ReadonlyMap<string, TableIds>,
): SheetContent {
  const is1904 = file.dateSystem === "1904";
  const content = emptySheet(sheet.name);
  content.values = sheet.rows.map((row) => row.map((value) => plainValue(value, is1904)));
  const formats = new FormatRuns();
  const keys = new Map<object, string>();
  const sharedMasters = new Map<number, { row: number; column: number; formula: string }>();

  for (const { row, column, cell } of cellsInOrder(sheet)) {
    if (cell.formula !== undefined) {
      const formula = expandShared(row, column, cell, sharedMasters);
      if (formula) content.formulas.push({ row, column, formula: formulaFromFile(formula, customFunctions) });
    }
    if (cell.formulaRef && cell.formulaType === "array")
      clearSpill(content.values, row, column, cell.formulaRef);
    if (!cell.style) continue;
    const format = formatFromStyle(cell.style, file.themeColors ?? []);
    let key = keys.get(cell.style);
    if (key === undefined) keys.set(cell.style, (key = JSON.stringify(format)));
    if (key !== "{}") formats.add(row, column, key, format);
  }
  content.formats = formats.finish();
  content.tables = (sheet.tables ?? []).flatMap((table): TableContent[] => {
    const rect = parseRange(table.range ?? "");
    if (!rect || rect.rows < 2) return [];
    const name = table.displayName ?? table.name;
    return [{ name, rect, style: table.style ?? "", showHeaders: true, ...tableIds.get(name) }];
  });
  content.columnWidths = new Map(
    (sheet.columns ?? []).flatMap((column, index): [number, number][] =>
      // a width counts digits of the default font, 7 pixels each, and 5 pixels of padding
      column?.width ? [[index, Math.round(column.width * 7 + 5)]] : [],
    ),
  );
  content.freeze = { rows: sheet.freezePane?.rows ?? 0, columns: sheet.freezePane?.columns ?? 0 };
  content.features = featuresFromFile(sheet, parts);
  content.visibility = sheet.veryHidden ? "VeryHidden" : sheet.hidden ? "Hidden" : "Visible";
  return content;
}

/** What a formula spilled is its result, not content: left in place it would stand in the way of the spill itself. */
function clearSpill(values: (CellValue | null)[][], row: number, column: number, address: string): void {
  const spill = parseRange(address);
  if (!spill) return;
  for (let r = spill.row; r < spill.row + spill.rows; r++) {
    const line = values[r];
    if (!line) continue;
    for (let c = spill.column; c < Math.min(spill.column + spill.columns, line.length); c++) {
      if (r !== row || c !== column) line[c] = null;
    }
  }
}

function plainValue(value: string | number | boolean | Date | null, is1904: boolean): CellValue | null {
  if (value instanceof Date) return serialOfDate(value, is1904);
  return value === "" ? null : value;
}

/** Row by row, left to right: what merging formats into rectangles relies on. */
function cellsInOrder(sheet: Sheet): { row: number; column: number; cell: Cell }[] {
  const cells = [...(sheet.cells ?? [])].map(([key, cell]) => {
    const comma = key.indexOf(",");
    return { row: Number(key.slice(0, comma)), column: Number(key.slice(comma + 1)), cell };
  });
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

function expandShared(
  row: number,
  column: number,
  cell: Cell,
  masters: Map<number, { row: number; column: number; formula: string }>,
): string | undefined {
  if (cell.formulaType !== "shared" || cell.formulaSharedIndex === undefined) return cell.formula;
  if (cell.formula) {
    masters.set(cell.formulaSharedIndex, { row, column, formula: cell.formula });
    return cell.formula;
  }
  const master = masters.get(cell.formulaSharedIndex);
  return master && shiftFormula(master.formula, row - master.row, column - master.column);
}
