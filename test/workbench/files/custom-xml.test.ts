import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { emptySheet } from "../../../src/workbench/files/content";
import { readXlsx } from "../../../src/workbench/files/xlsx-read";
import { writeXlsx } from "../../../src/workbench/files/xlsx-write";

const parts = [
  { id: "{6C1F2C37-8F0E-4A40-A001-1D2B3C4D5E6F}", xml: '<m xmlns="urn:a&amp;b">1</m>' },
  { id: "{6C1F2C37-8F0E-4A40-A001-1D2B3C4D5E70}", xml: "<other/>" },
];
const save = (customXml = parts) =>
  writeXlsx({
    name: "Book1.xlsx",
    sheets: [{ ...emptySheet("Data"), values: [["a"], [1]] }],
    names: [],
    settings: new Map(),
    customXml,
    activeSheet: 0,
    spills: new Map(),
  });

const text = (file: Record<string, Uint8Array>, path: string) => strFromU8(file[path] ?? new Uint8Array());

test("the package relates its parts as ISO/IEC 29500 says", async () => {
  const file = unzipSync(await save());
  expect(text(file, "customXml/item1.xml")).toBe('<m xmlns="urn:a&amp;b">1</m>');
  expect(text(file, "customXml/_rels/item1.xml.rels")).toMatch(
    /Type="http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships\/customXmlProps" Target="itemProps1\.xml"/,
  );
  expect(text(file, "customXml/itemProps1.xml")).toContain(
    'ds:itemID="{6C1F2C37-8F0E-4A40-A001-1D2B3C4D5E6F}"',
  );
  expect(text(file, "customXml/itemProps1.xml")).toContain('ds:uri="urn:a&amp;b"');
  const related = [...text(file, "xl/_rels/workbook.xml.rels").matchAll(/<Relationship [^>]*>/g)].map(String);
  const ids = related.map((element) => /Id="([^"]+)"/.exec(element)?.[1]);
  expect(new Set(ids).size).toBe(related.length);
  expect(related.filter((element) => element.includes('/relationships/customXml"'))).toEqual([
    expect.stringContaining('Target="../customXml/item1.xml"'),
    expect.stringContaining('Target="../customXml/item2.xml"'),
  ]);
  const types = text(file, "[Content_Types].xml");
  expect(types).toMatch(/<Default [^>]*Extension="xml"[^>]*ContentType="application\/xml"/);
  for (const n of [1, 2])
    expect(types).toContain(
      `<Override PartName="/customXml/itemProps${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>`,
    );
});

test("read again, and the same bytes every time", async () => {
  const bytes = await save();
  expect((await readXlsx(bytes, "Book1.xlsx")).customXml).toEqual(parts);
  const without = await save([]);
  expect((await readXlsx(without, "Book1.xlsx")).customXml).toEqual([]);
});

test("as Excel and other programs write it: absolute targets, other prefixes, UTF-16, parts without properties", async () => {
  const file = unzipSync(await save([]));
  const rels = text(file, "xl/_rels/workbook.xml.rels");
  const type = "http://purl.oclc.org/ooxml/officeDocument/relationships/customXml";
  file["xl/_rels/workbook.xml.rels"] = strToU8(
    rels.replace(
      "</Relationships>",
      `<Relationship Target='/customXml/item9.xml' Type='${type}' Id='rId90'/>` +
        `<Relationship Target='../customXml/item8.xml' Type='${type}' Id='rId91'/>` +
        `<Relationship Target='../customXml/item7.xml' Type='${type}' Id='rId92'/></Relationships>`,
    ),
  );
  file["customXml/item9.xml"] = new Uint8Array(
    new Uint16Array([..."\ufeff<a>ș</a>"].map((char) => char.charCodeAt(0))).buffer,
  );
  file["customXml/_rels/item9.xml.rels"] = strToU8(
    `<r:Relationships xmlns:r="http://schemas.openxmlformats.org/package/2006/relationships"><r:Relationship Id="rId1" Type="${type}Props" Target="itemProps9.xml"/></r:Relationships>`,
  );
  file["customXml/itemProps9.xml"] = strToU8(
    `<x:datastoreItem x:itemID='{AB}' xmlns:x="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>`,
  );
  file["customXml/item8.xml"] = strToU8("<b/>");
  file["customXml/item7.xml"] = strToU8("this is no XML");
  const { customXml } = await readXlsx(zipSync(file), "Other.xlsx");
  expect(customXml).toEqual([
    { id: "{AB}", xml: "<a>ș</a>" },
    { id: "customXml/item8.xml", xml: "<b/>" },
  ]);
});
