import { strToU8, unzipSync, zipSync } from "fflate";
import { unescapeXml } from "../model/xml";
import { decodeText } from "./decode";

/** The parts of an Office file by their path: "xl/workbook.xml" → its bytes. */
export type Package = Record<string, Uint8Array>;

export interface Relationship {
  type: string;
  /** From the root of the package, without a leading slash. */
  target: string;
}

/** Only the parts that are wanted are unpacked. */
export function openPackage(bytes: Uint8Array, wanted: (path: string) => boolean = () => true): Package {
  return unzipSync(bytes, { filter: ({ name }) => wanted(name) });
}

/** The same parts always make the same bytes. */
export function closePackage(file: Package): Uint8Array {
  return zipSync(file, { mtime: "1980-01-01T00:00:00", level: 3 });
}

export function readText(file: Package, path: string): string | undefined {
  const bytes = file[path];
  return bytes && decodeText(bytes).text.replace(/^\ufeff/, "");
}

export function writeText(file: Package, path: string, text: string): void {
  file[path] = strToU8(text);
}

/** What a part relates to; the package itself is "". */
export function readRelationships(file: Package, part: string): Relationship[] {
  const text = readText(file, relationshipsOf(part)) ?? "";
  return [...text.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].flatMap(([element]): Relationship[] => {
    const type = attributeOf(element, "Type");
    const target = attributeOf(element, "Target");
    if (!type || !target || attributeOf(element, "TargetMode") === "External") return [];
    return [{ type, target: resolve(part, target) }];
  });
}

export function addRelationship(file: Package, part: string, type: string, target: string): void {
  const path = relationshipsOf(part);
  const before = readText(file, path) ?? `${declaration}<Relationships xmlns="${namespaces}/relationships"/>`;
  const ids = [...before.matchAll(/\sId\s*=\s*["']rId(\d+)["']/g)].map(([, n]) => Number(n));
  const entry = `<Relationship Id="rId${Math.max(0, ...ids) + 1}" Type="${type}" Target="${target}"/>`;
  writeText(file, path, insertInto(before, "Relationships", entry));
}

/** The content type of one part. */
export function addOverride(file: Package, path: string, type: string): void {
  const types = readText(file, CONTENT_TYPES) ?? `${declaration}<Types xmlns="${namespaces}/content-types"/>`;
  let text = types;
  if (!/<Default\s[^>]*Extension="xml"/i.test(text))
    text = insertInto(text, "Types", '<Default Extension="xml" ContentType="application/xml"/>');
  writeText(
    file,
    CONTENT_TYPES,
    insertInto(text, "Types", `<Override PartName="${path}" ContentType="${type}"/>`),
  );
}

const CONTENT_TYPES = "[Content_Types].xml";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const namespaces = "http://schemas.openxmlformats.org/package/2006";

/** "xl/workbook.xml" → "xl/_rels/workbook.xml.rels" */
function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function resolve(part: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

export function attributeOf(element: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(element);
  return match ? unescapeXml(match[1] ?? match[2] ?? "") : undefined;
}

function insertInto(text: string, element: string, entry: string): string {
  const empty = new RegExp(`(<(?:\\w+:)?${element}\\b[^>]*?)\\s*/>\\s*$`);
  if (empty.test(text)) return text.replace(empty, (_, start: string) => `${start}>${entry}</${element}>`);
  return text.replace(new RegExp(`</(?:\\w+:)?${element}>\\s*$`), (end) => entry + end.trim());
}
