import { Outcome } from "../../../src/core/records/outcome";
import { readRecords } from "../../../src/core/records/read-records";
import type { Kind, Role } from "../../../src/core/records/roles";
import { wordMeanings } from "../../../src/mapping/guess";

const counts = (words: Record<string, number>) => new Map(Object.entries(words));

test("words of a status with their counts, the most frequent first; spellings of one word together", () => {
  const meanings = wordMeanings(
    "deal",
    "status",
    counts({ Câștigat: 5, "castigat ": 9, Pierdut: 3, "Pasul 2": 4, " ": 8 }),
  );
  expect(meanings?.classes).toEqual(["open", "won", "lost", "cancelled"]);
  expect(meanings?.words).toEqual([
    { word: "castigat ", count: 14, meaning: "won", reading: "won", mustDecide: false },
    { word: "Pasul 2", count: 4, meaning: undefined, reading: "open", mustDecide: false },
    { word: "Pierdut", count: 3, meaning: "lost", reading: "lost", mustDecide: false },
  ]);
  expect(meanings?.unknown.map(({ word }) => word)).toEqual(["Pasul 2"]);
});

test("closed does not say how: it must be decided", () => {
  const [word] = wordMeanings("deal", "status", counts({ Closed: 2 }))?.words ?? [];
  expect(word).toEqual({
    word: "Closed",
    count: 2,
    meaning: undefined,
    reading: undefined,
    mustDecide: true,
  });
});

test("a role whose words mean only themselves has none", () => {
  expect(wordMeanings("deal", "owner", counts({ Ana: 1 }))).toBeUndefined();
});

test.each<[kind: Kind, role: Role, words: Record<string, number>, meanings: (string | undefined)[]]>([
  ["lead", "status", { Contacted: 3, MQL: 2, "Not now": 1 }, ["working", "qualified", undefined]],
  ["activity", "type", { "Apel telefonic": 3, Vizită: 2, Zumba: 1 }, ["call", "meeting", undefined]],
  ["deal", "source", { Recomandare: 3, "Google Ads": 2, Balon: 1 }, ["referral", "ads", undefined]],
  ["deal", "type", { "Client nou": 3, Upsell: 2, Gold: 1 }, ["new", "upsell", undefined]],
  ["cost", "category", { Salarii: 3, Publicitate: 2 }, ["sales", "marketing"]],
  ["deal", "status", { "1": 3, "0": 2 }, ["won", "lost"]],
  ["deal", "status", { "100": 3, "0": 2, "40": 1 }, ["won", "lost", "open"]],
])("%s.%s", (kind, role, words, meanings) => {
  expect(wordMeanings(kind, role, counts(words))?.words.map(({ meaning }) => meaning)).toEqual(meanings);
});

const READ = {
  [Outcome.won]: ["won", "done", "converted", "yes"],
  [Outcome.lost]: ["lost", "left", "disqualified"],
  [Outcome.open]: ["open", "active", "planned", "no", "new", "working", "qualified", undefined],
  [Outcome.cancelled]: ["cancelled", "noShow"],
} as const;

const words =
  "won|Closed Won|lost|Closed Lost|open|In progress|Negotiation|refunded|Câștigat|Pierdut|Anulat|în lucru|new|qualified|unqualified|converted|contacted|" +
  "completed|not started|cancelled|no show|yes|no|Da|Nu|churned|active|expired|Reziliat|trial|Xyzzy|gewonnen|ganado|perdu|paid|pending";

test.each<[Kind, Role]>([
  ["deal", "status"],
  ["deal", "stage"],
  ["lead", "status"],
  ["lead", "converted"],
  ["activity", "done"],
  ["subscription", "status"],
])("the reading of each word of %s.%s is that of the records", (kind, role) => {
  for (const word of words.split("|")) {
    const [meaning] = wordMeanings(kind, role, counts({ [word]: 1 }))?.words ?? [];
    // beside a word that is won a stage tells the outcome
    const { outcome } = readRecords(kind, { [role]: [[word], ["Closed Won"]], owner: [["Ana"], ["Ion"]] });
    const code = outcome[0] as keyof typeof READ;
    expect([word, READ[code].includes(meaning?.reading as never)]).toEqual([word, true]);
  }
});
