import { catalogue } from "../../src/core/metrics/catalogue";
import { linkRecords } from "../../src/core/records/dataset";
import { readRecords } from "../../src/core/records/read-records";
import type { PlannedCell, SheetPlan } from "../../src/reports/plan";
import { planReport } from "../../src/reports/sheets";
import { shownName } from "../../src/reports/shown";
import { linesIn, roomOf, textWidth } from "../../src/reports/text-width";
import { reportText } from "../../src/reports/texts";
import { REPORT_SHEETS } from "../../src/reports/plan";
import { reportInput, sampleData } from "../support/report-input";

/* Whether what the sheets say can be read: nothing of our own is cut off, no page tears what belongs together. */

const LOCALES = ["en", "ro"] as const;
const GRAINS = ["month", "quarter", "year"] as const;
const dataset = sampleData();
const sheetsOf = (locale: "en" | "ro", grain: "month" | "quarter" | "year"): readonly SheetPlan[] =>
  planReport(reportInput(dataset, { today: "2026-06-30", locale, grain }));

test("the width of a text is that of Arial", () => {
  // Measured in Chromium with 11 pt Liberation Sans, which has Arial's widths: canvas measureText.
  expect(textWidth("Monthly recurring revenue (MRR)")).toBeCloseTo(217.59, 1);
  expect(textWidth("Ștefan Țurcanu")).toBeCloseTo(textWidth("Stefan Turcanu"), 10);
});

test("lines are broken between words, and within a word that is too wide", () => {
  // a letter "a" is 556 thousandths of 14⅔ pixels wide, a blank 278: 8.15 and 4.08 pixels
  expect(linesIn("aaaa aaaa", 80)).toBe(1); // 69.3
  expect(linesIn("aaaa aaaa", 60)).toBe(2);
  expect(linesIn("aaaa aaaa aaaa", 70)).toBe(2);
  expect(linesIn("aaaaaaaaaa", 40)).toBe(3); // 81.6
  expect(linesIn("a aaaaaaaaaa", 50)).toBe(3);
  expect(linesIn("", 50)).toBe(1);
});

describe.each(LOCALES)("in %s", (locale) => {
  test("every metric's name fits the column of names, in two lines at most", () => {
    const [plan] = sheetsOf(locale, "quarter");
    const room = roomOf(plan?.widths[0] ?? 0);
    const tooLong = catalogue
      .map((metric) => shownName(metric, metric.unit, locale))
      .filter((name) => linesIn(name, room) > 2);
    expect(tooLong).toEqual([]);
  });

  test("a sheet's name is one that Excel takes", () => {
    for (const id of REPORT_SHEETS) {
      const name = reportText(locale, id);
      for (const each of [name, reportText(locale, "otherSheetName", { sheet: name })]) {
        expect(each.length).toBeLessThanOrEqual(31);
        expect(each).not.toMatch(/[[\]:*?/\\]|^'|'$/);
      }
    }
  });

  test.each(GRAINS)("nothing is cut off, by %s", (grain) => {
    const cut = sheetsOf(locale, grain).flatMap(({ name, cells, widths }) =>
      cells.flatMap((row, at) =>
        row.flatMap((cell, column) => {
          const isCut = cell !== undefined && !fits(cell, row, column, widths);
          return isCut ? [`${name} ${at + 1}.${column + 1}: ${String(cell.value)}`] : [];
        }),
      ),
    );
    expect(cut).toEqual([]);
  });
});

/** Names from the data may be of any length; everything else is ours to fit. */
const isOfData = (cell: PlannedCell, column: number): boolean =>
  column === 0 && cell.look === "label" && cell.link?.to !== "definition" && cell.defines === undefined;

function fits(
  cell: PlannedCell,
  row: readonly (PlannedCell | undefined)[],
  column: number,
  widths: readonly number[],
): boolean {
  if (typeof cell.value === "number" || isOfData(cell, column)) return true;
  const bold = cell.look === "head" || cell.look === "headNumber" || cell.look === "totalLabel";
  const room = roomOf(widths[column] ?? 0);
  const margin = cell.format?.startsWith('"') === true ? textWidth("   ") : 0;
  // What wraps has to have room for its longest word.
  if (bold || cell.look === "wrapped")
    return cell.value.split(" ").every((word) => textWidth(word, { bold }) + margin <= room + 5);
  // A text runs on over blank cells, not over filled ones.
  const next = row.findIndex((other, at) => at > column && other !== undefined && other.value !== "");
  const free = widths
    .slice(column, next < 0 ? undefined : next)
    .reduce((sum, each) => sum + roomOf(each) + 5, 0);
  const size = cell.look === "title" ? 18 : cell.look === "heading" ? 13 : 11;
  return next < 0 || textWidth(cell.value, { size }) + margin <= free;
}

describe("pages", () => {
  const sheets = LOCALES.flatMap((locale) => GRAINS.flatMap((grain) => sheetsOf(locale, grain)));

  test("no page begins within a chart, nor between a heading and the second row of its table", () => {
    expect(sheets.some(({ breaks }) => breaks.length > 0)).toBe(true);
    for (const { breaks, charts, cells } of sheets)
      for (const row of breaks) {
        for (const { place } of charts) expect(row <= place.row || row >= place.row + place.rows).toBe(true);
        expect(["heading", "message", "head"]).not.toContain(cells[row - 1]?.[0]?.look);
        expect(cells[row]?.some((cell) => cell !== undefined)).toBe(true);
      }
  });

  test("pages are as full as they may be: fifteen points a row fit 487 points high and 770 wide at least", () => {
    for (const { breaks, cells, widths } of sheets) {
      const wide = widths.reduce((sum, each) => sum + (each * 7 + 5) * 0.75, 0);
      const points = 505 / Math.min(1, 770 / wide);
      [...breaks, cells.length].forEach((row, at) => {
        const rows = row - (breaks[at - 1] ?? 0);
        expect(rows * 15).toBeLessThan(points);
      });
    }
  });
});

describe("little to tell", () => {
  const column = (cells: readonly unknown[]) => cells.map((cell) => [cell]);
  const planned = (rows: number) => {
    const deals = {
      status: column(Array(rows).fill("won")),
      amount: column(Array(rows).fill(100)),
      owner: column(Array(rows).fill("Ana")),
      product: column(Array(rows).fill("Tea")),
      customer: column(Array(rows).fill("Acme")),
      closedDate: column(Array(rows).fill(46_160)), // 2026-05-18
    };
    return planReport(reportInput(linkRecords([readRecords("deal", deals)]), { today: "2026-07-10" }));
  };

  test("a table without rows: no sheet has a number of a metric, or a chart", () => {
    for (const { id, cells, charts } of planned(0)) {
      const numbers = cells.flat().filter((cell) => typeof cell?.value === "number" && cell.value !== 0);
      expect([id, id === "quality" ? [] : numbers, charts]).toEqual([id, [], []]);
      expect(cells.length).toBeGreaterThan(4);
    }
  });

  test("a single row: its numbers, nothing called the largest or best, and no chart", () => {
    const sheets = planned(1);
    const texts = sheets.flatMap(({ cells }) => cells.flat().map((cell) => String(cell?.value ?? "")));
    expect(texts).toContain("Revenue 2026-Q2: 100.00.");
    expect(texts.filter((text) => /largest part|the most of/.test(text))).toEqual([]);
    expect(sheets.flatMap(({ charts }) => charts)).toEqual([]);
  });
});
