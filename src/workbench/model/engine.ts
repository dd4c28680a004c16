import type {
  ICellData,
  IExecutionOptions,
  IStyleData,
  Nullable,
  Univer,
  Workbook,
  Worksheet,
} from "@univerjs/core";
import {
  ICommandService,
  IUniverInstanceService,
  mergeWorksheetSnapshotWithDefault,
  UniverInstanceType,
} from "@univerjs/core";
import type { Rect } from "./types";

export type Injector = ReturnType<Univer["__getInjector"]>;
/** Row → column → cell, the sparse matrix Univer's mutations take. */
export type CellMatrix = Record<number, Record<number, Nullable<ICellData>>>;

/** Thin access to one workbook inside a Univer instance: the only place that knows how its parts are reached. */
export class Engine {
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly workbook: Workbook;
  readonly unitId: string;
  /** Above 0 while the model itself is changing the workbook, so that its changes are not taken for a person's. */
  private own = 0;

  constructor(readonly univer: Univer) {
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    const instances = this.injector.get(IUniverInstanceService);
    const workbook =
      instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET) ??
      univer.createUnit<object, Workbook>(UniverInstanceType.UNIVER_SHEET, newWorkbookData());
    this.workbook = workbook;
    this.unitId = workbook.getUnitId();
  }

  get ownChange(): boolean {
    return this.own > 0;
  }

  /** Runs a command or mutation of the workbook as the model's own. */
  run(id: string, params: object, options?: IExecutionOptions): boolean {
    return this.asOwn(() =>
      this.commands.syncExecuteCommand<object, boolean>(id, { unitId: this.unitId, ...params }, options),
    );
  }

  asOwn<T>(act: () => T): T {
    this.own++;
    try {
      return act();
    } finally {
      this.own--;
    }
  }

  worksheet(id: string): Worksheet | undefined {
    return this.workbook.getSheetBySheetId(id) ?? undefined;
  }

  setCells(sheetId: string, cellValue: CellMatrix, options?: IExecutionOptions): void {
    this.run("sheet.mutation.set-range-values", { subUnitId: sheetId, cellValue }, options);
  }

  /** Styles only. Univer takes a cell without a formula for one that loses it, unless it is told that styles are meant. */
  setStyles(sheetId: string, cellValue: CellMatrix): void {
    const trigger = "sheet.command.set-style";
    this.run("sheet.mutation.set-range-values", { subUnitId: sheetId, cellValue, trigger });
  }

  style(cell: Nullable<ICellData>): Nullable<IStyleData> {
    return cell?.s == null ? undefined : this.workbook.getStyles().getStyleByCell(cell);
  }

  /** The grid grows as it is written to; Univer draws only what a sheet says it has. */
  ensureSize(sheet: Worksheet, rect: Rect): void {
    const rows = rect.row + rect.rows;
    const columns = rect.column + rect.columns;
    const subUnitId = sheet.getSheetId();
    if (rows > sheet.getRowCount())
      this.run("sheet.mutation.set-worksheet-row-count", { subUnitId, rowCount: rows + SPARE_ROWS });
    if (columns > sheet.getColumnCount())
      this.run("sheet.mutation.set-worksheet-column-count", {
        subUnitId,
        columnCount: columns + SPARE_COLUMNS,
      });
  }
}

const SPARE_ROWS = 100;
const SPARE_COLUMNS = 5;
let made = 0;

/** Ids are unique in the process: the engine's formula cache is shared and keyed by them. */
export function newId(prefix: string): string {
  return `${prefix}${(++made).toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
}

export function newSheetId(): string {
  return newGuid();
}

export function newGuid(): string {
  const hex = (length: number) =>
    Array.from({ length }, () =>
      Math.floor(Math.random() * 16)
        .toString(16)
        .toUpperCase(),
    ).join("");
  return `{${hex(8)}-${hex(4)}-4${hex(3)}-A${hex(3)}-${hex(12)}}`;
}

export function newSheetData(id: string, name: string) {
  return mergeWorksheetSnapshotWithDefault({
    id,
    name,
    rowCount: 1000,
    columnCount: 26,
    defaultColumnWidth: 72,
    defaultRowHeight: 20,
  });
}

export function newWorkbookData() {
  const id = newSheetId();
  return {
    id: newId("workbook-"),
    name: "Book1",
    sheetOrder: [id],
    sheets: { [id]: newSheetData(id, "Sheet1") },
  };
}
