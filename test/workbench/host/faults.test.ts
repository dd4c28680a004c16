/** @jest-environment jsdom */
import { createHost } from "../../../src/workbench/host";
import type { HostCall } from "../../../src/workbench/host";
import { createHeadlessModel } from "../../../src/workbench/model/headless";
import { startClient } from "./client";

/* Every kind of call can be made to fail, so that the add-in's answer to it can be tested. */

const model = createHeadlessModel();
const host = createHost(model);
let stop: () => void = () => undefined;

beforeAll(() => startClient(host));
afterEach(() => stop());
afterAll(() => {
  host.dispose();
  model.dispose();
});

async function failure(act: (context: Excel.RequestContext) => unknown): Promise<OfficeExtension.Error> {
  try {
    await Excel.run(async (context) => {
      await act(context);
      await context.sync();
    });
  } catch (error) {
    return error as OfficeExtension.Error;
  }
  throw new Error("Nothing failed.");
}

const read = (context: Excel.RequestContext) =>
  context.workbook.worksheets.getFirst().getRange("A1").load("values");
const write = (context: Excel.RequestContext) => {
  context.workbook.worksheets.getFirst().getRange("A1").values = [[1]];
};
const batch = ({ kind }: HostCall) => kind === "batch";

describe("the connection fails", () => {
  test.each([
    [5004, "InvalidOperationInCellEditMode"],
    [5012, "InvalidOrTimedOutSession"],
    [5102, "ActivityLimitReached"],
    [5103, "RequestPayloadSizeLimitExceeded"],
    [5104, "ResponsePayloadSizeLimitExceeded"],
    [7000, "AccessDenied"],
  ])("%i is %s, for reading and writing", async (number, code) => {
    stop = host.injectFault(batch, number);
    expect((await failure(read)).code).toBe(code);
    expect((await failure(write)).code).toBe(code);
    stop();
    await Excel.run(async (context) => {
      read(context);
      await context.sync();
    });
  });

  test("only where wanted", async () => {
    stop = host.injectFault(({ kind, members }) => kind === "batch" && members.includes("Values"), 5102);
    await Excel.run(async (context) => {
      context.workbook.worksheets.load("items/name");
      await context.sync();
    });
    expect((await failure(write)).code).toBe("ActivityLimitReached");
  });
});

describe("one action fails", () => {
  const calls: [string, string, (context: Excel.RequestContext) => unknown][] = [
    [
      "getting an item",
      "WorksheetCollection.getItem",
      (context) => context.workbook.worksheets.getItem("Sheet1").load("name"),
    ],
    ["getting a range", "Worksheet.getRange", read],
    ["loading", "Range", read],
    ["setting a property", "Range.values", write],
    ["a method", "Range.clear", (context) => context.workbook.worksheets.getFirst().getRange("A1").clear()],
    ["adding", "WorksheetCollection.add", (context) => context.workbook.worksheets.add("Never")],
    ["a navigation", "Workbook.tables", (context) => context.workbook.tables.load("items/name")],
    [
      "registering an event",
      "Worksheet._RegisterDataChangedEvent",
      (context) => context.workbook.worksheets.getFirst().onChanged.add(() => Promise.resolve()),
    ],
    ["a count", "WorksheetCollection.getCount", (context) => context.workbook.worksheets.getCount()],
  ];
  test.each(calls)("%s", async (_, member, act) => {
    stop = host.injectFault(({ kind, members }) => kind === "action" && members[0] === member, {
      code: "GeneralException",
      message: "The disk is on fire.",
    });
    const error = await failure(act);
    expect([error.code, error.message, error.debugInfo.errorLocation]).toEqual([
      "GeneralException",
      "The disk is on fire.",
      member,
    ]);
  });

  test("a code alone will do", async () => {
    stop = host.injectFault(({ members }) => members[0] === "Range.values", "AccessDenied");
    expect((await failure(write)).code).toBe("AccessDenied");
  });
});

describe("settings fail", () => {
  const saved = () =>
    new Promise<Office.AsyncResult<unknown>>((resolve) =>
      Office.context.document.settings.saveAsync(resolve),
    );
  const loaded = () =>
    new Promise<Office.AsyncResult<unknown>>((resolve) =>
      Office.context.document.settings.refreshAsync(resolve),
    );

  test("saving and loading", async () => {
    stop = host.injectFault(({ kind }) => kind === "saveSettings" || kind === "loadSettings", 5001);
    expect((await saved()).status).toBe("failed");
    expect((await loaded()).status).toBe("failed");
    stop();
    expect((await saved()).status).toBe("succeeded");
    expect((await loaded()).status).toBe("succeeded");
  });
});
