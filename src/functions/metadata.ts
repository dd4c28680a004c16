import type { Locale } from "../core/messages";
import { catalogue } from "../core/metrics/catalogue";
import { spills } from "../core/metrics/metric";
import { describeParameter } from "../core/metrics/describe-parameter";
import { helperIds } from "./helper-ids";
import { parametersOf } from "../core/metrics/parameters";
import { helperTexts, parameterText } from "../core/metrics/parameter-texts";

/** An entry of functions.json, in Microsoft's form. */
export interface FunctionEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl?: string;
  readonly result: { readonly type: "any"; readonly dimensionality: "scalar" | "matrix" };
  readonly parameters: readonly ParameterEntry[];
  readonly options?: Readonly<Record<string, boolean>>;
}

export interface ParameterEntry {
  readonly name: string;
  readonly description: string;
  readonly type: "any" | "number" | "string";
  readonly dimensionality: "scalar" | "matrix";
  readonly optional?: true;
  readonly repeating?: true;
}

export interface FunctionsFile {
  readonly allowErrorForDataTypeAny: true;
  readonly allowCustomDataForDataTypeAny: true;
  readonly functions: readonly FunctionEntry[];
}

/** functions.json for a language, derived from the catalogue. Names are never translated, descriptions are. */
export function metadata(locale: Locale): FunctionsFile {
  return {
    allowErrorForDataTypeAny: true,
    allowCustomDataForDataTypeAny: true,
    functions: [...rangeEntries(locale), ...helperEntries(locale)],
  };
}

// `any` in every place: error cells and blanks must reach the function, to be counted instead of ending it.
const scalar = { type: "any", dimensionality: "scalar" } as const;
const table = { type: "any", dimensionality: "matrix" } as const;

function rangeEntries(locale: Locale): FunctionEntry[] {
  return catalogue.map((metric) => ({
    id: metric.id,
    name: metric.id,
    description: metric.text[locale].definition,
    result: spills(metric) ? table : scalar,
    parameters: parametersOf(metric).map((parameter) => ({
      name: parameter.name,
      description: describeParameter(metric, parameter, locale),
      type: "any" as const,
      dimensionality: parameter.takes === "column" ? ("matrix" as const) : ("scalar" as const),
      ...(parameter.required ? {} : { optional: true as const }),
    })),
  }));
}

function helperEntries(locale: Locale): FunctionEntry[] {
  const metric = {
    name: "metric",
    description: parameterText("metric", locale),
    type: "any",
    dimensionality: "scalar",
  } as const;
  const columns = {
    name: "columns",
    description: parameterText("columns", locale),
    type: "any",
    dimensionality: "matrix",
    repeating: true,
  } as const;
  const place = (name: string, optional: boolean) =>
    ({
      name,
      description: parameterText(name, locale),
      type: "any",
      dimensionality: "scalar",
      ...(optional ? { optional: true as const } : {}),
    }) as const;
  const filters = {
    name: "filters",
    description: parameterText("filters", locale),
    type: "any",
    dimensionality: "matrix",
    optional: true,
    repeating: true,
  } as const;
  return [
    {
      id: helperIds.kpi,
      name: "KPI",
      description: helperTexts.KPI[locale],
      result: scalar,
      parameters: [
        { ...metric, description: parameterText("askedMetric", locale) },
        place("period", true),
        filters,
      ],
      options: { stream: true },
    },
    {
      id: helperIds.kpiTable,
      name: "KPITABLE",
      description: helperTexts.KPITABLE[locale],
      result: table,
      parameters: [
        { ...place("metrics", false), dimensionality: "matrix" },
        place("by", true),
        place("period", true),
        filters,
      ],
      options: { stream: true },
    },
    {
      id: helperIds.dataQuality,
      name: "DATAQUALITY",
      description: helperTexts.DATAQUALITY[locale],
      result: table,
      parameters: [place("table", true)],
      options: { stream: true },
    },
    {
      id: helperIds.by,
      name: "BY",
      description: helperTexts.BY[locale],
      result: table,
      parameters: [
        metric,
        { name: "group", description: parameterText("group", locale), type: "any", dimensionality: "matrix" },
        columns,
      ],
    },
    {
      id: helperIds.explain,
      name: "EXPLAIN",
      description: helperTexts.EXPLAIN[locale],
      result: table,
      parameters: [metric, columns],
    },
    {
      id: helperIds.metrics,
      name: "METRICS",
      description: helperTexts.METRICS[locale],
      result: table,
      parameters: [],
    },
    {
      id: helperIds.define,
      name: "DEFINE",
      description: helperTexts.DEFINE[locale],
      result: scalar,
      parameters: [metric],
    },
  ];
}
