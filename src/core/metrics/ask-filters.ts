import type { Dataset } from "../records/dataset";
import { headerWords } from "../records/header-words";
import { keysOf } from "../records/keys";
import { Outcome } from "../records/outcome";
import type { Records } from "../records/records";
import { typeOfRole, type Kind, type Role } from "../records/roles";
import { stop } from "../result";
import { normaliseWord } from "../text";

/** A column and the value that its records have to have, as a person writes them: `owner`, `Ana`. */
export interface Filter {
  readonly role: string;
  /** A word, several separated by "|", "(blank)" or "(gol)" for records without one, "*" for all. */
  readonly value: string | number | boolean;
}

export interface ReadFilter {
  readonly role: Role;
  /** The words that pass, as they are compared; "" passes the blank ones. */
  readonly words: readonly string[];
  /** As it was written. */
  readonly shown: string;
}

/** Filters in the order of their roles, without those that let all pass; refuses a column that no table has. */
export function readFilters(all: Dataset, filters: readonly Filter[]): readonly ReadFilter[] {
  const roles = filterRoles(all);
  const read = filters.flatMap(({ role: name, value }): ReadFilter[] => {
    const shown = String(value).trim();
    const role = roleNamed(name, roles) ?? stop("noFilterRole", { role: name, valid: roles.join(", ") });
    if (shown === "") stop("noFilterValue", { role });
    if (shown === "*") return [];
    const words = shown.split("|").map((word) => (BLANK.has(word.trim().toLowerCase()) ? "" : wordKey(word)));
    return [{ role, words: [...new Set(words)].sort(), shown }];
  });
  return read.sort((a, b) => (a.role < b.role ? -1 : a.role > b.role ? 1 : 0));
}

/** How words of filters are compared: without case and accents; what has neither letters nor digits, as it stands. */
export function wordKey(word: string): string {
  return normaliseWord(word) || word.trim().toLowerCase();
}

/** Whether a row of the records passes; a table without one of the columns has none that do. */
export function passing(records: Records, filters: readonly ReadFilter[]): (row: number) => boolean {
  const tests = filters.map(({ role, words }) => {
    if (!records.has(role)) return () => false;
    const { codes, words: own } = keysOf(records, role);
    const passes = own.map((word) => words.includes(wordKey(word)));
    return (row: number) => passes[codes[row] ?? 0] === true;
  });
  return (row) => tests.every((test) => test(row));
}

/** Whether any record passes all filters together. */
export function somePass(all: Dataset, filters: readonly Filter[]): boolean {
  const read = readFilters(all, filters);
  return Object.values(all).some((records) => {
    const passes = passing(records, read);
    return records.outcome.some((outcome, row) => outcome !== Outcome.none && passes(row));
  });
}

const BLANK = new Set(["(blank)", "(gol)", "(goală)", "(unassigned)", "(nealocat)"]);

/** Columns of words that some table has, by which records can be filtered and grouped. */
export function filterRoles(all: Dataset): readonly Role[] {
  const roles = Object.values(all).flatMap(({ kind, columns }) =>
    [...columns.keys()].filter((role) => isWord(kind, role)),
  );
  return [...new Set(roles)].sort();
}

/** Words of their own, or amounts of text that are no groups. */
const NO_GROUPS: ReadonlySet<Role> = new Set<Role>([
  "group",
  "subject",
  "dealRef",
  "leadRef",
  "dealId",
  "email",
]);

function isWord(kind: Kind, role: Role): boolean {
  if (NO_GROUPS.has(role)) return false;
  const type = typeOfRole(kind, role);
  return type === "word" || type === "status";
}

/** The role with this name, or the one role that a usual header with this name has. */
export function roleNamed(name: string, roles: readonly Role[]): Role | undefined {
  const word = normaliseWord(name);
  const joined = word.replaceAll(" ", "");
  const own = roles.find((role) => role.toLowerCase() === joined);
  if (own !== undefined || word === "") return own;
  const usual = roles.filter((role) => headerWords[role]?.some((line) => line.split("|").includes(word)));
  return usual.length === 1 ? usual[0] : undefined;
}

/** Words of the role that resemble what was asked for, at most three. */
export function nearWords(all: Dataset, role: Role, asked: string): readonly string[] {
  const key = wordKey(asked);
  const near: { word: string; distance: number }[] = [];
  const known = new Set<string>();
  for (const records of Object.values(all)) {
    if (!records.has(role)) continue;
    for (const word of keysOf(records, role).words) {
      const own = wordKey(word);
      if (own === "" || known.has(own)) continue;
      known.add(own);
      const distance = own.startsWith(key) || key.startsWith(own) ? 1 : editDistance(own, key);
      if (distance <= Math.max(1, Math.floor(key.length / 3))) near.push({ word, distance });
    }
  }
  if (known.size <= 3 && near.length === 0) return wordsOf(all, role);
  return near
    .sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1))
    .slice(0, 3)
    .map(({ word }) => word);
}

/** Whether some record of the tables has the word. */
export function hasWord(all: Dataset, { role, words }: ReadFilter): boolean {
  return Object.values(all).some(
    (records: Records) =>
      records.has(role) && keysOf(records, role).words.some((word) => words.includes(wordKey(word))),
  );
}

function wordsOf(all: Dataset, role: Role): readonly string[] {
  const words = Object.values(all).flatMap((records) =>
    records.has(role) ? keysOf(records, role).words.filter((word) => word !== "") : [],
  );
  return [...new Set(words)].slice(0, 3);
}

/** Levenshtein's distance; long words are cut, as near ones are near at their beginning. */
function editDistance(one: string, other: string): number {
  const [a, b] = [one.slice(0, 30), other.slice(0, 30)];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
