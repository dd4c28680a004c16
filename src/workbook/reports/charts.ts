import type { PlannedArea, PlannedChart, PlannedSeries } from "../../reports/plan";
import type { FormerChart } from "./former";

/** The name of a chart in its sheet, by which it is found again. */
export function chartName(id: string): string {
  return `SalesReport_${id}`;
}

/** Where a report's charts stand: its sheet, its first cell, and the accent colour of the workbook's theme. */
export interface ChartGround {
  readonly sheet: Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly accent: string;
}

const TYPES = {
  column: "ColumnClustered",
  bar: "BarClustered",
  line: "Line",
  stackedColumn: "ColumnStacked",
} as const;

const QUIET = "#595959";
const LIGHT = "#BFBFBF";
const GRID = "#E1E1E1";
const TEXT_SIZE = 9;
const TITLE_SIZE = 11;
/** Excel refuses more. */
const LONGEST_TITLE = 255;
/** Up to so many bars have their numbers written on them, and no axis of numbers. */
const FEW_BARS = 16;

export function addChart(ground: ChartGround, planned: PlannedChart): void {
  const first = planned.series[0]?.values ?? planned.categories;
  const chart = ground.sheet.charts.add(TYPES[planned.type], cells(ground, first), "Columns");
  chart.name = chartName(planned.id);
  chart.format.border.lineStyle = "None";
  chart.format.font.size = TEXT_SIZE;
  chart.format.font.color = QUIET;
  chart.title.format.font.size = TITLE_SIZE;
  chart.title.format.font.bold = true;
  chart.title.format.font.color = "#262626";
  updateChart(ground, chart, planned, 1);
  placeChart(ground, chart, planned.place);
}

/** New data and words in a chart that is there; its place and the person's formats stay. */
export function updateChart(
  ground: ChartGround,
  chart: Excel.Chart,
  planned: PlannedChart,
  present: number,
): void {
  chart.title.text = planned.title.slice(0, LONGEST_TITLE);
  planned.series.forEach((series, at) => {
    const drawn = at < present ? chart.series.getItemAt(at) : chart.series.add(series.name);
    drawn.name = series.name;
    drawn.setValues(cells(ground, series.values));
    drawn.setXAxisValues(cells(ground, planned.categories));
    dressSeries(drawn, series, planned, ground.accent);
  });
  for (let at = present - 1; at >= planned.series.length; at--) chart.series.getItemAt(at).delete();
  dressAxes(chart, planned);
}

export function placeChart(
  { sheet, row, column }: ChartGround,
  chart: Excel.Chart,
  place: PlannedArea,
): void {
  chart.setPosition(
    sheet.getCell(row + place.row, column + place.column),
    sheet.getCell(row + place.row + place.rows - 1, column + place.column + place.columns - 1),
  );
}

/** Back to where a person had put it. */
export function putBack(chart: Excel.Chart, { left, top, width, height }: FormerChart): void {
  chart.left = left;
  chart.top = top;
  chart.width = width;
  chart.height = height;
}

export function sameChart(one: PlannedChart | undefined, other: PlannedChart): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}

export function samePlace(one: PlannedArea, other: PlannedArea): boolean {
  return (
    one.row === other.row &&
    one.column === other.column &&
    one.rows === other.rows &&
    one.columns === other.columns
  );
}

/** Actual is solid, the former light, a target a line. */
function dressSeries(
  drawn: Excel.ChartSeries,
  { look }: PlannedSeries,
  { type, series }: PlannedChart,
  accent: string,
): void {
  if (look === "target") {
    drawn.chartType = "Line";
    drawn.format.line.color = QUIET;
    drawn.format.line.lineStyle = "Dash";
    drawn.markerStyle = "None";
    return;
  }
  const color = look === "actual" ? accent : LIGHT;
  if (type === "line") {
    drawn.format.line.color = color;
    drawn.markerStyle = "None";
  } else {
    if (type !== "stackedColumn" || series.length < 2) drawn.format.fill.setSolidColor(color);
    drawn.gapWidth = 50;
  }
}

function dressAxes(chart: Excel.Chart, { type, series, categories, format }: PlannedChart): void {
  const { categoryAxis, valueAxis } = chart.axes;
  const [first] = series;
  const labelled =
    series.length === 1 && (type === "bar" || type === "column") && categories.rows <= FEW_BARS;
  chart.legend.visible = series.length > 1;
  if (series.length > 1) chart.legend.position = "Top";
  valueAxis.linkNumberFormat = false;
  valueAxis.numberFormat = format;
  valueAxis.majorGridlines.visible = !labelled;
  if (!labelled) valueAxis.majorGridlines.format.line.color = GRID;
  // Last: an axis that is not shown may not take formats.
  valueAxis.visible = !labelled;
  categoryAxis.majorGridlines.visible = false;
  // The first row of the table is the uppermost bar.
  if (type === "bar") {
    categoryAxis.reversePlotOrder = true;
    // Every bar has its name, however close they stand.
    categoryAxis.tickLabelSpacing = 1;
  }
  if (first === undefined) return;
  const drawn = chart.series.getItemAt(0);
  drawn.hasDataLabels = labelled;
  if (labelled) {
    drawn.dataLabels.showValue = true;
    drawn.dataLabels.position = "OutsideEnd";
    drawn.dataLabels.numberFormat = format;
  }
}

function cells({ sheet, row, column }: ChartGround, area: PlannedArea): Excel.Range {
  return sheet.getRangeByIndexes(row + area.row, column + area.column, area.rows, area.columns);
}
