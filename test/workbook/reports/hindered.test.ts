/** @jest-environment jsdom */
import { showSheet, writeReport, WorkbookError } from "../../../src/workbook";
import { MAX_COLUMNS, MAX_ROWS } from "../../../src/workbench/model/address";
import { ModelError } from "../../../src/workbench/model/types";
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

const longer = smallPlan("overview", ["Radu", "Mihai", "Ana", "Elena", "Vlad"], [5, 7, 9, 3, 4]);

test("after Undo, which brings back the cells and not what is kept of them, nothing of the report is left over", async () => {
  await writeReport([overview], options);
  await writeReport([longer], options);
  const kept = [...excel.model.customXmlParts];
  await writeReport([overview], options);
  excel.model.replaceCustomXmlParts(kept);
  const another = smallPlan("overview", ["Vlad", "Elena", "Radu"], [1, 2, 3]);
  await writeReport([another], options);
  await excel.model.idle();
  expect(filled()).toEqual(planned(another));
});

describe("a column within a report: remarks stay in their rows", () => {
  const wholeColumn = (column: number) => ({ row: 0, column, rows: MAX_ROWS, columns: 1 });
  const besideReport = (row: number) =>
    excel.sheet(name).readValues({ row, column: 3, rows: 1, columns: 14 }).flat().filter(String);

  test.each([1, 2, 3])("put in as %d", async (column) => {
    await writeReport([longer], options);
    excel.fill(name, "D5", [["beside Radu"]]);
    excel.sheet(name).insertCells(wholeColumn(column), "Right");
    excel.sheet(name).write(cell(5, column), [["ask Mihai"]]);
    await writeReport([longer], options);
    expect([besideReport(4), besideReport(5)]).toEqual([["beside Radu"], ["ask Mihai"]]);
    expect(filled(3)).toEqual(planned(longer));
  });

  test.each([1, 2])("taken out: %d", async (column) => {
    await writeReport([longer], options);
    excel.fill(name, "D5", [["beside Radu"]]);
    excel.sheet(name).deleteCells(wholeColumn(column), "Left");
    await writeReport([overview], options);
    expect(besideReport(4)).toEqual(["beside Radu"]);
    expect(filled(3)).toEqual(planned(overview));
  });
});

test("a person's chart of a kind that tells no series stays as it is", async () => {
  await writeReport([overview], options);
  const { charts } = excel.sheet(name).features;
  const [ours] = charts;
  const theirs = Object.defineProperties(
    { ...ours, title: { ...ours?.title }, id: "theirs", name: "Waterfall 1" },
    {
      series: {
        enumerable: true,
        get() {
          throw new ModelError("UnsupportedOperation", "This operation is not implemented.");
        },
      },
    },
  ) as (typeof charts)[number];
  charts.push(theirs);
  await writeReport([smallPlan("overview", ["Dan", "Ana"], [70, 50])], options);
  expect(excel.sheet(name).features.charts.map(({ title }) => title.text)).toEqual([
    "Won by Dan",
    "Won by Ana",
  ]);
  charts.pop();
});

type Filled = readonly [row: number, column: number, value: unknown];

/** All filled cells of the report's sheet, or those of its first columns. */
function filled(columns = 20): Filled[] {
  const cells = excel.sheet(name).readValues({ row: 0, column: 0, rows: 40, columns });
  return cells.flatMap((line, row) =>
    line.flatMap((value, at): Filled[] => (value === "" ? [] : [[row, at, value]])),
  );
}

function planned({ cells }: typeof overview): Filled[] {
  return cells.flatMap((line, row) =>
    line.flatMap((each, at): Filled[] => (each === undefined ? [] : [[row, at, each.value]])),
  );
}

function cell(row: number, column: number) {
  return { row, column, rows: 1, columns: 1 };
}
