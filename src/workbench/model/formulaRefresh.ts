import { CellReader } from "./cells";
import type { Engine } from "./engine";
import { forgetParsedFormulas } from "./engineFunctions";

/**
 * When a table or a custom function comes, goes or changes, formulas that mention it mean something else although
 * their text and cells stay the same: they are parsed and calculated again, soon and all at once.
 */
export class FormulaRefresh {
  private names: Set<string> | undefined;

  constructor(private readonly engine: Engine) {}

  get waiting(): boolean {
    return this.names !== undefined;
  }

  refresh(names: readonly string[]): void {
    if (names.length === 0) return;
    if (!this.names) {
      this.names = new Set();
      queueMicrotask(() => this.now());
    }
    for (const name of names) this.names.add(name.toLowerCase());
  }

  now(): void {
    const names = [...(this.names ?? [])];
    this.names = undefined;
    if (names.length === 0) return;
    forgetParsedFormulas(this.engine);
    for (const worksheet of this.engine.workbook.getSheets()) {
      const reader = new CellReader(this.engine, worksheet);
      const cells: Record<number, Record<number, { f: string; si: null }>> = {};
      worksheet.getCellMatrix().forValue((row, column, cell) => {
        if (!cell?.f && !cell?.si) return;
        const formula = reader.formula(row, column);
        const text = formula?.toLowerCase();
        if (formula !== undefined && text && names.some((name) => text.includes(name)))
          (cells[row] ??= {})[column] = { f: formula, si: null };
      });
      if (Object.keys(cells).length > 0) this.engine.setCells(worksheet.getSheetId(), cells);
    }
  }
}
