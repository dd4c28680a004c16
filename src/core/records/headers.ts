import { normaliseWord } from "../text";
import { isBlank, plainCell, type CellColumn } from "./cells";
import { headerWords } from "./header-words";
import { readDateText } from "./read-date";
import { readDurationText } from "./read-duration";
import { readMoneyText } from "./read-money";
import { typeOfRole, type ColumnType, type Kind, type Role } from "./roles";
import {
  activityDoneOf,
  activityTypeOf,
  callOutcomeOf,
  costCategoryOf,
  dealTypeOf,
  directionOf,
  leadStatusOf,
  sourceGroupOf,
  statusOf,
  yesNoOf,
} from "./vocabulary";

let index: Map<string, Set<string>> | undefined;

/** Whether a text is a usual header of a column with this role. */
export function isHeaderOf(role: Role, text: string): boolean {
  if (index === undefined) {
    index = new Map();
    for (const [name, lines] of Object.entries(headerWords)) {
      index.set(name, new Set(lines.flatMap((line) => line.split("|")).map(normaliseWord)));
    }
  }
  const words = index.get(role);
  return words !== undefined && (words.has(normaliseWord(text)) || words.has(headerKey(text)));
}

/** Headers are compared without an export's mark of required columns and entity prefix ("Deal - Status*") as well. */
export function headerKey(text: string): string {
  return normaliseWord(text).replace(
    /^(?:deal|opportunity|organization|person|lead|order|activity) (?=\p{L})/u,
    "",
  );
}

/**
 * 1 when the first row is a header passed along with its column (`Deals[[#All],[Status]]`), else 0: every filled cell
 * of it is text, and one is a usual header of its role or stands where a date or an amount belongs while the next
 * row is readable.
 */
export function headerRows(
  kind: Kind,
  sources: ReadonlyMap<Role, CellColumn>,
  words: { readonly won?: readonly string[]; readonly lost?: readonly string[] },
): 0 | 1 {
  const own = new Set([...(words.won ?? []), ...(words.lost ?? [])].map(normaliseWord));
  let found = false;
  for (const [role, { rows, at }] of sources) {
    const cell = plainCell(rows[0]?.[at]);
    if (isBlank(cell)) continue;
    if (typeof cell !== "string") return 0;
    const type = typeOfRole(kind, role);
    if (type === "status" && own.has(normaliseWord(cell))) return 0;
    if (type === "word" || type === "status") {
      if (isHeaderOf(role, cell) && classesOf(kind, role)(cell) === undefined) found = true;
    } else {
      if (isReadable(type, cell)) return 0;
      if (isHeaderOf(role, cell) || isReadable(type, rows[1]?.[at])) found = true;
    }
  }
  return found ? 1 : 0;
}

type ValueType = Exclude<ColumnType, "word" | "status">;

function isReadable(type: ValueType, cell: unknown): boolean {
  const plain = plainCell(cell);
  if (typeof plain === "number") return true;
  if (typeof plain !== "string") return false;
  const text = plain.trim();
  switch (type) {
    case "date":
      return readDateText(text) !== undefined;
    case "duration":
      return readDurationText(text) !== undefined || readMoneyText(text) !== undefined;
    case "probability":
      return readMoneyText(text.replace(/%$/, "")) !== undefined;
    case "money":
    case "number":
    case "level":
      return readMoneyText(text) !== undefined;
  }
}

/** A word of the list's own, as "Won" of a status or "Done" of a task, is no sign of a header although some are called so. */
function classesOf(kind: Kind, role: Role): (word: string) => unknown {
  switch (role) {
    case "status":
      return kind === "lead" ? leadStatusOf : statusOf;
    case "type":
      return kind === "activity" ? activityTypeOf : dealTypeOf;
    case "done":
      return activityDoneOf;
    case "outcome":
      return (word) => callOutcomeOf(word) ?? activityDoneOf(word);
    case "converted":
      return yesNoOf;
    case "direction":
      return directionOf;
    case "source":
      return sourceGroupOf;
    case "category":
      return costCategoryOf;
    default:
      return () => undefined;
  }
}
