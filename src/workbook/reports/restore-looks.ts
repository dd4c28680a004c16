import type { LookArea } from "../../reports/areas";
import type { PlannedArea } from "../../reports/plan";
import { covers } from "./areas";
import type { Former } from "./former";
import { hairline, type LookFormat } from "./looks";

/** What was read of a cell's looks, the defaults named. */
interface ReadLook {
  readonly size: number | undefined;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly color: string;
  readonly fill: string;
  readonly align: string;
  readonly above: boolean;
  readonly below: boolean;
}

/**
 * Formats that were read before, back in cells whose formats were cleared and which have their looks of the last time: only
 * what differs from these is written, so that what was automatic stays so.
 */
export function restoreLooks(
  at: (area: PlannedArea) => Excel.Range,
  former: Former,
  cleared: readonly PlannedArea[],
  given: readonly (LookArea & { readonly format: LookFormat })[],
): void {
  const body = commonestSize(former);
  for (const area of cleared)
    for (let row = area.row; row < Math.min(area.row + area.rows, former.rows); row++)
      for (let column = area.column; column < area.column + area.columns; column++) {
        const read = former.looks[row]?.[column];
        if (read === undefined) continue;
        const format = given.find((look) => covers(look, row, column))?.format ?? {};
        dress(() => at({ row, column, rows: 1, columns: 1 }), readLook(read), usualLook(format, body));
      }
}

function dress(cell: () => Excel.Range, read: ReadLook, usual: ReadLook): void {
  const differs = (key: keyof ReadLook): boolean => read[key] !== usual[key];
  if (differs("size") && read.size !== undefined) cell().format.font.size = read.size;
  if (differs("bold")) cell().format.font.bold = read.bold;
  if (differs("italic")) cell().format.font.italic = read.italic;
  if (differs("underline")) cell().format.font.underline = read.underline as "Single";
  if (differs("color")) cell().format.font.color = read.color;
  if (differs("fill")) cell().format.fill.color = read.fill;
  if (differs("align")) cell().format.horizontalAlignment = read.align as "Left";
  if (differs("above") && read.above) hairline(cell(), "above");
  if (differs("below") && read.below) hairline(cell(), "below");
}

function readLook({ format = {} }: Excel.CellProperties): ReadLook {
  const { font = {}, fill = {}, borders = {} } = format;
  return {
    size: font.size,
    bold: font.bold === true,
    italic: font.italic === true,
    underline: font.underline ?? "None",
    color: (font.color ?? "#000000").toUpperCase(),
    fill: (fill.color || "#FFFFFF").toUpperCase(),
    align: format.horizontalAlignment ?? "General",
    above: (borders.top?.style ?? "None") !== "None",
    below: (borders.bottom?.style ?? "None") !== "None",
  };
}

function usualLook(
  { size, bold, italic, color, align, line }: LookFormat,
  body: number | undefined,
): ReadLook {
  return {
    size: size ?? body,
    bold: bold === true,
    italic: italic === true,
    underline: "None",
    color: (color ?? "#000000").toUpperCase(),
    fill: "#FFFFFF",
    align: align ?? "General",
    above: line === "above",
    below: line === "below",
  };
}

/** The size of the workbook's body text: most cells of a report have it. */
function commonestSize({ looks }: Former): number | undefined {
  const counts = new Map<number, number>();
  for (const { format } of looks.flat()) {
    const size = format?.font?.size;
    if (size !== undefined) counts.set(size, (counts.get(size) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
