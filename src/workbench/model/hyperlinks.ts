import { shiftRect, type Move } from "./shift";
import type { Rect } from "./types";

/** Where a cell leads: to an address outside, or to a place in the workbook ("Sheet1!A1", a defined name). */
export interface Hyperlink {
  address?: string;
  documentReference?: string;
  screenTip?: string;
}

/** The links of a sheet, by cell. */
export class Hyperlinks {
  private links = new Map<string, Hyperlink>();

  at(row: number, column: number): Hyperlink | undefined {
    return this.links.get(key(row, column));
  }

  get size(): number {
    return this.links.size;
  }

  all(): { row: number; column: number; link: Hyperlink }[] {
    return [...this.links].map(([at, link]) => ({ ...place(at), link }));
  }

  set(row: number, column: number, link: Hyperlink): void {
    this.links.set(key(row, column), link);
  }

  /** Says whether there was one. */
  clear(rect: Rect): boolean {
    const before = this.links.size;
    for (const at of [...this.links.keys()]) {
      const { row, column } = place(at);
      const inside =
        row >= rect.row &&
        row < rect.row + rect.rows &&
        column >= rect.column &&
        column < rect.column + rect.columns;
      if (inside) this.links.delete(at);
    }
    return this.links.size !== before;
  }

  move(move: Move): void {
    const moved = new Map<string, Hyperlink>();
    for (const { row, column, link } of this.all()) {
      const now = shiftRect({ row, column, rows: 1, columns: 1 }, move);
      if (now) moved.set(key(now.row, now.column), link);
    }
    this.links = moved;
  }
}

function key(row: number, column: number): string {
  return `${row},${column}`;
}

function place(at: string): { row: number; column: number } {
  const [row = 0, column = 0] = at.split(",").map(Number);
  return { row, column };
}
