import type { Expression } from "../evaluate/expression";
import type { Dataset } from "../records/dataset";
import type { DerivedRole } from "../records/derived";
import type { DuplicateRule } from "../records/duplicates";
import type { Kind, Role } from "../records/roles";
import type { Note, Refusal, Result } from "../result";
import type { Locale } from "../messages";
import type { CalendarSettings, Period } from "../time/periods";
import type { OptionSpecs, OptionValues } from "./options";
import type { Unit } from "./units";

export type Family = "performance" | "activity" | "productivity";
export type { Unit } from "./units";
export type Texts<T> = Readonly<Record<Locale, T>>;

/** A column the metric reads. */
export interface ColumnInput {
  readonly input: "column";
  readonly role: Role;
  /** The record kinds that have it; the first one given decides which records are read. */
  readonly kinds: readonly Kind[];
  readonly required: boolean;
  /** Of a mapped list of sales, where no column tells won from lost, every row is taken for won. */
  readonly impliedBySales?: true;
}

/** A number the person supplies: a margin, a headcount. */
export interface NumberInput {
  readonly input: "number";
  readonly name: string;
  readonly required: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly text: Texts<string>;
}

export type Input = ColumnInput | NumberInput;

/** What a metric's expression may depend on beside its options. */
export interface Given {
  /** Whether the records have the role; those of deals when no kind is named. */
  has(role: Role | DerivedRole, kind?: Kind): boolean;
  /** Whether records of the kind were given. */
  readonly kinds: readonly Kind[];
  number(name: string): number | undefined;
  /** Whether a period is asked for at all; unlike `period` this is the same for all periods of a table. */
  readonly hasPeriod: boolean;
  /** The period asked for. */
  readonly period?: Period | undefined;
  /** The day of observation asked for. */
  readonly asOf?: number | undefined;
  /** The fiscal year and the week of the settings, where there are any. */
  readonly calendar?: CalendarSettings | undefined;
  /** The last of the dates, over all records of the kind that exist; undefined where there is none. */
  lastDay(role: Role | DerivedRole, kind?: Kind): number | undefined;
  /** An expression over all records that are seen, whatever the period; refuses where it has no value. */
  overall(expression: Expression): number;
  /** Whole days of the calendar given that are holidays. */
  holidays(): ReadonlySet<number>;
  /** Confidence level of intervals. */
  readonly level: number;
}

export interface ComputeContext extends Given {
  readonly dataset: Dataset;
  /** An expression over the dataset, in the period and on the day asked for; once for all periods of a table. */
  evaluate(expression: Expression): Result;
}

export interface MetricText {
  readonly name: string;
  /** One line: what is counted. */
  readonly definition: string;
  /** The formula in words and signs. */
  readonly formula: string;
  /** Where tools disagree: what the other readings are called. */
  readonly disagree?: string;
}

interface Declaration<S extends OptionSpecs> {
  /** The catalogue's id; also the function's name. */
  readonly id: string;
  readonly families: readonly Family[];
  readonly unit: Unit;
  /** The unit where an option changes it: a mean score instead of a rate. */
  readonly unitOf?: (options: OptionValues<S>) => Unit;
  readonly better: "higher" | "lower" | "neutral";
  /** Money that adds up: the numbers of two periods make that of both, as counts always do. */
  readonly total?: true;
  /** A ratio that is no share of a whole: it may well lie above 100 % or, where it is a change, below 0. */
  readonly beyondWhole?: true;
  /** Arguments in order. */
  readonly inputs: readonly Input[];
  /** Takes `[from]`, `[to]`. */
  readonly period: boolean;
  /** Takes `[asOf]`. */
  readonly asOf: boolean;
  readonly options: S;
  /** What rows with the same id are; `last` when not said. */
  readonly duplicates?: (options: OptionValues<S>) => DuplicateRule;
  /** Other records to evaluate than those given: purchases turned into spells of activity. */
  readonly prepare?: (dataset: Dataset, options: OptionValues<S>, given: Given) => Dataset;
  /** Remarks on the data that a reader of the number should know. */
  readonly remarks?: (dataset: Dataset, options: OptionValues<S>, given: Given) => readonly Note[];
  /** Another metric that this one is a second name of. */
  readonly aliasOf?: string;
  readonly text: Texts<MetricText>;
  readonly source: string;
  /** A worked example as a person types it, over the tables of the reference: `=SALES.WINRATE(Deals[Status])`. */
  readonly example: string;
}

export interface ExpressionMetric<S extends OptionSpecs = OptionSpecs> extends Declaration<S> {
  /** The metric as an expression of aggregates. */
  readonly value: (options: OptionValues<S>, given: Given) => Expression;
  /** The function spills the metric for each word of this role; elsewhere it is a number like any other. */
  readonly spillsBy?: (options: OptionValues<S>) => Role | undefined;
}

export interface ComputedMetric<S extends OptionSpecs = OptionSpecs> extends Declaration<S> {
  /** What is no aggregate expression: a pure function of the records of one group in one period. */
  readonly compute: (context: ComputeContext, options: OptionValues<S>) => Result;
}

/** A metric that is a table: stages, sources, reps with several numbers each. */
export interface TableMetric<S extends OptionSpecs = OptionSpecs> extends Declaration<S> {
  readonly unit: "table";
  readonly table: (context: ComputeContext, options: OptionValues<S>) => ResultTable;
}

export interface ResultTable {
  readonly columns: readonly { readonly head: Texts<string>; readonly unit: Unit }[];
  /** As many cells as columns; a refusal is shown as "—". A label "" is the blank group; one of ours has texts. */
  readonly rows: readonly (readonly (string | number | Texts<string> | Refusal)[])[];
  readonly excluded: Readonly<Record<string, number>>;
  readonly notes: readonly Note[];
}

/** A metric with one number: option types are checked where it is declared. */
export type ScalarMetric = ExpressionMetric | ComputedMetric;
export type Metric = ScalarMetric | TableMetric;

/** Declares a metric. The one place where it is described; everything else is derived. */
export function metric<const S extends OptionSpecs>(
  declaration: ExpressionMetric<S> | ComputedMetric<S>,
): ScalarMetric {
  return declaration as unknown as ScalarMetric;
}

/** Declares a metric that is a table. */
export function tableMetric<const S extends OptionSpecs>(
  declaration: Omit<TableMetric<S>, "unit" | "better">,
): TableMetric {
  return { ...declaration, unit: "table", better: "neutral" } as unknown as TableMetric;
}

/** Whether the metric's numbers grow with the length of the period. */
export function addsUp({ unit, total }: Pick<Metric, "unit" | "total">): boolean {
  return unit === "count" || total === true;
}

/** The unit of the metric's number under these options. */
export function unitOf(metric: Metric, options: OptionValues<OptionSpecs>): Unit {
  return metric.unitOf?.(options) ?? metric.unit;
}

export function isComputed(metric: Metric): metric is ComputedMetric {
  return "compute" in metric;
}

export function isTable(metric: Metric): metric is TableMetric {
  return "table" in metric;
}

/** Whether the metric's function answers a table. */
export function spills(metric: Metric): boolean {
  return isTable(metric) || (!isComputed(metric) && metric.spillsBy !== undefined);
}

/** A required column. */
export const need = (role: Role, ...kinds: Kind[]): ColumnInput => column(role, kinds, true);
/** The status of deals, needed unless the list is known to be one of sales: a forgotten argument must not count lost deals. */
export const needSold: ColumnInput = { ...need("status"), impliedBySales: true };
/** An optional column. */
export const may = (role: Role, ...kinds: Kind[]): ColumnInput => column(role, kinds, false);

function column(role: Role, kinds: Kind[], required: boolean): ColumnInput {
  return { input: "column", role, kinds: kinds.length === 0 ? ["deal"] : kinds, required };
}

export function requiredNumber(
  name: string,
  text: Texts<string>,
  limits: { min?: number; max?: number } = {},
): NumberInput {
  return { input: "number", name, required: true, text, ...limits };
}

export function optionalNumber(
  name: string,
  text: Texts<string>,
  limits: { min?: number; max?: number } = {},
): NumberInput {
  return { ...requiredNumber(name, text, limits), required: false };
}
