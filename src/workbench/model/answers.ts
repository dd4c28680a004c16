import { outside } from "./address";
import type { Calculation } from "./calculation";
import type { Cell } from "./calls";
import { CellReader } from "./cells";
import type { Engine } from "./engine";
import { readResult } from "./results";
import type { CustomFunctionResult, Rect } from "./types";

/** Brings what custom functions answered into their cells, and keeps the messages behind their errors. */
export class Answers {
  private readonly messages = new Map<string, { code: string; message: string }>();
  /** What results filled before they were answered anew. */
  private readonly former: { cell: Cell; spill: Rect }[] = [];

  constructor(
    private readonly engine: Engine,
    private readonly calculation: Calculation,
  ) {}

  arrived(cells: readonly Cell[], results: readonly CustomFunctionResult[]): void {
    cells.forEach((cell, index) => {
      const { sheetId, row, column } = cell;
      const worksheet = this.engine.worksheet(sheetId);
      if (!worksheet) return;
      const spill = this.reader(sheetId)?.spillOf(row, column);
      if (spill) this.former.push({ cell, spill });
      const result = results[index];
      if (!result?.ok || !Array.isArray(result.value)) return;
      const rows = readResult(result.value);
      // A result that spills past the sheet's present edge would be #SPILL!.
      this.engine.ensureSize(worksheet, { row, column, rows: rows.length, columns: rows[0]?.length ?? 1 });
    });
    this.calculation.markDirty(
      cells
        .filter(({ sheetId }) => this.engine.worksheet(sheetId))
        .map((cell) => ({ sheetId: cell.sheetId, rect: alone(cell) })),
    );
  }

  /**
   * What a result that came back smaller leaves blank has changed too. The engine calculates what refers to it while
   * the former cells are still there, so once more when they have gone.
   */
  calculated(): void {
    const vacated = this.former.splice(0).flatMap(({ cell, spill }) => {
      const now = this.reader(cell.sheetId)?.spillOf(cell.row, cell.column) ?? alone(cell);
      return outside(spill, now).map((rect) => ({ sheetId: cell.sheetId, rect }));
    });
    const still = vacated.filter(({ sheetId }) => this.engine.worksheet(sheetId));
    if (still.length > 0) this.calculation.markDirty(still);
  }

  report(sheetId: string, row: number, column: number, code: string, message: string): void {
    this.messages.set(keyOf({ sheetId, row, column }), { code, message });
  }

  /** The message behind the error a cell shows. */
  message(cell: Cell): string | undefined {
    const found = this.messages.get(keyOf(cell));
    if (!found?.message) return undefined;
    return this.reader(cell.sheetId)?.value(cell.row, cell.column) === found.code ? found.message : undefined;
  }

  private reader(sheetId: string): CellReader | undefined {
    const worksheet = this.engine.worksheet(sheetId);
    return worksheet && new CellReader(this.engine, worksheet);
  }
}

function alone({ row, column }: Cell): Rect {
  return { row, column, rows: 1, columns: 1 };
}

function keyOf({ sheetId, row, column }: Cell): string {
  return `${sheetId}!${row},${column}`;
}
