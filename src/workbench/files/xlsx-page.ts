import type { writeXlsx, WriteSheet } from "hucre/xlsx";
import { formatAddress, MAX_COLUMNS, MAX_ROWS, parseAddress } from "../model/address";
import { newPageLayout, type PageLayout } from "../model/pageLayout";

type PageSetup = NonNullable<WriteSheet["pageSetup"]>;
type HeaderFooter = NonNullable<WriteSheet["headerFooter"]>;
type NamedRange = NonNullable<Parameters<typeof writeXlsx>[0]["namedRanges"]>[number];
type Paper = NonNullable<PageSetup["paperSize"]>;

/** How a sheet is printed. Print areas and titles are names of the workbook: `printNames`. */
export function pageSetupOf(page: PageLayout): PageSetup {
  const { scale, horizontalFitToPages, verticalFitToPages } = page.zoom;
  const fits = scale === undefined;
  return {
    paperSize: page.paperSize.toLowerCase() as Paper,
    orientation: page.orientation === "Landscape" ? "landscape" : "portrait",
    ...(fits
      ? { fitToPage: true, fitToWidth: horizontalFitToPages ?? 0, fitToHeight: verticalFitToPages ?? 0 }
      : scale !== 100 && { scale }),
    margins: {
      left: page.leftMargin / INCH,
      right: page.rightMargin / INCH,
      top: page.topMargin / INCH,
      bottom: page.bottomMargin / INCH,
      header: page.headerMargin / INCH,
      footer: page.footerMargin / INCH,
    },
    ...(page.centerHorizontally && { horizontalCentered: true }),
    ...(page.centerVertically && { verticalCentered: true }),
    ...(page.printGridlines && { showGridLines: true }),
    ...(page.printHeadings && { showRowColHeaders: true }),
  };
}

export function headerFooterOf({ headersFooters: texts }: PageLayout): HeaderFooter | undefined {
  const line = (left: string, center: string, right: string) =>
    [left && `&L${left}`, center && `&C${center}`, right && `&R${right}`].join("");
  const oddHeader = line(texts.leftHeader, texts.centerHeader, texts.rightHeader);
  const oddFooter = line(texts.leftFooter, texts.centerFooter, texts.rightFooter);
  if (!oddHeader && !oddFooter) return undefined;
  return { ...(oddHeader && { oddHeader }), ...(oddFooter && { oddFooter }) };
}

export function printNames(sheet: string, { printArea, titleRows, titleColumns }: PageLayout): NamedRange[] {
  const rows = titleRows && { ...titleRows, column: 0, columns: MAX_COLUMNS };
  const columns = titleColumns && { ...titleColumns, row: 0, rows: MAX_ROWS };
  const address = (rect: NonNullable<typeof rows>) => formatAddress(sheet, rect, true);
  const titles = [columns, rows].flatMap((rect) => (rect ? [address(rect)] : []));
  return [
    ...(printArea.length > 0
      ? [{ name: "_xlnm.Print_Area", range: printArea.map(address).join(","), scope: sheet }]
      : []),
    ...(titles.length > 0 ? [{ name: "_xlnm.Print_Titles", range: titles.join(","), scope: sheet }] : []),
  ];
}

export function pageFrom(setup: PageSetup | undefined, texts: HeaderFooter | undefined): PageLayout {
  const page = newPageLayout();
  if (setup) {
    const { margins, paperSize, scale } = setup;
    page.orientation = setup.orientation === "landscape" ? "Landscape" : "Portrait";
    if (paperSize)
      page.paperSize = /^[ab]\d$/.test(paperSize)
        ? paperSize.toUpperCase()
        : (paperSize[0]?.toUpperCase() ?? "") + paperSize.slice(1);
    if (setup.fitToPage)
      page.zoom = { horizontalFitToPages: setup.fitToWidth ?? 1, verticalFitToPages: setup.fitToHeight ?? 1 };
    else if (scale) page.zoom = { scale };
    for (const side of ["left", "right", "top", "bottom", "header", "footer"] as const) {
      const inches = margins?.[side];
      if (inches !== undefined) page[`${side}Margin`] = Math.round(inches * INCH * 1000) / 1000;
    }
    page.centerHorizontally = setup.horizontalCentered === true;
    page.centerVertically = setup.verticalCentered === true;
    page.printGridlines = setup.showGridLines === true;
    page.printHeadings = setup.showRowColHeaders === true;
    page.printArea = rectsOf(setup.printArea);
    const [rows] = rectsOf(setup.printTitlesRow);
    if (rows) page.titleRows = { row: rows.row, rows: rows.rows };
    const [columns] = rectsOf(setup.printTitlesColumn);
    if (columns) page.titleColumns = { column: columns.column, columns: columns.columns };
  }
  const header = partsOf(texts?.oddHeader);
  const footer = partsOf(texts?.oddFooter);
  page.headersFooters = {
    leftHeader: header.L,
    centerHeader: header.C,
    rightHeader: header.R,
    leftFooter: footer.L,
    centerFooter: footer.C,
    rightFooter: footer.R,
  };
  return page;
}

const INCH = 72;

function rectsOf(text: string | undefined) {
  return (text ?? "").split(",").flatMap((part) => parseAddress(part)?.rect ?? []);
}

/** "&LLeft&CMiddle&RRight" */
function partsOf(text = ""): { L: string; C: string; R: string } {
  const parts = { L: "", C: "", R: "" };
  for (const [, side = "C", content = ""] of text.matchAll(/&([LCR])([\s\S]*?)(?=&[LCR]|$)/g))
    parts[side as "L" | "C" | "R"] = content;
  return parts;
}
