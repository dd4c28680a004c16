import type { Metric } from "../../core/metrics/metric";
import { parametersOf, type Parameter } from "../../core/metrics/parameters";
import type { Area, Source } from "../../workbook";
import type { Choice } from "./choose-sources";
import { typedArgument } from "./inputs";
import { columnArea, columnReference } from "./reference";

/** A formula as data, so that it can be written with either list separator. */
export interface Formula {
  /** Such as `SALES.WINRATE`. */
  readonly name: string;
  /** Blank where an optional argument is left out. */
  readonly args: readonly string[];
  /** Names standing in for what the person has to fill in, in their order. */
  readonly placeholders: readonly string[];
  /** Cells the formula reads. */
  readonly reads: readonly Area[];
}

/** What a metric's arguments are made of. */
export interface Filling {
  readonly choices: readonly Choice[];
  /** Argument name → what was typed for it: a number, a date, a cell. It wins over a column. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Option name → value. */
  readonly options: Readonly<Record<string, string>>;
  /** Stands in for a required argument: a name Excel accepts as it is, though it means nothing to it yet. */
  placeholder(parameter: Parameter): string;
}

export function metricFormula(metric: Metric, filling: Filling): Formula {
  return { name: `SALES.${metric.id}`, ...metricArguments(metric, filling) };
}

/** What to group by: a column of a source, or a word such as `month` or `owner`. */
export type Group = { readonly source: Source; readonly column: number } | string;

/** `SALES.BY("WINRATE", Deals[Owner], …)`. */
export function byFormula(metric: Metric, group: Group, filling: Filling): Formula {
  const own = metricArguments(metric, filling);
  const isWord = typeof group === "string";
  const groupArgument = isWord ? quoted(group) : columnReference(group.source, group.column);
  return {
    name: "SALES.BY",
    args: [quoted(metric.id), groupArgument, ...own.args],
    placeholders: own.placeholders,
    reads: isWord ? own.reads : [columnArea(group.source, group.column), ...own.reads],
  };
}

export function explainFormula(metric: Metric, filling: Filling): Formula {
  const own = metricArguments(metric, filling);
  return { ...own, name: "SALES.EXPLAIN", args: [quoted(metric.id), ...own.args] };
}

export function defineFormula(metric: Metric): Formula {
  return { name: "SALES.DEFINE", args: [quoted(metric.id)], placeholders: [], reads: [] };
}

/** `SALES.DATAQUALITY()` */
export const qualityFormula: Formula = { name: "SALES.DATAQUALITY", args: [], placeholders: [], reads: [] };
export const listFormula: Formula = { name: "SALES.METRICS", args: [], placeholders: [], reads: [] };

/** The formula as Excel takes it from an add-in (comma), or as it is typed where decimals have a comma (semicolon). */
export function formulaText({ name, args }: Formula, separator: "," | ";" = ","): string {
  return `=${name}(${args.join(separator)})`;
}

/** A formula written with commas, as it is typed where they mark decimals; those within quotes and headers stay. */
export function separatedBy(separator: "," | ";", formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|\[[^\]]*\]|,/g, (part) => (part === "," ? separator : part));
}

function metricArguments(metric: Metric, filling: Filling): Omit<Formula, "name"> {
  const placeholders: string[] = [];
  const reads: Area[] = [];
  const argument = (parameter: Parameter): string => {
    if (parameter.takes === "options") return optionsText(filling.options);
    const typed = typedArgument(parameter, filling.inputs[parameter.name] ?? "");
    if (typed !== undefined) return typed;
    if (parameter.takes === "column") {
      const choice = filling.choices.find(({ group }) =>
        group.parameters.some(({ name }) => name === parameter.name),
      );
      const column = choice?.columns.get(parameter.name);
      if (choice?.source !== undefined && column !== undefined) {
        reads.push(columnArea(choice.source, column));
        return columnReference(choice.source, column);
      }
    }
    if (!parameter.required) return "";
    const name = filling.placeholder(parameter);
    placeholders.push(name);
    return name;
  };
  const args = parametersOf(metric).map(argument);
  const last = args.findLastIndex((arg) => arg !== "");
  return { args: args.slice(0, last + 1), placeholders, reads };
}

/** `basis=created-all; weight=value`, as every function takes its options. */
export function optionText(options: Readonly<Record<string, string>>): string {
  return Object.entries(options)
    .map(([name, value]) => `${name}=${value}`)
    .join("; ");
}

function optionsText(options: Readonly<Record<string, string>>): string {
  const text = optionText(options);
  return text === "" ? "" : quoted(text);
}

export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
