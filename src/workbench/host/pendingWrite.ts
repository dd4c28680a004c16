import type { CellValue, Rect, Sheet } from "../model/types";

/**
 * The client cuts a large write into pieces of 1,500 cells. Every write to the grid costs a walk over its sheet, so
 * pieces that follow each other are put together again and written at once, before anything else happens.
 */
export class PendingWrite {
  private pending: { sheet: Sheet; rect: Rect; cells: (CellValue | null)[][] } | undefined;

  add(sheet: Sheet, rect: Rect, cells: (CellValue | null)[][]): void {
    const { pending } = this;
    if (
      pending?.sheet.id === sheet.id &&
      pending.rect.column === rect.column &&
      pending.rect.columns === rect.columns &&
      pending.rect.row + pending.rect.rows === rect.row
    ) {
      for (const line of cells) pending.cells.push(line);
      pending.rect = { ...pending.rect, rows: pending.rect.rows + rect.rows };
      return;
    }
    this.flush();
    this.pending = { sheet, rect, cells: [...cells] };
  }

  flush(): void {
    const { pending } = this;
    this.pending = undefined;
    pending?.sheet.write(pending.rect, pending.cells);
  }
}
