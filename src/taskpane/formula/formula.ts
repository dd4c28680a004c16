import { parametersOf, type Parameter } from "../../core/metrics/parameters";
import type { Metric } from "../../core/metrics/metric";
import type { Area } from "../../workbook";
import type { Choice } from "./choose-columns";
import { columnArea, columnReference } from "./reference";

/** A formula as data, so that it can be written with either list separator. */
export interface Formula {
  /** Such as `SALES.WINRATE`. */
  readonly name: string;
  /** Blank where an optional argument is left out. */
  readonly args: readonly string[];
  /** Names standing in for columns the person has to fill in, in their order. */
  readonly placeholders: readonly string[];
  /** Cells the formula reads. */
  readonly reads: readonly Area[];
}

/** What a person chose beside the columns: option name → value. */
export type ChosenOptions = ReadonlyMap<string, string>;

/** Stands in for a required column: a name Excel accepts as it is, though it means nothing to it yet. */
export type PlaceholderName = (name: string) => string;

export function metricFormula(
  metric: Metric,
  choice: Choice | undefined,
  options: ChosenOptions,
  placeholder: PlaceholderName,
): Formula {
  return { name: `SALES.${metric.id}`, ...metricArguments(metric, choice, options, placeholder) };
}

/** `SALES.BY("WINRATE", Deals[Owner], …)`. The group is a column of the same source, or a word such as `month`. */
export function byFormula(
  metric: Metric,
  group: number | string,
  choice: Choice | undefined,
  options: ChosenOptions,
  placeholder: PlaceholderName,
): Formula {
  const own = metricArguments(metric, choice, options, placeholder);
  const isColumn = typeof group === "number" && choice !== undefined;
  const groupArgument = isColumn ? columnReference(choice.source, group) : quoted(String(group));
  return {
    name: "SALES.BY",
    args: [quoted(metric.id), groupArgument, ...own.args],
    placeholders: own.placeholders,
    reads: isColumn ? [columnArea(choice.source, group), ...own.reads] : own.reads,
  };
}

export function explainFormula(
  metric: Metric,
  choice: Choice | undefined,
  options: ChosenOptions,
  placeholder: PlaceholderName,
): Formula {
  const own = metricArguments(metric, choice, options, placeholder);
  return { ...own, name: "SALES.EXPLAIN", args: [quoted(metric.id), ...own.args] };
}

export function defineFormula(metric: Metric): Formula {
  return { name: "SALES.DEFINE", args: [quoted(metric.id)], placeholders: [], reads: [] };
}

export const listFormula: Formula = { name: "SALES.METRICS", args: [], placeholders: [], reads: [] };

/** The formula as Excel takes it from an add-in (comma), or as it is typed where decimals have a comma (semicolon). */
export function formulaText({ name, args }: Formula, separator: "," | ";" = ","): string {
  return `=${name}(${args.join(separator)})`;
}

function metricArguments(
  metric: Metric,
  choice: Choice | undefined,
  options: ChosenOptions,
  placeholder: PlaceholderName,
): Omit<Formula, "name"> {
  const placeholders: string[] = [];
  const reads: Area[] = [];
  const argument = (parameter: Parameter): string => {
    if (parameter.takes === "options") return optionsText(options);
    if (parameter.takes !== "column") return "";
    const column = choice?.columns.get(parameter.name);
    if (choice !== undefined && column !== undefined) {
      reads.push(columnArea(choice.source, column));
      return columnReference(choice.source, column);
    }
    if (!parameter.required) return "";
    const name = placeholder(parameter.name);
    placeholders.push(name);
    return name;
  };
  const args = parametersOf(metric).map(argument);
  const last = args.findLastIndex((arg) => arg !== "");
  return { args: args.slice(0, last + 1), placeholders, reads };
}

function optionsText(options: ChosenOptions): string {
  if (options.size === 0) return "";
  return quoted([...options].map(([name, value]) => `${name}=${value}`).join("; "));
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
