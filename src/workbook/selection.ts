import { inExcel } from "./in-excel";
import type { Area } from "./source";

/** The selected cells; whole columns are cut to what is used. Several areas at once are refused as `nothingSelected`. */
export function readSelectedArea(): Promise<Area> {
  return inExcel(async (context) => {
    const selected = context.workbook.getSelectedRange();
    selected.load("rowIndex,columnIndex,rowCount,columnCount,isEntireColumn,isEntireRow");
    const sheet = selected.worksheet.load("name");
    const used = sheet.getUsedRangeOrNullObject(true).getIntersectionOrNullObject(selected);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    await context.sync();
    const isEndless = selected.isEntireColumn || selected.isEntireRow;
    const { rowIndex, columnIndex, rowCount, columnCount } =
      isEndless && !used.isNullObject ? used : selected;
    return { sheet: sheet.name, row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount };
  });
}
