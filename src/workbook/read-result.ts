import { inExcel } from "./in-excel";
import type { CellPlace } from "./source";

/** What a cell shows once it is calculated. */
export type ShownResult =
  | { readonly shows: "value"; readonly text: string }
  | { readonly shows: "error"; readonly text: string }
  /** Still calculating when patience ended. */
  | { readonly shows: "nothing" };

/** Pauses between looks, in milliseconds: custom functions answer after the write has come back. */
const PAUSES = [60, 120, 250, 500, 1000, 1500, 2000];

export async function readResult(place: CellPlace): Promise<ShownResult> {
  for (const pause of PAUSES) {
    await new Promise((done) => setTimeout(done, pause));
    const result = await lookAt(place);
    if (result.shows !== "nothing") return result;
  }
  return { shows: "nothing" };
}

function lookAt({ sheet, row, column }: CellPlace): Promise<ShownResult> {
  return inExcel(async (context) => {
    const cell = context.workbook.worksheets.getItem(sheet).getCell(row, column);
    cell.load("text,values,valueTypes");
    await context.sync();
    const value: unknown = cell.values[0]?.[0];
    if (value === "" || BUSY.has(String(value))) return { shows: "nothing" };
    const isError = cell.valueTypes[0]?.[0] === "Error";
    return { shows: isError ? "error" : "value", text: isError ? String(value) : String(cell.text[0]?.[0]) };
  });
}

const BUSY: ReadonlySet<string> = new Set(["#BUSY!", "#GETTING_DATA", "#CONNECT!"]);
