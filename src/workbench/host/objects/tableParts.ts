import type { CellValue, Rect, Table } from "../../model/types";
import type { HostClass } from "../declare";
import { collectionMethods, declareClass } from "../declare";
import { invalidArgument, itemNotFound } from "../errors";
import { Range } from "./range";

export interface ColumnRef {
  table: Table;
  /** Stays with the column when others are added before it. */
  id: number;
}

export const TableColumn: HostClass<ColumnRef> = declareClass<ColumnRef>({
  name: "TableColumn",
  identity: ({ id }) => ({ Id: id }),
  scalars: {
    Id: { get: ({ id }) => id },
    Index: { get: indexOf },
    Name: {
      get: (column) => column.table.columns[indexOf(column)]?.name,
      set: (column, name) => {
        if (typeof name !== "string" || name === "") throw invalidArgument();
        column.table.renameColumn(indexOf(column), name);
      },
    },
    Values: {
      get: (column) => column.table.sheet.readValues(part(column, column.table.range)),
      set: (column, values) => column.table.sheet.write(part(column, column.table.range), asCells(values)),
    },
  },
  methods: {
    GetRange: (column) => Range.of({ sheet: column.table.sheet, rect: part(column, column.table.range) }),
    GetDataBodyRange: (column) =>
      Range.of({ sheet: column.table.sheet, rect: part(column, column.table.bodyRange) }),
    GetHeaderRowRange: (column) => {
      const { headerRange, sheet } = column.table;
      if (!headerRange) throw itemNotFound();
      return Range.of({ sheet, rect: part(column, headerRange) });
    },
    Delete: (column) => column.table.deleteColumn(indexOf(column)),
  },
});

export const TableColumnCollection: HostClass<Table> = declareClass<Table>({
  name: "TableColumnCollection",
  scalars: { Count: { get: (table) => table.columns.length } },
  items: columns,
  methods: {
    ...collectionMethods<Table>(
      columns,
      (table, key) => {
        const found = table.columns.find(
          (column) => column.id === key || column.name.toLowerCase() === String(key).toLowerCase(),
        );
        return found && TableColumn.of({ table, id: found.id });
      },
      itemNotFound,
    ),
    Add: (table, args) => {
      const index = args.optionalInteger(0);
      const values = args.raw(1) === undefined ? undefined : asCells(args.raw(1));
      if (values && values.length !== table.range.rows) throw invalidArgument();
      table.addColumn(index, args.optionalText(2));
      const at = index ?? table.columns.length - 1;
      const column = { table, id: table.columns[at]?.id ?? 0 };
      if (values) table.sheet.write(part(column, table.range), values);
      if (args.optionalText(2) !== undefined) table.renameColumn(at, args.text(2));
      return TableColumn.of(column);
    },
  },
});

export interface RowRef {
  table: Table;
  index: number;
}

export const TableRow: HostClass<RowRef> = declareClass<RowRef>({
  name: "TableRow",
  scalars: {
    Index: { get: ({ index }) => index },
    Values: {
      get: (row) => row.table.sheet.readValues(line(row)),
      set: (row, values) => row.table.sheet.write(line(row), asCells(values)),
    },
  },
  methods: {
    GetRange: (row) => Range.of({ sheet: row.table.sheet, rect: line(row) }),
    Delete: ({ table, index }) => table.deleteRows(index, 1),
  },
});

export const TableRowCollection: HostClass<Table> = declareClass<Table>({
  name: "TableRowCollection",
  scalars: { Count: { get: (table) => table.bodyRange.rows } },
  items: rows,
  methods: {
    GetCount: (table) => table.bodyRange.rows,
    GetItemAt: (table, args) => TableRow.of(row(table, args.integer(0))),
    Add: (table, args) => {
      const given = args.raw(1);
      const values =
        given === undefined ? undefined : asCells(Array.isArray(given) ? asRows(given) : [[given]]);
      if (values?.some((cells) => cells.length !== table.columns.length)) throw invalidArgument();
      const count = values?.length ?? 1;
      const index = args.optionalInteger(0) ?? table.bodyRange.rows;
      table.addRows(index, count);
      const body = table.bodyRange;
      if (values) table.sheet.write({ ...body, row: body.row + index, rows: count }, values);
      return TableRow.of({ table, index });
    },
    DeleteRowsAt: (table, args) => table.deleteRows(args.integer(0), args.integer(1, 1)),
  },
});

function columns(table: Table) {
  return table.columns.map(({ id }) => TableColumn.of({ table, id }));
}

function rows(table: Table) {
  return Array.from({ length: table.bodyRange.rows }, (_, index) => TableRow.of({ table, index }));
}

function indexOf({ table, id }: ColumnRef): number {
  const index = table.columns.findIndex((column) => column.id === id);
  if (index < 0) throw itemNotFound();
  return index;
}

function part(column: ColumnRef, rect: Rect): Rect {
  return { ...rect, column: rect.column + indexOf(column), columns: 1 };
}

function row(table: Table, index: number): RowRef {
  if (index < 0 || index >= table.bodyRange.rows) throw itemNotFound();
  return { table, index };
}

function line({ table, index }: RowRef): Rect {
  const body = table.bodyRange;
  return { ...body, row: body.row + row(table, index).index, rows: 1 };
}

/** A single row may be given flat. */
function asRows(values: unknown[]): unknown[] {
  return values.some(Array.isArray) ? values : [values];
}

function asCells(values: unknown): (CellValue | null)[][] {
  if (!Array.isArray(values)) throw invalidArgument();
  return values.map((line: unknown) => {
    if (!Array.isArray(line)) throw invalidArgument();
    return line.map((value: unknown) => {
      if (value === null || value === undefined) return null;
      if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
      throw invalidArgument();
    });
  });
}
