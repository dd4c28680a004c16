import type { PlannedCell, SheetId, SheetPlan } from "../../src/reports/plan";
import type { Sheet, WorkbookModel } from "../../src/workbench/model/types";

/** A report sheet with one of everything: looks, links, a chart, bars; as long and with such numbers as the test wants. */
export function smallPlan(
  id: SheetId,
  names: readonly string[],
  numbers: readonly number[],
  { chart = true } = {},
): SheetPlan {
  const cell = (value: string | number, look: PlannedCell["look"], more: Partial<PlannedCell> = {}) => ({
    value,
    look,
    ...more,
  });
  const rows: readonly (readonly (PlannedCell | undefined)[])[] = [
    [cell(id, "title")],
    [cell(`${names.length} rows`, "subtitle")],
    [],
    [
      cell("Rep", "head"),
      cell("Won", "headNumber", { link: { to: "definition", metric: "SALESCOUNT" } }),
      cell("Share", "headNumber"),
    ],
    ...names.map((name, at) => [
      cell(name, "label", { link: { to: "record", kind: "deal", row: at } }),
      cell(numbers[at] ?? 0, "number", { format: "#,##0" }),
      at % 3 === 2 ? cell("—", "weak") : cell((numbers[at] ?? 0) / 1000, "former", { format: "0.0%" }),
    ]),
    [
      cell("Total", "totalLabel"),
      cell(
        numbers.reduce((sum, one) => sum + one, 0),
        "total",
        { format: "#,##0" },
      ),
    ],
    [],
    [cell("Number of sales", "label", { defines: "SALESCOUNT" }), cell("Won deals.", "note")],
  ];
  const area = (column: number) => ({ row: 4, column, rows: names.length, columns: 1 });
  return {
    id,
    name: `Report ${id}`,
    otherName: `Report ${id} again`,
    cells: rows.map((row) => Array.from({ length: 6 }, (_, column) => row[column])),
    widths: [30, 12, 12, 12, 12, 12],
    charts: chart
      ? [
          {
            ...{
              id: `${id}-won`,
              type: "bar",
              title: `Won by ${names[0] ?? ""}`,
              format: "#,##0",
            },
            categories: area(0),
            series: [{ name: "Won", values: area(1), look: "actual" }],
            place: { row: 3, column: 4, rows: 5, columns: 2 },
          },
        ]
      : [],
    formats: [{ type: "dataBar", area: area(1) }],
    headRows: 4,
    breaks: names.length > 2 ? [names.length + 6] : [],
    landscape: true,
  };
}

/** All that a person would miss of a workbook: cells, looks, links, charts, names. */
export function wholeWorkbook(model: WorkbookModel): unknown {
  return {
    sheets: model.sheets().map(wholeSheet),
    names: model.names().map(({ name, formula, visible }) => ({ name, formula, visible })),
  };
}

export function wholeSheet(sheet: Sheet): unknown {
  const rect = sheet.usedRange() ?? { row: 0, column: 0, rows: 1, columns: 1 };
  const formats: unknown[] = [];
  for (let row = rect.row; row < rect.row + rect.rows; row++)
    for (let column = rect.column; column < rect.column + rect.columns; column++)
      formats.push(sheet.readFormat(row, column));
  const { charts, conditionalFormats, links, page } = sheet.features;
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  return {
    ...{ name: sheet.name, freeze: sheet.freeze, width: sheet.columnWidth(0), page: plain(page) },
    ...{ formulas: sheet.readFormulas(rect), values: sheet.readValues(rect), formats },
    links: plain(links.all().sort((a, b) => a.row - b.row || a.column - b.column)),
    charts: plain(charts.map(({ id: _, ...chart }) => chart)),
    bars: plain(conditionalFormats.map(({ id: _, ...format }) => format)),
  };
}
