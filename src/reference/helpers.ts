import type { Locale } from "../core/messages";
import { helperTexts, parameterText } from "../core/metrics/parameter-texts";
import { helperExamples, type HelperId } from "./helper-examples";
import { exampleResult, type ArgumentText, type ExampleResult } from "./describe";

/** What the reference says about a function that takes any metric. */
export interface HelperReference {
  readonly id: HelperId;
  readonly name: string;
  readonly definition: string;
  readonly syntax: string;
  readonly arguments: readonly ArgumentText[];
  readonly example: { readonly formula: string; readonly result?: ExampleResult };
}

const ARGUMENTS: Readonly<Record<HelperId, readonly string[]>> = {
  BY: ["metric", "group", "columns"],
  EXPLAIN: ["metric", "columns"],
  METRICS: [],
  DEFINE: ["metric"],
};

const NAMES: Readonly<Record<HelperId, Readonly<Record<Locale, string>>>> = {
  BY: { en: "By group", ro: "Pe grupuri" },
  EXPLAIN: { en: "What stands behind a number", ro: "Ce stă în spatele unui număr" },
  METRICS: { en: "List of metrics", ro: "Lista indicatorilor" },
  DEFINE: { en: "Definition", ro: "Definiție" },
};

export function helperName(id: HelperId, locale: Locale): string {
  return NAMES[id][locale];
}

export function helperReferences(locale: Locale): readonly HelperReference[] {
  return (Object.keys(helperTexts) as HelperId[]).map((id) => {
    const list = ARGUMENTS[id];
    const formula = helperExamples[id] ?? `=SALES.${id}()`;
    const result = exampleResult(id, locale);
    return {
      id,
      name: helperName(id, locale),
      definition: helperTexts[id][locale],
      syntax: `SALES.${id}(${list.map((name) => (name === "columns" ? "column1, column2, …" : name)).join(", ")})`,
      arguments: list.map((name) => ({
        name: name === "columns" ? "column1, …" : name,
        required: true,
        text: parameterText(name, locale),
      })),
      example: { formula, ...(result === undefined ? {} : { result }) },
    };
  });
}
