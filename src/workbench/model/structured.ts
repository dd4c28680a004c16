import { formatAddress } from "./address";
import { texts } from "./texts";
import type { Rect } from "./types";

/** What a structured reference needs to know of a table. */
export interface TableShape {
  name: string;
  sheetName: string;
  /** Header and body. */
  range: Rect;
  hasHeaders: boolean;
  columns: readonly string[];
}

export type FindTable = (name: string) => TableShape | undefined;

/** Excel's own names for what the engine lacks; see engineFunctions.ts. */
export const SINGLE = "SINGLE";
export const ANCHORARRAY = "ANCHORARRAY";
export const REFUSED = "REFUSED.REFERENCE";

/**
 * The formula as the engine should see it: structured references become plain ones, `@` becomes SINGLE(…) and `A1#`
 * becomes ANCHORARRAY(A1). The engine's own reading of them gives wrong values ([@Col], an unknown column, another
 * case of the table's name), so it never sees them. What cannot be resolved becomes an error with a message.
 */
export function translateFormula(formula: string, findTable: FindTable): string {
  if (!/[[#\p{L}_]/u.test(formula)) return formula;
  return scan(formula, (token) => {
    if (token.kind === "spill") return `${ANCHORARRAY}(${token.text.slice(0, -1)})`;
    if (token.kind === "name") {
      const table = findTable(token.text);
      return table ? reference(table, bodyRows(table)) : token.text;
    }
    const table = findTable(token.table);
    if (!table) return refuse(token.table ? texts().noTable(token.table) : texts().tableMissing());
    return resolve(table, token.body);
  });
}

/** `[@Amount]` typed inside a table → `Deals[@Amount]`, as Excel stores it. */
export function qualifyFormula(formula: string, tableName: string): string {
  return scan(formula, (token) =>
    token.kind === "structured" && token.table === "" ? `${tableName}${token.text}` : token.text,
  );
}

type Token =
  | { kind: "structured"; text: string; table: string; body: string }
  | { kind: "name"; text: string }
  | { kind: "spill"; text: string };

const NAME = /[\p{L}_\\][\p{L}\p{N}_.\\]*/uy;
const SPILL = /(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}#/uy;
const QUOTED_SHEET = /'(?:[^']|'')+'!/y;
const SHEET = /[\p{L}_][\p{L}\p{N}_.]*!/uy;
const REST_OF_REFERENCE = /[$\p{L}\p{N}_.:]+/uy;

/** Walks a formula, hands each reference of ours to `replace`, copies all else (texts, sheet names, numbers…). */
function scan(formula: string, replace: (token: Token) => string): string {
  let result = "";
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(formula)?.[0];
  };
  while (at < formula.length) {
    const char = formula[at] ?? "";
    if (char === '"') {
      const end = endOfText(formula, at);
      result += formula.slice(at, end);
      at = end;
      continue;
    }
    const spill = take(SPILL);
    if (spill) {
      result += replace({ kind: "spill", text: spill });
      at += spill.length;
      continue;
    }
    const sheet = take(QUOTED_SHEET) ?? take(SHEET);
    if (sheet) {
      at += sheet.length;
      const rest = take(REST_OF_REFERENCE) ?? "";
      result += sheet + rest;
      at += rest.length;
      continue;
    }
    const name = take(NAME) ?? "";
    const bracket = formula[at + name.length] === "[" ? at + name.length : -1;
    if (bracket >= 0) {
      const end = endOfBracket(formula, bracket);
      const text = formula.slice(at, end);
      const external = formula.slice(end).match(/^[^()+\-*/,;"]*!/);
      result +=
        end < 0 || external
          ? text
          : replace({ kind: "structured", text, table: name, body: formula.slice(bracket + 1, end - 1) });
      at = end < 0 ? formula.length : end;
      continue;
    }
    if (name) {
      const next = formula.slice(at + name.length).trimStart()[0];
      const before = result[result.length - 1] ?? "";
      result += next === "(" || next === "!" || before === "$" ? name : replace({ kind: "name", text: name });
      at += name.length;
      continue;
    }
    const number = /^\d[\d.]*(?:[eE][+-]?\d+)?/.exec(formula.slice(at))?.[0] ?? char;
    result += number;
    at += number.length;
  }
  return result;
}

function endOfText(formula: string, start: number): number {
  for (let i = start + 1; i < formula.length; i++)
    if (formula[i] === '"') {
      if (formula[i + 1] !== '"') return i + 1;
      i++;
    }
  return formula.length;
}

/** Past the "]" that closes the "[" at `start`; a "'" protects the character after it. */
function endOfBracket(formula: string, start: number): number {
  let depth = 0;
  for (let i = start; i < formula.length; i++) {
    const char = formula[i];
    if (char === "'") i++;
    else if (char === "[") depth++;
    else if (char === "]" && --depth === 0) return i + 1;
  }
  return -1;
}

interface Rows {
  row: number;
  rows: number;
}

function bodyRows(table: TableShape): Rows {
  const header = table.hasHeaders ? 1 : 0;
  return { row: table.range.row + header, rows: table.range.rows - header };
}

function resolve(table: TableShape, body: string): string {
  let rest = body.trim();
  let single = false;
  if (rest.startsWith("@")) {
    single = true;
    rest = rest.slice(1).trim();
  }
  const items = splitItems(rest);
  const sections = new Set<string>();
  const columns: string[] = [];
  for (const item of items) {
    const name = item.startsWith("[") && item.endsWith("]") ? item.slice(1, -1).trim() : item;
    if (/^#/.test(name)) sections.add(name.toLowerCase().replace(/\s+/g, " "));
    else if (name) columns.push(item);
  }
  if (sections.delete("#this row")) single = true;
  if (columns.length > 1) return refuse(texts().severalColumns(`${table.name}[${body}]`));
  const rows = sectionRows(table, sections);
  if (typeof rows === "string") return refuse(rows);
  const span = columns[0] === undefined ? undefined : columnSpan(table, columns[0]);
  if (typeof span === "string") return refuse(span);
  const plain = reference(table, rows, span);
  return single ? `${SINGLE}(${plain})` : plain;
}

/** "[#All],[A]:[B]" → ["[#All]", "[A]:[B]"]. */
function splitItems(text: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let item = "";
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? "";
    if (char === "'") {
      item += char + (text[++i] ?? "");
      continue;
    }
    if (char === "[") depth++;
    if (char === "]") depth--;
    // A bare name may hold a comma only inside brackets; between brackets a comma or semicolon separates.
    if ((char === "," || char === ";") && depth === 0 && text.startsWith("[")) {
      items.push(item.trim());
      item = "";
    } else item += char;
  }
  if (item.trim()) items.push(item.trim());
  return items;
}

function sectionRows(table: TableShape, sections: ReadonlySet<string>): Rows | string {
  const body = bodyRows(table);
  const header = table.hasHeaders ? { row: table.range.row, rows: 1 } : undefined;
  if (sections.size === 0) return body;
  if (sections.has("#all")) return { row: table.range.row, rows: table.range.rows };
  for (const section of sections)
    if (section !== "#data" && section !== "#headers") return texts().noSection(table.name, section);
  if (!sections.has("#headers")) return body;
  if (!header) return texts().noHeaders(table.name);
  return sections.has("#data") ? { row: header.row, rows: header.rows + body.rows } : header;
}

function columnSpan(table: TableShape, item: string): { first: number; last: number } | string {
  const pair = /^\[((?:[^\]']|'.)*)\]\s*:\s*\[((?:[^\]']|'.)*)\]$/.exec(item);
  const names = pair ? [pair[1] ?? "", pair[2] ?? ""] : [item.replace(/^\[((?:[^\]']|'.)*)\]$/, "$1")];
  const found: number[] = [];
  for (const name of names) {
    const wanted = name.replace(/'(.)/g, "$1").trim().toLowerCase();
    const index = table.columns.findIndex((column) => column.trim().toLowerCase() === wanted);
    if (index < 0) return texts().noColumn(table.name, name.replace(/'(.)/g, "$1"), table.columns.join(", "));
    found.push(index);
  }
  return { first: Math.min(...found), last: Math.max(...found) };
}

function reference(table: TableShape, rows: Rows, span?: { first: number; last: number }): string {
  const first = span?.first ?? 0;
  const last = span?.last ?? table.columns.length - 1;
  return formatAddress(
    table.sheetName,
    { ...rows, column: table.range.column + first, columns: last - first + 1 },
    true,
  );
}

function refuse(message: string): string {
  return `${REFUSED}("${message.replaceAll('"', '""')}")`;
}
