import { sampleWorkbook, type SampleLanguage } from "../sample";
import { formatRange } from "./address";
import { sampleContent } from "./sample";
import { spillKey, writeXlsx } from "./xlsx-write";

/** The sample workbook as an .xlsx file; the same functions always give the same bytes. */
export async function sampleFile(
  language: SampleLanguage,
  customFunctions: readonly string[],
): Promise<Uint8Array> {
  const content = sampleContent(sampleWorkbook({ language }), "Sample.xlsx");
  // Without this Excel puts an @ before a function and shows one cell of its table. It spills when it is calculated.
  const spills = new Map(
    content.sheets.flatMap(({ name, formulas }) =>
      formulas.map(({ row, column }): [string, string] => [
        spillKey(name, row, column),
        formatRange({ row, column, rows: 1, columns: 1 }),
      ]),
    ),
  );
  return writeXlsx({ ...content, spills, modified: new Date(Date.UTC(2026, 6, 1)) }, customFunctions);
}
