import type { PlannedArea } from "../../reports/plan";

/** Areas as far as they lie in the first rows of a report. */
export function within<A extends PlannedArea>(areas: readonly A[], rows: number): readonly A[] {
  return areas
    .filter((area) => area.row < rows)
    .map((area) => ({ ...area, rows: Math.min(area.rows, rows - area.row) }));
}

export function covers(area: PlannedArea, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}
