import type { Dataset } from "../core/records/dataset";
import type { Kind, Role } from "../core/records/roles";
import type { RepairQuestion } from "../mapping/keep/locate";
import type { Mapping } from "../mapping/mapping";
import type { WorkbookError } from "../workbook";

/**
 * The mapped records, held for the whole page: KPI cells, the pane and the reports read the same ones. They are read
 * when first asked for, stale when a mapped table changes, and read again once for a burst of edits.
 */
export interface MappedData {
  readonly state: DataState;
  /** Called after every change of `state`. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** The mapping of the workbook, with the names of today; undefined until it is loaded, and where it cannot be read. */
  readonly mapping: Mapping | undefined;
  /** What has to be asked before the mapping can be used: tables and columns that are gone. */
  readonly questions: readonly RepairQuestion[];
  /**
   * Writes the mapping, reads it back and compares; then reads the data anew. A mapping that stands in the workbook and
   * cannot be read (damaged, from a newer version) is replaced only when `replaceUnreadable` says so; otherwise the saving
   * fails as `keptUnreadable`.
   */
  saveMapping(mapping: Mapping, options?: { readonly replaceUnreadable?: boolean }): Promise<void>;
  /** The mapping that the last saving replaced: what `undo` brings back. */
  readonly former: Mapping | undefined;
  /** Saves the former mapping; a second time, the later one again. */
  undo(): Promise<void>;
  /** Reads what has changed since the last reading, at once; `state` then says how that went. */
  bringUpToDate(): Promise<void>;
  /** Reads the data anew, whether or not it has changed. */
  refresh(): Promise<void>;
  /** Stops the reading under way; what was held before stays. */
  cancel(): void;
}

export type DataState =
  | { readonly status: "loading" }
  /** There is no mapping, or none with a source. */
  | { readonly status: "unmapped" }
  | { readonly status: "reading"; readonly share: number; readonly former?: HeldData }
  | { readonly status: "ready"; readonly data: HeldData }
  | { readonly status: "failed"; readonly error: WorkbookError | MappingFault; readonly former?: HeldData };

/** A mapping that cannot be used as it stands. */
export interface MappingFault {
  readonly fault: "newerVersion" | "damaged" | "sourceGone" | "columnGone" | "unreadable";
  /** newerVersion: `version`; damaged: `where`; sourceGone: `kind`, `name`; columnGone: `kind`, `name`, `role`, `header`. */
  readonly details: Readonly<Record<string, string>>;
}

/** What was read at one time. */
export interface HeldData {
  /** Rows with the same id are all there: a question has its own rule for them. */
  readonly dataset: Dataset;
  readonly mapping: Mapping;
  /** Serial day and time of the reading, in local time. */
  readonly readAt: number;
  /** Rows of records per kind, and how many of them could not be used. */
  readonly counts: Readonly<Partial<Record<Kind, KindCounts>>>;
  /** The cell a record's row stands in; row counts as in the kind's `Records`, the column is that of the role asked for. */
  placeOf(kind: Kind, row: number, role?: Role): RecordPlace | undefined;
}

export interface KindCounts {
  readonly rows: number;
  /** Rows that are no records: totals, repeated headers … */
  readonly skipped: number;
  readonly reasons: Readonly<Record<string, number>>;
}

/** Row and column from 0. */
export interface RecordPlace {
  readonly sheet: string;
  readonly sheetId: string;
  readonly row: number;
  readonly column?: number;
}
