import type { Locale } from "../core/messages";
import type { Kind } from "../core/records/roles";
import { roleName } from "../core/role-names";
import { currencyOf } from "../dataset/currency";
import { deskOf } from "../dataset/desk";
import { lastDayOf } from "../dataset/last-day";
import type { HeldData } from "../dataset/mapped-data";
import type { ReportInput } from "../reports/input";
import { askedPeriods } from "./periods";
import type { ReportSettings } from "./report-settings";

/** What the reports are made of: the mapped records, and what was asked of them. `now` is a serial day with its time. */
export function reportInput(
  held: HeldData,
  settings: ReportSettings,
  ofExcel: Locale,
  now: number,
): ReportInput {
  const today = Math.floor(now);
  const { fiscalYearStart, weekStart, language, businessHours } = held.mapping.settings;
  const calendar = { fiscalYearStart, weekStart };
  const locale = language ?? ofExcel;
  return {
    dataset: held.dataset,
    desk: deskOf(held, today),
    periods: askedPeriods(settings, today, lastDayOf(held.dataset, today), calendar),
    filters: settings.filters,
    locale,
    currency: currencyOf(held),
    today,
    refreshedAt: now,
    rows: rowsOf(held),
    ...(businessHours === undefined ? {} : { weekdays: businessHours.days }),
    roleName: (role, kind) => roleName(kind, role, locale),
    rowNumber: (kind, row) => (held.placeOf(kind, row)?.row ?? row) + 1,
  };
}

export function rowsOf({ counts }: HeldData): { readonly used: number; readonly skipped: number } {
  const all = Object.values(counts).filter((count) => count !== undefined);
  return {
    used: all.reduce((sum, { rows }) => sum + rows, 0),
    skipped: all.reduce((sum, { skipped }) => sum + skipped, 0),
  };
}

/** The cell by which a person knows a record. */
export function recordCell(
  { placeOf }: HeldData,
  kind: Kind,
  row: number,
): { readonly sheet: string; readonly row: number; readonly column: number } | undefined {
  for (const role of ["name", "id", "customer", "status", "amount"] as const) {
    const place = placeOf(kind, row, role);
    if (place?.column !== undefined) return { sheet: place.sheet, row: place.row, column: place.column };
  }
  return undefined;
}
