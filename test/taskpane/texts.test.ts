import { createLanguage, localeFor } from "../../src/taskpane/texts";
import { textsEn, type PluralText } from "../../src/taskpane/texts.en";
import { textsRo } from "../../src/taskpane/texts.ro";

const forms = (text: string | PluralText): string[] =>
  typeof text === "string" ? [text] : Object.values(text);
const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

test.each(Object.keys(textsEn) as (keyof typeof textsEn)[])(
  "%s has the same places in both languages",
  (key) => {
    const [english] = forms(textsEn[key]).map(places);
    for (const text of [...forms(textsEn[key]), ...forms(textsRo[key])]) {
      expect(text.trim()).not.toBe("");
      expect(new Set(places(text))).toEqual(new Set(english));
    }
  },
);

test("Romanian is written with commas below, not cedillas", () => {
  expect(JSON.stringify(textsRo)).not.toMatch(/[şţŞŢ]/);
});

test.each([
  [1, "1 rând"],
  [2, "2 rânduri"],
  [19, "19 rânduri"],
  [20, "20 de rânduri"],
  [101, "101 rânduri"],
  [8800, "8.800 de rânduri"],
])("%i rows in Romanian", (count, text) => expect(createLanguage("ro").plural("rows", count)).toBe(text));

test.each([
  [1, "1 row"],
  [8800, "8,800 rows"],
])("%i rows in English", (count, text) => expect(createLanguage("en").plural("rows", count)).toBe(text));

test.each<[query: string, office: string | undefined, browser: string, locale: string]>([
  ["", "ro-RO", "en-US", "ro"],
  ["", "en-US", "ro", "en"],
  ["?lang=ro", "en-US", "en-US", "ro"],
  ["", undefined, "ro-RO", "ro"],
  ["", "de-DE", "ro", "en"],
])("language of %p, Office %p, browser %p", (query, office, browser, locale) => {
  expect(localeFor(query, office, browser)).toBe(locale);
});
