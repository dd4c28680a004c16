import { refusal, SHEET, type Check } from "./check";

/** Sheets as the reports set them up, and blocks of cells that grow and shrink under a hidden name. */
export const sheetChecks: readonly Check[] = [
  {
    name: "a sheet's tab, gridlines and frozen rows",
    async run(sheet, context) {
      sheet.tabColor = "#156082";
      sheet.showGridlines = false;
      sheet.freezePanes.freezeRows(3);
      sheet.load("tabColor,showGridlines");
      const frozen = sheet.freezePanes.getLocationOrNullObject().load("rowIndex,rowCount");
      await context.sync();
      return [sheet.tabColor, sheet.showGridlines, frozen.rowIndex, frozen.rowCount];
    },
  },
  {
    name: "print set-up: one page wide, heads on each page, page numbers",
    async run(sheet, context) {
      const { pageLayout } = sheet;
      pageLayout.orientation = "Landscape";
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.setPrintTitleRows("$1:$3");
      pageLayout.leftMargin = 36;
      pageLayout.rightMargin = 36;
      pageLayout.topMargin = 36;
      pageLayout.bottomMargin = 50;
      const { defaultForAllPages } = pageLayout.headersFooters;
      defaultForAllPages.rightFooter = "&P / &N";
      defaultForAllPages.leftFooter = "&A";
      await context.sync();
      pageLayout.load("orientation,zoom,leftMargin,rightMargin,topMargin,bottomMargin");
      defaultForAllPages.load("leftFooter,rightFooter");
      const heads = pageLayout.getPrintTitleRowsOrNullObject().load("rowIndex,rowCount");
      await context.sync();
      const { horizontalFitToPages, verticalFitToPages } = pageLayout.zoom;
      return {
        orientation: pageLayout.orientation,
        margins: [
          pageLayout.leftMargin,
          pageLayout.rightMargin,
          pageLayout.topMargin,
          pageLayout.bottomMargin,
        ],
        // As many pages high as it takes: 0, or not told.
        pages: [horizontalFitToPages, verticalFitToPages ?? 0],
        heads: [heads.rowIndex, heads.rowCount],
        footers: [defaultForAllPages.leftFooter, defaultForAllPages.rightFooter],
      };
    },
  },
  {
    name: "whether a sheet is protected",
    async run(sheet, context) {
      const protection = sheet.protection.load("protected");
      await context.sync();
      return protection.protected;
    },
  },
  {
    name: "page breaks: told by the rows below them, moved by whole rows only",
    async run(sheet, context) {
      const breaks = sheet.horizontalPageBreaks;
      sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
      for (const row of [39, 19, 29]) breaks.add(sheet.getCell(row, 0));
      const look = async () => {
        breaks.load("items/rowIndex");
        await context.sync();
        return breaks.items.map(({ rowIndex }) => rowIndex);
      };
      const added = await look();
      breaks.getItem(1).delete();
      const oneLess = await look();
      sheet.getRangeByIndexes(5, 0, 2, 2).insert("Down");
      const cellsIn = await look();
      sheet.getRangeByIndexes(5, 0, 2, 2).getEntireRow().insert("Down");
      const rowsIn = await look();
      breaks.removePageBreaks();
      return { added, oneLess, cellsIn, rowsIn, none: await look() };
    },
  },
  {
    name: "a block grows and shrinks within a hidden name",
    run: (sheet, context) =>
      withName(context, async (names) => {
        fillBlock(sheet);
        sheet.getRange("D4:D8").values = [["beside"], [""], [""], [""], ["=A8"]];
        sheet.getRange("A3:B3").format.font.bold = true;
        names.add(NAME, sheet.getRange("A1:B4")).visible = false;
        await context.sync();
        const look = async () => {
          const item = names.getItem(NAME).load("name,formula,visible");
          const range = item.getRange().load("address,rowCount");
          const cells = sheet.getRange("A1:D10").load("formulas");
          const fresh = sheet.getRange("A4").load("format/font/bold");
          await context.sync();
          return {
            name: [item.name, item.formula, item.visible, range.address, range.rowCount],
            bold: fresh.format.font.bold,
            cells: cells.formulas,
          };
        };
        sheet.getRangeByIndexes(3, 0, 2, 2).insert("Down");
        sheet.getRangeByIndexes(3, 0, 2, 2).clear("Formats");
        const grown = await look();
        sheet.getRangeByIndexes(2, 0, 3, 2).delete("Up");
        const shrunk = await look();
        sheet.getRangeByIndexes(2, 0, 1, 2).getEntireRow().insert("Down");
        const wholeRows = await look();
        names.getItem(NAME).formula = `='${SHEET}'!$A$1:$C$4`;
        return { grown, shrunk, wholeRows, given: (await look()).name };
      }),
  },
  {
    name: "a hidden name whose cells are gone",
    run: (sheet, context) =>
      withName(context, async (names) => {
        fillBlock(sheet);
        names.add(NAME, sheet.getRange("A1:B4")).visible = false;
        await context.sync();
        sheet.getRange("A1:B4").delete("Up");
        const look = async () => {
          const item = names.getItemOrNullObject(NAME).load("name");
          const range = item.getRangeOrNullObject().load("rowIndex,columnIndex,rowCount,columnCount");
          range.worksheet.load("id,name");
          await context.sync();
          return { name: item.isNullObject, range: range.isNullObject };
        };
        const broken = await look();
        names.getItem(NAME).delete();
        return { broken, deleted: await look() };
      }),
  },
  {
    // A copy of a sheet brings a name of its own along, alike to the workbook's.
    name: "of two names alike, the workbook's is told while the sheet of the other is in front",
    run: (sheet, context) =>
      withName(context, async (names) => {
        names.add(NAME, sheet.getRange("A1:B4"));
        const copy = sheet.names.add(NAME, sheet.getRange("D1:E2"));
        sheet.activate();
        await context.sync();
        const item = names.getItemOrNullObject(NAME).load("scope");
        const range = item.getRangeOrNullObject().load("address");
        await context.sync();
        copy.delete();
        await context.sync();
        return [item.scope, range.address];
      }),
  },
  {
    name: "a wider table below does not let cells move",
    async run(sheet, context) {
      sheet.getRange("A6:C7").values = [
        ["Owner", "Won", "Lost"],
        ["Ana", 1, 2],
      ];
      const table = sheet.tables.add("A6:C7", true);
      await context.sync();
      sheet.getRange("A2:B3").insert("Down");
      const answer = await context.sync().then(() => "taken", refusal);
      const stays = table.getRange().load("address");
      await context.sync();
      const before = stays.address;
      sheet.getRange("A2:B3").getEntireRow().insert("Down");
      const moved = table.getRange().load("address");
      await context.sync();
      return [answer, before, moved.address];
    },
  },
];

const NAME = "SalesReport_check";

/** A name is the workbook's, not the sheet's: it goes whatever happens. */
async function withName<T>(
  context: Excel.RequestContext,
  act: (names: Excel.NamedItemCollection) => Promise<T>,
): Promise<T> {
  const { names } = context.workbook;
  try {
    return await act(names);
  } finally {
    names.getItemOrNullObject(NAME).delete();
    await context.sync();
  }
}

/** A report of three rows and a blank one, and a note below it. */
function fillBlock(sheet: Excel.Worksheet): void {
  sheet.getRange("A1:B3").values = [
    ["Owner", "Won"],
    ["Ana", 1],
    ["Bo", 2],
  ];
  sheet.getRange("A8:B8").formulas = [["note", "=SUM(B1:B3)"]];
}
