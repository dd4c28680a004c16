import type { RefreshOutcome, Reports } from "../refresh/reports";
import { showPane, toWorkbookError } from "../workbook";

/** Refreshes the reports without opening the pane; only what a person has to see brings it forward. */
export async function refreshReports(reports: Reports): Promise<RefreshOutcome> {
  const outcome = await reports.refresh();
  if (outcome.is !== "unmapped" && outcome.is !== "failed") return outcome;
  try {
    await showPane();
    return outcome;
  } catch (error) {
    return { is: "failed", error: toWorkbookError(error) };
  }
}
