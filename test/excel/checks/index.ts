import { cellChecks } from "./cells";
import { runChecks, type Report } from "./check";
import { workbookChecks } from "./workbook";

export { type Report } from "./check";

export function report(): Promise<Report> {
  return runChecks([...cellChecks, ...workbookChecks]);
}
