import { columnLetters, type Area, type Source } from "../../workbook";

/** A column as a formula names it: `Deals[Close date]`, or `'My deals'!$E$2:$E$601` without a table. */
export function columnReference(source: Source, column: number): string {
  const header = source.headers[column];
  if (source.kind === "table" && header !== undefined) return `${source.name}${columnSpecifier(header)}`;
  const letters = columnLetters(source.column + column);
  const first = source.row + 1;
  return `${sheetPrefix(source.sheet)}$${letters}$${first}:$${letters}$${first + source.rows - 1}`;
}

/** The cells that reference covers. */
export function columnArea(source: Source, column: number): Area {
  return {
    sheet: source.sheet,
    row: source.row,
    column: source.column + column,
    rows: source.rows,
    columns: 1,
  };
}

/** Excel asks for a second pair of brackets around names with anything but letters, digits, `_` and spaces. */
function columnSpecifier(header: string): string {
  const escaped = header.replace(/[[\]#'@]/g, "'$&");
  const isPlain = /^[\p{L}\p{N}_]+(?: [\p{L}\p{N}_]+)*$/u.test(header);
  return isPlain ? `[${escaped}]` : `[[${escaped}]]`;
}

function sheetPrefix(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !looksLikeReference(name);
  return isPlain ? `${name}!` : `'${name.replaceAll("'", "''")}'!`;
}

/** Sheets called `Q1`, `R1C1`, `C` or `TRUE` have to be quoted, or they would be read as something else. */
function looksLikeReference(name: string): boolean {
  return /^(?:[a-z]{1,3}\d+|r\d*(?:c\d*)?|c\d*|true|false)$/i.test(name);
}
