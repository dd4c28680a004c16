import { standingTo, type Benchmark } from "../../../src/core/analyses/benchmark";
import { metricById } from "../../../src/core/metrics/catalogue";
import type { Metric } from "../../../src/core/metrics/metric";
import type { Result } from "../../../src/core/result";
import { wilsonInterval } from "../../../src/core/statistics/intervals";
import { sourceText, standingText } from "../../../src/taskpane/home/benchmark-text";
import type { Writing } from "../../../src/taskpane/home/card-text";
import { createLanguage } from "../../../src/taskpane/texts";

const english: Writing = { language: createLanguage("en"), currency: "EUR" };
const romanian: Writing = { language: createLanguage("ro"), currency: undefined };
const metric = (id: string): Metric => {
  const found = metricById(id);
  if (found === undefined) throw new Error(id);
  return found;
};
const benchmark = (low: number, typical: number, high: number): Benchmark => ({
  ...{ row: 0, name: "", isNear: false, metric: metric("WINRATE"), source: "", segment: "" },
  ...{ low, typical, high },
});
const rate = (won: number, decided: number): Result => ({
  ...{ value: won / decided, n: decided, numerator: won, denominator: decided },
  ...{ interval: wilsonInterval(won, decided), excluded: {}, notes: [] },
});
const plain = (text: string) => text.replace(/\s/gu, " ");
const told = (id: string, unit: "ratio" | "days", of: Benchmark, result: Result, writing = english) => {
  const standing = standingTo(of, metric(id), unit, result);
  return standing && plain(standingText(standing, unit, writing));
};

const range = benchmark(0.2, 0.25, 0.3);

test.each<[string, string, Benchmark, Result, string]>([
  ["clearly above", "WINRATE", range, rate(500, 1000), "+25.0 pp, better"],
  ["where lower is better", "CHURN", range, rate(500, 1000), "+25.0 pp, worse"],
  ["above, and it may be chance", "WINRATE", range, rate(31, 100), "+6.0 pp: no clear difference"],
  ["of few", "WINRATE", range, rate(3, 7), "+17.9 pp: too few to tell (n = 7)"],
  ["within", "WINRATE", range, rate(250, 1000), "0.0 pp"],
])("%s", (_, id, of, result, expected) => {
  expect(told(id, "ratio", of, result)).toBe(expected);
});

test("in Romanian, and relative where it is no rate", () => {
  expect(told("WINRATE", "ratio", range, rate(500, 1000), romanian)).toMatch(/^\+25,0 pp, mai bine$/);
  const days: Result = {
    value: 30,
    n: 50,
    excluded: {},
    notes: [],
    interval: { lower: 25, upper: 35, level: 0.95 },
  };
  expect(told("DEALCYCLE", "days", benchmark(40, 60, 80), days)).toBe("-50%, better");
});

test("who says so", () => {
  expect(sourceText({ source: "Example", year: 2025, segment: "Retail" })).toBe("Example, 2025, Retail");
  expect(sourceText({ source: "", segment: "" })).toBe("");
});
