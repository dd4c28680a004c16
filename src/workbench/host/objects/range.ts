import { ERROR_TEXTS } from "../../model/entry";
import type { CellValue } from "../../model/types";
import type { ClassDeclaration, Context, HostClass, Scalar } from "../declare";
import { declareClass } from "../declare";
import { HostError, invalidArgument } from "../errors";
import { ConditionalFormatCollection } from "./conditionalFormats";
import { cellProperties } from "./cellProperties";
import { closes } from "./formulaSyntax";
import { hyperlink } from "./hyperlink";
import { rangeArithmetic } from "./rangeArithmetic";
import { RangeFormat } from "./rangeFormat";
import { rangeChanges } from "./rangeChanges";
import type { RangeRef } from "./rangeRef";
import { addressOf, isEntireColumn, isEntireRow } from "./rangeRef";
import { Worksheet } from "./worksheet";

export const Range: HostClass<RangeRef> = declareClass<RangeRef>({
  name: "Range",
  tracked: true,
  scalars: {
    Values: block(({ sheet, rect }) => sheet.readValues(rect), write),
    Formulas: block(({ sheet, rect }) => sheet.readFormulas(rect), write),
    FormulasLocal: block(({ sheet, rect }) => sheet.readFormulas(rect), write),
    Text: block(({ sheet, rect }) => sheet.readText(rect)),
    NumberFormat: block(({ sheet, rect }) => sheet.readNumberFormats(rect), writeFormats),
    NumberFormatLocal: block(({ sheet, rect }) => sheet.readNumberFormats(rect), writeFormats),
    ValueTypes: block(({ sheet, rect }) => sheet.readValues(rect).map((line) => line.map(valueType))),
    Address: { get: addressOf },
    AddressLocal: { get: addressOf },
    RowIndex: { get: ({ rect }) => rect.row },
    ColumnIndex: { get: ({ rect }) => rect.column },
    RowCount: { get: ({ rect }) => rect.rows },
    ColumnCount: { get: ({ rect }) => rect.columns },
    // Excel gives up counting at 2^31 - 1.
    CellCount: {
      get: ({ rect }) => (rect.rows * rect.columns > 2 ** 31 - 1 ? -1 : rect.rows * rect.columns),
    },
    IsEntireColumn: { get: isEntireColumn },
    IsEntireRow: { get: isEntireRow },
    Hidden: { get: (range) => same(rowsHidden(range)) === true || same(columnsHidden(range)) === true },
    RowHidden: {
      get: (range) => same(rowsHidden(range)),
      set: ({ sheet, rect }, hidden) => sheet.setRowsHidden(rect.row, rect.rows, hidden === true),
    },
    ColumnHidden: {
      get: (range) => same(columnsHidden(range)),
      set: ({ sheet, rect }, hidden) => sheet.setColumnsHidden(rect.column, rect.columns, hidden === true),
    },
    Hyperlink: hyperlink,
    HasSpill: { get: ({ sheet, rect }) => sheet.spillOf(rect.row, rect.column) !== undefined },
    Top: { get: ({ sheet, rect }) => points(sum(0, rect.row, (row) => sheet.rowHeight(row))) },
    Left: { get: ({ sheet, rect }) => points(sum(0, rect.column, (column) => sheet.columnWidth(column))) },
    Height: { get: ({ sheet, rect }) => points(sum(rect.row, rect.rows, (row) => sheet.rowHeight(row))) },
    Width: {
      get: ({ sheet, rect }) => points(sum(rect.column, rect.columns, (column) => sheet.columnWidth(column))),
    },
  },
  navigations: {
    Format: (range) => RangeFormat.of(range),
    ConditionalFormats: (range) => ConditionalFormatCollection.of(range),
    Worksheet: ({ sheet }) => Worksheet.of(sheet),
  },
  methods: methods(),
});

function methods(): ClassDeclaration<RangeRef>["methods"] {
  return { ...rangeArithmetic, ...cellProperties, ...rangeChanges };
}

/** Above this many cells Excel refuses to read or write at once. */
const MOST_CELLS = 5_000_000;

/** A property with one entry a cell. Whole columns and rows read as null. */
function block<C>(
  read: (range: RangeRef) => C[][],
  set?: (range: RangeRef, cells: readonly (readonly unknown[])[], context: Context) => void,
): Scalar<RangeRef> {
  return {
    get: (range) => {
      if (isEntireColumn(range) || isEntireRow(range)) return null;
      checkSize(range);
      return read(range);
    },
    set:
      set &&
      ((range, value, context) => {
        checkSize(range);
        set(range, asBlock(range, value), context);
      }),
  };
}

function checkSize({ rect }: RangeRef): void {
  if (rect.rows * rect.columns > MOST_CELLS)
    throw new HostError(
      "RangeExceedsLimit",
      "The cell count in the range has exceeded the maximum supported number.",
    );
}

/** One value fills the range; a block must have its size. */
function asBlock({ rect }: RangeRef, value: unknown): readonly (readonly unknown[])[] {
  if (!Array.isArray(value)) {
    const line = Array<unknown>(rect.columns).fill(value);
    return Array<unknown[]>(rect.rows).fill(line);
  }
  const lines = value as unknown[];
  const fits =
    lines.length === rect.rows && lines.every((line) => Array.isArray(line) && line.length === rect.columns);
  if (!fits)
    throw invalidArgument(
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  return lines as unknown[][];
}

function write(
  { sheet, rect }: RangeRef,
  cells: readonly (readonly unknown[])[],
  { session }: Context,
): void {
  session.writes.add(
    sheet,
    rect,
    cells.map((line) => line.map(asCell)),
  );
}

function writeFormats({ sheet, rect }: RangeRef, formats: readonly (readonly unknown[])[]): void {
  sheet.setNumberFormats(
    rect,
    formats.map((line) => line.map((format) => (typeof format === "string" ? format : null))),
  );
}

const LONGEST_TEXT = 32_767;

function asCell(value: unknown): CellValue | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") {
    if (value.length > LONGEST_TEXT) throw invalidArgument();
    if (value.startsWith("=") && value.length > 1 && !closes(value)) throw invalidArgument();
    return value;
  }
  if (typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw invalidArgument();
}

export function valueType(value: CellValue): string {
  if (value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return ERROR_TEXTS.has(value) ? "Error" : "String";
}

function rowsHidden({ sheet, rect }: RangeRef): boolean[] {
  return few(rect.row, rect.rows).map((row) => sheet.rowHidden(row));
}

function columnsHidden({ sheet, rect }: RangeRef): boolean[] {
  return few(rect.column, rect.columns).map((column) => sheet.columnHidden(column));
}

/** At most ten thousand, so that a whole column answers at once. */
function few(start: number, count: number): number[] {
  return Array.from({ length: Math.min(count, 10_000) }, (_, index) => start + index);
}

function same<T>(values: readonly T[]): T | null {
  return values.every((value) => value === values[0]) ? (values[0] ?? null) : null;
}

function sum(start: number, count: number, size: (index: number) => number): number {
  return few(start, count).reduce((total, index) => total + size(index), 0);
}

/** A pixel of the screen is three quarters of a point. */
function points(pixels: number): number {
  return pixels * 0.75;
}
