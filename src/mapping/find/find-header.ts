import { plainCell, type Cells } from "../../core/records/cells";
import { Shape, textOf } from "./cell-shape";
import type { Box, Grid } from "./grid";
import { headersOf } from "./header-cells";
import { isKnownHeader, knownHeaders } from "./known-header";

export interface HeaderPlace {
  /** First and last row of the header in the grid: one or two rows. */
  readonly first: number;
  readonly last: number;
}

/** Rows below that are looked at to judge a header. */
const ROWS_BELOW = 40;
const ROWS_TO_SEARCH = 40;
/** Records after a header that was found, before a better one is no longer looked for. */
const ROWS_TO_RECONSIDER = 3;

/**
 * Which row of a region is the header: texts over most of what is filled below, usual words, and text over numbers,
 * days and the like. Titles, dates and remarks above it have none of that.
 */
export function findHeader(grid: Grid, box: Box): HeaderPlace | undefined {
  const rows = filledRows(grid, box).slice(0, ROWS_TO_SEARCH + ROWS_BELOW);
  let best: { readonly at: number; readonly score: number } | undefined;
  for (let at = 0; at < Math.min(rows.length, ROWS_TO_SEARCH); at++) {
    if (best !== undefined && at - best.at > ROWS_TO_RECONSIDER) break;
    const score = scoreOf(grid, box, rows.slice(at, at + 1 + ROWS_BELOW));
    if (score === undefined) continue;
    if (best === undefined || score > best.score + 0.5) best = { at, score };
  }
  return best === undefined ? undefined : withSecondRow(grid, box, rows, best.at);
}

export function filledRows(grid: Grid, { top, bottom, left, right }: Box): number[] {
  const rows: number[] = [];
  for (let r = top; r <= bottom; r++) {
    for (let c = left; c <= right; c++) {
      if (!grid.isFilled(r, c)) continue;
      rows.push(r);
      break;
    }
  }
  return rows;
}

/** How much the first of the rows looks like a header of the others; undefined where it can't be one. */
function scoreOf(grid: Grid, { left, right }: Columns, rows: readonly number[]): number | undefined {
  const [row, ...others] = rows;
  if (row === undefined) return undefined;
  const below = others.filter((other) => !areAlike(grid, left, right, row, other));
  if (below.length === 0) return undefined;
  const texts: string[] = [];
  let periods = 0;
  let covered = 0;
  let filled = 0;
  let contrast = 0;
  let typed = 0;
  let recurring = 0;
  for (let c = left; c <= right; c++) {
    const shape = grid.shape(row, c);
    const column = summary(grid, below, c);
    filled += column.filled;
    if (column.isTyped) typed++;
    if (shape === Shape.blank) continue;
    covered += column.filled;
    if (shape === Shape.text || shape === Shape.error) {
      const text = textOf(grid.cell(row, c));
      texts.push(text);
      if (column.isTyped) contrast++;
      if (column.texts.has(text.toLowerCase())) recurring++;
    } else if (isPeriod(grid, row, c)) periods++;
    else return undefined;
  }
  const named = texts.length + periods;
  if (texts.length === 0 || named < Math.min(2, right - left + 1)) return undefined;
  if (periods > 0 && (named < 3 || (texts.length < periods && periods < 3))) return undefined;
  // "Date | Amount | Date | Amount" heads two of each, "Yes | Yes | No" nothing
  const names = texts.filter((text, at) => texts.indexOf(text) === at || !isKnownHeader(text));
  if (new Set(names).size < 0.7 * names.length && !isGroupRow(grid, { left, right }, row - 1, row))
    return undefined;
  if (covered < 0.6 * filled) return undefined;
  const known = knownHeaders(texts);
  const isShort = texts.reduce((sum, text) => sum + text.length, 0) <= 40 * texts.length;
  if (!isShort && known < 2) return undefined;
  if (left === right) return contrast === 1 ? 2 + known : undefined;
  // among nothing but text only words tell: usual ones, or three that name no value below
  const isLikely =
    typed > 0
      ? contrast + periods > 0 && (recurring === 0 || known >= 2)
      : recurring === 0 && (known > 0 || named > 2);
  if (!isLikely && (known < 2 || recurring > 0)) return undefined;
  return (2 * known + 2 * contrast - 2 * recurring) / named + covered / Math.max(1, filled);
}

/** The same header again, as on every printed page. */
function areAlike(grid: Grid, left: number, right: number, row: number, other: number): boolean {
  for (let c = left; c <= right; c++) if (grid.cell(row, c) !== grid.cell(other, c)) return false;
  return true;
}

type Columns = Pick<Box, "left" | "right">;

interface ColumnSummary {
  readonly filled: number;
  /** Most of its cells are no mere text. */
  readonly isTyped: boolean;
  readonly texts: ReadonlySet<string>;
}

function summary(grid: Grid, rows: readonly number[], column: number): ColumnSummary {
  let filled = 0;
  let typed = 0;
  const texts = new Set<string>();
  for (const row of rows) {
    const shape = grid.shape(row, column);
    if (shape === Shape.blank) continue;
    filled++;
    if (shape === Shape.text) texts.add(textOf(grid.cell(row, column)).toLowerCase());
    else if (shape !== Shape.error) typed++;
  }
  return { filled, isTyped: typed > 0 && typed >= 0.6 * filled, texts };
}

/** A year or a day, which heads a column of its own in plans and comparisons. */
function isPeriod(grid: Grid, row: number, column: number): boolean {
  const shape = grid.shape(row, column);
  if (shape === Shape.date) return true;
  const value = plainCell(grid.cell(row, column));
  const year = typeof value === "number" ? value : Number(textOf(value));
  if (shape === Shape.value && !Number.isFinite(year)) return true;
  return Number.isInteger(year) && year >= 1990 && year <= 2100;
}

/** A header of two rows: groups above the names, names over two lines, or units below them. */
function withSecondRow(grid: Grid, box: Box, rows: readonly number[], at: number): HeaderPlace {
  const row = rows[at] ?? box.top;
  const next = rows[at + 1];
  const below = rows.slice(at + 2, at + 2 + ROWS_BELOW);
  if (next === row + 1 && below.length > 0 && isSecondRow(grid, box, next, below))
    return { first: row, last: next };
  const above = rows[at - 1];
  if (above === row - 1 && isGroupRow(grid, box, above, row)) return { first: above, last: row };
  return { first: row, last: row };
}

/** Nothing but text, over two columns or more of numbers, days and the like. */
function isSecondRow(grid: Grid, { left, right }: Box, row: number, below: readonly number[]): boolean {
  let over = 0;
  for (let c = left; c <= right; c++) {
    const shape = grid.shape(row, c);
    if (shape === Shape.blank) continue;
    if (shape !== Shape.text) return false;
    if (summary(grid, below, c).isTyped) over++;
  }
  return over > 1;
}

/** Two texts or more that name what the row below leaves blank, tell apart what it says twice, or stand over nearly all. */
function isGroupRow(grid: Grid, { left, right }: Columns, above: number, row: number): boolean {
  let groups = 0;
  let shared = 0;
  let names = 0;
  let fills = false;
  for (let c = left; c <= right; c++) {
    const shape = grid.shape(above, c);
    const isNamed = grid.isFilled(row, c);
    if (isNamed) names++;
    if (shape === Shape.blank) continue;
    if (shape !== Shape.text) return false;
    groups++;
    if (isNamed) shared++;
    else fills ||= grid.isFilled(row + 1, c) || grid.isFilled(row + 2, c);
  }
  if (groups < 2) return false;
  const cells = grid.slice(above, row, left, right);
  const distinct = (header: Cells): number => new Set(headersOf(header)).size;
  return fills || distinct(cells) > distinct(cells.slice(1)) || (names > 2 && shared >= 0.8 * names);
}
