import type { Cells } from "../../core/records/cells";
import type { Kind, Role } from "../../core/records/roles";
import { normaliseWord } from "../../core/text";
import { extentOf, headersOf } from "../find";
import type { MappedColumn, MappedSource, Mapping } from "../mapping";
import { headersMatching, matchColumns, type FoundColumn } from "./match-columns";
import type { SheetShape, TableShape, WorkbookShape } from "./shape";

/** A mapped source as it is found in the workbook now. */
export interface LocatedSource {
  /** With the names, ids and places of today. */
  readonly source: MappedSource;
  /** Rows of the sheet that may hold records, from 0: a table's body, or what is used below a range's header. */
  readonly row: number;
  readonly rows: number;
  /** The cells of the header over the columns of the place; none where there is none. */
  readonly header: Cells;
}

/** What only a person can decide: which table or column takes the place of one that is gone. */
export type RepairQuestion =
  | {
      readonly is: "sourceGone";
      /** Index into the mapping's sources. */
      readonly source: number;
      readonly kind: Kind;
      /** The table's name, or the sheet's. */
      readonly name: string;
      /** Tables that have some of the mapped headers, best first. */
      readonly candidates: readonly string[];
    }
  | {
      readonly is: "columnGone";
      readonly source: number;
      readonly kind: Kind;
      readonly name: string;
      readonly role: Role;
      readonly header: string;
      /** Headers of the columns that play no role yet. */
      readonly candidates: readonly string[];
    };

export interface Located {
  /** The mapping with the names and places of today, where it was found. */
  readonly mapping: Mapping;
  /** In the order of the mapping's sources; undefined where a question is open. */
  readonly sources: readonly (LocatedSource | undefined)[];
  readonly questions: readonly RepairQuestion[];
}

/**
 * Finds the tables and columns of a mapping again: a table by id, then by name; a column by id, then by header, then by
 * its place when nothing but its header has changed. What is not found that way is asked for and never guessed.
 */
export function locateSources(mapping: Mapping, shape: WorkbookShape): Located {
  const questions: RepairQuestion[] = [];
  const sources = mapping.sources.map((source, index) => {
    const found = source.place.table ? locateTable(source, shape.tables) : locateRange(source, shape);
    if (found === undefined) {
      questions.push(sourceGone(source, index, shape));
      return undefined;
    }
    questions.push(...found.missing.map((role) => columnGone(source, index, role, found)));
    return found.missing.length === 0 ? found.located : undefined;
  });
  const repaired = mapping.sources.map((source, index) => sources[index]?.source ?? source);
  return { mapping: { ...mapping, sources: repaired }, sources, questions };
}

interface Match {
  readonly located: LocatedSource;
  readonly missing: readonly Role[];
  readonly free: readonly string[];
}

function locateTable(source: MappedSource, tables: readonly TableShape[]): Match | undefined {
  const mapped = source.place.table;
  if (!mapped) return undefined;
  const fits = (table: TableShape) => headersMatching(source, headersIn(table));
  const byId = tables.find(({ id }) => id === mapped.id);
  const byName = tables.find(({ name }) => normaliseWord(name) === normaliseWord(mapped.name));
  // Other programs number tables anew when they save: where id and name part, the headers decide.
  const table = byId && byName && byId !== byName && fits(byName) > fits(byId) ? byName : (byId ?? byName);
  const certain = table !== undefined && table === byId && table === byName;
  if (table === undefined || (!certain && fits(table) === 0 && !hasOwnColumns(source, table)))
    return undefined;

  const { found, missing, free } = matchColumns(source, table.columns, 0);
  return {
    located: {
      source: {
        ...source,
        place: {
          sheet: table.sheet,
          sheetId: table.sheetId,
          table: { id: table.id, name: table.name },
          column: table.column,
          columns: table.columns.length,
        },
        roles: rolesAt(source, found, table.columns),
      },
      row: table.row,
      rows: table.rows,
      header: [headersIn(table)],
    },
    missing,
    free,
  };
}

/** A renamed table whose headers have all been renamed too is still itself by the ids of its columns. */
function hasOwnColumns({ roles, place }: MappedSource, table: TableShape): boolean {
  return (
    place.table?.id === table.id &&
    place.columns === table.columns.length &&
    Object.values(roles).every(
      ({ id }) => id !== undefined && table.columns.some((column) => column.id === id),
    )
  );
}

/** How far below its former place a header row is looked for. */
const MOST_ROWS_DOWN = 40;

function locateRange(source: MappedSource, { sheets, tables }: WorkbookShape): Match | undefined {
  const { place } = source;
  const sheet =
    sheets.find(({ id }) => id === place.sheetId) ??
    sheets.find(({ name }) => normaliseWord(name) === normaliseWord(place.sheet));
  if (!sheet || sheet.rows === 0) return undefined;
  const others = tables.filter(({ sheetId }) => sheetId === sheet.id);
  if (place.headerRow === undefined) return withoutHeader(source, sheet, others);

  const headerRow = findHeaderRow(source, sheet, place.headerRow);
  if (headerRow === undefined) return undefined;
  const columns = headersAt(sheet, headerRow, place.headerRows);
  const { found, missing, free } = matchColumns(source, columns, sheet.column - place.column);
  const at = [...found.values()].map((column) => column.at);
  const first = Math.min(...at, columns.length - 1);
  const last = Math.max(...at, first);
  // The place keeps the columns around the mapped ones, as far as they still have headers.
  const from = startOf(source, found, columns, first);
  const to = Math.max(last, Math.min(columns.length - 1, from + place.columns - 1));
  const now: MappedSource["place"] = {
    sheet: sheet.name,
    sheetId: sheet.id,
    headerRow,
    ...(place.headerRows === undefined ? {} : { headerRows: place.headerRows }),
    column: sheet.column + from,
    columns: to - from + 1,
  };
  return {
    located: {
      source: { ...source, place: now, roles: rolesAt(source, found, columns, from) },
      ...rowsBelow(headerRow + 1, now, sheet, others),
      header: headerCells(sheet, headerRow, place.headerRows).map((row) => row.slice(from, to + 1)),
    },
    missing,
    free,
  };
}

/** The place's first column now: as far before its first mapped column as it was, where there still is a header. */
function startOf(
  { roles }: MappedSource,
  found: ReadonlyMap<Role, { readonly at: number }>,
  columns: readonly FoundColumn[],
  first: number,
): number {
  const before = [...found].find(([, { at }]) => at === first)?.[0];
  const start = first - ((before && roles[before]?.at) ?? 0);
  return start >= 0 && start <= first && columns[start]?.header !== "" ? start : first;
}

/** Undefined where a mapped column stands outside of what is used: columns have come or gone. */
function withoutHeader(
  source: MappedSource,
  sheet: SheetShape,
  others: readonly TableShape[],
): Match | undefined {
  const isUsed = ({ at }: MappedColumn) => {
    const column = source.place.column + at - sheet.column;
    return column >= 0 && column < sheet.columns;
  };
  if (!Object.values(source.roles).every(isUsed)) return undefined;
  const place = { ...source.place, sheet: sheet.name, sheetId: sheet.id };
  return {
    located: {
      source: { ...source, place },
      ...rowsBelow(place.row ?? sheet.row, place, sheet, others),
      header: [],
    },
    missing: [],
    free: [],
  };
}

/** The rows that may hold records of a range: to the end of what is used, or to the next table in its columns. */
function rowsBelow(
  row: number,
  { column, columns }: MappedSource["place"],
  sheet: SheetShape,
  others: readonly TableShape[],
): { row: number; rows: number } {
  const tables = others.map((table) => ({
    ...{ id: table.id, name: table.name, row: table.row - 1, column: table.column, rows: table.rows + 1 },
    ...{ columns: table.columns.length, hasHeader: true, hasTotals: false, columnIds: [] },
  }));
  return { row, rows: extentOf({ row, column }, columns, { ...sheet, tables }).rows };
}

/** The row that has most of the mapped headers; the former one where it has more than half, undefined where none has any. */
function findHeaderRow(source: MappedSource, sheet: SheetShape, former: number): number | undefined {
  let best: number | undefined;
  let most = 0;
  const enough = Object.keys(source.roles).length / 2;
  const nearest = Array.from({ length: sheet.top.length }, (_, index) => sheet.row + index)
    .filter((row) => row <= former + MOST_ROWS_DOWN)
    .sort((a, b) => Math.abs(a - former) - Math.abs(b - former));
  for (const row of nearest) {
    const headers = headersAt(sheet, row, source.place.headerRows).map(({ header }) => header);
    const matching = headersMatching(source, headers);
    if (matching > most) [best, most] = [row, matching];
    if (row === former && matching > enough) break;
  }
  return best;
}

function headersAt(sheet: SheetShape, row: number, count?: number): FoundColumn[] {
  return headersOf(headerCells(sheet, row, count)).map((header) => ({ header }));
}

function headerCells(sheet: SheetShape, row: number, count = 1): Cells {
  const last = row - sheet.row;
  return sheet.top.slice(Math.max(0, last - count + 1), last + 1);
}

function rolesAt(
  source: MappedSource,
  found: ReadonlyMap<Role, { readonly at: number }>,
  columns: readonly FoundColumn[],
  from = 0,
): Partial<Record<Role, MappedColumn>> {
  const roles: Partial<Record<Role, MappedColumn>> = {};
  for (const role of Object.keys(source.roles) as Role[]) {
    const at = found.get(role)?.at;
    if (at === undefined) continue;
    const { header = "", id } = columns[at] ?? {};
    roles[role] = { header, at: at - from, ...(id === undefined ? {} : { id }) };
  }
  return roles;
}

function headersIn(table: TableShape): string[] {
  return table.columns.map(({ header }) => header);
}

function sourceGone(source: MappedSource, index: number, shape: WorkbookShape): RepairQuestion {
  const candidates = shape.tables
    .map((table) => ({ name: table.name, matching: headersMatching(source, headersIn(table)) }))
    .filter(({ matching }) => matching > 0)
    .sort((a, b) => b.matching - a.matching)
    .map(({ name }) => name);
  return { is: "sourceGone", source: index, kind: source.kind, name: nameOf(source), candidates };
}

function columnGone(source: MappedSource, index: number, role: Role, { free }: Match): RepairQuestion {
  const header = source.roles[role]?.header ?? "";
  return {
    is: "columnGone",
    source: index,
    kind: source.kind,
    name: nameOf(source),
    role,
    header,
    candidates: free,
  };
}

function nameOf({ place }: MappedSource): string {
  return place.table?.name ?? place.sheet;
}
