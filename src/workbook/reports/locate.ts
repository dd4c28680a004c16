import type { SheetId } from "../../reports/plan";
import type { ReportRegistry } from "../../reports/registry";
import { patiently } from "../patience";

/** Where a report stands now: its sheet under the name of today, its cells wherever they were moved. */
export interface FoundReport {
  readonly id: SheetId;
  readonly sheetId: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Reports {
  readonly found: ReadonlyMap<SheetId, FoundReport>;
  /** Were made once, and their sheets are gone. */
  readonly deleted: ReadonlySet<SheetId>;
  /** Those of them whose hidden names are left, over no cells. */
  readonly namesLeft: ReadonlySet<SheetId>;
  readonly sheetNames: readonly string[];
  /** The theme's accent colour, where Excel tells. */
  readonly accent: string | undefined;
}

/**
 * The hidden name over a report. It covers one row more than the report: rows that come and go at its end do so inside the
 * name, which therefore always tells how many there are.
 */
export function reportName(id: SheetId): string {
  return `SalesReport_${id}`;
}

export function locateReports(ids: readonly SheetId[], { sheets: kept }: ReportRegistry): Promise<Reports> {
  return patiently(async (context) => {
    const { workbook } = context;
    const sheets = workbook.worksheets.load("items/name");
    const accent = Office.context.requirements.isSetSupported("ExcelApi", "1.14")
      ? workbook.styles.getItemOrNullObject("Accent1").load("fill/color")
      : undefined;
    const names = ids.map((id) => {
      const item = workbook.names.getItemOrNullObject(reportName(id)).load("name");
      const range = item.getRangeOrNullObject().load("rowIndex,columnIndex,rowCount,columnCount");
      return { id, item, range, sheet: range.worksheet.load("id,name") };
    });
    await context.sync();
    const found = new Map<SheetId, FoundReport>();
    const deleted = new Set<SheetId>();
    const namesLeft = new Set<SheetId>();
    for (const { id, item, range, sheet } of names) {
      // Of a report whose rows were deleted, its sheet left, the name has but the one row more.
      if (item.isNullObject || range.isNullObject || range.rowCount < 2) {
        if (!item.isNullObject) namesLeft.add(id);
        if (!item.isNullObject || kept[id] !== undefined) deleted.add(id);
        continue;
      }
      const { rowIndex: row, columnIndex: column, rowCount, columnCount: columns } = range;
      found.set(id, {
        ...{ id, sheetId: sheet.id, sheet: sheet.name, row, column },
        ...{ rows: rowCount - 1, columns },
      });
    }
    return {
      ...{ found, deleted, namesLeft, sheetNames: sheets.items.map(({ name }) => name) },
      accent: !accent || accent.isNullObject ? undefined : accent.fill.color,
    };
  });
}
