import type { Locale } from "../core/messages";
import { catalogue, metricById } from "../core/metrics/catalogue";
import type { Metric } from "../core/metrics/metric";
import { parameterText } from "../core/metrics/parameter-texts";
import type { Source, WorkbookView } from "../workbook";
import type { Entry } from "./entries";
import { chooseColumns, chooseSource, columnFor, type Choice } from "./formula/choose-columns";
import {
  byFormula,
  defineFormula,
  explainFormula,
  listFormula,
  metricFormula,
  type Formula,
} from "./formula/formula";

/** What a person changed for one entry; whatever is not here is guessed. */
export interface Settings {
  readonly source?: string;
  /** Argument → column, or null for "not used". */
  readonly columns: Readonly<Record<string, number | null>>;
  readonly options: Readonly<Record<string, string>>;
  /** Helpers: the metric they are about, and what to group by. */
  readonly metric?: string;
  readonly group?: number | string;
}

export const noSettings: Settings = { columns: {}, options: {} };

/** A formula ready to be inserted, with what it was made of. */
export interface Draft {
  readonly formula: Formula;
  readonly metric: Metric | undefined;
  readonly choice: Choice | undefined;
  readonly group: number | string;
  readonly spills: boolean;
}

export const GRAINS = ["year", "quarter", "month", "week", "day"] as const;

export function makeDraft(
  entry: Entry,
  settings: Settings,
  view: WorkbookView | undefined,
  locale: Locale,
): Draft {
  const metric = metricOf(entry, settings);
  if (metric === undefined) {
    return { formula: listFormula, metric, choice: undefined, group: "month", spills: true };
  }
  const choice = chosen(metric, settings, view);
  const group = settings.group ?? groupFor(choice) ?? "month";
  const options = new Map(Object.entries(settings.options));
  const place = (name: string) => placeholderFor(name, locale);
  const parts = { metric, choice, group };
  if (entry.is === "metric") {
    return { ...parts, formula: metricFormula(metric, choice, options, place), spills: false };
  }
  if (entry.id === "DEFINE") return { ...parts, formula: defineFormula(metric), spills: false };
  if (entry.id === "EXPLAIN") {
    return { ...parts, formula: explainFormula(metric, choice, options, place), spills: true };
  }
  return { ...parts, formula: byFormula(metric, group, choice, options, place), spills: true };
}

/** A source's key stays the same while rows are added to it. */
export function sourceKey({ kind, name }: Source): string {
  return `${kind}:${name}`;
}

/** "Status column": what a role is called where there is no room for its explanation. */
export function roleLabel(role: string, locale: Locale): string {
  return (parameterText(role, locale).split(/[:(]/)[0] ?? role).trim();
}

/** A name in the person's words that Excel takes as a name: it marks the place of a column. */
export function placeholderFor(role: string, locale: Locale): string {
  return roleLabel(role, locale).replace(/[^\p{L}\p{N}]+/gu, "_");
}

function metricOf(entry: Entry, settings: Settings): Metric | undefined {
  if (entry.is === "metric") return entry.metric;
  if (entry.id === "METRICS") return undefined;
  return metricById(settings.metric ?? "WINRATE") ?? catalogue[0];
}

function chosen(metric: Metric, settings: Settings, view: WorkbookView | undefined): Choice | undefined {
  if (view === undefined) return undefined;
  const named = view.sources.find((source) => sourceKey(source) === settings.source);
  const source = named ?? chooseSource(metric, view.sources, view.activeSheet)?.source;
  if (source === undefined) return undefined;
  // An option may need any of the optional columns: weight=value the amount, for one.
  const hasOptions = Object.keys(settings.options).length > 0;
  const columns = new Map(chooseColumns(metric, source.headers, hasOptions));
  for (const [role, column] of Object.entries(settings.columns)) {
    if (column === null) columns.delete(role);
    else if (column < source.headers.length) columns.set(role, column);
  }
  return { source, columns };
}

/** A leaderboard is asked for most: by owner, where there is one. */
function groupFor(choice: Choice | undefined): number | undefined {
  return choice && columnFor("owner", choice.source.headers);
}
