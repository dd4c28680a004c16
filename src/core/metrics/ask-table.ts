import type { Dataset } from "../records/dataset";
import type { Kind, Role } from "../records/roles";
import { isRefusal, RefusalError, stop, type Refusal, type Result } from "../result";
import { normaliseWord } from "../text";
import { GRAINS, type Grain, type Period } from "../time/periods";
import { dayOfObservation, guarded, periodAsked, type Ask, type DeskContext } from "./ask-context";
import { questionOf, refused, type PreparedAsk, type Steps } from "./ask-evaluate";
import { filterRoles, readFilters, roleNamed, type Filter, type ReadFilter } from "./ask-filters";
import { subsetPassing } from "./ask-groups";
import { readMetric } from "./ask-metric";
import { recordsRead } from "./ask-records";
import { toldForMapped } from "./ask-refusals";
import { byPeriod, byWord, oneRow } from "./ask-rows";
import { metricById } from "./catalogue";
import { tabulate } from "./measure";
import { isTable, unitOf, type Metric, type ResultTable, type Unit } from "./metric";

/** Several metrics side by side, for each group or period. */
export interface TableAsk {
  /** As in `Ask`. */
  readonly metrics: readonly string[];
  /** A column (`owner`, `source`, `responsabil`) or a grain (`month`, `lună`); missing or blank = one row. */
  readonly by?: string | undefined;
  readonly period?: Ask["period"];
  readonly filters?: readonly Filter[];
}

export type TableAnswer =
  | {
      readonly is: "groups";
      /** Missing where there is one row for all. */
      readonly by?: { readonly role: Role } | { readonly grain: Grain };
      /** Groups in alphabetical order, the blank one ("") last; periods in their order. */
      readonly labels: readonly string[];
      readonly columns: readonly TableColumn[];
    }
  | { readonly is: "table"; readonly metric: Metric; readonly table: ResultTable };

export interface TableColumn {
  readonly metric: Metric;
  readonly unit: Unit;
  /** As many as labels. */
  readonly results: readonly Result[];
  /** Why the metric could not be asked at all. */
  readonly failure?: Refusal;
}

/** Parts `WINRATE,REVENUE` or `WINRATE; basis=created-all; REVENUE` into metrics; options stay with theirs. */
export function splitMetrics(text: string): readonly string[] {
  const metrics: string[] = [];
  for (const [, separator = "", part = ""] of text.matchAll(/([,;\n]?)([^,;\n]*)/g)) {
    const belongs = part.includes("=") || metricById(part.trim()) === undefined;
    if (metrics.length > 0 && belongs && metrics.at(-1)?.includes("=") === true)
      metrics.push(`${metrics.pop()}${separator}${part}`);
    else if (metrics.length > 0 && part.includes("=")) metrics.push(`${metrics.pop()};${part}`);
    else if (part.trim() !== "") metrics.push(part.trim());
  }
  return metrics;
}

export function* tableOf(context: DeskContext, ask: TableAsk): Steps<TableAnswer> {
  const texts = ask.metrics.filter((text) => text.trim() !== "");
  if (texts.length === 0) stop("metricMissing");
  const period = periodAsked(ask.period, context);
  const filters = readFilters(context.dataset, ask.filters ?? []);
  const by = groupAsked(context.dataset, ask.by);
  const asked = texts.map((text) => readMetric(text, context.businessHours));
  const whole = asked.find(({ metric }) => isTable(metric));
  if (whole !== undefined) {
    if (texts.length > 1 || by !== undefined) stop("tableAlone", { metric: whole.metric.id });
    return wholeTable(context, prepare(context, texts[0] ?? "", period, filters));
  }
  const group = by !== undefined && "role" in by ? by.role : undefined;
  const columns = texts.map((text, at): PreparedAsk | Refusal => {
    const metric = asked[at]?.metric;
    const ready = guarded(() => prepare(context, text, period, filters, group));
    return isRefusal(ready)
      ? toldForMapped(ready, { metric: metric?.id ?? text, inputs: metric?.inputs ?? [] })
      : ready;
  });
  const able = columns.filter((column): column is PreparedAsk => !isRefusal(column));
  const rows =
    by === undefined
      ? yield* oneRow(context, able)
      : "grain" in by
        ? yield* byPeriod(context, able, by.grain)
        : yield* byWord(context, able, by.role);
  return {
    is: "groups",
    ...(by === undefined ? {} : { by }),
    labels: rows.labels,
    columns: columns.map((column, at): TableColumn => {
      const { metric, options } = asked[at] ?? stop("metricMissing");
      const unit = unitOf(metric, options);
      const results = isRefusal(column) ? column : rows.of(column);
      if (!isRefusal(results)) return { metric, unit, results };
      const failure = toldForMapped(results, {
        metric: metric.id,
        inputs: metric.inputs,
        filters,
        dataset: context.dataset,
      });
      return { metric, unit, results: rows.labels.map(() => refused(failure)), failure };
    }),
  };
}

function groupAsked(all: Dataset, by: string | undefined): { role: Role } | { grain: Grain } | undefined {
  if (by === undefined || by.trim() === "") return undefined;
  const word = normaliseWord(by);
  const grain = GRAINS.find((name) => name === word) ?? GRAIN_WORDS[word];
  if (grain !== undefined) return { grain };
  const roles = filterRoles(all);
  const role = roleNamed(by, roles);
  return role === undefined
    ? stop("noGroup", { group: by, valid: [...GRAINS, ...roles].join(", ") })
    : { role };
}

const GRAIN_WORDS: Readonly<Record<string, Grain>> = {
  zi: "day",
  saptamana: "week",
  luna: "month",
  trimestru: "quarter",
  trimestrul: "quarter",
  an: "year",
  anul: "year",
};

function prepare(
  context: DeskContext,
  text: string,
  period: Period | undefined,
  filters: readonly ReadFilter[],
  group?: Role,
): PreparedAsk {
  const asked = readMetric(text, context.businessHours);
  const told = filters.map(({ role }) => role);
  const read = recordsRead(context.dataset, asked, group === undefined ? told : [...told, group]);
  const asOf = dayOfObservation(asked, read.kinds, period, context.today);
  return {
    asked,
    read,
    filters,
    calendar: context.calendar,
    ...(period === undefined ? {} : { period }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

/** A metric that is a table, of the records that pass. */
function wholeTable(context: DeskContext, ask: PreparedAsk): TableAnswer {
  const { metric } = ask.asked;
  const { read, filters, period } = ask;
  const tell = (refusal: Refusal): never => {
    throw new RefusalError(toldForMapped(refusal, { metric: metric.id, inputs: metric.inputs, filters }));
  };
  for (const kind of read.kinds) {
    const role = filters.find((filter) => read.dataset[kind]?.has(filter.role) === false)?.role;
    if (role !== undefined && kind !== "stage" && kind !== "stageHistory" && kind !== "calendar")
      stop("filterMissing", { metric: metric.id, kind, role });
  }
  const passing = subsetPassing(read.dataset, filters);
  // Of what else is mapped the metric knows nothing: the words of its groups are those of its own tables.
  const dataset = Object.fromEntries(
    Object.entries(passing).filter(([kind]) => read.kinds.has(kind as Kind)),
  );
  const table = guarded(() =>
    tabulate(dataset, { ...questionOf(ask), ...(period === undefined ? {} : { period }) }),
  );
  return isRefusal(table) ? tell(table) : { is: "table", metric, table };
}
