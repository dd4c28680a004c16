import { isBlank, plainCell, type Cell, type Cells } from "../../core/records/cells";
import { finish, type Steps } from "../../core/steps";
import type { SkippedRow } from "../block";
import { OwnHeader } from "./header-cells";
import {
  filledCounts,
  isDaySerial,
  isFilled,
  isPageNumber,
  loneText,
  Profile,
  rowsOf,
  type ListCells,
} from "./list-cells";
import { listLength } from "./list-end";
import { Subtotals } from "./subtotals";

export interface RecordRows {
  /** Which of the rows are records, ascending, counted from 0 in the rows handed over. */
  readonly records: Uint32Array;
  /** What is left out and why, as rows of the sheet. Blank rows are not listed. */
  readonly skipped: readonly SkippedRow[];
  /** How many of the rows the list takes, up to its last record; what stands below is none of it. */
  readonly length: number;
  /** The same with the rows that are prepared below for records to come. */
  readonly prepared: number;
}

/**
 * Which rows of a list are records, when it is found and at every later reading: neither blank rows nor subtotals,
 * totals, repeated headers, titles between the records or remarks below them. O(rows × columns).
 */
export function recordRows(list: ListCells): RecordRows {
  return finish(recordRowsInSteps(list));
}

/** The same with pauses, for large lists in a page. */
export function* recordRowsInSteps(list: ListCells): Steps<RecordRows> {
  const { row: firstRow, header, bounded } = list;
  const rows = rowsOf(list);
  yield;
  const counter = counterColumn(rows);
  const counts = filledCounts(rows, counter);
  yield;
  const own = new OwnHeader(header);
  let length = bounded ? rows.length : listLength(rows, counts, own);
  yield;
  let whys = yield* classify(rows, counts, own, counter, length, bounded);
  for (let below = nextFilled(counts, length); below < rows.length; below = nextFilled(counts, length)) {
    // numbers alone below a blank row: sums, or something else
    if (rows[below]?.some((cell) => typeof cell === "string" && !isBlank(cell)) !== false) break;
    const longer = yield* classify(rows, counts, own, counter, below + 1, bounded);
    if (longer[below] !== TOTALS) break;
    whys = longer;
    length = below + 1;
  }
  let last = length;
  while (last > 0 && whys[last - 1] !== RECORD) last--;

  const records = new Uint32Array(last);
  let found = 0;
  const skipped: SkippedRow[] = [];
  const end = bounded ? rows.length : endOfRemarks(rows, counts, length);
  for (let r = 0; r < end; r++) {
    if (whys[r] === RECORD && r < length) records[found++] = r;
    else if ((counts[r] ?? 0) > 0 && (whys[r] !== NOTHING || r >= length))
      skipped.push({ row: firstRow + r, why: reasonOf(whys[r], r >= last) });
  }
  let prepared = last;
  while (counts[prepared] === 0 && rows[prepared]?.some(isFilled) === true) prepared++;
  return { records: records.slice(0, found), skipped, length: last, prepared };
}

const RECORD = 0;
const TOTALS = 1;
const REPEATED = 2;
const TITLE = 3;
const NOTHING = 4;

/** Rows that are judged between two pauses. */
const ROWS_AT_ONCE = 20_000;

function* classify(
  rows: Cells,
  counts: Uint16Array,
  own: OwnHeader,
  counter: number | undefined,
  length: number,
  bounded: boolean,
): Steps<Uint8Array> {
  const profile = new Profile(rows[0]?.length ?? 0);
  profile.addRows(rows, counts, 0, length);
  const subtotals = new Subtotals(profile, counter);
  const whys = new Uint8Array(rows.length).fill(NOTHING);
  const lone: number[] = [];
  let first = -1;
  for (let r = 0; r < length; r++) {
    if (r % ROWS_AT_ONCE === 0) yield;
    const row = rows[r] ?? [];
    const filled = counts[r] ?? 0;
    if (filled === 0) continue;
    if (own.isRepeatedIn(row)) whys[r] = REPEATED;
    else if (first < 0 && subtotals.isNamed(row)) whys[r] = TOTALS;
    else if (subtotals.isTotals(row, filled)) whys[r] = TOTALS;
    else {
      whys[r] = RECORD;
      if (filled === 1 && isLone(row, profile)) lone.push(r);
      else if (first < 0) first = r;
    }
  }
  if (first >= 0 && subtotals.isSumOfAll(rows[first] ?? [])) whys[first] = TOTALS;
  if (!bounded && profile.usualColumns().length > 2) markTitles(rows, counts, whys, lone, length);
  if (!bounded) markFooter(rows, counts, whys, subtotals, length);
  return whys;
}

/** Running numbers, which are often filled in ahead of the records; days in a row are none. */
function counterColumn(rows: Cells): number | undefined {
  const few = rows.slice(0, 50);
  const found = (rows[0] ?? []).findIndex((_, column) => {
    const numbers = few.map((row) => row[column]).filter((cell) => typeof cell === "number");
    const follows = (each: number, at: number) => at === 0 || each === (numbers[at - 1] ?? 0) + 1;
    return numbers.length > 2 && !isDaySerial(numbers[0] ?? 0) && numbers.every(follows);
  });
  return found < 0 ? undefined : found;
}

/**
 * A text alone in its row is a heading where the list begins with one, where a blank row or a subtotal stands before it
 * or the header again behind it; below all records it is a remark, unless it follows them like one more name.
 */
function markTitles(
  rows: Cells,
  counts: Uint16Array,
  whys: Uint8Array,
  lone: readonly number[],
  length: number,
): void {
  const isLone = new Set(lone);
  const isGrouped = lone[0] === nextFilled(counts, 0) && !isLone.has(nextFilled(counts, lone[0] + 1));
  let last = length - 1;
  while (last >= 0 && (whys[last] !== RECORD || isLone.has(last))) last--;
  for (const row of lone) {
    const after = nextFilled(counts, row + 1);
    const isApart = row > 0 && (counts[row - 1] === 0 || whys[row - 1] === TOTALS);
    const isTitle =
      row > last
        ? isApart || whys[row - 1] === TITLE || isRemark(loneText(rows[row] ?? [], 1) ?? "")
        : whys[after] === REPEATED || (!isLone.has(after) && (isGrouped || isApart));
    if (isTitle) whys[row] = TITLE;
  }
}

/** Below the totals of all, down to the end: "of which paid", "VAT", "balance". */
function markFooter(
  rows: Cells,
  counts: Uint16Array,
  whys: Uint8Array,
  subtotals: Subtotals,
  length: number,
): void {
  let footer: number[] = [];
  for (let r = length - 1; r >= 0; r--) {
    const row = rows[r] ?? [];
    if (counts[r] === 0 || whys[r] === TITLE) continue;
    if (whys[r] === RECORD && subtotals.isLabelled(row)) footer.push(r);
    else if (whys[r] !== TOTALS) return;
    else if (subtotals.isOfAll(row)) {
      for (const each of footer) whys[each] = TOTALS;
      footer = [];
    }
  }
}

/** A text, or a number (a day) where records have none. */
function isLone(row: readonly Cell[], profile: Profile): boolean {
  const at = row.findIndex(isFilled);
  return typeof plainCell(row[at]) === "string" || !profile.isNumber(at);
}

/** Longer than a name, or marked as an aside. */
function isRemark(text: string): boolean {
  return text.length > 40 || isPageNumber(text) || /^[^\p{L}\p{N}]|: ?./u.test(text.trim());
}

function nextFilled(counts: Uint16Array, from: number): number {
  let row = from;
  while (row < counts.length && counts[row] === 0) row++;
  return row;
}

/** Lines of text below the list, up to where something wider begins with a title of its own. */
function endOfRemarks(rows: Cells, counts: Uint16Array, from: number): number {
  let end = from;
  for (let r = from; r < rows.length; r++) {
    if (counts[r] === 0) continue;
    if (loneText(rows[r] ?? [], counts[r] ?? 0) === undefined) return end;
    if ((counts[r + 1] ?? 0) === 0) end = r + 1;
  }
  return end;
}

function reasonOf(why: number | undefined, isBelow: boolean): SkippedRow["why"] {
  if (why === TOTALS) return isBelow ? "totals" : "subtotal";
  if (why === REPEATED) return "repeatedHeader";
  return isBelow ? "remark" : "title";
}
