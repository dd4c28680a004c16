import { FileError, type WorkbookContent } from "./content";
import { readCsv } from "./csv-read";
import { readXlsx } from "./xlsx-read";

/** What the file dialog offers. */
export const openable = ".csv,.tsv,.txt,.xlsx,.xlsm";

/** Reads a file by what it is, not by what it is called: an .xlsx saved as .csv still opens. */
export async function readWorkbookFile(
  bytes: Uint8Array,
  fileName: string,
  customFunctions: readonly string[] = [],
): Promise<WorkbookContent> {
  if (bytes.length === 0) throw new FileError("empty");
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isOle = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (isZip || isOle) return readXlsx(bytes, fileName, customFunctions);
  if (/\.(xlsx|xlsm|xls|xlsb|ods|pdf|docx?|png|jpe?g|zip|gif)$/i.test(fileName))
    throw new FileError("unsupported");
  return readCsv(bytes, fileName);
}
