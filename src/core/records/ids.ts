/* eslint-disable @typescript-eslint/no-non-null-assertion -- the hot loops: every index is in range by construction */

/** The different ids of a dictionary; they are compared without case. */
export interface Ids {
  /** Code of a word → number of its id, in order of appearance; −1 for a blank. */
  readonly ofCode: Int32Array;
  readonly count: number;
}

interface Table extends Ids {
  readonly words: readonly string[];
  /** Number of an id → code of the word that it first stands in. */
  readonly firstCode: Int32Array;
  /** Open addressing, half of it free: the number of an id, −1 where there is none, and beside it the id's hash. */
  readonly slots: Int32Array;
}

const hashed = new WeakMap<readonly string[], Int32Array>();
const tables = new WeakMap<readonly string[], Table>();
const matches = new WeakMap<readonly string[], WeakMap<readonly string[], Int32Array>>();

/** Read once for each dictionary: several columns are derived along the same link. O(words). */
export function idsAmong(words: readonly string[]): Ids {
  return tableOf(words);
}

/** Code of a dictionary → number of the same id in another; −1 where it is not there. O(words). */
export function matched(words: readonly string[], ids: readonly string[]): Int32Array {
  const table = tableOf(ids);
  if (words === ids) return table.ofCode;
  const ofWords = matches.get(words) ?? new WeakMap<readonly string[], Int32Array>();
  matches.set(words, ofWords);
  let match = ofWords.get(ids);
  if (match === undefined) {
    const hashes = hashesOf(words);
    match = new Int32Array(words.length).fill(-1);
    for (let code = 1; code < words.length; code++)
      match[code] = table.slots[slotOf(table, words[code]!, hashes[code]!)]!;
    ofWords.set(ids, match);
  }
  return match;
}

function tableOf(words: readonly string[]): Table {
  let table = tables.get(words);
  if (table === undefined) {
    table = numbered(words);
    tables.set(words, table);
  }
  return table;
}

function numbered(words: readonly string[]): Table {
  const hashes = hashesOf(words);
  const ofCode = new Int32Array(words.length).fill(-1);
  const firstCode = new Int32Array(words.length);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(4 * words.length + 2))).fill(-1);
  const table = { words, ofCode, firstCode, slots };
  let count = 0;
  for (let code = 1; code < words.length; code++) {
    const hash = hashes[code]!;
    const slot = slotOf(table, words[code]!, hash);
    if (slots[slot] === -1) {
      slots[slot] = count;
      slots[slot + 1] = hash;
      firstCode[count++] = code;
    }
    ofCode[code] = slots[slot]!;
  }
  return { ...table, count };
}

/** Where the word's id stands, or would. */
function slotOf({ words, firstCode, slots }: Omit<Table, "count">, word: string, hash: number): number {
  const last = slots.length - 1;
  let slot = (hash << 1) & last;
  for (let number = slots[slot]!; number >= 0; number = slots[slot]!) {
    if (slots[slot + 1] === hash && sameId(words[firstCode[number]!]!, word)) break;
    slot = (slot + 2) & last;
  }
  return slot;
}

function sameId(one: string, other: string): boolean {
  return one === other || one.toLowerCase() === other.toLowerCase();
}

function hashesOf(words: readonly string[]): Int32Array {
  let hashes = hashed.get(words);
  if (hashes === undefined) {
    hashes = new Int32Array(words.length);
    for (let code = 0; code < hashes.length; code++) hashes[code] = hashOf(words[code]!);
    hashed.set(words, hashes);
  }
  return hashes;
}

/** FNV-1a of the word in lower case, folded so that a table of any size sees all its bits; ASCII is folded as it is read. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) {
    let unit = word.charCodeAt(i);
    if (unit > 127) return hashOfText(word.toLowerCase());
    if (unit >= 65 && unit <= 90) unit += 32;
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

function hashOfText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
