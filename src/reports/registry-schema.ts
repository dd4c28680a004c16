import { LOOKS, REPORT_SHEETS, type PlannedChart, type PlannedFormat, type PlannedSeries } from "./plan";
import type { KeptLink, KeptSheet, LogEntry, ReportRegistry } from "./registry";

/** Whether parsed JSON is a registry of the present version. */
export function isRegistry(json: unknown): json is ReportRegistry {
  return registry(json);
}

type Check = (value: unknown) => boolean;

const count: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const number: Check = (value) => Number.isFinite(value);
const string: Check = (value) => typeof value === "string";
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const oneOf =
  (...words: readonly unknown[]): Check =>
  (value) =>
    words.includes(value);
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** An object with at least these members. */
function object<T>(members: { readonly [K in keyof Required<T>]: Check }): Check {
  return (value) => {
    if (typeof value !== "object" || value === null) return false;
    return Object.entries<Check>(members).every(([name, check]) =>
      check((value as Readonly<Record<string, unknown>>)[name]),
    );
  };
}

const place = { row: count, column: count, rows: count, columns: count };
const area = object(place);
const format = object<PlannedFormat>({ type: oneOf("dataBar", "colourScale"), area });
const series = object<PlannedSeries>({
  name: string,
  values: area,
  look: oneOf("actual", "former", "target"),
});
const chart = object<PlannedChart>({
  id: string,
  type: oneOf("column", "bar", "line", "stackedColumn"),
  title: string,
  categories: area,
  series: list(series),
  format: string,
  place: area,
});
const written = {
  rows: count,
  columns: count,
  areas: list(object({ ...place, look: oneOf(...LOOKS) })),
  marks: list(string),
  links: list(object<KeptLink>({ row: count, column: count, leadsTo: string })),
  formats: list(format),
  charts: list(chart),
  breaks: optional(list(count)),
};
const sheet = object<KeptSheet>({ ...written, before: optional(object(written)) });
const entry = object<LogEntry>({
  at: number,
  milliseconds: number,
  rows: object({ used: count, skipped: count }),
  sheets: count,
  outcome: oneOf("done", "cancelled", "failed"),
  problem: optional(string),
});
const sheets: Check = (value) =>
  typeof value === "object" &&
  value !== null &&
  Object.entries(value).every(
    ([id, kept]) => (REPORT_SHEETS as readonly string[]).includes(id) && sheet(kept),
  );
const registry = object<ReportRegistry>({ version: oneOf(1), sheets, log: list(entry) });
