import { normaliseWord } from "../text";
import type { Column, NumberColumn, Problem, WordColumn } from "./columns";

/**
 * Rows at the bottom of the data that are totals and no records, ascending. Such a row either
 * - says so ("Total", "Medie", …) in a word column or, unreadable, in a date or number column, and is no record
 *   otherwise: where it would name, date or classify something, it is blank or holds a count; or something is blank
 *   there and its numbers are sums; or
 * - has no word or date although some such column is filled in every row above, and each of its numbers is the sum of
 *   two or more above.
 * A customer who is called Total keeps their records. `problems` count rows from `firstRow` earlier than the columns.
 */
export function totalsRows(
  columns: ReadonlyMap<string, Column>,
  filled: Uint8Array,
  problems: readonly Problem[],
  firstRow: number,
): readonly number[] {
  const sheet = new Sheet(columns, filled, problems, firstRow);
  const found: number[] = [];
  let row = sheet.lastFilled(filled.length);
  // Something must stand above that is totalled.
  for (let above = sheet.lastFilled(row); above >= 0; above = sheet.lastFilled(row)) {
    const isTotals = sheet.isNamed(row)
      ? sheet.isBlankOtherwise(row, above) || (sheet.isIncomplete(row) && sheet.holdsSums(row, above))
      : sheet.isBare(row, above) && sheet.holdsSums(row, above);
    if (!isTotals) break;
    found.unshift(row);
    row = above;
  }
  return found;
}

/** Totals of English, Romanian, German, French, Spanish and Italian lists, reports and pivot tables. */
const TOTALS_WORDS = new Set(
  [
    "total|totals|grand total|grand totals|subtotal|subtotals|sub total|sum|overall total|average|avg|mean|count",
    "totaluri|total general|total cumulat|suma|suma totala|medie|media|numar",
    "gesamt|gesamtsumme|gesamtergebnis|insgesamt|summe|zwischensumme|durchschnitt|mittelwert|anzahl",
    "totale|totaux|somme|sous total|moyenne|nombre",
    "suma total|promedio|cuenta|somma",
  ].flatMap((line) => line.split("|")),
);

/** "Total (EUR)", "Grand Totals: 8 records" */
export function isTotalsWord(text: string): boolean {
  const word = normaliseWord(text.replace(/\(.*\)$/, ""));
  return TOTALS_WORDS.has(word.replace(/ \d+(?: \p{L}+)?$/u, ""));
}

class Sheet {
  private readonly words: readonly [role: string, column: WordColumn][];
  private readonly dates: readonly NumberColumn[];
  private readonly numbers: readonly NumberColumn[];

  constructor(
    columns: ReadonlyMap<string, Column>,
    private readonly filled: Uint8Array,
    private readonly problems: readonly Problem[],
    private readonly firstRow: number,
  ) {
    const all = [...columns];
    this.words = all.flatMap(([role, column]) => (column.type === "word" ? [[role, column]] : []));
    const ofDates = (wanted: boolean): NumberColumn[] =>
      all.flatMap(([role, column]) =>
        column.type === "number" && isDateRole(role) === wanted ? [column] : [],
      );
    this.dates = ofDates(true);
    this.numbers = ofDates(false);
  }

  /** The last filled row before another; -1 when there is none. */
  lastFilled(before: number): number {
    let row = before - 1;
    while (row >= 0 && !this.filled[row]) row--;
    return row;
  }

  isNamed(row: number): boolean {
    return (
      this.words.some(([, column]) => isTotalsWord(wordAt(column, row))) ||
      this.problems.some((problem) => this.isNamedIn(problem, row))
    );
  }

  /** A problem shows the text of its first cell only: those below are totals when every row from there on is bad. */
  private isNamedIn({ rows, sample }: Problem, row: number): boolean {
    if (!isTotalsWord(sample)) return false;
    const cell = row + this.firstRow;
    const at = rows.indexOf(cell);
    if (at < 0) return false;
    let between = row;
    for (let i = at; i > 0; i--) {
      between = this.lastFilled(between);
      if (rows[i - 1] !== between + this.firstRow) return false;
    }
    return true;
  }

  /**
   * Apart from the word, nothing says what the row is about. A count of the words or dates above is none of them, and a
   * currency belongs to the sums.
   */
  isBlankOtherwise(row: number, above: number): boolean {
    let others = this.dates.length;
    for (const [role, column] of this.words) {
      const word = wordAt(column, row);
      if (role === "currency" || isTotalsWord(word)) continue;
      others++;
      if (word !== "" && word !== String(this.count(above, (i) => column.codes[i] !== 0))) return false;
    }
    for (const { values } of this.dates) {
      const date = values[row];
      if (!isMissing(date) && date !== this.count(above, (i) => !isMissing(values[i]))) return false;
    }
    return others > 0;
  }

  /** Some word or date is missing, or there is no such column beside the one that names the row. */
  isIncomplete(row: number): boolean {
    const others = this.words.filter(([, column]) => !isTotalsWord(wordAt(column, row)));
    return (
      others.length + this.dates.length === 0 ||
      others.some(([, { codes }]) => codes[row] === 0) ||
      this.dates.some(({ values }) => isMissing(values[row]))
    );
  }

  /** Neither word nor date, where a record has one. */
  isBare(row: number, above: number): boolean {
    if (
      this.words.some(([, { codes }]) => codes[row]) ||
      this.dates.some(({ values }) => !isMissing(values[row]))
    )
      return false;
    return (
      this.words.some(([, { codes }]) => this.count(above, (i) => codes[i] === 0) === 0) ||
      this.dates.some(({ values }) => this.count(above, (i) => isMissing(values[i])) === 0)
    );
  }

  /** Each number of the row is the sum of those above, up to rounding; one of them is of two or more and not 0. */
  holdsSums(row: number, above: number): boolean {
    let sums = 0;
    for (const { values } of this.numbers) {
      const value = values[row] ?? NaN;
      if (isMissing(value)) continue;
      let sum = 0;
      let size = 0;
      let count = 0;
      for (let i = 0; i <= above; i++) {
        const each = values[i] ?? NaN;
        if (!this.filled[i] || isMissing(each)) continue;
        sum += each;
        size += Math.abs(each);
        if (each !== 0) count++;
      }
      if (!(Math.abs(value - sum) <= 1e-6 * size)) return false;
      if (count > 1) sums++;
    }
    return sums > 0;
  }

  /** How many filled rows down to `last` pass a test. */
  private count(last: number, test: (row: number) => boolean): number {
    let count = 0;
    for (let i = 0; i <= last; i++) if (this.filled[i] && test(i)) count++;
    return count;
  }
}

/** Dates are number columns as amounts are; the role's name tells. */
function isDateRole(role: string): boolean {
  return /(?:date|Date|^periodStart|^periodEnd|^holidays)$/.test(role);
}

function wordAt({ codes, words }: WordColumn, row: number): string {
  return words[codes[row] ?? 0] ?? "";
}

function isMissing(value: number | undefined): boolean {
  return value === undefined || Number.isNaN(value);
}
