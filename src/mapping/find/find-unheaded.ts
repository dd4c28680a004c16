import { Shape } from "./cell-shape";
import { filledRows } from "./find-header";
import type { Box, Grid } from "./grid";

/**
 * Records without a header: rows alike in what their columns hold, with days among it or numbers in two columns. Words
 * beside numbers are as likely a summary ("Deals", 25) or the choices of a drop-down list; one column is a list of days.
 */
export function findUnheaded(grid: Grid, box: Box): Box | undefined {
  const rows = filledRows(grid, box);
  const start = rows.findIndex((row) => countFilled(grid, box, row) > (box.left === box.right ? 0 : 1));
  const records = rows.slice(Math.max(0, start));
  if (start < 0 || records.length < 3) return undefined;
  let alike = 0;
  let typed = 0;
  let days = 0;
  let used = 0;
  for (let c = box.left; c <= box.right; c++) {
    const counts = new Map<Shape, number>();
    for (const row of records) {
      const shape = grid.shape(row, c);
      if (shape !== Shape.blank) counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
    const filled = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (filled === 0) continue;
    used++;
    const [shape, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
    if (count < 0.8 * filled) continue;
    alike++;
    if (shape !== Shape.text) typed++;
    if (shape === Shape.date || shape === Shape.value) days++;
  }
  if (alike < used || typed === 0) return undefined;
  if (days === 0 && (used < 3 || typed < 2)) return undefined;
  return { ...box, top: records[0] ?? box.top };
}

function countFilled(grid: Grid, { left, right }: Box, row: number): number {
  let count = 0;
  for (let c = left; c <= right; c++) if (grid.isFilled(row, c)) count++;
  return count;
}
