import { isRefused, type Block, type RefusedBlock } from "../../src/mapping/block";

/**
 * A finding in a line, with rows and cells as Excel writes them: `2 > B3:F11 (9) Client, Valoare; 12 totals`, header row,
 * cells below it, records, headers and rows left out; or `A1:P826 pivot`.
 */
export function finding(found: Block | RefusedBlock): string {
  if (isRefused(found)) {
    const { row, rows, column, columns, reason } = found;
    return `${area(row, column, rows, columns)} ${reason}`;
  }
  const { place, columns, skipped, visible } = found;
  const { headerRow, headerRows = 1, row, rows, column, table } = place;
  const header =
    headerRow === undefined
      ? ""
      : `${headerRows > 1 ? `${headerRow + 2 - headerRows}-` : ""}${headerRow + 1} > `;
  const records = new Set(columns.map(({ cells }) => cells.length));
  return [
    `${table ? `${table.name} ` : ""}${visible ? "" : "hidden "}${header}${area(row, column, rows, columns.length)}`,
    ` (${[...records].join("/")}) ${columns.map(({ header: name }) => name || "-").join(", ")}`,
    ...skipped.map((each) => `; ${each.row + 1} ${each.why}`),
  ].join("");
}

export function area(row: number, column: number, rows: number, columns: number): string {
  return `${letters(column)}${row + 1}:${letters(column + columns - 1)}${row + rows}`;
}

function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
}
