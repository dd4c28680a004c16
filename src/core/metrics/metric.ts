import type { Dataset } from "../evaluate/groups";
import type { Expression } from "../evaluate/expression";
import type { DuplicateRule } from "../records/duplicates";
import type { Kind, Role } from "../records/roles";
import type { Note, Result } from "../result";
import type { Locale } from "../messages";
import type { Period } from "../time/periods";
import type { OptionSpecs, OptionValues } from "./options";

export type Family = "performance" | "activity" | "productivity";
export type Unit = "ratio" | "currency" | "count" | "days";
export type Texts<T> = Readonly<Record<Locale, T>>;

/** A column the metric reads. */
export interface ColumnInput {
  readonly input: "column";
  readonly role: Role;
  /** The record kinds that have it; the first one given decides which records are read. */
  readonly kinds: readonly Kind[];
  readonly required: boolean;
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
  has(role: Role): boolean;
  number(name: string): number | undefined;
  /** The period asked for. */
  readonly period?: Period | undefined;
  /** The day of observation asked for. */
  readonly asOf?: number | undefined;
}

export interface ComputeContext extends Given {
  readonly dataset: Dataset;
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
  readonly better: "higher" | "lower" | "neutral";
  /** Arguments in order. */
  readonly inputs: readonly Input[];
  /** Takes `[from]`, `[to]`. */
  readonly period: boolean;
  /** Takes `[asOf]`. */
  readonly asOf: boolean;
  readonly options: S;
  /** What rows with the same id are; `last` when not said. */
  readonly duplicates?: (options: OptionValues<S>) => DuplicateRule;
  /** Remarks on the data that a reader of the number should know. */
  readonly remarks?: (dataset: Dataset) => readonly Note[];
  /** Another metric that this one is a second name of. */
  readonly aliasOf?: string;
  readonly text: Texts<MetricText>;
  readonly source: string;
}

export interface ExpressionMetric<S extends OptionSpecs = OptionSpecs> extends Declaration<S> {
  /** The metric as an expression of aggregates. */
  readonly value: (options: OptionValues<S>, given: Given) => Expression;
}

export interface ComputedMetric<S extends OptionSpecs = OptionSpecs> extends Declaration<S> {
  /** What is no aggregate expression: a pure function of the records of one group. */
  readonly compute: (context: ComputeContext, options: OptionValues<S>) => Result;
}

/** A metric as the rest of the house sees it: option types are checked where it is declared. */
export type Metric = ExpressionMetric | ComputedMetric;

/** Declares a metric. The one place where it is described; everything else is derived. */
export function metric<const S extends OptionSpecs>(
  declaration: ExpressionMetric<S> | ComputedMetric<S>,
): Metric {
  return declaration as unknown as Metric;
}

export function isComputed(metric: Metric): metric is ComputedMetric {
  return "compute" in metric;
}

/** A required column. */
export const need = (role: Role, ...kinds: Kind[]): ColumnInput => column(role, kinds, true);
/** An optional column. */
export const may = (role: Role, ...kinds: Kind[]): ColumnInput => column(role, kinds, false);

function column(role: Role, kinds: Kind[], required: boolean): ColumnInput {
  return { input: "column", role, kinds: kinds.length === 0 ? ["deal"] : kinds, required };
}

export function optionalNumber(
  name: string,
  text: Texts<string>,
  limits: { min?: number; max?: number } = {},
): NumberInput {
  return { input: "number", name, required: false, text, ...limits };
}
