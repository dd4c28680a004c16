import type { CellFormat, Rect, Sheet } from "../model/types";

type Change = Partial<CellFormat>;

/**
 * Formats set one after the other, such as the colours, sizes and lines of a report: gathered cell by cell and put on at
 * once, before anything looks. Each change of formats costs the grid a walk over the styles of its cells.
 */
export class PendingFormats {
  private sheet: Sheet | undefined;
  private changes = new Map<number, Map<number, Change>>();
  private cells = 0;

  add(sheet: Sheet, rect: Rect, change: Change): void {
    const size = rect.rows * rect.columns;
    if (size > MOST_CELLS) {
      this.flush();
      sheet.setFormat(rect, change);
      return;
    }
    if (this.sheet && this.sheet.id !== sheet.id) this.flush();
    this.sheet = sheet;
    // cells that had the same change before have the same one after
    const merged = new Map<Change | undefined, Change>();
    for (let row = rect.row; row < rect.row + rect.rows; row++) {
      let line = this.changes.get(row);
      if (!line) this.changes.set(row, (line = new Map()));
      for (let column = rect.column; column < rect.column + rect.columns; column++) {
        const before = line.get(column);
        let after = merged.get(before);
        if (!after) merged.set(before, (after = merge(before, change)));
        line.set(column, after);
      }
    }
    this.cells += size;
    if (this.cells > MOST_CELLS) this.flush();
  }

  /** The cell's format as it will be. */
  read(sheet: Sheet, row: number, column: number): CellFormat {
    const format = sheet.readFormat(row, column);
    const change = this.sheet?.id === sheet.id ? this.changes.get(row)?.get(column) : undefined;
    return change ? (merge(format, change) as CellFormat) : format;
  }

  flush(): void {
    const { sheet, changes } = this;
    if (!sheet) return;
    this.sheet = undefined;
    this.changes = new Map();
    this.cells = 0;
    sheet.setFormats(changes);
  }
}

const MOST_CELLS = 50_000;

function merge(before: Change | undefined, change: Change): Change {
  if (!before) return change;
  const { borders } = change;
  return { ...before, ...change, ...(borders && { borders: { ...before.borders, ...borders } }) };
}
