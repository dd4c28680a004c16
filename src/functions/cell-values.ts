import { messageText, type Locale } from "../core/messages";
import type { ResultTable } from "../core/metrics/metric";
import { unitFormats, type Unit } from "../core/metrics/units";
import { isRefusal, refuse, type ErrorCode, type Refusal, type Result } from "../core/result";
import { takesFormattedNumbers } from "./environment";

/** A number with its format, as Excel takes it. */
export interface FormattedNumber {
  readonly type: "Double";
  readonly basicValue: number;
  readonly numberFormat: string;
}

export type CellValue = string | number | boolean | FormattedNumber | CustomFunctions.Error;
export type CellTable = CellValue[][];

export function numberCell(value: number, unit: Unit): number | FormattedNumber {
  return takesFormattedNumbers()
    ? { type: "Double", basicValue: value, numberFormat: unitFormats[unit] }
    : value;
}

const CODES: Readonly<Record<ErrorCode, string>> = {
  "#VALUE!": "invalidValue",
  "#N/A": "notAvailable",
  "#DIV/0!": "divisionByZero",
  "#NUM!": "invalidNumber",
};

export function errorCell(refusal: Refusal, locale: Locale): CustomFunctions.Error {
  const codes = CustomFunctions.ErrorCode as unknown as
    Readonly<Record<string, CustomFunctions.ErrorCode>> | undefined;
  const code = codes?.[CODES[refusal.error]] ?? (refusal.error as unknown as CustomFunctions.ErrorCode);
  return new CustomFunctions.Error(code, messageText(locale, refusal.message, refusal.values));
}

export function valueCell({ value }: Result, unit: Unit, locale: Locale): CellValue {
  if (isRefusal(value)) return errorCell(value, locale);
  return Number.isFinite(value) ? numberCell(value, unit) : errorCell(refuse("#NUM!", "tooLarge"), locale);
}

/** In a table a group without a value is a dash, which Excel's own sums and averages pass over. */
export function tableCell({ value }: Result, unit: Unit): CellValue {
  return isRefusal(value) || !Number.isFinite(value) ? "—" : numberCell(value, unit);
}

/** A metric that is a table, in cells. */
export function resultTable(table: ResultTable, locale: Locale, headers: boolean): CellTable {
  const rows: CellTable = table.rows.map((row) =>
    row.map((cell, at): CellValue => {
      if (typeof cell === "string") return cell === "" && at === 0 ? messageText(locale, "blankGroup") : cell;
      if (typeof cell === "object") return isRefusal(cell) ? "—" : cell[locale];
      if (!Number.isFinite(cell)) return "—";
      return numberCell(cell, table.columns[at]?.unit ?? "number");
    }),
  );
  if (headers) rows.unshift(table.columns.map(({ head }) => head[locale]));
  return rows.length === 0 ? [["—"]] : rows;
}
