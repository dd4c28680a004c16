import type { Part } from "../part";
import { COLUMNS } from "../part";
import type { PlannedArea, PlannedChart, PlannedCell } from "../plan";

/** Rows that a chart with columns or lines is high. */
const HEIGHT = 13;
/** Rows above and below the bars of a chart with bars, and the most that one is high. */
const AROUND_BARS = 4;
const HIGHEST = 18;
/** A table of up to so many columns leaves room for a chart beside it. */
const NARROW = 6;
/** Columns of a chart that stands below. */
const WIDE = 9;

export function column(at: number, rows: number): PlannedArea {
  return { row: 1, column: at, rows, columns: 1 };
}

/** A part of one table with a chart beside it, or below it where there is no room. Rows count from the table's head. */
export function withChart(cells: Part["cells"], chart: Omit<PlannedChart, "place"> | undefined): Part {
  if (chart === undefined || chart.categories.rows < 2) return { cells };
  const width = Math.max(...cells.map((row) => row.length));
  const beside = width <= NARROW;
  const from = width + 1;
  const height = heightOf(chart);
  const place: PlannedArea = beside
    ? { row: 0, column: from, rows: height, columns: COLUMNS - from }
    : { row: cells.length + 1, column: 0, rows: height, columns: WIDE };
  const rows = Math.max(cells.length, place.row + place.rows);
  const blank: readonly (PlannedCell | undefined)[] = [];
  return {
    cells: Array.from({ length: rows }, (_, at) => cells[at] ?? blank),
    charts: [{ ...chart, place }],
  };
}

/** Few bars take little room. */
function heightOf({ type, categories }: Omit<PlannedChart, "place">): number {
  return type === "bar" ? Math.min(HIGHEST, categories.rows + AROUND_BARS) : HEIGHT;
}
