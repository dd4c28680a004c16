import type { Rect } from "./types";

/** Excel's own limits. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export interface Address {
  /** Without quotes; undefined when the text names no sheet. */
  sheet: string | undefined;
  rect: Rect;
}

/** "B2", "$A$1:C3", "A:C", "2:5", "'My sheet'!A1" → sheet and rectangle; undefined when the text is no address. */
export function parseAddress(text: string): Address | undefined {
  const bang = text.lastIndexOf("!");
  const sheet = bang < 0 ? undefined : unquoteSheet(text.slice(0, bang));
  if (sheet === "") return undefined;
  const [first, last, rest] = text
    .slice(bang + 1)
    .replaceAll("$", "")
    .trim()
    .split(":");
  if (first === undefined || rest !== undefined) return undefined;
  const from = parseCorner(first);
  const to = last === undefined ? from : parseCorner(last);
  if (!from || !to) return undefined;
  const wholeRows = from.column === undefined && to.column === undefined;
  const wholeColumns = from.row === undefined && to.row === undefined;
  if (last === undefined && (wholeRows || wholeColumns)) return undefined;
  if (!wholeRows && (from.column === undefined || to.column === undefined)) return undefined;
  if (!wholeColumns && (from.row === undefined || to.row === undefined)) return undefined;
  const [top, bottom] = order(from.row ?? 0, to.row ?? MAX_ROWS - 1);
  const [left, right] = order(from.column ?? 0, to.column ?? MAX_COLUMNS - 1);
  if (bottom >= MAX_ROWS || right >= MAX_COLUMNS) return undefined;
  return { sheet, rect: { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 } };
}

/** "A1:C3", as Excel writes it: whole columns as "A:C", whole rows as "2:5". */
export function formatRect(rect: Rect, absolute = false): string {
  const mark = absolute ? "$" : "";
  const lastRow = rect.row + rect.rows;
  const lastColumn = columnName(rect.column + rect.columns - 1);
  if (rect.columns === MAX_COLUMNS && rect.rows < MAX_ROWS) return `${mark}${rect.row + 1}:${mark}${lastRow}`;
  if (rect.rows === MAX_ROWS && rect.columns < MAX_COLUMNS)
    return `${mark}${columnName(rect.column)}:${mark}${lastColumn}`;
  const first = `${mark}${columnName(rect.column)}${mark}${rect.row + 1}`;
  return rect.rows === 1 && rect.columns === 1 ? first : `${first}:${mark}${lastColumn}${mark}${lastRow}`;
}

export function formatAddress(sheet: string, rect: Rect, absolute = false): string {
  return `${quoteSheet(sheet)}!${formatRect(rect, absolute)}`;
}

/** Quoted where Excel quotes: anything but letters, digits, "_" and ".", a leading digit, or what reads as a reference. */
export function quoteSheet(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !parseCorner(name) && !/^(r\d*)?(c\d*)?$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

export function unquoteSheet(text: string): string {
  const trimmed = text.trim();
  return trimmed.startsWith("'") && trimmed.endsWith("'") && trimmed.length > 1
    ? trimmed.slice(1, -1).replaceAll("''", "'")
    : trimmed;
}

/** 0 → "A", 26 → "AA". */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

export function intersection(a: Rect, b: Rect): Rect | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

export function contains(outer: Rect, inner: Rect): boolean {
  const common = intersection(outer, inner);
  return common !== undefined && common.rows === inner.rows && common.columns === inner.columns;
}

/** The parts of a rectangle below and right of a smaller one that begins in the same cell. */
export function outside(rect: Rect, smaller: Rect): Rect[] {
  const { row, column, rows, columns } = rect;
  const below = { row: row + smaller.rows, column, rows: rows - smaller.rows, columns };
  const right = { row, column: column + smaller.columns, rows, columns: columns - smaller.columns };
  return [below, right].filter((part) => part.rows > 0 && part.columns > 0);
}

/** The smallest rectangle around both. */
export function bounding(a: Rect, b: Rect): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

function parseCorner(text: string): { row: number | undefined; column: number | undefined } | undefined {
  const match = /^([A-Za-z]{1,3})?([1-9]\d{0,6})?$/.exec(text.trim());
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
  const row = match[2] === undefined ? undefined : Number(match[2]) - 1;
  const column = match[1] === undefined ? undefined : columnIndex(match[1]);
  if ((row ?? 0) >= MAX_ROWS || (column ?? 0) >= MAX_COLUMNS) return undefined;
  return { row, column };
}

function order(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a];
}
