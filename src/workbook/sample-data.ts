import { toWorkbookError, WorkbookError } from "./errors";

/** Whether Excel can open a second workbook for the sample. */
export function canOpenSampleData(): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", "1.8");
}

/** Opens the sample workbook, one of the add-in's own files, as a new workbook; this one stays as it is. */
export async function openSampleData(): Promise<void> {
  if (!canOpenSampleData()) throw new WorkbookError("unsupported");
  try {
    const answer = await fetch("assets/sample.xlsx");
    if (!answer.ok) throw new Error(`sample.xlsx: ${answer.status}`);
    await Excel.createWorkbook(base64Of(new Uint8Array(await answer.arrayBuffer())));
  } catch (error) {
    throw toWorkbookError(error);
  }
}

/** In pieces, as a function takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}
