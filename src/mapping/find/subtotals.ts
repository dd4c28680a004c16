import { plainCell, type Cell } from "../../core/records/cells";
import { readMoneyText } from "../../core/records/read-money";
import { isDaySerial, isFilled, type Profile } from "./list-cells";
import { totalsWord } from "./totals-words";

/**
 * Tells rows of totals and subtotals from records while a list is read from top to bottom. Such a row either
 * - says so ("Total", "Ana Total", "Medie") and names, dates or classifies nothing else, or its numbers are sums; or
 * - holds numbers alone although some word or day is usual in every row, and each number is the sum of two or more
 *   above: of all, or since the last subtotal.
 * A customer who is called Total keeps their records, and so does a row with a running number.
 */
export class Subtotals {
  private readonly usual: readonly number[];
  /** Columns that name, date or classify. */
  private readonly about: readonly number[];
  private readonly sums: readonly ColumnSum[];
  private records = 0;
  private number = NaN;

  /** `counter` is a column of running numbers, which nobody adds up. */
  constructor(
    private readonly profile: Profile,
    private readonly counter: number | undefined,
  ) {
    const all = [...profile.columns.keys()];
    this.usual = all.filter((c) => profile.isUsual(c));
    this.about = all.filter((c) => profile.isText(c) || profile.isDay(c));
    this.sums = all
      .filter((c) => c !== counter && profile.isNumber(c))
      .map((column) => new ColumnSum(column));
  }

  /** Whether the row is one of totals; else it counts as a record. */
  isTotals(row: readonly Cell[], filled: number): boolean {
    const isRecord = this.isNumbered(row) || this.records === 0;
    if (!isRecord && this.couldBe(row, filled) && this.isSumOrNamed(row)) {
      for (const sum of this.sums) sum.startSection();
      return true;
    }
    this.records++;
    for (const sum of this.sums) sum.add(row[sum.column]);
    return false;
  }

  /** The row has the running number that follows. */
  private isNumbered(row: readonly Cell[]): boolean {
    if (this.counter === undefined) return false;
    const former = this.number;
    const number = row[this.counter];
    if (typeof number === "number") this.number = number;
    return number === former + 1;
  }

  /** Whether a row, which may stand above the records, says of itself that it is one of totals. */
  isNamed(row: readonly Cell[]): boolean {
    const words = row.map(wordIn).filter((word) => word !== "");
    if (!words.some((word) => totalsWord(word) === "whole")) return false;
    return (
      words.every((word) => totalsWord(word) !== undefined || isCurrency(word)) &&
      (this.lacksAny(row, (c) => this.about.includes(c)) || isHalfBlank(row)) &&
      this.isDateless(row)
    );
  }

  /** Whether a row without words, above the records, holds their sums. Asked when all records have been seen. */
  isSumOfAll(row: readonly Cell[]): boolean {
    return this.isBare(row) && this.holdsSums(row, (sum, value) => sum.isTwice(value));
  }

  /** "Total", and of nothing in particular. */
  isOfAll(row: readonly Cell[]): boolean {
    return row.some((cell) => totalsWord(wordIn(cell)) === "whole");
  }

  /** One word and numbers, where records have words and days more. */
  isLabelled(row: readonly Cell[]): boolean {
    const usual = this.usual.filter((column) => this.about.includes(column));
    const about = usual.length > 1 || this.about.length < 3 ? usual : this.about;
    const [label, ...others] = about.filter((column) => !isVoid(row[column]));
    if (about.length < 2 || label === undefined || others.length > 0) return false;
    return wordIn(row[label]) !== "" && this.holdsNumber(row);
  }

  /** Almost every record lacks nothing and stops here; where one column alone is about something, sums decide. */
  private couldBe(row: readonly Cell[], filled: number): boolean {
    if (this.usual.length === 0 || filled < this.usual.length) return true;
    for (const column of this.usual) if (isVoid(row[column])) return true;
    // a few records and as many sums below them leave open what is usual
    if (this.profile.rows < FEW && isHalfBlank(row) && this.isOfAll(row)) return true;
    return this.about.length <= 1 && this.sumsHold(row);
  }

  private isSumOrNamed(row: readonly Cell[]): boolean {
    let named: "whole" | "part" | undefined;
    let others = 0;
    let namedIn = -1;
    for (let c = 0; c < row.length; c++) {
      const word = wordIn(row[c]);
      if (word === "") continue;
      const means = totalsWord(word);
      if (means !== undefined) {
        named = named === "whole" ? named : means;
        namedIn = c;
      } else if (!isCurrency(word) && readMoneyText(word) === undefined) others++;
    }
    if (named === undefined) return this.isBare(row) && this.sumsHold(row);
    const lacking = this.lacksAny(row, (c) => c !== namedIn && this.about.includes(c));
    if (lacking && others === 0 && this.isDateless(row)) {
      return named === "whole" || this.holdsNumber(row);
    }
    return (lacking || this.about.every((c) => c === namedIn || isVoid(row[c]))) && this.sumsHold(row);
  }

  /** A sum, or a count where a word belongs. */
  private holdsNumber(row: readonly Cell[]): boolean {
    const columns = [...this.sums.map(({ column }) => column), ...this.about];
    return columns.some((column) => typeof plainCell(row[column]) === "number");
  }

  private lacksAny(row: readonly Cell[], of: (column: number) => boolean): boolean {
    return this.usual.some((column) => of(column) && isVoid(row[column])) || this.lacksAllWords(row, of);
  }

  /** Lists without a usual column: a totals row has none of several. */
  private lacksAllWords(row: readonly Cell[], of: (column: number) => boolean): boolean {
    const columns = this.about.filter(of);
    return columns.length > 1 && columns.every((column) => isVoid(row[column]));
  }

  /** Where a day or a word belongs stands at most a count of those above. */
  private isDateless(row: readonly Cell[]): boolean {
    return this.about.every((column) => {
      const value = plainCell(row[column]);
      if (typeof value !== "number") return true;
      if (this.profile.isDay(column) && isDaySerial(value)) return false;
      return Number.isInteger(value) && value >= 0 && value <= this.records;
    });
  }

  /** Neither word nor day, where a record has one. */
  private isBare(row: readonly Cell[]): boolean {
    if (row.some((cell) => wordIn(cell) !== "" || typeof plainCell(cell) === "boolean")) return false;
    return this.usual.some((column) => this.about.includes(column) && isVoid(row[column]));
  }

  private sumsHold(row: readonly Cell[]): boolean {
    return this.holdsSums(row, (sum, value) => sum.isSectionSum(value) || sum.isTotal(value));
  }

  /** Each number of the row is such a sum, and one of them is of two or more. */
  private holdsSums(row: readonly Cell[], test: (sum: ColumnSum, value: number) => boolean): boolean {
    let some = false;
    for (const sum of this.sums) {
      const value = plainCell(row[sum.column]);
      if (typeof value !== "number") continue;
      if (!test(sum, value)) return false;
      if (sum.isOfSeveral()) some = true;
    }
    return some;
  }
}

const FEW = 10;

class ColumnSum {
  private total = 0;
  private section = 0;
  private size = 0;
  private count = 0;

  constructor(readonly column: number) {}

  add(cell: Cell): void {
    const value = typeof cell === "number" ? cell : plainCell(cell);
    if (typeof value !== "number") return;
    this.total += value;
    this.section += value;
    this.size += Math.abs(value);
    if (value !== 0) this.count++;
  }

  startSection(): void {
    this.section = 0;
  }

  isTotal(value: number): boolean {
    return this.isNear(value, this.total);
  }

  isSectionSum(value: number): boolean {
    return this.isNear(value, this.section);
  }

  /** The row itself was added as if it were a record: half of the total is what it holds. */
  isTwice(value: number): boolean {
    return this.isNear(value, this.total - value);
  }

  isOfSeveral(): boolean {
    return this.count > 1;
  }

  private isNear(value: number, sum: number): boolean {
    return Math.abs(value - sum) <= 1e-6 * this.size;
  }
}

function isHalfBlank(row: readonly Cell[]): boolean {
  return row.filter(isVoid).length * 2 >= row.length;
}

/** A currency belongs to the sums beside it. */
function isCurrency(word: string): boolean {
  return /^(?:[A-Z]{3}|lei|[€$£])$/.test(word);
}

function wordIn(cell: Cell): string {
  if (typeof cell === "number") return "";
  const plain = plainCell(cell);
  return typeof plain === "string" && !isVoid(plain) ? plain.trim() : "";
}

/** Blank, or a dash in its place. */
function isVoid(cell: Cell): boolean {
  return !isFilled(cell) || (typeof cell === "string" && cell.length < 3 && /^\s*[-–—]\s*$/.test(cell));
}
