import { isBlank, type Cell } from "../../core/records/cells";
import type { SheetCells } from "../sheet-cells";
import { Shape, shapeOf } from "./cell-shape";

/**
 * The cells of a sheet that were read, one run below the other; rows and columns count from 0 in what was read. Cells
 * that a finding has used are taken out.
 */
export class Grid {
  readonly height: number;
  readonly width: number;
  private readonly rows: readonly (readonly Cell[])[];
  private readonly formats: readonly (readonly string[] | undefined)[];
  private readonly sheetRows: Uint32Array;
  private readonly shapes: Uint8Array;
  private readonly isOut: Uint8Array;

  constructor(private readonly sheet: SheetCells) {
    this.rows = sheet.runs.flatMap(({ values }) => values);
    this.formats = sheet.runs.flatMap(({ values, formats }) => values.map((_, at) => formats?.[at]));
    this.sheetRows = Uint32Array.from(
      sheet.runs.flatMap(({ row, values }) => values.map((_, at) => row + at)),
    );
    this.height = this.rows.length;
    this.width = this.rows.reduce((most, row) => Math.max(most, row.length), 0);
    this.shapes = new Uint8Array(this.height * this.width);
    this.isOut = new Uint8Array(this.height * this.width);
    this.rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (!isBlank(cell)) this.shapes[r * this.width + c] = UNSEEN;
      });
    });
  }

  cell(row: number, column: number): Cell {
    return this.rows[row]?.[column] ?? "";
  }

  format(row: number, column: number): string | undefined {
    return this.formats[row]?.[column];
  }

  /** What the cell looks like, whether or not it is taken out. */
  shapeWithin(row: number, column: number): Shape {
    const at = row * this.width + column;
    const known = this.shapes[at] ?? Shape.blank;
    if (known !== UNSEEN) return known as Shape;
    return (this.shapes[at] = shapeOf(this.cell(row, column), this.format(row, column)));
  }

  shape(row: number, column: number): Shape {
    return this.isOut[row * this.width + column] ? Shape.blank : this.shapeWithin(row, column);
  }

  isFilled(row: number, column: number): boolean {
    const at = row * this.width + column;
    return this.shapes[at] !== Shape.blank && !this.isOut[at];
  }

  /** Cells of columns `from` … `to` in rows `first` … `last`. */
  slice(first: number, last: number, from: number, to: number): Cell[][] {
    return this.rows.slice(first, last + 1).map((row) => {
      const cells = row.slice(from, to + 1);
      while (cells.length < to + 1 - from) cells.push("");
      return cells;
    });
  }

  /** Takes cells out: those of a finding, or such as belong to none. */
  takeOut({ top, bottom, left, right }: Box, isFinding: boolean): void {
    const from = Math.max(0, left);
    const to = Math.min(right, this.width - 1) + 1;
    for (let r = Math.max(0, top); r <= Math.min(bottom, this.height - 1); r++)
      this.isOut.fill(isFinding ? FINDING : ASIDE, r * this.width + from, r * this.width + to);
  }

  isOfFinding(row: number, column: number): boolean {
    return this.isOut[row * this.width + column] === FINDING;
  }

  /** Row on the sheet. */
  rowOf(row: number): number {
    const known = this.sheetRows[row];
    if (known !== undefined) return known;
    return (this.sheetRows[this.height - 1] ?? this.sheet.row - 1) + 1 + (row - this.height);
  }

  columnOf(column: number): number {
    return this.sheet.column + column;
  }

  /** Where a row of the sheet is in what was read, or the next one that was read. */
  indexOfRow(sheetRow: number): number {
    let low = 0;
    let high = this.height;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sheetRows[middle] ?? Infinity) < sheetRow) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Filled; telling days from amounts and words takes time and is asked of few cells. */
const UNSEEN = 255;
const ASIDE = 1;
const FINDING = 2;

/** A rectangle of a grid, its edges included. */
export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function overlap(a: Box, b: Box): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

export function around(a: Box, b: Box): Box {
  return {
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
  };
}
