import type { CellValue } from "../model/types";
import { emptySheet, type SheetContent } from "./content";

/**
 * Where a saved file keeps the add-in's settings: a "very hidden" sheet, which no menu of Excel shows, with one key a
 * row and its text in pieces a cell can hold. (Excel keeps them in a web-extension part, which belongs to the add-in
 * store it was installed from and means nothing here.)
 */
const sheetName = "__workbench_settings";
const pieceLength = 30_000;

export function settingsToSheet(settings: ReadonlyMap<string, string>): SheetContent {
  const values = [...settings].map(([key, text]): CellValue[] => {
    const pieces = text.match(new RegExp(`[\\s\\S]{1,${pieceLength}}`, "g")) ?? [""];
    return [key, ...pieces];
  });
  return { ...emptySheet(sheetName), values, visibility: "VeryHidden" };
}

export function isSettingsSheet(sheet: SheetContent): boolean {
  return sheet.name === sheetName && sheet.visibility === "VeryHidden";
}

export function settingsFromSheet(sheet: SheetContent): Map<string, string> {
  return new Map(
    sheet.values
      .filter((row) => typeof row[0] === "string")
      .map((row) => [
        String(row[0]),
        row
          .slice(1)
          .map((piece) => piece ?? "")
          .join(""),
      ]),
  );
}
