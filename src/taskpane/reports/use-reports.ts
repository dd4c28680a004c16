import { createContext, useContext, useEffect, useSyncExternalStore } from "react";
import { defaultReportSettings } from "../../refresh/report-settings";
import type { Reports, ReportsState } from "../../refresh/reports";

/** The reports of the workbook; missing outside of Excel. */
export const ReportsContext = createContext<Reports | undefined>(undefined);

/** Follows the reports as they are refreshed; looks which there are when the tab is first seen. */
export function useReports(): { readonly reports: Reports | undefined; readonly state: ReportsState } {
  const reports = useContext(ReportsContext);
  useEffect(() => void reports?.look(), [reports]);
  const state = useSyncExternalStore(
    (changed) => reports?.subscribe(changed) ?? (() => undefined),
    () => reports?.state ?? OUTSIDE,
  );
  return { reports, state };
}

const OUTSIDE: ReportsState = {
  status: "loading",
  settings: defaultReportSettings,
  sheets: new Map(),
  log: [],
};
