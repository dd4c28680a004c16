import { isBlank, isErrorCell, plainCell, type Cell } from "../../core/records/cells";
import { readDateText, type DateText } from "../../core/records/read-date";
import { readDurationText } from "../../core/records/read-duration";
import { readMoneyText } from "../../core/records/read-money";
import { normaliseWord } from "../../core/text";
import type { BlockColumn } from "../block";

/** What the cells of a column look like. Shares are of its filled cells. */
export interface Profile {
  readonly rows: number;
  /** Filled cells, errors left aside. */
  readonly filled: number;
  /** Numbers, and texts that read as amounts. */
  readonly numeric: number;
  /** Numbers formatted as dates, texts that read as dates, 20250331. */
  readonly dates: number;
  /** Dates, and plain numbers that could be serial days: only a header can tell. */
  readonly perhapsDates: number;
  readonly durations: number;
  readonly emails: number;
  readonly integers: number;
  /** Of the numeric cells. */
  readonly min: number;
  readonly max: number;
  /** Distinct texts as people compare them, with their counts. */
  readonly words: ReadonlyMap<string, number>;
  /** Distinct values ÷ filled cells. */
  readonly distinctShare: number;
  /** Whether the column's text dates do not tell day from month. */
  readonly ambiguousDates: boolean;
  /** Serial day or number of each cell that was looked at, NaN where there is none; dates before numbers. */
  readonly numbers: Float64Array;
}

/** Rows looked at, from the top and from the bottom: a list may be sorted by what is asked about. */
const MOST_ROWS = 2000;

/** Indexes of the cells that a profile looks at: the same rows for all columns of a block. */
export function sampledRows(rows: number): readonly number[] {
  if (rows <= MOST_ROWS) return Array.from({ length: rows }, (_, row) => row);
  const half = MOST_ROWS / 2;
  return Array.from({ length: MOST_ROWS }, (_, i) => (i < half ? i : rows - MOST_ROWS + i));
}

export function profileOf({ cells, format }: BlockColumn): Profile {
  const rows = sampledRows(cells.length);
  const formatted = format === undefined ? "unknown" : formatKind(format);
  const words = new Map<string, number>();
  const texts = new Map<string, TextRead>();
  const numbers = new Float64Array(rows.length).fill(NaN);
  const count = { filled: 0, numeric: 0, dates: 0, perhaps: 0, durations: 0, emails: 0, integers: 0 };
  let [min, max] = [Infinity, -Infinity];
  const shown = { dmy: false, mdy: false };
  const either: [number, number][] = [];
  rows.forEach((row, i) => {
    const cell = plainCell(cells[row] as Cell);
    if (isBlank(cell) || isErrorCell(cell)) return;
    count.filled++;
    const text = typeof cell === "string" ? cell.trim() : String(cell);
    if (typeof cell === "number") {
      words.set(text, (words.get(text) ?? 0) + 1);
      const isDay = isCompactDay(cell);
      const serial = cell >= 20000 && cell < 80000;
      count.numeric += 1;
      if (Number.isInteger(cell)) count.integers++;
      if (formatted === "date" || isDay) count.dates++;
      if (formatted === "date" || isDay || (serial && formatted !== "number")) count.perhaps++;
      if (formatted === "time") count.durations++;
      numbers[i] = cell;
      min = Math.min(min, cell);
      max = Math.max(max, cell);
      return;
    }
    let read = texts.get(text);
    if (read === undefined) texts.set(text, (read = readText(text)));
    words.set(read.word, (words.get(read.word) ?? 0) + 1);
    if (read.email) count.emails++;
    if (read.duration) count.durations++;
    if (read.date !== undefined) {
      count.dates++;
      count.perhaps++;
      const { date } = read;
      if (!("dmy" in date) && date.shows !== undefined) shown[date.shows] = true;
      numbers[i] = "dmy" in date ? date.dmy : date.serial;
      if ("dmy" in date) either.push([i, date.mdy]);
    } else if (read.number !== undefined) {
      count.numeric++;
      if (Number.isInteger(read.number)) count.integers++;
      numbers[i] = read.number;
      min = Math.min(min, read.number);
      max = Math.max(max, read.number);
    }
  });
  if (shown.mdy && !shown.dmy) for (const [i, serial] of either) numbers[i] = serial;
  const share = (n: number) => (count.filled === 0 ? 0 : n / count.filled);
  return {
    rows: rows.length,
    filled: count.filled,
    numeric: share(count.numeric),
    dates: share(count.dates),
    perhapsDates: share(count.perhaps),
    durations: share(count.durations),
    emails: share(count.emails),
    integers: count.numeric === 0 ? 0 : count.integers / count.numeric,
    min,
    max,
    words,
    distinctShare: share(words.size),
    ambiguousDates: either.length > 0 && shown.dmy === shown.mdy,
    numbers,
  };
}

const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

interface TextRead {
  readonly word: string;
  readonly email: boolean;
  readonly duration: boolean;
  readonly date?: DateText;
  readonly number?: number;
}

function readText(text: string): TextRead {
  // sentences and words without a figure are neither dates nor amounts
  if (text.length > 40 || !/\d/.test(text))
    return { word: normaliseWord(text) || text, email: EMAIL.test(text), duration: false };
  const date = readDateText(text);
  const number = date === undefined ? readMoneyText(text.replace(/\s*%$/, ""))?.value : undefined;
  return {
    word: normaliseWord(text) || text,
    email: EMAIL.test(text),
    duration: date === undefined && readDurationText(text) !== undefined,
    ...(date === undefined ? {} : { date }),
    ...(number === undefined ? {} : { number }),
  };
}

/** 20250331, as some exports write days. */
function isCompactDay(value: number): boolean {
  if (!Number.isInteger(value) || value < 19000101 || value > 21001231) return false;
  const [month, day] = [Math.floor(value / 100) % 100, value % 100];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

type FormatKind = "date" | "time" | "number" | "unknown";

/** A number format without its quoted texts, colours and currencies: with day, month or year it shows dates. */
function formatKind(format: string): FormatKind {
  const [positive = ""] = format.split(";");
  const bare = positive.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_./gi, "").toLowerCase();
  if (bare === "" || bare === "general" || bare === "@") return "unknown";
  if (/[dy]/.test(bare) || /m{3,}/.test(bare)) return "date";
  if (/[hs]/.test(bare)) return "time";
  return "number";
}
