import type { CellColumn, Cells } from "../core/records/cells";
import type { Role } from "../core/records/roles";
import type { LocatedSource } from "../mapping/keep/locate";
import type { SourceCells } from "../mapping/keep/to-records";
import type { CellsRead, CellsToRead } from "../workbook";

/** What was read of a source: its records' cells, and where on the sheet each of them stands. */
export interface SourceReading extends SourceCells {
  readonly located: LocatedSource;
  /** Row of the sheet, from 0, of each row of the cells. */
  readonly sheetRows: Int32Array;
  /** Rows that are no records, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
}

/** Neighbouring columns are read together. */
interface Strip {
  /** Position of the first column in the place. */
  readonly at: number;
  readonly columns: number;
}

/** The rectangles to read for a source. */
export function cellsOf(located: LocatedSource): CellsToRead[] {
  const { place } = located.source;
  return stripsOf(located).map(({ at, columns }) => ({
    sheetId: place.sheetId,
    row: located.row,
    column: place.column + at,
    rows: located.rows,
    columns,
  }));
}

/** What was read of these rectangles, as columns of records. */
export function sourceReading(located: LocatedSource, read: readonly CellsRead[]): SourceReading {
  const { source, row } = located;
  const strips = stripsOf(located);
  const blocks = read.map(({ values }) => values);
  const kept = recordRows(blocks);
  const parts = blocks.map((rows) => pickRows(rows, kept));
  const columns = new Map<Role, CellColumn>();
  for (const [role, { at }] of Object.entries(source.roles) as [Role, { at: number }][]) {
    const index = strips.findIndex((strip) => at >= strip.at && at < strip.at + strip.columns);
    const strip = strips[index];
    if (strip) columns.set(role, { rows: parts[index] ?? [], at: at - strip.at });
  }
  return {
    source,
    located,
    rows: kept.length,
    columns,
    sheetRows: kept.map((index) => index + row),
    skipped: {},
  };
}

function stripsOf({ source }: LocatedSource): Strip[] {
  const wanted = [...new Set(Object.values(source.roles).map(({ at }) => at))].sort((a, b) => a - b);
  const strips: { at: number; columns: number }[] = [];
  for (const at of wanted) {
    const last = strips.at(-1);
    if (last && last.at + last.columns === at) last.columns++;
    else strips.push({ at, columns: 1 });
  }
  return strips;
}

function recordRows(blocks: readonly Cells[]): Int32Array {
  return Int32Array.from({ length: blocks[0]?.length ?? 0 }, (_, index) => index);
}

function pickRows(rows: Cells, kept: Int32Array): Cells {
  if (kept.length === rows.length) return rows;
  return Array.from(kept, (index) => rows[index] ?? []);
}
