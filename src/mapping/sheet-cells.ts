import type { Cell } from "../core/records/cells";

/** What is known of a sheet before anything is mapped: all of a small one, the top and the bottom of a large one. */
export interface SheetCells {
  readonly name: string;
  /** Excel's id of the sheet, which a renaming leaves as it is. */
  readonly id: string;
  readonly visible: boolean;
  /** Place of the used range's first cell, from 0. */
  readonly row: number;
  readonly column: number;
  /** Size of the used range. */
  readonly rows: number;
  readonly columns: number;
  /** The rows that were read, in ascending order; a sheet that was read whole is one run. */
  readonly runs: readonly CellRun[];
  readonly tables: readonly TablePlace[];
}

/** Consecutive rows of the used range. */
export interface CellRun {
  /** Row of the sheet, from 0. */
  readonly row: number;
  readonly values: readonly (readonly Cell[])[];
  /** Number formats of the same cells, in English; missing where they were not read. They tell dates from numbers. */
  readonly formats?: readonly (readonly string[])[];
}

/** An Excel table. Rows and columns count from 0 on the sheet. */
export interface TablePlace {
  readonly id: string;
  readonly name: string;
  readonly row: number;
  readonly column: number;
  /** Header and totals row included. */
  readonly rows: number;
  readonly columns: number;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
  /** Excel's ids of the columns, which a renaming leaves as they are. */
  readonly columnIds: readonly string[];
}
