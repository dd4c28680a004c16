/** The ids of a table's columns, which stay with them when columns are inserted or deleted before them. */
export class ColumnIds {
  /** By column of the sheet. */
  private at = new Map<number, number>();
  private next = 1;

  of({ column, columns }: { column: number; columns: number }): number[] {
    return Array.from({ length: columns }, (_, index) => {
      let id = this.at.get(column + index);
      if (id === undefined) this.at.set(column + index, (id = this.next++));
      return id;
    });
  }

  /** As a file kept them, for the columns from `column` on. */
  restore(column: number, ids: readonly number[]): void {
    this.at = new Map(ids.map((id, index) => [column + index, id]));
    this.next = Math.max(0, ...ids) + 1;
  }

  inserted(column: number, count: number): void {
    this.move((place) => (place < column ? place : place + count));
  }

  deleted(column: number, count: number): void {
    this.move((place) => (place < column ? place : place < column + count ? undefined : place - count));
  }

  private move(to: (place: number) => number | undefined): void {
    const moved = new Map<number, number>();
    for (const [place, id] of this.at) {
      const target = to(place);
      if (target !== undefined) moved.set(target, id);
    }
    this.at = moved;
  }
}
