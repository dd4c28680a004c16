import { jsonFromXml, jsonToXml } from "../core/kept-xml";
import type { LookArea } from "./areas";
import { isRegistry } from "./registry-schema";
import type { PlannedChart, PlannedFormat, SheetId } from "./plan";

/** What is known of the reports in a workbook: what was last written to each sheet, and how the refreshes went. */
export interface ReportRegistry {
  readonly version: typeof VERSION;
  readonly sheets: Readonly<Partial<Record<SheetId, KeptSheet>>>;
  /** Newest first. */
  readonly log: readonly LogEntry[];
}

/** A sheet as it was last written; places count from the report's first cell. */
export interface KeptSheet {
  readonly rows: number;
  readonly columns: number;
  /** Cells that the report wrote; what stands in others is the person's. */
  readonly areas: readonly LookArea[];
  /** Of each row a few letters that stand for its first cell: so rows that a person has put in between can be told. */
  readonly marks: readonly string[];
  readonly links: readonly KeptLink[];
  readonly formats: readonly PlannedFormat[];
  readonly charts: readonly PlannedChart[];
  /** Missing where an earlier version wrote the sheet. */
  readonly breaks?: readonly number[];
  /** What was written the time before: Undo brings back the cells, not what is kept of them. */
  readonly before?: Omit<KeptSheet, "before">;
}

/** A place in the workbook to which a cell leads. */
export interface KeptLink {
  readonly row: number;
  readonly column: number;
  /** `'Data quality'!A1` */
  readonly leadsTo: string;
}

export interface LogEntry {
  /** Serial day and time. */
  readonly at: number;
  readonly milliseconds: number;
  readonly rows: { readonly used: number; readonly skipped: number };
  readonly sheets: number;
  readonly outcome: "done" | "cancelled" | "failed";
  /** What stood in the way. */
  readonly problem?: string;
}

const VERSION = 1;
const LONGEST_LOG = 50;

export const emptyRegistry: ReportRegistry = { version: VERSION, sheets: {}, log: [] };

export function withEntry(registry: ReportRegistry, entry: LogEntry): ReportRegistry {
  return { ...registry, log: [entry, ...registry.log].slice(0, LONGEST_LOG) };
}

export const REGISTRY_NAMESPACE = "urn:sales-metrics:reports";
const PART = { element: "reports", namespace: REGISTRY_NAMESPACE };

export function registryToXml(registry: ReportRegistry): string {
  return jsonToXml(PART, VERSION, registry);
}

/** What the text of a kept registry turned out to be; a damaged one costs what it knew, not the reports. */
export type KeptRegistry =
  | { readonly is: "registry"; readonly registry: ReportRegistry }
  /** Written by a later version of the add-in: only that one may refresh. */
  | { readonly is: "newerVersion"; readonly version: number }
  | { readonly is: "damaged" };

export function registryFromXml(xml: string): KeptRegistry {
  const read = jsonFromXml(PART, xml);
  if ("damaged" in read) return { is: "damaged" };
  const { version } = Object(read.json) as { version?: unknown };
  if (typeof version === "number" && version > VERSION) return { is: "newerVersion", version };
  return isRegistry(read.json) ? { is: "registry", registry: read.json } : { is: "damaged" };
}

/** The registry among all parts of the namespace; an empty one where there is none that can be read. */
export function chooseRegistry(texts: readonly string[]): Exclude<KeptRegistry, { is: "damaged" }> {
  const kept = texts.map(registryFromXml);
  return (
    kept.find((each) => each.is === "newerVersion") ??
    kept.findLast((each) => each.is === "registry") ?? { is: "registry", registry: emptyRegistry }
  );
}
