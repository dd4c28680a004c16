import { refreshReports } from "./refresh-reports";

/** Ribbon buttons of the manifest that run a function. `tell` shows the outcome in the pane. */
export function registerCommands(tell: (outcome: CommandOutcome) => void): void {
  Office.actions.associate("refreshReports", async (event: Office.AddinCommands.Event) => {
    try {
      tell(await refreshReports());
    } finally {
      event.completed(); // or the button stays grey
    }
  });
}

export type CommandOutcome = Awaited<ReturnType<typeof refreshReports>>;
