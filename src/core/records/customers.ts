import { normaliseWord } from "../text";
import type { WordColumn } from "./columns";
import type { Records } from "./records";

const LEGAL_FORMS = new Set(
  "srl sa pfa snc scs ii if gmbh ag kg ug ohg ltd limited llc llp inc incorporated corp corporation co company plc sarl sas bv nv oy ab aps as spa sl kft zrt sp zoo doo".split(
    " ",
  ),
);

/**
 * Key under which spellings of one customer meet: no case, accents, punctuation, or legal form ("Alfa S.R.L." = "alfa
 * srl" = "ALFA"). E-mail addresses are only lower-cased.
 */
export function customerKey(name: string): string {
  if (/^[^\s@]+@[^\s@]+$/.test(name)) return name.toLowerCase();
  const words = normaliseWord(name.replace(/(?<=\p{L})\.(?=\p{L}\b)/gu, "")).split(" ");
  let end = words.length;
  while (end > 1 && LEGAL_FORMS.has(words[end - 1] ?? "")) end--;
  const start = end > 1 && words[0] === "sc" && end < words.length ? 1 : 0;
  return words.slice(start, end).join(" ");
}

const kept = new WeakMap<Records, WordColumn>();

/** The customer column with spellings of one customer under one code. */
export function customerKeys(records: Records): WordColumn {
  let keys = kept.get(records);
  if (keys === undefined) {
    const { codes, words } = records.words("customer");
    const { codeOf, labels } = customersAmong(words);
    keys = { type: "word", codes: codes.map((code) => codeOf[code] ?? 0), words: labels };
    kept.set(records, keys);
  }
  return keys;
}

export interface Customers {
  /** Code of a word → code of its customer. */
  readonly codeOf: Int32Array;
  /** The customers, as first spelt. */
  readonly labels: readonly string[];
}

/** By dictionary: the parts of records that are split share the whole's. */
const customersOf = new WeakMap<readonly string[], Customers>();

/** A dictionary's customers. */
export function customersAmong(words: readonly string[]): Customers {
  let customers = customersOf.get(words);
  if (customers === undefined) {
    const index = new Map<string, number>([["", 0]]);
    const labels = [""];
    const codeOf = Int32Array.from(words, (word) => {
      const key = customerKey(word);
      let code = index.get(key);
      if (code === undefined) {
        code = labels.push(word) - 1;
        index.set(key, code);
      }
      return code;
    });
    customers = { codeOf, labels };
    customersOf.set(words, customers);
  }
  return customers;
}
