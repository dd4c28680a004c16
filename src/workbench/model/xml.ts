import { ModelError } from "./types";

/**
 * The namespace of an XML document's root element, "" for none. Malformed XML is refused, as Excel refuses it: this
 * checks what goes wrong when XML is put together by hand (tags that do not match, bare & and <, attributes without
 * quotes, several roots), not everything a validating parser would.
 */
export function namespaceOfXml(xml: string): string {
  let namespace: string | undefined;
  const open: string[] = [];
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < xml.length) {
    const next = xml.indexOf("<", at);
    checkText(xml.slice(at, next < 0 ? xml.length : next), open.length > 0);
    if (next < 0) break;
    const skipped = endOfAside(xml, next, open.length > 0);
    if (skipped !== undefined) {
      at = skipped;
      continue;
    }
    tag.lastIndex = next;
    const [whole, closes, name = "", attributes = "", empty] = tag.exec(xml) ?? [];
    if (whole === undefined) throw malformed();
    at = next + whole.length;
    if (closes) {
      if (attributes.trim() !== "" || empty || open.pop() !== name) throw malformed();
      continue;
    }
    checkAttributes(attributes);
    if (open.length === 0) {
      if (namespace !== undefined) throw malformed();
      namespace = declaredNamespace(name, attributes);
    }
    if (!empty) open.push(name);
  }
  if (namespace === undefined || open.length > 0) throw malformed();
  return namespace;
}

const name = "[\\p{L}_:][\\p{L}\\p{N}_.:-]*";
const tag = new RegExp(`<(/?)(${name})((?:\\s+${name}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*\\s*)(/?)>`, "uy");
const attribute = new RegExp(`(${name})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "gu");
const bareAmpersand = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;
/** What XML 1.0 allows nowhere, not even escaped. */
// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

function checkText(text: string, insideRoot: boolean): void {
  if (bareAmpersand.test(text) || forbidden.test(text) || text.includes("]]>")) throw malformed();
  if (!insideRoot && text.trim() !== "") throw malformed();
}

/** Behind a comment, a CDATA section, a declaration or a processing instruction; undefined at a tag. */
function endOfAside(xml: string, at: number, insideRoot: boolean): number | undefined {
  for (const [start, end] of asides) {
    if (!xml.startsWith(start, at)) continue;
    const found = xml.indexOf(end, at + start.length);
    if (found < 0 || (start === "<![CDATA[" && !insideRoot)) throw malformed();
    return found + end.length;
  }
  return undefined;
}

const asides = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;

function checkAttributes(attributes: string): void {
  const seen = new Set<string>();
  for (const [, key = "", double, single] of attributes.matchAll(attribute)) {
    if (seen.has(key) || bareAmpersand.test(double ?? single ?? "")) throw malformed();
    seen.add(key);
  }
}

function declaredNamespace(element: string, attributes: string): string {
  const prefix = /^([^:]+):/.exec(element)?.[1];
  const wanted = prefix === undefined ? "xmlns" : `xmlns:${prefix}`;
  for (const [, key, double, single] of attributes.matchAll(attribute))
    if (key === wanted) return unescapeXml(double ?? single ?? "");
  if (prefix !== undefined) throw malformed();
  return "";
}

export function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, word?: string) => {
      if (word !== undefined) return entities[word] ?? whole;
      return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16));
    },
  );
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function malformed(): ModelError {
  return new ModelError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
}
