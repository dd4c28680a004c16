/** @jest-environment jsdom */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createHost } from "../../src/workbench/host";
import { createHeadlessModel } from "../../src/workbench/model/headless";
import { startClient } from "../workbench/host/client";
import { report } from "./checks";

/*
 * The questions of `npm run check:excel`, asked of the workbench through the real client. Its answers are kept in
 * stand-in.json, for people to compare with those of a real Excel; UPDATE=1 writes them anew.
 */

const FILE = join(__dirname, "stand-in.json");
const model = createHeadlessModel();
const host = createHost(model, { onCreateWorkbook: () => undefined });

beforeAll(() => startClient(host));
afterAll(() => {
  host.dispose();
  model.dispose();
});

test("the workbench answers as it always has, and leaves the workbook as it was", async () => {
  const sheets = model.sheets().map(({ name }) => name);
  const { answers } = await report();
  if (process.env.UPDATE) writeFileSync(FILE, `${JSON.stringify(answers, null, 2)}\n`);
  expect(answers).toEqual(JSON.parse(readFileSync(FILE, "utf8")));
  expect(host.unknown).toEqual([]);
  expect(model.sheets().map(({ name }) => name)).toEqual(sheets);
  expect([model.tables(), model.customXmlParts, model.names()]).toEqual([[], [], []]);
});
