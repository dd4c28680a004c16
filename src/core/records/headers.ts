import { normaliseWord } from "../text";
import { isBlank, plainCell, type CellColumn } from "./cells";
import { headerWords } from "./header-words";
import { readDateText } from "./read-date";
import { readMoneyText } from "./read-money";
import { typeOfRole, type Kind, type Role } from "./roles";
import { statusOf } from "./vocabulary";

let index: Map<string, Set<string>> | undefined;

/** Whether a text is a usual header of a column with this role. */
export function isHeaderOf(role: Role, text: string): boolean {
  if (index === undefined) {
    index = new Map();
    for (const [name, lines] of Object.entries(headerWords)) {
      index.set(name, new Set(lines.flatMap((line) => line.split("|")).map(normaliseWord)));
    }
  }
  return index.get(role)?.has(headerKey(text)) === true;
}

/** Headers are compared without an export's mark of required columns and entity prefix ("Deal - Status*"). */
export function headerKey(text: string): string {
  return normaliseWord(text).replace(/^(?:deal|opportunity|organization|person|lead|order) (?=\p{L})/u, "");
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
    if (type === "date" || type === "money" || type === "number") {
      const readable = type === "date" ? readDateText(cell.trim()) : readMoneyText(cell);
      if (readable !== undefined) return 0;
      if (isHeaderOf(role, cell) || looksReadable(type, rows[1]?.[at])) found = true;
    } else if (type === "status") {
      if (own.has(normaliseWord(cell))) return 0;
      if (isHeaderOf(role, cell) && statusOf(cell) === undefined) found = true;
    } else if (isHeaderOf(role, cell)) found = true;
  }
  return found ? 1 : 0;
}

function looksReadable(type: "date" | "money" | "number", cell: unknown): boolean {
  const plain = plainCell(cell);
  if (typeof plain === "number") return true;
  if (typeof plain !== "string") return false;
  return (type === "date" ? readDateText(plain.trim()) : readMoneyText(plain)) !== undefined;
}
