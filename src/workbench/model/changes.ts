import type { ICellData, ICommandInfo, Nullable } from "@univerjs/core";
import { bounding, intersection, MAX_COLUMNS, MAX_ROWS } from "./address";
import { CellReader, fromRange, matrixBounds } from "./cells";
import type { Engine } from "./engine";
import type { Move } from "./shift";
import { qualifyFormula } from "./structured";
import type { CellValue, Rect, WorkbookEvents } from "./types";

/** What happened inside Univer, in the model's words. */
export interface ChangeSink {
  engine: Engine;
  /** The table around a cell, for `[@Column]` typed inside it. */
  tableAt(sheetId: string, row: number, column: number): { name: string } | undefined;
  /** A person changed cells (typing, pasting, undoing …). */
  personEdited(sheetId: string, rect: Rect, before: CellValue | undefined): void;
  personMoved(sheetId: string, rect: Rect, changeType: WorkbookEvents["changed"]["changeType"]): void;
  /** Whole rows or columns came or went, whoever did it. */
  linesMoved(move: Move): void;
  /** Whole columns came or went, whoever did it. */
  columnsMoved(sheetId: string, column: number, count: number, verb: "inserted" | "deleted"): void;
  /** Some cells now hold other formulas or none. */
  cellsReplaced(): void;
  /** A name of the workbook was made, changed or removed. */
  nameChanged(name: string): void;
  sheetAdded(sheetId: string): void;
  sheetRenamed(sheetId: string, before: string, after: string): void;
  sheetDeleted(sheetId: string, name: string): void;
  sheetActivated(sheetId: string, formerId: string | undefined): void;
  selectionChanged(sheetId: string): void;
  calculationStarted(): void;
  calculationEnded(): void;
}

interface Params {
  unitId?: string;
  subUnitId?: string;
  cellValue?: Record<number, Record<number, Nullable<ICellData>>>;
  range?: EngineRange;
  sourceRange?: EngineRange;
  targetRange?: EngineRange;
  from?: Moved;
  to?: Moved;
  sheet?: { id: string };
  name?: string;
  functionsExecutedState?: number;
}

interface EngineRange {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}
/** Cells that leave a place, or come to it. */
interface Moved {
  subUnitId: string;
  value?: Record<number, Record<number, Nullable<ICellData>>>;
}

/** Follows Univer's commands. The model's own writes report themselves; everything else is a person's doing. */
export function followChanges(sink: ChangeSink): () => void {
  const { engine } = sink;
  let before: CellValue | undefined;
  let sheetName = "";
  let activeId = engine.workbook.getActiveSheet(true)?.getSheetId();
  const mine = (info: ICommandInfo<object>): Params | undefined => {
    const params = info.params as Params | undefined;
    return params && (params.unitId === undefined || params.unitId === engine.unitId) ? params : undefined;
  };

  const preparing = engine.commands.beforeCommandExecuted((info, options) => {
    const params = mine(info);
    if (!params) return;
    if (info.id === "sheet.mutation.set-range-values" && !engine.ownChange && !isCalculation(options)) {
      qualify(sink, params);
      before = singleValue(engine, params);
    }
    if (info.id === "sheet.mutation.remove-sheet" || info.id === "sheet.mutation.set-worksheet-name")
      sheetName = engine.worksheet(params.subUnitId ?? "")?.getName() ?? "";
  });

  const following = engine.commands.onCommandExecuted((info, options) => {
    const params = mine(info);
    if (!params) return;
    const sheetId = params.subUnitId ?? "";
    const moved = MOVES[info.id];
    if (moved !== undefined) {
      sink.cellsReplaced();
      if (params.range) sink.linesMoved(lineMove(sheetId, fromRange(params.range), moved));
      if (params.range && moved.startsWith("Column")) {
        const { column, columns } = fromRange(params.range);
        sink.columnsMoved(sheetId, column, columns, moved === "ColumnInserted" ? "inserted" : "deleted");
      }
      if (!engine.ownChange && params.range) sink.personMoved(sheetId, fromRange(params.range), moved);
      return;
    }
    switch (info.id) {
      case "sheet.mutation.set-range-values": {
        if (isCalculation(options)) return;
        if (engine.ownChange) return sink.cellsReplaced();
        const content = contentChanges(params.cellValue);
        if (!content) return;
        sink.cellsReplaced();
        return sink.personEdited(sheetId, content, before);
      }
      case "sheet.mutation.reorder-range":
      case "sheet.mutation.move-rows":
      case "sheet.mutation.move-columns": {
        sink.cellsReplaced();
        const rect = reordered(engine, sheetId, params);
        if (!engine.ownChange && rect) sink.personEdited(sheetId, rect, undefined);
        return;
      }
      case "sheet.mutation.move-range": {
        sink.cellsReplaced();
        for (const part of engine.ownChange ? [] : [params.from, params.to]) {
          const rect = part && matrixBounds(part.value ?? {});
          if (part && rect) sink.personEdited(part.subUnitId, rect, undefined);
        }
        return;
      }
      case "formula.mutation.set-defined-name":
      case "formula.mutation.remove-defined-name":
        return sink.nameChanged(params.name ?? "");
      case "sheet.mutation.insert-sheet":
        return sink.sheetAdded(params.sheet?.id ?? "");
      case "sheet.mutation.set-worksheet-name":
        return sink.sheetRenamed(sheetId, sheetName, params.name ?? "");
      case "sheet.mutation.remove-sheet":
        sink.cellsReplaced();
        return sink.sheetDeleted(sheetId, sheetName);
      case "sheet.operation.set-worksheet-active": {
        const former = activeId;
        activeId = engine.workbook.getActiveSheet(true)?.getSheetId();
        if (activeId !== undefined && former !== activeId) sink.sheetActivated(activeId, former);
        return;
      }
      case "sheet.operation.set-selections":
        return sink.selectionChanged(sheetId);
      case "formula.mutation.set-formula-calculation-start":
        return sink.calculationStarted();
      case "formula.mutation.set-formula-calculation-notification":
        if (params.functionsExecutedState !== undefined) sink.calculationEnded();
    }
  });
  return () => {
    preparing.dispose();
    following.dispose();
  };
}

const MOVES: Record<string, WorkbookEvents["changed"]["changeType"]> = {
  "sheet.mutation.insert-row": "RowInserted",
  "sheet.mutation.remove-rows": "RowDeleted",
  "sheet.mutation.insert-col": "ColumnInserted",
  "sheet.mutation.remove-col": "ColumnDeleted",
};

function lineMove(sheetId: string, rect: Rect, change: string): Move {
  if (change.startsWith("Row"))
    return {
      sheetId,
      rect: { ...rect, column: 0, columns: MAX_COLUMNS },
      shift: change === "RowInserted" ? "Down" : "Up",
    };
  return {
    sheetId,
    rect: { ...rect, row: 0, rows: MAX_ROWS },
    shift: change === "ColumnInserted" ? "Right" : "Left",
  };
}

function isCalculation(options: object | undefined): boolean {
  const { onlyLocal, fromFormula } = (options ?? {}) as { onlyLocal?: boolean; fromFormula?: boolean };
  return onlyLocal === true || fromFormula === true;
}

/** The rectangle of cells whose content (not only format) changes. */
function contentChanges(matrix: Params["cellValue"]): Rect | undefined {
  const content: Record<number, Record<number, ICellData>> = {};
  for (const r in matrix)
    for (const c in matrix[Number(r)]) {
      const cell = matrix[Number(r)]?.[Number(c)];
      if (cell == null || "v" in cell || "f" in cell || "p" in cell || "si" in cell)
        (content[Number(r)] ??= {})[Number(c)] = {};
    }
  return matrixBounds(content);
}

/** Sorted rows, or whole rows or columns dragged elsewhere: the cells in use from the first to the last of them. */
function reordered(engine: Engine, sheetId: string, params: Params): Rect | undefined {
  const { range, sourceRange, targetRange } = params;
  if (range) return fromRange(range);
  const sheet = engine.worksheet(sheetId);
  const used = sheet && new CellReader(engine, sheet).usedRange(true);
  if (!used || !sourceRange || !targetRange) return undefined;
  const both = bounding(fromRange(sourceRange), fromRange(targetRange));
  return intersection(both, used);
}

function singleValue(engine: Engine, params: Params): CellValue | undefined {
  const rect = contentChanges(params.cellValue);
  const sheet = engine.worksheet(params.subUnitId ?? "");
  if (!sheet || rect?.rows !== 1 || rect.columns !== 1) return undefined;
  return new CellReader(engine, sheet).value(rect.row, rect.column);
}

/** `[@Amount]` typed in a table gets the table's name, as Excel stores it. */
function qualify(sink: ChangeSink, params: Params): void {
  for (const r in params.cellValue)
    for (const c in params.cellValue[Number(r)]) {
      const cell = params.cellValue[Number(r)]?.[Number(c)];
      if (!cell?.f?.includes("[")) continue;
      const table = sink.tableAt(params.subUnitId ?? "", Number(r), Number(c));
      if (table) cell.f = qualifyFormula(cell.f, table.name);
    }
}
