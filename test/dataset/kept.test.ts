/** @jest-environment jsdom */
import { createMappedData } from "../../src/dataset/create-mapped-data";
import type { MappedData } from "../../src/dataset/mapped-data";
import { MAPPING_NAMESPACE, mappingToXml } from "../../src/mapping/keep/kept-text";
import { defaultSettings, type Mapping } from "../../src/mapping/mapping";
import { readParts } from "../../src/workbook";
import { startExcel, type TestExcel } from "../support/excel";
import { sourceOf } from "./sources";

/* What stands in the workbook is never lost: not what can't be read, and not what another person wrote meanwhile. */

let excel: TestExcel;
let data: MappedData;

beforeAll(async () => {
  excel = await startExcel();
  excel.addTable("Deals", "Deals", "A1", [
    ["Status", "Amount"],
    ["Won", 100],
  ]);
});
beforeEach(async () => {
  await Excel.run(async (context) => {
    const parts = context.workbook.customXmlParts.getByNamespace(MAPPING_NAMESPACE).load("items/id");
    await context.sync();
    parts.items.forEach((part) => part.delete());
    await context.sync();
  });
  data = createMappedData();
});
afterAll(() => excel.dispose());

const mappingIn = (currency: string): Mapping => ({
  version: 1,
  sources: [sourceOf(excel, "deal", "Deals", { status: "Status", amount: "Amount" })],
  settings: { ...defaultSettings, currency },
});
/** Another program, or another person's add-in, writes a part. */
async function put(xml: string): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.customXmlParts.add(xml);
    await context.sync();
  });
}

const DAMAGED = `<mapping xmlns="${MAPPING_NAMESPACE}" version="1">{"version":1,"sources":[</mapping>`;
const NEWER = `<mapping xmlns="${MAPPING_NAMESPACE}" version="2">{"version":2,"tables":{}}</mapping>`;

test.each<[string, string, object]>([
  ["damaged", DAMAGED, { fault: "damaged", details: { where: "json" } }],
  ["from a newer version", NEWER, { fault: "newerVersion", details: { version: "2" } }],
])("%s: told, and replaced only when the person agrees", async (_, xml, error) => {
  await put(xml);
  await data.refresh();
  expect(data.state).toEqual({ status: "failed", error });
  expect(data.mapping).toBeUndefined();

  await expect(data.saveMapping(mappingIn("EUR"))).rejects.toMatchObject({ problem: "keptUnreadable" });
  expect(await readParts(MAPPING_NAMESPACE)).toEqual([xml]);

  await data.saveMapping(mappingIn("EUR"), { replaceUnreadable: true });
  expect(data.state.status).toBe("ready");
  expect(await readParts(MAPPING_NAMESPACE)).toEqual([mappingToXml(mappingIn("EUR"))]);
});

test("what another person saved meanwhile comes back by Undo", async () => {
  await data.saveMapping(mappingIn("EUR"));
  const colleague = createMappedData();
  await colleague.saveMapping(mappingIn("USD"));
  await data.saveMapping(mappingIn("RON"));
  expect(data.former?.settings.currency).toBe("USD");
  await data.undo();
  expect(data.mapping?.settings.currency).toBe("USD");
});

test("of two first mappings saved at the same time one counts, and one is left by the next saving", async () => {
  await put(mappingToXml(mappingIn("EUR")));
  await put(mappingToXml(mappingIn("USD")));
  await data.refresh();
  expect(data.mapping?.settings.currency).toBe("USD");
  await data.saveMapping(mappingIn("RON"));
  expect(await readParts(MAPPING_NAMESPACE)).toHaveLength(1);
});

test("parts of others stay as they are", async () => {
  const other = '<a xmlns="urn:somebody-else">x</a>';
  await put(other);
  await data.saveMapping(mappingIn("EUR"));
  expect(await readParts("urn:somebody-else")).toEqual([other]);
});

test("what would not read back as it is, is not written", async () => {
  await data.saveMapping(mappingIn("EUR"));
  // A setting that no version knows would be dropped by the next reading.
  const unknown = { ...defaultSettings, colour: "red" };
  await expect(data.saveMapping({ ...mappingIn("EUR"), settings: unknown })).rejects.toMatchObject({
    problem: "notKept",
  });
  expect(await readParts(MAPPING_NAMESPACE)).toEqual([mappingToXml(mappingIn("EUR"))]);
});

test("two savings at once: the later one stands, and both are told", async () => {
  await Promise.allSettled([data.saveMapping(mappingIn("EUR")), data.saveMapping(mappingIn("RON"))]);
  expect(data.mapping?.settings.currency).toBe("RON");
  expect(await readParts(MAPPING_NAMESPACE)).toEqual([mappingToXml(mappingIn("RON"))]);
});
