import type { MappingFault } from "../dataset/mapped-data";
import type { SheetId } from "../reports/plan";
import type { LogEntry } from "../reports/registry";
import type { WorkbookError } from "../workbook";
import type { FilterFault } from "./filter-choices";
import type { ReportSettings } from "./report-settings";

/** The reports of the workbook that this page belongs to: pane, ribbon and automatic refreshes share it. */
export interface Reports {
  readonly state: ReportsState;
  /** Called after every change of `state`. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Looks which reports there are, and loads what was asked of them; again with every call. */
  look(): Promise<void>;
  /** The workbook was opened: the reports are refreshed where the person chose so. */
  opened(): Promise<void>;
  /** Keeps what is asked of the reports; the next refresh asks it. */
  keep(settings: ReportSettings): Promise<void>;
  /** Brings all sheets asked for up to date; makes those that are not there, deleted ones only where `remake` names them. */
  refresh(options?: { readonly remake?: readonly SheetId[] }): Promise<RefreshOutcome>;
  /** Stops the refresh under way: the former report stays. */
  cancel(): void;
}

export interface ReportsState {
  readonly status: "loading" | "ready" | "failed";
  /** Why it could not be looked. */
  readonly problem?: WorkbookError;
  readonly settings: ReportSettings;
  readonly sheets: ReadonlyMap<SheetId, ReportSheet>;
  /** Newest first. */
  readonly log: readonly LogEntry[];
  readonly progress?: RefreshProgress;
  /** How the last refresh of this page went. */
  readonly outcome?: RefreshOutcome;
}

export type ReportSheet =
  { readonly is: "there"; readonly name: string; readonly sheetId: string } | { readonly is: "deleted" };

export interface RefreshProgress {
  readonly step: "reading" | "planning" | "writing" | "restoring";
  /** Of the whole refresh, 0 … 1. */
  readonly share: number;
  /** The name of the sheet that is being worked on. */
  readonly sheet?: string;
  readonly isStopping?: boolean;
}

export type RefreshOutcome =
  | {
      readonly is: "done";
      /** Serial day and time. */
      readonly at: number;
      readonly milliseconds: number;
      readonly rows: { readonly used: number; readonly skipped: number };
      readonly sheets: number;
      /** Sheets that were asked for and not made, as nothing that is mapped has anything to tell on them. */
      readonly leftOut: readonly SheetId[];
    }
  | { readonly is: "cancelled" }
  /** No table is mapped. */
  | { readonly is: "unmapped" }
  | { readonly is: "failed"; readonly error: WorkbookError | MappingFault | FilterFault };
