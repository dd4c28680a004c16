/** @jest-environment jsdom */
import { ownSheets } from "./own-sheet";

/* Charts through the real Office.js client. What is expected is what Excel documents, or does. */

const own = ownSheets("Charts");
const { model, sheetOf } = own;

async function withRevenue<T>(
  act: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>,
): Promise<T> {
  return Excel.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("A1:C4").values = [
      ["Month", "Revenue", "Last year"],
      ["Jan", 10, 8],
      ["Feb", 12, 9],
      ["Mar", 15, 11],
    ];
    await context.sync();
    return act(context, sheet);
  });
}

async function codeOf(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
  } catch (error) {
    return (error as OfficeExtension.Error).code;
  }
  return "";
}

test("a chart takes its series from columns, names from heads, categories from the first column", async () => {
  await withRevenue(async (context, sheet) => {
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Auto");
    chart.load("name,chartType,id");
    chart.title.load("text,visible");
    chart.series.load("items/name,items/chartType,count");
    await context.sync();
    expect([chart.chartType, chart.title.text, chart.title.visible]).toEqual([
      "ColumnClustered",
      "Chart Title",
      true,
    ]);
    expect(chart.name).toMatch(/^Chart \d+$/);
    expect(chart.series.items.map((series) => series.name)).toEqual(["Revenue", "Last year"]);
    const second = chart.series.getItemAt(1);
    const [values, categories] = [
      second.getDimensionValues("Values"),
      second.getDimensionValues("Categories"),
    ];
    await context.sync();
    expect(values.value).toEqual([8, 9, 11]);
    expect(categories.value).toEqual(["Jan", "Feb", "Mar"]);
  });
});

test("series by rows; a chart of one series is titled by it", async () => {
  await withRevenue(async (context, sheet) => {
    const rows = sheet.charts.add("Line", sheet.getRange("A1:C4"), "Rows");
    rows.series.load("items/name");
    const single = sheet.charts.add("BarClustered", sheet.getRange("A1:B4"));
    single.title.load("text");
    await context.sync();
    expect(rows.series.items.map((series) => series.name)).toEqual(["Jan", "Feb", "Mar"]);
    expect(single.title.text).toBe("Revenue");
  });
});

test("formats are kept, also those of axes, lines and labels", async () => {
  await withRevenue(async (context, sheet) => {
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"));
    chart.name = "revenue";
    chart.title.text = "Revenue grew by half";
    chart.title.format.font.size = 12;
    chart.title.format.font.color = "#333333";
    chart.legend.visible = false;
    chart.axes.valueAxis.minimum = 0;
    chart.axes.valueAxis.numberFormat = "#,##0";
    chart.axes.valueAxis.majorGridlines.visible = false;
    chart.axes.categoryAxis.format.font.size = 8;
    chart.format.border.lineStyle = "None";
    const [first, second] = [chart.series.getItemAt(0), chart.series.getItemAt(1)];
    first.format.fill.setSolidColor("#0A6E78");
    first.gapWidth = 60;
    first.hasDataLabels = true;
    first.dataLabels.numberFormat = "0.0";
    first.dataLabels.position = "OutsideEnd";
    second.chartType = "Line";
    second.format.line.color = "#999999";
    second.format.line.weight = 1.5;
    second.markerStyle = "None";
    await context.sync();

    const kept = sheetOf(context).charts.getItem("revenue");
    kept.load(
      "title/text,title/format/font/size,title/format/font/color,legend/visible,axes/valueAxis/minimum,axes/valueAxis/numberFormat,axes/valueAxis/majorGridlines/visible,axes/categoryAxis/format/font/size,format/border/lineStyle",
    );
    kept.series.load(
      "items/chartType,items/gapWidth,items/hasDataLabels,items/format/line/color,items/format/line/weight,items/markerStyle,items/dataLabels/numberFormat",
    );
    await context.sync();
    expect([kept.title.text, kept.title.format.font.size, kept.title.format.font.color]).toEqual([
      "Revenue grew by half",
      12,
      "#333333",
    ]);
    expect([kept.legend.visible, kept.format.border.lineStyle]).toEqual([false, "None"]);
    const { valueAxis, categoryAxis } = kept.axes;
    expect([valueAxis.minimum, valueAxis.numberFormat, valueAxis.majorGridlines.visible]).toEqual([
      0,
      "#,##0",
      false,
    ]);
    expect(categoryAxis.format.font.size).toBe(8);
    const [one, two] = kept.series.items;
    expect([one?.chartType, one?.gapWidth, one?.hasDataLabels, one?.dataLabels.numberFormat]).toEqual([
      "ColumnClustered",
      60,
      true,
      "0.0",
    ]);
    expect([two?.chartType, two?.format.line.color, two?.format.line.weight, two?.markerStyle]).toEqual([
      "Line",
      "#999999",
      1.5,
      "None",
    ]);
    expect(model.sheet(own.name)?.features.charts[0]?.series[0]?.fill).toBe("#0A6E78");
  });
});

test("setData keeps the formats of the series; series can have cells of their own", async () => {
  await withRevenue(async (context, sheet) => {
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"));
    chart.name = "grows";
    chart.series.getItemAt(0).format.fill.setSolidColor("#0A6E78");
    await context.sync();
    sheet.getRange("A5:C5").values = [["Apr", 20, 12]];
    chart.setData(sheet.getRange("A1:B5"), "Columns");
    const target = chart.series.add("Target");
    target.setValues(sheet.getRange("C2:C5"));
    target.setXAxisValues(sheet.getRange("A2:A5"));
    await context.sync();
    const values = [0, 1].map((at) => chart.series.getItemAt(at).getDimensionValues("Values"));
    chart.series.load("items/name");
    await context.sync();
    expect(values.map(({ value }) => value)).toEqual([
      [10, 12, 15, 20],
      [8, 9, 11, 12],
    ]);
    expect(chart.series.items.map((series) => series.name)).toEqual(["Revenue", "Target"]);
    expect(model.sheet(own.name)?.features.charts[0]?.series[0]?.fill).toBe("#0A6E78");
    chart.series.getItemAt(1).delete();
    chart.series.load("count");
    await context.sync();
    expect(chart.series.count).toBe(1);
  });
});

test("position: over cells, in points, and along with cells that move or grow", async () => {
  await withRevenue(async (context, sheet) => {
    const chart = sheet.charts.add("Line", sheet.getRange("A1:C4"));
    chart.setPosition("B6", "D10");
    const area = sheet.getRange("B6:D10");
    area.load("left,top,width,height");
    chart.load("left,top,width,height");
    await context.sync();
    const at = () => [chart.left, chart.top, chart.width, chart.height];
    expect(at()).toEqual([area.left, area.top, area.width, area.height]);

    sheet.getRange("2:3").insert("Down"); // whole rows above it
    chart.load("left,top,width,height");
    await context.sync();
    expect([chart.top, chart.height]).toEqual([area.top + 2 * 15, area.height]);
    const values = chart.series.getItemAt(0).getDimensionValues("Values");
    await context.sync();
    expect(values.value).toEqual([10, 12, 15]);

    sheet.getRange("B12:D12").getEntireRow().insert("Down"); // within it
    sheet.getRange("C:C").format.columnWidth = 100;
    chart.load("left,top,width,height");
    const wide = sheet.getRange("B8:D13");
    wide.load("left,top,width,height");
    await context.sync();
    expect(at()).toEqual([wide.left, wide.top, wide.width, wide.height]);

    chart.left = 30;
    chart.width = 200;
    chart.load("left,width");
    await context.sync();
    expect([chart.left, chart.width]).toEqual([30, 200]);
  });
});

test("charts are found by name, counted, deleted; none is no error with OrNullObject", async () => {
  await withRevenue(async (context, sheet) => {
    sheet.charts.add("Line", sheet.getRange("A1:B4")).name = "one";
    sheet.charts.add("Pie", sheet.getRange("A1:B4")).name = "two";
    sheet.charts.load("count,items/name");
    const none = sheet.charts.getItemOrNullObject("three");
    await context.sync();
    expect(none.isNullObject).toBe(true);
    expect(sheet.charts.items.map((chart) => chart.name)).toEqual(["one", "two"]);
    sheet.charts.getItem("ONE").delete();
    const count = sheet.charts.getCount();
    await context.sync();
    expect(count.value).toBe(1);
  });
  expect(
    await codeOf(() => Excel.run((context) => (sheetOf(context).charts.getItem("one"), context.sync()))),
  ).toBe("ItemNotFound");
  expect(
    await codeOf(() =>
      Excel.run((context) => {
        const sheet = sheetOf(context);
        sheet.charts.add("Sunburst", sheet.getRange("A1:B4"));
        return context.sync();
      }),
    ),
  ).toBe("NotImplemented");
});

test("a chart of another sheet's cells follows them, and loses them with the sheet", async () => {
  await withRevenue(async (context) => {
    const other = context.workbook.worksheets.add(`${own.name}b`);
    const chart = other.charts.add("Line", sheetOf(context).getRange("A1:B4"));
    chart.name = "elsewhere";
    await context.sync();
    sheetOf(context).getRange("A1:C1").insert("Down");
    const values = chart.series.getItemAt(0).getDimensionValues("Values");
    await context.sync();
    expect(values.value).toEqual([10, 12, 15]);
    sheetOf(context).delete();
    const gone = chart.series.getItemAt(0).getDimensionValues("Values");
    await context.sync();
    expect(gone.value).toEqual([]);
  });
});
