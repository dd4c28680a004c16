import type { PlainCell, PlainSheet } from "./types";

/** What a column holds, as far as its look goes. */
export type ColumnKind = "id" | "word" | "name" | "long" | "number" | "money" | "percent" | "date" | "moment";

/** A sheet that is one table of the same name, from A1. */
export function tableSheet(
  name: string,
  columns: readonly (readonly [header: string, kind: ColumnKind])[],
  rows: readonly PlainCell[][],
): PlainSheet {
  const kinds = columns.map(([, kind]) => kind);
  return {
    name,
    cells: [columns.map(([header]) => header), ...rows],
    tables: [{ name, row: 0, column: 0, rows: rows.length + 1, columns: columns.length }],
    columnFormats: byColumn(kinds, (kind) => FORMATS[kind]),
    cellFormats: [],
    columnWidths: byColumn(kinds, (kind) => WIDTHS[kind]),
    frozenRows: 1,
  };
}

const FORMATS: Partial<Record<ColumnKind, string>> = {
  money: "#,##0.00",
  percent: "0%",
  date: "yyyy-mm-dd",
  moment: "yyyy-mm-dd hh:mm",
};

const WIDTHS: Record<ColumnKind, number> = {
  id: 90,
  word: 125,
  name: 200,
  long: 280,
  number: 90,
  money: 110,
  percent: 95,
  date: 110,
  moment: 140,
};

function byColumn<T>(
  kinds: readonly ColumnKind[],
  of: (kind: ColumnKind) => T | undefined,
): Record<number, T> {
  const entries = kinds.flatMap((kind, column): [number, T][] => {
    const value = of(kind);
    return value === undefined ? [] : [[column, value]];
  });
  return Object.fromEntries(entries);
}
