import {
  benchmarkOf,
  benchmarkedMetrics,
  standingTo,
  type Benchmark,
} from "../../../src/core/analyses/benchmark";
import { benchmarkRows } from "../../../src/core/analyses/benchmark-rows";
import { metricById } from "../../../src/core/metrics/catalogue";
import type { Metric } from "../../../src/core/metrics/metric";
import { linkRecords } from "../../../src/core/records/dataset";
import { readRecords } from "../../../src/core/records/read-records";
import type { Records } from "../../../src/core/records/records";
import { refuse, type Result } from "../../../src/core/result";
import { serialOf } from "../../../src/core/time/serial";

type Cell = string | number;
type Row = readonly [
  metric: Cell,
  low: Cell,
  typical: Cell,
  high: Cell,
  source?: Cell,
  year?: Cell,
  segment?: Cell,
];

const ROLES = ["metric", "low", "typical", "high", "source", "year", "segment"] as const;

function table(...rows: readonly Row[]): Records {
  const cells = Object.fromEntries(ROLES.map((role, at) => [role, rows.map((row) => [row[at] ?? ""])]));
  return readRecords("benchmark", cells, { headless: true, duplicates: "keep" });
}

const metric = (id: string): Metric => {
  const found = metricById(id);
  if (found === undefined) throw new Error(id);
  return found;
};

/** What low, typical and high of a row are, or why it is not compared with. */
const levels = (...row: Row) => {
  const [read] = benchmarkRows(table(row));
  return read?.fault ?? [read?.low, read?.typical, read?.high];
};

describe("rates, however they are spelled", () => {
  test.each<[string, Row, readonly (number | undefined)[] | string]>([
    ["with the sign", ["WINRATE", "20 %", "25%", "30 %"], [0.2, 0.25, 0.3]],
    ["as Excel keeps a percentage", ["WINRATE", 0.2, 0.25, 0.3], [0.2, 0.25, 0.3]],
    ["to a hundred", ["WINRATE", 20, 25, 30], [0.2, 0.25, 0.3]],
    ["as texts", ["WINRATE", "20", "25,5", "30"], [0.2, 0.255, 0.3]],
    ["with and without the sign", ["WINRATE", "20 %", 25, 30], [0.2, 0.25, 0.3]],
    ["a half per cent to two: a half would not be the lowest", ["WINRATE", 0.5, 1, 2], [0.005, 0.01, 0.02]],
    ["a quarter, or a quarter of one per cent", ["WINRATE", 0.25, "", 30], "doubtful"],
    ["one of three", ["WINRATE", "", 25, ""], [undefined, 0.25, undefined]],
    ["all of them", ["WINRATE", "", "", 1], [undefined, undefined, 1]],
    ["above all", ["WINRATE", "", 250, ""], "outOfScale"],
    ["below none", ["WINRATE", -0.1, 0.2, 0.3], "outOfScale"],
    ["growth to a hundred", ["SALESGROWTH", -5, 10, 20], [-0.05, 0.1, 0.2]],
    ["growth as a share", ["SALESGROWTH", -0.05, 0.1, 0.2], [-0.05, 0.1, 0.2]],
    ["growth of one and a half: per cent, or times?", ["SALESGROWTH", "", 1.5, ""], "doubtful"],
    ["growth of one and a half per cent", ["SALESGROWTH", "", "1.5%", ""], [undefined, 0.015, undefined]],
    ["in hours", ["WINRATE", "", "3 h", ""], "unit"],
  ])("%s", (_, row, expected) => {
    expect(levels(...row)).toEqual(expected);
  });
});

test.each<[string, Row, readonly (number | undefined)[] | string]>([
  ["minutes of a time in hours", ["LEADRESPONSE", "5 min", "30 min", "4 h"], [5 / 60, 0.5, 4]],
  ["a time in hours without a unit", ["LEADRESPONSE", 1, 2, 4], [1, 2, 4]],
  ["days and hours of a time in days", ["DEALCYCLE", "36 h", "30 days", 45], [1.5, 30, 45]],
  ["months", ["CACPAYBACK", 6, "12 months", 18], [6, 12, 18]],
  ["months of a time in days", ["DEALCYCLE", "", "2 months", ""], "unit"],
  ["money", ["CAC", "€ 1.200", "1.500 €", "2.000 €"], [1200, 1500, 2000]],
  ["a rate of money", ["CAC", "", "25 %", ""], "unit"],
  ["times", ["LTVCAC", 2, 3, 5], [2, 3, 5]],
  ["a rate of a number", ["LTVCAC", "", "300 %", ""], [undefined, 3, undefined]],
  ["no number", ["CAC", "", "", ""], "empty"],
  ["in disorder", ["CAC", 300, 200, 400], "disorder"],
  ["the limits in disorder", ["CAC", 300, "", 200], "disorder"],
  ["what adds up has no level", ["REVENUE", 1, 2, 3], "noLevel"],
  ["nor have counts", ["CALLS", 10, 20, 30], "noLevel"],
  ["nor tables", ["LEADERBOARD", 1, 2, 3], "noLevel"],
  ["nobody's metric", ["Happiness", 1, 2, 3], "unknown"],
])("%s", (_, row, expected) => {
  expect(levels(...row)).toEqual(expected);
});

describe("the row that is compared with", () => {
  const rows = table(
    ["WINRATE", "", 0.2, "", "A", 2023],
    ["Win rate", "", 0.3, "", "B", 2025],
    ["Rată de câștig", "", 0.4, "", "C", 2027],
    ["WINRATE", "", 0.5, "", "D", 2024, "Retail"],
    ["WINRATE", "", 0.6, "", "E", "", "Bucharest"],
    ["WINRATE", "", 0.7, "", "F", 2025], // as new as B, and below it
    ["AVGDEALSIZE", "", 900, "", "G"],
    ["LEADCONV", "", 0.1, "", "H", 2030],
    ["CHURN", "", 0.1, "", "I", serialOf(2024, 5, 1)],
    ["CAC", 5, 4, 3, "J"],
  );
  const dataset = linkRecords([rows]);
  const until = (year: number) => ({ end: serialOf(year + 1, 1, 1) });
  const sourceOf = (id: string, year: number, ...filters: readonly string[]) =>
    benchmarkOf(
      dataset,
      metric(id),
      until(year),
      filters.map((value) => ({ value })),
    )?.source;

  test.each<[string, number, readonly string[], string | undefined]>([
    ["WINRATE", 2026, [], "B"], // the newest that is no later
    ["WINRATE", 2024, [], "A"],
    ["WINRATE", 2022, [], undefined],
    ["WINRATE", 2027, [], "C"],
    ["WINRATE", 2026, ["retail"], "D"], // its segment goes before a newer row of all
    ["WINRATE", 2023, ["Retail"], "A"], // D is later
    ["WINRATE", 2020, ["București", "Bucharest"], "E"], // without a year, of any
    ["WINRATE", 2026, ["Ana"], "B"],
    ["AVGDEALSIZE", 2026, [], "G"],
    ["AVGREVENUE", 2026, [], "G"], // another name of the same
    ["LEADCONV", 2026, [], undefined],
    ["CHURN", 2023, [], undefined], // a date stands for its year
    ["CHURN", 2024, [], "I"],
    ["CAC", 2026, [], undefined], // in disorder
    ["DEALCYCLE", 2026, [], undefined],
  ])("of %s in %d, filtered by %j: %s", (id, year, filters, source) => {
    expect(sourceOf(id, year, ...filters)).toBe(source);
  });

  test("metrics in the order of their rows, once each", () => {
    expect(benchmarkedMetrics(dataset).map(({ id }) => id)).toEqual([
      ...["WINRATE", "AVGDEALSIZE", "LEADCONV", "CHURN"],
    ]);
    expect(benchmarkedMetrics({})).toEqual([]);
    expect(benchmarkOf({}, metric("WINRATE"), until(2026))).toBeUndefined();
  });
});

describe("how a number stands to it", () => {
  const benchmark = (low?: number, typical?: number, high?: number): Benchmark => ({
    ...{ row: 0, name: "", isNear: false, metric: metric("WINRATE"), source: "", segment: "" },
    ...(low === undefined ? {} : { low }),
    ...(typical === undefined ? {} : { typical }),
    ...(high === undefined ? {} : { high }),
  });
  const result = (value: number, lower?: number, upper?: number, n = 100): Result => ({
    ...{ value, n, excluded: {}, notes: [] },
    ...(lower === undefined || upper === undefined ? {} : { interval: { lower, upper, level: 0.95 } }),
  });
  const range = benchmark(0.2, 0.25, 0.3);
  const winRate = metric("WINRATE");

  test("below, clearly: its interval ends below the range", () => {
    expect(standingTo(range, winRate, "ratio", result(0.1, 0.05, 0.19))).toEqual({
      position: "below",
      gap: 0.1 - 0.25,
      gapShare: 0.1 / 0.25 - 1,
      verdict: "clear",
      better: false,
      n: 100,
    });
  });

  test.each<[string, Benchmark, Result, object]>([
    [
      "its interval reaches into the range",
      range,
      result(0.19, 0.1, 0.21),
      { position: "below", verdict: "unclear" },
    ],
    ["so few", range, result(0.1, 0.02, 0.4, 7), { position: "below", verdict: "tooFew", n: 7 }],
    ["above", range, result(0.4, 0.31, 0.5), { position: "above", verdict: "clear", better: true }],
    ["on the border", range, result(0.3, 0.28, 0.32), { position: "within", verdict: "unclear" }],
    [
      "within, its interval too",
      range,
      result(0.25, 0.22, 0.28),
      { position: "within", verdict: "clear", gap: 0 },
    ],
    ["within, of few", range, result(0.25, 0.1, 0.5, 9), { position: "within", verdict: "tooFew" }],
    ["one limit", benchmark(0.2), result(0.9, 0.8, 0.95), { position: "within", verdict: "clear", gap: 0 }],
    [
      "the other limit",
      benchmark(undefined, undefined, 0.3),
      result(0.9, 0.8, 0.95),
      { position: "above", gap: 0.9 - 0.3 },
    ],
    [
      "no range, above what is typical",
      benchmark(undefined, 0.25),
      result(0.4, 0.3, 0.5),
      { position: "above", verdict: "clear" },
    ],
    ["no range, typical", benchmark(undefined, 0.25), result(0.25, 0.2, 0.3), { position: "within", gap: 0 }],
    ["no interval", range, result(0.4), { position: "above", verdict: "unjudged" }],
  ])("%s", (_, given, number, expected) => {
    expect(standingTo(given, winRate, "ratio", number)).toMatchObject(expected);
  });

  test("of what is better the lower it is, below is better", () => {
    const cycle = standingTo(benchmark(30, 40, 50), metric("DEALCYCLE"), "days", result(20, 15, 25));
    expect(cycle).toMatchObject({
      position: "below",
      better: true,
      verdict: "clear",
      gap: -20,
      gapShare: -0.5,
    });
  });

  test("a sum has nothing to estimate", () => {
    const standing = standingTo(
      benchmark(0, 100),
      metric("PIPELINEVALUE"),
      "currency",
      result(150, undefined, undefined, 3),
    );
    expect(standing).toMatchObject({ position: "within", verdict: "fact" });
  });

  test("no value, nothing to say; nothing is better within the range, nor of a share of 0", () => {
    const none = { ...result(0), value: refuse("#DIV/0!", "zeroDenominator") };
    expect(standingTo(range, winRate, "ratio", none)).toBeUndefined();
    expect(standingTo(range, winRate, "ratio", result(0.25))).not.toHaveProperty("better");
    expect(standingTo(benchmark(undefined, 0), winRate, "ratio", result(0.25))).not.toHaveProperty(
      "gapShare",
    );
  });
});
