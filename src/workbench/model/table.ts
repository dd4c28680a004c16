import { TableManager } from "@univerjs/sheets-table";
import { fromRange, toRange } from "./cells";
import type { ColumnIds } from "./columnIds";
import type { Engine } from "./engine";
import { ModelError } from "./types";
import type { Rect, Sheet, Table, TableColumn } from "./types";

type UniverTable = NonNullable<ReturnType<TableManager["getTableById"]>>;

/** What a table needs from its workbook. */
export interface TableOwner {
  readonly engine: Engine;
  sheet(id: string): Sheet | undefined;
  tables(): readonly Table[];
  checkTableName(name: string, table?: Table): void;
  /** The shape or a name changed: formulas that mention the table must be read again. */
  tableChanged(table: Table): void;
  editedByTable(sheet: Sheet, rect: Rect): void;
  moveBlock(sheet: Sheet, rect: Rect, shift: "Down" | "Right" | "Up" | "Left"): void;
  forgetTable(table: Table): void;
}

/** What Univer's table does not keep. */
export interface TableState {
  sheetId: string | undefined;
  columnIds: ColumnIds;
  showFilterButton: boolean;
  showBandedRows: boolean;
  style: string;
}

export class UniverTableView implements Table {
  constructor(
    private readonly owner: TableOwner,
    readonly id: string,
    private readonly state: TableState,
  ) {}

  get name(): string {
    return this.table.getDisplayName();
  }
  get sheet(): Sheet {
    const sheet = this.owner.sheet(this.table.getSubunitId());
    if (!sheet) throw new ModelError("ItemNotFound", "The requested resource doesn't exist.");
    return sheet;
  }
  get range(): Rect {
    return fromRange(this.table.getRange());
  }
  get headerRange(): Rect | undefined {
    return this.showHeaders ? { ...this.range, rows: 1 } : undefined;
  }
  get bodyRange(): Rect {
    const { range } = this;
    const header = this.showHeaders ? 1 : 0;
    return { ...range, row: range.row + header, rows: range.rows - header };
  }
  get columns(): readonly TableColumn[] {
    const { range } = this;
    const names = this.showHeaders ? (this.sheet.readText({ ...range, rows: 1 })[0] ?? []) : [];
    return this.state.columnIds
      .of(range)
      .map((id, index) => ({ id, name: names[index] || `Column${index + 1}` }));
  }
  get showHeaders(): boolean {
    return this.table.isShowHeader();
  }
  set showHeaders(show: boolean) {
    if (show !== this.showHeaders)
      throw new ModelError("NotImplemented", "Showing or hiding a table's header row is not imitated.");
  }
  get style(): string {
    return this.state.style;
  }
  set style(style: string) {
    this.state.style = style;
  }
  get showFilterButton(): boolean {
    return this.state.showFilterButton;
  }
  set showFilterButton(show: boolean) {
    this.state.showFilterButton = show;
  }
  get showBandedRows(): boolean {
    return this.state.showBandedRows;
  }
  set showBandedRows(show: boolean) {
    this.state.showBandedRows = show;
  }

  rename(name: string): void {
    if (name === this.name) return;
    this.owner.checkTableName(name, this);
    const before = this.name;
    this.configure({ name });
    this.owner.engine.asOwn(() => renameInFormulas(this.owner, before, name));
    this.owner.tableChanged(this);
  }

  renameColumn(index: number, name: string): void {
    const { range } = this;
    if (index < 0 || index >= range.columns) throw notFound();
    this.sheet.write({ row: range.row, column: range.column + index, rows: 1, columns: 1 }, [[name]], {
      asIs: true,
    });
  }

  resize(range: Rect): void {
    const now = this.range;
    const overlaps = this.owner
      .tables()
      .some((other) => other.id !== this.id && overlap(other, this.sheet, range));
    if (range.row !== now.row || range.rows < 2 || overlaps || !touches(range, now))
      throw new ModelError(
        "InvalidArgument",
        "The argument is invalid or missing or has an incorrect format.",
      );
    this.setRange(range);
    this.fillHeaders();
  }

  addRows(index: number | undefined, count: number): void {
    const { bodyRange: body, range } = this;
    const at = index ?? body.rows;
    if (at < 0 || at > body.rows) throw notFound();
    this.owner.moveBlock(this.sheet, { ...body, row: body.row + at, rows: count }, "Down");
    this.setRange({ ...range, rows: range.rows + count });
    this.owner.editedByTable(this.sheet, { ...body, row: body.row + at, rows: count });
  }

  deleteRows(index: number, count: number): void {
    const { bodyRange: body, range } = this;
    if (index < 0 || index + count > body.rows) throw notFound();
    // A table keeps at least one row: deleting the last one empties it.
    const removed = Math.min(count, body.rows - 1);
    const rect = { ...body, row: body.row + index, rows: count };
    if (removed < count)
      this.sheet.clear({ ...rect, row: rect.row + removed, rows: count - removed }, "Contents");
    if (removed > 0) {
      this.owner.moveBlock(this.sheet, { ...rect, rows: removed }, "Up");
      this.setRange({ ...range, rows: range.rows - removed });
    }
    this.owner.editedByTable(this.sheet, rect);
  }

  addColumn(index: number | undefined, name?: string): void {
    const { range } = this;
    const at = index ?? range.columns;
    if (at < 0 || at > range.columns) throw notFound();
    this.state.columnIds.of(range);
    this.state.columnIds.inserted(range.column + at, 1);
    this.owner.moveBlock(this.sheet, { ...range, column: range.column + at, columns: 1 }, "Right");
    this.setRange({ ...range, columns: range.columns + 1 });
    if (name !== undefined) this.renameColumn(at, name);
    this.fillHeaders();
  }

  deleteColumn(index: number): void {
    const { range } = this;
    if (index < 0 || index >= range.columns || range.columns === 1) throw notFound();
    this.state.columnIds.of(range);
    this.state.columnIds.deleted(range.column + index, 1);
    this.owner.moveBlock(this.sheet, { ...range, column: range.column + index, columns: 1 }, "Left");
    this.setRange({ ...range, columns: range.columns - 1 });
    this.owner.editedByTable(this.sheet, { ...range, column: range.column + index, columns: 1 });
  }

  delete(): void {
    const { sheet, range } = this;
    this.convertToRange();
    sheet.clear(range, "All");
  }

  convertToRange(): void {
    const { sheet } = this;
    this.owner.forgetTable(this);
    this.owner.engine.run("sheet.mutation.delete-table", { subUnitId: sheet.id, tableId: this.id });
  }

  /** The cells it stands on have moved. */
  follow(range: Rect): void {
    this.setRange(range);
  }

  /** Headers are texts, never blank and never twice the same (Column1, Name2 …), as Excel keeps them. */
  fillHeaders(): void {
    const { headerRange } = this;
    if (!headerRange) return;
    const present = this.sheet.readText(headerRange)[0] ?? [];
    const names = uniqueHeaders(present);
    const values = this.sheet.readValues(headerRange)[0] ?? [];
    if (names.some((name, index) => name !== values[index]))
      this.owner.engine.asOwn(() => this.sheet.write(headerRange, [names], { asIs: true }));
    this.owner.tableChanged(this);
  }

  private get table(): UniverTable {
    const table = this.owner.engine.injector
      .get(TableManager)
      .getTableById(this.owner.engine.unitId, this.id);
    if (!table) throw notFound();
    return table;
  }

  private setRange(range: Rect): void {
    this.owner.engine.ensureSize(
      this.owner.engine.workbook.getSheetBySheetId(this.sheet.id) ??
        this.owner.engine.workbook.ensureActiveSheet(),
      range,
    );
    this.configure({ updateRange: { newRange: toRange(range) } });
    this.owner.tableChanged(this);
  }

  private configure(config: object): void {
    this.owner.engine.run("sheet.mutation.set-sheet-table", {
      subUnitId: this.table.getSubunitId(),
      tableId: this.id,
      config,
    });
  }
}

export function uniqueHeaders(present: readonly string[]): string[] {
  const taken = new Set<string>();
  return present.map((text, index) => {
    const base = text.trim() === "" ? `Column${index + 1}` : text;
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base}${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

function renameInFormulas(owner: TableOwner, before: string, after: string): void {
  const pattern = new RegExp(
    `(^|[^\\p{L}\\p{N}_.'"])${before.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?=\\[|$|[^\\p{L}\\p{N}_.(!])`,
    "giu",
  );
  for (const worksheet of owner.engine.workbook.getSheets()) {
    const cells: Record<number, Record<number, { f: string }>> = {};
    worksheet.getCellMatrix().forValue((row, column, cell) => {
      if (!cell?.f || !pattern.test(cell.f)) return;
      pattern.lastIndex = 0;
      (cells[row] ??= {})[column] = { f: cell.f.replace(pattern, `$1${after}`) };
    });
    if (Object.keys(cells).length > 0) owner.engine.setCells(worksheet.getSheetId(), cells);
  }
}

function overlap(table: Table, sheet: Sheet, rect: Rect): boolean {
  return table.sheet.id === sheet.id && touches(table.range, rect);
}

function touches(a: Rect, b: Rect): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

function notFound(): ModelError {
  return new ModelError("ItemNotFound", "The requested resource doesn't exist.");
}
