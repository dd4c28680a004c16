import type { Part } from "../part";
import { COLUMNS } from "../part";
import type { PlannedArea, PlannedChart, PlannedCell } from "../plan";

/** Rows a chart is high. */
const HEIGHT = 14;
/** A table of up to so many columns leaves room for a chart beside it. */
const NARROW = 5;

export function column(at: number, rows: number): PlannedArea {
  return { row: 1, column: at, rows, columns: 1 };
}

/** A part of one table with a chart beside it, or below it where there is no room. Rows count from the table's head. */
export function withChart(cells: Part["cells"], chart: Omit<PlannedChart, "place"> | undefined): Part {
  if (chart === undefined || chart.categories.rows < 2) return { cells };
  const width = Math.max(...cells.map((row) => row.length));
  const beside = width <= NARROW;
  const from = width + 1;
  const place: PlannedArea = beside
    ? { row: 0, column: from, rows: HEIGHT, columns: COLUMNS - from }
    : { row: cells.length + 1, column: 0, rows: HEIGHT, columns: 9 };
  const rows = Math.max(cells.length, place.row + place.rows);
  const blank: readonly (PlannedCell | undefined)[] = [];
  return {
    cells: Array.from({ length: rows }, (_, at) => cells[at] ?? blank),
    charts: [{ ...chart, place }],
  };
}
