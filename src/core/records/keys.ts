import { normaliseWord } from "../text";
import type { WordColumn } from "./columns";
import { customerKey, customerKeys } from "./customers";
import type { Records } from "./records";
import type { Role } from "./roles";
import { sourceGroupOf } from "./vocabulary";

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

interface MadeKey {
  /** At least one of these has to be there, where it names any. */
  readonly needs: readonly Role[];
  keys(records: Records): (row: number) => string;
}

const MADE = {
  person: {
    needs: [],
    keys(leads) {
      const names = (["email", "company", "customer", "name"] as const).flatMap((role) =>
        leads.has(role) ? [codesAs(leads.words(role), (word) => `${role} ${customerKey(word)}`)] : [],
      );
      return (row) => firstOf(names, row) || `row ${row}`;
    },
  },
  event: {
    needs: ["date"],
    keys(activities) {
      const dates = activities.numbers("date");
      const names = activities.has("subject")
        ? codesAs(activities.words("subject"), normaliseWord)
        : () => "";
      return (row) => {
        const date = dates[row] ?? NaN;
        return date === date ? `${Math.floor(date)} ${names(row)}` : "";
      };
    },
  },
  touched: {
    needs: ["leadRef", "dealRef", "customerRef"],
    keys(activities) {
      const refs = (["leadRef", "dealRef", "customerRef"] as const).flatMap((role) =>
        activities.has(role)
          ? [codesAs(activities.words(role), (word) => `${role} ${word.toLowerCase()}`)]
          : [],
      );
      return (row) => firstOf(refs, row);
    },
  },
  sourceName: { needs: ["source"], keys: (records) => codesAs(records.words("source"), normaliseWord) },
  typeName: { needs: ["type"], keys: (records) => codesAs(records.words("type"), normaliseWord) },
  stageName: { needs: ["stage"], keys: (records) => codesAs(records.words("stage"), normaliseWord) },
  reasonName: {
    needs: ["lostReason"],
    keys: (records) => codesAs(records.words("lostReason"), normaliseWord),
  },
  reasonAndStage: {
    needs: ["stage"],
    keys(records) {
      const reasons = codesAs(records.words("lostReason"), normaliseWord);
      const stages = codesAs(records.words("stage"), normaliseWord);
      return (row) => `${reasons(row)}\n${stages(row)}`;
    },
  },
  sourceGroup: {
    needs: ["source"],
    keys: (records) => codesAs(records.words("source"), (word) => sourceGroupOf(word) ?? "other"),
  },
} as const satisfies Record<string, MadeKey>;

function isMade(role: KeyRole): role is keyof typeof MADE {
  return Object.hasOwn(MADE, role);
}

/** Each row's word, turned into a key once per word; a blank cell has none. */
function codesAs({ codes, words }: WordColumn, keyOf: (word: string) => string): (row: number) => string {
  const keys = words.map((word, code) => (code === 0 ? "" : keyOf(word)));
  return (row) => keys[codes[row] ?? 0] ?? "";
}

function firstOf(keys: readonly ((row: number) => string)[], row: number): string {
  for (const key of keys) {
    const found = key(row);
    if (found !== "") return found;
  }
  return "";
}

const kept = new WeakMap<Records, Map<string, WordColumn>>();

function made(records: Records, role: keyof typeof MADE): WordColumn {
  const known = kept.get(records) ?? new Map<string, WordColumn>();
  kept.set(records, known);
  let column = known.get(role);
  if (column === undefined) {
    const key: MadeKey = MADE[role];
    const keyOf = key.keys(records);
    const index = new Map<string, number>([["", 0]]);
    const words = [""];
    const codes = new Int32Array(records.rows);
    for (let row = 0; row < records.rows; row++) {
      const word = keyOf(row);
      let code = index.get(word);
      if (code === undefined) {
        code = words.push(word) - 1;
        index.set(word, code);
      }
      codes[row] = code;
    }
    column = { type: "word", codes, words };
    known.set(role, column);
  }
  return column;
}
