/**
 * Whether a formula calls one of our functions, alone or inside others. Words in quotation marks do not count. Without the
 * add-in, Excel names functions of add-ins `_xldudf_…`.
 */
export function callsOurs(formula: unknown): boolean {
  if (typeof formula !== "string" || !formula.startsWith("=")) return false;
  const code = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'/g, "''");
  return /(?:^|[^\p{L}\p{N}_.])(?:SALES\.|_xldudf_SALES_)[A-Z][A-Z0-9.]*\s*\(/iu.test(code);
}

/** A value to write so that it stays what it is: a text never becomes a formula, a number or a date. */
export function asWritten(value: unknown): unknown {
  if (typeof value !== "string" || value === "" || ERROR.test(value)) return value;
  const isPlain = /^\p{L}[\p{L}\s]*$/u.test(value) && !/^(?:true|false)$/i.test(value.trim());
  return isPlain ? value : `'${value}`;
}

/** One cell's format in a workbook where nothing was formatted. */
export const GENERAL = "General";

/** A cell's format, or that of the number in it, which Excel need not tell as the cell's: a share stays a share. */
export function shownFormat(format: string, value: unknown, text = ""): string {
  return format === GENERAL && typeof value === "number" && text.includes("%") ? "0.0%" : format;
}

/** What a cell shows while its function is at work: no value to keep. */
export function isWaiting(value: unknown): boolean {
  return /^#(?:BUSY!|GETTING_DATA|CONNECT!)$/.test(String(value));
}

const ERROR = /^#[A-Z/0]+[!?A]?$/;
