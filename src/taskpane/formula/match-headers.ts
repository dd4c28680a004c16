import { headerWords } from "../../core/records/header-words";
import { headerKey, isHeaderOf } from "../../core/records/headers";
import { kinds, type Kind, type Role } from "../../core/records/roles";
import { normaliseWord } from "../../core/text";

/** Gives each role its best free column, the surest match first; `taken` is column → role. */
export function claim(roles: readonly Role[], headers: readonly string[], taken: Map<number, Role>): void {
  const matches = roles.flatMap((role, order) =>
    headers.map((header, column) => ({ role, order, column, rank: rankOf(role, header) })),
  );
  matches.sort((a, b) => a.rank - b.rank || a.order - b.order || a.column - b.column);
  const served = new Set(taken.values());
  for (const { role, column, rank } of matches) {
    if (!Number.isFinite(rank) || served.has(role) || taken.has(column)) continue;
    taken.set(column, role);
    served.add(role);
  }
}

/** The column that best fits one role, whatever else it may be. */
export function columnFor(role: Role, headers: readonly string[]): number | undefined {
  const ranks = headers.map((header) => rankOf(role, header));
  const best = Math.min(...ranks);
  return Number.isFinite(best) ? ranks.indexOf(best) : undefined;
}

/** The roles of a record kind that are among the headers. */
export function rolesAmong(kind: Kind, headers: readonly string[]): ReadonlySet<Role> {
  const taken = new Map<number, Role>();
  claim(Object.keys(kinds[kind]) as Role[], headers, taken);
  return new Set(taken.values());
}

/** Place of a header among the usual ones of a role, 0 being the most usual; Infinity when it is none. */
function rankOf(role: Role, header: string): number {
  const spaced = header.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"); // InvoiceDate
  const spelling = [header, spaced].find((text) => isHeaderOf(role, text));
  if (spelling === undefined) return Infinity;
  const words = usualHeaders(role);
  const whole = words.indexOf(normaliseWord(spelling));
  return whole >= 0 ? whole : words.indexOf(headerKey(spelling));
}

const usual = new Map<Role, readonly string[]>();

function usualHeaders(role: Role): readonly string[] {
  const known = usual.get(role);
  if (known) return known;
  const words = (headerWords[role] ?? []).flatMap((line) => line.split("|")).map(normaliseWord);
  usual.set(role, words);
  return words;
}
