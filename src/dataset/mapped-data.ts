import type { Dataset } from "../core/records/dataset";
import type { Kind } from "../core/records/roles";
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
  /** The mapping of the workbook; undefined until it is loaded. */
  readonly mapping: Mapping | undefined;
  /** Writes the mapping, reads it back and compares; then reads the data anew. */
  saveMapping(mapping: Mapping): Promise<void>;
  /** Reads the data anew, whether or not it has changed. */
  refresh(): Promise<void>;
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
  readonly details: Readonly<Record<string, string>>;
}

/** What was read at one time. */
export interface HeldData {
  readonly dataset: Dataset;
  readonly mapping: Mapping;
  /** Serial day and time of the reading, in local time. */
  readonly readAt: number;
  /** Rows of records per kind, and how many of them could not be used. */
  readonly counts: Readonly<Partial<Record<Kind, { readonly rows: number; readonly skipped: number }>>>;
  /** The cell a record's row stands in; row counts as in the kind's `Records`. */
  placeOf(kind: Kind, row: number): { readonly sheet: string; readonly row: number } | undefined;
}
