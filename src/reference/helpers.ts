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
  KPI: ["askedMetric", "[period]", "filters"],
  KPITABLE: ["metrics", "[by]", "[period]", "filters"],
  DATAQUALITY: ["[table]"],
  BY: ["metric", "group", "columns"],
  EXPLAIN: ["metric", "columns"],
  METRICS: [],
  DEFINE: ["metric"],
};

const NAMES: Readonly<Record<HelperId, Readonly<Record<Locale, string>>>> = {
  KPI: { en: "Number of the mapped tables", ro: "Număr din tabelele mapate" },
  KPITABLE: { en: "Table of the mapped tables", ro: "Tabel din tabelele mapate" },
  DATAQUALITY: { en: "Data quality", ro: "Calitatea datelor" },
  BY: { en: "By group", ro: "Pe grupuri" },
  EXPLAIN: { en: "What stands behind a number", ro: "Ce stă în spatele unui număr" },
  METRICS: { en: "List of metrics", ro: "Lista indicatorilor" },
  DEFINE: { en: "Definition", ro: "Definiție" },
};

/** Arguments that may be repeated, and what is called otherwise than its text. */
const SHOWN: Readonly<Record<string, { readonly syntax: string; readonly name: string }>> = {
  askedMetric: { syntax: "metric", name: "metric" },
  columns: { syntax: "column1, column2, …", name: "column1, …" },
  filters: { syntax: "[role1, value1], …", name: "role1, value1, …" },
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
      syntax: `SALES.${id}(${list.map((name) => SHOWN[name]?.syntax ?? name).join(", ")})`,
      arguments: list.map((name) => ({
        name: SHOWN[name]?.name ?? name.replace(/[[\]]/g, ""),
        required: !name.startsWith("[") && name !== "filters",
        text: parameterText(name.replace(/[[\]]/g, ""), locale),
      })),
      example: { formula, ...(result === undefined ? {} : { result }) },
    };
  });
}
