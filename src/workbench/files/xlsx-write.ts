import { writeXlsx as writeFile, type Cell, type WriteSheet } from "hucre/xlsx";
import type { ChartSource } from "../model/chart";
import { formatRange } from "./address";
import type { SheetContent, WorkbookContent } from "./content";
import { formulaToFile } from "./formula-text";
import { settingsToSheet } from "./settings-sheet";
import { writeCustomXml } from "./xlsx-custom-xml";
import { closePackage, openPackage } from "./xlsx-package";
import { writeTableIds } from "./xlsx-table-ids";
import { addLinks, fileFeatures, finishFeatures } from "./xlsx-features";
import { printNames } from "./xlsx-page";
import { styleFromFormat } from "./xlsx-styles";

/** `spills`: the rectangle each dynamic formula fills, by sheet and "row,column". */
export interface SaveContent extends WorkbookContent {
  spills: ReadonlyMap<string, string>;
  /** When it was changed last, if not now. */
  modified?: Date;
}

export function spillKey(sheet: string, row: number, column: number): string {
  return `${sheet}\n${row},${column}`;
}

/** The workbook as the bytes of an .xlsx file. */
export async function writeXlsx(
  content: SaveContent,
  customFunctions: readonly string[] = [],
): Promise<Uint8Array> {
  const sheets = content.sheets.map((sheet) => fileSheet(sheet, content, customFunctions));
  if (content.settings.size > 0) {
    const { name, values } = settingsToSheet(content.settings);
    sheets.push({ name, rows: values, veryHidden: true });
  }
  const bytes = await writeFile({
    sheets,
    activeSheet: content.activeSheet,
    namedRanges: [
      ...content.names.map(({ name, formula, sheet }) => ({
        name,
        range: formula.replace(/^=/, ""),
        ...(sheet && { scope: sheet }),
      })),
      ...content.sheets.flatMap(({ name, features }) => (features ? printNames(name, features.page) : [])),
    ],
    defaultFont: { name: "Calibri", size: 11 },
    ...(content.modified && { properties: { modified: content.modified } }),
  });
  const file = openPackage(bytes);
  writeTableIds(
    file,
    content.sheets.flatMap((sheet) => sheet.tables),
  );
  const hidden = content.names.flatMap((name) => (name.hidden ? [name.name] : []));
  finishFeatures(file, content.sheets, hidden);
  writeCustomXml(file, content.customXml ?? []);
  return closePackage(file);
}

function fileSheet(
  sheet: SheetContent,
  content: SaveContent,
  customFunctions: readonly string[],
): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const { rect, format } of sheet.formats) {
    const style = styleFromFormat(format);
    if (!style) continue;
    for (let row = rect.row; row < rect.row + rect.rows; row++) {
      for (let column = rect.column; column < rect.column + rect.columns; column++) {
        cells.set(`${row},${column}`, { style });
      }
    }
  }
  for (const { row, column, formula } of sheet.formulas) {
    const key = `${row},${column}`;
    const result = sheet.values[row]?.[column] ?? null;
    const spill = content.spills.get(spillKey(sheet.name, row, column));
    const isError = typeof result === "string" && result.startsWith("#");
    cells.set(key, {
      ...cells.get(key),
      formula: formulaToFile(formula, customFunctions),
      // an error would be kept as the text "#N/A": without a result, Excel calculates the cell on opening
      ...(result !== null && result !== "" && !isError && { formulaResult: result }),
      ...(spill && { formulaType: "array" as const, formulaRef: spill, formulaDynamic: true }),
    });
  }
  addLinks(sheet, cells);
  const width = Math.max(0, ...[...sheet.columnWidths.keys()].map((column) => column + 1));
  return {
    name: sheet.name,
    rows: sheet.values.map((row) => row.map((value) => (value === "" ? null : value))),
    cells,
    columns: Array.from({ length: width }, (_, column) => {
      const pixels = sheet.columnWidths.get(column);
      return pixels === undefined ? {} : { width: Math.max(0, (pixels - 5) / 7) };
    }),
    tables: sheet.tables.map(({ name, rect, style }) => ({
      name,
      displayName: name,
      range: formatRange(rect),
      columns: headersOf(sheet, rect).map((header) => ({ name: header })),
      ...(style && { style }),
    })),
    ...fileFeatures(sheet, textsIn(content)),
    ...((sheet.freeze.rows > 0 || sheet.freeze.columns > 0) && { freezePane: sheet.freeze }),
    ...(sheet.visibility === "Hidden" && { hidden: true }),
    ...(sheet.visibility === "VeryHidden" && { veryHidden: true }),
  };
}

/** The texts of cells, by the name of their sheet. */
function textsIn({ sheets }: SaveContent) {
  return ({ sheetId, rect }: ChartSource): string[] => {
    const values = sheets.find(({ name }) => name === sheetId)?.values ?? [];
    const lines = values.slice(rect.row, rect.row + rect.rows);
    return lines.flatMap((line) =>
      line.slice(rect.column, rect.column + rect.columns).map((value) => String(value ?? "")),
    );
  };
}

function headersOf(sheet: SheetContent, rect: { row: number; column: number; columns: number }): string[] {
  const header = sheet.values[rect.row] ?? [];
  return Array.from({ length: rect.columns }, (_, index) => {
    const name = header[rect.column + index];
    return name === undefined || name === null || name === "" ? `Column${index + 1}` : String(name);
  });
}
