import type { Kind } from "../core/records/roles";

/** The sheets of a report, in the order of their tabs. */
export const REPORT_SHEETS = [
  "overview",
  "performance",
  "pipeline",
  "leads",
  "activity",
  "team",
  "customers",
  "quality",
] as const;
export type SheetId = (typeof REPORT_SHEETS)[number];

/**
 * A report sheet as plain data: what stands in each cell and how it looks, its charts, tables and formats. Rows and
 * columns count from 0 at the sheet's first cell; nothing here knows Excel.
 */
export interface SheetPlan {
  readonly id: SheetId;
  /** What the sheet is called when it is first made, in the reader's language. */
  readonly name: string;
  /** What it is called where a sheet of the workbook has that name. */
  readonly otherName: string;
  /** Rows of equal length; a missing cell is blank and is cleared. */
  readonly cells: readonly (readonly (PlannedCell | undefined)[])[];
  /** Widths in characters, for a sheet that is made anew. */
  readonly widths: readonly number[];
  readonly charts: readonly PlannedChart[];
  readonly formats: readonly PlannedFormat[];
  /** Rows that stay in sight, and are repeated on every printed page. */
  readonly headRows: number;
  /** Rows before which a new page begins in print, so that no chart and no head of a table is torn. */
  readonly breaks: readonly number[];
  readonly landscape: boolean;
  /** Nothing but what is missing. */
  readonly tellsNothing?: true;
}

/** Text is always shown as it stands: one that begins with "=" is no formula. */
export interface PlannedCell {
  readonly value: string | number;
  readonly look: Look;
  /** Number format, in English. */
  readonly format?: string;
  readonly link?: CellLink;
  /** The metric that this cell's row defines: links to its definition lead here. */
  readonly defines?: string;
}

/** Where a cell leads: a metric's definition below on the same sheet, another sheet of the report, or a record's row. */
export type CellLink =
  | { readonly to: "definition"; readonly metric: string }
  | { readonly to: "sheet"; readonly sheet: SheetId }
  | { readonly to: "record"; readonly kind: Kind; readonly row: number };

/** How cells look; `src/workbook` knows what each is made of. One accent colour, three sizes, no borders but hairlines. */
export const LOOKS = [
  /** The sheet's name in large type. */
  "title",
  /** Period, rows, time of refreshing. */
  "subtitle",
  /** The question that a part answers. */
  "heading",
  /** The answer in a sentence, under its heading. */
  "message",
  /** Heads of columns, with a hairline below; numbers have theirs on the right. */
  "head",
  "headNumber",
  "label",
  "text",
  /** Text that takes several lines where it is long. */
  "wrapped",
  "number",
  /** A headline number. */
  "big",
  /** The previous period's number: same format, grey. */
  "former",
  /** A small sample, or a dash with its reason. */
  "weak",
  /** A change for the better, for the worse, or none that is clear. */
  "better",
  "worse",
  "unclear",
  /** A line of bars, of text. */
  "trend",
  /** A sum, with a hairline above. */
  "totalLabel",
  "total",
  "note",
] as const;
export type Look = (typeof LOOKS)[number];

/** Cells of a sheet, from 0. */
export interface PlannedArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface PlannedChart {
  /** Stays the same from refresh to refresh. */
  readonly id: string;
  readonly type: "column" | "bar" | "line" | "stackedColumn";
  /** The message of the chart, for those too who cannot see it: Office.js has no other text for them. */
  readonly title: string;
  /** Cells with the names along the axis. */
  readonly categories: PlannedArea;
  readonly series: readonly PlannedSeries[];
  readonly format: string;
  /** Cells that the chart covers. */
  readonly place: PlannedArea;
}

export interface PlannedSeries {
  readonly name: string;
  readonly values: PlannedArea;
  /** Actual is solid, the former light, a target a line. */
  readonly look: "actual" | "former" | "target";
}

/** Excel's own way of showing size within cells. */
export interface PlannedFormat {
  readonly type: "dataBar" | "colourScale";
  readonly area: PlannedArea;
}
