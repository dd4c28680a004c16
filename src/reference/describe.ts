import { commonOptions, tableOptions } from "../core/metrics/common-options";
import { messageText, type Locale, type MessageId } from "../core/messages";
import { spills, type Metric } from "../core/metrics/metric";
import type { OptionSpec, OptionSpecs } from "../core/metrics/options";
import { describeParameter } from "../core/metrics/describe-parameter";
import { parametersOf, type Parameter } from "../core/metrics/parameters";
import { parameterText } from "../core/metrics/parameter-texts";
import { errorsOf, type ErrorText } from "./errors";
import results from "./examples.json";
import { kindName } from "../core/kind-names";

/** What a cell, or a spilled table, shows. */
export type ExampleResult = string | readonly (readonly string[])[];

export interface OptionText {
  readonly name: string;
  /** The default first; none where any text or number may stand. */
  readonly values: readonly { readonly value: string; readonly aliases: readonly string[] }[];
  /** How a value is written where it is no choice. */
  readonly form?: string;
  readonly fallback?: number;
}

export interface ArgumentText {
  readonly name: string;
  readonly required: boolean;
  /** Which table it is a column of, where the metric reads several. */
  readonly table?: string;
  readonly text: string;
}

/** Everything the reference says about a metric, in one language. */
export interface MetricReference {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly formula: string;
  readonly disagree?: string;
  /** `SALES.WINRATE(status, [closedDate], …)`. */
  readonly syntax: string;
  readonly unit: string;
  readonly better: Metric["better"];
  readonly spills: boolean;
  readonly arguments: readonly ArgumentText[];
  readonly options: readonly OptionText[];
  readonly errors: readonly ErrorText[];
  readonly example: { readonly formula: string; readonly result?: ExampleResult };
  readonly source: string;
}

export function describeMetric(metric: Metric, locale: Locale): MetricReference {
  const { id, text, better, example, source } = metric;
  const { name, definition, formula, disagree } = text[locale];
  const parameters = parametersOf(metric);
  const isSpilled = spills(metric);
  const result = exampleResult(id, locale);
  return {
    id,
    name,
    definition,
    formula,
    ...(disagree === undefined ? {} : { disagree }),
    syntax: syntaxOf(id, parameters),
    unit: messageText(locale, `unit${capital(metric.unit)}` as MessageId),
    better,
    spills: isSpilled,
    arguments: argumentTexts(metric, parameters, locale),
    options: optionTexts({ ...metric.options, ...(isSpilled ? tableOptions : {}) }),
    errors: errorsOf(metric, locale),
    example: { formula: example, ...(result === undefined ? {} : { result }) },
    source,
  };
}

/** The options every function takes. */
export const commonOptionTexts: readonly OptionText[] = optionTexts(commonOptions);

/** What the example of a function gives, as recorded by the tests. */
export function exampleResult(id: string, locale: Locale): ExampleResult | undefined {
  const recorded: Readonly<Record<string, Readonly<Record<Locale, ExampleResult>>>> = results;
  return recorded[id]?.[locale];
}

function syntaxOf(id: string, parameters: readonly Parameter[]): string {
  const list = parameters.map(({ name, required }) => (required ? name : `[${name}]`));
  return `SALES.${id}(${list.join(", ")})`;
}

function argumentTexts(
  metric: Metric,
  parameters: readonly Parameter[],
  locale: Locale,
): readonly ArgumentText[] {
  const tables = new Set(
    parameters.flatMap((parameter) => (parameter.takes === "column" ? parameter.kinds : [])),
  );
  return parameters.map((parameter): ArgumentText => {
    const { name, required } = parameter;
    if (parameter.takes === "options") return { name, required, text: parameterText(name, locale) };
    const text = describeParameter(metric, parameter, locale);
    if (parameter.takes !== "column" || tables.size < 2) return { name, required, text };
    return { name, required, text, table: parameter.kinds.map((kind) => kindName(kind, locale)).join(" / ") };
  });
}

function optionTexts(specs: OptionSpecs): readonly OptionText[] {
  return Object.entries(specs).map(([name, spec]): OptionText => {
    if (spec.option === "choice") {
      const { values, aliases } = spec;
      const aliasesOf = (value: string) => Object.keys(aliases).filter((alias) => aliases[alias] === value);
      return { name, values: values.map((value) => ({ value, aliases: aliasesOf(value) })) };
    }
    const fallback = spec.option === "number" ? spec.default : undefined;
    return { name, values: [], form: formOf(spec), ...(fallback === undefined ? {} : { fallback }) };
  });
}

function formOf(spec: Exclude<OptionSpec, { option: "choice" }>): string {
  if (spec.option === "words") return "word | word";
  return spec.option === "text" ? spec.form : `${spec.min} … ${spec.max}`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
