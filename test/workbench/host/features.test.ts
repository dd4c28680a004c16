/** @jest-environment jsdom */
import { ownSheets } from "./own-sheet";

/* Conditional formats, links and the print set-up of a sheet through the real Office.js client. */

const own = ownSheets("Features");
const { model, sheetOf, codeOf } = own;
const formats = () => model.sheet(own.name)?.features.conditionalFormats ?? [];

describe("conditional formats", () => {
  test("a data bar with its colours and bounds", async () => {
    await Excel.run(async (context) => {
      const range = sheetOf(context).getRange("B2:B9");
      const bar = range.conditionalFormats.add("DataBar").dataBar;
      bar.positiveFormat.fillColor = "#0A6E78";
      bar.positiveFormat.gradientFill = false;
      bar.lowerBoundRule = { type: "Number", formula: "0" };
      bar.upperBoundRule = { type: "HighestValue" };
      await context.sync();
      const found = range.conditionalFormats.getItemAt(0);
      found.load("type,priority,stopIfTrue,id");
      found.dataBar.load(
        "lowerBoundRule,positiveFormat/fillColor,positiveFormat/gradientFill,showDataBarOnly",
      );
      found.iconSetOrNullObject.load("style");
      const where = found.getRange();
      where.load("address");
      await context.sync();
      expect([found.type, found.priority, found.stopIfTrue]).toEqual(["DataBar", 0, false]);
      expect(found.dataBar.lowerBoundRule).toEqual({ type: "Number", formula: "0" });
      expect(found.dataBar.positiveFormat.fillColor).toBe("#0A6E78");
      expect(found.dataBar.positiveFormat.gradientFill).toBe(false);
      expect(found.iconSetOrNullObject.isNullObject).toBe(true);
      expect(where.address).toBe(`${own.name}!B2:B9`);
    });
  });

  test("colour scales and icon sets; the last added comes first", async () => {
    await Excel.run(async (context) => {
      const range = sheetOf(context).getRange("C2:C9");
      const scale = range.conditionalFormats.add("ColorScale").colorScale;
      scale.criteria = {
        minimum: { type: "LowestValue", color: "#FFFFFF" },
        midpoint: { type: "Percentile", formula: "50", color: "#CFE3E1" },
        maximum: { type: "HighestValue", color: "#0A6E78" },
      };
      range.conditionalFormats.add("IconSet").iconSet.style = "FourArrows";
      range.conditionalFormats.load("items/type");
      await context.sync();
      expect(range.conditionalFormats.items.map(({ type }) => type)).toEqual(["IconSet", "ColorScale"]);
      const icons = range.conditionalFormats.getItemAt(0).iconSet;
      icons.load("criteria");
      const colours = range.conditionalFormats.getItemAt(1).colorScale;
      colours.load("criteria,threeColorScale");
      await context.sync();
      expect(icons.criteria.map(({ formula }) => formula)).toEqual(["", "25", "50", "75"]);
      expect([colours.threeColorScale, colours.criteria.maximum.color]).toEqual([true, "#0A6E78"]);
    });
  });

  test("clearAll takes a range out of its formats and leaves their other cells", async () => {
    await Excel.run(async (context) => {
      const sheet = sheetOf(context);
      sheet.getRange("B2:C10").conditionalFormats.add("DataBar");
      sheet.getRange("E1:E5").conditionalFormats.add("DataBar");
      await context.sync();
      sheet.getRange("A4:B6").conditionalFormats.clearAll();
      const cleared = sheet.getRange("B4:B6").conditionalFormats.getCount();
      const beside = sheet.getRange("C5").conditionalFormats.getCount();
      const all = sheet.getRange().conditionalFormats.getCount();
      await context.sync();
      expect([cleared.value, beside.value, all.value]).toEqual([0, 1, 2]);
      // 2 columns of 9 cells without 3
      const cells = formats().map(({ ranges }) =>
        ranges.reduce((sum, { rows, columns }) => sum + rows * columns, 0),
      );
      expect(cells).toEqual([5, 15]);
      sheet.getRange("A1:Z20").clear();
      const none = sheet.getRange().conditionalFormats.getCount();
      await context.sync();
      expect(none.value).toBe(0);
    });
  });

  test("they move with their cells", async () => {
    await Excel.run(async (context) => {
      const sheet = sheetOf(context);
      sheet.getRange("B5:B8").conditionalFormats.add("DataBar");
      sheet.getRange("A2:C3").insert("Down");
      sheet.getRange("9:9").delete("Up");
      const where = sheet.getRange().conditionalFormats.getItemAt(0).getRange();
      where.load("address");
      await context.sync();
      expect(where.address).toBe(`${own.name}!B7:B9`);
    });
  });

  test("what is not imitated is refused by name", async () => {
    expect(await codeOf((sheet) => sheet.getRange("A1").conditionalFormats.add("TopBottom"))).toBe(
      "NotImplemented",
    );
    expect(
      await codeOf((sheet) => {
        sheet.getRange("A1:A3").conditionalFormats.add("DataBar").dataBar.positiveFormat.fillColor =
          "teal-ish";
      }),
    ).toBe("InvalidArgument");
  });
});

describe("links", () => {
  test("a link in the workbook: its text, its look, and back", async () => {
    await Excel.run(async (context) => {
      const cell = sheetOf(context).getRange("B2");
      cell.values = [["Win rate"]];
      cell.hyperlink = { documentReference: `'${own.name}'!A40`, screenTip: "Definition" };
      cell.load("values,hyperlink,format/font/color,format/font/underline");
      await context.sync();
      expect(cell.values).toEqual([["Win rate"]]);
      expect(cell.hyperlink).toEqual({
        documentReference: `'${own.name}'!A40`,
        screenTip: "Definition",
        textToDisplay: "Win rate",
      });
      expect([cell.format.font.color, cell.format.font.underline]).toEqual(["#0563C1", "Single"]);
      cell.format.font.color = "#000000";
      cell.load("hyperlink,format/font/color");
      await context.sync();
      expect([cell.format.font.color, cell.hyperlink.screenTip]).toEqual(["#000000", "Definition"]);
    });
  });

  test("a text to display is written as a text, whatever it says; a blank cell shows where it leads", async () => {
    await Excel.run(async (context) => {
      const sheet = sheetOf(context);
      sheet.getRange("A1").hyperlink = {
        documentReference: "Deals!A5",
        textToDisplay: '=HYPERLINK("http://x")',
      };
      sheet.getRange("A2").hyperlink = { address: "https://example.com/" };
      const both = sheet.getRange("A1:A2");
      both.load("values,hyperlink");
      const none = sheet.getRange("A3");
      none.load("hyperlink");
      await context.sync();
      expect(both.values).toEqual([['=HYPERLINK("http://x")'], ["https://example.com/"]]);
      expect(both.hyperlink).toBeNull();
      expect(none.hyperlink).toBeNull();
    });
  });

  test("values written over it leave a link; clear takes it away; it moves with its cell", async () => {
    await Excel.run(async (context) => {
      const sheet = sheetOf(context);
      sheet.getRange("C4").hyperlink = { documentReference: "Deals!A5", textToDisplay: "one" };
      sheet.getRange("C4").values = [["two"]];
      sheet.getRange("B2:D2").insert("Down");
      const moved = sheet.getRange("C5");
      moved.load("hyperlink");
      await context.sync();
      expect(moved.hyperlink).toEqual({ documentReference: "Deals!A5", textToDisplay: "two" });
      moved.clear("Hyperlinks");
      moved.load("hyperlink,values,format/font/underline");
      await context.sync();
      expect([moved.hyperlink, moved.values, moved.format.font.underline]).toEqual([
        null,
        [["two"]],
        "Single",
      ]);
    });
    expect(await codeOf((sheet) => (sheet.getRange("A1").hyperlink = {}))).toBe("InvalidArgument");
  });
});

describe("print set-up", () => {
  test("orientation, one page wide, area, title rows, margins, centred, footer", async () => {
    await Excel.run(async (context) => {
      const sheet = sheetOf(context);
      const layout = sheet.pageLayout;
      layout.orientation = "Landscape";
      layout.paperSize = "A4";
      layout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      layout.centerHorizontally = true;
      layout.setPrintArea("A1:H40");
      layout.setPrintTitleRows("$1:$3");
      layout.setPrintMargins("Centimeters", { left: 1, right: 1 });
      layout.headersFooters.defaultForAllPages.rightFooter = "&P / &N";
      await context.sync();
      layout.load(
        "orientation,paperSize,zoom,centerHorizontally,leftMargin,topMargin,headersFooters/defaultForAllPages/rightFooter",
      );
      const area = layout.getPrintArea();
      const rows = layout.getPrintTitleRowsOrNullObject();
      const columns = layout.getPrintTitleColumnsOrNullObject();
      area.load("address");
      rows.load("address");
      await context.sync();
      expect([layout.orientation, String(layout.paperSize), layout.centerHorizontally]).toEqual([
        "Landscape",
        "A4",
        true,
      ]);
      expect(layout.zoom).toEqual({ horizontalFitToPages: 1, verticalFitToPages: 0 });
      expect(layout.leftMargin).toBeCloseTo(28.35, 2); // 1 cm in points
      expect(layout.topMargin).toBe(54);
      expect(layout.headersFooters.defaultForAllPages.rightFooter).toBe("&P / &N");
      expect([area.address, rows.address, columns.isNullObject]).toEqual([
        `${own.name}!A1:H40`,
        `${own.name}!1:3`,
        true,
      ]);
    });
    expect(await codeOf((sheet) => (sheet.pageLayout.zoom = { scale: 5 }))).toBe("InvalidArgument");
  });

  test("the print area may be given as a range, and grows with rows put into it", async () => {
    await Excel.run(async (context) => {
      const sheet = sheetOf(context);
      sheet.pageLayout.setPrintArea(sheet.getRange("A1:D9"));
      sheet.getRange("5:6").insert("Down");
      const area = sheet.pageLayout.getPrintArea();
      area.load("address");
      await context.sync();
      expect(area.address).toBe(`${own.name}!A1:D11`);
    });
  });
});
