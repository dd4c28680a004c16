import { splitMetrics, type Ask, type Filter, type TableAsk } from "../core/metrics/ask";
import type { Locale } from "../core/messages";
import { sampleOf } from "../core/records/columns";
import { stop } from "../core/result";
import type { MappedData } from "../dataset/mapped-data";
import { sharedOnPage } from "../reference/shared-page";
import { liveCells, type LiveCells } from "./live-cells";
import type { CellTable } from "./cell-values";
import { kpiCell, tableOfKpis } from "./mapped-cells";
import { qualityCells } from "./quality-cells";
import { scalarOf, type Argument } from "./read-arguments";

/** What Excel hands to a streaming function behind its arguments. */
export interface StreamingInvocation {
  setResult: (result: unknown) => void;
  onCanceled?: () => void;
}

/** `SALES.KPI(metric, [period], [role, value]…)`: one number of the mapped tables, told anew whenever they change. */
export function streamKpi(args: readonly Argument[], invocation: StreamingInvocation): void {
  const [metric, period, ...filters] = args;
  stream(invocation, (cells) =>
    cells.watch({
      ask: (): Ask => ({ metric: textOf(metric), period: periodOf(period), filters: filtersOf(filters) }),
      is: "number",
      show: unlessSame(invocation, (answer, language) => kpiCell(answer, language)),
    }),
  );
}

/** `SALES.KPITABLE(metrics, [by], [period], [role, value]…)`: several of them for each word of a role or each period. */
export function streamKpiTable(args: readonly Argument[], invocation: StreamingInvocation): void {
  const [metrics, by, period, ...filters] = args;
  const texts = (Array.isArray(metrics) ? (metrics as unknown[]).flat() : [metrics]).map(textOf);
  const headers = !texts.some((text) => NO_HEADERS.test(text));
  stream(invocation, (cells) =>
    cells.watch({
      ask: (): TableAsk => ({
        metrics: texts.flatMap((text) => splitMetrics(text.replace(NO_HEADERS, ""))),
        by: textOf(by),
        period: periodOf(period),
        filters: filtersOf(filters),
      }),
      is: "table",
      show: unlessSame(invocation, (answer, language) =>
        tableOfKpis(answer, { heading: textOf(by), headers }, language),
      ),
    }),
  );
}

/** `SALES.DATAQUALITY([table])`: what looks wrong in the mapped tables, and where. */
export function streamDataQuality(args: readonly Argument[], invocation: StreamingInvocation): void {
  const table = textOf(args[0]);
  const show = unlessSame(invocation, (cells: CellTable) => cells);
  stream(invocation, (cells) =>
    cells.watch({
      is: "data",
      show: (data, language, today) => show(qualityCells(data, table, today, language), language),
    }),
  );
}

const NO_HEADERS = /[;,]?\s*headers\s*=\s*no\s*/i;

/** The cells of this page that show what is mapped: they begin to be told as soon as there is something to tell. */
const cells: Promise<LiveCells> = sharedOnPage<MappedData>("salesMetricsData").promise.then(liveCells);

function stream(invocation: StreamingInvocation, watch: (cells: LiveCells) => () => void): void {
  let stopped = false;
  let stopWatching = (): void => undefined;
  invocation.onCanceled = () => {
    stopped = true;
    stopWatching();
  };
  void cells.then((ready) => {
    if (!stopped) stopWatching = watch(ready);
  });
}

/** Excel calculates everything that refers to a cell anew, even where the cell shows what it showed before. */
function unlessSame<A>(
  { setResult }: StreamingInvocation,
  cellOf: (answer: A, language: Locale) => unknown,
): (answer: A, language: Locale) => void {
  let former: string | undefined;
  return (answer, language) => {
    const cell = cellOf(answer, language);
    const shown = JSON.stringify(cell, (_, value: unknown) =>
      value instanceof CustomFunctions.Error ? [value.code, value.message] : value,
    );
    if (shown === former) return;
    former = shown;
    setResult(cell);
  };
}

/** A scalar as text; "" where blank, and what an error cell says. */
function textOf(given: Argument): string {
  const cell = scalarOf(given);
  return cell === undefined ? "" : typeof cell === "string" ? cell : sampleOf(cell);
}

function periodOf(given: Argument): string | number | undefined {
  const cell = scalarOf(given);
  return typeof cell === "number" || cell === undefined ? cell : textOf(given);
}

/** Role, value, role, value …; a pair of blanks is none. */
function filtersOf(given: readonly Argument[]): readonly Filter[] {
  const texts = given.map(textOf);
  const filters: Filter[] = [];
  for (let i = 0; i < texts.length; i += 2) {
    const [role = "", value] = [texts[i], texts[i + 1]];
    if (role.trim() === "" && (value ?? "").trim() === "") continue;
    if (value === undefined || role.trim() === "") stop("filterPairs");
    filters.push({ role, value });
  }
  return filters;
}
