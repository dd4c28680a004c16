import { cellChecks } from "./cells";
import { chartChecks } from "./charts";
import { runChecks, type Report } from "./check";
import { lookChecks } from "./looks";
import { sheetChecks } from "./sheets";
import { workbookChecks } from "./workbook";

export { type Report } from "./check";

export function report(): Promise<Report> {
  return runChecks([...cellChecks, ...workbookChecks, ...sheetChecks, ...lookChecks, ...chartChecks]);
}
