import type { Filter } from "../../core/metrics/ask";
import { metricById } from "../../core/metrics/catalogue";
import type { Locale } from "../../core/messages";
import type { Role } from "../../core/records/roles";
import { nextPeriodStart } from "../../core/time/periods";
import { isoDate } from "../../core/time/serial";
import { text } from "../cells";
import type { ReportInput } from "../input";
import { headed, type Part } from "../part";
import type { SheetId } from "../plan";
import { filterWords } from "../request";
import { shownNumber } from "../shown";
import { reportText } from "../texts";

/** Rows of the header that stay in sight. */
export const HEAD_ROWS = 4;

/** Title, period, rows and time: what a reader has to know first. */
export function header(input: ReportInput, sheet: SheetId): Part {
  const { locale, periods, filters, rows, refreshedAt, currency } = input;
  const shownFilters = filters.map((filter) => ` · ${filterText(input, filter)}`).join("");
  const money = currency === undefined ? "" : ` · ${currency}`;
  const subtitle = reportText(locale, periods.toDate ? "subtitleToDate" : "subtitle", {
    period: (periods.trend.at(-1) ?? periods.period).label,
    filters: `${shownFilters}${money}`,
    share: shownNumber(elapsed(input), "ratio", locale),
    previous: periods.previous.label,
    lastYear: periods.lastYear.label,
  });
  const stamp = reportText(locale, "stamp", {
    when: clockText(refreshedAt),
    used: shownNumber(rows.used, "count", locale),
    skipped: shownNumber(rows.skipped, "count", locale),
  });
  return {
    cells: [
      [text(reportText(locale, sheet), "title")],
      [text(subtitle, "subtitle")],
      [text(stamp, "subtitle")],
    ],
  };
}

/** "Owner: Ana, Dan": the first of the words by name, of further ones how many they are. */
function filterText({ dataset, roleName }: ReportInput, filter: Filter): string {
  const role = filter.role as Role;
  const kind = Object.values(dataset).find((records) => records.has(role))?.kind;
  const words = filterWords(filter);
  const named = words.slice(0, NAMED).join(", ");
  const more = words.length > NAMED ? ` +${words.length - NAMED}` : "";
  return `${kind === undefined ? role : roleName(role, kind)}: ${named}${more}`;
}

const NAMED = 4;

/** The part of the report's period that has passed. */
function elapsed({ periods: { grain, period } }: ReportInput): number {
  return (period.end - period.start) / (nextPeriodStart(period.start, grain) - period.start);
}

/** 2026-11-23 09:02 */
function clockText(serial: number): string {
  const minutes = Math.floor((serial % 1) * 1440 + 1e-6);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${isoDate(Math.floor(serial))} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The words of the sheet explained, where their links lead. */
export function definitions(locale: Locale, ids: readonly string[]): Part | undefined {
  const rows = [...new Set(ids)].flatMap((id) => {
    const metric = metricById(id);
    if (metric === undefined) return [];
    const { name, definition } = metric.text[locale];
    return [[{ ...text(name, "label"), defines: id }, text(definition, "note")]];
  });
  return rows.length === 0
    ? undefined
    : headed(reportText(locale, "definitions"), undefined, { cells: rows });
}
