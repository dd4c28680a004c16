import { compareResults } from "../../../src/core/metrics/compare";
import { metricById } from "../../../src/core/metrics/catalogue";
import { refuse, type Result } from "../../../src/core/result";
import { wilsonInterval } from "../../../src/core/statistics/intervals";
import {
  changeText,
  intervalText,
  isTold,
  numberText,
  refusalText,
  verdictText,
} from "../../../src/taskpane/home/card-text";
import { createLanguage } from "../../../src/taskpane/texts";

const english = { language: createLanguage("en"), currency: "EUR" };
const romanian = { language: createLanguage("ro"), currency: undefined };

test.each<[value: number, unit: Parameters<typeof numberText>[1], en: string, ro: string]>([
  [0.6191, "ratio", "61.9%", "61,9 %"],
  [2_984_113, "currency", "€2.98M", "2,98 mil."],
  [832_800, "currency", "€832,800", "832.800"],
  [12.5, "currency", "€12.5", "12,5"],
  [1234, "count", "1,234", "1.234"],
  [34.25, "days", "34.3 days", "34,3 zile"],
])("%p as %s", (value, unit, en, ro) => {
  const plain = (text: string) => text.replace(/\s/gu, " ");
  expect(plain(numberText(value, unit, english))).toBe(en);
  expect(plain(numberText(value, unit, romanian))).toBe(ro);
});

const rate = (won: number, decided: number): Result => ({
  ...{ value: won / decided, n: decided, numerator: won, denominator: decided },
  ...{ interval: wilsonInterval(won, decided), excluded: {}, notes: [] },
});

test.each<
  [now: [number, number], before: [number, number], better: "higher" | "lower", told: boolean, words: string]
>([
  [[600, 1000], [400, 1000], "higher", true, "better"],
  [[600, 1000], [400, 1000], "lower", true, "worse"],
  [[510, 1000], [500, 1000], "higher", false, "no clear change"],
  [[5, 7], [2, 7], "higher", false, "too few to tell (n = 7)"],
  [[5, 7], [5, 7], "higher", false, "unchanged"],
])("%p after %p, %s is better", (now, before, better, told, words) => {
  const compared = compareResults({ better }, "ratio", rate(...now), rate(...before))!;
  expect(isTold(compared)).toBe(told);
  expect(verdictText(compared, english.language)).toBe(words);
});

test("rates change in points, money by its share", () => {
  const compared = compareResults({ better: "higher" }, "ratio", rate(60, 100), rate(40, 100))!;
  expect(changeText(compared, "ratio", english)).toBe("+20.0 pp");
  const money = (value: number): Result => ({ value, n: 5, excluded: {}, notes: [] });
  const sums = compareResults({ better: "higher" }, "currency", money(112), money(100))!;
  expect(changeText(sums, "currency", english)).toBe("+12%");
});

test("an interval stands beside numbers of few records only", () => {
  // R: binom.confint(5, 7, methods = "wilson") 0.3589 0.9178
  expect(intervalText(rate(5, 7), "ratio", english)).toBe("35.9% to 91.8% (n = 7)");
  expect(intervalText(rate(50, 70), "ratio", english)).toBeUndefined();
});

test("a missing column is called as under Data, not as in a formula", () => {
  const value = refuse("#VALUE!", "mapAnyOf", { first: "convertedDate", second: "converted" });
  const metric = metricById("LEADCONV");
  expect(refusalText({ value, metric }, english.language)).toBe(
    "This needs “Converted on” or “Converted”. Map one of them in the pane, under Data.",
  );
  expect(refusalText({ value, metric }, romanian.language)).toContain("„Data conversiei” sau de „Convertit”");
  expect(refusalText({ value: 1, metric }, english.language)).toBeUndefined();
  const one = refuse("#VALUE!", "mapColumn", { metric: "LEADCONV", role: "createdDate", kind: "lead" });
  expect(refusalText({ value: one, metric }, english.language)).toBe(
    "Lead conversion rate needs the column “Created on” of the table of leads. Map it in the pane, under Data.",
  );
});
