import type { Locale } from "../../src/core/messages";
import type { HeldData } from "../../src/dataset/mapped-data";
import type { ExampleResult } from "../../src/reference";
import { metadata } from "../../src/functions/metadata";
import { isError, sales, streamed, type CellError } from "./custom-functions";
import { formatCell } from "./format-cell";
import { publishMapped, TablesInMemory, held } from "./mapped";
import { tables, type ReferenceTable } from "./tables";

/**
 * Types `=SALES.WINRATE(Deals[Status], , "period=2025-Q1")` into a cell: reads the columns from the tables of the
 * reference, calls the registered function as Excel does, and formats the answer with the format it brings.
 */
export async function evaluateExample(formula: string, locale: Locale = "en"): Promise<ExampleResult> {
  const answer = await callFormula(formula, tables, locale);
  if (isError(answer)) throw new Error(`${formula} gives ${answer.code}: ${answer.message}`);
  return Array.isArray(answer)
    ? (answer as unknown[][]).map((row) => row.map((cell) => formatCell(withoutError(cell, formula), locale)))
    : formatCell(answer, locale);
}

/** The function's own answer: a number with its format, a text, a table, or an error. */
export async function callFormula(
  formula: string,
  from: Readonly<Record<string, ReferenceTable>> = tables,
  locale: Locale = "en",
): Promise<unknown> {
  const { name, args } = readFormula(formula);
  const entry = metadata("en").functions.find((each) => each.name === name);
  const { parameters } = entry ?? { parameters: [] };
  if (parameters.length === 0 && args.length > 0) throw new Error(`SALES.${name} is no function`);
  const values = args.map((arg) => valueOf(arg, from));
  if (entry?.options?.stream === true) return inOffice(locale, () => firstAnswer(entry.id, values));
  const last = parameters.at(-1);
  if (last?.repeating) values.splice(parameters.length - 1, Infinity, values.slice(parameters.length - 1));
  if (values.length > parameters.length) throw new Error(`SALES.${name} has no ${values.length} arguments`);
  const byName = Object.fromEntries(values.map((value, at) => [parameters[at]?.name ?? "", value]));
  return inOffice(locale, () => sales(name, byName));
}

const data = new TablesInMemory();

/** What a streaming function shows first, where the deals of the reference are mapped. */
async function firstAnswer(id: string, values: readonly unknown[]): Promise<unknown> {
  publishMapped(data);
  if (data.state.status !== "ready") data.become({ status: "ready", data: mapped() });
  const cell = await streamed(id, ...values);
  while (cell.shown.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  cell.cancel();
  return cell.shown[0];
}

function mapped(): HeldData {
  const { Deals = {} } = tables;
  const { Id, Customer, Owner, Source, Type, Created, Closed, Status, Amount } = Deals;
  const roles = { id: Id, customer: Customer, owner: Owner, source: Source, type: Type };
  const more = { createdDate: Created, closedDate: Closed, status: Status, amount: Amount };
  const given = Object.entries({ ...roles, ...more }).filter(([, cells]) => cells !== undefined);
  return held({ deal: Object.fromEntries(given) });
}

/** Excel in a display language, taking numbers with their formats. */
async function inOffice<T>(locale: Locale, call: () => Promise<T>): Promise<T> {
  const context = { displayLanguage: locale, requirements: { isSetSupported: () => true } };
  const former: unknown = Reflect.get(globalThis, "Office");
  Object.assign(globalThis, { Office: { context } });
  try {
    return await call();
  } finally {
    Object.assign(globalThis, { Office: former });
  }
}

function withoutError(cell: unknown, formula: string): unknown {
  if (isError(cell)) throw new Error(`${formula} has a cell ${(cell as CellError).message}`);
  return cell;
}

/** Name and arguments of a formula that calls one function; a comma in quotes or brackets parts nothing. */
function readFormula(formula: string): { name: string; args: readonly string[] } {
  const [, name, inner] = /^=SALES\.([A-Z]+)\((.*)\)$/s.exec(formula.trim()) ?? [];
  if (name === undefined || inner === undefined) throw new Error(`Not a formula: ${formula}`);
  if (inner.trim() === "") return { name, args: [] };
  const args = [""];
  for (const part of inner.match(/"(?:[^"]|"")*"|\[\[.*?\]\]|\[.*?\]|,|[^",[]+/g) ?? []) {
    if (part === ",") args.push("");
    else args[args.length - 1] += part;
  }
  return { name, args: args.map((arg) => arg.trim()) };
}

function valueOf(arg: string, from: Readonly<Record<string, ReferenceTable>>): unknown {
  if (arg === "") return null;
  const text = /^"((?:[^"]|"")*)"$/s.exec(arg)?.[1];
  if (text !== undefined) return text.replaceAll('""', '"');
  const [, number, percent] = /^(-?\d+(?:\.\d+)?)(%?)$/.exec(arg) ?? [];
  if (number !== undefined) return Number(number) / (percent === "%" ? 100 : 1);
  const [, table = "", header = ""] = /^([\p{L}_]+)\[\[?([^[\]]+)\]?\]$/u.exec(arg) ?? [];
  const cells = from[table]?.[header];
  if (cells === undefined) throw new Error(`${arg} is no column of the tables`);
  return cells;
}
