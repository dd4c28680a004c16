import type { ICellData, Nullable, Worksheet } from "@univerjs/core";
import { FormulaDataModel, initSheetFormulaData } from "@univerjs/engine-formula";
import type { Engine } from "./engine";

type Matrix = Record<number, Record<number, Nullable<ICellData>> | undefined>;

/** What of Univer's model of formulas is replaced. */
interface FormulaData {
  getFormulaData(): Record<string, Record<string, unknown>>;
  _getSheetFormulaIdMap(unitId: string, sheetId: string): Record<string, { f: string; r: number; c: number }>;
}

/**
 * Where the formulas of a workbook stand. Univer looks through every cell for them, several times at each edit, which in
 * a sheet of a million cells takes longer than calculating. Built once for a sheet, then kept up with each change of cells.
 */
export class FormulaIndex {
  /** Sheet → row → columns. */
  private readonly sheets = new Map<string, Map<number, Set<number>>>();
  /** Changes under way: their cells hold the former content or the new one. */
  private underWay: { sheetId: string; cells: Matrix }[] = [];
  private readonly stops: { dispose(): void }[];

  constructor(private readonly engine: Engine) {
    this.stops = [
      engine.commands.beforeCommandExecuted((info) => {
        const change = this.changeOf(info);
        if (change) this.underWay.push(change);
      }),
      engine.commands.onCommandExecuted((info) => {
        if (info.id !== SET_CELLS) {
          // rows, columns or sheets that come, go or move
          if (info.id.startsWith("sheet.mutation.")) this.sheets.clear();
          return;
        }
        const change = this.changeOf(info);
        if (!change) return;
        this.note(change);
        this.underWay = this.underWay.filter(({ cells }) => cells !== change.cells);
      }),
    ];
    const data = engine.injector.get(FormulaDataModel) as unknown as FormulaData;
    data.getFormulaData = () => this.formulaData();
    data._getSheetFormulaIdMap = (_, sheetId) => this.sharedFormulas(sheetId);
  }

  dispose(): void {
    for (const stop of this.stops) stop.dispose();
  }

  private formulaData(): Record<string, Record<string, unknown>> {
    const found: Parameters<typeof initSheetFormulaData>[0] = { [this.engine.unitId]: {} };
    for (const worksheet of this.engine.workbook.getSheets()) {
      const forValue = (act: Visit) => this.visit(worksheet, act);
      const matrix = { forValue } as unknown as Parameters<typeof initSheetFormulaData>[3];
      initSheetFormulaData(found, this.engine.unitId, worksheet.getSheetId(), matrix);
    }
    return found as Record<string, Record<string, unknown>>;
  }

  private sharedFormulas(sheetId: string): Record<string, { f: string; r: number; c: number }> {
    const found: Record<string, { f: string; r: number; c: number }> = {};
    const worksheet = this.engine.worksheet(sheetId);
    if (worksheet)
      this.visit(worksheet, (r, c, { f, si }) => {
        if (f && si) found[si] = { f, r, c };
      });
    return found;
  }

  /** Row by row, as Univer visits them. */
  private visit(worksheet: Worksheet, act: Visit): void {
    const sheetId = worksheet.getSheetId();
    for (const change of this.underWay) this.note(change);
    const rows = matrixOf(worksheet);
    const index = this.sheets.get(sheetId) ?? this.build(sheetId, rows);
    for (const row of [...index.keys()].sort((a, b) => a - b))
      for (const column of [...(index.get(row) ?? [])].sort((a, b) => a - b)) {
        const cell = rows[row]?.[column];
        if (cell?.f || cell?.si) act(row, column, cell);
      }
  }

  private build(sheetId: string, rows: Matrix): Map<number, Set<number>> {
    const index = new Map<number, Set<number>>();
    for (const r in rows) {
      const line = rows[Number(r)];
      for (const c in line) {
        const cell = line[Number(c)];
        if (cell?.f || cell?.si) add(index, Number(r), Number(c));
      }
    }
    this.sheets.set(sheetId, index);
    return index;
  }

  private note({ sheetId, cells }: { sheetId: string; cells: Matrix }): void {
    const index = this.sheets.get(sheetId);
    const worksheet = this.engine.worksheet(sheetId);
    if (!index || !worksheet) return;
    const rows = matrixOf(worksheet);
    for (const r in cells)
      for (const c in cells[Number(r)]) {
        const cell = rows[Number(r)]?.[Number(c)];
        if (cell?.f || cell?.si) add(index, Number(r), Number(c));
      }
  }

  private changeOf({ id, params }: { id: string; params?: object }) {
    if (id !== SET_CELLS) return undefined;
    const {
      unitId,
      subUnitId = "",
      cellValue,
    } = (params ?? {}) as {
      unitId?: string;
      subUnitId?: string;
      cellValue?: Matrix;
    };
    return cellValue && unitId === this.engine.unitId ? { sheetId: subUnitId, cells: cellValue } : undefined;
  }
}

const SET_CELLS = "sheet.mutation.set-range-values";

type Visit = (row: number, column: number, cell: ICellData) => void;

function matrixOf(worksheet: Worksheet): Matrix {
  return worksheet.getCellMatrix().getMatrix() as Matrix;
}

function add(index: Map<number, Set<number>>, row: number, column: number): void {
  let columns = index.get(row);
  if (!columns) index.set(row, (columns = new Set()));
  columns.add(column);
}
