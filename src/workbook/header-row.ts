import type { Cell } from "../core/records/cells";
import { isHeaderOf } from "../core/records/headers";
import { kinds, type Role } from "../core/records/roles";

/**
 * Which of the first rows of a sheet holds the headers: the one with most usual headers, as exports put titles and
 * dates above it; without any known header, the first row that is two or more texts.
 */
export function findHeaderRow(rows: readonly (readonly Cell[])[]): number | undefined {
  let best: number | undefined;
  let most = 0;
  rows.forEach((row, index) => {
    const known = row.filter((cell) => typeof cell === "string" && isKnownHeader(cell)).length;
    if (known > most) [best, most] = [index, known];
  });
  if (best !== undefined && most > 1) return best;
  const texts = rows.findIndex((row) => {
    const filled = row.filter((cell) => cell !== "" && cell !== null);
    return filled.length > 1 && filled.every((cell) => typeof cell === "string");
  });
  return texts < 0 ? undefined : texts;
}

const ROLES = [...new Set(Object.values(kinds).flatMap((roles) => Object.keys(roles)))] as Role[];

function isKnownHeader(text: string): boolean {
  return text.trim() !== "" && ROLES.some((role) => isHeaderOf(role, text));
}
