/** @jest-environment jsdom */
import { createHost } from "../../../src/workbench/host";
import { createHeadlessModel } from "../../../src/workbench/model/headless";
import { startClient } from "./client";

/* Excel.createWorkbook, as Excel on the web does it. */

const model = createHeadlessModel();
const created: (Uint8Array | undefined)[] = [];
const host = createHost(model, { onCreateWorkbook: (file) => created.push(file) });

beforeAll(() => startClient(host));
beforeEach(() => (created.length = 0));
afterAll(() => {
  host.dispose();
  model.dispose();
});

const later = () => new Promise((resolve) => setTimeout(resolve, 100));

test("a file is handed over whole, after the add-in has its answer", async () => {
  await Excel.createWorkbook(btoa("PK\u0003\u0004 and \u00ff\u0000 more"));
  expect(created).toEqual([]);
  await later();
  expect(created.map((file) => [...(file ?? [])])).toEqual([
    [..."PK\u0003\u0004 and \u00ff\u0000 more"].map((char) => char.charCodeAt(0)),
  ]);
});

test("without a file an empty workbook", async () => {
  await Excel.createWorkbook();
  await later();
  expect(created).toEqual([undefined]);
});

test.each(["no base64!", btoa("no workbook")])("%j is refused", async (text) => {
  await expect(Excel.createWorkbook(text)).rejects.toMatchObject({ code: "InvalidArgument" });
  await later();
  expect(created).toEqual([]);
});
