import { toWorkbookError, WorkbookError } from "./errors";

/** Runs a batch against the workbook; every failure comes out as a `WorkbookError`. */
export async function inExcel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  if (!isExcelHere()) throw new WorkbookError("outsideExcel");
  try {
    return await Excel.run(batch);
  } catch (error) {
    throw toWorkbookError(error);
  }
}

let excelIsHere = false;

export function isExcelHere(): boolean {
  return excelIsHere;
}

/** Office.js is loaded in any browser tab; only its answer tells whether Excel is behind it. */
export function setExcelHere(here: boolean): void {
  excelIsHere = here;
}
