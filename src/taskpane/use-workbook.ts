import { useCallback, useEffect, useRef, useState } from "react";
import {
  isExcelHere,
  readListSeparator,
  readTargetCell,
  readWorkbook,
  toWorkbookError,
  watchSelection,
  type WorkbookError,
  type WorkbookView,
} from "../workbook";

export interface WorkbookState {
  readonly status: "outside" | "loading" | "ready" | "failed";
  readonly view: WorkbookView | undefined;
  readonly error: WorkbookError | undefined;
  readonly separator: "," | ";";
  /** Reads the workbook anew; answers what it found, or the former state when that failed. */
  refresh(): Promise<WorkbookView | undefined>;
}

/** Enough for a hand that runs along the arrow keys. */
const SELECTION_PAUSE = 150;

/** Tables, headers and the selected cell, kept up to date while the person works in the sheet. */
export function useWorkbook(): WorkbookState {
  const here = isExcelHere();
  const [view, setView] = useState<WorkbookView>();
  const [error, setError] = useState<WorkbookError>();
  const [separator, setSeparator] = useState<"," | ";">(",");
  const latest = useRef<WorkbookView>(undefined);
  const readings = useRef(0);

  const keep = useCallback((next: WorkbookView) => {
    latest.current = next;
    setView(next);
    setError(undefined);
  }, []);

  const refresh = useCallback(async () => {
    const reading = ++readings.current;
    try {
      const next = await readWorkbook();
      if (reading === readings.current) keep(next);
      return next;
    } catch (problem) {
      // A former view serves on: the next reading follows with the next selection.
      if (latest.current === undefined) setError(toWorkbookError(problem));
      return latest.current;
    }
  }, [keep]);

  const follow = useCallback(async () => {
    const former = latest.current;
    if (former === undefined) return void refresh();
    try {
      const target = await readTargetCell();
      if (target.sheet !== former.activeSheet) return void refresh();
      if (latest.current === former) keep({ ...former, target });
    } catch {
      if (latest.current === former) keep({ ...former, target: undefined });
    }
  }, [keep, refresh]);

  useEffect(() => {
    if (!here) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onSelection = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void follow(), SELECTION_PAUSE);
    };
    const onFocus = () => void refresh();
    void refresh();
    void readListSeparator().then(setSeparator);
    watchSelection(onSelection).catch(() => undefined); // without the event, the focus below still brings news
    window.addEventListener("focus", onFocus);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("focus", onFocus);
    };
  }, [here, follow, refresh]);

  const found = view === undefined ? "loading" : "ready";
  const status = !here ? "outside" : error ? "failed" : found;
  return { status, view, error, separator, refresh };
}
