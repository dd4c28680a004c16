/** Rows and columns of an address such as `B2:D9`, `3:5` or `A:C`, from 0; what it leaves out is without end. */
export interface Span {
  readonly row: number;
  readonly column: number;
  /** Last ones, included. */
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** The areas of an address as change events give it, without or with a sheet; undefined where it is none. */
export function parseAreas(address: string): Span[] | undefined {
  const spans = address
    .replace(/^.*!/, "")
    .split(",")
    .map((area) => parseArea(area.trim()));
  return spans.every((span) => span !== undefined) ? spans : undefined;
}

/** `B2:D9` of rows and columns from 0. */
export function areaAddress(row: number, column: number, lastRow = row, lastColumn = column): string {
  const from = `${columnLetters(column)}${row + 1}`;
  const to = `${columnLetters(lastColumn)}${lastRow + 1}`;
  return from === to ? from : `${from}:${to}`;
}

function parseArea(area: string): Span | undefined {
  const match = /^\$?([A-Z]{1,3})?\$?(\d+)?(?::\$?([A-Z]{1,3})?\$?(\d+)?)?$/i.exec(area);
  if (!match || area === "") return undefined;
  const [, firstLetters, firstRow, lastLetters = firstLetters, lastRow = firstRow] = match;
  return {
    row: firstRow === undefined ? 0 : Number(firstRow) - 1,
    lastRow: lastRow === undefined ? Infinity : Number(lastRow) - 1,
    column: firstLetters === undefined ? 0 : columnNumber(firstLetters),
    lastColumn: lastLetters === undefined ? Infinity : columnNumber(lastLetters),
  };
}

function columnNumber(letters: string): number {
  return (
    [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
  );
}

/** 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}
