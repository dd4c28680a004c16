/** @jest-environment jsdom */
import { emptySheet } from "../../../src/workbench/files/content";
import { fillWorkbook } from "../../../src/workbench/files/fill";
import { createHost } from "../../../src/workbench/host";
import { parseAddress } from "../../../src/workbench/model/address";
import { createHeadlessModel } from "../../../src/workbench/model/headless";
import type { CellValue, CustomFunctions as Declared, Rect } from "../../../src/workbench/model/types";
import { startClient } from "./client";

/* Streaming functions in the real runtime of Office.js: results that come again and again, and their end. */

type Streaming = CustomFunctions.StreamingInvocation<unknown>;

const model = createHeadlessModel();
const host = createHost(model);
const declared: Declared = {
  namespace: "SALES",
  allowErrorForDataTypeAny: true,
  functions: [
    {
      id: "KPI",
      name: "KPI",
      parameters: [
        { name: "metric", type: "string" },
        { name: "more", type: "any", optional: true, repeating: true },
      ],
      options: { stream: true },
    },
    {
      id: "KPITABLE",
      name: "KPITABLE",
      parameters: [{ name: "metrics", type: "string" }],
      result: { dimensionality: "matrix" },
      options: { stream: true },
    },
  ],
};
/** What the functions were asked and have not been told to stop, in order. */
const running: { asked: unknown; invocation: Streaming }[] = [];
let stopped: unknown[] = [];

beforeAll(async () => {
  await startClient(host);
  const follow = (asked: unknown, invocation: Streaming) => {
    const entry = { asked, invocation };
    running.push(entry);
    invocation.onCanceled = () => {
      stopped.push(asked);
      running.splice(running.indexOf(entry), 1);
    };
  };
  CustomFunctions.associate("KPI", (metric: string, more: unknown[] | null, invocation: Streaming) =>
    follow(more?.length ? [metric, ...more] : metric, invocation),
  );
  CustomFunctions.associate("KPITABLE", (metrics: string, invocation: Streaming) =>
    follow(metrics, invocation),
  );
  model.setCustomFunctions(declared, host.callFunction);
});
beforeEach(async () => {
  for (const sheet of model.sheets()) sheet.clear(at("A1:Z400"), "All");
  await until(() => running.length === 0);
  await model.idle();
  stopped = [];
});
afterAll(() => {
  host.dispose();
  model.dispose();
});

const at = (address: string): Rect => {
  const parsed = parseAddress(address);
  if (!parsed) throw new Error(address);
  return parsed.rect;
};
const sheet = () => model.activeSheet();
const write = (address: string, cells: CellValue[][]) => sheet().write(at(address), cells);
const read = (address: string) => sheet().readValues(at(address));
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
/** The client hands results over when it likes: 50 ms to half a second after the last ones. */
const shows = async (address: string, expected: CellValue[][]) => {
  for (const end = Date.now() + 4000; Date.now() < end; await pause()) {
    await model.idle();
    if (JSON.stringify(read(address)) === JSON.stringify(expected)) return;
  }
  expect(read(address)).toEqual(expected);
};
const asked = () => running.map((entry) => entry.asked);
const tell = (result: unknown) => running.forEach(({ invocation }) => invocation.setResult(result));
const until = async (test: () => boolean) => {
  for (const end = Date.now() + 4000; !test() && Date.now() < end;) await pause();
  expect([test(), asked()]).toEqual([true, asked()]);
};

test("#BUSY! until the first result; formulas that use it wait; each result reaches them", async () => {
  write("A1:C1", [['=SALES.KPI("WINRATE","2026-Q1")', "=A1*2", "=IFERROR(A1,-1)"]]);
  await model.calculated();
  await until(() => running.length === 1);
  expect(read("A1:C1")).toEqual([["#BUSY!", "#BUSY!", -1]]);
  expect(asked()).toEqual([["WINRATE", "2026-Q1"]]);
  for (const value of [0.25, 0.5, 0.75]) {
    tell(value);
    await shows("A1:C1", [[value, value * 2, value]]);
  }
  expect([asked().length, stopped]).toEqual([1, []]);
});

test("errors with their message, formats, and a number again", async () => {
  write("A1", [['=SALES.KPI("WINRATE")']]);
  await model.calculated();
  await until(() => running.length === 1);
  tell(new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "Map your deals first."));
  await shows("A1", [["#N/A"]]);
  expect(model.errorMessage(sheet(), 0, 0)).toBe("Map your deals first.");
  tell({ type: "Double", basicValue: 0.714, numberFormat: "0.0%" });
  await shows("A1", [[0.714]]);
  expect(sheet().readText(at("A1"))).toEqual([["71.4%"]]);
  expect(model.errorMessage(sheet(), 0, 0)).toBeUndefined();
});

test("a table that spills grows and shrinks with its results", async () => {
  write("A1:D1", [['=SALES.KPITABLE("WINRATE")', "", "", "=SUM(B2:B10)"]]);
  await model.calculated();
  await until(() => running.length === 1);
  const rows = (count: number) =>
    Array.from({ length: count + 1 }, (_, n) => (n === 0 ? ["owner", "WINRATE"] : [`rep ${n}`, n]));
  for (const count of [3, 8, 1]) {
    tell(rows(count));
    await shows("A1:B10", [...rows(count), ...Array<string[]>(9 - count).fill(["", ""])]);
    expect(sheet().spillOf(0, 0)).toEqual(at(`A1:B${count + 1}`));
    expect(read("D1")).toEqual([[(count * (count + 1)) / 2]]);
  }
  write("A3", [["in the way"]]);
  tell(rows(4));
  await shows("A1:A3", [["#SPILL!"], [""], ["in the way"]]);
  write("A3", [[""]]);
  await shows("A1:B5", rows(4));
});

test("removed, overwritten or asked otherwise, the former call is told to stop", async () => {
  write("A1:B2", [
    ["WINRATE", "=SALES.KPI(A1)"],
    ["AOV", "=SALES.KPI(A2)"],
  ]);
  await model.calculated();
  await until(() => running.length === 2);
  tell(1);
  await shows("B1:B2", [[1], [1]]);
  write("A1", [["REVENUE"]]);
  await model.calculated();
  await until(() => asked().includes("REVENUE"));
  expect(stopped).toEqual(["WINRATE"]);
  tell(2);
  await shows("B1:B2", [[2], [2]]);
  write("B1", [["=1+1"]]);
  sheet().clear(at("B2"), "Contents");
  await until(() => running.length === 0);
  expect(stopped).toEqual(["WINRATE", "REVENUE", "AOV"]);
  await shows("B1:B2", [[2], [""]]);
});

test("rows inserted above and a deleted sheet", async () => {
  const other = model.addSheet("Report");
  other.write(at("A1:A2"), [['=SALES.KPI("CHURN")'], ['=SALES.KPI("MRR")']]);
  write("A1", [['=SALES.KPI("WINRATE")']]);
  await model.calculated();
  await until(() => running.length === 3);
  tell(5);
  await shows("A1", [[5]]);
  sheet().insertCells(at("1:2"), "Down");
  await model.calculated();
  await until(() => running.length === 3 && stopped.length === 1);
  tell(6);
  await shows("A1:A3", [[""], [""], [6]]);
  other.delete();
  await until(() => running.length === 1);
  expect(stopped).toEqual(["WINRATE", "CHURN", "MRR"]);
});

test("three hundred cells, updated together ten times", async () => {
  const formulas = Array.from({ length: 300 }, (_, n) => [`=SALES.KPI("WINRATE","owner","rep ${n}")`]);
  write("A1:A300", formulas);
  write("B1", [["=SUM(A1:A300)"]]);
  await model.calculated();
  await until(() => running.length === 300);
  for (let round = 1; round <= 10; round++) {
    tell(round);
    await shows("B1", [[300 * round]]);
  }
  expect(asked()).toHaveLength(300);
});

test("formulas of a file that is opened ask anew, and those of the former one stop", async () => {
  write("A1", [['=SALES.KPI("WINRATE","2026")']]);
  await model.calculated();
  await until(() => running.length === 1);
  const formulas = ['=SALES.KPI("WINRATE","2026")', '=SALES.KPITABLE("AOV,REVENUE")'];
  fillWorkbook(model, {
    name: "Book2.xlsx",
    sheets: [
      {
        ...emptySheet("Sheet1"),
        values: [[0.25], [0.125]],
        formulas: formulas.map((formula, row) => ({ row, column: 0, formula })),
      },
    ],
    names: [],
    settings: new Map(),
    activeSheet: 0,
  });
  await until(() => stopped.length === 1 && running.length === 2);
  expect(sheet().readFormulas(at("A1:A2"))).toEqual(formulas.map((formula) => [formula]));
  tell(0.5);
  await shows("A1:A2", [[0.5], [0.5]]);
});

test("functions declared anew (another workbook's add-in) are asked anew", async () => {
  write("A1", [['=SALES.KPI("WINRATE")']]);
  await model.calculated();
  await until(() => running.length === 1);
  tell(1);
  await shows("A1", [[1]]);
  model.setCustomFunctions(declared, host.callFunction);
  await model.calculated();
  await until(() => stopped.length === 1 && running.length === 1);
  expect(read("A1")).toEqual([["#BUSY!"]]);
  tell(2);
  await shows("A1", [[2]]);
});
