import { isBlank, plainCell, type Cell, type Cells } from "../../core/records/cells";
import { knownHeaders } from "./known-header";
import { shapeOf, Shape, textOf } from "./cell-shape";
import type { Profile } from "./list-cells";

/** Recognises the header of a list where it stands again between the records, as on every printed page. */
export class OwnHeader {
  private readonly rows: readonly HeaderRow[];

  constructor(header: Cells) {
    this.rows = header.map(headerRow).filter(({ first }) => first >= 0);
  }

  isRepeatedIn(row: readonly Cell[]): boolean {
    for (const header of this.rows) {
      // almost every row fails here
      const cell = row[header.first];
      if (typeof cell === "number" || keyOf(cell) !== header.keys[header.first]) continue;
      const filled = row.filter((each) => !isBlank(each)).length;
      const equal = header.keys.filter((key, at) => key !== "" && key === keyOf(row[at])).length;
      if (equal >= 0.8 * Math.max(header.named, filled) && (equal > 1 || header.named === 1)) return true;
    }
    return false;
  }
}

interface HeaderRow {
  readonly keys: readonly string[];
  /** The first column with a name, and how many have one. */
  readonly first: number;
  readonly named: number;
}

function headerRow(row: readonly Cell[]): HeaderRow {
  const keys = row.map(keyOf);
  return { keys, first: keys.findIndex((key) => key !== ""), named: keys.filter((key) => key !== "").length };
}

/**
 * Whether a row is the header of another list: text where this list has numbers, and words that are usual headers or
 * two such columns; or, without any number, usual headers for the most part. `below` is the next filled row.
 */
export function isForeignHeader(
  row: readonly Cell[],
  below: readonly Cell[] | undefined,
  profile: Profile,
  leastKnown: number,
): boolean {
  if (below === undefined) return false;
  const texts: string[] = [];
  let contrast = 0;
  for (let c = 0; c < profile.columns.length; c++) {
    const shape = shapeOf(row[c]);
    if (shape === Shape.blank) continue;
    if (shape !== Shape.text) return false;
    texts.push(textOf(row[c]));
    if (profile.isNumber(c)) contrast++;
  }
  if (texts.length < Math.min(2, profile.columns.length)) return false;
  if (new Set(texts).size < texts.length) return false;
  const known = knownHeaders(texts);
  if (known < leastKnown) return false;
  const numbersOfThis = profile.columns.filter((_, c) => profile.isNumber(c) && profile.isUsual(c)).length;
  if (numbersOfThis > 0 && contrast === 0) return known >= 2 && known >= 0.6 * texts.length;
  const typedBelow = below.some((cell) => shapeOf(cell) > Shape.text);
  return known >= 2 ? known * 2 >= texts.length || typedBelow : typedBelow && (known === 1 || contrast > 1);
}

/**
 * What the columns are called. Of two header rows the lower one names them; the upper one joins in where the lower is
 * blank or says the same twice, or where the two together or the upper alone are the more usual words.
 */
export function headersOf(header: Cells): string[] {
  const last = header[header.length - 1];
  if (last === undefined) return [];
  const lower = last.map(headerText);
  const above = header[header.length - 2]?.map(headerText);
  if (above === undefined) return lower;
  const twice = new Set(lower.filter((text, at) => text !== "" && lower.indexOf(text) !== at));
  const groups = fillForward(above, lower);
  const needed = lower.map((text, at) =>
    text === "" ? (above[at] ?? "") : twice.has(text) ? join(groups[at], text) : text,
  );
  const shared = above.filter((text, at) => text !== "" && lower[at] !== "").length;
  if (shared < 0.8 * lower.filter((text) => text !== "").length) return needed;
  const joined = lower.map((text, at) => join(above[at], text));
  const upper = above.map((text, at) => (text === "" ? (lower[at] ?? "") : text));
  const isDistinct = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;
  // two lines of a name say more than the second alone
  return [joined, needed, upper]
    .filter((texts) => isDistinct(texts) || !isDistinct(needed))
    .reduce((best, texts) => (knownHeaders(texts) > knownHeaders(best) ? texts : best));
}

function headerText(cell: Cell): string {
  const plain = plainCell(cell);
  if (isBlank(plain)) return "";
  return String(plain).replace(/\s+/gu, " ").trim();
}

/** A merged cell's text stands in its first column and goes for the blank ones to its right. */
function fillForward(above: readonly string[], lower: readonly string[]): string[] {
  let current = "";
  return above.map((text, at) => {
    if (text !== "") current = text;
    else if (lower[at] === "") current = "";
    return current;
  });
}

function join(upper = "", lower = ""): string {
  return upper === lower ? lower : `${upper} ${lower}`.trim();
}

function keyOf(cell: Cell): string {
  return isBlank(cell) ? "" : String(plainCell(cell)).trim().toLowerCase();
}
