import { headerWords } from "../../core/records/header-words";
import { headerKey } from "../../core/records/headers";
import { kinds, type Kind, type Role } from "../../core/records/roles";
import { normaliseWord } from "../../core/text";

/** Gives each role its best free column, the surest match first; `taken` is column → role. */
export function claim(roles: readonly Role[], headers: readonly string[], taken: Map<number, Role>): void {
  const orders = new Map(roles.map((role, order) => [role, order]));
  const matches = headers.flatMap((header, column) =>
    [...ranksOf(header)].flatMap(([role, rank]) => {
      const order = orders.get(role);
      return order === undefined ? [] : [{ role, order, column, rank }];
    }),
  );
  matches.sort((a, b) => a.rank - b.rank || a.order - b.order || a.column - b.column);
  const served = new Set(taken.values());
  for (const { role, column } of matches) {
    if (served.has(role) || taken.has(column)) continue;
    taken.set(column, role);
    served.add(role);
  }
}

/** The column that best fits one role, whatever else it may be. */
export function columnFor(role: Role, headers: readonly string[]): number | undefined {
  const ranks = headers.map((header) => ranksOf(header).get(role) ?? Infinity);
  const best = Math.min(...ranks);
  return Number.isFinite(best) ? ranks.indexOf(best) : undefined;
}

/** The roles of a record kind that are among the headers. */
export function rolesAmong(kind: Kind, headers: readonly string[]): ReadonlySet<Role> {
  const ofHeaders = known.get(headers) ?? new Map<Kind, ReadonlySet<Role>>();
  known.set(headers, ofHeaders);
  let roles = ofHeaders.get(kind);
  if (roles === undefined) {
    const taken = new Map<number, Role>();
    claim(Object.keys(kinds[kind]) as Role[], headers, taken);
    roles = new Set(taken.values());
    ofHeaders.set(kind, roles);
  }
  return roles;
}

/** A wide workbook is looked through for every metric: what its headers are stays the same. */
const known = new WeakMap<readonly string[], Map<Kind, ReadonlySet<Role>>>();

type Ranks = ReadonlyMap<Role, number>;

const ranksOfHeader = new Map<string, Ranks>();

/** The roles a header is a usual one of, and its place among them, 0 being the most usual. */
function ranksOf(header: string): Ranks {
  const former = ranksOfHeader.get(header);
  if (former !== undefined) return former;
  const spaced = header.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"); // InvoiceDate
  const ranks = new Map<Role, number>();
  for (const spelling of [
    normaliseWord(header),
    headerKey(header),
    normaliseWord(spaced),
    headerKey(spaced),
  ]) {
    for (const [role, rank] of usualHeaders().get(spelling) ?? []) {
      if (!ranks.has(role)) ranks.set(role, rank);
    }
  }
  ranksOfHeader.set(header, ranks);
  return ranks;
}

let usual: ReadonlyMap<string, Ranks> | undefined;

/** Word → the roles it is a usual header of, and its place there. */
function usualHeaders(): ReadonlyMap<string, Ranks> {
  if (usual !== undefined) return usual;
  const index = new Map<string, Map<Role, number>>();
  for (const [role, lines] of Object.entries(headerWords)) {
    const words = lines.flatMap((line) => line.split("|")).map(normaliseWord);
    words.forEach((word, rank) => {
      const ranks = index.get(word) ?? new Map<Role, number>();
      index.set(word, ranks);
      if (!ranks.has(role as Role)) ranks.set(role as Role, rank);
    });
  }
  usual = index;
  return usual;
}
