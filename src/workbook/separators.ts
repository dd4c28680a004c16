import { inExcel } from "./in-excel";

/**
 * What parts the arguments of a formula typed by hand. Excel does not tell, but where decimals take a comma the list
 * separator is a semicolon.
 */
export async function readListSeparator(): Promise<"," | ";"> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.11")) return ",";
  try {
    return await inExcel(async (context) => {
      const format = context.workbook.application.cultureInfo.numberFormat.load("numberDecimalSeparator");
      await context.sync();
      return format.numberDecimalSeparator === "," ? ";" : ",";
    });
  } catch {
    return ","; // only the preview's looks depend on it
  }
}
