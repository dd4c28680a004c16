import { tidyLabel } from "../text";
import { OFFSET_1904 } from "../time/serial";
import { isErrorCell, plainCell, type CellColumn } from "./cells";
import type { ProblemList } from "./columns";
import { sampleOf, type ColumnFault, type NumberColumn, type WordColumn } from "./columns";
import { readDateNumber, readDateText, type DateOrder, type DateText } from "./read-date";
import type { DurationUnit } from "./read-duration";
import { readMoneyText, type DecimalMark } from "./read-money";

export interface ReadSettings {
  /** Order of day and month in text dates, where the user said so. */
  readonly dateOrder?: DateOrder;
  /** The workbook counts days from 1904. */
  readonly date1904?: boolean;
  /** Unit of durations that are plain numbers, where the user said so. */
  readonly durations?: DurationUnit;
}

/** Where a reader works: cells `from … from + rows` of a column; it marks rows that hold anything in `filled`. */
export interface ReadContext {
  readonly role: string;
  readonly from: number;
  readonly rows: number;
  readonly filled: Uint8Array;
  readonly problems: ProblemList;
}

/** Words become codes of a dictionary; numbers and booleans in a word column are taken as their text. O(n). */
export function readWords({ rows, at }: CellColumn, context: ReadContext): WordColumn {
  const { from, rows: count, filled, problems, role } = context;
  const codes = new Int32Array(count);
  const words = [""];
  // Cells as they stand and the words they are tidied to; an error is no word, whatever text it shows.
  const known = new Map<unknown, number>([["", 0]]);
  let firstError: unknown;
  let lastCell: unknown = "";
  let lastCode = 0;
  for (let i = 0; i < count; i++) {
    const cell = rows[from + i]?.[at];
    if (cell === "" || cell === null || cell === undefined) continue;
    if (cell !== lastCell) {
      lastCode = known.get(cell) ?? (isErrorCell(cell) ? -1 : newCode(cell));
      lastCell = cell;
    }
    if (lastCode < 0) {
      filled[i] = 1;
      firstError ??= cell;
      problems.add(role, "errorCell", from + i, cell);
    } else if (lastCode > 0) {
      filled[i] = 1;
      codes[i] = lastCode;
    }
  }
  if (firstError !== undefined && words.length === 1)
    return { type: "word", codes, words, fault: nothingReadable(firstError) };
  return { type: "word", codes, words };

  function newCode(cell: unknown): number {
    const word = tidyLabel(wordText(cell));
    let code = known.get(word);
    if (code === undefined) {
      code = words.push(word) - 1;
      known.set(word, code);
    }
    if (cell !== word && typeof cell !== "object") known.set(cell, code);
    return code;
  }
}

function wordText(cell: unknown): string {
  const plain = plainCell(cell);
  if (typeof plain === "boolean") return plain ? "TRUE" : "FALSE";
  return typeof plain === "string" ? plain : String(plain);
}

/** Money and numbers; text is read in a second pass, once the column has shown its decimal mark. O(n). */
export function readAmounts({ rows, at }: CellColumn, context: ReadContext): NumberColumn {
  const { from, rows: count, filled, problems, role } = context;
  const values = new Float64Array(count);
  const texts: number[] = [];
  let readable = 0;
  let firstBad: unknown;
  for (let i = 0; i < count; i++) {
    const cell = rows[from + i]?.[at];
    if (typeof cell === "number") {
      values[i] = cell;
      filled[i] = 1;
      if (Number.isFinite(cell)) readable++;
      else bad(i, cell);
      continue;
    }
    values[i] = NaN;
    if (cell === "" || cell === null || cell === undefined) continue;
    const plain = plainCell(cell);
    if (typeof plain === "number") {
      values[i] = plain;
      filled[i] = 1;
      readable++;
    } else if (typeof plain === "string" && !isErrorCell(plain)) {
      if (plain.trim() === "") continue;
      filled[i] = 1;
      texts.push(i);
    } else {
      filled[i] = 1;
      bad(i, cell);
    }
  }
  const { mark, mixed } = decimalMarkOf(texts.map((i) => textAt(i)));
  const currencies = new Set<string>();
  for (const i of texts) {
    const text = textAt(i);
    const money = isErrorCell(text) ? undefined : readMoneyText(text, mark);
    if (money === undefined) bad(i, text);
    else if (money.ambiguous === true && mixed) problems.add(role, "ambiguousAmount", from + i, text);
    else {
      values[i] = money.value;
      readable++;
      if (money.currency !== undefined) currencies.add(money.currency);
    }
  }
  return {
    type: "number",
    values,
    currencies: [...currencies],
    ...(readable === 0 && firstBad !== undefined ? { fault: nothingReadable(firstBad) } : {}),
  };

  function textAt(i: number): string {
    return String(plainCell(rows[from + i]?.[at]));
  }
  function bad(i: number, cell: unknown): void {
    values[i] = NaN;
    firstBad ??= cell;
    problems.add(role, isErrorCell(cell) ? "errorCell" : "unreadable", from + i, cell);
  }
}

/** The decimal mark that the unambiguous texts of a column show; `mixed` when they show both. */
function decimalMarkOf(texts: readonly string[]): { mark?: DecimalMark; mixed: boolean } {
  const marks = new Set<DecimalMark>();
  for (const text of texts) {
    const mark = readMoneyText(text)?.mark;
    if (mark !== undefined) marks.add(mark);
    if (marks.size === 2) return { mixed: true };
  }
  const [mark] = marks;
  return mark === undefined ? { mixed: false } : { mark, mixed: false };
}

/** Dates as serial days; the order of day and month is decided once, from all of the column's texts. O(n). */
export function readDates(
  { rows, at }: CellColumn,
  context: ReadContext,
  settings: ReadSettings,
): NumberColumn {
  const { from, rows: count, filled, problems, role } = context;
  const values = new Float64Array(count);
  const shift = settings.date1904 === true ? OFFSET_1904 : 0;
  const parsed = new Map<string, DateText | null>();
  const pending: number[] = [];
  const shown: { dmy?: string; mdy?: string } = {};
  let readable = 0;
  let firstBad: unknown;
  let ambiguous: string | undefined;
  for (let i = 0; i < count; i++) {
    const cell = rows[from + i]?.[at];
    let serial = NaN;
    if (typeof cell === "number") {
      filled[i] = 1;
      serial = cell > 0 && cell < 2958466 ? cell + shift : readDateNumber(cell);
      if (Number.isNaN(serial)) bad(i, cell);
    } else if (cell === "" || cell === null || cell === undefined) {
      values[i] = NaN;
      continue;
    } else {
      const plain = plainCell(cell);
      if (typeof plain === "number") {
        filled[i] = 1;
        serial = readDateNumber(plain + (plain > 0 ? shift : 0));
        if (Number.isNaN(serial)) bad(i, cell);
      } else if (typeof plain === "string" && !isErrorCell(plain)) {
        let date = parsed.get(plain);
        if (date === undefined) {
          date = readDateText(plain.trim()) ?? null;
          parsed.set(plain, date);
        }
        if (date === null) {
          if (plain.trim() === "") {
            values[i] = NaN;
            continue;
          }
          filled[i] = 1;
          bad(i, plain);
        } else {
          filled[i] = 1;
          if ("serial" in date) {
            if (date.shows !== undefined) {
              shown[date.shows] ??= plain;
              if (settings.dateOrder !== undefined && settings.dateOrder !== date.shows) bad(i, plain);
              else serial = date.serial;
            } else serial = date.serial;
          } else {
            ambiguous ??= plain;
            pending.push(i);
          }
        }
      } else {
        filled[i] = 1;
        bad(i, cell);
      }
    }
    values[i] = serial;
    if (serial === serial) readable++;
  }
  let fault: ColumnFault | undefined;
  const order =
    settings.dateOrder ?? (shown.dmy !== undefined ? "dmy" : shown.mdy !== undefined ? "mdy" : undefined);
  if (settings.dateOrder === undefined && shown.dmy !== undefined && shown.mdy !== undefined) {
    fault = { reason: "mixedDates", sample: shown.dmy, other: shown.mdy };
  } else if (ambiguous !== undefined && order === undefined) {
    fault = { reason: "ambiguousDates", sample: ambiguous };
  }
  for (const i of pending) {
    const text = String(plainCell(rows[from + i]?.[at]));
    const date = parsed.get(text);
    if (fault !== undefined || order === undefined) problems.add(role, "ambiguousDate", from + i, text);
    else if (date && "dmy" in date) {
      values[i] = date[order];
      readable++;
    }
  }
  if (fault === undefined && readable === 0 && firstBad !== undefined) fault = nothingReadable(firstBad);
  return {
    type: "number",
    values,
    ...(fault === undefined ? {} : { fault }),
    ...(order === undefined ? {} : { dateOrder: order }),
  };

  function bad(i: number, cell: unknown): void {
    firstBad ??= cell;
    problems.add(role, isErrorCell(cell) ? "errorCell" : "unreadable", from + i, cell);
  }
}

function nothingReadable(cell: unknown): ColumnFault {
  return { reason: "nothingReadable", sample: sampleOf(cell) };
}
