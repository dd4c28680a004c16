import { messageText, type Locale, type MessageId } from "../core/messages";
import type { ResultTable } from "../core/metrics/metric";
import { unitFormats, type Unit } from "../core/metrics/units";
import { isRefusal, refuse, type ErrorCode, type Note, type Refusal, type Result } from "../core/result";
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

/** Everything that stands behind a number, as a table of two columns. */
export function detailsTable(result: Result, unit: Unit, locale: Locale): CellTable {
  const text = (id: MessageId, values?: Readonly<Record<string, string | number>>): string =>
    messageText(locale, id, values);
  const rows: CellTable = [[text("headValue"), valueCell(result, unit, locale)]];
  if (result.interval !== undefined && Number.isFinite(result.interval.upper - result.interval.lower)) {
    rows.push(
      [text("headLower"), numberCell(result.interval.lower, unit)],
      [text("headUpper"), numberCell(result.interval.upper, unit)],
    );
  }
  rows.push([text("headRecords"), result.n]);
  for (const [id, part] of [
    ["headNumerator", result.numerator],
    ["headDenominator", result.denominator],
  ] as const) {
    if (part !== undefined && Number.isFinite(part)) rows.push([text(id), part]);
  }
  if (Object.keys(result.excluded).length + result.notes.length > 0)
    rows.push(...standingBehind(result, locale));
  return rows;
}

/** What was left out and why, and remarks, as rows of two cells. */
export function standingBehind(
  { excluded, notes }: Pick<Result, "excluded" | "notes">,
  locale: Locale,
): CellTable {
  const rows: CellTable = [
    ...Object.entries(excluded).map(([reason, count]): CellValue[] => [
      messageText(locale, "headExcluded", { reason: exclusionText(reason, locale) }),
      count,
    ]),
    ...notes.map((note): CellValue[] => [messageText(locale, "headNote"), noteText(note, locale)]),
  ];
  return rows.length === 0
    ? [[messageText(locale, "headNote"), messageText(locale, "nothingLeftOut")]]
    : rows;
}

/** A metric that is a table, in cells. */
export function resultTable(table: ResultTable, locale: Locale, headers: boolean): CellTable {
  const rows: CellTable = table.rows.map((row) =>
    row.map((cell, at): CellValue => {
      if (typeof cell === "string") return cell === "" ? messageText(locale, "blankGroup") : cell;
      if (typeof cell === "object") return isRefusal(cell) ? "—" : cell[locale];
      if (!Number.isFinite(cell)) return "—";
      return numberCell(cell, table.columns[at]?.unit ?? "number");
    }),
  );
  if (headers) rows.unshift(table.columns.map(({ head }) => head[locale]));
  return rows.length === 0 ? [["—"]] : rows;
}

const EXCLUSIONS: Readonly<Record<string, MessageId>> = {
  negativeDuration: "excludedNegativeDuration",
  cancelled: "excludedCancelled",
  duplicate: "excludedDuplicate",
  duplicateLead: "excludedDuplicateLead",
  totalsRow: "excludedTotalsRow",
  orderLine: "excludedOrderLine",
  creditNote: "excludedCreditNote",
  zeroAmount: "excludedZeroAmount",
  invalidReason: "excludedInvalidReason",
  unknownStage: "excludedUnknownStage",
  unanswered: "excludedUnanswered",
  note: "excludedNote",
  automatic: "excludedAutomatic",
  bulk: "excludedBulk",
  invalidLead: "excludedInvalidLead",
  longDuration: "excludedLongDuration",
  otherCost: "excludedOtherCost",
  outsideScale: "excludedOutsideScale",
  unpaid: "excludedUnpaid",
};

/** `missing.closedDate` → "closedDate is blank". */
export function exclusionText(reason: string, locale: Locale): string {
  const [kind = "", role = ""] = reason.split(".");
  if (kind === "missing") return messageText(locale, "excludedMissing", { role: role });
  if (kind === "unreadable") return messageText(locale, "excludedUnreadable", { role: role });
  const id = EXCLUSIONS[kind];
  return id === undefined ? reason : messageText(locale, id);
}

export function noteText(note: Note, locale: Locale): string {
  return messageText(locale, note.message, note.values);
}
