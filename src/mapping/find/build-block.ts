import { isBlank, plainCell, type Cell } from "../../core/records/cells";
import type { Block, BlockColumn, Place, RefusedBlock, SkippedRow } from "../block";
import type { SheetCells, TablePlace } from "../sheet-cells";
import type { Box, Grid } from "./grid";
import { headersOf } from "./header-cells";
import { recordRows, type RecordRows } from "./record-rows";
import { isPageNumber } from "./list-cells";
import { isWideMatrix } from "./refusals";
import { totalsWord } from "./totals-words";
import { textOf } from "./cell-shape";
import { knownHeaders } from "./known-header";

/** Where a list stands in a grid. */
export interface ListPlace {
  readonly left: number;
  readonly right: number;
  /** Rows of the header; `headerLast` is before `headerFirst` where there is none. */
  readonly headerFirst: number;
  readonly headerLast: number;
  /** First row below the header, and the last that may belong to the list. */
  readonly top: number;
  readonly end: number;
  /** The first row below the header, on the sheet. */
  readonly row: number;
  readonly table?: TablePlace & { readonly bodyRows: number };
}

const MOST_COLUMNS = 512;

/** The block at a place, or why it is none; undefined where there is nothing. `used` are its cells in the grid. */
export function buildBlock(
  sheet: SheetCells,
  grid: Grid,
  list: ListPlace,
): { readonly found: Block | RefusedBlock; readonly used: Box } | undefined {
  const { left, right, headerFirst, headerLast, top, end, table } = list;
  const header = headerLast < headerFirst ? [] : grid.slice(headerFirst, headerLast, left, right);
  const rows = grid.slice(top, end, left, right);
  const read = recordRows({ row: top, parts: [rows], header, bounded: table !== undefined });
  const names = headersOf(header);
  const lastSkipped = read.skipped[read.skipped.length - 1]?.row ?? top;
  const titles = table === undefined ? titlesAbove(grid, list) : [];
  const used = {
    top: titles[0]?.row ?? headerFirst,
    bottom: table ? end : Math.max(headerLast, top + read.prepared - 1, lastSkipped),
    left,
    right,
  };
  const refuse = (reason: RefusedBlock["reason"]): { found: RefusedBlock; used: Box } => ({
    found: {
      sheet: sheet.name,
      row: grid.rowOf(used.top),
      column: grid.columnOf(left),
      rows: grid.rowOf(used.bottom) - grid.rowOf(used.top) + 1,
      columns: right - left + 1,
      reason,
    },
    used,
  });
  if (read.records.length === 0) {
    const isMeant = table !== undefined || knownHeaders(names.filter((name) => name !== "")) > 1;
    return isMeant ? refuse("noRecords") : undefined;
  }
  // wider than what was read, or than any list of records
  const isCut = right === grid.width - 1 && sheet.columns > grid.width;
  if (isCut || right - left + 1 > MOST_COLUMNS) return refuse("tooWide");
  const columns = blockColumns(grid, list, names, read);
  if (isMatrix(columns, rows, read)) return refuse("wideMatrix");
  if (isStacked(grid, read, titles)) return refuse("stackedBlocks");

  const skipped = read.skipped.map(({ row, why }): SkippedRow => ({ row: grid.rowOf(row), why }));
  if (table?.hasTotals) skipped.push({ row: table.row + table.rows - 1, why: "totals" });
  const place: Place = {
    sheet: sheet.name,
    sheetId: sheet.id,
    ...(table && { table: { id: table.id, name: table.name } }),
    ...(header.length > 0 && { headerRow: list.row - 1 }),
    ...(header.length > 1 && { headerRows: header.length }),
    row: list.row,
    rows: table ? table.bodyRows : endOf(grid, list, read) - list.row + 1,
    column: grid.columnOf(left),
  };
  return {
    found: {
      place,
      visible: sheet.visible,
      columns,
      skipped: [...titles.map(({ row, why }) => ({ row: grid.rowOf(row), why })), ...skipped],
    },
    used,
  };
}

/** The last row of the sheet with a record; what was not read between two runs belongs to the list above it. */
function endOf(grid: Grid, { top }: ListPlace, { length }: RecordRows): number {
  const last = top + length - 1;
  const next = last + 1 < grid.height ? grid.rowOf(last + 1) : grid.rowOf(last) + 1;
  return next > grid.rowOf(last) + 1 ? next - 1 : grid.rowOf(last);
}

function blockColumns(
  grid: Grid,
  { left, right, top, table }: ListPlace,
  names: readonly string[],
  { records }: RecordRows,
): BlockColumn[] {
  return Array.from({ length: right - left + 1 }, (_, at): BlockColumn => {
    const cells = Array.from(records, (row): Cell => grid.cell(top + row, left + at));
    const formats = new Map<string, number>();
    for (const row of records) {
      const format = grid.format(top + row, left + at);
      if (format !== undefined && !isBlank(grid.cell(top + row, left + at)))
        formats.set(format, (formats.get(format) ?? 0) + 1);
    }
    const format = [...formats].reduce<[string, number] | undefined>(
      (most, each) => (most === undefined || each[1] > most[1] ? each : most),
      undefined,
    );
    const id = table?.columnIds[at];
    return {
      header: names[at] ?? "",
      ...(id !== undefined && { id }),
      cells,
      ...(format && { format: format[0] }),
    };
  });
}

function isMatrix(
  columns: readonly BlockColumn[],
  rows: readonly (readonly Cell[])[],
  read: RecordRows,
): boolean {
  if (rows.length === 0 || read.records.length === 0) return false;
  return isWideMatrix(
    columns.map(({ header, cells }) => {
      const filled = cells.filter((cell) => !isBlank(cell));
      const numbers = filled.filter((cell) => typeof plainCell(cell) === "number");
      return { header, isFilled: filled.length > 0, isNumber: numbers.length > 0.6 * filled.length };
    }),
  );
}

/** Filled rows above the header in the list's columns, up to whatever stands above them. */
function titlesAbove(grid: Grid, { headerFirst, left, right }: ListPlace): SkippedRow[] {
  const found: SkippedRow[] = [];
  for (let row = headerFirst - 1; row >= 0 && found.length < 30; row--) {
    let isFilled = false;
    let isTotals = false;
    let isTaken = false;
    for (let c = left; c <= right; c++) {
      if (grid.isOfFinding(row, c)) isTaken = true;
      if (grid.shapeWithin(row, c) === 0) continue;
      isFilled = true;
      const text = textOf(grid.cell(row, c));
      if (text !== "" && totalsWord(text) !== undefined) isTotals = true;
    }
    if (isTaken) break;
    if (isFilled) found.unshift({ row, why: isTotals ? "totals" : "title" });
  }
  return found;
}

/** The header stands again below a title of its own, which tells something that the records below it do not. */
function isStacked(grid: Grid, { skipped }: RecordRows, titles: readonly SkippedRow[]): boolean {
  const textsIn = (row: number): string[] =>
    grid
      .slice(row, row, 0, grid.width - 1)
      .flatMap((cells) => cells)
      .map(textOf)
      .filter((text) => text !== "");
  const pageTitles = new Set(titles.flatMap(({ row }) => textsIn(row)).map(withoutNumbers));
  return skipped.some(({ why }, at) => {
    const before = skipped[at - 1];
    if (why !== "repeatedHeader" || before?.why !== "title") return false;
    return !textsIn(before.row).some((text) => isPageNumber(text) || pageTitles.has(withoutNumbers(text)));
  });
}

function withoutNumbers(text: string): string {
  return text.replace(/\d+/g, "#").toLowerCase();
}
