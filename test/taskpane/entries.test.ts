import { catalogue } from "../../src/core/metrics/catalogue";
import { normaliseWord } from "../../src/core/text";
import { allEntries, entryGroups, entryName, searchEntries } from "../../src/taskpane/entries";

test("every metric and every helper is listed once, under a heading", () => {
  const listed = entryGroups(allEntries).flatMap(({ entries }) => entries.map(({ id }) => id));
  expect([...listed].sort()).toEqual(
    [
      ...catalogue.map(({ id }) => id),
      "KPI",
      "KPITABLE",
      "DATAQUALITY",
      "BY",
      "EXPLAIN",
      "METRICS",
      "DEFINE",
    ].sort(),
  );
});

test.each<[query: string, found: string]>([
  ["win", "WINRATE"],
  ["WINRATE", "WINRATE"],
  ["sales.winrate", "WINRATE"],
  ["rata de castig", "WINRATE"],
  ["Rată de câştig", "WINRATE"], // cedilla, as old keyboards write it
  ["castigate pierdute", "WINRATE"],
  ["rambursari", "REVENUE"],
  ["churn", "CLTV"],
  ["lifetime value", "CLTV"],
  ["group", "BY"],
  ["grupuri", "BY"],
])("%p finds %s", (query, found) => {
  expect(searchEntries(query).map(({ id }) => id)).toContain(found);
});

test("words of a name come before words of a definition, and a word begins with what is typed", () => {
  const names = searchEntries("rata").map((entry) => entryName(entry, "ro"));
  const last = names.findLastIndex((name) => /^rat[ae]/i.test(normaliseWord(name)));
  expect(last).toBeGreaterThan(3);
  for (const name of names.slice(0, last)) expect(normaliseWord(name)).toMatch(/\brata?/);
  expect(searchEntries("rata").map(({ id }) => id)).not.toContain("DEALCYCLE"); // durata
});

test("no query finds all, nonsense finds none", () => {
  expect(searchEntries("  ")).toEqual(allEntries);
  expect(searchEntries("win zzz")).toEqual([]);
});
