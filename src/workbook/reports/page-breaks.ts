import type { FoundReport } from "./locate";

/** Page breaks of a sheet, by the rows below them. */
export function loadBreaks(sheet: Excel.Worksheet): Excel.PageBreakCollection {
  return sheet.horizontalPageBreaks.load("items/rowIndex");
}

export function rowsOf({ items }: Excel.PageBreakCollection): readonly number[] {
  return items.map(({ rowIndex }) => rowIndex);
}

/** A page ends above each of these rows, which count from `first`. */
export function addBreaks(sheet: Excel.Worksheet, rows: readonly number[], first = 0): void {
  for (const row of rows) sheet.horizontalPageBreaks.add(sheet.getCell(first + row, 0));
}

/** Those among a report's rows go; a person's own elsewhere stay. `present` are all of the sheet, in their order. */
export function removeOwnBreaks(
  sheet: Excel.Worksheet,
  present: readonly number[],
  { row, rows }: Pick<FoundReport, "row" | "rows">,
): void {
  // From the last on: the places of those before it stay.
  for (let at = present.length - 1; at >= 0; at--) {
    const each = present[at] ?? -1;
    if (each >= row && each < row + rows) sheet.horizontalPageBreaks.getItem(at).delete();
  }
}

/** All as they were. */
export function restoreBreaks(
  sheet: Excel.Worksheet,
  before: readonly number[],
  present: readonly number[],
): void {
  if (sameRows(before, present)) return;
  if (present.length > 0) sheet.horizontalPageBreaks.removePageBreaks();
  addBreaks(sheet, before);
}

export function sameRows(some: readonly number[] | undefined, others: readonly number[]): boolean {
  return some?.join() === others.join();
}
