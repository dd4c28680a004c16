import { createHeadlessModel } from "../../../src/workbench/model/headless";
import { parseAddress } from "../../../src/workbench/model/address";
import type { CellValue, Rect, Sheet, WorkbookModel } from "../../../src/workbench/model/types";

let model: WorkbookModel;
let sheet: Sheet;
const at = (address: string): Rect => {
  const parsed = parseAddress(address);
  if (!parsed) throw new Error(address);
  return parsed.rect;
};
const write = (address: string, cells: CellValue[][]) => sheet.write(at(address), cells);
const read = (address: string) => sheet.readValues(at(address));

beforeEach(() => {
  model = createHeadlessModel();
  sheet = model.activeSheet();
});
afterEach(() => model.dispose());

test("formulas calculate, and again when their inputs change", async () => {
  write("A1:C1", [[2, "=A1*10", "=SUM(A1:B1)"]]);
  await model.idle();
  expect(read("A1:C1")).toEqual([[2, 20, 22]]);
  expect(sheet.readFormulas(at("A1:C1"))).toEqual([[2, "=A1*10", "=SUM(A1:B1)"]]);
  write("A1", [[3]]);
  await model.idle();
  expect(read("A1:C1")).toEqual([[3, 30, 33]]);
});

test("arrays spill", async () => {
  write("B2", [["=SEQUENCE(3,2)"]]);
  write("E1", [["=SUM(B2#)"]]);
  await model.idle();
  expect(read("B2:C4")).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  expect(sheet.spillOf(1, 1)).toEqual(at("B2:C4"));
  expect(read("E1")).toEqual([[21]]);
  write("B2", [["=SEQUENCE(2,2)"]]);
  await model.idle();
  expect(read("B2:C4")).toEqual([
    [1, 2],
    [3, 4],
    ["", ""],
  ]);
  expect(read("E1")).toEqual([[10]]);
});

describe("structured references", () => {
  beforeEach(() => {
    write("A1:C4", [
      ["Rep", "Amount", "Double it"],
      ["Ana", 10, ""],
      ["Bo", 20, ""],
      ["Ana", 30, ""],
    ]);
    model.addTable({ sheet, range: at("A1:C4"), hasHeaders: true, name: "Deals" });
  });

  test.each([
    ["=SUM(Deals[Amount])", 60],
    ["=SUM(deals[AMOUNT])", 60],
    ["=COUNTA(Deals[[#All],[Rep]])", 4],
    ["=Deals[[#Headers],[Amount]]", "Amount"],
    ["=ROWS(Deals)", 3],
    ["=ROWS(Deals[#All])", 4],
    ["=COLUMNS(Deals[[Rep]:[Amount]])", 2],
    ['=SUMIFS(Deals[Amount],Deals[Rep],"Ana")', 40],
    ["=SUM(Deals[Nope])", "#REF!"],
    ["=SUM(Nothing[Amount])", "#REF!"],
  ])("%s", async (formula, value) => {
    write("F9", [[formula]]);
    await model.idle();
    expect(read("F9")).toEqual([[value]]);
    expect(sheet.readFormulas(at("F9"))).toEqual([[formula]]);
  });

  test("an unknown column says which there are", async () => {
    write("F9", [["=SUM(Deals[Nope])"]]);
    await model.idle();
    expect(model.errorMessage(sheet, 8, 5)).toBe(
      "The table Deals has no column “Nope”. It has: Rep, Amount, Double it.",
    );
  });

  test("[@Column] is the cell in the same row", async () => {
    write("C2:C4", [["=[@Amount]*2"], ["=Deals[@Amount]*2"], ["=Deals[[#This Row],[Amount]]*2"]]);
    await model.idle();
    expect(read("C2:C4")).toEqual([[20], [40], [60]]);
  });

  test("a table that grows, is renamed or deleted takes its formulas along", async () => {
    write("F9", [["=SUM(Deals[Amount])"]]);
    await model.idle();
    const table = model.table("Deals");
    table?.addRows(undefined, 1);
    write("B5", [[40]]);
    await model.idle();
    expect(table?.range).toEqual(at("A1:C5"));
    expect(read("F9")).toEqual([[100]]);
    table?.rename("Sales");
    await model.idle();
    expect(sheet.readFormulas(at("F9"))).toEqual([["=SUM(Sales[Amount])"]]);
    write("B5", [[50]]);
    await model.idle();
    expect(read("F9")).toEqual([[110]]);
    table?.convertToRange();
    await model.idle();
    expect(read("F9")).toEqual([["#REF!"]]);
  });
});
