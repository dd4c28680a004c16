import type { Cell } from "../core/records/cells";
import type { CellRun, SheetCells, TablePlace } from "../mapping/sheet-cells";
import { patiently } from "./patience";
import { readCells, type Reading } from "./read-cells";

/** How much of a sheet is read: all of one with up to `whole` rows, of a larger one the top and the bottom. */
export interface Depth {
  readonly whole: number;
  readonly top: number;
  readonly bottom: number;
}

/** Enough to judge what the columns hold. */
const THOROUGH: Depth = { whole: 1000, top: 500, bottom: 100 };

/** No list of records is wider; formatting alone may blow a used range up to 16,384 columns. */
export const MOST_COLUMNS = 256;

/** What all sheets hold, hidden ones included, as far as it takes to find the lists in them. */
export async function readStructure(
  reading?: Reading,
  { whole, top, bottom }: Depth = THOROUGH,
): Promise<SheetCells[]> {
  const sheets = await readOutline();
  const wanted = sheets.flatMap(({ id, row, column, rows, columns }, of) => {
    const part = { sheetId: id, column, columns: Math.min(columns, MOST_COLUMNS), formats: true };
    if (rows <= whole) return [{ of, part: { ...part, row, rows } }];
    return [
      { of, part: { ...part, row, rows: top } },
      { of, part: { ...part, row: row + rows - bottom, rows: bottom } },
    ];
  });
  const cells = await readCells(
    wanted.map(({ part }) => part),
    reading,
  );
  return sheets.map((sheet, index) => ({
    ...sheet,
    runs: wanted.flatMap(({ of, part }, i): CellRun[] => {
      const read = cells[i];
      if (of !== index || part.rows === 0 || read === undefined) return [];
      return [{ row: part.row, values: read.values as Cell[][], formats: read.formats }];
    }),
  }));
}

type Outline = Omit<SheetCells, "runs">;

/** Sheets, the size of their used ranges, and tables: two round trips whatever their number. */
function readOutline(): Promise<Outline[]> {
  return patiently(async (context) => {
    const { worksheets, tables } = context.workbook;
    worksheets.load("items/id,items/name,items/visibility");
    tables.load("items/id,items/name,items/showHeaders,items/showTotals");
    await context.sync();

    const used = worksheets.items.map((sheet) =>
      sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount"),
    );
    const parts = tables.items.map((table) => ({
      table,
      sheet: table.worksheet.load("id"),
      range: table.getRange().load("rowIndex,columnIndex,rowCount,columnCount"),
      columns: table.columns.load("items/id"),
    }));
    await context.sync();

    return worksheets.items.map((sheet, index): Outline => {
      const range = used[index];
      const filled = range !== undefined && !range.isNullObject;
      return {
        name: sheet.name,
        id: sheet.id,
        visible: sheet.visibility === "Visible",
        row: filled ? range.rowIndex : 0,
        column: filled ? range.columnIndex : 0,
        rows: filled ? range.rowCount : 0,
        columns: filled ? range.columnCount : 0,
        tables: parts
          .filter((part) => part.sheet.id === sheet.id)
          .map(({ table, range: place, columns }): TablePlace => ({
            id: table.id,
            name: table.name,
            row: place.rowIndex,
            column: place.columnIndex,
            rows: place.rowCount,
            columns: place.columnCount,
            hasHeader: table.showHeaders,
            hasTotals: table.showTotals,
            columnIds: columns.items.map(({ id }) => String(id)),
          })),
      };
    });
  });
}
