import { showPane, toWorkbookError, type WorkbookError } from "../workbook";

export type RefreshOutcome =
  { readonly outcome: "noReports" } | { readonly outcome: "failed"; readonly error: WorkbookError };

/** There is no report in this version: the pane comes forward and says so. */
export async function refreshReports(): Promise<RefreshOutcome> {
  try {
    await showPane();
    return { outcome: "noReports" };
  } catch (error) {
    return { outcome: "failed", error: toWorkbookError(error) };
  }
}
