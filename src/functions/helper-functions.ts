import { messageText, type Locale, type MessageId } from "../core/messages";
import { catalogue, metricById } from "../core/metrics/catalogue";
import { dateExtent, explain, measureBy, measureByPeriod } from "../core/metrics/measure";
import type { Metric, Unit } from "../core/metrics/metric";
import { choice, validValues } from "../core/metrics/options";
import { plainCell, type Cells } from "../core/records/cells";
import { isHeaderOf } from "../core/records/headers";
import { sampleOf } from "../core/records/columns";
import { refuse, stop } from "../core/result";
import { normaliseWord } from "../core/text";
import { GRAINS, periodsBetween, type Grain } from "../core/time/periods";
import { detailsTable, errorCell, type CellTable } from "./cell-values";
import { groupTable } from "./group-table";
import { guarded } from "./range-functions";
import { columnOf, readCall, scalarOf, type Argument } from "./read-arguments";

const tableOptions = { headers: choice(["yes", "no"]) } as const;

/** `SALES.BY(metric, group, column1, column2, …)`: the metric for each word of a column, or for each period of a grain. */
export function callBy(
  metricId: Argument,
  group: Argument,
  args: readonly Argument[],
): CellTable | CustomFunctions.Error {
  return guarded((language): CellTable | CustomFunctions.Error => {
    const metric = knownMetric(metricId);
    const grain = grainOf(group);
    if (grain !== undefined) {
      const { dataset, question, extra } = readCall(metric, args, { options: tableOptions });
      if (!metric.period) stop("notGroupable", { metric: metric.id });
      const extent = dateExtent(dataset, question);
      if (extent === undefined) return errorCell(refuse("#N/A", "noDates"), language);
      const { period, asOf } = question;
      const first = Math.max(extent.first, period?.start ?? -Infinity);
      const last = Math.min(extent.last, (period?.end ?? Infinity) - 1, asOf ?? Infinity);
      const grouped = measureByPeriod(dataset, question, periodsBetween(first, last, grain));
      return groupTable(
        messageText(language, "headPeriod"),
        [{ metric, ...grouped }],
        language,
        extra.headers === "yes",
        false,
      );
    }
    const column = columnOf(group, true);
    if (column === undefined)
      return errorCell(refuse("#VALUE!", "unknownGroup", { valid: GRAINS.join(", ") }), language);
    const { dataset, question, extra } = readCall(metric, args, { group: column, options: tableOptions });
    const grouped = measureBy(dataset, question, "group");
    return groupTable(
      groupHeading(column, language),
      [{ metric, ...grouped }],
      language,
      extra.headers === "yes",
    );
  });
}

/** `SALES.EXPLAIN(metric, column1, …)`: value, interval, counts, what was left out and why. */
export function explainMetric(
  metricId: Argument,
  args: readonly Argument[],
): CellTable | CustomFunctions.Error {
  return guarded((language) => {
    const metric = knownMetric(metricId);
    const { dataset, question } = readCall(metric, args);
    return detailsTable(explain(dataset, question), metric.unit, language);
  });
}

/** `SALES.METRICS()`: id, name, definition and unit of every metric. */
export function listMetrics(): CellTable | CustomFunctions.Error {
  return guarded((language) => [
    (["headId", "headName", "headDefinition", "headUnit"] as const).map((id) => messageText(language, id)),
    ...catalogue.map((metric) => {
      const { name, definition } = metric.text[language];
      return [metric.id, name, definition, unitText(metric.unit, language)];
    }),
  ]);
}

/** `SALES.DEFINE(metric)`: what is counted, the formula, options, and what other readings are called. */
export function defineMetric(metricId: Argument): string | CustomFunctions.Error {
  return guarded((language) => {
    const metric = knownMetric(metricId);
    const { name, definition, formula, disagree } = metric.text[language];
    const options = Object.entries(metric.options).map(([option, spec]) => `${option}=${validValues(spec)}`);
    return [
      `${name}: ${definition}`,
      formula,
      ...(options.length === 0 ? [] : [options.join("; ")]),
      ...(disagree === undefined ? [] : [disagree]),
      metric.source,
    ].join("\n");
  });
}

function knownMetric(given: Argument): Metric {
  const id = scalarOf(given);
  const metric = metricById(id === undefined ? "" : String(id));
  return metric ?? stop("unknownMetric", { metric: id === undefined ? "" : sampleOf(id) });
}

const UNITS: Readonly<Record<Unit, MessageId>> = {
  ratio: "unitRatio",
  currency: "unitCurrency",
  count: "unitCount",
  days: "unitDays",
};

function unitText(unit: Unit, locale: Locale): string {
  return messageText(locale, UNITS[unit]);
}

function grainOf(group: Argument): Grain | undefined {
  if (Array.isArray(group) && (group.length > 1 || (Array.isArray(group[0]) && group[0].length > 1)))
    return undefined;
  const word = scalarOf(group);
  return typeof word === "string" ? GRAINS.find((grain) => grain === normaliseWord(word)) : undefined;
}

/** The header passed along with the group column becomes the table's heading. */
function groupHeading(column: Cells, locale: Locale): string {
  const first = plainCell(column[0]?.[0]);
  return typeof first === "string" &&
    column.length > 1 &&
    ["owner", "customer", "source", "type", "stage", "product", "pipeline"].some((role) =>
      isHeaderOf(role as "owner", first),
    )
    ? first
    : messageText(locale, "headGroup");
}
