import type { CellRun, SheetCells, TablePlace } from "../../src/mapping/sheet-cells";

/**
 * A sheet drawn as text: cells between bars, numbers as numbers, `d45000` as a day. Blank lines at the start and at the
 * end do not count; `.` is a blank row.
 */
export function sketch(text: string, more: Partial<SheetCells> = {}): SheetCells {
  const lines = text.split("\n").map((line) => line.trim());
  while (lines[0] === "") lines.shift();
  while (lines.at(-1) === "") lines.pop();
  return sheetOf(
    lines.map((line) => (line === "." ? [] : line.split("|").map(cellOf))),
    more,
  );
}

/** A sheet of these cells, of which numbers from `d45000` texts are formatted as days. */
export function sheetOf(
  rows: readonly (readonly unknown[])[],
  more: Partial<SheetCells> = {},
  isDay: (cell: unknown) => boolean = (cell) => cell instanceof Day,
): SheetCells {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const values = rows.map((row) =>
    Array.from({ length: columns }, (_, at) => {
      const cell = row[at] ?? "";
      return cell instanceof Day ? cell.serial : cell;
    }),
  );
  const formats = rows.map((row) =>
    Array.from({ length: columns }, (_, at) => (isDay(row[at]) ? "dd/mm/yyyy" : "General")),
  );
  const { row = 0 } = more;
  const run: CellRun = { row, values, formats };
  return {
    name: "Sheet1",
    id: "{1}",
    visible: true,
    row,
    column: 0,
    rows: rows.length,
    columns,
    runs: [run],
    tables: [],
    ...more,
  };
}

export class Day {
  constructor(readonly serial: number) {}
}

export function tableAt(
  name: string,
  [row, column, rows, columns]: readonly [number, number, number, number],
  more: Partial<TablePlace> = {},
): TablePlace {
  return {
    id: `{${name}}`,
    name,
    row,
    column,
    rows,
    columns,
    hasHeader: true,
    hasTotals: false,
    columnIds: Array.from({ length: columns }, (_, at) => `c${at + 1}`),
    ...more,
  };
}

function cellOf(text: string): unknown {
  const cell = text.trim();
  if (/^d\d{5}$/.test(cell)) return new Day(Number(cell.slice(1)));
  return cell !== "" && Number.isFinite(Number(cell)) ? Number(cell) : cell;
}
