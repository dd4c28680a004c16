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
    customers = customersIn(words);
    customersOf.set(words, customers);
  }
  return customers;
}

function customersIn(words: readonly string[]): Customers {
  const labels = [""];
  const codeOf = new Int32Array(words.length);
  const byName = new Map<string, number>([["", 0]]);
  const { ofCode, count } = idsAmong(words);
  const byAddress = new Int32Array(count);
  for (let at = 1; at < codeOf.length; at++) {
    const word = words[at] ?? "";
    if (isAddress(word)) {
      const id = ofCode[at] ?? 0;
      codeOf[at] = byAddress[id] ||= labels.push(word) - 1;
      continue;
    }
    const key = nameKey(word);
    let code = byName.get(key);
    if (code === undefined) {
      code = labels.push(word) - 1;
      byName.set(key, code);
    }
    codeOf[at] = code;
  }
  return { codeOf, labels };
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
  let key = normaliseWord(plain);
  let whole = true;
  for (let end = key.lastIndexOf(" "); end > 0; end = key.lastIndexOf(" ")) {
    if (!LEGAL_FORMS.has(key.slice(end + 1))) break;
    key = key.slice(0, end);
    whole = false;
  }
  return !whole && key.startsWith("sc ") ? key.slice(3) : key;
}
