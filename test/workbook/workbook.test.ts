/** @jest-environment jsdom */
import {
  insertFormula,
  officeHost,
  readResult,
  readTargetCell,
  readWorkbook,
  watchSelection,
  WorkbookError,
  type WorkbookProblem,
} from "../../src/workbook";
import { at, startExcel, type TestExcel } from "../support/excel";

/* The real Office.js client against the stand-in for Excel. */

let excel: TestExcel;
let stop: () => void = () => undefined;

async function problemOf(work: Promise<unknown>): Promise<WorkbookError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof WorkbookError) return error;
    throw error;
  }
  throw new Error("Nothing went wrong.");
}

beforeAll(async () => {
  expect((await problemOf(readWorkbook())).problem).toBe("outsideExcel"); // before Office.js is there
  excel = await startExcel();
  expect(await officeHost()).toEqual({ excel: true, displayLanguage: "en-US" });
  await excel.addFunctions();

  excel.fill("Deals", "B3:D6", [
    ["Status", "Amount", "Close date"],
    ["Won", 100, 45000],
    ["Lost", 50, 45010],
    ["Won", 300, 45020],
  ]);
  excel.model.addTable({ sheet: excel.sheet("Deals"), range: at("B3:D6"), name: "Deals", hasHeaders: true });
  excel.fill("Export", "A1:B5", [
    ["Pipeline report", ""],
    ["", ""],
    ["Deal Stage", "Amount"],
    ["Closed Won", 10],
    ["Closed Lost", 20],
  ]);
  excel.fill("Notes", "A1:A2", [["A remark"], ["and another"]]);
  excel.sheet("Summary");
});
afterEach(() => stop());
afterAll(() => excel.dispose());

describe("what is in the workbook", () => {
  test("while a sheet that is all chart is in front, which Excel does not name", async () => {
    stop = excel.host.injectFault(
      ({ members: [member = ""] }) => /getActive(Cell|Worksheet)$/i.test(member),
      "GeneralException",
    );
    const { sources, activeSheet, target } = await readWorkbook();
    expect(sources.map(({ name }) => name)).toEqual(["Deals", "Export"]);
    expect([activeSheet, target]).toEqual(["", undefined]);
  });

  test("tables, sheets without a table, and the selected cell", async () => {
    excel.select("Summary", "C2");
    expect(await readWorkbook()).toEqual({
      sources: [
        {
          kind: "table",
          name: "Deals",
          sheet: "Deals",
          headers: ["Status", "Amount", "Close date"],
          row: 3,
          column: 1,
          rows: 3,
        },
        {
          kind: "range",
          name: "Export",
          sheet: "Export",
          headers: ["Deal Stage", "Amount"],
          row: 3,
          column: 0,
          rows: 2,
        },
      ],
      activeSheet: "Summary",
      target: { sheet: "Summary", row: 1, column: 2, address: "Summary!C2" },
    });
  });

  test("takes few round trips, however many tables there are", async () => {
    let batches = 0;
    stop = excel.host.injectFault(({ kind }) => {
      if (kind === "batch") batches += 1;
      return false;
    }, 5102);
    await readWorkbook();
    expect(batches).toBeLessThanOrEqual(7); // three of them only let go of ranges
  });

  test("a moved selection is told", async () => {
    const told = jest.fn();
    await watchSelection(told);
    excel.select("Summary", "D9");
    await new Promise((done) => setTimeout(done, 50));
    expect(told).toHaveBeenCalled();
    expect((await readTargetCell()).address).toBe("Summary!D9");
  });
});

describe("inserting a formula", () => {
  const reads = [{ sheet: "Deals", row: 3, column: 1, rows: 3, columns: 1 }];

  test("into an empty cell, with its result", async () => {
    excel.select("Summary", "A1");
    const place = await insertFormula({
      formula: "=SALES.WINRATE(Deals[Status])",
      numberFormat: "0.0%",
      reads,
    });
    expect(place.address).toBe("Summary!A1");
    expect(await readResult(place)).toEqual({ shows: "value", text: "66.7%" });
  });

  test("a filled cell is left alone until its content may go", async () => {
    excel.fill("Summary", "A2", [["my note"]]);
    excel.select("Summary", "A2");
    const refusal = await problemOf(insertFormula({ formula: "=1+1", reads: [] }));
    expect([refusal.problem, refusal.details]).toEqual([
      "occupied",
      { cell: "Summary!A2", content: "my note" },
    ]);
    expect(excel.sheet("Summary").readValues(at("A2"))).toEqual([["my note"]]);

    excel.select("Summary", "A3"); // the permission was for A2
    excel.fill("Summary", "A3", [["another"]]);
    expect(
      (await problemOf(insertFormula({ formula: "=1+1", reads: [], replace: refusal.place }))).problem,
    ).toBe("occupied");
    excel.select("Summary", "A2");
    const place = await insertFormula({ formula: "=1+1", reads: [], replace: refusal.place });
    expect(await readResult(place)).toEqual({ shows: "value", text: "2" });
  });

  test("never among the cells it reads", async () => {
    excel.fill("Deals", "B7", [[""]]);
    excel.select("Deals", "B5");
    const refusal = await problemOf(insertFormula({ formula: "=SALES.WINRATE(Deals[Status])", reads }));
    expect([refusal.problem, refusal.details.cell]).toEqual(["insideData", "Deals!B5"]);
  });

  test("a cell formatted as text calculates all the same", async () => {
    excel.sheet("Summary").setNumberFormats(at("F1"), [["@"]]);
    excel.select("Summary", "F1");
    const place = await insertFormula({ formula: "=2+3", reads: [] });
    expect(await readResult(place)).toEqual({ shows: "value", text: "5" });
  });

  test.each([
    ["=1/0", "#DIV/0!"],
    ["=SALES.REVENUE(Status_column,Amount_column)", "#NAME?"],
    ['=SALES.WINRATE(Deals[Status],,,,,,,,"nonsense=1")', "#VALUE!"],
  ])("%s is read back as %s", async (formula, text) => {
    const column = formula.length;
    const sheet = excel.sheet("Errors");
    sheet.activate();
    excel.model.select(sheet, { row: 0, column, rows: 1, columns: 1 });
    expect(await readResult(await insertFormula({ formula, reads: [] }))).toEqual({ shows: "error", text });
  });
});

describe("what Excel answers when it can't", () => {
  test.each<[answer: number | string, problem: WorkbookProblem]>([
    [5004, "cellEditing"],
    [5012, "connectionLost"],
    [5102, "busy"],
    [5103, "tooLarge"],
    [5104, "tooLarge"],
    [7000, "protectedSheet"],
  ])("%s while inserting is %s", async (answer, problem) => {
    excel.select("Summary", "H1");
    stop = excel.host.injectFault(({ kind }) => kind === "batch", answer as number);
    expect((await problemOf(insertFormula({ formula: "=1", reads: [] }))).problem).toBe(problem);
    expect((await problemOf(readWorkbook())).problem).toBe(problem);
  });

  test.each<[code: string, problem: WorkbookProblem]>([
    ["AccessDenied", "protectedSheet"],
    ["InvalidArgument", "formulaRefused"],
    ["GeneralException", "unknown"],
  ])("%s on writing the formula is %s", async (code, problem) => {
    excel.select("Summary", "H2");
    stop = excel.host.injectFault(({ members }) => members[0] === "Range.formulas", code);
    expect((await problemOf(insertFormula({ formula: "=1", reads: [] }))).problem).toBe(problem);
    expect(excel.sheet("Summary").readValues(at("H2"))).toEqual([[""]]);
  });
});
