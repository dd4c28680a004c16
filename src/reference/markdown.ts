import type { Locale } from "../core/messages";
import type { Family, Metric } from "../core/metrics/metric";
import { parameterText } from "../core/metrics/parameter-texts";
import {
  commonOptionTexts,
  describeMetric,
  type ArgumentText,
  type ExampleResult,
  type OptionText,
} from "./describe";
import { documentTexts, type DocumentTexts } from "./document-texts";
import { helperReferences, type HelperReference } from "./helpers";
import { referenceTexts, type ReferenceTexts } from "./texts";

/** The function reference as a document: what every function has in common, a table of contents, then each function. */
export function referenceDocument(metrics: readonly Metric[], locale: Locale): string {
  const texts = { ...referenceTexts[locale], ...documentTexts[locale] };
  const helpers = helperReferences(locale);
  const families = FAMILIES.map((family) => ({
    title: texts[family],
    metrics: metrics.filter((metric) => metric.families[0] === family),
  })).filter(({ metrics: own }) => own.length > 0);
  const blocks = [
    `# ${texts.title}`,
    ...texts.introduction,
    `## ${texts.contents}`,
    ...families.flatMap(({ title, metrics: own }) => [
      `**${title}**: ${own.map((metric) => link(metric.id, metric.text[locale].name)).join(" · ")}`,
    ]),
    `**${texts.helpers}**: ${helpers.map(({ id, name }) => link(id, name)).join(" · ")}`,
    `## ${texts.common}`,
    texts.commonArguments,
    table(
      [texts.argument, texts.meaning],
      (["from", "to", "asOf"] as const).map((name) => [code(name), parameterText(name, locale)]),
    ),
    texts.commonOptions,
    optionTable(commonOptionTexts, texts, locale),
    texts.commonErrors,
    ...families.flatMap(({ title, metrics: own }) => [
      `## ${title}`,
      ...own.flatMap((metric) => metricBlocks(metric, texts, locale)),
    ]),
    `## ${texts.helpers}`,
    ...helpers.flatMap((helper) => helperBlocks(helper, texts)),
  ];
  return `${blocks.join("\n\n")}\n`;
}

const FAMILIES: readonly Family[] = ["performance", "activity", "productivity"];

type Texts = ReferenceTexts & DocumentTexts;

function metricBlocks(metric: Metric, texts: Texts, locale: Locale): string[] {
  const about = describeMetric(metric, locale);
  const result = about.spills ? texts.spills : `${about.unit}; ${texts[about.better]}`;
  return [
    `<a id="${anchor(about.id)}"></a>`,
    `### SALES.${about.id} – ${about.name}`,
    about.definition,
    block(about.syntax),
    `**${texts.formula}:** ${about.formula}`,
    `**${texts.result}:** ${result}`,
    argumentTable(about.arguments, texts),
    ...(about.options.length === 0
      ? []
      : [`**${texts.options}**`, optionTable(about.options, texts, locale)]),
    ...(about.errors.length === 0
      ? []
      : [
          `**${texts.errors}**`,
          about.errors.map(({ code: error, text }) => `- ${code(error)} ${text}`).join("\n"),
        ]),
    ...(about.disagree === undefined ? [] : [`**${texts.otherReadings}:** ${about.disagree}`]),
    ...exampleBlocks(about.example.formula, about.example.result, texts),
    `**${texts.source}:** ${about.source}`,
  ];
}

function helperBlocks(
  { id, name, definition, syntax, arguments: list, example }: HelperReference,
  texts: Texts,
): string[] {
  return [
    `<a id="${anchor(id)}"></a>`,
    `### SALES.${id} – ${name}`,
    definition,
    block(syntax),
    ...(list.length === 0 ? [] : [argumentTable(list, texts)]),
    ...exampleBlocks(example.formula, example.result, texts),
  ];
}

function exampleBlocks(formula: string, result: ExampleResult | undefined, texts: Texts): string[] {
  const title = `**${texts.example}**`;
  if (result === undefined) return [title, block(formula)];
  if (typeof result === "string") {
    return result.includes("\n")
      ? [title, block(formula), block(result)]
      : [title, block(formula), `= **${result}**`];
  }
  const [head = [], ...rows] = result;
  return [title, block(formula), table(head, rows)];
}

function argumentTable(list: readonly ArgumentText[], texts: Texts): string {
  const hasTables = list.some(({ table: from }) => from !== undefined);
  return table(
    [texts.argument, ...(hasTables ? [texts.tableColumn] : []), texts.meaning],
    list.map(({ name, required, table: from = "", text }) => [
      required ? `**${code(name)}**` : code(name),
      ...(hasTables ? [from] : []),
      text,
    ]),
  );
}

function optionTable(options: readonly OptionText[], texts: Texts, locale: Locale): string {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const values = ({ values: list, form = "", fallback }: OptionText): string => {
    if (list.length === 0) {
      return form + (fallback === undefined ? "" : ` (${texts.default}: ${number.format(fallback)})`);
    }
    return list
      .map(({ value, aliases }, at) => {
        const named = aliases.length === 0 ? "" : ` = ${aliases.join(", ")}`;
        return at === 0 ? `**${code(value)}**${named}` : code(value) + named;
      })
      .join(" · ");
  };
  return table(
    [texts.option, texts.values],
    options.map((option) => [code(option.name), values(option)]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const code = (text: string): string => `\`${text}\``;
const block = (text: string): string => `\`\`\`\n${text}\n\`\`\``;
const anchor = (id: string): string => id.toLowerCase();
const link = (id: string, name: string): string => `[${name}](#${anchor(id)})`;
