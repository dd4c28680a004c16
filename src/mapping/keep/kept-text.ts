import * as v from "valibot";
import { jsonFromXml, jsonToXml } from "../../core/kept-xml";
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

const PART = { element: "mapping", namespace: MAPPING_NAMESPACE };

/** A mapping as the XML of a custom part. */
export function mappingToXml(mapping: Mapping): string {
  return jsonToXml(PART, VERSION, mapping);
}

/** Reads what `mappingToXml` wrote. */
export function mappingFromXml(xml: string): Kept {
  const read = jsonFromXml(PART, xml);
  return "damaged" in read ? { is: "damaged", where: read.damaged } : readMapping(read.json);
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
