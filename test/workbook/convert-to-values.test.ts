/** @jest-environment jsdom */
import { convertToValues } from "../../src/workbook";
import { asWritten, callsOurs, shownFormat } from "../../src/workbook/our-formulas";
import { at, startExcel, type TestExcel } from "../support/excel";

let excel: TestExcel;

beforeAll(async () => {
  excel = await startExcel();
  await excel.addFunctions();
  excel.addTable("Deals", "Deals", "A1", [
    ["Status", "Owner"],
    ["Won", "Ana"],
    ["Lost", "=2+3"],
    ["Won", "7-8"],
  ]);
});
afterAll(() => excel.dispose());

const formulas = (sheet: string, address: string) => excel.sheet(sheet).readFormulas(at(address));
const values = (sheet: string, address: string) => excel.sheet(sheet).readValues(at(address));

test("all of ours on the sheet, alone, nested and spilled; nobody else's", async () => {
  excel.fill("Report", "B2:B6", [
    ["=SALES.WINRATE(Deals[Status])"],
    ['=IF(SALES.WINRATE(Deals[Status])>0.5,"good","bad")'],
    ["=1+1"],
    ['="SALES.WINRATE(x)"'],
    ["a note"],
  ]);
  excel.fill("Report", "D2", [['=SALES.BY("WINRATE",Deals[Owner],Deals[Status])']]);
  excel.select("Report", "A1");
  const shown = await excel.settled("Report", "B2:E5");
  // Deals of three owners, each with one: Ana and 7-8 won, =2+3 lost.
  expect(shown[0]![0]).toBeCloseTo(2 / 3);

  expect(await convertToValues("sheet")).toEqual({ formulas: 3, waiting: 0 });
  expect(values("Report", "B2:E5")).toEqual(shown);
  expect(formulas("Report", "B2:B6")).toEqual([
    [shown[0]![0]],
    ["good"],
    ["=1+1"],
    ['="SALES.WINRATE(x)"'],
    ["a note"],
  ]);
  const table = formulas("Report", "D2:E5");
  expect(table.flat().every((cell) => !String(cell).includes("SALES"))).toBe(true);
  expect(excel.sheet("Report").spillOf(1, 3)).toBeUndefined();
  // A name that looks like a formula or a date is still a name.
  expect(values("Report", "D3:D5").flat().sort()).toEqual(["7-8", "=2+3", "Ana"]);
});

test("only those in the selection", async () => {
  excel.fill("Second", "A1:A2", [["=SALES.WINRATE(Deals[Status])"], ["=SALES.WINRATE(Deals[Status])"]]);
  await excel.settled("Second", "A1:A2");
  excel.select("Second", "A2:C9");
  expect(await convertToValues("selection")).toEqual({ formulas: 1, waiting: 0 });
  expect(formulas("Second", "A1")).toEqual([["=SALES.WINRATE(Deals[Status])"]]);
  expect(formulas("Second", "A2")).toEqual([[2 / 3]]);
  excel.select("Second", "Z99");
  expect(await convertToValues("selection")).toEqual({ formulas: 0, waiting: 0 });
});

test("more than one answer of Excel can hold: half of it at a time", async () => {
  excel.fill("Third", "A1:A3", Array(3).fill(["=SALES.WINRATE(Deals[Status])"]));
  await excel.settled("Third", "A1:A3");
  excel.select("Third", "A1");
  const stop = excel.host.injectFault(
    ({ kind, members }) => kind === "batch" && members.filter((one) => one === "GetCell").length > 1,
    5104,
  );
  expect(await convertToValues("sheet")).toEqual({ formulas: 3, waiting: 0 });
  stop();
  expect(formulas("Third", "A1:A3")).toEqual(Array(3).fill([2 / 3]));
});

test.each<[string, boolean]>([
  ["=SALES.WINRATE(A1)", true],
  ['=1+sales.kpi("WINRATE")', true],
  ["=-SALES.KPI(1)", true],
  ["=_xldudf_SALES_KPI(1)", true],
  ["=SALES!A1", false],
  ["='SALES.X(1)'!A1", false],
  ['="SALES.KPI(1)"', false],
  ["=MYSALES.KPI(1)", false],
  ["=MY.SALES.KPI(1)", false],
  ["SALES.KPI(1)", false],
])("%s calls ours: %s", (formula, ours) => expect(callsOurs(formula)).toBe(ours));

test.each<[unknown, unknown]>([
  ["=1+1", "'=1+1"],
  ["007", "'007"],
  ["1-2", "'1-2"],
  ["+40 722", "'+40 722"],
  ["TRUE", "'TRUE"],
  ["'quoted", "''quoted"],
  ["Ana Pop", "Ana Pop"],
  ["Șerban", "Șerban"],
  ["#N/A", "#N/A"],
  ["#DIV/0!", "#DIV/0!"],
  ["", ""],
  [3.5, 3.5],
])("%p is written as %p", (value, written) => expect(asWritten(value)).toBe(written));

test.each<[format: string, value: unknown, text: string, expected: string]>([
  ["General", 0.63, "63.0%", "0.0%"],
  ["General", 0.63, "63,0 %", "0.0%"],
  ["General", 0.63, "0.63", "General"],
  ["General", "100% sure", "100% sure", "General"],
  ["0%", 0.63, "63%", "0%"],
])("format %s of %j shown as %s is kept as %s", (format, value, text, expected) => {
  expect(shownFormat(format, value, text)).toBe(expected);
});
