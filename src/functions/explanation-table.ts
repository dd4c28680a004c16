import { messageText, type Locale, type MessageId } from "../core/messages";
import type { Unit } from "../core/metrics/units";
import type { Result } from "../core/result";
import { exclusionText, noteText } from "../core/exclusions";
import { numberCell, valueCell, type CellTable, type CellValue } from "./cell-values";

export type { CellTable } from "./cell-values";

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
