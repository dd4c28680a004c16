import type { RefreshOutcome, Reports } from "../refresh/reports";
import { refreshReports } from "./refresh-reports";

/** Ribbon buttons of the manifest that run a function. `tell` shows the outcome in the pane. */
export function registerCommands(reports: Reports, tell: (outcome: RefreshOutcome) => void): void {
  Office.actions.associate("refreshReports", async (event: Office.AddinCommands.Event) => {
    try {
      tell(await refreshReports(reports));
    } finally {
      event.completed(); // or the button stays grey
    }
  });
}
