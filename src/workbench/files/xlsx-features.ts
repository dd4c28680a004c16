import type { Cell, Sheet as FileSheet, WriteSheet } from "hucre/xlsx";
import { newPageLayout } from "../model/pageLayout";
import type { FeatureContent, SheetContent } from "./content";
import { chartFromFile, fileChart, mixChartTypes, withoutBorder, type TextsOf } from "./xlsx-charts";
import { dressLines } from "./xlsx-chart-lines";
import { formatsFromRules, rulesOf } from "./xlsx-conditional";
import { completeDataBars } from "./xlsx-data-bars";
import { readText, writeText, type Package } from "./xlsx-package";
import { headerFooterOf, pageFrom, pageSetupOf } from "./xlsx-page";

/** What the file's sheet has beside its cells. */
export function fileFeatures({ features }: SheetContent, texts: TextsOf): Partial<WriteSheet> {
  if (!features) return {};
  const { charts, conditionalFormats, page, rowHeights, showGridlines, tabColor } = features;
  const headerFooter = headerFooterOf(page);
  return {
    ...(charts.length > 0 && { charts: charts.map((chart) => fileChart(chart, texts)) }),
    ...(conditionalFormats.length > 0 && { conditionalRules: rulesOf(conditionalFormats) }),
    // what nobody has set is left to the reader's own Excel and printer
    ...(JSON.stringify(page) !== JSON.stringify(newPageLayout()) && { pageSetup: pageSetupOf(page) }),
    ...(headerFooter && { headerFooter }),
    // the file writer names the row before the break
    ...(page.rowBreaks.length > 0 && { rowBreaks: page.rowBreaks.map((row) => row - 1) }),
    ...(rowHeights.size > 0 && {
      rowDefs: new Map([...rowHeights].map(([row, pixels]) => [row, { height: pixels * POINTS }])),
    }),
    ...((!showGridlines || tabColor !== "") && {
      view: {
        showGridLines: showGridlines,
        ...(tabColor && { tabColor: { rgb: tabColor.replace("#", "") } }),
      },
    }),
  };
}

/** Puts the links into the cells to be written. A link within the workbook has no address of its own. */
export function addLinks({ features }: SheetContent, cells: Map<string, Partial<Cell>>): void {
  for (const { row, column, link } of features?.links ?? []) {
    const key = `${row},${column}`;
    const { address = "", documentReference, screenTip } = link;
    cells.set(key, {
      ...cells.get(key),
      hyperlink: {
        target: address,
        ...(documentReference !== undefined && { location: documentReference }),
        ...(screenTip !== undefined && { tooltip: screenTip }),
      },
    });
  }
}

/** `parts` are the file's small ones, those of charts among them. */
export function featuresFromFile(sheet: FileSheet, parts: Package): FeatureContent {
  const links = [...(sheet.cells ?? [])].flatMap(([key, { hyperlink }]) => {
    if (!hyperlink) return [];
    const [row = 0, column = 0] = key.split(",").map(Number);
    const { target, location, tooltip } = hyperlink;
    const link = {
      ...(location !== undefined ? { documentReference: location } : { address: target }),
      ...(tooltip !== undefined && { screenTip: tooltip }),
    };
    return [{ row, column, link }];
  });
  const tab = sheet.view?.tabColor?.rgb;
  return {
    charts: (sheet.charts ?? []).flatMap(
      (chart, index) => chartFromFile(chart, index, chartParts(parts)) ?? [],
    ),
    conditionalFormats: formatsFromRules(sheet.conditionalRules ?? []),
    links,
    page: {
      ...pageFrom(sheet.pageSetup, sheet.headerFooter),
      rowBreaks: (sheet.rowBreaks ?? []).map((row) => row + 1),
    },
    rowHeights: new Map(
      [...(sheet.rowDefs ?? [])].flatMap(([row, { height }]) =>
        height === undefined ? [] : [[row, Math.round(height / POINTS)] as const],
      ),
    ),
    tabColor: tab ? `#${tab.slice(-6).toUpperCase()}` : "",
    showGridlines: sheet.view?.showGridLines !== false,
  };
}

/** What the file writer does not know: lines over columns, hidden names, bars with a plain fill. */
export function finishFeatures(
  file: Package,
  sheets: readonly SheetContent[],
  hiddenNames: readonly string[],
): void {
  const charts = sheets.flatMap((sheet) => sheet.features?.charts ?? []);
  charts.forEach((chart, index) => {
    const path = `xl/charts/chart${index + 1}.xml`;
    const xml = readText(file, path);
    const mixed = xml && dressLines(withoutBorder(mixChartTypes(xml, chart), chart), chart);
    if (mixed && mixed !== xml) writeText(file, path, mixed);
  });
  sheets.forEach(({ features }, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const formats = features?.conditionalFormats ?? [];
    const xml = formats.length > 0 ? readText(file, path) : undefined;
    if (xml) writeText(file, path, completeDataBars(xml, formats));
  });
  const workbook = readText(file, WORKBOOK);
  if (!workbook || hiddenNames.length === 0) return;
  const hidden = new Set(hiddenNames);
  writeText(
    file,
    WORKBOOK,
    workbook.replace(/<definedName name="([^"]*)"/g, (start, name: string) =>
      hidden.has(name) ? `${start} hidden="1"` : start,
    ),
  );
}

/** Names that the file hides; names have no signs that XML would write otherwise. */
export function hiddenNamesOf(file: Package): Set<string> {
  const elements = readText(file, WORKBOOK)?.match(/<definedName\s[^>]*>/g) ?? [];
  return new Set(
    elements
      .filter((element) => /\shidden="(1|true)"/.test(element))
      .flatMap((element) => /\sname="([^"]*)"/.exec(element)?.[1] ?? []),
  );
}

function chartParts(file: Package): string[] {
  return Object.keys(file).flatMap((path) => (isChart(path) ? [readText(file, path) ?? ""] : []));
}

export function isChart(path: string): boolean {
  return /^xl\/charts\/chart\d+\.xml$/i.test(path);
}

const WORKBOOK = "xl/workbook.xml";
/** A pixel in points. */
const POINTS = 0.75;
