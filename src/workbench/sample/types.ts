/** A workbook as plain data: what a generator or a file reader hands over, and a grid can be filled with. */
export interface PlainWorkbook {
  sheets: PlainSheet[];
  /** Name of the sheet shown first. */
  active: string;
}

export interface PlainSheet {
  name: string;
  /** Row by row from A1, every row equally long. Dates are Excel serial days; a text beginning with "=" is a formula. */
  cells: PlainCell[][];
  tables: PlainTable[];
  /** Number formats by column (from 0), for the cells below a table's header, or for the whole column without a table. */
  columnFormats: Record<number, string>;
  /** Formats of single cells; they win over the column's. */
  cellFormats: PlainCellFormat[];
  /** Widths in pixels by column (from 0). */
  columnWidths: Record<number, number>;
  frozenRows: number;
}

/** Blank is ""; an Excel error is its text, such as "#N/A", in an object of its own so that it can't be mistaken for words. */
export type PlainCell = string | number | boolean | PlainError;

export interface PlainError {
  error: "#N/A" | "#VALUE!" | "#REF!" | "#DIV/0!" | "#NUM!" | "#NAME?" | "#NULL!";
}

export interface PlainTable {
  name: string;
  /** Top left cell (from 0) of the header row. */
  row: number;
  column: number;
  /** Size with the header row. */
  rows: number;
  columns: number;
}

export interface PlainCellFormat {
  row: number;
  column: number;
  numberFormat?: string;
  bold?: boolean;
  fontSize?: number;
  fontColor?: string;
  wrap?: boolean;
}
