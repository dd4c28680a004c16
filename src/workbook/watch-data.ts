import { parseAreas, type Span } from "./address";
import { patiently } from "./patience";

/** What happened to cells, sheets or tables; without areas, anything of the sheet (or of the workbook) may have moved. */
export interface DataChange {
  readonly sheetId?: string;
  readonly areas?: readonly Span[];
}

/**
 * Calls back after every edit in any sheet, a colleague's included, and when sheets or tables go. Results of formulas that
 * change by themselves are not told. Returns how to stop.
 */
export async function watchData(changed: (change: DataChange) => void): Promise<() => Promise<void>> {
  // Before 1.9 there is no event of all sheets together; the data is then read anew by hand.
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.9")) return () => Promise.resolve();
  return patiently(async (context) => {
    const { worksheets, tables } = context.workbook;
    const handlers = [
      worksheets.onChanged.add(async ({ worksheetId, address, changeType }) => {
        const areas = changeType === "RangeEdited" ? parseAreas(address) : undefined;
        changed({ sheetId: worksheetId, ...(areas === undefined ? {} : { areas }) });
      }),
      worksheets.onDeleted.add(async () => changed({})),
      tables.onDeleted.add(async () => changed({})),
      // A deleted table may come back by Undo.
      tables.onAdded.add(async ({ worksheetId }) => changed({ sheetId: worksheetId })),
    ];
    await context.sync();
    return async () => {
      for (const handler of handlers) handler.remove();
      await handlers[0]?.context.sync();
    };
  });
}
