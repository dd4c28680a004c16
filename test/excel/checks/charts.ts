import type { Check } from "./check";

/** Charts as the reports draw them: made of cells, dressed, moved, changed, found again by name. */
export const chartChecks: readonly Check[] = [
  {
    name: "a chart of bars is made and dressed",
    async run(sheet, context) {
      writeRevenue(sheet);
      // A column of numbers without its head is one series: the reports name it themselves.
      const chart = sheet.charts.add("BarClustered", sheet.getRange("B2:B4"), "Columns");
      chart.name = CHART;
      chart.format.border.lineStyle = "None";
      chart.format.font.size = 9;
      chart.format.font.color = "#595959";
      chart.title.text = "Revenue by month";
      chart.title.format.font.size = 11;
      chart.title.format.font.bold = true;
      chart.title.format.font.color = "#262626";
      chart.legend.visible = false;
      const { categoryAxis, valueAxis } = chart.axes;
      categoryAxis.reversePlotOrder = true;
      categoryAxis.tickLabelSpacing = 1;
      categoryAxis.majorGridlines.visible = false;
      valueAxis.visible = false;
      valueAxis.majorGridlines.visible = false;
      const series = chart.series.getItemAt(0);
      series.name = "Revenue";
      series.setXAxisValues(sheet.getRange("A2:A4"));
      series.format.fill.setSolidColor("#156082");
      series.gapWidth = 50;
      series.hasDataLabels = true;
      series.dataLabels.showValue = true;
      series.dataLabels.position = "OutsideEnd";
      series.dataLabels.numberFormat = "#,##0";
      await context.sync();

      const kept = sheet.charts.getItem(CHART).load("name,chartType,legend/visible");
      kept.title.load("text,format/font/size,format/font/bold,format/font/color");
      kept.format.border.load("lineStyle");
      kept.axes.categoryAxis.load("reversePlotOrder,tickLabelSpacing,majorGridlines/visible");
      kept.axes.valueAxis.load("visible");
      kept.series.load("items/name,items/chartType,items/gapWidth,items/hasDataLabels,count");
      const labels = kept.series.getItemAt(0).dataLabels.load("showValue,position,numberFormat");
      await context.sync();
      const { text, format } = kept.title;
      const { categoryAxis: names, valueAxis: numbers } = kept.axes;
      return {
        chart: [kept.name, kept.chartType, kept.legend.visible, kept.format.border.lineStyle],
        title: [text, format.font.size, format.font.bold, format.font.color],
        names: [names.reversePlotOrder, names.tickLabelSpacing, names.majorGridlines.visible],
        numbers: numbers.visible,
        series: kept.series.items.map((each) => [
          ...[each.name, each.chartType, each.gapWidth, each.hasDataLabels],
        ]),
        labels: [labels.showValue, labels.position, labels.numberFormat],
      };
    },
  },
  {
    name: "a chart of columns with a line for the target",
    async run(sheet, context) {
      writeRevenue(sheet);
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("B2:B4"), "Columns");
      const target = chart.series.add("Target");
      target.setValues(sheet.getRange("C2:C4"));
      target.setXAxisValues(sheet.getRange("A2:A4"));
      target.chartType = "Line";
      target.format.line.color = "#595959";
      target.format.line.lineStyle = "Dash";
      target.markerStyle = "None";
      chart.legend.visible = true;
      chart.legend.position = "Top";
      const { valueAxis } = chart.axes;
      valueAxis.linkNumberFormat = false;
      valueAxis.numberFormat = "0.0";
      valueAxis.majorGridlines.visible = true;
      valueAxis.majorGridlines.format.line.color = "#E1E1E1";
      await context.sync();

      chart.legend.load("visible,position");
      valueAxis.load("linkNumberFormat,numberFormat,visible");
      valueAxis.majorGridlines.load("visible,format/line/color");
      chart.series.load("items/chartType,items/markerStyle");
      const { line } = chart.series.getItemAt(1).format;
      line.load("color,lineStyle");
      await context.sync();
      const { linkNumberFormat, numberFormat, visible, majorGridlines } = valueAxis;
      return {
        legend: [chart.legend.visible, chart.legend.position],
        numbers: [linkNumberFormat, numberFormat, visible],
        gridlines: [majorGridlines.visible, majorGridlines.format.line.color],
        types: chart.series.items.map(({ chartType }) => chartType),
        target: [chart.series.items[1]?.markerStyle, line.color, line.lineStyle],
      };
    },
  },
  {
    name: "an axis that is not shown takes formats all the same",
    async run(sheet, context) {
      writeRevenue(sheet);
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("B2:B4"), "Columns");
      const { valueAxis } = chart.axes;
      valueAxis.visible = false;
      await context.sync();
      // A refresh writes these again, whether the axis is shown or not.
      valueAxis.linkNumberFormat = false;
      valueAxis.numberFormat = "0.0%";
      valueAxis.visible = false;
      valueAxis.majorGridlines.visible = false;
      valueAxis.majorGridlines.format.line.color = "#E1E1E1";
      await context.sync();
      valueAxis.visible = true;
      valueAxis.load("visible,numberFormat,majorGridlines/visible");
      await context.sync();
      return [valueAxis.visible, valueAxis.numberFormat, valueAxis.majorGridlines.visible];
    },
  },
  {
    name: "a chart that is not there, asked for by its name",
    async run(sheet, context) {
      const chart = sheet.charts.getItemOrNullObject("None").load("name,left,series/count");
      await context.sync();
      return chart.isNullObject;
    },
  },
  {
    name: "series of a chart come, get other cells and go",
    needs: "1.12",
    async run(sheet, context) {
      writeRevenue(sheet);
      const { series } = sheet.charts.add("Line", sheet.getRange("B2:B3"), "Columns");
      series.getItemAt(0).setValues(sheet.getRange("B2:B4"));
      for (const name of ["Target", "Last year"]) {
        const added = series.add(name);
        added.setValues(sheet.getRange("C2:C4"));
        added.setXAxisValues(sheet.getRange("A2:A4"));
      }
      series.load("count");
      const drawn = [0, 1, 2].map((at) => series.getItemAt(at).getDimensionValues("Values"));
      const names = series.getItemAt(1).getDimensionValues("Categories");
      await context.sync();
      const before = series.count;
      for (let at = before - 1; at >= 1; at--) series.getItemAt(at).delete();
      series.load("count");
      await context.sync();
      return { before, drawn: drawn.map(({ value }) => value), names: names.value, after: series.count };
    },
  },
  {
    name: "a chart over cells, moved, with rows put in above it, deleted",
    async run(sheet, context) {
      writeRevenue(sheet);
      const chart = sheet.charts.add("ColumnStacked", sheet.getRange("B2:B4"), "Columns");
      chart.name = CHART;
      chart.setPosition(sheet.getCell(9, 1), sheet.getCell(19, 4));
      const covered = sheet.getRange("B10:E20").load("left,top,width,height");
      chart.load("id,left,top,width,height");
      await context.sync();
      const over = SIDES.map((side) => isNear(chart[side], covered[side]));

      sheet.getRangeByIndexes(5, 0, 2, 1).getEntireRow().insert("Down");
      const below = sheet.getRange("B12:E22").load("left,top,width,height");
      chart.load("left,top,width,height");
      await context.sync();
      const along = SIDES.map((side) => isNear(chart[side], below[side]));

      chart.left = 30;
      chart.top = 120;
      chart.width = 240;
      chart.height = 150;
      sheet.charts.load(
        "items/id,items/name,items/left,items/top,items/width,items/height,items/series/count",
      );
      await context.sync();
      const listed = sheet.charts.items.map(({ id, name, left, top, width, height, series }) => ({
        ...{ known: id === chart.id && id !== "", name, series: series.count },
        place: [left, top, width, height].map((points, at) => isNear(points, [30, 120, 240, 150][at])),
      }));
      sheet.charts.getItem(CHART).delete();
      sheet.charts.load("items/id");
      await context.sync();
      return { over, along, listed, left: sheet.charts.items.length };
    },
  },
];

const CHART = "SalesReport_check";
const SIDES = ["left", "top", "width", "height"] as const;

function writeRevenue(sheet: Excel.Worksheet): void {
  sheet.getRange("A1:C4").values = [
    ["Month", "Revenue", "Target"],
    ["Jan", 10, 12],
    ["Feb", 14, 12],
    ["Mar", 9, 12],
  ];
}

/** Excel rounds points to pixels of the screen: one of them at 100 % is 0.75 points. */
function isNear(points: number, wanted: number | undefined): boolean {
  return wanted !== undefined && Math.abs(points - wanted) < 1.5;
}
