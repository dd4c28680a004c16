/** @jest-environment jsdom */
import { createHost } from "../../../src/workbench/host";
import { createHeadlessModel } from "../../../src/workbench/model/headless";
import { startClient } from "./client";

/* The real Office.js client keeps XML in the workbook. */

const model = createHeadlessModel();
const host = createHost(model);

beforeAll(() => startClient(host));
beforeEach(() => model.replaceCustomXmlParts([]));
afterAll(() => {
  host.dispose();
  model.dispose();
});

const NAMESPACE = "https://example.com/mapping/1";
const xml = (text: string) => `<mapping xmlns="${NAMESPACE}"><json>${text}</json></mapping>`;

test("add, find by namespace, read, change, delete", async () => {
  const id = await Excel.run(async (context) => {
    const parts = context.workbook.customXmlParts;
    parts.add("<other/>");
    const part = parts.add(xml('{"a":"ș &amp; ț"}'));
    part.load("id,namespaceUri");
    await context.sync();
    expect(part.id).toMatch(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/);
    expect(part.namespaceUri).toBe(NAMESPACE);
    return part.id;
  });

  await Excel.run(async (context) => {
    const parts = context.workbook.customXmlParts;
    const found = parts.getByNamespace(NAMESPACE).getOnlyItemOrNullObject();
    found.load("id");
    const text = found.getXml();
    const all = parts.getCount();
    await context.sync();
    expect([found.isNullObject, found.id, text.value, all.value]).toEqual([
      false,
      id,
      xml('{"a":"ș &amp; ț"}'),
      2,
    ]);
    found.setXml(xml("2"));
    const again = parts.getItem(id).getXml();
    await context.sync();
    expect(again.value).toBe(xml("2"));
    parts.getItem(id.toLowerCase()).delete();
    const gone = parts.getItemOrNullObject(id);
    gone.load("id");
    parts.load("items/id,items/namespaceUri");
    await context.sync();
    expect(gone.isNullObject).toBe(true);
    expect(parts.items.map((part) => part.namespaceUri)).toEqual([""]);
  });
});

test("none and several of a namespace are no only item", async () => {
  const only = async () =>
    Excel.run(async (context) => {
      const found = context.workbook.customXmlParts.getByNamespace(NAMESPACE).getOnlyItemOrNullObject();
      found.load("id");
      await context.sync();
      return !found.isNullObject;
    });
  expect(await only()).toBe(false);
  model.replaceCustomXmlParts([{ id: "{1}", xml: xml("1") }]);
  expect(await only()).toBe(true);
  model.replaceCustomXmlParts([
    { id: "{1}", xml: xml("1") },
    { id: "{2}", xml: xml("2") },
  ]);
  expect(await only()).toBe(false);
  const strict = Excel.run(async (context) => {
    context.workbook.customXmlParts.getByNamespace(NAMESPACE).getOnlyItem().load("id");
    await context.sync();
  });
  await expect(strict).rejects.toMatchObject({ code: "GeneralException" });
});

test.each([
  "",
  "no xml",
  "<a>",
  "<a></b>",
  "<a/><b/>",
  "<a>1 & 2</a>",
  "<a x=1/>",
  '<a x="1" x="2"/>',
  "<p:a/>",
  "<a>\u0001</a>",
  "text<a/>",
])("malformed XML is refused: %j", async (text) => {
  const adding = Excel.run(async (context) => {
    context.workbook.customXmlParts.add(text);
    await context.sync();
  });
  await expect(adding).rejects.toMatchObject({ code: "InvalidArgument" });
  expect(model.customXmlParts).toEqual([]);
});

test("well-formed XML of every shape is taken; line ends come back as an XML parser reads them", async () => {
  const shapes: [string, string][] = [
    [
      `<?xml version="1.0" encoding="UTF-8"?>\n<!-- note --><m:a xmlns:m='urn:x&amp;y'><m:b c="&lt;"/></m:a>\n`,
      "urn:x&y",
    ],
    ["<a><![CDATA[1 < 2 & 3]]></a>", ""],
    ["\ufeff<țară xmlns=''>\r\n</țară >", ""],
  ];
  for (const [text, namespace] of shapes)
    await Excel.run(async (context) => {
      const part = context.workbook.customXmlParts.add(text);
      part.load("namespaceUri");
      const back = part.getXml();
      await context.sync();
      expect(part.namespaceUri).toBe(namespace);
      expect(back.value).toBe(text.replace("\r\n", "\n"));
    });
});

test("what is gone says so", async () => {
  const reading = Excel.run(async (context) => {
    const part = context.workbook.customXmlParts.add(xml("1"));
    part.load("id");
    await context.sync();
    model.replaceCustomXmlParts([]);
    part.setXml(xml("2"));
    await context.sync();
  });
  await expect(reading).rejects.toMatchObject({ code: "ItemNotFound" });
});
