import type { Rect } from "./types";

/** How a sheet is printed. Margins are in points. */
export interface PageLayout {
  orientation: "Portrait" | "Landscape";
  paperSize: string;
  /** Either a scale in per cent, or a number of pages to fit on. */
  zoom: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  centerHorizontally: boolean;
  centerVertically: boolean;
  blackAndWhite: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  leftMargin: number;
  rightMargin: number;
  topMargin: number;
  bottomMargin: number;
  headerMargin: number;
  footerMargin: number;
  printArea: readonly Rect[];
  titleRows: { row: number; rows: number } | undefined;
  titleColumns: { column: number; columns: number } | undefined;
  /** Rows above which a new page begins, in order. */
  rowBreaks: readonly number[];
  headersFooters: Record<HeaderFooterPart, string>;
}

export type HeaderFooterPart =
  "leftHeader" | "centerHeader" | "rightHeader" | "leftFooter" | "centerFooter" | "rightFooter";

/** Excel's own of a new sheet: margins 0.7", 0.75" and 0.3". */
export function newPageLayout(): PageLayout {
  return {
    orientation: "Portrait",
    paperSize: "Letter",
    zoom: { scale: 100 },
    centerHorizontally: false,
    centerVertically: false,
    blackAndWhite: false,
    printGridlines: false,
    printHeadings: false,
    leftMargin: 50.4,
    rightMargin: 50.4,
    topMargin: 54,
    bottomMargin: 54,
    headerMargin: 21.6,
    footerMargin: 21.6,
    printArea: [],
    titleRows: undefined,
    titleColumns: undefined,
    rowBreaks: [],
    headersFooters: {
      leftHeader: "",
      centerHeader: "",
      rightHeader: "",
      leftFooter: "",
      centerFooter: "",
      rightFooter: "",
    },
  };
}
