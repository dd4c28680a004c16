/** What is kept in the workbook as XML: JSON in one element, as XML has no lists and JSON needs no schema there. */
export interface KeptElement {
  readonly element: string;
  /** By which the part is found among those of other programs in the same workbook. */
  readonly namespace: string;
}

export function jsonToXml({ element, namespace }: KeptElement, version: number, json: unknown): string {
  return `<${element} xmlns="${namespace}" version="${version}">${escapeXml(JSON.stringify(json))}</${element}>`;
}

/** Reads what `jsonToXml` wrote, however Excel or another program has put the XML since; or says what is wrong. */
export function jsonFromXml(
  { element }: KeptElement,
  xml: string,
): { readonly json: unknown } | { readonly damaged: "xml" | "json" } {
  const whole = new RegExp(`<(?:[\\w.-]+:)?${element}\\b[^>]*>([\\s\\S]*)</(?:[\\w.-]+:)?${element}\\s*>`);
  const content = whole.exec(xml)?.[1];
  if (content === undefined) return { damaged: "xml" };
  try {
    return { json: JSON.parse(unescapeXml(content)) };
  } catch {
    return { damaged: "json" };
  }
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
