import type { ICellData, Nullable, Worksheet } from "@univerjs/core";
import { BooleanNumber, isTextFormat } from "@univerjs/core";
import { MAX_COLUMNS, MAX_ROWS } from "./address";
import { cleared, entries, formatsOfCells, oneFormat } from "./cellMatrices";
import { CellReader, matrixBounds } from "./cells";
import type { CellMatrix, Engine } from "./engine";
import { displayText, plainEntry, typedEntry } from "./entry";
import type { SheetFeatures } from "./features";
import { isGeneral, numberFormatOf, toFormat, toStyle } from "./formats";
import { moveCells } from "./moveCells";
import { checkSheetName } from "./rules";
import type { Move } from "./shift";
import { ModelError } from "./types";
import type {
  CellFormat,
  CellValue,
  ChangeOrigin,
  Rect,
  Sheet,
  SheetVisibility,
  WriteOptions,
} from "./types";

/** What a sheet needs from its workbook. */
export interface SheetOwner {
  readonly engine: Engine;
  sheets(): readonly Sheet[];
  sheet(id: string): Sheet | undefined;
  edited(sheet: Sheet, rect: Rect, origin: ChangeOrigin, before?: CellValue): void;
  moved(sheet: Sheet, rect: Rect, shift: "Down" | "Right" | "Up" | "Left"): void;
  refuseInsideTable(sheet: Sheet, rect: Rect, shift: Move["shift"]): void;
  features(sheetId: string): SheetFeatures;
  /** A block of cells has moved: what refers to them follows. */
  blockMoved(move: Move): void;
  /** `[@Amount]` in a table's cell gets the table's name, as Excel stores it. */
  qualify(sheetId: string, row: number, column: number, formula: string): string;
}

export class UniverSheet implements Sheet {
  constructor(
    private readonly owner: SheetOwner,
    readonly id: string,
  ) {}

  get name(): string {
    return this.worksheet.getName();
  }
  get position(): number {
    return this.engine.workbook.getSheetOrders().indexOf(this.id);
  }
  get visibility(): SheetVisibility {
    if (!this.worksheet.isSheetHidden()) return "Visible";
    return this.worksheet.getConfig().custom?.veryHidden ? "VeryHidden" : "Hidden";
  }
  get tabColor(): string {
    return this.worksheet.getTabColor() || "";
  }
  set tabColor(color: string) {
    this.run("sheet.mutation.set-tab-color", { color });
  }
  get showGridlines(): boolean {
    return this.worksheet.getConfig().showGridlines !== BooleanNumber.FALSE;
  }
  set showGridlines(show: boolean) {
    this.run("sheet.mutation.toggle-gridlines", {
      showGridlines: show ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    });
  }
  get freeze(): { rows: number; columns: number } {
    const { xSplit = 0, ySplit = 0 } = this.worksheet.getConfig().freeze ?? {};
    return { rows: Math.max(0, ySplit), columns: Math.max(0, xSplit) };
  }
  set freeze({ rows, columns }: { rows: number; columns: number }) {
    this.run("sheet.mutation.set-frozen", {
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
      ySplit: rows,
      xSplit: columns,
    });
  }

  rename(name: string): void {
    const others = this.owner.sheets().filter((sheet) => sheet.id !== this.id);
    checkSheetName(name, others);
    if (name !== this.name) this.run("sheet.command.set-worksheet-name", { name });
  }

  moveTo(position: number): void {
    const last = this.owner.sheets().length - 1;
    if (!Number.isInteger(position) || position < 0 || position > last)
      throw new ModelError("InvalidArgument", `A sheet's position is between 0 and ${last}.`);
    if (position !== this.position)
      this.run("sheet.mutation.set-worksheet-order", { fromOrder: this.position, toOrder: position });
  }

  setVisibility(visibility: SheetVisibility): void {
    const seen = this.owner.sheets().filter((sheet) => sheet.visibility === "Visible");
    if (visibility !== "Visible" && seen.length === 1 && seen[0]?.id === this.id)
      throw new ModelError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
    const config = this.worksheet.getConfig();
    config.custom = { ...config.custom, veryHidden: visibility === "VeryHidden" };
    const wasActive = this.engine.workbook.getActiveSheet(true)?.getSheetId() === this.id;
    this.run("sheet.mutation.set-worksheet-hidden", {
      hidden: visibility === "Visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    });
    if (wasActive && visibility !== "Visible") seen.find((sheet) => sheet.id !== this.id)?.activate();
  }

  activate(): void {
    this.run("sheet.operation.set-worksheet-active", {});
  }

  delete(): void {
    const others = this.owner
      .sheets()
      .filter((sheet) => sheet.visibility === "Visible" && sheet.id !== this.id);
    if (others.length === 0)
      throw new ModelError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
    if (this.engine.workbook.getActiveSheet(true)?.getSheetId() === this.id)
      (others.find((sheet) => sheet.position > this.position) ?? others[others.length - 1])?.activate();
    this.run("sheet.command.remove-sheet", {});
  }

  readValues(rect: Rect): CellValue[][] {
    return this.reader().values(rect);
  }

  readFormulas(rect: Rect): CellValue[][] {
    const reader = this.reader();
    return reader.block(rect, (row, column) => reader.formula(row, column) ?? reader.value(row, column));
  }

  readText(rect: Rect): string[][] {
    const reader = this.reader();
    return reader.block(rect, (row, column) => {
      const value = reader.value(row, column);
      return value === "" ? "" : displayText(value, this.numberFormat(reader.raw(row, column)));
    });
  }

  readNumberFormats(rect: Rect): string[][] {
    const reader = this.reader();
    return reader.block(rect, (row, column) => this.numberFormat(reader.raw(row, column)));
  }

  readFormat(row: number, column: number): CellFormat {
    return toFormat(this.engine.style(this.reader().raw(row, column)));
  }

  write(rect: Rect, cells: readonly (readonly (CellValue | null)[])[], options: WriteOptions = {}): void {
    const reader = this.reader();
    const matrix = entries(rect, cells, (value, row, column) => {
      const present = reader.raw(row, column);
      if (!options.asIs) return this.typed(value, present, row, column);
      return present != null || value !== "" ? plainEntry(value, present == null) : undefined;
    });
    const single = rect.rows === 1 && rect.columns === 1;
    const before = single ? reader.value(rect.row, rect.column) : undefined;
    this.put(rect, matrix);
    this.owner.edited(this, rect, options.by ?? "addin", before);
  }

  setNumberFormats(rect: Rect, formats: readonly (readonly (string | null)[])[]): void {
    this.putStyles(
      rect,
      entries(rect, formats, (numberFormat) => ({ s: toStyle({ numberFormat }) })),
    );
  }

  setFormat(rect: Rect, format: Partial<CellFormat>): void {
    const bounded = this.bounded(rect);
    if (bounded) this.putStyles(bounded, oneFormat(bounded, format));
  }

  setFormats(cells: ReadonlyMap<number, ReadonlyMap<number, Partial<CellFormat>>>): void {
    const matrix = formatsOfCells(cells);
    const bounds = matrixBounds(matrix);
    if (bounds) this.putStyles(bounds, matrix);
  }

  clear(rect: Rect, what: "All" | "Contents" | "Formats"): void {
    const matrix = cleared(this.worksheet.getCellMatrix().getMatrix(), rect, what);
    if (what === "Formats") {
      this.engine.setStyles(this.id, matrix);
      return;
    }
    this.put(undefined, matrix);
    this.owner.edited(this, rect, "addin");
  }

  insertCells(rect: Rect, shift: "Down" | "Right"): void {
    moveCells(this.owner, this, this.worksheet, rect, shift);
    this.owner.moved(this, rect, shift);
  }

  deleteCells(rect: Rect, shift: "Up" | "Left"): void {
    moveCells(this.owner, this, this.worksheet, rect, shift);
    this.owner.moved(this, rect, shift);
  }

  usedRange(valuesOnly = false): Rect | undefined {
    return this.reader().usedRange(valuesOnly);
  }

  columnWidth(column: number): number {
    return this.worksheet.getColumnManager().getColumnWidth(column);
  }
  rowHeight(row: number): number {
    return this.worksheet.getRowManager().getRowHeight(row);
  }
  setColumnWidth(column: number, columns: number, pixels: number): void {
    const last = Math.min(column + columns, this.worksheet.getColumnCount()) - 1;
    const range = { startRow: 0, endRow: 0, startColumn: column, endColumn: Math.max(column, last) };
    this.run("sheet.mutation.set-worksheet-col-width", { ranges: [range], colWidth: pixels });
  }
  setRowHeight(row: number, rows: number, pixels: number): void {
    const last = Math.min(row + rows, this.worksheet.getRowCount()) - 1;
    const range = { startRow: row, endRow: Math.max(row, last), startColumn: 0, endColumn: 0 };
    this.run("sheet.mutation.set-worksheet-row-height", { ranges: [range], rowHeight: pixels });
  }
  setColumnsHidden(column: number, columns: number, hidden: boolean): void {
    const last = Math.min(column + columns, this.worksheet.getColumnCount()) - 1;
    const range = { startRow: 0, endRow: 0, startColumn: column, endColumn: last };
    this.run(`sheet.mutation.set-col-${hidden ? "hidden" : "visible"}`, { ranges: [range] });
  }
  setRowsHidden(row: number, rows: number, hidden: boolean): void {
    const last = Math.min(row + rows, this.worksheet.getRowCount()) - 1;
    const range = { startRow: row, endRow: last, startColumn: 0, endColumn: 0 };
    this.run(`sheet.mutation.set-row-${hidden ? "hidden" : "visible"}`, { ranges: [range] });
  }
  columnHidden(column: number): boolean {
    return !this.worksheet.getColVisible(column);
  }
  rowHidden(row: number): boolean {
    return !this.worksheet.getRowVisible(row);
  }

  get features(): SheetFeatures {
    return this.owner.features(this.id);
  }

  spillOf(row: number, column: number): Rect | undefined {
    return this.reader().spillOf(row, column);
  }

  private get engine(): Engine {
    return this.owner.engine;
  }

  private get worksheet(): Worksheet {
    const worksheet = this.engine.worksheet(this.id);
    if (!worksheet) throw new ModelError("ItemNotFound", "The requested resource doesn't exist.");
    return worksheet;
  }

  private reader(): CellReader {
    return new CellReader(this.engine, this.worksheet);
  }

  private run(id: string, params: object): void {
    this.engine.run(id, { subUnitId: this.id, worksheetId: this.id, ...params });
  }

  private numberFormat(cell: Nullable<ICellData>): string {
    return cell == null ? "General" : numberFormatOf(this.engine.style(cell));
  }

  private typed(value: CellValue, present: Nullable<ICellData>, row: number, column: number): ICellData {
    const format = this.numberFormat(present);
    const { cell, numberFormat } = typedEntry(value, isTextFormat(format) || format === "@", present == null);
    if (cell.f?.includes("[")) cell.f = this.owner.qualify(this.id, row, column, cell.f);
    return numberFormat && isGeneral(format) ? { ...cell, s: toStyle({ numberFormat }) } : cell;
  }

  private put(rect: Rect | undefined, matrix: CellMatrix): void {
    if (rect) this.engine.ensureSize(this.worksheet, rect);
    this.engine.setCells(this.id, matrix);
  }

  private putStyles(rect: Rect, matrix: CellMatrix): void {
    this.engine.ensureSize(this.worksheet, rect);
    this.engine.setStyles(this.id, matrix);
  }

  /** A format over whole columns or rows goes to the cells in use, or to none. */
  private bounded(rect: Rect): Rect | undefined {
    if (rect.rows < MAX_ROWS && rect.columns < MAX_COLUMNS) return rect;
    const rows = rect.rows === MAX_ROWS ? this.worksheet.getRowCount() : rect.rows;
    const columns = rect.columns === MAX_COLUMNS ? this.worksheet.getColumnCount() : rect.columns;
    return { ...rect, rows: Math.max(0, rows - rect.row), columns: Math.max(0, columns - rect.column) };
  }
}
