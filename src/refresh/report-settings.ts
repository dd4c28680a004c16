import * as v from "valibot";
import { jsonFromXml, jsonToXml } from "../core/kept-xml";
import type { Filter } from "../core/metrics/ask";
import { REPORT_SHEETS, type SheetId } from "../reports/plan";
import type { ReportGrain } from "../reports/request";

/** What a person asked of the reports, kept in the workbook: the ribbon's button and the next opening ask the same. */
export interface ReportSettings {
  readonly version: 1;
  readonly grain: ReportGrain;
  /** "current" = the one that is going on, to date; a label such as `2026-Q1`; missing = the last complete one. */
  readonly period?: string;
  readonly filters: readonly Filter[];
  readonly sheets: readonly SheetId[];
  readonly onOpening: boolean;
  readonly afterChanges: boolean;
}

export const defaultReportSettings: ReportSettings = {
  version: 1,
  grain: "quarter",
  filters: [],
  sheets: REPORT_SHEETS,
  onOpening: false,
  afterChanges: false,
};

export const REPORT_SETTINGS_NAMESPACE = "urn:sales-metrics:report-settings";
const PART = { element: "reportSettings", namespace: REPORT_SETTINGS_NAMESPACE };

export function reportSettingsToXml(settings: ReportSettings): string {
  return jsonToXml(PART, settings.version, settings);
}

/** What reads as settings of this version; anything else costs the choices made, not the reports. */
export function reportSettingsFromXml(xml: string): ReportSettings | undefined {
  const read = jsonFromXml(PART, xml);
  if ("damaged" in read) return undefined;
  const result = v.safeParse(schema, read.json);
  return result.success ? result.output : undefined;
}

const schema: v.GenericSchema<unknown, ReportSettings> = v.object({
  version: v.literal(1),
  grain: v.picklist(["month", "quarter", "year"]),
  period: v.exactOptional(v.string()),
  filters: v.array(v.object({ role: v.string(), value: v.union([v.string(), v.number(), v.boolean()]) })),
  sheets: v.array(v.picklist(REPORT_SHEETS)),
  onOpening: v.boolean(),
  afterChanges: v.boolean(),
});
