import { createHost } from "../../../src/workbench/host";
import { createHeadlessModel } from "../../../src/workbench/model/headless";
import { startNativeClient } from "./client";

/* The same client in plain Node, over the bridge Excel on the desktop offers: batches and events. */

const model = createHeadlessModel();
const host = createHost(model, { payloadLimit: Infinity });

beforeAll(() => startNativeClient(host));
afterAll(() => {
  host.dispose();
  model.dispose();
});

test("writes and reads, formulas calculate", async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("A1:B2");
    range.values = [
      [1, 2],
      [3, "=SUM(A1:B1,A2)"],
    ];
    range.load("values");
    await context.sync();
    expect(range.values).toEqual([
      [1, 2],
      [3, 6],
    ]);
  });
});

test("errors and null objects", async () => {
  await Excel.run(async (context) => {
    const none = context.workbook.tables.getItemOrNullObject("Nope");
    await context.sync();
    expect(none.isNullObject).toBe(true);
  });
  const failed = Excel.run(async (context) => {
    context.workbook.tables.getItem("Nope").load("name");
    await context.sync();
  });
  await expect(failed).rejects.toMatchObject({
    code: "ItemNotFound",
    debugInfo: { errorLocation: "TableCollection.getItem" },
  });
});

test("a workbook large beyond the web's limit: 100,000 rows", async () => {
  const values = Array.from({ length: 100_000 }, (_, i) => [
    i,
    "a word of some length, that is written often",
  ]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Large");
    const range = sheet.getRange("A1:B100000");
    range.values = values;
    await context.sync();
    range.load("values");
    await context.sync();
    expect(range.values.length).toBe(100_000);
    expect(range.values.every(([number], index) => number === index)).toBe(true);
  });
});

test("events", async () => {
  const seen: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add((event) => {
      seen.push(event.address);
      return Promise.resolve();
    });
    await context.sync();
  });
  model.activeSheet().write({ row: 4, column: 2, rows: 1, columns: 1 }, [[1]], { by: "person" });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen).toEqual(["C5"]);
});

test.each([
  [5102, "ActivityLimitReached"],
  [7000, "AccessDenied"],
])("a fault of the connection: %i", async (number, code) => {
  const stop = host.injectFault(({ kind }) => kind === "batch", number);
  const failed = Excel.run(async (context) => {
    context.workbook.worksheets.load("items/name");
    await context.sync();
  });
  await expect(failed).rejects.toMatchObject({ code });
  stop();
});
