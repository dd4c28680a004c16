import { toWorkbookError } from "./errors";
import { asWritten, callsOurs, GENERAL, isWaiting, shownFormat } from "./our-formulas";
import { inExcel } from "./in-excel";
import { patiently } from "./patience";
import { readCells } from "./read-cells";
import type { Area } from "./source";

export interface Converted {
  /** Formulas that became values; a table that spills counts once. */
  readonly formulas: number;
  /** Formulas left alone because their result was still on its way. */
  readonly waiting: number;
}

/** Formulas converted in one round trip. */
const AT_ONCE = 500;

/**
 * Turns formulas that call our functions into what they show, in the active sheet or in the selected cells; a spilled
 * table becomes values as a whole, wherever it reaches. Other formulas are never touched.
 */
export async function convertToValues(scope: "sheet" | "selection"): Promise<Converted> {
  const area = await areaOf(scope);
  if (area === undefined) return { formulas: 0, waiting: 0 };
  const [read] = await readCells([{ ...area, formulas: true }]);
  const ours: Spot[] = [];
  read?.values.forEach((line, r) =>
    line.forEach((formula, c) => {
      if (callsOurs(formula)) ours.push({ row: area.row + r, column: area.column + c });
    }),
  );
  let formulas = 0;
  for (let i = 0; i < ours.length; i += AT_ONCE)
    formulas += await convertInParts(area.sheetId, ours.slice(i, i + AT_ONCE));
  return { formulas, waiting: ours.length - formulas };
}

interface Spot {
  readonly row: number;
  readonly column: number;
}

/** Tables that spill may be too much for one round trip: then half of them at a time. */
async function convertInParts(sheetId: string, spots: readonly Spot[]): Promise<number> {
  try {
    return await convert(sheetId, spots);
  } catch (error) {
    if (toWorkbookError(error).problem !== "tooLarge" || spots.length < 2) throw error;
    const half = Math.ceil(spots.length / 2);
    return (
      (await convertInParts(sheetId, spots.slice(0, half))) +
      (await convertInParts(sheetId, spots.slice(half)))
    );
  }
}

function convert(sheetId: string, spots: readonly Spot[]): Promise<number> {
  // Before 1.12 Excel has no formulas that spill.
  const spills = Office.context.requirements.isSetSupported("ExcelApi", "1.12");
  return patiently(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const parts = spots.map(({ row, column }) => {
      const cell = sheet.getCell(row, column).load("values,numberFormat,text,formulas");
      const spilled = spills ? cell.getSpillingToRangeOrNullObject() : undefined;
      return { cell, spilled: spilled?.load("values,numberFormat,text") };
    });
    await context.sync();

    let converted = 0;
    for (const { cell, spilled } of parts) {
      const range = spilled && !spilled.isNullObject ? spilled : cell;
      if (!callsOurs(cell.formulas[0]?.[0]) || isWaiting(cell.values[0]?.[0])) continue;
      const formats = (range.numberFormat as string[][]).map((line, r) =>
        line.map((format, c) => shownFormat(format, range.values[r]?.[c], range.text[r]?.[c])),
      );
      range.values = (range.values as unknown[][]).map((line) => line.map(asWritten));
      if (formats.flat().some((format) => format !== GENERAL)) range.numberFormat = formats;
      converted++;
    }
    await context.sync();
    return converted;
  });
}

/** The cells to look through; undefined where there are none with anything in them. */
function areaOf(
  scope: "sheet" | "selection",
): Promise<(Omit<Area, "sheet"> & { sheetId: string }) | undefined> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet().load("id");
    const used = sheet.getUsedRangeOrNullObject(true);
    const range =
      scope === "sheet" ? used : used.getIntersectionOrNullObject(context.workbook.getSelectedRange());
    range.load("rowIndex,columnIndex,rowCount,columnCount");
    await context.sync();
    if (range.isNullObject) return undefined;
    const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = range;
    return { sheetId: sheet.id, row, column, rows, columns };
  });
}
