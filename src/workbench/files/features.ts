import type { Chart, ChartSource } from "../model/chart";
import { newGuid } from "../model/engine";
import type { Sheet, WorkbookModel } from "../model/types";
import type { FeatureContent } from "./content";

const DEFAULT_ROW = 20;

/** What a sheet has beside its cells, for a file. Hidden rows are no matter of theirs. */
export function collectFeatures(model: WorkbookModel, sheet: Sheet): FeatureContent {
  const { charts, conditionalFormats, links, page } = sheet.features;
  const used = sheet.usedRange();
  const rows = Math.min(used ? used.row + used.rows : 0, MOST_ROWS);
  const heights = Array.from({ length: rows }, (_, row): [number, number] => [row, sheet.rowHeight(row)]);
  return {
    charts: charts.map((chart) => withSources(chart, (id) => model.sheet(id)?.name)),
    conditionalFormats,
    links: links.all(),
    page,
    rowHeights: new Map(heights.filter(([, pixels]) => pixels !== DEFAULT_ROW)),
    tabColor: sheet.tabColor,
    showGridlines: sheet.showGridlines,
  };
}

export function fillFeatures(model: WorkbookModel, sheet: Sheet, content: FeatureContent): void {
  const { features } = sheet;
  for (const [row, pixels] of content.rowHeights) sheet.setRowHeight(row, 1, pixels);
  if (content.tabColor) sheet.tabColor = content.tabColor;
  if (!content.showGridlines) sheet.showGridlines = false;
  for (const { row, column, link } of content.links) features.links.set(row, column, link);
  features.page = content.page;
  features.conditionalFormats = content.conditionalFormats.map((format) => ({ ...format, id: newGuid() }));
  features.charts = content.charts.map((chart) => ({
    ...withSources(chart, (name) => model.sheet(name)?.id),
    id: newGuid(),
  }));
  for (const what of ["links", "page", "conditionalFormats", "charts"] as const) features.changed(what);
}

/** Beyond this many rows a table of data begins, whose rows are all alike. */
const MOST_ROWS = 2000;

/** The same chart with its sources' sheets named in another way; those that are not there are left out. */
function withSources(chart: Chart, rename: (sheet: string) => string | undefined): Chart {
  const renamed = (source: ChartSource | undefined): ChartSource | undefined => {
    const sheetId = source && rename(source.sheetId);
    return source && sheetId !== undefined ? { ...source, sheetId } : undefined;
  };
  return {
    ...chart,
    series: chart.series.map((series) => ({
      ...series,
      values: renamed(series.values),
      categories: renamed(series.categories),
      nameSource: renamed(series.nameSource),
    })),
  };
}
