import type { ICellData } from "@univerjs/core";
import { CellValueType, numfmt } from "@univerjs/core";
import type { CellValue } from "./types";

export const ERROR_TEXTS: ReadonlySet<string> = new Set([
  "#DIV/0!",
  "#NAME?",
  "#VALUE!",
  "#NUM!",
  "#N/A",
  "#REF!",
  "#NULL!",
  "#SPILL!",
  "#CALC!",
  "#GETTING_DATA",
]);

export interface Entry {
  cell: ICellData;
  /** The format Excel would give a cell that has none ("12%" → "0%"). */
  numberFormat?: string;
}

const EMPTY = { v: null, f: null, si: null, p: null } as const;

/** A cell as it is stored when nothing is to be read into its text: files, tables of data. */
export function plainEntry(value: CellValue): ICellData {
  if (value === "") return { ...EMPTY };
  if (typeof value === "number") return { ...EMPTY, v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { ...EMPTY, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return {
    ...EMPTY,
    v: value,
    t: ERROR_TEXTS.has(value) ? CellValueType.STRING : CellValueType.FORCE_STRING,
  };
}

/** A cell as Excel stores what is typed, or set through Range.values, in the English (US) locale. */
export function typedEntry(value: CellValue, asText: boolean): Entry {
  if (typeof value !== "string" || value === "") return { cell: plainEntry(value) };
  if (value.startsWith("'")) return { cell: { ...EMPTY, v: value.slice(1), t: CellValueType.FORCE_STRING } };
  if (asText) return { cell: { ...EMPTY, v: value, t: CellValueType.FORCE_STRING } };
  if (value.startsWith("=") && value.length > 1) return { cell: { ...EMPTY, f: value } };
  const error = value.trim().toUpperCase();
  if (ERROR_TEXTS.has(error)) return { cell: { ...EMPTY, v: error, t: CellValueType.STRING } };
  const parsed = /\d|^\s*(true|false)\s*$/i.test(value) ? numfmt.parseValue(value) : null;
  if (typeof parsed?.v === "boolean") return { cell: plainEntry(parsed.v) };
  if (typeof parsed?.v === "number")
    return {
      cell: plainEntry(parsed.v),
      numberFormat: parsed.z && parsed.z !== "General" ? parsed.z : undefined,
    };
  return { cell: { ...EMPTY, v: value, t: CellValueType.STRING } };
}

/** What a cell shows. Excel's "General" shows at most 11 characters of a number. */
export function displayText(value: CellValue, numberFormat: string): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string" && (value === "" || ERROR_TEXTS.has(value))) return value;
  try {
    return numfmt.format(numberFormat || "General", value);
  } catch {
    return String(value);
  }
}
