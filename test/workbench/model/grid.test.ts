import {
  ICommandService,
  IUniverInstanceService,
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
} from "@univerjs/core";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import { parseAddress } from "../../../src/workbench/model/address";
import { repairUniver } from "../../../src/workbench/model/patches";
import type { Rect, Sheet, WorkbookEvents, WorkbookModel } from "../../../src/workbench/model/types";
import { createWorkbookModel } from "../../../src/workbench/model/workbook";

/* The model over a Univer instance that others use too, as the grid does: what a person does reaches it as commands. */

let model: WorkbookModel;
let sheet: Sheet;
let commands: ICommandService;
let instances: IUniverInstanceService;
let changes: WorkbookEvents["changed"][];

const at = (address: string): Rect => {
  const parsed = parseAddress(address);
  if (!parsed) throw new Error(address);
  return parsed.rect;
};
const read = (address: string) => sheet.readValues(at(address));
const run = (id: string, params: object) => commands.executeCommand(id, params);
const range = (address: string) => {
  const { row, column, rows, columns } = at(address);
  return { startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 };
};
const unitId = () => instances.getCurrentUnitOfType(UniverInstanceType.UNIVER_SHEET)?.getUnitId() ?? "";
const type = (address: string, value: object) =>
  run("sheet.command.set-range-values", { subUnitId: sheet.id, range: range(address), value });

beforeEach(() => {
  repairUniver();
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.ERROR,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsTablePlugin);
  model = createWorkbookModel(univer);
  commands = univer.__getInjector().get(ICommandService);
  instances = univer.__getInjector().get(IUniverInstanceService);
  instances.focusUnit(unitId());
  sheet = model.activeSheet();
  changes = [];
  model.on("changed", (change) => changes.push(change));
});
afterEach(() => model.dispose());

test("what is typed is seen, with what was there before", async () => {
  await type("B2", { v: 5 });
  await type("C2", { f: "=B2*2" });
  await model.idle();
  expect(read("B2:C2")).toEqual([[5, 10]]);
  await type("B2", { v: 7 });
  await model.idle();
  expect(read("C2")).toEqual([[14]]);
  expect(changes.map(({ range: rect, origin, before }) => [rect, origin, before])).toEqual([
    [at("B2"), "person", ""],
    [at("C2"), "person", ""],
    [at("B2"), "person", 5],
  ]);
});

test("a format is no change of cells; undoing an edit is one", async () => {
  await type("A1", { v: 1 });
  await type("A1", { s: { bl: 1 } });
  expect(changes).toHaveLength(1);
  await run("univer.command.undo", {});
  await run("univer.command.undo", {});
  await model.idle();
  expect(read("A1")).toEqual([[""]]);
  expect(changes.length).toBeGreaterThan(1);
});

test("what was done can be forgotten, so that nothing is taken back", async () => {
  await type("A1", { v: 1 });
  model.forgetUndo();
  await run("univer.command.undo", {});
  await model.idle();
  expect(read("A1")).toEqual([[1]]);
});

test("a table grows, and [@Column] typed in it gets the table's name", async () => {
  sheet.write(at("A1:C2"), [
    ["Rep", "Amount", "Twice"],
    ["Ana", 4, ""],
  ]);
  const table = model.addTable({ sheet, range: at("A1:C2"), hasHeaders: true, name: "Deals" });
  await type("C2", { f: "=[@Amount]*2" });
  await type("B3", { v: 6 });
  await type("C3", { f: "=[@Amount]*2" });
  await model.idle();
  expect(table.range).toEqual(at("A1:C3"));
  expect(read("C2:C3")).toEqual([[8], [12]]);
  expect(sheet.readFormulas(at("C2"))).toEqual([["=Deals[@Amount]*2"]]);
});

test("inserted rows move a table and its formulas", async () => {
  sheet.write(at("A1:A3"), [["Amount"], [1], [2]]);
  const table = model.addTable({ sheet, range: at("A1:A3"), hasHeaders: true, name: "Deals" });
  sheet.write(at("C9"), [["=SUM(Deals[Amount])"]]);
  await model.idle();
  const rows = { startRow: 0, endRow: 1, startColumn: 0, endColumn: 25 };
  await run("sheet.command.insert-row", {
    unitId: undefined,
    subUnitId: sheet.id,
    range: rows,
    direction: 0,
  });
  await type("A5", { v: 10 });
  await model.idle();
  expect(table.range).toEqual(at("A3:A5"));
  expect(sheet.readFormulas(at("C11"))).toEqual([["=SUM(Deals[Amount])"]]);
  expect(read("C11")).toEqual([[11]]);
  expect(changes.some(({ changeType, origin }) => changeType === "RowInserted" && origin === "person")).toBe(
    true,
  );
});

test("a table's columns keep their ids when others come and go before them, undone deletions included", async () => {
  sheet.write(at("B2:D4"), [
    ["Rep", "Amount", "Status"],
    ["Ana", 1, "Won"],
    ["Bo", 2, "Lost"],
  ]);
  const table = model.addTable({ sheet, range: at("B2:D4"), hasHeaders: true, name: "Deals" });
  const ids = () => table.columns.map(({ id, name }) => `${id} ${name}`);
  const columns = (first: number, last: number) => ({
    unitId: unitId(),
    subUnitId: sheet.id,
    range: { startRow: 0, endRow: 999, startColumn: first, endColumn: last },
  });
  expect(ids()).toEqual(["1 Rep", "2 Amount", "3 Status"]);
  await run("sheet.command.insert-col-by-range", { ...columns(2, 2), direction: 3 });
  expect(ids()).toEqual(["1 Rep", "4 Column2", "2 Amount", "3 Status"]);
  expect(read("C2")).toEqual([["Column2"]]);
  await run("sheet.command.insert-col-by-range", { ...columns(0, 0), direction: 3 });
  expect(table.range).toEqual(at("C2:F4"));
  expect(ids()).toEqual(["1 Rep", "4 Column2", "2 Amount", "3 Status"]);
  await run("sheet.command.remove-col-by-range", columns(4, 4));
  expect(ids()).toEqual(["1 Rep", "4 Column2", "3 Status"]);
  await run("univer.command.undo", {});
  expect(model.table("Deals")?.columns.map(({ id, name }) => `${id} ${name}`)).toEqual([
    "1 Rep",
    "4 Column2",
    "5 Amount",
    "3 Status",
  ]);
});

test("sorting and moving cells are changes", async () => {
  sheet.write(at("A1:B4"), [
    ["Amount", "x"],
    [3, "c"],
    [1, "a"],
    [2, "b"],
  ]);
  changes = [];
  await run("sheet.mutation.reorder-range", {
    unitId: unitId(),
    subUnitId: sheet.id,
    range: range("A2:B4"),
    order: { 1: 2, 2: 3, 3: 1 },
  });
  expect(read("A2:B4")).toEqual([
    [1, "a"],
    [2, "b"],
    [3, "c"],
  ]);
  await run("sheet.command.move-range", { fromRange: range("A4:B4"), toRange: range("D6:E6") });
  await run("sheet.mutation.move-rows", {
    unitId: unitId(),
    subUnitId: sheet.id,
    sourceRange: range("2:2"),
    targetRange: range("4:4"),
  });
  await model.idle();
  expect(read("D6:E6")).toEqual([[3, "c"]]);
  expect(read("A2:B3")).toEqual([
    [2, "b"],
    [1, "a"],
  ]);
  expect(changes.every(({ origin }) => origin === "person")).toBe(true);
  expect(changes.map((change) => change.range)).toEqual([at("A2:B4"), at("A4:B4"), at("D6:E6"), at("A2:E4")]);
});

test("a deleted sheet takes its tables along", async () => {
  const other = model.addSheet("Other");
  other.write(at("A1:A2"), [["Amount"], [1]]);
  model.addTable({ sheet: other, range: at("A1:A2"), hasHeaders: true, name: "Deals" });
  sheet.write(at("A1"), [["=SUM(Deals[Amount])"]]);
  await model.idle();
  expect(read("A1")).toEqual([[1]]);
  await run("sheet.command.remove-sheet", { subUnitId: other.id });
  await model.idle();
  expect(model.tables()).toEqual([]);
  expect(read("A1")).toEqual([["#REF!"]]);
});

test("a renamed sheet keeps its tables' formulas", async () => {
  sheet.write(at("A1:A2"), [["Amount"], [3]]);
  model.addTable({ sheet, range: at("A1:A2"), hasHeaders: true, name: "Deals" });
  sheet.write(at("C1:C2"), [["=SUM(Deals[Amount])"], ["=Sheet1!A2"]]);
  await model.idle();
  await run("sheet.command.set-worksheet-name", { subUnitId: sheet.id, name: "My deals" });
  sheet.write(at("A2"), [[4]]);
  await model.idle();
  expect(read("C1:C2")).toEqual([[4], [4]]);
});
