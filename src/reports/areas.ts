import type { Look, PlannedArea, PlannedCell, SheetPlan } from "./plan";

/** Cells of one look. */
export interface LookArea extends PlannedArea {
  readonly look: Look;
}

/** The looks of a sheet as few areas: runs along rows, joined where the row below has the same run. */
export function lookAreas({ cells }: Pick<SheetPlan, "cells">): readonly LookArea[] {
  const done: LookArea[] = [];
  let open: LookArea[] = [];
  cells.forEach((row, at) => {
    const runs = runsOf(row, at);
    const next = runs.map((run) => {
      const above = open.find(
        ({ look, column, columns }) => look === run.look && column === run.column && columns === run.columns,
      );
      return above === undefined ? run : { ...above, rows: above.rows + 1 };
    });
    done.push(
      ...open.filter((area) => !next.some((each) => each.row === area.row && each.column === area.column)),
    );
    open = next;
  });
  return [...done, ...open].sort((a, b) => a.row - b.row || a.column - b.column);
}

function runsOf(row: readonly (PlannedCell | undefined)[], at: number): LookArea[] {
  const runs: LookArea[] = [];
  row.forEach((cell, column) => {
    if (cell === undefined) return;
    const last = runs.at(-1);
    if (last?.look === cell.look && last.column + last.columns === column)
      runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
    else runs.push({ look: cell.look, row: at, column, rows: 1, columns: 1 });
  });
  return runs;
}

/** The longest text that a cell takes. */
export const LONGEST_TEXT = 32_767;

/**
 * What to write into the cells. A text is written so that it stays one: the apostrophe before it is Excel's own mark of a
 * text and no part of it. Where a text is too long for another sign, the format of its cell says that it is one.
 */
export function writtenValues({ cells }: Pick<SheetPlan, "cells">): (string | number)[][] {
  return cells.map((row) => row.map((cell) => (cell === undefined ? "" : writtenText(cell.value))));
}

export function writtenText(value: string | number): string | number {
  if (typeof value === "number" || value === "") return value;
  if (value.length < LONGEST_TEXT) return `'${value}`;
  return value.length === LONGEST_TEXT ? value : `${value.slice(0, LONGEST_TEXT - 1)}…`;
}

export function numberFormats({ cells }: Pick<SheetPlan, "cells">): string[][] {
  return cells.map((row) => row.map((cell) => (cell === undefined ? "General" : formatOf(cell))));
}

function formatOf({ value, format = "General" }: PlannedCell): string {
  return typeof value === "string" && value.length >= LONGEST_TEXT ? "@" : format;
}
