import { chartAt, formatAt, tableAt } from "./place";
import type { PlannedCell, PlannedChart, PlannedFormat, PlannedTable, SheetId, SheetPlan } from "./plan";
import { text } from "./cells";

/** A piece of a report sheet: a question, its answer, and the table and chart that show it. Places are the part's own. */
export interface Part {
  readonly cells: readonly (readonly (PlannedCell | undefined)[])[];
  readonly tables?: readonly PlannedTable[];
  readonly charts?: readonly PlannedChart[];
  readonly formats?: readonly PlannedFormat[];
  /** Ids of metrics that the part's names are explained by, below. */
  readonly defines?: readonly string[];
}

/** Widths of the grid that all sheets share, in characters: labels, then numbers. The first view needs no scrolling. */
const LABEL_WIDTH = 30;
/** Headline numbers stand here, in larger type. */
const FIRST_WIDTH = 13;
const NUMBER_WIDTH = 11;
export const COLUMNS = 11;

/** A question with its answer in a sentence, above what shows it. */
export function headed(heading: string, message: string | undefined, part: Part): Part {
  const head = [[text(heading, "heading")], ...(message === undefined ? [] : [[text(message, "message")]])];
  return moved(part, head);
}

/** The part below some rows. */
function moved(part: Part, above: Part["cells"]): Part {
  const down = above.length;
  return {
    ...part,
    cells: [...above, ...part.cells],
    tables: (part.tables ?? []).map((table) => tableAt(table, down)),
    charts: (part.charts ?? []).map((chart) => chartAt(chart, down)),
    formats: (part.formats ?? []).map((format) => formatAt(format, down)),
  };
}

/** Parts one below the other, a blank row between them. */
export function stack(
  id: SheetId,
  name: string,
  headRows: number,
  parts: readonly Part[],
  ownWidths: readonly number[] = [],
): SheetPlan {
  const cells: (PlannedCell | undefined)[][] = [];
  const tables: PlannedTable[] = [];
  const charts: PlannedChart[] = [];
  const formats: PlannedFormat[] = [];
  for (const part of parts) {
    if (cells.length > 0) cells.push([]);
    const down = cells.length;
    tables.push(...(part.tables ?? []).map((table) => tableAt(table, down)));
    charts.push(...(part.charts ?? []).map((chart) => chartAt(chart, down)));
    formats.push(...(part.formats ?? []).map((format) => formatAt(format, down)));
    cells.push(...part.cells.map((row) => [...row]));
  }
  const columns = Math.max(COLUMNS, ...cells.map((row) => row.length));
  for (const row of cells) while (row.length < columns) row.push(undefined);
  return {
    id,
    name,
    cells,
    widths: Array.from(
      { length: columns },
      (_, at) => ownWidths[at] ?? (at === 0 ? LABEL_WIDTH : at === 1 ? FIRST_WIDTH : NUMBER_WIDTH),
    ),
    tables,
    charts,
    formats,
    headRows,
    landscape: true,
  };
}
