import type { Filter } from "../../src/core/metrics/ask";
import { linkRecords } from "../../src/core/records/dataset";
import { readRecords } from "../../src/core/records/read-records";
import type { Records } from "../../src/core/records/records";
import { serialOf } from "../../src/core/time/serial";
import type { PlannedCell, SheetPlan } from "../../src/reports/plan";
import { planSheet } from "../../src/reports/sheets";
import { column } from "../support/custom-functions";
import { fixture } from "../support/fixture";
import { reportInput, type ReportOptions } from "../support/report-input";
import { sheetText } from "../support/sheet-text";

const deals = readRecords("deal", fixture, { duplicates: "keep" });

type Row = readonly (string | number)[];

function benchmarks(...rows: readonly Row[]): Records {
  const roles = ["metric", "low", "typical", "high", "source", "year", "segment"] as const;
  const cells = Object.fromEntries(roles.map((role, at) => [role, column(rows.map((row) => row[at] ?? ""))]));
  return readRecords("benchmark", cells, { headless: true, duplicates: "keep" });
}

function targets(...rows: readonly Row[]): Records {
  const roles = ["metric", "amount", "periodStart", "periodEnd"] as const;
  const cells = Object.fromEntries(roles.map((role, at) => [role, column(rows.map((row) => row[at] ?? ""))]));
  return readRecords("target", cells, { headless: true, duplicates: "keep" });
}

const overview = (records: readonly Records[], options: Partial<ReportOptions> = {}): SheetPlan =>
  planSheet(reportInput(linkRecords([deals, ...records]), { today: "2025-04-10", ...options }), "overview");

type Cells = readonly (PlannedCell | undefined)[];

/** The row that begins so, below a heading; "" is the row of heads. */
function rowOf({ cells }: SheetPlan, heading: string, first: string): Cells {
  const at = cells.findIndex(([cell]) => cell?.look === "heading" && cell.value === heading);
  if (at < 0) throw new Error(`no “${heading}”`);
  const row = cells
    .slice(at + 1)
    .find(([cell]) => (first === "" ? cell?.look === "head" : cell?.value === first));
  if (row === undefined) throw new Error(`no “${first}” below “${heading}”`);
  return row;
}

const values = (row: Cells) => row.map((cell) => cell?.value);
const SCORE = "How are sales doing?";
const PART = "How do we compare with others?";

/**
 * R§1: 5 of 7 decided deals of the first quarter of 2025 were won, 35.9 to 91.8 %. Cycles of the won ones, counted by hand:
 * 44, 52, 31, 69, 20 days; mean 43.2, Student's interval 19.7 to 66.7.
 */
const all = benchmarks(
  ["WINRATE", "20 %", "25 %", "30 %", "Example", 2023],
  ["Win rate", 22, 27, 32, "Example", 2024],
  ["Win rate", 90, 95, 99, "Later", 2026],
  ["Win rate", "", "60%", "", "Webs", 2020, "Web"],
  ["DEALCYCLE", 30, 40, "50 days", "Own notes"],
  ["Average deal size", "", 2000, "", "Guess", 2025],
  ["SALESCOUNT", 1, 2, 3, "Example"],
);

describe("a table of benchmarks", () => {
  test("a part of its own: value, levels, gap, position, who says so", () => {
    const sheet = overview([all]);
    expect(values(rowOf(sheet, PART, ""))).toEqual([
      ...["Metric", "Value", "Low", "Typical", "High", "Gap", "Gap %", "Reading", "", "Source", ""],
      undefined,
    ]);
    const rate = rowOf(sheet, PART, "Win rate");
    expect(values(rate).slice(0, 10)).toEqual([
      ...["Win rate", 5 / 7, 0.22, 0.27, 0.32],
      expect.closeTo(100 * (5 / 7 - 0.27), 10),
      ...[undefined, "▲ above, better", undefined, "Example, 2024"],
    ]);
    expect(rate[7]?.look).toBe("better");
    const size = rowOf(sheet, PART, "Average deal size");
    // (1200 + 3000 + 800 + 2500 + 3000) ÷ 5 = 2100, of five deals
    expect(values(size).slice(0, 10)).toEqual([
      ...["Average deal size", 2100, undefined, 2000, undefined, 100, expect.closeTo(0.05, 12)],
      ...["too few to tell (n = 5)", undefined, "Guess, 2025"],
    ]);
    const cycle = rowOf(sheet, PART, "Average deal cycle, days");
    expect([cycle[7]?.value, cycle[9]?.value]).toEqual(["too few to tell (n = 5)", "Own notes"]);
    expect(sheetText(sheet)).toContain(
      "Metrics of your table of benchmarks: 3; clearly better than the range: 1, clearly worse: 0.",
    );
  });

  test("a column beside the scorecards, blank where there is no row", () => {
    const sheet = overview([all]);
    expect(rowOf(sheet, SCORE, "")[11]).toMatchObject({ value: "Benchmark" });
    expect(rowOf(sheet, SCORE, "Win rate")[11]).toMatchObject({ value: "▲ above, better", look: "better" });
    // how many were sold depends on how long the period is
    expect(rowOf(sheet, SCORE, "Number of sales")[11]).toBeUndefined();
    expect(rowOf(sheet, SCORE, "Revenue")[11]).toBeUndefined();
  });

  test("what is better the lower it is", () => {
    const long = overview([benchmarks(["DEALCYCLE", "", "", 5])]);
    expect(rowOf(long, PART, "Average deal cycle, days")[7]).toMatchObject({
      ...{ value: "▲ above, worse", look: "worse" },
    });
    const short = overview([benchmarks(["DEALCYCLE", 100, "", 120])]);
    expect(rowOf(short, PART, "Average deal cycle, days")[7]).toMatchObject({
      ...{ value: "▼ below, better", look: "better" },
    });
  });

  test("a segment that the report is filtered by goes first", () => {
    const filters: readonly Filter[] = [{ role: "source", value: "Web" }];
    const row = rowOf(overview([all], { filters }), PART, "Win rate");
    // D01, D03, D05 won, D10 lost
    expect([row[1]?.value, row[3]?.value, row[9]?.value]).toEqual([0.75, 0.6, "Webs, 2020 (Web)"]);
  });

  test("only rows no later than the period", () => {
    const row = rowOf(overview([all], { today: "2025-01-05" }), PART, "Win rate");
    expect(row[9]?.value).toBe("Example, 2024");
    expect(sheetText(overview([benchmarks(["WINRATE", 90, 95, 99, "Later", 2026])]))).not.toContain(PART);
  });

  test("in Romanian", () => {
    const sheet = overview([all], { locale: "ro" });
    const row = rowOf(sheet, "Cum stăm față de alții?", "Rată de câștig");
    expect([row[7]?.value, row[9]?.value]).toEqual(["▲ peste, mai bine", "Example, 2024"]);
    expect(rowOf(sheet, "Cum merg vânzările?", "")[11]?.value).toBe("Referință");
  });

  test("without one there is no column and no part", () => {
    const none = overview([]);
    expect(none.widths).toHaveLength(11);
    expect(sheetText(none)).not.toMatch(/Benchmark|compare with others/);
    const useless = overview([benchmarks(["REVENUE", 1, 2, 3], ["Nonsense", 1, 2, 3], ["CSAT", 1, 2, 3])]);
    expect(useless.widths).toHaveLength(11);
    expect(sheetText(useless)).not.toContain(PART);
    // why, is told among what the numbers can be trusted for
    expect(sheetText(useless)).toContain("Benchmarks of unknown metrics: Nonsense");
  });
});

describe("the pace of an unfinished period", () => {
  const quarter = targets(["REVENUE", 12_000, serialOf(2025, 1, 1), serialOf(2025, 3, 31)]);
  const holidays = readRecords("calendar", {
    holidays: column([serialOf(2025, 1, 1), serialOf(2025, 1, 2), serialOf(2025, 1, 24)]),
  });
  const HEADING = "Will the targets be reached?";
  const toDate = { today: "2025-02-14", period: "2025-Q1" };
  const planned = (records: readonly Records[], weekdays?: readonly number[]): SheetPlan =>
    planSheet(
      {
        ...reportInput(linkRecords([deals, quarter, ...records]), toDate),
        ...(weekdays === undefined ? {} : { weekdays }),
      },
      "overview",
    );

  /**
   * Up to 14 February 1,200 and 3,000 were won. Counted on a calendar: 45 of the quarter's 90 days have passed, 33 of its 64
   * from Monday to Friday, 30 of 61 without the three holidays.
   */
  test.each<[string, readonly Records[], readonly number[] | undefined, number, number, string]>([
    ["by the calendar", [], undefined, 45, 90, "Days of the calendar passed: 45 of 90"],
    ["by working days", [], [0, 1, 2, 3, 4], 33, 64, "Business days passed: 33 of 64"],
    ["with holidays", [holidays], undefined, 30, 61, "Business days passed: 30 of 61"],
  ])("%s", (_, records, weekdays, days, of, message) => {
    const sheet = planned(records, weekdays);
    const due = (12_000 * days) / of;
    expect(values(rowOf(sheet, HEADING, "Revenue")).slice(0, 8)).toEqual([
      ...["Revenue", 4200, expect.closeTo(due, 8), expect.closeTo(4200 - due, 8)],
      ...[expect.closeTo(4200 / due, 12), expect.closeTo((4200 * of) / days, 8)],
      ...[12_000, expect.closeTo(7800 / (of - days), 8)],
    ]);
    expect(sheetText(sheet)).toContain(message);
    expect(rowOf(sheet, HEADING, "Revenue")[4]?.look).toBe("worse");
  });

  test("the scorecard's target is the whole period's all the while", () => {
    const row = rowOf(planned([]), SCORE, "Revenue");
    expect([row[8]?.value, row[9]?.value]).toEqual([12_000, 4200 / 12_000]);
  });

  test("nothing of a complete period, nor without a target", () => {
    const complete = overview([quarter]);
    expect(sheetText(complete)).not.toContain(HEADING);
    expect(rowOf(complete, SCORE, "Revenue")[9]?.value).toBe(10_500 / 12_000);
    const input = reportInput(linkRecords([deals]), toDate);
    expect(sheetText(planSheet(input, "overview"))).not.toContain(HEADING);
  });
});

test("a target that is better the lower it is has been attained by being low; an average's is no sum of its months", () => {
  const [january, february] = [serialOf(2025, 1, 1), serialOf(2025, 2, 1)];
  const sheet = overview([
    targets(
      ["DEALCYCLE", 30, january, serialOf(2025, 3, 31)],
      ["AVGDEALSIZE", 1000, january, serialOf(2025, 1, 31)],
      ["AVGDEALSIZE", 2000, february, serialOf(2025, 2, 28)],
    ),
  ]);
  const cycle = rowOf(sheet, "What does it take?", "Average deal cycle, days");
  expect([cycle[8]?.value, cycle[9]?.value]).toEqual([30, expect.closeTo(30 / 43.2, 12)]);
  // 31 days of 1,000 and 28 of 2,000
  const size = rowOf(sheet, "What does it take?", "Average deal size");
  expect(size[8]?.value).toBeCloseTo((31 * 1000 + 28 * 2000) / 59, 8);
});
