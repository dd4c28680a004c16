import { bounding, contains, intersection, MAX_COLUMNS, MAX_ROWS } from "../../model/address";
import type { Arguments } from "../arguments";
import type { ClassDeclaration, Context } from "../declare";
import { invalidArgument, itemNotFound } from "../errors";
import { Range } from "./range";
import type { RangeRef } from "./rangeRef";
import { at } from "./rangeRef";
import { resolveRange } from "./resolve";
import { TableScopedCollection } from "./tableCollections";

type Methods = NonNullable<ClassDeclaration<RangeRef>["methods"]>;

/** From one range to another: no cell is read or written. */
export const rangeArithmetic: Methods = {
  GetCell: ({ sheet, rect }, args) =>
    Range.of(at(sheet, rect.row + args.integer(0), rect.column + args.integer(1), 1, 1)),
  GetRow: ({ sheet, rect }, args) =>
    Range.of(at(sheet, rect.row + inside(args.integer(0), rect.rows), rect.column, 1, rect.columns)),
  GetColumn: ({ sheet, rect }, args) =>
    Range.of(at(sheet, rect.row, rect.column + inside(args.integer(0), rect.columns), rect.rows, 1)),
  GetOffsetRange: ({ sheet, rect }, args) =>
    Range.of(at(sheet, rect.row + args.integer(0), rect.column + args.integer(1), rect.rows, rect.columns)),
  GetResizedRange: ({ sheet, rect }, args) =>
    Range.of(at(sheet, rect.row, rect.column, rect.rows + args.integer(0), rect.columns + args.integer(1))),
  GetAbsoluteResizedRange: ({ sheet, rect }, args) =>
    Range.of(at(sheet, rect.row, rect.column, args.integer(0), args.integer(1))),
  GetEntireRow: ({ sheet, rect }) => Range.of(at(sheet, rect.row, 0, rect.rows, MAX_COLUMNS)),
  GetEntireColumn: ({ sheet, rect }) => Range.of(at(sheet, 0, rect.column, MAX_ROWS, rect.columns)),
  GetLastCell: ({ sheet, rect }) =>
    Range.of(at(sheet, rect.row + rect.rows - 1, rect.column + rect.columns - 1, 1, 1)),
  GetLastRow: ({ sheet, rect }) =>
    Range.of(at(sheet, rect.row + rect.rows - 1, rect.column, 1, rect.columns)),
  GetLastColumn: ({ sheet, rect }) =>
    Range.of(at(sheet, rect.row, rect.column + rect.columns - 1, rect.rows, 1)),
  GetRowsAbove: (range, args) => Range.of(beside(range, args.integer(0, 1), "above")),
  GetRowsBelow: (range, args) => Range.of(beside(range, args.integer(0, 1), "below")),
  GetColumnsBefore: (range, args) => Range.of(beside(range, args.integer(0, 1), "before")),
  GetColumnsAfter: (range, args) => Range.of(beside(range, args.integer(0, 1), "after")),
  GetBoundingRect: (range, args, context) => {
    const other = another(range, args, context);
    if (other.sheet.id !== range.sheet.id) throw invalidArgument();
    return Range.of({ sheet: range.sheet, rect: bounding(range.rect, other.rect) });
  },
  GetIntersection: (range, args, context) => {
    const other = another(range, args, context);
    const common = other.sheet.id === range.sheet.id ? intersection(range.rect, other.rect) : undefined;
    if (!common) throw itemNotFound();
    return Range.of({ sheet: range.sheet, rect: common });
  },
  GetUsedRange: (range, args) =>
    Range.of(usedPart(range, args.boolean(0)) ?? { ...range, rect: first(range) }),
  GetUsedRangeOrNullObject: (range, args) => {
    const used = usedPart(range, args.boolean(0));
    if (!used) throw itemNotFound();
    return Range.of(used);
  },
  GetSpillingToRange: ({ sheet, rect }) => {
    if (rect.rows !== 1 || rect.columns !== 1) throw invalidArgument();
    const spill = sheet.spillOf(rect.row, rect.column);
    if (!spill) throw itemNotFound();
    return Range.of({ sheet, rect: spill });
  },
  GetSpillParent: ({ sheet, rect }) => {
    const parent = spillParent({ sheet, rect });
    if (!parent) throw itemNotFound();
    return Range.of(parent);
  },
  GetSurroundingRegion: (range) => Range.of(region(range)),
  GetTables: (range, args, { model }) =>
    TableScopedCollection.of(
      model
        .tables()
        .filter(
          (table) =>
            table.sheet.id === range.sheet.id &&
            (args.boolean(0) ? contains(range.rect, table.range) : intersection(range.rect, table.range)),
        ),
    ),
};

function inside(index: number, count: number): number {
  if (index < 0 || index >= count) throw invalidArgument();
  return index;
}

function first({ rect }: RangeRef) {
  return { ...rect, rows: 1, columns: 1 };
}

function another(range: RangeRef, args: Arguments, { model }: Context): RangeRef {
  return args.object(0, Range) ?? resolveRange(model, args.text(0), range.sheet);
}

/** A negative count turns the other way, as in Excel. */
function beside(
  { sheet, rect }: RangeRef,
  count: number,
  side: "above" | "below" | "before" | "after",
): RangeRef {
  if (count === 0) throw invalidArgument();
  const opposite = { above: "below", below: "above", before: "after", after: "before" } as const;
  if (count < 0) return beside({ sheet, rect }, -count, opposite[side]);
  const { row, column, rows, columns } = rect;
  if (side === "above") return at(sheet, row - count, column, count, columns);
  if (side === "below") return at(sheet, row + rows, column, count, columns);
  if (side === "before") return at(sheet, row, column - count, rows, count);
  return at(sheet, row, column + columns, rows, count);
}

function usedPart({ sheet, rect }: RangeRef, valuesOnly: boolean): RangeRef | undefined {
  const used = sheet.usedRange(valuesOnly);
  const common = used && intersection(used, rect);
  return common && shrink({ sheet, rect: common });
}

/** Cuts blank rows and columns at the edges: the used range of a part is not the part of the used range. */
function shrink({ sheet, rect }: RangeRef): RangeRef | undefined {
  const values = sheet.readValues(rect);
  const rows = values.map((line) => line.some((value) => value !== ""));
  const columns = Array.from({ length: rect.columns }, (_, c) => values.some((line) => line[c] !== ""));
  const top = rows.indexOf(true);
  const left = columns.indexOf(true);
  if (top < 0 || left < 0) return undefined;
  return {
    sheet,
    rect: {
      row: rect.row + top,
      column: rect.column + left,
      rows: rows.lastIndexOf(true) - top + 1,
      columns: columns.lastIndexOf(true) - left + 1,
    },
  };
}

function spillParent({ sheet, rect }: RangeRef): RangeRef | undefined {
  const used = sheet.usedRange(true);
  if (!used) return undefined;
  for (let row = rect.row; row >= used.row; row--)
    for (let column = rect.column; column >= used.column; column--) {
      const spill = sheet.spillOf(row, column);
      if (spill && contains(spill, first({ sheet, rect }))) return at(sheet, row, column, 1, 1);
    }
  return undefined;
}

/** Grows until a blank row and column surround it. */
function region({ sheet, rect }: RangeRef): RangeRef {
  const used = sheet.usedRange(true);
  if (!used) return { sheet, rect };
  const limit = bounding(used, rect);
  const values = sheet.readValues(limit);
  const filled = (row: number, column: number) =>
    (values[row - limit.row]?.[column - limit.column] ?? "") !== "";
  let { row: top, column: left } = rect;
  let bottom = top + rect.rows - 1;
  let right = left + rect.columns - 1;
  const any = (r0: number, r1: number, c0: number, c1: number) => {
    for (let r = r0; r <= r1; r++) for (let c = c0; c <= c1; c++) if (filled(r, c)) return true;
    return false;
  };
  for (let size = -1; size !== bottom - top + right - left;) {
    size = bottom - top + right - left;
    if (top > limit.row && any(top - 1, top - 1, left - 1, right + 1)) top--;
    if (bottom < limit.row + limit.rows - 1 && any(bottom + 1, bottom + 1, left - 1, right + 1)) bottom++;
    if (left > limit.column && any(top - 1, bottom + 1, left - 1, left - 1)) left--;
    if (right < limit.column + limit.columns - 1 && any(top - 1, bottom + 1, right + 1, right + 1)) right++;
  }
  return { sheet, rect: { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 } };
}
