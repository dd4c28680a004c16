import { plainCell } from "../../core/records/cells";
import { activityTypeOf, statusOf } from "../../core/records/vocabulary";
import { normaliseWord } from "../../core/text";
import { Shape, textOf } from "./cell-shape";
import { filledRows } from "./find-header";
import type { Box, Grid } from "./grid";
import { isKnownHeader, knownHeaders } from "./known-header";
import { periodIn } from "./period-words";
import { totalsWord } from "./totals-words";

/** A column of a list, for telling whether the list is a matrix. */
export interface HeadedColumn {
  readonly header: string;
  /** Most filled cells are numbers. */
  readonly isNumber: boolean;
  readonly isFilled: boolean;
}

/**
 * A period or a category for each column, with numbers below: months or quarters across; stages, activity types or
 * people across beside a column of labels that has no name.
 */
export function isWideMatrix(columns: readonly HeadedColumn[]): boolean {
  const filled = columns.filter(({ isFilled }) => isFilled);
  const numbers = filled.filter(({ isNumber }) => isNumber);
  const byRest = new Map<string, Set<string>>();
  for (const { header } of columns.filter(({ isNumber, isFilled }) => isNumber || !isFilled)) {
    const period = periodIn(header);
    if (period === undefined) continue;
    const periods = byRest.get(period[1]) ?? new Set();
    byRest.set(period[1], periods.add(period[0]));
  }
  const periods = [...byRest.values()]
    .filter(({ size }) => size > 2)
    .reduce((sum, { size }) => sum + size, 0);
  if (periods > 2 && periods * 2 >= filled.length) return true;

  if (numbers.length < 3 || numbers.length * 2 < filled.length) return false;
  const unknown = numbers.filter(({ header }) => header !== "" && !isKnownHeader(header));
  const classes = numbers.filter(({ header }) => activityTypeOf(header) ?? statusOf(header));
  if (classes.length > 1 && classes.length >= 0.6 * numbers.length) return true;
  const isUnnamed = filled.some(({ header, isNumber }) => header === "" && !isNumber);
  return isUnnamed && unknown.length > 2 && unknown.length >= 0.8 * numbers.length;
}

/** Output of a pivot table: its usual words, or groups of columns with a total each. */
export function isPivot(grid: Grid, box: Box): boolean {
  const rows = filledRows(grid, box);
  const top = rows.slice(0, 6);
  for (const row of top) {
    for (let c = box.left; c <= box.right; c++) {
      if (PIVOT_WORDS.has(normaliseWord(textOf(grid.cell(row, c))))) return true;
    }
  }
  const last = rows[rows.length - 1];
  if (last === undefined || rows.length < 4) return false;
  const headers = top.slice(0, textRows(grid, box, top));
  const totalColumns = headers.flatMap((row) => columnsWithTotals(grid, box, row));
  if (headers.length > 1 && totalColumns.length > 0 && headers.some((row) => repeats(grid, box, row)))
    return true;
  if (headers.some((row) => hasAggregate(grid, box, row)) && hasGrandTotal(grid, box, last)) return true;
  const isTotalBelow = totalsWord(textOf(grid.cell(last, box.left))) !== undefined;
  const first = headers[0];
  return (
    isTotalBelow &&
    first !== undefined &&
    totalsWord(textOf(grid.cell(first, box.right))) === "whole" &&
    isCrossTable(grid, box, headers[headers.length - 1] ?? first)
  );
}

/** Labels and values in turn, or records across: `Client: Acme`, `Valoare: 1.200`. */
export function isForm(grid: Grid, box: Box): boolean {
  const rows = filledRows(grid, box);
  if (rows.length < 3) return false;
  let filled = 0;
  let colons = 0;
  const labels: string[] = [];
  for (const row of rows.slice(0, 60)) {
    for (let c = box.left; c <= box.right; c++) {
      if (!grid.isFilled(row, c)) continue;
      filled++;
      const text = textOf(grid.cell(row, c));
      if (/\p{L}.*:$/u.test(text)) colons++;
      if (c === box.left && grid.shape(row, c) === Shape.text) labels.push(text.replace(/:$/, ""));
    }
  }
  if (colons > 2 && colons >= 0.25 * filled) return true;
  if (box.left === box.right || knownHeaders(labels) < 3 || knownHeaders(labels) < 0.6 * rows.length)
    return false;
  return isMixed(grid, rows.slice(1), box.left + 1);
}

const PIVOT_WORDS = new Set([
  "row labels",
  "column labels",
  "etichete de randuri",
  "etichete de rand",
  "etichete de coloane",
  "etichete de coloana",
  "zeilenbeschriftungen",
  "spaltenbeschriftungen",
  "etiquettes de lignes",
  "etiquettes de colonnes",
  "etiquetas de fila",
  "etiquetas de columna",
  "etichette di riga",
  "etichette di colonna",
]);

/** "Sum of Amount" over "Grand Total". */
function hasAggregate(grid: Grid, { left, right }: Box, row: number): boolean {
  for (let c = left; c <= right; c++)
    if (AGGREGATE.test(normaliseWord(textOf(grid.cell(row, c))))) return true;
  return false;
}

const AGGREGATE =
  /^(?:(?:sum|count|average|min|max) of|(?:suma|numar|contor|medie|minim|maxim) (?:de|din)|(?:summe|anzahl|mittelwert) von|(?:somme|nombre|moyenne|suma|cuenta|promedio) de) /;

function hasGrandTotal(grid: Grid, { left }: Box, row: number): boolean {
  return /^(?:grand total|total general|gesamtergebnis|totale complessivo)$/.test(
    normaliseWord(textOf(grid.cell(row, left))),
  );
}

/** How many of the first rows hold text alone. */
function textRows(grid: Grid, { left, right }: Box, rows: readonly number[]): number {
  const end = rows.findIndex((row) => {
    for (let c = left; c <= right; c++) if (grid.shape(row, c) > Shape.value) return true;
    return false;
  });
  return end < 0 ? 0 : end;
}

function columnsWithTotals(grid: Grid, { left, right }: Box, row: number): number[] {
  const columns: number[] = [];
  for (let c = left + 1; c <= right; c++) {
    const text = textOf(grid.cell(row, c));
    if (text !== "" && totalsWord(text) !== undefined) columns.push(c);
  }
  return columns;
}

/** A row of headings in which half are said again, as below each group. */
function repeats(grid: Grid, { left, right }: Box, row: number): boolean {
  const texts: string[] = [];
  for (let c = left; c <= right; c++) if (grid.isFilled(row, c)) texts.push(textOf(grid.cell(row, c)));
  return texts.length > 3 && new Set(texts).size <= 0.6 * texts.length;
}

/** One column of labels, then categories over numbers, of which the last column is the sum. */
function isCrossTable(grid: Grid, { left, right, bottom }: Box, header: number): boolean {
  const unknown: string[] = [];
  for (let c = left + 1; c < right; c++) {
    const text = textOf(grid.cell(header, c));
    if (text !== "" && !isKnownHeader(text)) unknown.push(text);
  }
  let rows = 0;
  let sums = 0;
  for (let r = header + 1; r <= bottom; r++) {
    let sum = 0;
    for (let c = left + 1; c < right; c++) {
      if (grid.shape(r, c) === Shape.text) return false;
      sum += numberIn(grid, r, c);
    }
    const total = numberIn(grid, r, right);
    rows++;
    if (Math.abs(total - sum) <= 1e-6 * Math.abs(total)) sums++;
  }
  return unknown.length > 1 && sums >= 0.8 * rows;
}

function numberIn(grid: Grid, row: number, column: number): number {
  const value = plainCell(grid.cell(row, column));
  return typeof value === "number" ? value : 0;
}

/** Dates, numbers and texts in one column. */
function isMixed(grid: Grid, rows: readonly number[], column: number): boolean {
  const counts = new Map<boolean, number>();
  for (const row of rows) {
    const shape = grid.shape(row, column);
    if (shape === Shape.blank) continue;
    counts.set(shape === Shape.text, (counts.get(shape === Shape.text) ?? 0) + 1);
  }
  const all = (counts.get(true) ?? 0) + (counts.get(false) ?? 0);
  return all > 2 && Math.max(...counts.values()) < 0.85 * all;
}
