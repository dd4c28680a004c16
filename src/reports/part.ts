import { chartAt, formatAt } from "./place";
import type { PlannedCell, PlannedChart, PlannedFormat, SheetPlan } from "./plan";
import { text } from "./cells";
import { pageBreaks } from "./pages";
import { linesIn, roomOf, textWidth } from "./text-width";

/** A piece of a report sheet: a question, its answer, and the table and chart that show it. Places are the part's own. */
export interface Part {
  readonly cells: readonly (readonly (PlannedCell | undefined)[])[];
  readonly charts?: readonly PlannedChart[];
  readonly formats?: readonly PlannedFormat[];
  /** Ids of metrics that the part's names are explained by, below. */
  readonly defines?: readonly string[];
}

export const COLUMNS = 11;
/** Widths of the grid that all sheets share, in characters: labels, then numbers. The first view needs no scrolling. */
const LABEL_WIDTH = 38;
/** Headline numbers stand here, in larger type, or a person's name. */
const FIRST_WIDTH = 16;
const NUMBER_WIDTH = 13;
/** Twelve bars of a trend. */
const LAST_WIDTH = 19;
/** Beside them, how a number stands to its benchmark, in words. */
const BESIDE_WIDTH = 23;
const WIDTHS: readonly number[] = [
  ...[LABEL_WIDTH, FIRST_WIDTH],
  ...Array.from({ length: COLUMNS - 3 }, () => NUMBER_WIDTH),
  ...[LAST_WIDTH, BESIDE_WIDTH],
];

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
    charts: (part.charts ?? []).map((chart) => chartAt(chart, down)),
    formats: (part.formats ?? []).map((format) => formatAt(format, down)),
  };
}

/** Parts one below the other, a blank row between them. */
export function stack(
  sheet: Pick<SheetPlan, "id" | "name" | "otherName" | "headRows">,
  parts: readonly Part[],
  ownWidths: readonly number[] = WIDTHS,
): SheetPlan {
  const cells: (PlannedCell | undefined)[][] = [];
  const charts: PlannedChart[] = [];
  const formats: PlannedFormat[] = [];
  const starts: number[] = [];
  for (const part of parts) {
    if (cells.length > 0) cells.push([]);
    const down = cells.length;
    starts.push(down);
    charts.push(...(part.charts ?? []).map((chart) => chartAt(chart, down)));
    formats.push(...(part.formats ?? []).map((format) => formatAt(format, down)));
    cells.push(...part.cells.map((row) => [...row]));
  }
  const columns = Math.max(COLUMNS, ...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) => ownWidths[at] ?? NUMBER_WIDTH);
  for (const row of cells) {
    while (row.length < columns) row.push(undefined);
    row[0] = fitted(row[0], widths[0] ?? LABEL_WIDTH);
    row.forEach((cell, at) => (row[at] = unlinked(cell, widths[at] ?? NUMBER_WIDTH)));
  }
  const drawn = { cells, widths, charts, headRows: sheet.headRows };
  return { ...sheet, ...drawn, formats, breaks: pageBreaks(drawn, starts), landscape: true };
}

/** A head of several lines leads nowhere: LibreOffice breaks no text that is a link. */
function unlinked(cell: PlannedCell | undefined, characters: number): PlannedCell | undefined {
  if (cell?.look !== "headNumber" || cell.link === undefined) return cell;
  const { link: _, ...plain } = cell;
  return linesIn(String(cell.value), roomOf(characters), { bold: true }) > 1 ? plain : cell;
}

/** A name that is too long for its column takes a few lines; one from the data may be pages long, and is cut off. */
function fitted(cell: PlannedCell | undefined, characters: number): PlannedCell | undefined {
  if (cell?.look !== "label" || typeof cell.value !== "string" || cell.value.length > LONGEST_NAME)
    return cell;
  return textWidth(cell.value) > roomOf(characters) ? { ...cell, look: "wrapped" } : cell;
}

const LONGEST_NAME = 120;
