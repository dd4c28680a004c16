import { isBlank } from "../../core/records/cells";
import { isRefused, type Block, type RefusalReason, type RefusedBlock } from "../block";
import type { SheetCells, TablePlace } from "../sheet-cells";
import { buildBlock, type ListPlace } from "./build-block";
import { Shape, textOf } from "./cell-shape";
import { extentOf } from "./extent";
import { filledRows, findHeader } from "./find-header";
import { around, type Box, Grid } from "./grid";
import { knownHeaders } from "./known-header";
import { findUnheaded } from "./find-unheaded";
import { isForm, isPivot } from "./refusals";
import { regionsOf } from "./regions";

/**
 * The lists of records on a sheet, and what looks like data and can't be read as such, with the reason; from top to
 * bottom. Excel tables are taken as they are; elsewhere a list is what stands below its header, up to where
 * `recordRows` sees its end. Notes, titles and single cells are neither.
 */
export function findBlocks(sheet: SheetCells): readonly (Block | RefusedBlock)[] {
  const grid = new Grid(sheet);
  const found: (Block | RefusedBlock)[] = [];
  for (const table of sheet.tables) {
    const result = buildBlock(sheet, grid, tablePlace(sheet, grid, table));
    if (result !== undefined) found.push(result.found);
    grid.takeOut(gridBox(sheet, grid, table), true);
  }
  let regions = regionsOf(grid);
  while (found.length < MOST_FINDINGS) {
    const region = regions.shift();
    if (region === undefined) break;
    const spaced = withSpacers(region, regions);
    const result = examine(sheet, grid, spaced, regions, spaced !== region);
    grid.takeOut(result?.used ?? region, result !== undefined);
    if (result === undefined) continue;
    if (result.found !== undefined) found.push(result.found);
    regions = regionsOf(grid);
  }
  return found.sort((a, b) => topOf(a) - topOf(b) || leftOf(a) - leftOf(b));
}

const MOST_FINDINGS = 50;

interface Examined {
  readonly found?: Block | RefusedBlock;
  readonly used: Box;
}

function examine(
  sheet: SheetCells,
  grid: Grid,
  region: Box,
  others: readonly Box[],
  isSpaced: boolean,
): Examined | undefined {
  const refuse = (reason: RefusalReason): Examined => ({
    found: refused(sheet, grid, region, reason),
    used: region,
  });
  const rows = filledRows(grid, region);
  if (rows.length <= 2 && isTextOnly(grid, region)) {
    const below = others.find((other) => isJustBelow(region, other));
    if (below !== undefined && findHeader(grid, below) === undefined) {
      return examineList(sheet, grid, around(region, below), isSpaced);
    }
    const texts = textsOf(grid, region, rows[rows.length - 1] ?? region.top);
    return texts.length > 2 && knownHeaders(texts) > 1 ? refuse("noRecords") : undefined;
  }
  if (isPivot(grid, region)) return refuse("pivot");
  return examineList(sheet, grid, region, isSpaced);
}

function examineList(sheet: SheetCells, grid: Grid, region: Box, isSpaced: boolean): Examined | undefined {
  const header = findHeader(grid, region);
  const isFormed = isForm(grid, region);
  if (header !== undefined && !isFormed) {
    const columns = isSpaced ? region : columnsOf(grid, region, header.first, header.last);
    const place = plainPlace(sheet, grid, { ...columns, first: header.first, last: header.last });
    return buildBlock(sheet, grid, place);
  }
  if (isFormed) return { found: refused(sheet, grid, region, "form"), used: region };
  const unheaded = findUnheaded(grid, region);
  if (unheaded === undefined) return undefined;
  const place = plainPlace(sheet, grid, { ...unheaded, first: unheaded.top, last: unheaded.top - 1 });
  return buildBlock(sheet, grid, place);
}

interface Headed {
  readonly left: number;
  readonly right: number;
  /** Rows of the header; `last` is before `first` where there is none. */
  readonly first: number;
  readonly last: number;
}

function plainPlace(sheet: SheetCells, grid: Grid, { left, right, first, last }: Headed): ListPlace {
  const top = last + 1;
  const row = last >= first ? grid.rowOf(last) + 1 : grid.rowOf(top);
  const extent = extentOf({ row, column: grid.columnOf(left) }, right - left + 1, sheet);
  const end = grid.indexOfRow(row + extent.rows) - 1;
  return { left, right, headerFirst: first, headerLast: last, top, end, row };
}

function tablePlace(sheet: SheetCells, grid: Grid, table: TablePlace): ListPlace {
  const row = table.row + (table.hasHeader ? 1 : 0);
  const rows = table.rows - (table.hasHeader ? 1 : 0) - (table.hasTotals ? 1 : 0);
  const header = grid.indexOfRow(table.row);
  const top = grid.indexOfRow(row);
  return {
    left: table.column - sheet.column,
    right: table.column - sheet.column + table.columns - 1,
    headerFirst: header,
    headerLast: table.hasHeader ? header : header - 1,
    top,
    end: grid.indexOfRow(row + rows) - 1,
    row,
    table: { ...table, bodyRows: rows },
  };
}

function gridBox(sheet: SheetCells, grid: Grid, { row, column, rows, columns }: TablePlace): Box {
  const left = column - sheet.column;
  return {
    top: grid.indexOfRow(row),
    bottom: grid.indexOfRow(row + rows) - 1,
    left,
    right: left + columns - 1,
  };
}

/**
 * The columns of the list below a header. A column that is blank from the header down to the first blank row parts two
 * lists that stand side by side under a common title; the first of them is meant.
 */
function columnsOf(grid: Grid, box: Box, first: number, last: number): { left: number; right: number } {
  let end = last + 1;
  while (end <= box.bottom && rowIsFilled(grid, box, end)) end++;
  // a header apart from its records
  if (end === last + 1) end = Math.min(box.bottom + 1, end + 20);
  const parts: { left: number; right: number; names: number }[] = [];
  let part: { left: number; right: number; names: number } | undefined;
  for (let c = box.left; c <= box.right; c++) {
    let isUsed = false;
    for (let r = first; r < end && !isUsed; r++) isUsed = grid.isFilled(r, c);
    if (!isUsed) part = undefined;
    else {
      if (part === undefined) parts.push((part = { left: c, right: c, names: 0 }));
      part.right = c;
      if (grid.isFilled(last, c)) part.names++;
    }
  }
  return parts.find(({ names }) => names > 1) ?? parts.find(({ names }) => names > 0) ?? parts[0] ?? box;
}

/**
 * Single columns between blank ones that begin and end in the same rows are one list, drawn with room between the
 * columns. Two lists side by side have two columns or more each.
 */
function withSpacers(region: Box, others: readonly Box[]): Box {
  let wide = region;
  for (;;) {
    const next = others.find(
      ({ left, right, top, bottom }) =>
        left === wide.right + 2 &&
        top === wide.top &&
        bottom === wide.bottom &&
        bottom > top &&
        (left === right || wide.left === wide.right),
    );
    if (next === undefined) return wide;
    wide = around(wide, next);
  }
}

function rowIsFilled(grid: Grid, { left, right }: Box, row: number): boolean {
  for (let c = left; c <= right; c++) if (grid.isFilled(row, c)) return true;
  return false;
}

function isTextOnly(grid: Grid, { top, bottom, left, right }: Box): boolean {
  for (let r = top; r <= bottom; r++)
    for (let c = left; c <= right; c++) if (grid.shape(r, c) > Shape.text) return false;
  return right > left;
}

function textsOf(grid: Grid, { left, right }: Box, row: number): string[] {
  return grid
    .slice(row, row, left, right)
    .flatMap((cells) => cells)
    .filter((cell) => !isBlank(cell))
    .map(textOf);
}

/** Records that are set off from their header by one or two blank rows. */
function isJustBelow(header: Box, other: Box): boolean {
  const gap = other.top - header.bottom;
  return (
    gap > 0 &&
    gap <= 3 &&
    other.left >= header.left &&
    other.right <= header.right &&
    other.bottom > other.top
  );
}

function refused(sheet: SheetCells, grid: Grid, box: Box, reason: RefusalReason): RefusedBlock {
  return {
    sheet: sheet.name,
    row: grid.rowOf(box.top),
    column: grid.columnOf(box.left),
    rows: grid.rowOf(box.bottom) - grid.rowOf(box.top) + 1,
    columns: box.right - box.left + 1,
    reason,
  };
}

function topOf(found: Block | RefusedBlock): number {
  return isRefused(found) ? found.row : (found.place.headerRow ?? found.place.row);
}

function leftOf(found: Block | RefusedBlock): number {
  return isRefused(found) ? found.column : found.place.column;
}
