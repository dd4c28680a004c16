import type { Cell } from "../core/records/cells";

/** Where a block of records stands: an Excel table, or cells of a sheet under a header or without one. */
export interface Place {
  readonly sheet: string;
  readonly sheetId: string;
  readonly table?: { readonly id: string; readonly name: string };
  /** Row of the header on the sheet, from 0, the lower one of two; missing where the block has none. */
  readonly headerRow?: number;
  /** How many rows the header takes; missing = 1. */
  readonly headerRows?: number;
  /** First row below the header and how many rows there are, subtotals and blank rows between the records included. */
  readonly row: number;
  readonly rows: number;
  readonly column: number;
}

/** A block of records that was found, with as much of its cells as was read. */
export interface Block {
  readonly place: Place;
  readonly visible: boolean;
  readonly columns: readonly BlockColumn[];
  /** Rows of the sheet that the reading leaves out, and why. */
  readonly skipped: readonly SkippedRow[];
}

export interface BlockColumn {
  /** "" where the block has no header, or the column has none. Two header rows are joined by a space where needed. */
  readonly header: string;
  /** Excel's id of a table's column. */
  readonly id?: string;
  /** The cells of the records that were read, without skipped rows; blanks included, as Excel hands them over. */
  readonly cells: readonly Cell[];
  /** The number format that most of its filled cells have. */
  readonly format?: string;
}

export interface SkippedRow {
  readonly row: number;
  readonly why: "title" | "subtotal" | "totals" | "repeatedHeader" | "remark";
}

/** Cells that look like data and cannot be read as records: why, and what would help. */
export interface RefusedBlock {
  readonly sheet: string;
  /** Of the cells it is about, from 0. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly reason: RefusalReason;
}

export function isRefused(found: Block | RefusedBlock): found is RefusedBlock {
  return "reason" in found;
}

/** Each has a sentence in the pane that names the reason and what to do. */
export type RefusalReason =
  /** A period or a category for each column: months across, stages across. */
  | "wideMatrix"
  /** The output of a pivot table, with its headings in several rows. */
  | "pivot"
  /** Several small tables one below the other. */
  | "stackedBlocks"
  /** Every record takes several rows or cells, as on a form. */
  | "form"
  | "tooWide"
  | "noRecords";
