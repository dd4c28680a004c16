import type { Cell } from "../../core/records/cells";

/** The tables and sheets of the workbook as they are now: where a mapping is found again. Rows and columns from 0. */
export interface WorkbookShape {
  readonly sheets: readonly SheetShape[];
  readonly tables: readonly TableShape[];
}

export interface SheetShape {
  readonly id: string;
  readonly name: string;
  /** The used range; without rows where the sheet is empty. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Its first rows, where a mapped range stands on the sheet. */
  readonly top: readonly (readonly Cell[])[];
}

export interface TableShape {
  readonly id: string;
  readonly name: string;
  readonly sheet: string;
  readonly sheetId: string;
  /** The cells of the records: without header and totals row. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: readonly { readonly id: string; readonly header: string }[];
}
