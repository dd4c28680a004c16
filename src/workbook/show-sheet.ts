import { patiently } from "./patience";

/** Brings a sheet to the front; a hidden one is shown, as Excel activates no other. */
export function showSheet(sheetId: string): Promise<void> {
  return patiently(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId).load("visibility");
    await context.sync();
    if (sheet.visibility !== "Visible") sheet.visibility = "Visible";
    sheet.activate();
    await context.sync();
  });
}
