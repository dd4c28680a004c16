import { messageText, type Locale, type MessageId } from "../core/messages";
import { catalogue } from "../core/metrics/catalogue";
import { dateExtent } from "../core/metrics/date-extent";
import { measureBy, measureByPeriod } from "../core/metrics/measure";
import { isTable, unitOf, type Metric, type Unit } from "../core/metrics/metric";
import { parametersOf } from "../core/metrics/parameters";
import { tableOptions } from "../core/metrics/common-options";
import { validValues } from "../core/metrics/options";
import { plainCell, type Cells } from "../core/records/cells";
import { GROUP_ROLES, typeOfRole, type Role } from "../core/records/roles";
import { isHeaderOf } from "../core/records/headers";
import { refuse, stop } from "../core/result";
import { publishedWords } from "../reference/words";
import { normaliseWord } from "../core/text";
import { GRAINS, periodsBetween, type Grain } from "../core/time/periods";
import { errorCell, type CellTable } from "./cell-values";
import { groupTable } from "./group-table";
import { inTime } from "./in-time";
import { knownMetric } from "./known-metric";
import { guarded } from "./range-functions";
import { columnOf, readCall, scalarOf, type Argument } from "./read-arguments";

/** `SALES.BY(metric, group, column1, column2, …)`: the metric for each word of a column, or for each period of a grain. */
export function callBy(
  metricId: Argument,
  group: Argument,
  args: readonly Argument[],
): CellTable | CustomFunctions.Error {
  return guarded((language): CellTable | CustomFunctions.Error => {
    const metric = knownMetric(metricId);
    if (isTable(metric)) stop("tableNotGroupable", { metric: metric.id });
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
        [{ metric, unit: unitOf(metric, question.options), ...grouped }],
        language,
        extra.headers === "yes",
        false,
      );
    }
    const role = roleNamed(metric, group);
    const column = role === undefined ? columnOf(group, true) : undefined;
    if (role === undefined && (column === undefined || (!isLong(column) && args.some(isLong))))
      stop("unknownGroup", { valid: [...GRAINS, ...rolesToGroupBy(metric)].join(", ") });
    const { dataset, question, extra, by } = readCall(metric, args, {
      ...(column === undefined ? {} : { group: column }),
      options: tableOptions,
    });
    const grouped = measureBy(dataset, question, role ?? by);
    return groupTable(
      column === undefined ? String(scalarOf(group)) : groupHeading(column, language),
      [{ metric, unit: unitOf(metric, question.options), ...grouped }],
      language,
      extra.headers === "yes",
    );
  });
}

/** `SALES.METRICS()`: id, name, definition and unit of every metric. */
export async function listMetrics(): Promise<CellTable | CustomFunctions.Error> {
  const words = await inTime(publishedWords());
  return guarded((language) => {
    if (words === undefined) stop("wordsMissing", {}, "#N/A");
    return [
      (["headId", "headName", "headDefinition", "headUnit"] as const).map((id) => messageText(language, id)),
      ...catalogue.map(({ id, text, unit }) => {
        const definition = words(id, language)?.definition ?? "";
        return [id, text[language].name, definition, unitText(unit, language)];
      }),
    ];
  });
}

/** `SALES.DEFINE(metric)`: what is counted, the formula, options, and what other readings are called. */
export async function defineMetric(metricId: Argument): Promise<string | CustomFunctions.Error> {
  const words = await inTime(publishedWords());
  return guarded((language) => {
    const metric = knownMetric(metricId);
    const said = words?.(metric.id, language);
    if (said === undefined) stop("wordsMissing", {}, "#N/A");
    const options = Object.entries(metric.options).map(([option, spec]) => `${option}=${validValues(spec)}`);
    return [
      `${metric.text[language].name}: ${said.definition}`,
      said.formula,
      ...(options.length === 0 ? [] : [options.join("; ")]),
      ...(said.disagree === undefined ? [] : [said.disagree]),
      said.source,
    ].join("\n");
  });
}

const UNITS: Readonly<Record<Unit, MessageId>> = {
  ratio: "unitRatio",
  currency: "unitCurrency",
  count: "unitCount",
  number: "unitNumber",
  days: "unitDays",
  hours: "unitHours",
  months: "unitMonths",
  score: "unitScore",
  date: "unitDate",
  text: "unitText",
  table: "unitTable",
};

/** Roles that a word may name instead of a column: those of the metric's own arguments. */
function rolesToGroupBy(metric: Metric): readonly Role[] {
  const roles = parametersOf(metric).flatMap((parameter) =>
    parameter.takes === "column" &&
    GROUP_ROLES.some((role) => role === parameter.role) &&
    typeOfRole(parameter.kinds[0] ?? "deal", parameter.role) === "word"
      ? [parameter.role]
      : [],
  );
  return [...new Set(roles)];
}

function roleNamed(metric: Metric, group: Argument): Role | undefined {
  if (isLong(group)) return undefined;
  const word = scalarOf(group);
  return typeof word === "string"
    ? rolesToGroupBy(metric).find((role) => normaliseWord(role) === normaliseWord(word))
    : undefined;
}

/** More than one cell: a word in a single one, beside longer columns, is no column of groups. */
function isLong(arg: Argument): boolean {
  return Array.isArray(arg) && (arg.length > 1 || (Array.isArray(arg[0]) && arg[0].length > 1));
}

function unitText(unit: Unit, locale: Locale): string {
  return messageText(locale, UNITS[unit]);
}

function grainOf(group: Argument): Grain | undefined {
  if (isLong(group)) return undefined;
  const word = scalarOf(group);
  return typeof word === "string" ? GRAINS.find((grain) => grain === normaliseWord(word)) : undefined;
}

/** The header passed along with the group column becomes the table's heading. */
function groupHeading(column: Cells, locale: Locale): string {
  const first = plainCell(column[0]?.[0]);
  return typeof first === "string" && column.length > 1 && GROUP_ROLES.some((role) => isHeaderOf(role, first))
    ? first
    : messageText(locale, "headGroup");
}
