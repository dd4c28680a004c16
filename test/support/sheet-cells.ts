import type { SheetContent } from "../../src/workbench/files/content";
import type { SheetCells, TablePlace } from "../../src/mapping/sheet-cells";

/** A sheet of a file as the add-in would read it from Excel: the used range, with formats and tables. */
export function sheetCells(content: SheetContent): SheetCells {
  const rows = content.values.length;
  const columns = content.values.reduce((most, row) => Math.max(most, row.length), 0);
  const formats = content.values.map(() => new Array<string>(columns).fill("General"));
  for (const { rect, format } of content.formats) {
    if (format.numberFormat === undefined) continue;
    for (let r = rect.row; r < Math.min(rows, rect.row + rect.rows); r++)
      formats[r]?.fill(format.numberFormat, rect.column, Math.min(columns, rect.column + rect.columns));
  }
  return {
    name: content.name,
    id: `{${content.name}}`,
    visible: content.visibility === "Visible",
    row: 0,
    column: 0,
    rows,
    columns,
    runs: [
      {
        row: 0,
        values: content.values.map((row) => Array.from({ length: columns }, (_, at) => row[at] ?? "")),
        formats,
      },
    ],
    tables: content.tables.map(({ name, rect, showHeaders }): TablePlace => ({
      ...rect,
      id: `{${name}}`,
      name,
      hasHeader: showHeaders,
      hasTotals: false,
      columnIds: Array.from({ length: rect.columns }, (_, at) => String(at + 1)),
    })),
  };
}
