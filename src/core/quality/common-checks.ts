import { furtherLines } from "../records/duplicates";
import { areLines } from "../records/order-lines";
import { Outcome } from "../records/outcome";
import type { Records } from "../records/records";
import { kinds, type Kind, type Role } from "../records/roles";
import { isoDate } from "../time/serial";
import { normaliseWord } from "../text";
import { numbersOf, rowsWhere, where, wordsOf, type Check, type Found } from "./check";
import { likelyMisspelt } from "./spelling";

const ALL_KINDS = Object.keys(kinds) as Kind[];

/** Cells that could not be read, and columns that cannot be used at all. */
const unreadable: Check<"unreadable"> = {
  id: "unreadable",
  severity: "error",
  kinds: ALL_KINDS,
  find: (records) => problemsOf(records, (reason) => reason !== "outOfRange" && reason !== "ambiguousDate"),
};

const outOfRange: Check<"outOfRange"> = {
  id: "outOfRange",
  severity: "error",
  kinds: ALL_KINDS,
  find: (records) => problemsOf(records, (reason) => reason === "outOfRange"),
};

function problemsOf(records: Records, wanted: (reason: string) => boolean): Found[] {
  return records.problems.flatMap(({ role, reason, rows, sample }) =>
    wanted(reason)
      ? [{ role: role as Role, rows: rows.map((row) => row - records.firstRow), values: { sample } }]
      : [],
  );
}

/** Text dates whose day and month may be either way round, with nothing in the column to tell. */
const ambiguousDates: Check<"ambiguousDates"> = {
  id: "ambiguousDates",
  severity: "error",
  kinds: ALL_KINDS,
  find: (records) => problemsOf(records, (reason) => reason === "ambiguousDate"),
};

/** Which way round text dates were read, and the first one that shows it. */
const dateOrderRead: Check<"dateOrderRead"> = {
  id: "dateOrderRead",
  severity: "info",
  kinds: ALL_KINDS,
  find: (records) =>
    [...records.columns].flatMap(([role, column]): Found[] =>
      column.type === "number" && column.dateOrder !== undefined && column.fault === undefined
        ? [{ role, values: { order: column.dateOrder } }]
        : [],
    ),
};

/** Roles without which a record says little; blank cells in them. */
const NEEDED: Readonly<Partial<Record<Kind, readonly Role[]>>> = {
  deal: ["status", "createdDate"],
  lead: ["createdDate"],
  activity: ["type", "date"],
  subscription: ["customer", "startDate", "mrr"],
  target: ["amount", "periodStart"],
  cost: ["amount", "date"],
  stage: ["name"],
  stageHistory: ["dealId", "stage", "enteredDate"],
  survey: ["score"],
  benchmark: ["metric"],
};

const missing: Check<"missing"> = {
  id: "missing",
  severity: "error",
  kinds: Object.keys(NEEDED) as Kind[],
  find: (records) => blanksIn(records, NEEDED[records.kind] ?? []),
};

const missingOwner: Check<"missingOwner"> = {
  id: "missingOwner",
  severity: "warning",
  kinds: ["deal", "lead", "activity"],
  find: (records) => blanksIn(records, ["owner"]),
};

const missingSource: Check<"missingSource"> = {
  id: "missingSource",
  severity: "warning",
  kinds: ["lead"],
  find: (records) => blanksIn(records, ["source"]),
};

function blanksIn(records: Records, roles: readonly Role[]): Found[] {
  return roles.flatMap((role) => {
    const column = records.columns.get(role);
    if (column === undefined || column.fault !== undefined) return [];
    const bad = unreadableRows(records, role);
    const isMissing =
      column.type === "word"
        ? (row: number) => column.codes[row] === 0
        : (row: number) => Number.isNaN(column.values[row] ?? NaN);
    return where(records, (row) => isMissing(row) && !bad.has(row), role);
  });
}

function unreadableRows(records: Records, role: Role): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const problem of records.problems) {
    if (problem.role === role) for (const row of problem.rows) rows.add(row - records.firstRow);
  }
  return rows;
}

/** Rows whose id another row has as well, whether they count as versions of one record or as its lines; lists of lines are made of such. */
const duplicateId: Check<"duplicateId"> = {
  id: "duplicateId",
  severity: "warning",
  kinds: ["deal", "lead", "activity"],
  find(records, { dataset }) {
    if (areLines(records.columns)) return [];
    const lines = furtherLines(dataset[records.kind] ?? records);
    return repeats(records, "id", lines);
  },
};

const duplicateEmail: Check<"duplicateEmail"> = {
  id: "duplicateEmail",
  severity: "warning",
  kinds: ["lead"],
  find: (records) => repeats(records, "email"),
};

/** Rows left out as duplicates count here too: they are what is looked for. */
function repeats(records: Records, role: Role, except: ReadonlySet<number> = new Set()): Found[] {
  const column = records.columns.get(role);
  if (column?.type !== "word") return [];
  const keys = column.words.map((word) => word.toLowerCase());
  const first = new Map<string, number>();
  const rows = new Set<number>();
  let sample = "";
  for (let row = 0; row < records.rows; row++) {
    const key = keys[column.codes[row] ?? 0] ?? "";
    if (key === "" || except.has(row)) continue;
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    else {
      rows.add(before).add(row);
      sample ||= column.words[column.codes[row] ?? 0] ?? "";
    }
  }
  return rows.size === 0 ? [] : [{ role, rows: [...rows].sort((a, b) => a - b), values: { sample } }];
}

/** More distinct names than this are no list of owners. */
const MOST_OWNERS = 400;

/** One person under several names has several win rates. */
const ownerSpellings: Check<"ownerSpellings"> = {
  id: "ownerSpellings",
  severity: "warning",
  kinds: ["deal", "lead", "activity"],
  find(records) {
    const column = records.columns.get("owner");
    if (column?.type !== "word" || column.words.length > MOST_OWNERS) return [];
    return spelledTogether(records, "owner", likelyMisspelt(column.words.slice(1)));
  },
};

/** A finding for each group of words, with the rows that have one of them. */
export function spelledTogether(
  records: Records,
  role: Role,
  groups: readonly (readonly string[])[],
): readonly Found[] {
  const wordAt = wordsOf(records, role);
  if (wordAt === undefined) return [];
  return groups.flatMap((group) => {
    const names = new Set(group);
    const rows = rowsWhere(records, (row) => names.has(wordAt(row)));
    const used = new Set(rows.map(wordAt));
    return used.size < 2 ? [] : [{ role, rows, values: { names: [...used].join(" · ") } }];
  });
}

/** Amounts of several currencies are added up as if they were one. */
const severalCurrencies: Check<"severalCurrencies"> = {
  id: "severalCurrencies",
  severity: "warning",
  kinds: ["deal", "subscription"],
  find(records) {
    const role = records.kind === "deal" ? "amount" : "mrr";
    const currencies = records.currencies(role);
    return currencies.length < 2 ? [] : [{ role, values: { currencies: currencies.join(", ") } }];
  },
};

const LARGE_SHARE = 0.2;
const FEW_ROWS = 20;

/** A day on which a fifth of all records were created is the day of an import. */
const importedTogether: Check<"importedTogether"> = {
  id: "importedTogether",
  severity: "warning",
  kinds: ["deal", "lead"],
  find(records) {
    const created = numbersOf(records, "createdDate");
    if (created === undefined) return [];
    const perDay = new Map<number, number>();
    const dated = rowsWhere(records, (row) => !Number.isNaN(created[row] ?? NaN));
    for (const row of dated) {
      const day = Math.floor(created[row] ?? NaN);
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
    }
    if (dated.length < FEW_ROWS || perDay.size < 2) return [];
    return [...perDay]
      .filter(([, count]) => count > LARGE_SHARE * dated.length)
      .map(([day]) => ({
        role: "createdDate" as const,
        rows: dated.filter((row) => Math.floor(created[row] ?? NaN) === day),
        values: { date: isoDate(day) },
      }));
  },
};

/** Where a kind's history begins: periods before it look empty and are not. */
const HISTORY: Readonly<Partial<Record<Kind, Role>>> = {
  deal: "createdDate",
  lead: "createdDate",
  activity: "date",
  subscription: "startDate",
};

const historyStart: Check<"historyStart"> = {
  id: "historyStart",
  severity: "info",
  kinds: Object.keys(HISTORY) as Kind[],
  find(records) {
    const role = HISTORY[records.kind];
    const dates = role === undefined ? undefined : numbersOf(records, role);
    if (role === undefined || dates === undefined) return [];
    let first = Infinity;
    for (let row = 0; row < records.rows; row++) {
      if (records.outcome[row] !== Outcome.none) first = Math.min(first, dates[row] ?? NaN) || first;
    }
    return first === Infinity ? [] : [{ role, values: { date: isoDate(Math.floor(first)) } }];
  },
};

/** Words that name a record of another table which is not in it. */
const brokenLink: Check<"brokenLink"> = {
  id: "brokenLink",
  severity: "warning",
  kinds: ["deal", "lead", "activity", "stageHistory"],
  find: (records, { dataset }) =>
    LINKS.flatMap(([from, role, to]) => {
      const target = dataset[to]?.columns.get("id");
      const wordAt = wordsOf(records, role);
      if (records.kind !== from || target?.type !== "word" || wordAt === undefined) return [];
      const known = new Set(target.words.map((word) => word.toLowerCase()));
      const lost = (row: number): boolean => wordAt(row) !== "" && !known.has(wordAt(row).toLowerCase());
      const [found] = where(records, lost, role);
      return found?.rows === undefined ? [] : [{ ...found, values: { sample: wordAt(found.rows[0] ?? 0) } }];
    }),
};

const LINKS: readonly (readonly [from: Kind, role: Role, to: Kind])[] = [
  ["deal", "leadRef", "lead"],
  ["lead", "dealRef", "deal"],
  ["activity", "dealRef", "deal"],
  ["activity", "leadRef", "lead"],
  ["stageHistory", "dealId", "deal"],
];

/** Rows of totals are left out of every number; so are those set aside as duplicates. */
const leftOut: Check<"totalsRow"> = {
  id: "totalsRow",
  severity: "info",
  kinds: ALL_KINDS,
  find: ({ excluded }) =>
    (excluded.totalsRow ?? 0) === 0 ? [] : [{ values: { count: excluded.totalsRow ?? 0 } }],
};

/** Words of a column that no vocabulary knows, most frequent first; the rows that have one. */
export function unknownWords(
  records: Records,
  role: Role,
  isKnown: (word: string) => boolean,
): readonly Found[] {
  const column = records.columns.get(role);
  if (column?.type !== "word") return [];
  const unknown = column.words.map((word, code) => code > 0 && !isKnown(word));
  const counts = new Map<string, number>();
  const rows = rowsWhere(records, (row) => unknown[column.codes[row] ?? 0] === true);
  for (const row of rows) {
    const word = column.words[column.codes[row] ?? 0] ?? "";
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const names = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 5);
  return rows.length === 0
    ? []
    : [{ role, rows, values: { names: names.map(([word]) => word).join(" · ") } }];
}

/** Whether words are numbers: flags and probabilities need no vocabulary. */
export function isNumeric(word: string): boolean {
  return normaliseWord(word) !== "" && Number.isFinite(Number(word.replace(",", ".").replace(/%$/, "")));
}

export const commonChecks = [
  ...[unreadable, ambiguousDates, outOfRange, missing, missingOwner, missingSource],
  ...[duplicateId, duplicateEmail, ownerSpellings, severalCurrencies, importedTogether],
  ...[brokenLink, leftOut, dateOrderRead, historyStart],
] as const;
