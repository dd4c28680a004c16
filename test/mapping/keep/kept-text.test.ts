/** @jest-environment jsdom */
import fc from "fast-check";
import {
  chooseKept,
  mappingFromXml,
  mappingToXml,
  readMapping,
  sameMapping,
} from "../../../src/mapping/keep/kept-text";
import { defaultSettings, noMapping, type MappedSource, type Mapping } from "../../../src/mapping/mapping";
import { runs } from "../../support/random";

const source: MappedSource = {
  kind: "deal",
  place: {
    sheet: "Vânzări <2026> & co",
    sheetId: "{0001}",
    table: { id: "3", name: "Deals" },
    column: 1,
    columns: 4,
  },
  roles: { status: { header: 'Stare "reală"\n', at: 0, id: "1" }, amount: { header: "]]>", at: 3 } },
  dateOrder: "dmy",
  words: { status: { "câștigat 🎉": "won", "&amp;": "lost" } },
};
const mapping: Mapping = {
  version: 1,
  sources: [
    source,
    {
      kind: "target",
      place: { sheet: "P", sheetId: "2", headerRow: 2, headerRows: 2, column: 0, columns: 2 },
      roles: {},
    },
  ],
  settings: {
    ...defaultSettings,
    currency: "RON",
    language: "ro",
    businessHours: { from: 9, to: 17.5, days: [0, 1, 2, 3, 4] },
    holidays: [46000],
    favourites: ["WINRATE"],
  },
};

function reread(xml: string): Mapping {
  const kept = mappingFromXml(xml);
  if (kept.is !== "mapping") throw new Error(JSON.stringify(kept));
  return kept.mapping;
}

describe("written and read", () => {
  test("every part of a mapping comes back", () => expect(reread(mappingToXml(mapping))).toEqual(mapping));

  test("XML is well formed ASCII, whatever the headers hold", () => {
    const xml = mappingToXml(mapping);
    expect(xml).toMatch(/^[\x20-\x7e]*$/);
    const parsed = new DOMParser().parseFromString(xml, "application/xml");
    expect(parsed.querySelector("parsererror")).toBeNull();
    expect(parsed.documentElement.namespaceURI).toBe("urn:sales-metrics:mapping");
    expect(JSON.parse(parsed.documentElement.textContent ?? "")).toEqual(mapping);
  });

  test("any texts come back as they were", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (header, word) => {
        const one = {
          ...source,
          roles: { status: { header, at: 0 } },
          words: { status: { [`w${word}`]: "won" } },
        };
        const kept = { ...mapping, sources: [one] };
        expect(sameMapping(reread(mappingToXml(kept)), kept)).toBe(true);
      }),
      runs(300),
    );
  });

  test.each<[string, (xml: string) => string]>([
    ["a declaration before it", (xml) => `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n${xml}`],
    [
      "a prefix for the namespace",
      (xml) => xml.replace("<mapping xmlns=", "<m:mapping xmlns:m=").replace("</mapping>", "</m:mapping>"),
    ],
    [
      "other quotation marks",
      (xml) => xml.replaceAll('xmlns="urn:sales-metrics:mapping"', "xmlns='urn:sales-metrics:mapping'"),
    ],
    ["quotation marks as entities", (xml) => xml.replace(/>.*</s, (text) => text.replaceAll('"', "&quot;"))],
    [
      "numbered entities",
      (xml) => xml.replace(/>.*</s, (text) => text.replaceAll("&lt;", "&#60;").replaceAll("&gt;", "&#x3E;")),
    ],
    [
      "a CDATA section",
      () =>
        `<mapping xmlns="urn:sales-metrics:mapping"><![CDATA[${JSON.stringify({ ...mapping, sources: [] })}]]></mapping>`,
    ],
  ])("Excel may write it with %s", (_, rewrite) => {
    const expected = rewrite("").includes("CDATA") ? { ...mapping, sources: [] } : mapping;
    expect(reread(rewrite(mappingToXml(mapping)))).toEqual(expected);
  });
});

describe("not a mapping of ours", () => {
  /** The mapping with another value at a path such as "sources.0.kind"; without a value, with nothing there. */
  const broken = (path: string, value?: unknown): unknown => {
    const json = JSON.parse(JSON.stringify(mapping)) as Record<string, unknown>;
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    const parent = keys.reduce((at, key) => at[key] as Record<string, unknown>, json);
    parent[last] = value;
    return JSON.parse(JSON.stringify(json));
  };
  test.each<[string, unknown, object]>([
    ["a later version", { ...mapping, version: 2, sources: "anything" }, { is: "newerVersion", version: 2 }],
    ["no version", broken("version"), { is: "damaged", where: "version" }],
    ["an unknown kind", broken("sources.0.kind", "dael"), { is: "damaged", where: "sources.0.kind" }],
    [
      "a role of another kind",
      broken("sources.0.roles", { likes: { header: "", at: 0 } }),
      { is: "damaged", where: "sources.0" },
    ],
    [
      "a column outside the table",
      broken("sources.0.roles.amount.at", 4),
      { is: "damaged", where: "sources.0" },
    ],
    [
      "a month that is none",
      broken("settings.fiscalYearStart", 13),
      { is: "damaged", where: "settings.fiscalYearStart" },
    ],
    ["nothing", null, { is: "damaged" }],
    ["a list", [], { is: "damaged" }],
  ])("%s", (_, json, kept) => expect(readMapping(json)).toMatchObject(kept));

  test("text that was cut, or is something else", () => {
    expect(mappingFromXml(mappingToXml(mapping).slice(0, -20))).toEqual({ is: "damaged", where: "xml" });
    expect(mappingFromXml(mappingToXml(mapping).replace(/\{/, ""))).toEqual({ is: "damaged", where: "json" });
    expect(mappingFromXml("<other/>")).toEqual({ is: "damaged", where: "xml" });
  });
});

describe("several parts in one workbook", () => {
  const xml = mappingToXml(mapping);
  const other = mappingToXml(noMapping);
  const newer = xml.replace('"version":1', '"version":9');
  test.each<[string, string[], unknown]>([
    ["none", [], undefined],
    ["the later of two", [other, xml], { is: "mapping", mapping }],
    ["the one that can be read", [xml, "<damaged/>"], { is: "mapping", mapping }],
    ["never over one from a later version", [newer, xml], { is: "newerVersion", version: 9 }],
    ["only a damaged one", ["<damaged/>"], { is: "damaged", where: "xml" }],
  ])("%s", (_, texts, kept) => expect(chooseKept(texts)).toEqual(kept));
});
