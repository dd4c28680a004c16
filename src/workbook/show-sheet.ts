import { patiently } from "./patience";

/** Brings a sheet to the front, its first cell in sight. */
export function showSheet(sheetId: string): Promise<void> {
  return patiently(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    sheet.activate();
    await context.sync();
  });
}
