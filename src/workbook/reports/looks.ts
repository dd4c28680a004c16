import type { LookArea } from "../../reports/areas";
import type { Look } from "../../reports/plan";

/** What a look is made of; what is not named stays as the workbook has it, its typeface and body size among it. */
export interface LookFormat {
  readonly size?: number;
  readonly bold?: true;
  readonly italic?: true;
  readonly color?: string;
  readonly align?: "Left" | "Right";
  readonly line?: "above" | "below";
  /** Long names of columns take several lines. */
  readonly wrap?: true;
  /** In the middle of a row that others make higher. */
  readonly middle?: true;
}

const TITLE_SIZE = 18;
const HEADING_SIZE = 13;
/** Greys of at least 4.5:1 on white, and colours that differ in brightness as well. */
const SECONDARY = "#595959";
const FORMER = "#757575";
const GOOD = "#0B6A0B";
const BAD = "#A4262C";

export function lookFormats(accent: string): Readonly<Record<Look, LookFormat>> {
  return {
    title: { size: TITLE_SIZE, bold: true, color: accent },
    subtitle: { color: SECONDARY },
    heading: { size: HEADING_SIZE, bold: true, color: accent },
    message: { color: SECONDARY },
    head: { bold: true, align: "Left", line: "below", wrap: true },
    headNumber: { bold: true, align: "Right", line: "below", wrap: true },
    label: { middle: true, align: "Left" },
    text: { middle: true, align: "Left" },
    wrapped: { middle: true, align: "Left", wrap: true },
    number: { middle: true, align: "Right" },
    big: { middle: true, size: HEADING_SIZE, bold: true, align: "Right" },
    former: { middle: true, color: FORMER, align: "Right" },
    weak: { middle: true, color: FORMER, italic: true, align: "Right" },
    better: { middle: true, color: GOOD },
    worse: { middle: true, color: BAD },
    unclear: { middle: true, color: SECONDARY },
    trend: { middle: true, color: accent, align: "Left" },
    totalLabel: { bold: true, align: "Left", line: "above" },
    total: { bold: true, align: "Right", line: "above" },
    note: { middle: true, color: SECONDARY },
  };
}

/** Puts a look on cells whose formats were cleared. */
export function applyLook(range: Excel.Range, look: LookFormat): void {
  const { font } = range.format;
  if (look.size !== undefined) font.size = look.size;
  if (look.bold) font.bold = true;
  if (look.italic) font.italic = true;
  if (look.color !== undefined) font.color = look.color;
  if (look.align !== undefined) range.format.horizontalAlignment = look.align;
  if (look.wrap) range.format.wrapText = true;
  if (look.middle) range.format.verticalAlignment = "Center";
  if (look.line !== undefined) hairline(range, look.line);
}

export function hairline(range: Excel.Range, side: "above" | "below"): void {
  const border = range.format.borders.getItem(side === "above" ? "EdgeTop" : "EdgeBottom");
  border.style = "Continuous";
  border.weight = "Thin";
  border.color = SECONDARY;
}

/** Takes away what Excel gives a cell with a link, so that it looks like the others. */
export function undressLink(cell: Excel.Range, look: LookFormat): void {
  cell.format.font.underline = "None";
  cell.format.font.color = look.color ?? "#000000";
}

/** Areas in one list that are not in the other with the same look at the same place. */
export function areasWithout(areas: readonly LookArea[], others: readonly LookArea[]): readonly LookArea[] {
  const known = new Set(others.map(keyOf));
  return areas.filter((area) => !known.has(keyOf(area)));
}

function keyOf({ look, row, column, rows, columns }: LookArea): string {
  return [look, row, column, rows, columns].join();
}
