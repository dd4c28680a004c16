import { MAX_COLUMNS } from "./address";
import { moveChart, type Chart } from "./chart";
import { moveFormats, type ConditionalFormat } from "./conditionalFormats";
import { Hyperlinks } from "./hyperlinks";
import { newPageLayout, type PageLayout } from "./pageLayout";
import { shiftRect, type Move } from "./shift";

export type FeatureKind = "charts" | "conditionalFormats" | "links" | "page";

/** What a sheet has beside its cells: charts, conditional formats, links, its way of printing. */
export class SheetFeatures {
  charts: Chart[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  readonly links = new Hyperlinks();
  page: PageLayout = newPageLayout();
  isProtected = false;

  constructor(
    private readonly sheetId: string,
    /** To be told of every change, so that what is drawn can follow. */
    readonly changed: (what: FeatureKind) => void,
  ) {}

  /** Cells of this sheet, or of another that a chart shows, came or went. */
  move(move: Move): void {
    const own = move.sheetId === this.sheetId;
    const shown = this.charts.some(({ series }) =>
      series.some(({ values }) => values?.sheetId === move.sheetId),
    );
    if (this.charts.length > 0 && (own || shown)) {
      for (const chart of this.charts) moveChart(chart, own, move);
      this.changed("charts");
    }
    if (!own) return;
    if (this.conditionalFormats.length > 0) {
      this.conditionalFormats = moveFormats(this.conditionalFormats, move);
      this.changed("conditionalFormats");
    }
    if (this.links.size > 0) {
      this.links.move(move);
      this.changed("links");
    }
    if (this.page.rowBreaks.length > 0) {
      this.page.rowBreaks = this.page.rowBreaks.flatMap((row) => shiftRow(row, move) ?? []);
      this.changed("page");
    }
    this.page.printArea = this.page.printArea.flatMap((rect) => shiftRect(rect, move) ?? []);
  }
}

/** A page break moves with whole rows only. */
function shiftRow(row: number, move: Move): number | undefined {
  if (move.rect.columns < MAX_COLUMNS) return row;
  const moved = shiftRect({ row, column: 0, rows: 1, columns: 1 }, move);
  return moved?.row;
}
