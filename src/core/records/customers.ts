import { normaliseWord } from "../text";
import type { WordColumn } from "./columns";
import { idsAmong } from "./ids";
import type { Records } from "./records";

const LEGAL_FORMS = new Set(
  "srl sa pfa snc scs ii if gmbh ag kg ug ohg ltd limited llc llp inc incorporated corp corporation co company plc sarl sas bv nv oy ab aps as spa sl kft zrt sp zoo doo".split(
    " ",
  ),
);

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
    const labels = [""];
    const byName = new Map<string, number>([["", 0]]);
    const { ofCode, count } = idsAmong(words);
    const byAddress = new Int32Array(count);
    const codeOf = Int32Array.from(words, (word, at) => {
      if (isAddress(word)) {
        const id = ofCode[at] ?? 0;
        return (byAddress[id] ||= labels.push(word) - 1);
      }
      const key = nameKey(word);
      let code = byName.get(key);
      if (code === undefined) {
        code = labels.push(word) - 1;
        byName.set(key, code);
      }
      return code;
    });
    customers = { codeOf, labels };
    customersOf.set(words, customers);
  }
  return customers;
}

/** E-mail addresses are compared without case, as ids are. */
function isAddress(word: string): boolean {
  return word.includes("@") && /^[^\s@]+@[^\s@]+$/.test(word);
}

/**
 * Key under which spellings of one name meet: no case, accents, punctuation, or legal form ("Alfa S.R.L." = "alfa srl" =
 * "ALFA").
 */
function nameKey(name: string): string {
  const plain = name.includes(".") ? name.replace(/(?<=\p{L})\.(?=\p{L}\b)/gu, "") : name;
  const words = normaliseWord(plain).split(" ");
  let end = words.length;
  while (end > 1 && LEGAL_FORMS.has(words[end - 1] ?? "")) end--;
  const start = end > 1 && words[0] === "sc" && end < words.length ? 1 : 0;
  return words.slice(start, end).join(" ");
}
