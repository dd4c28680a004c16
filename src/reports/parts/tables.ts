import type { TableAnswer } from "../../core/metrics/ask";
import { addsUp, type Metric, type ResultTable, type Unit } from "../../core/metrics/metric";
import { isRefusal, type Result } from "../../core/result";
import { afterNumber, dash, number, text } from "../cells";
import type { ReportInput } from "../input";
import { headed, type Part } from "../part";
import type { PlannedCell, PlannedChart, PlannedFormat } from "../plan";
import { shownName } from "../shown";
import { reportText, type TextId } from "../texts";
import { withChart } from "./charts";
import { possible } from "./scorecard";

/** Samples below this size are greyed. */
const SMALL = 5;

/** A metric that is a table, as it is. */
export function wholeTable(
  input: ReportInput,
  heading: TextId,
  metric: string,
  options: {
    readonly message?: TextId;
    readonly period?: "none";
    readonly bars?: readonly number[];
    /** A chart of the table beside it. */
    readonly chart?: (table: ResultTable) => Omit<PlannedChart, "place"> | undefined;
  } = {},
): Part | undefined {
  const { desk, periods, filters, locale } = input;
  const [id = ""] = metric.split(";");
  if (possible(input, [id]).length === 0) return undefined;
  const answer = desk.table({
    metrics: [metric],
    filters,
    ...(options.period === "none" ? {} : { period: periods.period }),
  });
  if (isRefusal(answer) || answer.is !== "table" || answer.table.rows.length === 0) return undefined;
  const { cells, formats } = resultCells(answer.table, input, options.bars ?? []);
  const message = options.message === undefined ? undefined : reportText(locale, options.message);
  const part = withChart(cells, options.chart?.(answer.table));
  return headed(reportText(locale, heading), message, { ...part, formats, defines: [id] });
}

/**
 * A table of results in cells, its heads above. `bars` are the columns whose numbers are shown as bars too, `wraps` those
 * whose texts take several lines.
 */
export function resultCells(
  { columns, rows }: ResultTable,
  { locale }: Pick<ReportInput, "locale">,
  bars: readonly number[] = [],
  wraps: readonly number[] = [],
): { readonly cells: Part["cells"]; readonly formats: readonly PlannedFormat[] } {
  const isAfterNumber = (at: number): boolean => {
    const before = columns[at - 1]?.unit ?? "text";
    return columns[at]?.unit === "text" && before !== "text";
  };
  const spaced = (cell: PlannedCell, at: number): PlannedCell =>
    isAfterNumber(at) ? afterNumber(cell) : cell;
  const heads = columns.map(({ head, unit }, at) =>
    spaced(text(head[locale], unit === "text" ? "head" : "headNumber"), at),
  );
  const wrapped = (cell: PlannedCell, at: number): PlannedCell =>
    wraps.includes(at) ? { ...cell, look: "wrapped" } : cell;
  const cellOf = (row: ResultTable["rows"][number]): PlannedCell[] =>
    row.map((cell, at): PlannedCell => {
      const unit = columns[at]?.unit ?? "number";
      const isDash =
        cell === dash.value || (typeof cell === "object" && !isRefusal(cell) && cell[locale] === dash.value);
      if (isDash && unit !== "text") return dash;
      if (typeof cell === "number") return number(cell, unit);
      if (typeof cell === "string")
        return at === 0
          ? text(cell === "" ? reportText(locale, "blank") : cell, "label")
          : spaced(text(cell), at);
      if (isRefusal(cell)) return dash;
      if (unit !== "text") return text(cell[locale], "weak");
      // Words of ours may be whole sentences; names from the data are cut off.
      return spaced(text(cell[locale], at === 0 ? "wrapped" : "text"), at);
    });
  const body = rows.map((row) => cellOf(row).map(wrapped));
  const formats = bars
    .filter((column) => column < columns.length && rows.length > 1)
    .map((column): PlannedFormat => ({
      type: "dataBar",
      area: { row: 1, column, rows: rows.length, columns: 1 },
    }));
  return { cells: [heads, ...body], formats };
}

/** Several metrics by the words of a role. Those that cannot be told are left out; groups come by size of the first. */
export function byRole(
  input: ReportInput,
  metrics: readonly string[],
  role: string,
  most = 12,
): GroupRows | undefined {
  const { desk, periods, filters } = input;
  const asked = possible(input, metrics);
  if (asked.length === 0) return undefined;
  const answer = desk.table({ metrics: asked, by: role, period: periods.period, filters });
  if (isRefusal(answer) || answer.is !== "groups") return undefined;
  const columns = answer.columns.filter(
    ({ failure, results }) =>
      failure === undefined && results.some(({ value }) => !isRefusal(value) && value !== 0),
  );
  if (columns.length === 0) return undefined;
  const values = (at: number): readonly number[] => columns.map(({ results }) => valueAt(results, at));
  const rows = answer.labels
    .map((label, at) => ({ label, values: values(at), results: columns.map(({ results }) => results[at]) }))
    .filter((row) => row.values.some((value) => value === value && value !== 0))
    .sort((a, b) => orderOf(b.values) - orderOf(a.values));
  return { columns, rows: rows.slice(0, most), rest: rows.slice(most) };
}

export interface GroupRow {
  readonly label: string;
  /** NaN where there is none. */
  readonly values: readonly number[];
  readonly results: readonly (Result | undefined)[];
}

export interface GroupRows {
  readonly columns: Extract<TableAnswer, { is: "groups" }>["columns"];
  readonly rows: readonly GroupRow[];
  /** Groups beyond those that are shown. */
  readonly rest: readonly GroupRow[];
}

/** Groups without the first metric come last. */
const orderOf = ([first = NaN]: readonly number[]): number => (first === first ? first : -Infinity);

function valueAt(results: readonly Result[], at: number): number {
  const value = results[at]?.value;
  return value === undefined || isRefusal(value) ? NaN : value;
}

/** Groups as cells: their name, then each metric; what rests on few records is greyed. */
export function groupCells(
  input: ReportInput,
  first: string,
  { columns, rows, rest }: GroupRows,
): Part["cells"] {
  const { locale } = input;
  const heads = [text(first, "head"), ...columns.map(({ metric, unit }) => metricHead(metric, unit, locale))];
  const body = rows.map(({ label, results }) => [
    text(label === "" ? reportText(locale, "blank") : label, "label"),
    ...columns.map(({ unit }, at) => resultCell(results[at], unit)),
  ]);
  const others =
    rest.length === 0
      ? []
      : [
          [
            text(reportText(locale, "others", { count: rest.length }), "label"),
            // Only what adds up can stand for several groups.
            ...columns.map(({ metric, unit }, at) => (addsUp(metric) ? number(sumOf(rest, at), unit) : dash)),
          ],
        ];
  return [heads, ...body, ...others];
}

/** A metric's name over its numbers. */
export function metricHead(metric: Metric, unit: Unit, locale: ReportInput["locale"]): PlannedCell {
  return text(shownName(metric, unit, locale), "headNumber", { to: "definition", metric: metric.id });
}

function sumOf(rows: readonly GroupRow[], at: number): number {
  return rows.reduce((sum, { values }) => sum + (values[at] || 0), 0);
}

export function resultCell(result: Result | undefined, unit: Unit): PlannedCell {
  if (result === undefined || isRefusal(result.value)) return dash;
  // A ratio of amounts rests on no sample; a rate does on what stands below its line.
  const isSample = unit !== "currency" && unit !== "count";
  return number(result.value, unit, isSample && (result.denominator ?? result.n) < SMALL ? "weak" : "number");
}
