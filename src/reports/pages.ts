import type { Look, PlannedCell, PlannedChart, SheetPlan } from "./plan";
import { linesIn, roomOf } from "./text-width";

/** Room on a landscape page within the margins that reports are given, in points: A4, and US Letter. */
const PAPERS = [
  { width: 770, height: 505 },
  { width: 720, height: 522 },
] as const;
/** Rows are as high as their type makes them, here and there a little higher than reckoned. */
const SURELY = 0.97;
const LINE = 15;
const HEIGHTS: Partial<Record<Look, number>> = { title: 24, heading: 18, big: 18 };
const WRAPS: Partial<Record<Look, { readonly bold: boolean }>> = {
  head: { bold: true },
  headNumber: { bold: true },
  wrapped: { bold: false },
};
const POINTS_PER_PIXEL = 0.75;
/** A part that is longer than a page may begin on one that is filled up to here. */
const HALF = 0.5;

/**
 * Rows before which a new page begins, so that in print no chart is torn, and no heading or head of a table stands without
 * the rows it is of. `starts` are the first rows of the parts, in their order.
 */
export function pageBreaks(
  { cells, widths, charts, headRows }: Pick<SheetPlan, "cells" | "widths" | "charts" | "headRows">,
  starts: readonly number[],
): readonly number[] {
  const heights = cells.map((row) => rowHeight(row, widths));
  const sum = (from: number, to: number): number =>
    heights.slice(from, to).reduce((all, one) => all + one, 0);
  const capacity = pageHeight(widths) * SURELY - sum(0, headRows);
  const tied = tiedRows(cells, charts);
  const breaks: number[] = [];
  let top = headRows;
  for (let row = headRows; row < cells.length; row++) {
    if (sum(top, row + 1) <= capacity || isBlank(cells[row])) continue;
    const part = Math.max(top, ...starts.filter((start) => start <= row));
    const end = starts.find((start) => start > row) ?? cells.length;
    const isWhole = part > top && (sum(part, end - 1) <= capacity || sum(top, part) > HALF * capacity);
    const last = isWhole ? part : lastUntied(tied, top, row);
    if (last === undefined) continue; // one thing that is higher than a page
    breaks.push(last);
    top = last;
    row = last;
  }
  return breaks;
}

/** Of a page that is as wide as the sheet, in the sheet's own points. */
function pageHeight(widths: readonly number[]): number {
  const wide = widths.reduce((all, characters) => all + (roomOf(characters) + 5) * POINTS_PER_PIXEL, 0);
  return Math.min(...PAPERS.map(({ width, height }) => height / Math.min(1, width / wide)));
}

export function rowHeight(row: SheetPlan["cells"][number], widths: readonly number[]): number {
  return Math.max(LINE, ...row.map((cell, at) => cellHeight(cell, widths[at] ?? 0)));
}

function cellHeight(cell: PlannedCell | undefined, width: number): number {
  if (cell === undefined) return 0;
  const wraps = WRAPS[cell.look];
  return wraps && typeof cell.value === "string"
    ? LINE * linesIn(cell.value, roomOf(width), wraps)
    : (HEIGHTS[cell.look] ?? LINE);
}

/** Rows that stay on the page of the row above. */
function tiedRows(cells: SheetPlan["cells"], charts: readonly PlannedChart[]): readonly boolean[] {
  const tied = cells.map((row, at) => {
    const look = row[0]?.look;
    const above = cells[at - 1]?.[0]?.look;
    const isFirstOfTable = above === "heading" || above === "message" || above === "head";
    return isBlank(row) || isFirstOfTable || cells[at - 2]?.[0]?.look === "head" || look === "totalLabel";
  });
  for (const { place } of charts)
    for (let row = place.row + 1; row < place.row + place.rows; row++) tied[row] = true;
  return tied;
}

function lastUntied(tied: readonly boolean[], top: number, row: number): number | undefined {
  for (let at = row; at > top; at--) if (tied[at] === false) return at;
  return undefined;
}

function isBlank(row: SheetPlan["cells"][number] | undefined): boolean {
  return row?.every((cell) => cell === undefined) !== false;
}
