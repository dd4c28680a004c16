import { parseAddress } from "../../../src/workbench/model/address";
import { createHeadlessModel } from "../../../src/workbench/model/headless";
import type {
  CellValue,
  Rect,
  Sheet,
  WorkbookEvents,
  WorkbookModel,
} from "../../../src/workbench/model/types";

let model: WorkbookModel;
let sheet: Sheet;
const at = (address: string): Rect => {
  const parsed = parseAddress(address);
  if (!parsed) throw new Error(address);
  return parsed.rect;
};
const write = (address: string, cells: (CellValue | null)[][]) => sheet.write(at(address), cells);
const read = (address: string) => sheet.readValues(at(address));

beforeEach(() => {
  model = createHeadlessModel();
  sheet = model.activeSheet();
});
afterEach(() => model.dispose());

describe("what is typed", () => {
  // As Excel (English, US) reads it: value, and the format a plain cell gets.
  test.each<[CellValue, CellValue, string]>([
    ["12", 12, "General"],
    ["-1.5e3", -1500, "0.00E+00"],
    ["1,234.5", 1234.5, "#,##0.00"],
    ["12%", 0.12, "0%"],
    ["$5", 5, "$#,##0"],
    ["2026-03-01", 46082, "yyyy-mm-dd"],
    ["true", true, "General"],
    ["#N/A", "#N/A", "General"],
    ["'12", "12", "General"],
    ["12 monkeys", "12 monkeys", "General"],
    ["Deals[", "Deals[", "General"],
    ["  ", "  ", "General"],
    ["ș🎉", "ș🎉", "General"],
  ])("%p is %p, %s", (typed, value, format) => {
    write("A1", [[typed]]);
    expect(read("A1")).toEqual([[value]]);
    expect(sheet.readNumberFormats(at("A1"))).toEqual([[format]]);
  });

  test("as is, nothing is read into a text", async () => {
    sheet.write(at("A1:C1"), [["=1+1", "12", "TRUE"]], { asIs: true });
    await model.idle();
    expect(read("A1:C1")).toEqual([["=1+1", "12", "TRUE"]]);
  });

  test("a half-typed structured reference does not spoil the next formula", async () => {
    write("A1:A2", [["=SUM(Deals["], ["=1+1"]]);
    await model.idle();
    expect(read("A2")).toEqual([[2]]);
  });

  test("what a cell shows", () => {
    write("A1:D1", [[0.1 + 0.2, 1234567.891, 46082, true]]);
    sheet.setNumberFormats(at("B1:C1"), [["#,##0.00 €", "dd.mm.yyyy"]]);
    expect(sheet.readText(at("A1:D1"))).toEqual([["0.3", "1,234,567.89 €", "01.03.2026", "TRUE"]]);
  });
});

describe("cells that move", () => {
  beforeEach(() => {
    write("A1:C3", [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, "=SUM(A1:A3)"],
    ]);
  });

  test("whole rows, with the references of formulas", async () => {
    sheet.insertCells(at("2:3"), "Down");
    await model.idle();
    expect(read("A1:C5")).toEqual([
      [1, 2, 3],
      ["", "", ""],
      ["", "", ""],
      [4, 5, 6],
      [7, 8, 12],
    ]);
    expect(sheet.readFormulas(at("C5"))).toEqual([["=SUM(A1:A5)"]]);
    sheet.deleteCells(at("2:3"), "Up");
    await model.idle();
    expect(sheet.readFormulas(at("C3"))).toEqual([["=SUM(A1:A3)"]]);
    expect(read("C3")).toEqual([[12]]);
  });

  test("whole columns of another sheet than the one in view", async () => {
    model.addSheet("Other").activate();
    sheet.deleteCells(at("B:B"), "Left");
    sheet.insertCells(at("A:A"), "Right");
    await model.idle();
    expect(read("A1:D1")).toEqual([["", 1, 3, ""]]);
    expect(sheet.readFormulas(at("C3"))).toEqual([["=SUM(B1:B3)"]]);
    expect(model.activeSheet().name).toBe("Other");
  });

  test("a block of cells", () => {
    sheet.insertCells(at("B1:B2"), "Down");
    expect(read("A1:B5").map((line) => line[1])).toEqual(["", "", 2, 5, 8]);
    sheet.deleteCells(at("B1:B2"), "Up");
    expect(read("B1:B4")).toEqual([[2], [5], [8], [""]]);
    sheet.insertCells(at("A1"), "Right");
    expect(read("A1:D1")).toEqual([["", 1, 2, 3]]);
    sheet.deleteCells(at("A1:B1"), "Left");
    expect(read("A1:D1")).toEqual([[2, 3, "", ""]]);
  });
});

describe("used range", () => {
  test("blank, with values, with formats, with spilled cells, far away", async () => {
    expect(sheet.usedRange()).toBeUndefined();
    write("C3", [["=SEQUENCE(2,2)"]]);
    await model.idle();
    expect(sheet.usedRange()).toEqual(at("C3:D4"));
    sheet.setFormat(at("A1"), { bold: true });
    expect(sheet.usedRange()).toEqual(at("A1:D4"));
    expect(sheet.usedRange(true)).toEqual(at("C3:D4"));
    write("XFD1048576", [["last"]]);
    expect(sheet.usedRange(true)).toEqual(at("C3:XFD1048576"));
  });
});

describe("formats", () => {
  test("only the members given change", () => {
    sheet.setFormat(at("A1:B2"), { bold: true, fillColor: "#FFEEDD", borders: { bottom: line } });
    sheet.setFormat(at("A1"), { italic: true, fillColor: "" });
    expect(sheet.readFormat(0, 0)).toMatchObject({
      bold: true,
      italic: true,
      fillColor: "",
      borders: { bottom: line },
    });
    expect(sheet.readFormat(1, 1)).toMatchObject({ bold: true, italic: false, fillColor: "#FFEEDD" });
    sheet.clear(at("A1:B2"), "Formats");
    expect(sheet.readFormat(1, 1)).toMatchObject({ bold: false, fillColor: "", borders: {} });
  });
  const line = { style: "Continuous", weight: "Medium", color: "#112233" } as const;
});

describe("names in formulas", () => {
  test("a changed name recalculates what uses it", async () => {
    const vat = model.addName("vat", "=0.19");
    write("A1", [["=100*vat"]]);
    await model.idle();
    expect(read("A1")).toEqual([[19]]);
    vat.formula = "=0.25";
    await model.idle();
    expect(read("A1")).toEqual([[25]]);
  });

  test("of a range", async () => {
    write("A1:A2", [[1], [2]]);
    model.addName("prices", "=Sheet1!$A$1:$A$2");
    write("B1", [["=SUM(prices)"]]);
    await model.idle();
    write("A2", [[5]]);
    await model.idle();
    expect(read("B1")).toEqual([[6]]);
  });
});

describe("changes by a person", () => {
  let changes: WorkbookEvents["changed"][];
  /** What the grid does when something is typed or pasted. */
  const type = (address: string, value: CellValue) => {
    sheet.write(at(address), [[value]], { by: "person" });
  };

  beforeEach(() => {
    changes = [];
    model.on("changed", (change) => changes.push(change));
  });

  test("say what was and is", () => {
    type("B2", 1);
    type("B2", 2);
    expect(changes.map(({ range, origin, before, after }) => ({ range, origin, before, after }))).toEqual([
      { range: at("B2"), origin: "person", before: "", after: 1 },
      { range: at("B2"), origin: "person", before: 1, after: 2 },
    ]);
  });

  test("a row typed below a table, a column beside it", async () => {
    write("A1:B2", [
      ["Rep", "Amount"],
      ["Ana", 1],
    ]);
    const table = model.addTable({ sheet, range: at("A1:B2"), hasHeaders: true, name: "Deals" });
    write("D1", [["=SUM(Deals[Amount])"]]);
    type("B3", 5);
    await model.idle();
    expect(table.range).toEqual(at("A1:B3"));
    expect(read("D1")).toEqual([[6]]);
    type("C1", "Status");
    expect(table.columns.map((column) => column.name)).toEqual(["Rep", "Amount", "Status"]);
    type("C1", "Rep");
    expect(table.columns.map((column) => column.name)).toEqual(["Rep", "Amount", "Rep2"]);
    type("A5", "not next to it");
    expect(table.range).toEqual(at("A1:C3"));
  });

  test("formula results are no changes", async () => {
    write("A1:B1", [[1, "=A1*2"]]);
    await model.idle();
    changes.length = 0;
    type("A1", 5);
    await model.idle();
    expect(changes.map(({ range }) => range)).toEqual([at("A1")]);
    expect(read("B1")).toEqual([[10]]);
  });
});

describe("large sheets", () => {
  test("a million cells are written, summed and read in seconds", async () => {
    const cells = Array.from({ length: 100_000 }, (_, i) => [
      i,
      i % 7,
      "won",
      "Ana",
      i / 2,
      "",
      true,
      i,
      "x",
      1,
    ]);
    const start = Date.now();
    sheet.write(at("A1:J100000"), cells, { asIs: true });
    write("L1", [["=SUM(A:A)"]]);
    await model.idle();
    expect(read("L1")).toEqual([[4_999_950_000]]);
    const back = sheet.readValues(at("A1:J100000"));
    expect(Date.now() - start).toBeLessThan(20_000);
    expect(back.flat().every((value, index) => value === cells[Math.floor(index / 10)]?.[index % 10])).toBe(
      true,
    );
  });
});

test("a format leaves the formula in its cell", async () => {
  write("A1:B1", [["=1+1", 3]]);
  await model.idle();
  sheet.setFormat(at("A1:B1"), { bold: true });
  sheet.setNumberFormats(at("A1:B1"), [["0.0%", "0.00"]]);
  await model.idle();
  expect(sheet.readFormulas(at("A1:B1"))).toEqual([["=1+1", 3]]);
  expect(read("A1:B1")).toEqual([[2, 3]]);
  expect(sheet.readNumberFormats(at("A1:B1"))).toEqual([["0.0%", "0.00"]]);
  sheet.clear(at("A1"), "Formats");
  await model.idle();
  expect(sheet.readFormulas(at("A1"))).toEqual([["=1+1"]]);
  write("B1", [[5]]);
  write("C1", [["=B1*2"]]);
  sheet.setNumberFormats(at("C1"), [["0.00"]]);
  await model.idle();
  expect(read("C1")).toEqual([[10]]);
});
