import type { Locale } from "../core/messages";
import { catalogue, metricById } from "../core/metrics/catalogue";
import { commonOptions, tableOptions } from "../core/metrics/common-options";
import { isComputed, isTable, unitOf, type Metric, type Unit } from "../core/metrics/metric";
import { parseOptions, type OptionSpecs, type OptionValues } from "../core/metrics/options";
import { readPeriod } from "../core/records/read-period";
import { GROUP_ROLES, type Role } from "../core/records/roles";
import { needsPeriod } from "../reference";
import type { Mapping } from "../mapping/mapping";
import type { Source, WorkbookView } from "../workbook";
import type { Entry } from "./entries";
import { kpiFormula, kpiTableFormula } from "./formula/kpi-formula";
import { mappedColumns } from "./formula/mapped-columns";
import { chooseColumns, usefulColumns } from "./formula/choose-columns";
import { chooseSources, withoutSource, type Choice } from "./formula/choose-sources";
import {
  byFormula,
  defineFormula,
  explainFormula,
  listFormula,
  qualityFormula,
  metricFormula,
  optionText,
  type Filling,
  type Formula,
  type Group,
} from "./formula/formula";
import { kindGroups, parametersFor, type KindGroup } from "./formula/kind-groups";
import { columnFor } from "./formula/match-headers";
import { kindIn } from "./formula/source-kind";
import { placeholderFor } from "./labels";

/** What a person changed for one entry; whatever is not here is guessed. */
export interface Settings {
  /** First kind of a group → its source's key, or what stands instead of one. */
  readonly sources: Readonly<Record<string, string>>;
  /** Argument → column, or null for "not used". */
  readonly columns: Readonly<Record<string, number | null>>;
  /** Argument → what was typed: numbers and dates. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
  /** Helpers: the metric they are about, and what to group by: a column's number or a word. */
  readonly metric?: string;
  readonly group?: string;
}

/** Instead of a source: the kind is left out, or one number stands for its table. */
export const NO_SOURCE = "";
export const NUMBER = "#";

export const noSettings: Settings = { sources: {}, columns: {}, inputs: {}, options: {} };

/** A formula ready to be inserted, with what it was made of. */
export interface Draft {
  readonly formula: Formula;
  readonly metric: Metric | undefined;
  readonly choices: readonly Choice[];
  /** As in the settings: what the formula is grouped by. */
  readonly group: string;
  readonly spills: boolean;
  /** The period in one word, as typed or suggested. */
  readonly period: string;
  /** What the formula's number is, where it is one. */
  readonly unit?: Unit;
}

export const GRAINS = ["year", "quarter", "month", "week", "day"] as const;

export function makeDraft(
  entry: Entry,
  settings: Settings,
  view: WorkbookView | undefined,
  locale: Locale,
  thisYear?: number,
  mapping?: Mapping,
): Draft {
  const metric = metricOf(entry, settings);
  if (metric === undefined) {
    const formula = entry.id === "DATAQUALITY" ? qualityFormula : listFormula;
    return { formula, metric, choices: [], group: "month", period: "", spills: true };
  }
  if (entry.is === "helper" && (entry.id === "KPI" || entry.id === "KPITABLE")) {
    return mappedDraft(entry.id, metric, settings);
  }
  const isBy = entry.is === "helper" && entry.id === "BY";
  const guessed = chosen(metric, settings, view, mapping);
  const group = settings.group ?? groupFor(metric, guessed);
  const choices = isBy ? chosen(metric, settings, view, mapping, group) : guessed;
  const period = periodOf(metric, settings, thisYear);
  const { period: _typed, ...others } = settings.options;
  const options = readPeriod(period) === undefined ? others : { ...others, period: period.trim() };
  const filling: Filling = {
    choices,
    inputs: settings.inputs,
    options,
    placeholder: (parameter) => placeholderFor(metric, parameter, locale),
  };
  const parts = { metric, choices, group, period };
  if (entry.is === "metric") {
    const values = optionValues(metric, options);
    const spilled = spillsWith(metric, values);
    return {
      ...parts,
      formula: metricFormula(metric, filling),
      spills: spilled,
      ...(spilled ? {} : { unit: unitOf(metric, values) }),
    };
  }
  if (entry.id === "DEFINE") {
    return { ...parts, choices: [], formula: defineFormula(metric), spills: false };
  }
  if (entry.id === "EXPLAIN") return { ...parts, formula: explainFormula(metric, filling), spills: true };
  return { ...parts, formula: byFormula(metric, groupIn(group, choices), filling), spills: true };
}

/** A number or a table from the mapped tables. */
function mappedDraft(id: "KPI" | "KPITABLE", metric: Metric, settings: Settings): Draft {
  const period = settings.options.period ?? "";
  const group = settings.group ?? "owner";
  const parts = { metric, choices: [], group, period };
  if (id === "KPITABLE")
    return { ...parts, formula: kpiTableFormula(metric.id, group, period), spills: true };
  const unit = unitOf(metric, optionValues(metric, {}));
  return { ...parts, formula: kpiFormula(metric.id, period), spills: false, unit };
}

/** A source's key stays the same while rows are added to it. */
export function sourceKey({ kind, name }: Source): string {
  return `${kind}:${name}`;
}

/** The metric's kinds that have a source. */
export function usedChoices(choices: readonly Choice[]): readonly (Choice & { readonly source: Source })[] {
  return choices.flatMap((choice) =>
    choice.source === undefined ? [] : [{ ...choice, source: choice.source }],
  );
}

/** Records of one kind group by any of their columns; those of several by a role that all of them have. */
export function sharedRoles(choices: readonly Choice[]): readonly Role[] {
  const used = usedChoices(choices);
  return GROUP_ROLES.filter((role) =>
    used.every(
      ({ group, kind, source }) =>
        parametersFor(group, kind).some((parameter) => parameter.role === role) &&
        columnFor(role, source.headers) !== undefined,
    ),
  );
}

function metricOf(entry: Entry, settings: Settings): Metric | undefined {
  if (entry.is === "metric") return entry.metric;
  if (entry.id === "METRICS" || entry.id === "DATAQUALITY") return undefined;
  return metricById(settings.metric ?? "WINRATE") ?? catalogue[0];
}

function chosen(
  metric: Metric,
  settings: Settings,
  view: WorkbookView | undefined,
  mapping: Mapping | undefined,
  grouped?: string,
): readonly Choice[] {
  if (view === undefined) return kindGroups(metric).map(withoutSource);
  // An option may need any of the optional columns: weight=value the amount, for one.
  const all = Object.keys(settings.options).some((name) => name in metric.options);
  const wanted = GROUP_ROLES.find((role) => role === grouped);
  return chooseSources(metric, view.sources, view.activeSheet).map(({ group, source: guess }) => {
    const mapped = mappedColumns(group.kinds, mapping, view.sources);
    const source = chosenSource(group, settings, view.sources, mapped?.source ?? guess);
    if (source === undefined) return withoutSource(group);
    const isMapped = mapped?.source === source;
    const kind = isMapped ? mapped.kind : kindIn(source, group.kinds);
    const parameters = parametersFor(group, kind);
    const wishes = { all, ...(wanted && { wanted }) };
    const columns = new Map(
      isMapped
        ? usefulColumns(metric, parameters, mapped.roles, wishes)
        : chooseColumns(metric, parameters, source.headers, wishes),
    );
    for (const { name } of parameters) {
      const column = settings.columns[name];
      if (column === null) columns.delete(name);
      else if (column !== undefined && column < source.headers.length) columns.set(name, column);
    }
    return { group, kind, source, columns };
  });
}

function chosenSource(
  { kinds: [kind] }: KindGroup,
  settings: Settings,
  sources: readonly Source[],
  guess: Source | undefined,
): Source | undefined {
  const key = settings.sources[kind];
  if (key === NO_SOURCE || key === NUMBER) return undefined;
  return sources.find((source) => sourceKey(source) === key) ?? guess;
}

/** A leaderboard is asked for most: by owner, where there is one. */
function groupFor(metric: Metric, choices: readonly Choice[]): string {
  const used = usedChoices(choices);
  const [only] = used;
  const owner = only && columnFor("owner", only.source.headers);
  if (used.length === 1 && owner !== undefined) return String(owner);
  const [shared] = used.length > 1 ? sharedRoles(choices) : [];
  return shared ?? (metric.period ? "month" : "owner");
}

/** A number is a column of the only source. */
function groupIn(group: string, choices: readonly Choice[]): Group {
  const [only] = usedChoices(choices);
  const column = /^\d+$/.test(group) ? Number(group) : undefined;
  if (column === undefined) return group;
  return only === undefined ? "month" : { source: only.source, column };
}

/**
 * From and to, where typed, say all; else the period typed, else for a metric that means nothing without one the current
 * year.
 */
function periodOf(metric: Metric, { inputs, options }: Settings, thisYear: number | undefined): string {
  const hasDays = [inputs.from, inputs.to].some((typed) => typed !== undefined && typed.trim() !== "");
  if (hasDays) return "";
  return options.period ?? (thisYear !== undefined && needsPeriod(metric) ? String(thisYear) : "");
}

function optionValues(metric: Metric, options: Settings["options"]): OptionValues<OptionSpecs> {
  return parseOptions<OptionSpecs>(optionText(options), {
    ...metric.options,
    ...commonOptions,
    ...tableOptions,
  });
}

/** Whether the metric's own function answers a table, with the options chosen. */
function spillsWith(metric: Metric, values: OptionValues<OptionSpecs>): boolean {
  if (isTable(metric)) return true;
  return !isComputed(metric) && metric.spillsBy?.(values) !== undefined;
}
