import { TableManager } from "@univerjs/sheets-table";
import { contains, intersection, MAX_COLUMNS, MAX_ROWS } from "./address";
import { fromRange, toRange } from "./cells";
import { ColumnIds } from "./columnIds";
import type { Engine } from "./engine";
import { newGuid } from "./engine";
import type { TableShape } from "./structured";
import { UniverTableView, uniqueHeaders } from "./table";
import type { TableOwner, TableState } from "./table";
import { shiftRect, type Move } from "./shift";
import { ModelError } from "./types";
import type { NewTable, Rect, Sheet, Table } from "./types";

export interface TablesOwner extends Omit<TableOwner, "tables" | "tableChanged" | "forgetTable"> {
  readonly engine: Engine;
  /** Formulas that mention one of these names must be read again. */
  refreshFormulas(names: readonly string[]): void;
  tableAdded(table: Table): void;
  tableDeleted(id: string, name: string, sheetId: string): void;
}

/** The tables of a workbook. Univer's table manager holds the ranges (the grid moves them), we what it lacks. */
export class Tables {
  private readonly manager: TableManager;
  private readonly views = new Map<string, UniverTableView>();
  /** Outlives a table that is deleted, which may come back by undoing. */
  private readonly states = new Map<string, TableState>();
  private readonly owner: TableOwner;
  private readonly stop: (() => void)[] = [];

  constructor(private readonly home: TablesOwner) {
    this.manager = home.engine.injector.get(TableManager);
    this.owner = Object.assign(Object.create(home) as TablesOwner, {
      tables: () => this.all(),
      tableChanged: (table: Table) => home.refreshFormulas([table.name]),
      forgetTable: (table: Table) => home.refreshFormulas([table.name]),
    });
    this.listen();
  }

  all(): readonly Table[] {
    return this.manager
      .getTableList(this.home.engine.unitId)
      .map((info) => this.view(info.id))
      .filter((table) =>
        this.home.sheet(this.manager.getTableById(this.unitId, table.id)?.getSubunitId() ?? ""),
      );
  }

  find(idOrName: string): Table | undefined {
    const wanted = idOrName.toLowerCase();
    const all = this.all();
    return (
      all.find((table) => table.id === idOrName) ?? all.find((table) => table.name.toLowerCase() === wanted)
    );
  }

  /** The tables of a sheet that share cells with a rectangle. */
  touching(sheetId: string, rect: Rect): UniverTableView[] {
    return this.manager
      .getTablesBySubunitId(this.unitId, sheetId)
      .filter((table) => intersection(fromRange(table.getRange()), rect))
      .map((table) => this.view(table.getId()));
  }

  ofSheet(sheetId: string): UniverTableView[] {
    return this.manager.getTablesBySubunitId(this.unitId, sheetId).map((table) => this.view(table.getId()));
  }

  shape(name: string): TableShape | undefined {
    const wanted = name.toLowerCase();
    const found = this.manager.getTableList(this.unitId).find((table) => table.name.toLowerCase() === wanted);
    const table = found && this.view(found.id);
    if (!table) return undefined;
    return {
      name: table.name,
      sheetName: table.sheet.name,
      range: table.range,
      hasHeaders: table.showHeaders,
      columns: table.columns.map((column) => column.name),
    };
  }

  add({ sheet, range, hasHeaders, name, style, ...kept }: NewTable): Table {
    const tableName = name ?? this.nextName();
    this.home.checkTableName(tableName);
    let rect = range;
    if (this.touching(sheet.id, rect).length > 0)
      throw new ModelError("InvalidArgument", "A table can't overlap another table.");
    if (!hasHeaders) {
      // Excel makes room for a header row above the data.
      this.home.moveBlock(sheet, { ...rect, rows: 1 }, "Down");
      rect = { ...rect, rows: rect.rows + 1 };
    } else if (rect.rows === 1) rect = { ...rect, rows: 2 };
    const header = { ...rect, rows: 1 };
    const names = uniqueHeaders(
      hasHeaders ? (sheet.readText(header)[0] ?? []) : Array<string>(rect.columns).fill(""),
    );
    if (names.some((text, index) => text !== sheet.readValues(header)[0]?.[index]))
      this.home.engine.asOwn(() => sheet.write(header, [names], { asIs: true }));
    const id = kept.id === undefined || this.find(kept.id) ? newGuid() : kept.id;
    const worksheet = this.home.engine.worksheet(sheet.id);
    if (worksheet) this.home.engine.ensureSize(worksheet, rect);
    if (style !== undefined) this.view(id).style = style;
    this.home.engine.run("sheet.mutation.add-table", {
      subUnitId: sheet.id,
      tableId: id,
      name: tableName,
      range: toRange(rect),
      header: names,
    });
    this.state(id).sheetId = sheet.id;
    if (kept.columnIds?.length === rect.columns)
      this.state(id).columnIds.restore(rect.column, kept.columnIds);
    this.state(id).columnIds.of(rect);
    return this.view(id);
  }

  /** Typing directly below or beside a table makes it larger, as in Excel. */
  grow(sheet: Sheet, rect: Rect): void {
    for (const table of this.ofSheet(sheet.id)) {
      const { range } = table;
      const below = rect.row === range.row + range.rows;
      const beside = rect.column === range.column + range.columns;
      if (below && within(rect.column, rect.columns, range.column, range.columns))
        table.resize({ ...range, rows: range.rows + rect.rows });
      else if (beside && within(rect.row, rect.rows, range.row, range.rows))
        table.resize({ ...range, columns: range.columns + rect.columns });
    }
  }

  /** Tables beyond cells that came or went move with them; those that were deleted with their cells are no more. */
  follow({ sheetId, rect, shift }: Move): void {
    for (const table of this.ofSheet(sheetId)) {
      const { range } = table;
      const now = shiftRect(range, { rect, shift });
      if (!now) table.convertToRange();
      else if (now.row !== range.row || now.column !== range.column) table.follow(now);
    }
  }

  /** After an edit of header cells: they stay texts, filled and different from each other. */
  keepHeaders(sheet: Sheet, rect: Rect): void {
    if (this.keepingHeaders) return;
    this.keepingHeaders = true;
    try {
      for (const table of this.touching(sheet.id, rect))
        if (table.headerRange && intersection(table.headerRange, rect)) table.fillHeaders();
    } finally {
      this.keepingHeaders = false;
    }
  }
  private keepingHeaders = false;

  /** Whole columns of a sheet came or went: each column of a table keeps its id. */
  columnsMoved(sheetId: string, column: number, count: number, verb: "inserted" | "deleted"): void {
    for (const state of this.states.values())
      if (state.sheetId === sheetId) state.columnIds[verb](column, count);
  }

  dispose(): void {
    for (const stop of this.stop) stop();
  }

  private get unitId(): string {
    return this.home.engine.unitId;
  }

  private view(id: string): UniverTableView {
    let view = this.views.get(id);
    if (!view) this.views.set(id, (view = new UniverTableView(this.owner, id, this.state(id))));
    return view;
  }

  private state(id: string): TableState {
    let state = this.states.get(id);
    if (!state) {
      state = {
        sheetId: undefined,
        columnIds: new ColumnIds(),
        showFilterButton: true,
        showBandedRows: true,
        style: "TableStyleMedium2",
      };
      this.states.set(id, state);
    }
    return state;
  }

  private nextName(): string {
    const taken = new Set(this.all().map((table) => table.name.toLowerCase()));
    let n = 1;
    while (taken.has(`table${n}`)) n++;
    return `Table${n}`;
  }

  private listen(): void {
    const { manager } = this;
    const subscriptions = [
      manager.tableAdd$.subscribe(({ unitId, tableId, tableName }) => {
        if (unitId !== this.unitId) return;
        this.home.refreshFormulas([tableName]);
        this.home.tableAdded(this.view(tableId));
      }),
      manager.tableDelete$.subscribe(({ unitId, tableId, tableName, subUnitId }) => {
        if (unitId !== this.unitId) return;
        this.views.delete(tableId);
        this.home.refreshFormulas([tableName]);
        this.home.tableDeleted(tableId, tableName, subUnitId);
      }),
      manager.tableRangeChanged$.subscribe(({ unitId, tableId }) => {
        const table = manager.getTableById(this.unitId, tableId);
        if (unitId === this.unitId && table) this.home.refreshFormulas([table.getDisplayName()]);
      }),
      manager.tableNameChanged$.subscribe(({ unitId, tableName, oldTableName }) => {
        if (unitId === this.unitId) this.home.refreshFormulas([tableName, oldTableName]);
      }),
    ];
    for (const subscription of subscriptions) this.stop.push(() => subscription.unsubscribe());
  }
}

function within(start: number, count: number, from: number, size: number): boolean {
  return start >= from && start + count <= from + size;
}

/** Inserting or deleting cells that would tear a table apart is refused, as in Excel. */
export function refuseTearing(tables: readonly Table[], rect: Rect, shift: Move["shift"]): void {
  const vertical = shift === "Down" || shift === "Up";
  const lane = vertical
    ? { ...rect, rows: MAX_ROWS - rect.row }
    : { ...rect, columns: MAX_COLUMNS - rect.column };
  for (const { range } of tables) {
    const torn = intersection(range, rect) && !contains(rect, range);
    const cut = intersection(range, lane) && !contains(lane, range);
    if (torn || cut)
      throw new ModelError(
        "InvalidOperation",
        "This operation is not allowed. It would shift cells in a table.",
      );
  }
}
