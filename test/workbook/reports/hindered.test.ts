/** @jest-environment jsdom */
import { showSheet, writeReport, WorkbookError } from "../../../src/workbook";
import { MAX_COLUMNS } from "../../../src/workbench/model/address";
import { startExcel, type TestExcel } from "../../support/excel";
import { smallPlan, wholeWorkbook } from "../../support/report-plans";

/* What people do to report sheets, and around them, that stands in a refresh's way. */

let excel: TestExcel;
const options = { at: 46_000.4, rows: { used: 3, skipped: 0 } };
const overview = smallPlan("overview", ["Ana", "Dan"], [5, 7]);
const team = smallPlan("team", ["Ana", "Dan"], [5, 7]);
const name = "Report overview";

beforeAll(async () => {
  excel = await startExcel();
});
afterAll(() => excel.dispose());
beforeEach(() => {
  const { model } = excel;
  const blank = model.addSheet();
  for (const sheet of model.sheets()) if (sheet.id !== blank.id) sheet.delete();
  for (const defined of model.names()) defined.delete();
  model.replaceCustomXmlParts([]);
});

const failureOf = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

test("a protected sheet is named before any other is written", async () => {
  await writeReport([overview, team], options);
  await excel.model.idle();
  const before = wholeWorkbook(excel.model);
  excel.sheet("Report team").features.isProtected = true;
  const again = [smallPlan("overview", ["Ion"], [1]), smallPlan("team", ["Ion"], [1])];
  const failure = await failureOf(writeReport(again, options));
  expect(failure).toBeInstanceOf(WorkbookError);
  expect(failure).toMatchObject({ problem: "reportProtected", details: { sheet: "Report team" } });
  expect(wholeWorkbook(excel.model)).toEqual(before);
});

test("a sheet that somebody makes meanwhile under the report's name is never taken away", async () => {
  await writeReport([team], options);
  const again = [overview, smallPlan("team", ["Ion"], [1])];
  const theirs = () => excel.fill(name, "A1", [["theirs"]]);
  const failure = await failureOf(
    writeReport(again, { ...options, onProgress: ({ doing }) => doing === "writing" && theirs() }),
  );
  expect(failure).toBeInstanceOf(WorkbookError);
  expect(excel.model.sheet(name)?.readValues(cell(0, 0))).toEqual([["theirs"]]);
  const { sheets } = await writeReport(again, options);
  expect(sheets.map((sheet) => sheet.name)).toEqual(["Report overview again", "Report team"]);
});

test("where a clean-up took the hidden name, the sheet is made again when asked", async () => {
  await writeReport([overview], options);
  for (const defined of excel.model.names()) defined.delete();
  expect((await writeReport([overview], options)).sheets[0]?.state).toBe("deleted");
  const { sheets } = await writeReport([overview], { ...options, remake: true });
  expect(sheets).toEqual([{ id: "overview", name: "Report overview again", state: "made" }]);
  expect((await writeReport([overview], options)).sheets[0]?.state).toBe("refreshed");
});

test("a report of which all rows were deleted counts as deleted, its sheet left alone", async () => {
  await writeReport([overview], options);
  const rows = { row: 0, column: 0, rows: overview.cells.length, columns: MAX_COLUMNS };
  excel.sheet(name).deleteCells(rows, "Up");
  expect((await writeReport([overview], options)).sheets[0]?.state).toBe("deleted");
  const { sheets } = await writeReport([overview], { ...options, remake: true });
  expect(sheets).toEqual([{ id: "overview", name: "Report overview again", state: "made" }]);
  expect((await writeReport([overview], options)).sheets[0]?.state).toBe("refreshed");
});

test("a hidden report is refreshed where it is, and shown when asked for", async () => {
  await writeReport([overview], options);
  const sheet = excel.sheet(name);
  sheet.setVisibility("VeryHidden");
  expect((await writeReport([overview], options)).sheets[0]?.state).toBe("refreshed");
  expect(sheet.visibility).toBe("VeryHidden");
  await showSheet(sheet.id);
  expect(sheet.visibility).toBe("Visible");
  expect(excel.model.activeSheet().name).toBe(name);
});

function cell(row: number, column: number) {
  return { row, column, rows: 1, columns: 1 };
}
