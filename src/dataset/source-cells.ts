import type { CellColumn, Cells } from "../core/records/cells";
import type { Steps } from "../core/steps";
import type { Role } from "../core/records/roles";
import { recordRowsInSteps } from "../mapping/find";
import type { LocatedSource } from "../mapping/keep/locate";
import type { SourceCells } from "../mapping/keep/to-records";
import type { CellsRead, CellsToRead } from "../workbook";

/** What was read of a source: its records' cells, and where on the sheet each of them stands. */
export interface SourceReading extends SourceCells {
  readonly located: LocatedSource;
  /** Row of the sheet, from 0, of each row of the cells. */
  readonly sheetRows: Uint32Array;
  /** Rows that are no records, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
}

/** Neighbouring columns that are read together. */
interface Strip {
  /** Position of the first column in the place. */
  readonly at: number;
  readonly columns: number;
}

/** Columns that play no role are read along where they stand between two that do, as long as they are few. */
const WIDEST_GAP = 2;
/** In a range, columns tell records from titles and totals even where they play no role: all that most lists have. */
const TELLING_COLUMNS = 12;

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
export function* sourceReading(located: LocatedSource, read: readonly CellsRead[]): Steps<SourceReading> {
  const { source, row, header } = located;
  const strips = stripsOf(located);
  const blocks = read.map(({ values }) => values);
  const bounded = source.place.table !== undefined;
  const { records: kept, skipped: left } = yield* recordRowsInSteps({
    ...{ row, parts: blocks, bounded },
    header: header.map((cells) => strips.flatMap(({ at, columns }) => cells.slice(at, at + columns))),
  });
  const parts = blocks.map((rows) => pickRows(rows, kept));
  const columns = new Map<Role, CellColumn>();
  for (const [role, { at }] of Object.entries(source.roles) as [Role, { at: number }][]) {
    const index = strips.findIndex((strip) => at >= strip.at && at < strip.at + strip.columns);
    const strip = strips[index];
    if (strip) columns.set(role, { rows: parts[index] ?? [], at: at - strip.at });
  }
  const skipped: Record<string, number> = {};
  for (const { why } of left) skipped[why] = (skipped[why] ?? 0) + 1;
  return {
    source,
    located,
    rows: kept.length,
    columns,
    sheetRows: kept.map((index) => index + row),
    skipped,
  };
}

function stripsOf({ source: { place, roles } }: LocatedSource): Strip[] {
  const telling = place.table
    ? []
    : Array.from({ length: Math.min(TELLING_COLUMNS, place.columns) }, (_, at) => at);
  const wanted = new Set([...telling, ...Object.values(roles).map(({ at }) => at)]);
  const strips: { at: number; columns: number }[] = [];
  for (const at of [...wanted].sort((a, b) => a - b)) {
    const last = strips.at(-1);
    if (last && at - last.at - last.columns <= WIDEST_GAP) last.columns = at - last.at + 1;
    else strips.push({ at, columns: 1 });
  }
  return strips;
}

function pickRows(rows: Cells, kept: Uint32Array): Cells {
  if (kept.length === rows.length) return rows;
  return Array.from(kept, (index) => rows[index] ?? []);
}
