import { dataQuality } from "../../../src/core/quality/quality";
import { findingText } from "../../../src/core/quality/table";
import { linkRecords } from "../../../src/core/records/dataset";
import { readRecords } from "../../../src/core/records/read-records";
import { column } from "../../support/custom-functions";

/** Each row after the first two has the one thing wrong that its comment names. */
const ROWS: readonly (readonly (string | number)[])[] = [
  ["WINRATE", 0.2, "25 %", 0.3, 2025, ""],
  ["CAC", "", 300, "", 2025, ""],
  /* nobody's metric */
  ["Happiness", 1, 2, 3, 2025, ""],
  /* misspelt */
  ["Lead conversion rates", "", "3%", "", 2025, ""],
  /* depends on the period's length */
  ["REVENUE", "", 10_000, "", 2025, ""],
  /* no number */
  ["CSAT", "", "", "", 2025, ""],
  /* a share of money */
  ["AVGDEALSIZE", "", "25 %", "", 2025, ""],
  /* above 100 % */
  ["RETENTION", "", 300, "", 2025, ""],
  /* a fifth, or a fifth of one per cent */
  ["REPEATRATE", 0.2, "", 40, 2025, ""],
  /* from high to low */
  ["DEALCYCLE", 50, 40, 30, 2025, ""],
  /* the same again, in other words, twice */
  ["UPSELLRATE", "", 0.1, "", 2024, "Retail"],
  ["Upsell / cross-sell rate", "", 0.2, "", 2024, "retail"],
  /* no metric */
  ["", 1, 2, 3, 2025, ""],
  /* no number that can be read */
  ["SLA", "", "a lot", "", 2025, ""],
];

const ROLES = ["metric", "low", "typical", "high", "year", "segment"] as const;
const table = (rows: typeof ROWS) =>
  readRecords(
    "benchmark",
    Object.fromEntries(ROLES.map((role, at) => [role, column(rows.map((row) => row[at] ?? ""))])),
    { headless: true, duplicates: "keep" },
  );

test("every check finds its rows and names their metrics, and none finds another", () => {
  const { findings, kinds } = dataQuality(linkRecords([table(ROWS)]));
  const found = findings
    .map(({ check, severity, rows, values }) => [
      check,
      severity,
      rows,
      values?.names ?? values?.sample ?? "",
    ])
    .sort();
  expect(found).toEqual(
    [
      ["benchmarkUnknown", "warning", [2], "Happiness"],
      ["benchmarkMisspelt", "info", [3], "Lead conversion rates → LEADCONV"],
      ["benchmarkOfTotal", "warning", [4], "REVENUE"],
      ["benchmarkEmpty", "warning", [5, 13], "CSAT · SLA"],
      ["benchmarkUnit", "error", [6], "AVGDEALSIZE"],
      ["benchmarkOutOfScale", "error", [7], "RETENTION"],
      ["benchmarkDoubtful", "error", [8], "REPEATRATE"],
      ["benchmarkDisorder", "error", [9], "DEALCYCLE"],
      ["benchmarkRepeated", "warning", [10, 11], "UPSELLRATE · Upsell / cross-sell rate"],
      ["missing", "error", [12], ""],
      ["unreadable", "error", [13], "a lot"],
    ].sort(),
  );
  // rows 6 to 9, 12 and 13 have an error
  expect(kinds).toMatchObject([{ kind: "benchmark", rows: 14, withErrors: 6 }]);
});

test("nothing is found where all is well", () => {
  expect(dataQuality(linkRecords([table(ROWS.slice(0, 2))])).findings).toEqual([]);
});

test.each([
  ["en", "Benchmarks of unknown metrics: Happiness"],
  ["ro", "Valori de referință pentru indicatori necunoscuți: Happiness"],
] as const)("is told with the names, %s", (locale, title) => {
  const { findings } = dataQuality(linkRecords([table(ROWS.slice(2, 3))]));
  expect(findings.map((finding) => findingText(finding, locale, (role) => role).title)).toEqual([title]);
});
