import { lookAreas } from "../../reports/areas";
import type { PlannedArea, SheetPlan } from "../../reports/plan";
import type { KeptLink, KeptSheet } from "../../reports/registry";
import { columnLetters } from "../address";
import { within } from "./areas";
import { addChart, chartName, placeChart, sameChart, samePlace, updateChart } from "./charts";
import { addFormat, clearFormats, sameFormats } from "./conditional-formats";
import type { Contents } from "./contents";
import type { Former } from "./former";
import { linksWithout } from "./links";
import { reportName } from "./locate";
import { applyLook, areasWithout, lookFormats, undressLink } from "./looks";
import { rowMark } from "./own-cells";
import { addBreaks, removeOwnBreaks, sameRows } from "./page-breaks";
import { setUpSheet } from "./set-up";

/** A sheet ready to be written: everything is known before the first cell changes. */
export interface Writing {
  readonly plan: SheetPlan;
  readonly contents: Contents;
  readonly links: readonly KeptLink[];
  readonly accent: string;
  /** The name of a sheet that is made; missing for one that is there. */
  readonly newName?: string;
  readonly former?: Former;
  /** Whole rows of the sheet come and go, not the report's cells in them. */
  readonly wholeRows?: true;
}

/** What will be known of the sheet once it is written. */
export function keptOf({ plan, contents, links, former }: Writing): KeptSheet {
  const { before: _, ...before } = former?.kept ?? {};
  return {
    ...("rows" in before && { before }),
    ...{ rows: contents.rows, columns: contents.columns, links },
    ...{ areas: lookAreas(plan), formats: plan.formats, charts: plan.charts, breaks: plan.breaks },
    marks: contents.values.map((_, row) => rowMark(plan.cells[row]?.[0]?.value ?? "")),
  };
}

export function addSheet(context: Excel.RequestContext, writing: Writing, nameIsLeft: boolean): void {
  const { plan, contents } = writing;
  const { workbook } = context;
  const sheet = workbook.worksheets.add(writing.newName);
  setUpSheet(sheet, plan, writing.accent);
  writeCells(sheet, { row: 0, column: 0 }, writing);
  // Rows are frozen at the height they have then.
  sheet.freezePanes.freezeRows(plan.headRows);
  addBreaks(sheet, plan.breaks);
  if (nameIsLeft) workbook.names.getItem(reportName(plan.id)).delete();
  const covered = sheet.getRangeByIndexes(0, 0, contents.rows + 1, contents.columns);
  workbook.names.add(reportName(plan.id), covered).visible = false;
}

export function refreshSheet(context: Excel.RequestContext, writing: Writing, former: Former): void {
  const { contents, plan } = writing;
  const { row, column } = former;
  const sheet = context.workbook.worksheets.getItem(former.sheetId);
  const breaksStay = sameRows(former.kept?.breaks, plan.breaks);
  if (!breaksStay) removeOwnBreaks(sheet, former.breaks, former);
  changeRows(sheet, former, former.rows, contents, writing.wholeRows);
  if (!breaksStay) addBreaks(sheet, plan.breaks, row);
  if (contents.columns !== former.columns)
    context.workbook.names.getItem(reportName(plan.id)).formula = nameFormula(former, contents);
  for (const moved of contents.moved)
    sheet.getCell(row + moved.row, column + moved.column).formulas = [[moved.formula]];
  writeCells(sheet, former, writing);
}

/** Rows come and go at the report's end, in its own columns: what stands below moves along. */
export function changeRows(
  sheet: Excel.Worksheet,
  { row, column }: { readonly row: number; readonly column: number },
  present: number,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  wholeRows = false,
): void {
  const from = row + Math.min(rows, present);
  const count = Math.abs(rows - present);
  if (count === 0) return;
  const range = (): Excel.Range => sheet.getRangeByIndexes(from, column, count, columns);
  const moved = wholeRows ? range().getEntireRow() : range();
  if (rows < present) moved.delete("Up");
  else {
    moved.insert("Down");
    range().clear("Formats");
  }
}

/** The same where cells below cannot be moved: the report grows by whole rows, and keeps blank ones when it shrinks. */
export function withoutMovingCells(writing: Writing): Writing | undefined {
  const { contents, former } = writing;
  if (former === undefined || contents.rows === former.rows) return undefined;
  if (contents.rows > former.rows) return { ...writing, wholeRows: true };
  const blank = <T>(value: T): T[][] =>
    Array.from({ length: former.rows - contents.rows }, () =>
      Array.from({ length: contents.columns }, () => value),
    );
  return {
    ...writing,
    contents: {
      ...contents,
      rows: former.rows,
      values: [...contents.values, ...blank("")],
      formats: [...contents.formats, ...blank("General")],
    },
  };
}

export function nameFormula(
  { sheet, row, column }: Former,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): string {
  const quoted = `'${sheet.replaceAll("'", "''")}'`;
  const cell = (r: number, c: number): string => `$${columnLetters(c)}$${r + 1}`;
  return `=${quoted}!${cell(row, column)}:${cell(row + rows, column + columns - 1)}`;
}

interface Corner {
  readonly row: number;
  readonly column: number;
}

function writeCells(sheet: Excel.Worksheet, corner: Corner, writing: Writing): void {
  const { plan, contents, former, accent } = writing;
  const kept = former?.kept;
  const at = (area: PlannedArea): Excel.Range =>
    sheet.getRangeByIndexes(corner.row + area.row, corner.column + area.column, area.rows, area.columns);
  const whole = at({ ...contents, row: 0, column: 0 });
  const looks = lookAreas(plan);
  const formats = lookFormats(accent);
  const stale = within(areasWithout(kept?.areas ?? [], looks), contents.rows);
  const fresh = areasWithout(looks, kept?.areas ?? []);

  if (former && !kept) whole.clear("Formats");
  if (kept) for (const area of [...stale, ...fresh]) at(area).clear("Formats");
  const linked = writeLinks(at, writing);
  whole.numberFormat = contents.formats as string[][];
  whole.values = contents.values as (string | number)[][];
  for (const area of fresh) applyLook(at(area), formats[area.look]);
  for (const { row, column } of linked) {
    const look = plan.cells[row]?.[column]?.look ?? "text";
    undressLink(at({ row, column, rows: 1, columns: 1 }), formats[look]);
  }
  const changed = stale.length + fresh.length > 0;
  if (changed) whole.format.autofitRows();
  if (changed || !kept || !sameFormats(kept.formats, plan.formats)) {
    const before = within(kept?.formats.map(({ area }) => area) ?? [], contents.rows);
    if (former) clearFormats(kept ? before.map(at) : [whole]);
    for (const format of plan.formats) addFormat(at(format.area), format, accent);
  }
  drawCharts(sheet, corner, writing);
}

/** Sets the links that are new, drops those that are gone; answers which were set. */
function writeLinks(
  at: (area: PlannedArea) => Excel.Range,
  { links, former, contents }: Writing,
): readonly KeptLink[] {
  const before = former?.kept?.links ?? [];
  const cell = ({ row, column }: KeptLink): Excel.Range => at({ row, column, rows: 1, columns: 1 });
  if (former && !former.kept) at({ ...contents, row: 0, column: 0 }).clear("Hyperlinks");
  for (const link of linksWithout(before, links))
    if (link.row < contents.rows) cell(link).clear("Hyperlinks");
  const added = linksWithout(links, before);
  for (const link of added) cell(link).hyperlink = { documentReference: link.leadsTo };
  return added;
}

/** A chart that a person has deleted stays deleted. */
function drawCharts(sheet: Excel.Worksheet, corner: Corner, { plan, former, accent }: Writing): void {
  const ground = { sheet, row: corner.row, column: corner.column, accent };
  const before = new Map(former?.kept?.charts.map((chart) => [chart.id, chart]));
  for (const planned of plan.charts) {
    const kept = before.get(planned.id);
    const there = former?.charts.get(chartName(planned.id));
    if (there === undefined) {
      if (kept === undefined) addChart(ground, planned);
    } else if (!sameChart(kept, planned)) {
      const chart = sheet.charts.getItem(chartName(planned.id));
      updateChart(ground, chart, planned, there.series);
      if (kept === undefined || !samePlace(kept.place, planned.place))
        placeChart(ground, chart, planned.place);
    }
  }
  const wanted = new Set(plan.charts.map(({ id }) => chartName(id)));
  for (const name of former?.chartNames ?? []) if (!wanted.has(name)) sheet.charts.getItem(name).delete();
}
