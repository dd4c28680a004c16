import type { Chart } from "../model/chart";
import type { ConditionalFormat } from "../model/conditionalFormats";
import type { Hyperlink } from "../model/hyperlinks";
import type { PageLayout } from "../model/pageLayout";
import type { CellFormat, CellValue, CustomXmlPart, Rect } from "../model/types";

/** A workbook as a file holds it: plain data between a format (.csv, .xlsx) and the workbook model. */
export interface WorkbookContent {
  name: string;
  sheets: SheetContent[];
  names: NameContent[];
  /** What add-ins keep in the workbook: JSON texts by key. */
  settings: ReadonlyMap<string, string>;
  customXml?: readonly CustomXmlPart[];
  activeSheet: number;
}

export interface SheetContent {
  name: string;
  /** Constants and cached results, row by row; rows may be of different length, null is blank. */
  values: (CellValue | null)[][];
  formulas: FormulaContent[];
  formats: FormatContent[];
  tables: TableContent[];
  /** Widths in pixels by column; only columns that differ from the default. */
  columnWidths: ReadonlyMap<number, number>;
  freeze: { rows: number; columns: number };
  visibility: "Visible" | "Hidden" | "VeryHidden";
  features?: FeatureContent;
}

/** What a sheet has beside its cells. */
export interface FeatureContent {
  /** The sources of a chart's series name their sheet in place of its id. */
  charts: readonly Chart[];
  conditionalFormats: readonly ConditionalFormat[];
  links: readonly { row: number; column: number; link: Hyperlink }[];
  page: PageLayout;
  /** In pixels; only rows of a height of their own. */
  rowHeights: ReadonlyMap<number, number>;
  tabColor: string;
  showGridlines: boolean;
}

export interface FormulaContent {
  row: number;
  column: number;
  /** With its leading "=". */
  formula: string;
}

export interface FormatContent {
  rect: Rect;
  format: Partial<CellFormat>;
}

export interface TableContent {
  name: string;
  rect: Rect;
  style: string;
  showHeaders: boolean;
  /** What Excel gives a table and its columns, and files keep. */
  id?: string;
  columnIds?: readonly number[];
}

export interface NameContent {
  name: string;
  formula: string;
  /** The sheet a name belongs to, if not to the workbook. */
  sheet?: string;
  hidden?: boolean;
}

/** A file this workbench can't read; the message key is translated by the page. */
export class FileError extends Error {
  constructor(
    readonly reason: "unsupported" | "oldExcel" | "broken" | "protected" | "empty" | "unreachable",
    detail = "",
  ) {
    super(detail || reason);
    this.name = "FileError";
  }
}

export function emptySheet(name: string): SheetContent {
  return {
    name,
    values: [],
    formulas: [],
    formats: [],
    tables: [],
    columnWidths: new Map(),
    freeze: { rows: 0, columns: 0 },
    visibility: "Visible",
  };
}
