/** @jest-environment jsdom */
import { createHost } from "../../../src/workbench/host";
import { parseAddress } from "../../../src/workbench/model/address";
import { createHeadlessModel } from "../../../src/workbench/model/headless";
import type { CellValue, CustomFunctionMetadata, Rect } from "../../../src/workbench/model/types";
import { startClient } from "./client";

/* What reaches the add-in on its own: events, custom functions, ribbon buttons, the pane. */

const panes: boolean[] = [];
const model = createHeadlessModel();
const host = createHost(model, { onPane: (visible) => panes.push(visible) });
const sheet = model.activeSheet();

const at = (address: string): Rect => {
  const parsed = parseAddress(address);
  if (!parsed) throw new Error(address);
  return parsed.rect;
};
const write = (address: string, cells: CellValue[][], by?: "person") =>
  sheet.write(at(address), cells, { by });
const read = (address: string) => sheet.readValues(at(address));
const turn = (milliseconds = 20) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const any = (name: string) => ({ name, type: "any", dimensionality: "matrix" }) as const;
const functions: CustomFunctionMetadata[] = [
  {
    id: "ADD",
    name: "ADD",
    parameters: [
      { name: "a", type: "number" },
      { name: "b", type: "number", optional: true },
    ],
  },
  { id: "SHAPE", name: "SHAPE", parameters: [any("values")] },
  { id: "TWICE", name: "TWICE", parameters: [any("values")] },
  { id: "WHERE", name: "WHERE", parameters: [], options: { requiresAddress: true } },
  { id: "FAIL", name: "FAIL", parameters: [{ name: "how", type: "string" }] },
  { id: "PERCENT", name: "PERCENT", parameters: [{ name: "value", type: "number" }] },
  {
    id: "COUNTDOWN",
    name: "COUNTDOWN",
    parameters: [{ name: "from", type: "number" }],
    options: { stream: true },
  },
  { id: "SLOW", name: "SLOW", parameters: [{ name: "value", type: "any" }], options: { cancelable: true } },
  { id: "MISSING", name: "MISSING", parameters: [] },
];
const cancelled: string[] = [];

beforeAll(async () => {
  await startClient(host);
  const Failure = CustomFunctions.Error;
  const { ErrorCode } = CustomFunctions;
  CustomFunctions.associate("ADD", (a: number, b: number | null) => a + (b ?? 100));
  CustomFunctions.associate("SHAPE", (values: unknown[][]) =>
    values.map((row) => row.map((cell) => (cell instanceof Failure ? `error ${cell.code}` : typeof cell))),
  );
  CustomFunctions.associate("TWICE", (values: number[][]) =>
    values.map((row) => row.map((cell) => cell * 2)),
  );
  CustomFunctions.associate("WHERE", (invocation: CustomFunctions.Invocation) => invocation.address);
  CustomFunctions.associate("FAIL", (how: string): unknown => {
    if (how === "value") throw new Failure(ErrorCode.invalidValue, "Pick another one.");
    if (how === "na") return Promise.reject(new Failure(ErrorCode.notAvailable, "Too little data."));
    if (how === "div") throw new Failure(ErrorCode.divisionByZero);
    if (how === "cell") return [["fine", new Failure(ErrorCode.notAvailable, "Not here.")]];
    throw new Error("a bug");
  });
  CustomFunctions.associate("PERCENT", (value: number) => ({
    type: "Double",
    basicValue: value,
    numberFormat: "0.0%",
  }));
  CustomFunctions.associate(
    "COUNTDOWN",
    (from: number, invocation: CustomFunctions.StreamingInvocation<number>) => {
      let left = from;
      invocation.setResult(left);
      const timer = setInterval(() => invocation.setResult(--left), 30);
      invocation.onCanceled = () => {
        clearInterval(timer);
        cancelled.push("COUNTDOWN");
      };
    },
  );
  CustomFunctions.associate("SLOW", (value: unknown, invocation: CustomFunctions.CancelableInvocation) => {
    invocation.onCanceled = () => cancelled.push(`SLOW ${String(value)}`);
    return new Promise((resolve) => setTimeout(() => resolve(value), value === "first" ? 3000 : 1));
  });
  model.setCustomFunctions(
    { namespace: "TEST", functions, allowErrorForDataTypeAny: true },
    host.callFunction,
  );
});
beforeEach(() => sheet.clear(at("A1:Z100"), "All"));
afterAll(() => {
  host.dispose();
  model.dispose();
});

describe("events", () => {
  test("a change, in the sheet, in all sheets, in the table; not after it was taken back", async () => {
    write("A1:B3", [
      ["Rep", "Amount"],
      ["Ana", 1],
      ["Bo", 2],
    ]);
    const table = model.addTable({ sheet, range: at("A1:B3"), hasHeaders: true, name: "Deals" });
    const seen: string[] = [];
    const details: unknown[] = [];
    const note = (where: string) => (event: { address: string; changeType: string; details?: unknown }) => {
      seen.push(`${where} ${event.changeType} ${event.address}`);
      details.push(event.details);
      return Promise.resolve();
    };
    const handlers = await Excel.run(async (context) => {
      const added = [
        context.workbook.worksheets.getActiveWorksheet().onChanged.add(note("sheet")),
        context.workbook.worksheets.onChanged.add(note("sheets")),
        context.workbook.tables.getItem("Deals").onChanged.add(note("table")),
        context.workbook.tables.onChanged.add(note("tables")),
      ];
      await context.sync();
      return added;
    });
    write("B2", [[42]], "person");
    await turn();
    expect(seen.sort()).toEqual([
      "sheet RangeEdited B2",
      "sheets RangeEdited B2",
      "table RangeEdited B2",
      "tables RangeEdited B2",
    ]);
    expect(details[0]).toMatchObject({ valueBefore: 1, valueAfter: 42, valueTypeAfter: "Double" });
    seen.length = 0;
    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("5:6").insert("Down");
      await context.sync();
    });
    await turn();
    expect(seen.sort()).toEqual(["sheet RowInserted 5:6", "sheets RowInserted 5:6"]);
    for (const handler of handlers)
      await Excel.run(handler.context, async (context) => {
        handler.remove();
        await context.sync();
      });
    seen.length = 0;
    write("B2", [[43]]);
    await turn();
    expect(seen).toEqual([]);
    table.delete();
  });

  test("selection, sheets and tables that come and go, names", async () => {
    const seen: string[] = [];
    const note = (what: string) => () => {
      seen.push(what);
      return Promise.resolve();
    };
    await Excel.run(async (context) => {
      const { worksheets, tables } = context.workbook;
      context.workbook.onSelectionChanged.add(note("selection"));
      worksheets.getActiveWorksheet().onSelectionChanged.add((event) => note(`selected ${event.address}`)());
      worksheets.onAdded.add(note("sheet added"));
      worksheets.onActivated.add(note("activated"));
      worksheets.onDeactivated.add(note("deactivated"));
      worksheets.onDeleted.add(note("sheet deleted"));
      tables.onAdded.add(note("table added"));
      tables.onDeleted.add(note("table deleted"));
      await context.sync();
    });
    model.select(sheet, at("B4:C5"));
    const other = model.addSheet("Other");
    other.activate();
    other.write(at("A1:A2"), [["x"], [1]]);
    model.addTable({ sheet: other, range: at("A1:A2"), hasHeaders: true, name: "Xs" }).delete();
    sheet.activate();
    other.delete();
    await turn();
    expect(seen).toEqual([
      "selection",
      "selected B4:C5",
      "sheet added",
      "deactivated",
      "activated",
      "table added",
      "table deleted",
      "deactivated",
      "activated",
      "sheet deleted",
    ]);
    await Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      const cell = context.workbook.getActiveCell();
      range.load("address");
      cell.load("address");
      await context.sync();
      expect([range.address, cell.address]).toEqual(["Sheet1!B4:C5", "Sheet1!B4"]);
    });
  });

  test("the runtime can switch events off", async () => {
    const seen: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().onChanged.add((event) => {
        seen.push(event.address);
        return Promise.resolve();
      });
      context.runtime.enableEvents = false;
      await context.sync();
    });
    write("A1", [[1]]);
    await turn();
    expect(seen).toEqual([]);
    await Excel.run(async (context) => {
      context.runtime.enableEvents = true;
      await context.sync();
    });
    write("A2", [[1]]);
    await turn();
    expect(seen).toEqual(["A2"]);
  });
});

describe("custom functions", () => {
  test("a result, omitted arguments, arrays in and out, the calling cell", async () => {
    write("A1:A3", [[1], [2], [3]]);
    write("C1:C3", [["=TEST.ADD(A1,A2)"], ["=TEST.ADD(A3)"], ["=TEST.WHERE()"]]);
    write("E1", [["=TEST.TWICE(A1:A3)"]]);
    await model.idle();
    expect(read("C1:C3")).toEqual([[3], [103], ["Sheet1!C3"]]);
    expect(read("E1:E3")).toEqual([[2], [4], [6]]);
    write("A1", [[11]]);
    await model.idle();
    expect([read("C1"), read("E1")]).toEqual([[[13]], [[22]]]);
  });

  test("blank, text, boolean and error cells", async () => {
    write("A1:D1", [["x", "", true, "#N/A"]]);
    write("A3", [["=TEST.SHAPE(A1:D1)"]]);
    await model.idle();
    expect(read("A3:D3")).toEqual([["string", "string", "boolean", "error #N/A"]]);
  });

  test.each([
    ["value", "#VALUE!", "Pick another one."],
    ["na", "#N/A", "Too little data."],
    ["div", "#DIV/0!", undefined],
    ["bug", "#VALUE!", undefined],
  ])("an error thrown or rejected: %s", async (how, code, message) => {
    write("A1", [[`=TEST.FAIL("${how}")`]]);
    await model.idle();
    expect(read("A1")).toEqual([[code]]);
    expect(model.errorMessage(sheet, 0, 0)).toBe(message);
  });

  test("an error inside an array, a function nobody associated, an argument of the wrong type", async () => {
    write("A1", [['=TEST.FAIL("cell")']]);
    write("A3:A4", [["=TEST.MISSING()"], ['=TEST.ADD("x")']]);
    await model.idle();
    expect(read("A1:B1")).toEqual([["fine", "#N/A"]]);
    expect(read("A3:A4")).toEqual([["#VALUE!"], ["#VALUE!"]]);
    expect(model.errorMessage(sheet, 3, 0)).toBe("a takes a number, but “x” was given.");
  });

  test("a number with its format", async () => {
    write("A1", [["=TEST.PERCENT(0.256)"]]);
    await model.idle();
    expect([read("A1"), sheet.readText(at("A1"))]).toEqual([[[0.256]], [["25.6%"]]]);
  });

  test("a streaming function goes on until its formula is gone", async () => {
    write("A1:B1", [["=TEST.COUNTDOWN(1000)", "=A1*2"]]);
    await model.idle();
    const [[first] = []] = read("A1");
    expect(first).toBeLessThanOrEqual(1000);
    // The client hands results over every 50 ms at the earliest.
    await turn(700);
    await model.idle();
    const [[now, twice] = []] = read("A1:B1");
    expect(now).toBeLessThan(first as number);
    expect(twice).toBe((now as number) * 2);
    write("A1", [[""]]);
    await turn();
    expect(cancelled).toContain("COUNTDOWN");
  });

  test("a call that is no longer wanted is cancelled", async () => {
    write("A1:A2", [["first"], ["=TEST.SLOW(A1)"]]);
    await model.calculated();
    expect(read("A2")).toEqual([["#BUSY!"]]);
    await turn();
    write("A1", [["second"]]);
    await model.idle();
    expect(read("A2")).toEqual([["second"]]);
    expect(cancelled).toContain("SLOW first");
  });

  test("formulas set through Office.js calculate", async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:A2");
      range.formulas = [["=TEST.ADD(1,2)"], ["=A1+1"]];
      await context.sync();
    });
    await model.idle();
    expect(read("A1:A2")).toEqual([[3], [4]]);
  });
});

describe("ribbon and pane", () => {
  test("a button's function runs and reports that it is done", async () => {
    const pressed: unknown[] = [];
    Office.actions.associate("refreshReports", (event: Office.AddinCommands.Event) => {
      pressed.push(event.source.id);
      event.completed();
    });
    await host.invokeCommand("refreshReports", "RefreshButton");
    expect(pressed).toEqual(["RefreshButton"]);
  });

  test("the pane is shown and hidden, and the add-in hears of it", async () => {
    const modes: string[] = [];
    await Office.addin.onVisibilityModeChanged((message) => modes.push(message.visibilityMode));
    await Office.addin.hide();
    await Office.addin.showAsTaskpane();
    await turn();
    expect(panes).toEqual([false, true]);
    host.paneChanged(false);
    await turn();
    expect(modes).toEqual(["Hidden", "Taskpane", "Hidden"]);
    await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
    expect(await Office.addin.getStartupBehavior()).toBe("Load");
  });

  test("what the host supports", () => {
    const { requirements } = Office.context;
    for (const [set, version] of [
      ["ExcelApi", "1.18"],
      ["SharedRuntime", "1.1"],
      ["CustomFunctionsRuntime", "1.4"],
      ["RibbonApi", "1.1"],
    ] as const)
      expect([set, requirements.isSetSupported(set, version)]).toEqual([set, true]);
    expect(requirements.isSetSupported("ExcelApi", "1.19")).toBe(false);
    expect([Office.context.host, Office.context.platform, Office.context.displayLanguage]).toEqual([
      "Excel",
      "OfficeOnline",
      "en-US",
    ]);
  });
});
