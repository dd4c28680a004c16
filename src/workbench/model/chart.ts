import { shiftRect, type Move } from "./shift";
import type { Rect, Sheet } from "./types";

/** Cells a chart shows. */
export interface ChartSource {
  sheetId: string;
  rect: Rect;
}

export interface ChartFont {
  bold: boolean;
  italic: boolean;
  underline: string;
  color: string;
  name: string;
  size: number;
}

/** An empty colour is the automatic one. */
export interface ChartLine {
  color: string;
  lineStyle: string;
  weight: number;
}

export interface ChartText {
  text: string;
  visible: boolean;
  font: ChartFont;
}

export interface ChartAxis {
  visible: boolean;
  /** "" leaves a limit to the chart. */
  minimum: number | "";
  maximum: number | "";
  majorUnit: number | "";
  numberFormat: string;
  linkNumberFormat: boolean;
  reversePlotOrder: boolean;
  tickLabelPosition: string;
  majorTickMark: string;
  minorTickMark: string;
  tickLabelSpacing: number | "";
  categoryType: string;
  majorGridlines: { visible: boolean; line: ChartLine };
  minorGridlines: { visible: boolean; line: ChartLine };
  title: ChartText;
  font: ChartFont;
  line: ChartLine;
}

export interface ChartLabels {
  showValue: boolean;
  showSeriesName: boolean;
  showCategoryName: boolean;
  showLegendKey: boolean;
  showPercentage: boolean;
  position: string;
  separator: string;
  numberFormat: string;
  linkNumberFormat: boolean;
  font: ChartFont;
}

export interface ChartSeries {
  /** A name given as text, before the one its cell holds. */
  name: string | undefined;
  nameSource: ChartSource | undefined;
  values: ChartSource | undefined;
  categories: ChartSource | undefined;
  chartType: string;
  fill: string;
  filled: boolean;
  line: ChartLine;
  hasDataLabels: boolean;
  labels: ChartLabels;
  gapWidth: number;
  overlap: number;
  smooth: boolean;
  axisGroup: string;
  filtered: boolean;
  markerStyle: string;
  markerSize: number;
  markerBackgroundColor: string;
  markerForegroundColor: string;
  /** Colours of single points, by index. */
  points: Map<number, { fill: string; hasDataLabel: boolean | undefined }>;
}

/** A place within a cell, in pixels from its corner. */
export interface Corner {
  row: number;
  column: number;
  x: number;
  y: number;
}

/** Charts move and grow with the cells under them, which is Excel's way unless told otherwise. */
export interface Chart {
  readonly id: string;
  name: string;
  chartType: string;
  from: Corner;
  to: Corner;
  title: ChartText & { overlay: boolean; position: string; horizontalAlignment: string };
  legend: { visible: boolean; position: string; overlay: boolean; font: ChartFont };
  categoryAxis: ChartAxis;
  valueAxis: ChartAxis;
  series: ChartSeries[];
  area: { fill: string; filled: boolean; border: ChartLine; roundedCorners: boolean; font: ChartFont };
  plot: { fill: string; filled: boolean };
}

/** Where a chart is, in pixels from the sheet's corner. */
export interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

export function newChart(id: string, name: string, chartType: string): Chart {
  const [categoryAxis, valueAxis] = [newAxis(false), newAxis(true)];
  return {
    id,
    name,
    chartType,
    from: { row: 0, column: 0, x: 0, y: 0 },
    to: { row: 0, column: 0, x: 0, y: 0 },
    title: {
      text: "Chart Title",
      visible: true,
      overlay: false,
      position: "Top",
      horizontalAlignment: "Center",
      font: newFont(14),
    },
    legend: { visible: true, position: "Bottom", overlay: false, font: newFont(9) },
    categoryAxis,
    valueAxis,
    series: [],
    area: {
      fill: "#FFFFFF",
      filled: true,
      border: newLine("#D9D9D9"),
      roundedCorners: false,
      font: newFont(10),
    },
    plot: { fill: "", filled: false },
  };
}

export function newSeries(chartType: string): ChartSeries {
  return {
    name: undefined,
    nameSource: undefined,
    values: undefined,
    categories: undefined,
    chartType,
    fill: "",
    filled: true,
    line: newLine(""),
    hasDataLabels: false,
    labels: {
      showValue: true,
      showSeriesName: false,
      showCategoryName: false,
      showLegendKey: false,
      showPercentage: false,
      position: "BestFit",
      separator: ", ",
      numberFormat: "General",
      linkNumberFormat: true,
      font: newFont(9),
    },
    gapWidth: 150,
    overlap: 0,
    smooth: false,
    axisGroup: "Primary",
    filtered: false,
    markerStyle: "Automatic",
    markerSize: 5,
    markerBackgroundColor: "",
    markerForegroundColor: "",
    points: new Map(),
  };
}

function newAxis(ofValues: boolean): ChartAxis {
  return {
    visible: true,
    minimum: "",
    maximum: "",
    majorUnit: "",
    numberFormat: "General",
    linkNumberFormat: true,
    reversePlotOrder: false,
    tickLabelPosition: "NextToAxis",
    majorTickMark: "None",
    minorTickMark: "None",
    tickLabelSpacing: "",
    categoryType: "Automatic",
    majorGridlines: { visible: ofValues, line: newLine("#D9D9D9") },
    minorGridlines: { visible: false, line: newLine("#F2F2F2") },
    title: { text: "Axis Title", visible: false, font: newFont(10) },
    font: newFont(9),
    line: newLine("#D9D9D9"),
  };
}

function newFont(size: number): ChartFont {
  return { bold: false, italic: false, underline: "None", color: "#595959", name: "Calibri", size };
}

function newLine(color: string): ChartLine {
  return { color, lineStyle: "Continuous", weight: 0.75 };
}

/** Where the chart is now, by the sizes of the sheet's columns and rows. */
export function frameOf(sheet: Sheet, { from, to }: Chart): Frame {
  const { width, height } = sizes(sheet);
  const [left, top] = [along(from.column, from.x, width), along(from.row, from.y, height)];
  const [right, bottom] = [along(to.column, to.x, width), along(to.row, to.y, height)];
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

/** Lets the chart stand there from now on. */
export function place(sheet: Sheet, chart: Chart, { left, top, width, height }: Frame): void {
  chart.from = cornerAt(sheet, left, top);
  chart.to = cornerAt(sheet, left + width, top + height);
}

export function placeOver(chart: Chart, first: Rect, last: Rect): void {
  chart.from = { row: first.row, column: first.column, x: 0, y: 0 };
  chart.to = { row: last.row + last.rows, column: last.column + last.columns, x: 0, y: 0 };
}

/** What the chart lies over goes with the cells that move, and so does what it shows. */
export function moveChart(chart: Chart, own: boolean, move: Move): void {
  if (own) {
    const { from, to } = chart;
    const rect = {
      row: from.row,
      column: from.column,
      rows: Math.max(1, to.row - from.row + (to.y > 0 ? 1 : 0)),
      columns: Math.max(1, to.column - from.column + (to.x > 0 ? 1 : 0)),
    };
    const now = shiftRect(rect, move) ?? { ...rect, row: move.rect.row, column: move.rect.column };
    const down = now.row + now.rows - rect.row - rect.rows;
    const right = now.column + now.columns - rect.column - rect.columns;
    chart.from = { ...from, row: now.row, column: now.column };
    chart.to = { ...to, row: to.row + down, column: to.column + right };
  }
  for (const series of chart.series) {
    series.values = moveSource(series.values, move);
    series.categories = moveSource(series.categories, move);
    series.nameSource = moveSource(series.nameSource, move);
  }
}

function moveSource(source: ChartSource | undefined, move: Move): ChartSource | undefined {
  if (source?.sheetId !== move.sheetId) return source;
  const rect = shiftRect(source.rect, move);
  return rect && { ...source, rect };
}

/** What is hidden takes no room. */
function sizes(sheet: Sheet) {
  return {
    width: (column: number) => (sheet.columnHidden(column) ? 0 : sheet.columnWidth(column)),
    height: (row: number) => (sheet.rowHidden(row) ? 0 : sheet.rowHeight(row)),
  };
}

function along(cells: number, rest: number, size: (index: number) => number): number {
  let sum = rest;
  for (let index = 0; index < cells; index++) sum += size(index);
  return sum;
}

function cornerAt(sheet: Sheet, left: number, top: number): Corner {
  const { width, height } = sizes(sheet);
  const [column, x] = cellAt(left, width);
  const [row, y] = cellAt(top, height);
  return { row, column, x, y };
}

function cellAt(distance: number, size: (index: number) => number): [index: number, rest: number] {
  let rest = Math.max(0, distance);
  let index = 0;
  for (; index < 1_048_575 && rest >= size(index); index++) rest -= size(index);
  return [index, rest];
}
