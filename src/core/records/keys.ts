import { normaliseWord } from "../text";
import type { WordColumn } from "./columns";
import { customerKeys, customersAmong } from "./customers";
import type { Records } from "./records";
import type { Role } from "./roles";

/**
 * What distinct counts count, and tables group by: the words of a role, or a key made of several. `person` = a lead's
 * e-mail address, else company or name, else the lead itself; `event` = day and name; `touched` = the lead, deal or
 * customer an activity is linked to; `sourceName`, `typeName`, `stageName`, `reasonName` (and with the
 * stage) = without case and accents; `sourceGroup` = its class.
 */
export type KeyRole = Role | keyof typeof MADE;

/** Code per record; 0 = missing. Spellings of one customer share a code. */
export function keysOf(records: Records, role: KeyRole): WordColumn {
  if (role === "customer") return customerKeys(records);
  return isMade(role) ? made(records, role) : records.words(role);
}

export function hasKey(records: Records, role: KeyRole): boolean {
  if (!isMade(role)) return records.has(role);
  const { needs }: MadeKey = MADE[role];
  return needs.length === 0 || needs.some((needed) => records.has(needed));
}

/** Codes of the same key in several tables: a word has one code in all of them. */
export function sharedKeys(
  tables: readonly Records[],
  key: KeyRole,
): { readonly codes: readonly Int32Array[]; readonly count: number } {
  const [first, ...others] = tables.map((records) => keysOf(records, key));
  if (first === undefined) return { codes: [], count: 0 };
  if (others.every((column) => column === first))
    return { codes: tables.map(() => first.codes), count: first.words.length };
  const index = new Map<string, number>();
  const codes = [first, ...others].map((column) => {
    const shared = column.words.map((word) => {
      const code = index.get(word) ?? index.size;
      index.set(word, code);
      return code;
    });
    return column.codes.map((code) => shared[code] ?? 0);
  });
  return { codes, count: index.size };
}

/** How the tables spell each word of a key: as it stands first. */
export function spellings(
  tables: readonly (Records | undefined)[],
  key: KeyRole,
  role: Role,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const records of tables) {
    if (records?.has(role) !== true) continue;
    const { codes: keys, words: labels } = keysOf(records, key);
    const { codes, words } = records.words(role);
    for (let i = 0; i < records.rows; i++) {
      const label = labels[keys[i] ?? 0] ?? "";
      if (!names.has(label)) names.set(label, words[codes[i] ?? 0] ?? "");
    }
  }
  return names;
}

/** Codes by key, from 1. */
interface Register {
  /** The code of a word's key; a blank key has none. */
  of(key: string): number;
  /** A code of its own, whatever it is called. */
  fresh(label: string): number;
}

interface MadeKey {
  /** At least one of these has to be there, where it names any. */
  readonly needs: readonly Role[];
  codes(records: Records, register: Register): (row: number) => number;
}

const MADE = {
  person: {
    needs: [],
    codes(leads, register) {
      const names = (["email", "company", "customer", "name"] as const).flatMap((role) =>
        leads.has(role) ? [customerCodes(leads.words(role), register)] : [],
      );
      return (row) => firstOf(names, row) || register.fresh("");
    },
  },
  event: {
    needs: ["date"],
    codes(activities, register) {
      const dates = activities.numbers("date");
      const names = new Map<string, number>();
      const nameOf = activities.has("subject")
        ? codesAs(activities.words("subject"), (word) => numberOf(names, normaliseWord(word)))
        : () => 0;
      const events = eventsOn(dates, names.size + 1, register);
      return (row) => events(nameOf(row), Math.floor(dates[row] ?? NaN));
    },
  },
  touched: {
    needs: ["leadRef", "dealRef", "customerRef"],
    codes(activities, register) {
      const refs = (["leadRef", "dealRef", "customerRef"] as const).flatMap((role) =>
        activities.has(role)
          ? [codesAs(activities.words(role), (word) => register.of(`${role} ${word.toLowerCase()}`))]
          : [],
      );
      return (row) => firstOf(refs, row);
    },
  },
  sourceName: folded("source"),
  typeName: folded("type"),
  stageName: folded("stage"),
  reasonName: folded("lostReason"),
  reasonAndStage: {
    needs: ["stage"],
    codes(records, { of }) {
      const reasons = wordsAs(records.words("lostReason"), normaliseWord);
      const stages = wordsAs(records.words("stage"), normaliseWord);
      return (row) => of(`${reasons(row)}\n${stages(row)}`);
    },
  },
  sourceGroup: {
    needs: ["source"],
    codes(records, { of }) {
      const groupOf = records.classOf("source", "sourceGroup");
      return codesAs(records.words("source"), (word) => of(groupOf(word) ?? "other"));
    },
  },
} as const satisfies Record<string, MadeKey>;

/** More than any serial day. */
const DAYS = 2 ** 22;

/** The code of a name on a day: from a table where the days are few, as they are in most lists. */
function eventsOn(
  dates: Float64Array,
  names: number,
  { fresh }: Register,
): (name: number, day: number) => number {
  let first = Infinity;
  let last = -Infinity;
  for (const date of dates) {
    if (date < first) first = Math.floor(date);
    if (date > last) last = Math.floor(date);
  }
  const days = last - first + 1;
  if (!(days * names <= MOST_CELLS)) {
    const known = new Map<number, number>();
    return (name, day) => {
      if (day !== day) return 0;
      const pair = name * DAYS + day;
      const code = known.get(pair) ?? fresh("");
      known.set(pair, code);
      return code;
    };
  }
  const known = new Int32Array(days * names);
  return (name, day) => {
    if (day !== day) return 0;
    const pair = name * days + day - first;
    return (known[pair] ||= fresh(""));
  };
}

const MOST_CELLS = 1 << 20;

/** A role's words without case and accents. */
function folded(role: Role): MadeKey {
  return {
    needs: [role],
    codes: (records, { of }) => codesAs(records.words(role), (word) => of(normaliseWord(word))),
  };
}

function isMade(role: KeyRole): role is keyof typeof MADE {
  return Object.hasOwn(MADE, role);
}

/** A code for each customer or person among the words. */
function customerCodes({ codes, words }: WordColumn, { fresh }: Register): (row: number) => number {
  const { codeOf, labels } = customersAmong(words);
  const own = new Int32Array(labels.length);
  for (let customer = 1; customer < own.length; customer++) own[customer] = fresh(labels[customer] ?? "");
  return (row) => own[codeOf[codes[row] ?? 0] ?? 0] ?? 0;
}

/** Each row's code, from its word; asked once per word. */
function codesAs({ codes, words }: WordColumn, codeOf: (word: string) => number): (row: number) => number {
  const own = new Int32Array(words.length);
  for (let code = 1; code < own.length; code++) own[code] = codeOf(words[code] ?? "");
  return (row) => own[codes[row] ?? 0] ?? 0;
}

function wordsAs({ codes, words }: WordColumn, textOf: (word: string) => string): (row: number) => string {
  const texts = words.map((word, code) => (code === 0 ? "" : textOf(word)));
  return (row) => texts[codes[row] ?? 0] ?? "";
}

function firstOf(codes: readonly ((row: number) => number)[], row: number): number {
  for (const codeOf of codes) {
    const found = codeOf(row);
    if (found !== 0) return found;
  }
  return 0;
}

function numberOf(index: Map<string, number>, key: string): number {
  const known = index.get(key);
  if (known !== undefined) return known;
  index.set(key, index.size + 1);
  return index.size;
}

const kept = new WeakMap<Records, Map<string, WordColumn>>();

function made(records: Records, role: keyof typeof MADE): WordColumn {
  const known = kept.get(records) ?? new Map<string, WordColumn>();
  kept.set(records, known);
  let column = known.get(role);
  if (column === undefined) {
    const words = [""];
    const index = new Map<string, number>([["", 0]]);
    const key: MadeKey = MADE[role];
    const codeOf = key.codes(records, {
      of(word) {
        let code = index.get(word);
        if (code === undefined) {
          code = words.push(word) - 1;
          index.set(word, code);
        }
        return code;
      },
      fresh: (label) => words.push(label) - 1,
    });
    const codes = new Int32Array(records.rows);
    for (let row = 0; row < codes.length; row++) codes[row] = codeOf(row);
    column = { type: "word", codes, words };
    known.set(role, column);
  }
  return column;
}
