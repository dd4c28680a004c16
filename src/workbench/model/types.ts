/**
 * The workbook of the workbench: one model behind the Office.js host and behind the grid a person types into.
 * It is built over Univer (headless, or the instance the grid draws), and nothing here mentions Univer.
 *
 *   const model = createHeadlessModel();                 // Node, jest          (./headless)
 *   const model = createWorkbookModel(univer);           // over the grid's own Univer instance (./workbook)
 *
 * Conventions: rows and columns are zero-based; a `Rect` is always inside Excel's 1,048,576 × 16,384 grid; blank
 * cells read as ""; errors read as their text ("#N/A"); dates are serial numbers. Writes are synchronous;
 * formulas settle afterwards (`calculated`, `idle`). Whatever Excel would refuse throws a `ModelError`.
 */

import type { FeatureKind, SheetFeatures } from "./features";
import type { Move } from "./shift";

/** What a cell holds. Blank is "", an error is its text, a date is its serial. */
export type CellValue = string | number | boolean;

/** One-based addresses are for people; the model counts from zero. */
export interface Rect {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export type SheetVisibility = "Visible" | "Hidden" | "VeryHidden";

export interface BorderLine {
  style: "Continuous" | "Dash" | "DashDot" | "DashDotDot" | "Dot" | "Double" | "None";
  weight: "Hairline" | "Thin" | "Medium" | "Thick";
  /** "#RRGGBB" */
  color: string;
}
export type BorderSide = "top" | "bottom" | "left" | "right";

/** Colours are "#RRGGBB"; an empty `fillColor` is no fill. */
export interface CellFormat {
  numberFormat: string;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  strikethrough: boolean;
  fontName: string;
  fontSize: number;
  fontColor: string;
  fillColor: string;
  horizontalAlignment: "General" | "Left" | "Center" | "Right";
  verticalAlignment: "Top" | "Center" | "Bottom";
  wrapText: boolean;
  borders: Partial<Record<BorderSide, BorderLine>>;
}

export interface Sheet {
  readonly id: string;
  readonly name: string;
  /** Place among the tabs, from 0. */
  readonly position: number;
  readonly visibility: SheetVisibility;
  tabColor: string;
  showGridlines: boolean;

  rename(name: string): void;
  moveTo(position: number): void;
  setVisibility(visibility: SheetVisibility): void;
  activate(): void;
  delete(): void;

  /** Values as Excel hands them over, computed and spilled results included. */
  readValues(rect: Rect): CellValue[][];
  /** The formula as typed, else the constant; cells a formula spilled into read as their values. */
  readFormulas(rect: Rect): CellValue[][];
  /** What the cell shows: the value through its number format. */
  readText(rect: Rect): string[][];
  readNumberFormats(rect: Rect): string[][];
  readFormat(row: number, column: number): CellFormat;

  /**
   * Writes a block, one entry a cell (size must match, else InvalidArgument). A text beginning with "=" is a formula,
   * one beginning with "'" is that text without the quote; null leaves the cell as it is; "" empties it. Texts
   * that look like numbers, percentages, dates or booleans become them, as when typed, unless the cell is formatted "@".
   * With `asIs`, texts stay texts and nothing becomes a formula (files, tables of data): also the fastest.
   */
  write(rect: Rect, cells: readonly (readonly (CellValue | null)[])[], options?: WriteOptions): void;
  setNumberFormats(rect: Rect, formats: readonly (readonly (string | null)[])[]): void;
  /** One format over a whole rectangle; only the members given change. */
  setFormat(rect: Rect, format: Partial<CellFormat>): void;
  /** A format for each cell, by row and column. */
  setFormats(cells: ReadonlyMap<number, ReadonlyMap<number, Partial<CellFormat>>>): void;
  clear(rect: Rect, what: "All" | "Contents" | "Formats"): void;
  /** Cells move to make or take room, as Excel's Range.insert and Range.delete do. */
  insertCells(rect: Rect, shift: "Down" | "Right"): void;
  deleteCells(rect: Rect, shift: "Up" | "Left"): void;

  /** Smallest rectangle with every value (and, unless `valuesOnly`, every format); undefined on an empty sheet. */
  usedRange(valuesOnly?: boolean): Rect | undefined;
  /** Width and height in pixels. */
  columnWidth(column: number): number;
  rowHeight(row: number): number;
  setColumnWidth(column: number, columns: number, pixels: number): void;
  setRowHeight(row: number, rows: number, pixels: number): void;
  setColumnsHidden(column: number, columns: number, hidden: boolean): void;
  setRowsHidden(row: number, rows: number, hidden: boolean): void;
  columnHidden(column: number): boolean;
  rowHidden(row: number): boolean;
  /** Rows and columns that stay while scrolling; both 0 for none. */
  freeze: { rows: number; columns: number };
  /** Charts, conditional formats, links, the way of printing. */
  readonly features: SheetFeatures;
  /** The rectangle a formula in this cell fills with its results, its own cell included; undefined if it does not spill. */
  spillOf(row: number, column: number): Rect | undefined;
}

export interface WriteOptions {
  asIs?: boolean;
  /** Who writes; goes into the event. Default "addin". */
  by?: ChangeOrigin;
}

export interface TableColumn {
  readonly id: number;
  readonly name: string;
}

export interface Table {
  readonly id: string;
  readonly name: string;
  readonly sheet: Sheet;
  /** Header, body and totals together. */
  readonly range: Rect;
  readonly headerRange: Rect | undefined;
  readonly bodyRange: Rect;
  readonly columns: readonly TableColumn[];
  style: string;
  showHeaders: boolean;
  showFilterButton: boolean;
  showBandedRows: boolean;

  rename(name: string): void;
  renameColumn(index: number, name: string): void;
  resize(range: Rect): void;
  /** Inserts blank rows before body row `index` (at the end when undefined); cells below the table move down. */
  addRows(index: number | undefined, count: number): void;
  deleteRows(index: number, count: number): void;
  addColumn(index: number | undefined, name?: string): void;
  deleteColumn(index: number): void;
  /** Removes the table and its cells. */
  delete(): void;
  /** Keeps the cells, drops the table. */
  convertToRange(): void;
}

export interface NewTable {
  sheet: Sheet;
  range: Rect;
  hasHeaders: boolean;
  name?: string;
  style?: string;
  /** As a file kept them. */
  id?: string;
  columnIds?: readonly number[];
}

export interface DefinedName {
  readonly name: string;
  /** Undefined for a name of the workbook, else the sheet it belongs to. */
  readonly sheetId: string | undefined;
  /** "=Deals!$A$1:$B$5", "=0.19" … */
  formula: string;
  visible: boolean;
  comment: string;
  delete(): void;
}

export interface Selection {
  sheet: Sheet;
  /** The areas; the last one is the active one. */
  areas: readonly Rect[];
  /** The active cell. */
  row: number;
  column: number;
}

/** XML that add-ins keep in the workbook, out of sight of people. */
export interface CustomXmlPart {
  /** "{GUID}", which the file keeps. */
  readonly id: string;
  readonly xml: string;
}

export type ChangeOrigin = "person" | "addin";

export interface WorkbookEvents {
  /** Cells edited (not recalculated). `before` and `after` only when one cell changed. */
  changed: {
    sheet: Sheet;
    range: Rect;
    changeType:
      | "RangeEdited"
      | "RowInserted"
      | "RowDeleted"
      | "ColumnInserted"
      | "ColumnDeleted"
      | "CellInserted"
      | "CellDeleted";
    origin: ChangeOrigin;
    before?: CellValue;
    after?: CellValue;
  };
  /** Cells came or went: what lies beyond them stands elsewhere now. */
  cellsMoved: Move;
  /** An edit that touched a table. */
  tableChanged: WorkbookEvents["changed"] & { table: Table };
  tableAdded: { table: Table };
  tableDeleted: { id: string; name: string; sheetId: string };
  selectionChanged: Selection;
  sheetAdded: { sheet: Sheet };
  sheetActivated: { sheet: Sheet };
  sheetDeactivated: { sheet: Sheet };
  sheetDeleted: { id: string; name: string };
  sheetRenamed: { sheet: Sheet; before: string; after: string };
  settingsChanged: undefined;
  customXmlChanged: undefined;
  /** Charts, conditional formats, links or the print set-up of a sheet changed. */
  featuresChanged: { sheet: Sheet; what: FeatureKind };
  /** A calculation round ended. */
  calculated: undefined;
}

export interface WorkbookModel {
  name: string;
  readonly uses1904Dates: boolean;

  /** In the order of the tabs. */
  sheets(): readonly Sheet[];
  /** By id or, without regard to case, by name. */
  sheet(idOrName: string): Sheet | undefined;
  activeSheet(): Sheet;
  /** At the end; named "Sheet<n>" when no name is given. Does not activate it. */
  addSheet(name?: string): Sheet;

  tables(): readonly Table[];
  table(idOrName: string): Table | undefined;
  addTable(table: NewTable): Table;

  names(): readonly DefinedName[];
  /** A name of the workbook, or of the sheet when `sheetId` is given. */
  definedName(name: string, sheetId?: string): DefinedName | undefined;
  addName(name: string, formula: string, sheetId?: string): DefinedName;

  /** What the add-in keeps in the workbook. Values are JSON texts. */
  readonly settings: ReadonlyMap<string, string>;
  replaceSettings(settings: ReadonlyMap<string, string>): void;
  readonly customXmlParts: readonly CustomXmlPart[];
  replaceCustomXmlParts(parts: readonly CustomXmlPart[]): void;

  selection(): Selection;
  /** The last of several areas is the active one. */
  select(sheet: Sheet, areas: Rect | readonly Rect[]): void;

  on<E extends keyof WorkbookEvents>(event: E, listener: (e: WorkbookEvents[E]) => void): () => void;

  /** The add-in's functions, as its functions.json declares them. Replaces those set before; adds help and autocomplete. */
  setCustomFunctions(functions: CustomFunctions, call: CallCustomFunction): void;
  /** The message behind an error ("Status and amount differ in length…"), if the cell holds an error that has one. */
  errorMessage(sheet: Sheet, row: number, column: number): string | undefined;

  /** What a person did before can no longer be taken back. */
  forgetUndo(): void;

  /** Calculates everything again, custom functions included. */
  recalculate(): void;
  /** The engine's own formulas have settled; custom functions may still show #BUSY!. */
  calculated(): Promise<void>;
  /** Everything has settled: no formula is being calculated and no custom function is awaited. */
  idle(): Promise<void>;
  dispose(): void;
}

/** functions.json as Excel reads it, with the namespace from the manifest. */
export interface CustomFunctions {
  namespace: string;
  functions: readonly CustomFunctionMetadata[];
  allowErrorForDataTypeAny?: boolean;
  allowCustomDataForDataTypeAny?: boolean;
}

export interface CustomFunctionMetadata {
  id: string;
  name: string;
  description?: string;
  helpUrl?: string;
  parameters: readonly CustomFunctionParameter[];
  result?: { type?: string; dimensionality?: "scalar" | "matrix" };
  options?: { stream?: boolean; cancelable?: boolean; volatile?: boolean; requiresAddress?: boolean };
}

export interface CustomFunctionParameter {
  name: string;
  description?: string;
  type?: string;
  dimensionality?: "scalar" | "matrix";
  optional?: boolean;
  repeating?: boolean;
}

export interface CustomFunctionInvocation {
  /** Upper-case id, without the namespace. */
  id: string;
  /**
   * As Excel hands them over: 2-D arrays for matrix parameters, null for what was left out, "" for blank cells, and
   * `{ type: "CustomFunctionError", code }` for cells with errors where the function accepts them. Blank rows below
   * the sheet's used range are left out when every long range of the call ends in the same row.
   */
  args: readonly unknown[];
  /** The calling cell: "Sheet1!B2". */
  address: string;
  stream: boolean;
  cancelable: boolean;
}

export type CustomFunctionResult =
  { ok: true; value: unknown } | { ok: false; code: string; message?: string };

/** Answers through `deliver` (a streaming function many times). Returns what to do when the result is no longer wanted. */
export type CallCustomFunction = (
  invocation: CustomFunctionInvocation,
  deliver: (result: CustomFunctionResult) => void,
) => () => void;

/** A refusal with Excel's own error code ("InvalidArgument", "ItemAlreadyExists", "ItemNotFound", …). */
export class ModelError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "ModelError";
  }
}
