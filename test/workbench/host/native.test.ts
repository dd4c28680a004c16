import { createHost } from "../../../src/workbench/host";
import { createHeadlessModel } from "../../../src/workbench/model/headless";
import { clientFile } from "./client";

/* The same client in plain Node, over the bridge Excel on the desktop offers. */

const model = createHeadlessModel();
const host = createHost(model);

beforeAll(() => {
  Object.assign(globalThis, { _richApiNativeBridge: host.connectNative() });
  Object.assign(globalThis, { window: undefined });
  (0, eval)(clientFile("excel-web-16.00.js"));
});
afterAll(() => {
  host.dispose();
  model.dispose();
});

test("writes and reads", async () => {
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
