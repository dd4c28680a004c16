import { newSeries, type Chart, type ChartSeries, type ChartSource } from "./chart";
import type { CellValue, Rect, Sheet } from "./types";

export type SeriesBy = "Auto" | "Columns" | "Rows";

/**
 * Takes a chart's series from a range as Excel does: a first row of texts names them, a first column of texts (or under an
 * empty corner) names the points; the longer side is the points'. Formats stay with the series of the same place.
 */
export function setChartData(chart: Chart, sheet: Sheet, rect: Rect, by: SeriesBy): void {
  const values = sheet.readValues(rect);
  const { heads, names } = headings(values, rect);
  const rows = rect.rows - (heads ? 1 : 0);
  const columns = rect.columns - (names ? 1 : 0);
  const inColumns = by === "Columns" || (by === "Auto" && rows >= columns);
  const source = (row: number, column: number, height: number, width: number): ChartSource => ({
    sheetId: sheet.id,
    rect: { row: rect.row + row, column: rect.column + column, rows: height, columns: width },
  });
  const [top, left] = [heads ? 1 : 0, names ? 1 : 0];
  const count = inColumns ? columns : rows;
  const made = Array.from({ length: count }, (_, index): Partial<ChartSeries> => {
    const named = inColumns ? heads : names;
    const withCategories = inColumns ? names : heads;
    return inColumns
      ? {
          values: source(top, left + index, rows, 1),
          categories: withCategories ? source(top, 0, rows, 1) : undefined,
          nameSource: named ? source(0, left + index, 1, 1) : undefined,
        }
      : {
          values: source(top + index, left, 1, columns),
          categories: withCategories ? source(0, left, 1, columns) : undefined,
          nameSource: named ? source(top + index, 0, 1, 1) : undefined,
        };
  });
  chart.series = made.map((sources, index) => ({
    ...(chart.series[index] ?? newSeries(chart.chartType)),
    name: undefined,
    ...sources,
  }));
}

function headings(values: readonly (readonly CellValue[])[], rect: Rect): { heads: boolean; names: boolean } {
  const corner = values[0]?.[0] ?? "";
  const isText = (value: CellValue | undefined) => typeof value === "string" && value !== "";
  const below = values.slice(1).map((line) => line[0]);
  const beside = (values[0] ?? []).slice(1);
  const names = rect.columns > 1 && ((corner === "" && rect.rows > 1) || below.some(isText));
  const heads =
    rect.rows > 1 &&
    ((corner === "" && rect.columns > 1) || beside.some(isText) || (rect.columns === 1 && isText(corner)));
  return { heads, names };
}

/** A series' name: its own, its cell's, or by number. */
export function seriesName(
  { name, nameSource }: ChartSeries,
  index: number,
  text: (source: ChartSource) => string[],
): string {
  return name ?? ((nameSource && text(nameSource).join(" ")) || `Series${index + 1}`);
}
