/** An element of the manifest, as far as its tests need it. */
export interface Element {
  /** With its prefix, as written. */
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/**
 * Reads the plain XML a manifest is: elements, attributes, text, comments. Throws on what is not well formed. Enough here,
 * and it keeps the prefixes a manifest is written with.
 */
export function parseXml(source: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open: Element[] = [root];
  const tokens = source
    .replace(/^\uFEFF?\s*<\?xml[^?]*\?>/, "")
    .replace(/<!--[^]*?-->/g, "")
    .match(/<[^>]*>|[^<]+/g);
  for (const token of tokens ?? []) {
    const current = open.at(-1) ?? root;
    if (!token.startsWith("<")) {
      current.text += decode(token.trim());
    } else if (token.startsWith("</")) {
      const name = token.slice(2, -1).trim();
      if (name !== current.name) throw new SyntaxError(`</${name}> closes <${current.name}>`);
      open.pop();
    } else {
      const element = startTag(token);
      current.children.push(element);
      if (!token.endsWith("/>")) open.push(element);
    }
  }
  const [document, ...more] = root.children;
  if (open.length !== 1) throw new SyntaxError(`<${open.at(-1)?.name}> is not closed`);
  if (document === undefined || more.length > 0) throw new SyntaxError("A document has one root element");
  return document;
}

function startTag(token: string): Element {
  const match = /^<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*"[^"<]*")*)\s*\/?>$/.exec(token);
  if (!match) throw new SyntaxError(`Not a tag: ${token}`);
  const pairs = [...(match[2] ?? "").matchAll(/([\w:.-]+)\s*=\s*"([^"]*)"/g)];
  const attributes = Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, decode(value)]));
  return { name: match[1] ?? "", attributes, children: [], text: "" };
}

function decode(text: string): string {
  const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
