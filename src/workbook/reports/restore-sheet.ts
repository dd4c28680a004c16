import { lookAreas, type LookArea } from "../../reports/areas";
import type { PlannedArea } from "../../reports/plan";
import { patiently } from "../patience";
import { covers, within } from "./areas";
import { addChart, chartName, putBack, sameChart, updateChart } from "./charts";
import { addFormat, clearFormats } from "./conditional-formats";
import type { Former } from "./former";
import { linksWithout } from "./links";
import { reportName } from "./locate";
import { loadBreaks, restoreBreaks, rowsOf } from "./page-breaks";
import { applyLook, areasWithout, lookFormats, undressLink } from "./looks";
import { restoreLooks } from "./restore-looks";
import { changeRows, nameFormula, type Writing } from "./write-sheet";

/** Takes a sheet away that was to be made, as far as it was. */
export function removeNew({ newName = "", plan }: Writing): Promise<void> {
  return patiently(async (context) => {
    const name = context.workbook.names.getItemOrNullObject(reportName(plan.id)).load("name");
    const sheet = context.workbook.worksheets.getItemOrNullObject(newName).load("name");
    await context.sync();
    if (!name.isNullObject) name.delete();
    if (!sheet.isNullObject) sheet.delete();
    await context.sync();
  });
}

/** Puts a sheet back as it was, however much of the refresh had been written. */
export function restoreSheet(writing: Writing, former: Former): Promise<void> {
  return patiently(async (context) => {
    const name = context.workbook.names.getItem(reportName(former.id));
    const now = name.getRange().load("rowCount");
    const sheet = context.workbook.worksheets.getItem(former.sheetId);
    const charts = sheet.charts.load("items/id,items/name");
    const known = [...former.charts.keys()].map((chart) =>
      sheet.charts.getItemOrNullObject(chart).load("id,name,series/count"),
    );
    const breaks = loadBreaks(sheet);
    await context.sync();

    const columns = Math.max(former.columns, writing.contents.columns);
    changeRows(sheet, former, now.rowCount - 1, { rows: former.rows, columns }, writing.wholeRows);
    name.formula = nameFormula(former, former);
    restoreBreaks(sheet, former.breaks, rowsOf(breaks));
    restoreCells(sheet, writing, former, columns);
    // Those that were added go, also one that did not get its name any more.
    for (const chart of charts.items) if (!former.chartIds.has(chart.id)) chart.delete();
    const left = known.filter(({ isNullObject, id }) => !isNullObject && former.chartIds.has(id));
    const present = new Map(left.map((chart) => [chart.name, chart.series.count]));
    restoreCharts(sheet, present, writing, former);
    await context.sync();
  });
}

function restoreCells(sheet: Excel.Worksheet, writing: Writing, former: Former, columns: number): void {
  const { plan, links, accent, contents } = writing;
  const { rows, kept } = former;
  const at = (area: PlannedArea): Excel.Range =>
    sheet.getRangeByIndexes(former.row + area.row, former.column + area.column, area.rows, area.columns);
  const whole: PlannedArea = { row: 0, column: 0, rows, columns };
  const cell = ({ row, column }: Pick<LookArea, "row" | "column">): Excel.Range =>
    at({ row, column, rows: 1, columns: 1 });
  const planned = lookAreas(plan);
  const before = kept?.areas ?? [];
  const cleared = kept
    ? within([...areasWithout(planned, before), ...areasWithout(before, planned)], rows)
    : [whole];
  for (const area of cleared) at(area).clear("Formats");
  for (const moved of contents.moved) cell(moved).clear("Contents");

  const linksBefore = kept?.links ?? [];
  const relinked = linksWithout(linksBefore, links);
  for (const link of linksWithout(links, linksBefore)) if (link.row < rows) cell(link).clear("Hyperlinks");
  for (const link of relinked) cell(link).hyperlink = { documentReference: link.leadsTo };

  at(whole).numberFormat = grid(rows, columns, (row, column) => former.formats[row]?.[column]) as string[][];
  at(whole).formulas = grid(rows, columns, (row, column) => former.contentAt(row, column)) as string[][];

  const formats = lookFormats(accent);
  const given = before.map((area) => ({ ...area, format: formats[area.look] }));
  for (const area of areasWithout(before, planned)) applyLook(at(area), formats[area.look]);
  for (const link of relinked) {
    const look = given.find((area) => covers(area, link.row, link.column));
    undressLink(cell(link), look?.format ?? {});
  }
  restoreLooks(at, former, cleared, given);

  const formatted = [...plan.formats, ...(kept?.formats ?? [])].map(({ area }) => area);
  clearFormats(within(formatted, rows).map(at));
  for (const format of kept?.formats ?? []) addFormat(at(format.area), format, accent);
}

function restoreCharts(
  sheet: Excel.Worksheet,
  present: ReadonlyMap<string, number>,
  { plan, accent }: Writing,
  former: Former,
): void {
  const ground = { sheet, row: former.row, column: former.column, accent };
  const planned = new Map(plan.charts.map((chart) => [chart.id, chart]));
  for (const kept of former.kept?.charts ?? []) {
    const name = chartName(kept.id);
    const place = former.charts.get(name);
    if (place === undefined) continue;
    const series = present.get(name);
    if (series === undefined) addChart(ground, kept);
    else if (!sameChart(planned.get(kept.id), kept))
      updateChart(ground, sheet.charts.getItem(name), kept, series);
    putBack(sheet.charts.getItem(name), place);
  }
}

function grid(rows: number, columns: number, of: (row: number, column: number) => unknown): unknown[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => of(row, column)),
  );
}
