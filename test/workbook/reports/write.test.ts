/** @jest-environment jsdom */
import { planReport } from "../../../src/reports/sheets";
import type { SheetPlan } from "../../../src/reports/plan";
import { readRegistry, writeReport } from "../../../src/workbook";
import type { Sheet } from "../../../src/workbench/model/types";
import { startExcel, type TestExcel } from "../../support/excel";
import { reportInput, sampleData } from "../../support/report-input";
import { smallPlan, wholeWorkbook } from "../../support/report-plans";

/* Reports written through the real client into the stand-in for Excel. */

let excel: TestExcel;
const options = { at: 46_000.4, rows: { used: 5203, skipped: 5 } };
const write = (plans: readonly SheetPlan[], more: Partial<Parameters<typeof writeReport>[1]> = {}) =>
  writeReport(plans, { ...options, ...more });

beforeAll(async () => {
  // A fifth of what Excel on the web takes in one request or answer.
  excel = await startExcel({ payloadLimit: 1_000_000 });
});
afterEach(() => {
  const { model } = excel;
  const blank = model.addSheet();
  for (const sheet of model.sheets()) if (sheet.id !== blank.id) sheet.delete();
  for (const name of model.names()) name.delete();
  model.replaceCustomXmlParts([]);
});
afterAll(() => excel.dispose());

/** What a plan's cells hold, as a sheet should read. */
function expectCells(sheet: Sheet, { cells }: SheetPlan, row = 0, column = 0): void {
  const rect = { row, column, rows: cells.length, columns: cells[0]?.length ?? 0 };
  expect(sheet.readValues(rect)).toEqual(cells.map((line) => line.map((cell) => cell?.value ?? "")));
  // Not one formula: what reads like one is a text.
  expect(sheet.readFormulas(rect)).toEqual(sheet.readValues(rect));
  expect(sheet.readNumberFormats(rect)).toEqual(
    cells.map((line) => line.map((cell) => cell?.format ?? "General")),
  );
}

test("all sheets of the sample workbook: every cell, twice the same, and every number anew", async () => {
  const dataset = sampleData();
  const plans = planReport(reportInput(dataset, { today: "2026-06-30" }));
  await write(plans);
  for (const plan of plans) expectCells(excel.sheet(plan.name), plan);
  await excel.model.idle();
  const first = wholeWorkbook(excel.model);

  await write(plans);
  await excel.model.idle();
  expect(wholeWorkbook(excel.model)).toEqual(first);

  const later = planReport(reportInput(dataset, { today: "2026-03-30", grain: "month", locale: "ro" }));
  await write(later);
  // The sheets keep the names they were made with.
  later.forEach((plan, at) => expectCells(excel.sheet(plans[at]?.name ?? ""), plan));
});

describe("sheets", () => {
  const plan = smallPlan("overview", ["Ana", "Dan"], [5, 7]);
  const other = smallPlan("team", ["Ana"], [5]);
  const name = "Report overview";

  test("a name that is taken stays with its sheet, in whatever case", async () => {
    excel.fill("REPORT OVERVIEW", "A1", [["mine"]]);
    excel.fill("Report overview again", "A1", [["mine too"]]);
    const { sheets } = await write([plan]);
    expect(sheets).toEqual([{ id: "overview", name: "Report overview again 2", state: "made" }]);
    expect(excel.sheet("REPORT OVERVIEW").readValues(cell(0, 0))).toEqual([["mine"]]);
    expect(excel.sheet("Report overview again").readValues(cell(0, 0))).toEqual([["mine too"]]);
    expectCells(excel.sheet("Report overview again 2"), plan);
  });

  test("a renamed sheet is found again, one whose report was moved too", async () => {
    await write([plan]);
    const sheet = excel.sheet(name);
    sheet.rename("Friday's review");
    sheet.insertCells({ row: 0, column: 0, rows: 3, columns: 16_384 }, "Down");
    sheet.insertCells({ row: 0, column: 0, rows: 1_048_576, columns: 2 }, "Right");
    const longer = smallPlan("overview", ["Dan", "Ana", "Ioana"], [70, 50, 60]);
    const { sheets } = await write([longer]);
    expect(sheets).toEqual([{ id: "overview", name: "Friday's review", state: "refreshed" }]);
    expectCells(sheet, longer, 3, 2);
    expect(sheet.features.links.at(6, 3)?.documentReference).toBe("'Friday''s review'!C13");
    const [{ series: [drawn] = [] } = {}] = sheet.features.charts;
    expect(drawn?.values?.rect).toEqual({ row: 7, column: 3, rows: 3, columns: 1 });
    expect(sheet.features.conditionalFormats.map(({ ranges }) => ranges)).toEqual([
      [{ row: 7, column: 3, rows: 3, columns: 1 }],
    ]);
  });

  test("a deleted sheet is made anew only when asked", async () => {
    await write([plan, other]);
    excel.sheet(name).delete();
    expect((await write([plan, other])).sheets).toEqual([
      { id: "overview", name, state: "deleted" },
      { id: "team", name: "Report team", state: "refreshed" },
    ]);
    expect(excel.model.sheet(name)).toBeUndefined();
    const { sheets } = await write([plan, other], { remake: true });
    expect(sheets.map(({ state }) => state)).toEqual(["made", "refreshed"]);
    expectCells(excel.sheet(name), plan);
    expect((await write([plan, other])).sheets.map(({ state }) => state)).toEqual(["refreshed", "refreshed"]);
  });

  test("a deleted chart stays deleted; one that is moved stays where it was put", async () => {
    await write([plan, other]);
    excel.sheet("Report team").features.charts = [];
    const [chart] = excel.sheet(name).features.charts;
    if (!chart) throw new Error("no chart");
    chart.from = { ...chart.from, row: 20 };
    chart.to = { ...chart.to, row: 30 };
    await write([smallPlan("overview", ["Dan", "Ana"], [70, 5]), smallPlan("team", ["Dan"], [6])]);
    expect(excel.sheet("Report team").features.charts).toEqual([]);
    expect(excel.sheet(name).features.charts.map(({ title, from }) => [title.text, from.row])).toEqual([
      ["Won by Dan", 20],
    ]);
  });

  test("set up once: widths, frozen rows and print set-up are the person's afterwards", async () => {
    await write([plan]);
    const sheet = excel.sheet(name);
    expect(sheet.freeze).toEqual({ rows: 4, columns: 0 });
    expect(sheet.showGridlines).toBe(false);
    expect(sheet.features.page).toMatchObject({
      orientation: "Landscape",
      zoom: { horizontalFitToPages: 1 },
    });
    sheet.setColumnWidth(0, 1, 300);
    sheet.freeze = { rows: 0, columns: 0 };
    await write([plan]);
    expect(sheet.columnWidth(0)).toBe(300);
    expect(sheet.freeze).toEqual({ rows: 0, columns: 0 });
  });

  test("page breaks follow the report; a person's own below stay", async () => {
    const long = smallPlan("overview", ["Dan", "Ana", "Ioana"], [70, 50, 60]);
    await write([plan]);
    const { page } = excel.sheet(name).features;
    expect(page.rowBreaks).toEqual([]);
    page.rowBreaks = [30];
    await write([long]);
    expect(page.rowBreaks).toEqual([...long.breaks, 30]);
    expect(long.breaks).toEqual([9]);
    // Moved with its rows, and again once the report needs another place.
    excel.sheet(name).insertCells({ row: 0, column: 0, rows: 3, columns: 16_384 }, "Down");
    expect(page.rowBreaks).toEqual([12, 33]);
    await write([long]);
    expect(page.rowBreaks).toEqual([12, 33]);
    await write([smallPlan("overview", ["Dan", "Ana", "Ioana", "Radu"], [70, 50, 60, 1])]);
    expect(page.rowBreaks).toEqual([13, 33]);
    await write([plan]);
    expect(page.rowBreaks).toEqual([33]);
  });

  test("a person's change of a break stays until the report needs another", async () => {
    const long = smallPlan("overview", ["Dan", "Ana", "Ioana"], [70, 50, 60]);
    await write([long]);
    const { page } = excel.sheet(name).features;
    page.rowBreaks = [5];
    await write([smallPlan("overview", ["Ana", "Dan", "Ioana"], [1, 2, 3])]);
    expect(page.rowBreaks).toEqual([5]);
  });

  test("a wider table below is not torn: the report grows by whole rows, and shrinks by none", async () => {
    await write([plan]);
    const sheet = excel.sheet(name);
    excel.addTable(name, "Mine", "A12", [
      ["a", "b", "c", "d", "e", "f", "g", "h"],
      [1, 2, 3, 4, 5, 6, 7, 8],
    ]);
    const longer = smallPlan("overview", ["Dan", "Ana", "Ioana", "Radu"], [70, 50, 60, 1]);
    await write([longer]);
    expectCells(sheet, longer);
    expect(excel.model.table("Mine")?.range).toEqual({ row: 13, column: 0, rows: 2, columns: 8 });
    await write([plan]);
    expectCells(sheet, plan);
    expect(excel.model.table("Mine")?.range.row).toBe(13);
    await write([longer]);
    expectCells(sheet, longer);
    expect(excel.model.table("Mine")?.range.row).toBe(13);
  });

  test("links lead to definitions, records and sheets", async () => {
    await write([plan, other], {
      record: (_, row) => (row === 0 ? { sheet: "Deals", row: 41, column: 1 } : undefined),
    });
    const { links } = excel.sheet(name).features;
    expect(links.all().map(({ row, column, link }) => [row, column, link.documentReference])).toEqual([
      [3, 1, "'Report overview'!A9"],
      [4, 0, "'Deals'!B42"],
    ]);
    // As the cells around, not as Excel dresses links.
    expect(excel.sheet(name).readFormat(4, 0)).toMatchObject({ underline: false, fontColor: "#000000" });
  });
});

test("hostile names are texts, exactly", async () => {
  const names = [
    '=HYPERLINK("http://example.com","x")',
    "=1+1",
    "+1+1",
    "@SUM(A1)",
    "-2+3",
    "'quoted",
    "<img src=x onerror=alert(1)>",
    "[]:*?/\\",
    "ana",
    "Ana",
    "TRUE",
    "1/2/2026",
    "12 %",
    "#N/A",
    "\t=1+1",
    "x".repeat(32_767),
    `=${"1".repeat(32_766)}`,
  ];
  const plan = smallPlan(
    "overview",
    names,
    names.map((_, at) => at),
  );
  for (let times = 0; times < 2; times++) {
    await write([plan]);
    await excel.model.idle();
    const rect = { row: 4, column: 0, rows: names.length, columns: 1 };
    expect(excel.sheet("Report overview").readValues(rect).flat()).toEqual(names);
    expect(excel.sheet("Report overview").readFormulas(rect).flat()).toEqual(names);
  }
});

test("a refresh takes two requests a sheet, each below a fifth of what may be asked at once", async () => {
  const plans = planReport(reportInput(sampleData(), { today: "2026-06-30" }));
  let requests = 0;
  const stop = excel.host.injectFault(({ members }) => {
    if (!members.includes("_RemoveReference")) requests++;
    return false;
  }, 7000);
  await write(plans);
  // For all sheets together: where they are, and what is known of them, read twice and written once.
  const once = 1 + 2 + 2 + 2;
  expect(requests).toBe(plans.length + once - 1); // nothing is kept yet, so that there is none to read
  requests = 0;
  await write(plans);
  stop();
  expect(requests).toBe(2 * plans.length + once);
});

test("what was kept last is known again; nonsense in its place costs nothing but what it knew", async () => {
  const plan = smallPlan("overview", ["Ana", "Dan"], [5, 7]);
  await write([plan]);
  excel.fill("Report overview", "D5", [["a remark"]]);
  const kept = await readRegistry();
  expect(kept.sheets.overview).toMatchObject({ rows: 9, columns: 6 });
  excel.model.replaceCustomXmlParts([
    { id: "{1}", xml: '<reports xmlns="urn:sales-metrics:reports">{"version":1,"sheets":5}</reports>' },
  ]);
  expect((await readRegistry()).log).toEqual([]);
  const { sheets } = await write([smallPlan("overview", ["Dan", "Ana"], [6, 8])]);
  expect(sheets).toEqual([{ id: "overview", name: "Report overview", state: "refreshed" }]);
  excel.model.replaceCustomXmlParts([
    { id: "{1}", xml: '<reports xmlns="urn:sales-metrics:reports">{"version":2}</reports>' },
  ]);
  await expect(write([plan])).rejects.toMatchObject({ problem: "reportsNewer" });
});

function cell(row: number, column: number) {
  return { row, column, rows: 1, columns: 1 };
}
