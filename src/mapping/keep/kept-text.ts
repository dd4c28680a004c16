import * as v from "valibot";
import type { Mapping } from "../mapping";
import { mappingSchema } from "./schema";

/** The namespace by which the part is found among those of other programs in the same workbook. */
export const MAPPING_NAMESPACE = "urn:sales-metrics:mapping";

/** What the text of a kept mapping turned out to be. */
export type Kept =
  | { readonly is: "mapping"; readonly mapping: Mapping }
  /** Written by a later version of the add-in: only that one can read it. */
  | { readonly is: "newerVersion"; readonly version: number }
  /** Not what was written once; `where` names the first place that is wrong. */
  | { readonly is: "damaged"; readonly where: string };

/** The newest version of the JSON that this add-in reads and writes. Adding anything to it takes a new one. */
const VERSION: Mapping["version"] = 1;

/** A mapping as the XML of a custom part: JSON in an element, as XML has no lists and JSON needs no schema there. */
export function mappingToXml(mapping: Mapping): string {
  return `<mapping xmlns="${MAPPING_NAMESPACE}" version="${VERSION}">${escapeXml(JSON.stringify(mapping))}</mapping>`;
}

/** Reads what `mappingToXml` wrote, however Excel or another program has put the XML since. */
export function mappingFromXml(xml: string): Kept {
  const content = /<(?:[\w.-]+:)?mapping\b[^>]*>([\s\S]*)<\/(?:[\w.-]+:)?mapping\s*>/.exec(xml)?.[1];
  if (content === undefined) return { is: "damaged", where: "xml" };
  let json: unknown;
  try {
    json = JSON.parse(unescapeXml(content));
  } catch {
    return { is: "damaged", where: "json" };
  }
  return readMapping(json);
}

/**
 * The mapping among all parts of the namespace: the one that can be read. There are two where two people saved their first
 * mapping at the same time; the later one counts, and the next saving leaves one. Undefined where there is none at all.
 */
export function chooseKept(texts: readonly string[]): Kept | undefined {
  const kept = texts.map(mappingFromXml);
  return (
    kept.find(({ is }) => is === "newerVersion") ?? kept.findLast(({ is }) => is === "mapping") ?? kept[0]
  );
}

/** Parsed JSON as a mapping, checked. */
export function readMapping(json: unknown): Kept {
  const version = (Object(json) as { version?: unknown }).version;
  if (typeof version === "number" && version > VERSION) return { is: "newerVersion", version };
  const result = v.safeParse(mappingSchema, json);
  if (result.success) return { is: "mapping", mapping: result.output };
  return { is: "damaged", where: v.getDotPath(result.issues[0]) ?? "" };
}

/** Whether two mappings say the same, in whatever order their parts stand. */
export function sameMapping(one: Mapping, other: Mapping): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** In JSON, letters beyond ASCII are escaped its own way: so no encoding and no forbidden XML character can hurt them. */
function escapeXml(json: string): string {
  return json
    .replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function unescapeXml(text: string): string {
  return text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, inner: string) => inner.replaceAll("&", "&amp;"))
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return ENTITIES[name ?? ""] ?? whole;
    });
}
