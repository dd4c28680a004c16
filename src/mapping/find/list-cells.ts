import { isBlank, isErrorCell, plainCell, type Cell, type Cells } from "../../core/records/cells";
import { totalsWord } from "./totals-words";

/** The cells of a list, as they stand in the sheet. */
export interface ListCells {
  /** Row of the sheet, from 0, that the first of the rows is. */
  readonly row: number;
  /**
   * From the first row below the header on: all columns of the list, or strips of some of them, side by side and of equal
   * height. A row is judged by what it lacks, so that all columns tell best; those that name and date are enough.
   */
  readonly parts: readonly Cells[];
  /** The header's rows with the same columns, one or two; none where the list has no header. */
  readonly header: Cells;
  /** The list ends with the last row, as the body of an Excel table does; else something else may stand below. */
  readonly bounded: boolean;
}

/** The rows of all parts. */
export function rowsOf({ parts }: ListCells): Cells {
  const [first = [], ...others] = parts;
  return others.length === 0
    ? first
    : first.map((row, at) => row.concat(...others.map((part) => part[at] ?? [])));
}

/** How the cells of one column are filled. */
export interface ColumnProfile {
  filled: number;
  numbers: number;
  texts: number;
  /** Numbers that could be days from 1954 to 2119. */
  days: number;
}

/** What the records of a list usually look like. */
export class Profile {
  rows = 0;
  readonly columns: readonly ColumnProfile[];

  constructor(width: number) {
    this.columns = Array.from({ length: width }, () => ({ filled: 0, numbers: 0, texts: 0, days: 0 }));
  }

  /** Counts rows `from` … `to - 1`, but those that hold much less than most, as titles and totals do. */
  addRows(rows: Cells, counts: Uint16Array, from: number, to: number): void {
    const least = Math.max(Math.min(2, this.columns.length), 0.7 * medianOf(counts.subarray(from, to)));
    // among many records a few totals make no difference
    const isSmall = to - from <= 500;
    for (let r = from; r < to; r++) {
      const row = rows[r];
      if (row === undefined || (counts[r] ?? 0) < least || (isSmall && hasTotalsWord(row))) continue;
      this.add(row);
    }
  }

  private add(row: readonly Cell[]): void {
    const { columns } = this;
    this.rows++;
    for (let c = 0; c < columns.length; c++) {
      const cell = row[c];
      const column = columns[c];
      if (column === undefined) break;
      if (typeof cell === "number") {
        column.filled++;
        column.numbers++;
        if (cell >= FIRST_DAY && cell <= LAST_DAY) column.days++;
      } else if (isFilled(cell)) {
        column.filled++;
        const plain = plainCell(cell);
        if (typeof plain === "string") column.texts++;
        else if (typeof plain === "number") column.numbers++;
      }
    }
  }

  /** Filled in nine rows of ten. */
  isUsual(column: number): boolean {
    const profile = this.columns[column];
    return profile !== undefined && this.rows > 0 && profile.filled >= 0.9 * this.rows;
  }

  isNumber(column: number): boolean {
    const profile = this.columns[column];
    return profile !== undefined && profile.numbers > 0 && profile.numbers >= 0.6 * profile.filled;
  }

  isText(column: number): boolean {
    const profile = this.columns[column];
    return profile !== undefined && profile.texts > 0 && profile.texts >= 0.6 * profile.filled;
  }

  /** Numbers that are most probably days: nothing else of a list lies between 20,000 and 80,000 only. */
  isDay(column: number): boolean {
    const profile = this.columns[column];
    return profile !== undefined && this.isNumber(column) && profile.days >= 0.9 * profile.numbers;
  }

  usualColumns(): number[] {
    return [...this.columns.keys()].filter((column) => this.isUsual(column));
  }
}

const FIRST_DAY = 20_000;
const LAST_DAY = 80_000;

export function isDaySerial(value: number): boolean {
  return value >= FIRST_DAY && value <= LAST_DAY;
}

/** Whether a cell says total, average or the like. */
export function hasTotalsWord(row: readonly Cell[]): boolean {
  return row.some((cell) => {
    const plain = plainCell(cell);
    return typeof plain === "string" && !isBlank(plain) && totalsWord(plain) !== undefined;
  });
}

/** Of the counts above 0. */
function medianOf(counts: Uint16Array): number {
  const often: number[] = [];
  let all = 0;
  for (const count of counts) {
    if (count === 0) continue;
    often[count] = (often[count] ?? 0) + 1;
    all++;
  }
  let seen = 0;
  return often.findIndex((times) => (seen += times ?? 0) * 2 > all);
}

/** As `!isBlank`, without trimming texts that begin with a letter or a digit: there are a million of them. */
export function isFilled(cell: Cell): boolean {
  if (typeof cell === "number") return true;
  if (typeof cell !== "string") return !isBlank(cell);
  const first = cell.charCodeAt(0);
  return (first > 32 && first < 128) || !isBlank(cell);
}

/**
 * Number of filled cells of each row. Rows that are prepared for records to come count as blank: beside their running
 * number (column `counter`) stands nothing, or what formulas and check boxes show without an entry: 0, FALSE, an error.
 * A row of errors in all that records have is a record whose formulas broke, and no prepared one.
 */
export function filledCounts(rows: Cells, counter: number | undefined): Uint16Array {
  const counts = new Uint16Array(rows.length);
  let hasWords = false;
  const prepared: number[] = [];
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r] ?? [];
    let count = 0;
    let entries = 0;
    for (let c = 0; c < row.length; c++) {
      const cell = row[c];
      if (!isFilled(cell)) continue;
      count++;
      if (c === counter || cell === 0 || cell === false || isErrorCell(cell)) continue;
      entries++;
      hasWords ||= typeof cell === "string";
    }
    counts[r] = count;
    if (count > 0 && entries === 0) prepared.push(r);
  }
  const isBroken = brokenTest(rows, counts, prepared, counter);
  for (const r of prepared)
    if ((hasWords && !isBroken(r)) || (counts[r] === 1 && isFilled(rows[r]?.[counter ?? -1]))) counts[r] = 0;
  return counts;
}

/** Whether a row has errors wherever nearly all rows with entries have something. */
function brokenTest(
  rows: Cells,
  counts: Uint16Array,
  prepared: readonly number[],
  counter: number | undefined,
): (row: number) => boolean {
  const withError = new Set(prepared.filter((r) => rows[r]?.some(isErrorCell)));
  if (withError.size === 0) return () => false;
  const others = new Set(prepared);
  const entered = [...rows.keys()].filter((r) => (counts[r] ?? 0) > 0 && !others.has(r));
  const usual = (rows[0] ?? []).flatMap((_, c) => {
    const filled = entered.reduce((sum, r) => sum + (isFilled(rows[r]?.[c]) ? 1 : 0), 0);
    return c !== counter && filled >= NEARLY_ALL * entered.length ? [c] : [];
  });
  return (r) => usual.length > 0 && withError.has(r) && usual.every((c) => isErrorCell(rows[r]?.[c]));
}

const NEARLY_ALL = 0.9;

/** The only filled cell of a row, where it is text. */
export function loneText(row: readonly Cell[], filled: number): string | undefined {
  if (filled !== 1) return undefined;
  const cell = plainCell(row.find((each) => !isBlank(each)));
  return typeof cell === "string" ? cell : undefined;
}

/** "Page 1 of 2", between the pages of a printed report. */
export function isPageNumber(text: string): boolean {
  return /^(?:page|pag\.|pagina|seite)\s*\d/i.test(text.trim());
}
