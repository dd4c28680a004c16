import { createContext, useContext } from "react";
import type { Notice } from "../problem-text";
import type { WorkbookState } from "../use-workbook";
import type { TabId } from "./tabs";

/** What every tab has around it. */
export interface Shell {
  readonly workbook: WorkbookState;
  /** The one message of the pane; it stays until dismissed, or until the next one. */
  readonly notice: Notice | undefined;
  tell(notice: Notice | undefined): void;
  /** Another tab, with the focus on it; for Metrics, the metric to show. */
  goTo(tab: TabId, metric?: string): void;
  /** The metric that another tab asked to show, until Metrics has shown it. */
  readonly wanted: { readonly metric: string } | undefined;
}

export const ShellContext = createContext<Shell | undefined>(undefined);

export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (shell === undefined) throw new Error("A tab stands outside the shell.");
  return shell;
}
