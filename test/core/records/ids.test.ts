import fc from "fast-check";
import { idsAmong, matched } from "../../../src/core/records/ids";
import { runs } from "../../support/random";

/** Words that differ in nothing but case, also where that changes their length, or leads from outside ASCII into it. */
const alike = fc.constantFrom(
  "D1",
  "d1",
  "\u01301",
  "i\u03071",
  "\u212a9",
  "K9",
  "k9",
  "Ștefan",
  "ȘTEFAN",
  "ștefan",
);
const word = fc.oneof(alike, fc.string({ minLength: 1, maxLength: 3 }), fc.string({ unit: "grapheme" }));
const dictionary = fc.array(word, { maxLength: 60 }).map((words) => ["", ...new Set(words)]);

/** By a map of lower-cased words. */
function numbersOf(words: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const key of words.slice(1).map((each) => each.toLowerCase()))
    numbers.set(key, numbers.get(key) ?? numbers.size);
  return numbers;
}

test("ids of a dictionary are numbered as they appear, without case", () => {
  fc.assert(
    fc.property(dictionary, (words) => {
      const numbers = numbersOf(words);
      const { ofCode, count } = idsAmong(words);
      expect(count).toBe(numbers.size);
      expect([...ofCode]).toEqual([-1, ...words.slice(1).map((each) => numbers.get(each.toLowerCase()))]);
    }),
    runs(500),
  );
});

test("ids of one dictionary are found in another", () => {
  fc.assert(
    fc.property(dictionary, dictionary, (words, ids) => {
      const numbers = numbersOf(ids);
      const expected = words.map((each, code) => (code === 0 ? -1 : (numbers.get(each.toLowerCase()) ?? -1)));
      expect([...matched(words, ids)]).toEqual(expected);
    }),
    runs(500),
  );
});

test("words with the same hash stay apart", () => {
  // Known pairs of 32-bit FNV-1a: softwareengineering.stackexchange.com/a/145633.
  const words = ["", "costarring", "Liquid", "declinate", "macallums", "LIQUID"];
  expect([...idsAmong(words).ofCode]).toEqual([-1, 0, 1, 2, 3, 1]);
  expect([...matched(["", "macallums", "liquid"], words)]).toEqual([-1, 3, 1]);
});
