import type { ICellData } from "@univerjs/core";
import { CellValueType, numfmt } from "@univerjs/core";
import type { CellValue } from "./types";

/** What a cell shows while a custom function has not answered. */
export const BUSY = "#BUSY!";

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
  BUSY,
]);

export interface Entry {
  cell: ICellData;
  /** The format Excel would give a cell that has none ("12%" → "0%"). */
  numberFormat?: string;
}

/**
 * A cell as it is stored when nothing is to be read into its text: files, tables of data. A mutation merges it into
 * the present cell, so that what must go is said; into a `fresh` cell there is nothing to say.
 */
export function plainEntry(value: CellValue, fresh = false): ICellData {
  if (value === "") return clearing({ v: null }, fresh);
  if (typeof value === "number") return clearing({ v: value, t: CellValueType.NUMBER }, fresh);
  if (typeof value === "boolean") return clearing({ v: value ? 1 : 0, t: CellValueType.BOOLEAN }, fresh);
  const type = ERROR_TEXTS.has(value) ? CellValueType.STRING : CellValueType.FORCE_STRING;
  return clearing({ v: value, t: type }, fresh);
}

/** A cell as Excel stores what is typed, or set through Range.values, in the English (US) locale. */
export function typedEntry(value: CellValue, asText: boolean, fresh = false): Entry {
  if (typeof value !== "string" || value === "") return { cell: plainEntry(value, fresh) };
  const text = (v: string, t: CellValueType): Entry => ({ cell: clearing({ v, t }, fresh) });
  if (value.startsWith("'")) return text(value.slice(1), CellValueType.FORCE_STRING);
  if (asText) return text(value, CellValueType.FORCE_STRING);
  if (value.startsWith("=") && value.length > 1) return { cell: { v: null, f: value, si: null, p: null } };
  const error = value.trim().toUpperCase();
  if (ERROR_TEXTS.has(error)) return text(error, CellValueType.STRING);
  const parsed = /\d|^\s*(true|false)\s*$/i.test(value) ? numfmt.parseValue(value) : null;
  if (typeof parsed?.v === "boolean") return { cell: plainEntry(parsed.v, fresh) };
  if (typeof parsed?.v === "number")
    return {
      cell: plainEntry(parsed.v, fresh),
      numberFormat: parsed.z && parsed.z !== "General" ? parsed.z : undefined,
    };
  return text(value, CellValueType.STRING);
}

function clearing(cell: ICellData, fresh: boolean): ICellData {
  if (!fresh) {
    cell.f = null;
    cell.si = null;
    cell.p = null;
  }
  return cell;
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
