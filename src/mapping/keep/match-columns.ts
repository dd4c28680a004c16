import type { Role } from "../../core/records/roles";
import { normaliseWord } from "../../core/text";
import type { MappedColumn, MappedSource } from "../mapping";

export interface FoundColumn {
  readonly header: string;
  readonly id?: string;
}

export interface ColumnMatch {
  readonly found: ReadonlyMap<Role, { readonly at: number }>;
  readonly missing: readonly Role[];
  /** Headers of the columns that play no role. */
  readonly free: readonly string[];
}

/** How many of the mapped columns have a column with their header. */
export function headersMatching({ roles }: MappedSource, headers: readonly string[]): number {
  const present = new Set(headers.map(key));
  return Object.values(roles).filter(({ header }) => header !== "" && present.has(key(header))).length;
}

/**
 * The mapped columns among those that are there now. `shift` is what a column's place then has to be moved by to be its
 * place now, where nothing was inserted.
 */
export function matchColumns(
  source: MappedSource,
  columns: readonly FoundColumn[],
  shift: number,
): ColumnMatch {
  const mapped = Object.entries(source.roles) as [Role, MappedColumn][];
  const formerPlace = ({ at }: MappedColumn) => at - shift;
  const byHeader = (column: MappedColumn): number[] =>
    column.header === "" ? [] : placesWhere(columns, ({ header }) => sameWords(header, column.header));
  const byId = ({ id }: MappedColumn): number =>
    id === undefined ? -1 : columns.findIndex((column) => column.id === id);

  const found = new Map<Role, { at: number }>();
  const trusted = idsAreTrustworthy(mapped, byId, byHeader);
  for (const [role, column] of mapped) {
    const at = (trusted ? known(byId(column)) : undefined) ?? only(byHeader(column), formerPlace(column));
    if (at !== undefined) found.set(role, { at });
  }
  const taken = new Set([...found.values()].map(({ at }) => at));
  const missing: Role[] = [];
  for (const [role, column] of mapped) {
    if (found.has(role)) continue;
    const at = formerPlace(column);
    // Excel's own id of a column goes only with the column
    const isDeleted = trusted && column.id !== undefined;
    if (!isDeleted && !taken.has(at) && onlyHeaderChanged(source, columns, found, formerPlace, at, shift))
      found.set(role, { at });
    else missing.push(role);
  }
  const used = new Set([...found.values()].map(({ at }) => at));
  const free = columns.filter(({ header }, at) => header !== "" && !used.has(at)).map(({ header }) => header);
  return { found, missing, free };
}

/**
 * Excel keeps the ids of columns; other programs number them anew when they save. They are believed unless more of
 * the headers stand in another column than the id says.
 */
function idsAreTrustworthy(
  mapped: readonly [Role, MappedColumn][],
  byId: (column: MappedColumn) => number,
  byHeader: (column: MappedColumn) => readonly number[],
): boolean {
  let agree = 0;
  let disagree = 0;
  for (const [, column] of mapped) {
    const places = byHeader(column);
    if (places.length === 0) continue;
    if (places.includes(byId(column))) agree++;
    else disagree++;
  }
  return agree >= disagree;
}

/** Of columns with one header the one in its former place; several of which none is there cannot be told apart. */
function only(places: readonly number[], former: number): number | undefined {
  return places.length === 1 ? places[0] : places.find((at) => at === former);
}

/** All columns that were found stand where they stood, most were found, and there are as many columns as there were. */
function onlyHeaderChanged(
  { place, roles }: MappedSource,
  columns: readonly FoundColumn[],
  found: ReadonlyMap<Role, { readonly at: number }>,
  formerPlace: (column: MappedColumn) => number,
  at: number,
  shift: number,
): boolean {
  const count = Object.keys(roles).length;
  if (found.size * 2 < count || found.size === 0) return false;
  const end = place.columns - shift;
  if (place.table ? place.columns !== columns.length : !isHeaded(columns[end - 1]) || isHeaded(columns[end]))
    return false;
  if (!isHeaded(columns[at])) return false;
  return [...found].every(([role, { at: now }]) => {
    const column = roles[role];
    return column !== undefined && formerPlace(column) === now;
  });
}

function isHeaded(column: FoundColumn | undefined): boolean {
  return (column?.header ?? "") !== "";
}

function placesWhere(columns: readonly FoundColumn[], test: (column: FoundColumn) => boolean): number[] {
  return columns.flatMap((column, at) => (test(column) ? [at] : []));
}

function sameWords(one: string, other: string): boolean {
  return key(one) === key(other);
}

/** Headers such as "#" or "€" hold no word to compare. */
function key(header: string): string {
  return normaliseWord(header) || header.trim();
}

function known(at: number): number | undefined {
  return at < 0 ? undefined : at;
}
