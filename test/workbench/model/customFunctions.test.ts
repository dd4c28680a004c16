import { createHeadlessModel } from "../../../src/workbench/model/headless";
import { parseAddress } from "../../../src/workbench/model/address";
import type {
  CellValue,
  CustomFunctionInvocation,
  CustomFunctionMetadata,
  CustomFunctionResult,
  Rect,
  Sheet,
  WorkbookModel,
} from "../../../src/workbench/model/types";

type Deliver = (result: CustomFunctionResult) => void;

let model: WorkbookModel;
let sheet: Sheet;
let calls: CustomFunctionInvocation[];
let cancelled: string[];
let answers: Record<string, (invocation: CustomFunctionInvocation, deliver: Deliver) => void>;

const at = (address: string): Rect => {
  const parsed = parseAddress(address);
  if (!parsed) throw new Error(address);
  return parsed.rect;
};
const write = (address: string, cells: CellValue[][]) => sheet.write(at(address), cells);
const read = (address: string) => sheet.readValues(at(address));
const later = (deliver: Deliver, value: unknown) => setTimeout(() => deliver({ ok: true, value }), 1);

const matrix = (name: string, optional = false) =>
  ({ name, type: "any", dimensionality: "matrix", optional }) as const;
const metadata: CustomFunctionMetadata[] = [
  {
    id: "TOTAL",
    name: "TOTAL",
    parameters: [matrix("values"), { name: "times", type: "number", optional: true }],
  },
  { id: "TABLE", name: "TABLE", parameters: [matrix("values")] },
  { id: "FAILS", name: "FAILS", parameters: [{ name: "message", type: "string" }] },
  { id: "RATE", name: "RATE", parameters: [] },
  { id: "TICKS", name: "TICKS", parameters: [{ name: "from", type: "number" }], options: { stream: true } },
];

beforeEach(() => {
  model = createHeadlessModel();
  sheet = model.activeSheet();
  calls = [];
  cancelled = [];
  answers = {
    TOTAL: ({ args: [values, times] }, deliver) =>
      later(
        deliver,
        (values as unknown[][]).flat().reduce<number>((sum, v) => sum + (typeof v === "number" ? v : 0), 0) *
          ((times as number | null) ?? 1),
      ),
    TABLE: ({ args: [values] }, deliver) =>
      later(deliver, [["value", "double"], ...(values as number[][]).map(([v = 0]) => [v, v * 2])]),
    FAILS: ({ args: [message] }, deliver) =>
      deliver({ ok: false, code: "#VALUE!", message: String(message) }),
    RATE: (_, deliver) => later(deliver, { type: "Double", basicValue: 0.25, numberFormat: "0.0%" }),
    TICKS: ({ args: [from] }, deliver) => later(deliver, from),
  };
  model.setCustomFunctions(
    { namespace: "sales", functions: metadata, allowErrorForDataTypeAny: true },
    (call, deliver) => {
      calls.push(call);
      answers[call.id]?.(call, deliver);
      return () => cancelled.push(call.id);
    },
  );
});
afterEach(() => model.dispose());

test("a result arrives, and again when an input changes", async () => {
  write("A1:A3", [[1], [2], [3]]);
  let answer = (): void => undefined;
  const { TOTAL } = answers;
  answers.TOTAL = (invocation, deliver) => (answer = () => TOTAL?.(invocation, deliver));
  write("C1", [["=SALES.TOTAL(A1:A3)"]]);
  await model.calculated();
  expect(read("C1")).toEqual([["#BUSY!"]]);
  answers.TOTAL = TOTAL ?? answer;
  answer();
  await model.idle();
  expect(read("C1")).toEqual([[6]]);
  write("A1", [[10]]);
  await model.idle();
  expect(read("C1")).toEqual([[15]]);
  expect(calls).toHaveLength(2);
  expect(calls[0]).toMatchObject({ id: "TOTAL", address: "Sheet1!C1", args: [[[1], [2], [3]], null] });
});

test.each(["2025-03-05", "2025-03", "20%", "16:48:00", "007", "3/5"])(
  "the text %s in a formula stays text",
  async (text) => {
    write("C1", [[`=SALES.FAILS("${text}")`]]);
    write("D1", [[`=SALES.TABLE("${text}")`]]);
    await model.idle();
    expect(calls.map(({ args }) => args)).toEqual([[text], [[[text]]]]);
  },
);

test("arguments as Excel hands them over", async () => {
  write("A1:B3", [
    ["x", 1],
    [true, ""],
    ["", "#N/A"],
  ]);
  write("D1:D3", [["=SALES.TOTAL(A1:B3,2)"], ["=SALES.TOTAL({1,2;3,4})"], ["=SALES.TOTAL(B2)"]]);
  await model.idle();
  expect(read("D1:D3")).toEqual([[2], [10], [0]]);
  const by = (address: string) => calls.find((call) => call.address === address)?.args;
  expect(by("Sheet1!D1")).toEqual([
    [
      ["x", 1],
      [true, ""],
      ["", { type: "CustomFunctionError", code: "#N/A" }],
    ],
    2,
  ]);
  expect(by("Sheet1!D2")).toEqual([
    [
      [1, 2],
      [3, 4],
    ],
    null,
  ]);
  expect(by("Sheet1!D3")).toEqual([[[""]], null]);
});

test("a table spills, shrinks, and other formulas follow", async () => {
  write("A1:A3", [[1], [2], [3]]);
  write("C1", [["=SALES.TABLE(A1:A3)"]]);
  write("F1:F2", [["=SUM(C1#)"], ["=SALES.TOTAL(C1#)"]]);
  await model.idle();
  expect(read("C1:D4")).toEqual([
    ["value", "double"],
    [1, 2],
    [2, 4],
    [3, 6],
  ]);
  expect(read("F1:F2")).toEqual([[18], [18]]);
  write("C1", [["=SALES.TABLE(A1:A2)"]]);
  await model.idle();
  expect(read("C1:D4")).toEqual([
    ["value", "double"],
    [1, 2],
    [2, 4],
    ["", ""],
  ]);
  expect(read("F1:F2")).toEqual([[9], [9]]);
});

test("errors have their messages, and lose them with the error", async () => {
  write("A1:A2", [["too short"], ["=SALES.FAILS(A1)"]]);
  await model.idle();
  expect(read("A2")).toEqual([["#VALUE!"]]);
  expect(model.errorMessage(sheet, 1, 0)).toBe("too short");
  write("A2", [["=SALES.FAILS()"]]);
  await model.idle();
  expect(model.errorMessage(sheet, 1, 0)).toBe("SALES.FAILS takes 1 argument, 0 were given.");
  write("A2", [["=1+1"]]);
  await model.idle();
  expect(model.errorMessage(sheet, 1, 0)).toBeUndefined();
});

test("a reference to nothing is the formula's error, with its own message", async () => {
  write("A1:A2", [["Amount"], [1]]);
  model.addTable({ sheet, range: at("A1:A2"), hasHeaders: true, name: "Deals" });
  write("C1", [["=SALES.TOTAL(Deals[Nope])"]]);
  await model.idle();
  expect(read("C1")).toEqual([["#REF!"]]);
  expect(model.errorMessage(sheet, 0, 2)).toBe("The table Deals has no column “Nope”. It has: Amount.");
  expect(calls).toEqual([]);
});

test("a formatted number formats a cell that has no format", async () => {
  sheet.setFormat(at("A2"), { numberFormat: "0.000" });
  write("A1:A3", [["=SALES.RATE()"], ["=SALES.RATE()"], ["=SALES.RATE()*2"]]);
  await model.idle();
  expect(sheet.readText(at("A1:A2"))).toEqual([["25.0%"], ["0.250"]]);
  expect(sheet.readNumberFormats(at("A1:A2"))).toEqual([["0.0%"], ["0.000"]]);
  expect(read("A3")).toEqual([[0.5]]);
});

test("nested and chained calls settle", async () => {
  write("A1:A2", [[1], [2]]);
  write("B1:B3", [
    ["=SALES.TOTAL(A1:A2)+SALES.TOTAL(A1:A2,10)"],
    ["=SALES.TOTAL(B1)"],
    ["=SALES.TOTAL(SALES.TABLE(A1:A2))"],
  ]);
  await model.idle();
  expect(read("B1:B3")).toEqual([[33], [33], [9]]);
});

test("a streaming function delivers again and stops when its formula goes", async () => {
  let deliver: Deliver = () => undefined;
  answers.TICKS = ({ args: [from] }, to) => {
    deliver = to;
    later(to, from);
  };
  write("A1:B1", [["=SALES.TICKS(5)", "=A1+1"]]);
  await model.idle();
  expect(read("A1:B1")).toEqual([[5, 6]]);
  deliver({ ok: true, value: 7 });
  await model.idle();
  expect(read("A1:B1")).toEqual([[7, 8]]);
  expect(calls).toHaveLength(1);
  write("A1", [[""]]);
  await model.idle();
  expect(cancelled).toEqual(["TICKS"]);
  deliver({ ok: true, value: 9 });
  await model.idle();
  expect(read("A1:B1")).toEqual([["", 1]]);
});

test("a formula written before its function is known is calculated once it is", async () => {
  const other = createHeadlessModel();
  const first = other.activeSheet();
  first.write(at("A1"), [["=SALES.RATE()"]]);
  await other.idle();
  expect(first.readValues(at("A1"))).toEqual([["#NAME?"]]);
  other.setCustomFunctions({ namespace: "SALES", functions: metadata }, (_, deliver) => {
    deliver({ ok: true, value: 1 });
    return () => undefined;
  });
  await other.idle();
  expect(first.readValues(at("A1"))).toEqual([[1]]);
  other.dispose();
});

test("a million rows and whole columns are handed over quickly", async () => {
  write(
    "A1:A500",
    Array.from({ length: 500 }, (_, i) => [i + 1]),
  );
  write("C1:C3", [["=SALES.TOTAL(A1:A1000000)"], ["=SALES.TOTAL(A:A)"], ["=SALES.TOTAL(A2:A1048576)"]]);
  const start = Date.now();
  await model.idle();
  expect(read("C1:C3")).toEqual([[125250], [125250], [125249]]);
  expect(Date.now() - start).toBeLessThan(5000);
});

test("whole rows and the whole sheet do not hang", async () => {
  write("A1:C2", [
    [1, 2, 3],
    [4, 5, 6],
  ]);
  write("A5:A6", [["=SALES.TOTAL(1:2)"], ["=SALES.TOTAL(1:4)"]]);
  model.addSheet("Other").write(at("A1"), [["=SALES.TOTAL(Sheet1!A1:XFD4)"]]);
  await model.idle();
  expect(read("A5:A6")).toEqual([[21], [21]]);
  expect(model.sheet("Other")?.readValues(at("A1"))).toEqual([[21]]);
});

test("ranges of different length are handed over as long as they are", async () => {
  model.setCustomFunctions(
    {
      namespace: "SALES",
      functions: [{ id: "SIZES", name: "SIZES", parameters: [matrix("a"), matrix("b")] }],
    },
    ({ args: [a, b] }, deliver) => {
      deliver({ ok: true, value: `${(a as unknown[]).length}/${(b as unknown[]).length}` });
      return () => undefined;
    },
  );
  write(
    "A1:B10",
    Array.from({ length: 10 }, (_, i) => [i, i]),
  );
  write("D1:D4", [
    ["=SALES.SIZES(A1:A5000,B1:B5000)"],
    ["=SALES.SIZES(A1:A5000,B1:B4000)"],
    ["=SALES.SIZES(A2:A5000,B2:B5000)"],
    ["=SALES.SIZES(A1:A3,B1:B5000)"],
  ]);
  await model.idle();
  expect(read("D1:D4")).toEqual([["10/10"], ["5000/4000"], ["9/9"], ["3/10"]]);
});
