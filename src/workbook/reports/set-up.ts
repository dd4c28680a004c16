import type { SheetPlan } from "../../reports/plan";

/** Once, when a sheet is made: afterwards widths, print set-up and frozen rows are the person's. */
export function setUpSheet(sheet: Excel.Worksheet, plan: SheetPlan, accent: string): void {
  sheet.tabColor = accent;
  sheet.showGridlines = false;
  plan.widths.forEach((characters, at) => {
    sheet.getRangeByIndexes(0, at, 1, 1).getEntireColumn().format.columnWidth = pointsOf(characters);
  });
  const { pageLayout } = sheet;
  pageLayout.orientation = plan.landscape ? "Landscape" : "Portrait";
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.leftMargin = SIDE_MARGIN;
  pageLayout.rightMargin = SIDE_MARGIN;
  pageLayout.topMargin = SIDE_MARGIN;
  pageLayout.bottomMargin = FOOT_MARGIN;
  pageLayout.setPrintTitleRows(`$1:$${plan.headRows}`);
  pageLayout.headersFooters.defaultForAllPages.rightFooter = "&P / &N";
  pageLayout.headersFooters.defaultForAllPages.leftFooter = "&A";
}

/** In points; the foot has the numbers of the pages in it. What fits on a page is reckoned with these. */
const SIDE_MARGIN = 36;
const FOOT_MARGIN = 50;

/** A character of the usual typeface is 7 pixels wide, and a cell has 5 for its edges; a pixel is 0.75 points. */
function pointsOf(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}
