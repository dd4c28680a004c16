import type { Rect } from "../model/types";

/** "A1:D10", "$A$1" → a rectangle; undefined if it is no address of cells. */
export function parseRange(address: string): Rect | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(address.trim());
  if (!match) return undefined;
  const [, left = "", top = "", right = left, bottom = top] = match;
  const columns = [columnIndex(left), columnIndex(right)].sort((a, b) => a - b);
  const rows = [Number(top) - 1, Number(bottom) - 1].sort((a, b) => a - b);
  const [column = 0, lastColumn = 0] = columns;
  const [row = 0, lastRow = 0] = rows;
  if (row < 0 || lastRow > 1_048_575 || lastColumn > 16_383) return undefined;
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

export function formatRange({ row, column, rows, columns }: Rect): string {
  const first = `${columnLetters(column)}${row + 1}`;
  if (rows === 1 && columns === 1) return first;
  return `${first}:${columnLetters(column + columns - 1)}${row + rows}`;
}

/** "'My sheet'!A1:B2" → the sheet, if one is named, and the address behind it. */
export function splitSheet(address: string): { sheet: string | undefined; cells: string } {
  const bang = address.lastIndexOf("!");
  if (bang < 0) return { sheet: undefined, cells: address };
  const sheet = address.slice(0, bang);
  const quoted = /^'(.*)'$/s.exec(sheet);
  return {
    sheet: quoted?.[1] !== undefined ? quoted[1].replaceAll("''", "'") : sheet,
    cells: address.slice(bang + 1),
  };
}

export function columnLetters(column: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

function columnIndex(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
