import type { Sheet as FileSheet, SheetChart } from "hucre/xlsx";
import { formatAddress, parseAddress } from "../model/address";
import {
  newChart,
  newSeries,
  type Chart,
  type ChartAxis,
  type ChartSeries,
  type ChartSource,
} from "../model/chart";
import { seriesName } from "../model/chartData";

type ReadChart = NonNullable<FileSheet["charts"]>[number];
type FileSeries = SheetChart["series"][number];

/** Texts of the cells a chart shows, for the names of its series. */
export type TextsOf = (source: ChartSource) => string[];

/** A chart as the file format keeps it. Lines over columns are put right afterwards: `mixChartTypes`. */
export function fileChart(chart: Chart, texts: TextsOf): SheetChart {
  const { title, legend, area } = chart;
  const main = mainType(chart);
  const grouping = main.endsWith("100") ? "percentStacked" : main.includes("Stacked") ? "stacked" : undefined;
  const [first] = chart.series;
  const visible = chart.series.filter(({ filtered, values }) => !filtered && values);
  return {
    type: kindOf(main),
    ...(title.visible ? { title: title.text } : { showTitle: false }),
    titleFontSize: title.font.size,
    titleBold: title.font.bold,
    titleColor: bare(title.font.color),
    series: visible.map((series) => fileSeries(series, chart.series.indexOf(series), texts)),
    anchor: {
      from: { row: chart.from.row, col: chart.from.column },
      to: { row: chart.to.row, col: chart.to.column },
    },
    ...(kindOf(main) === "line"
      ? { lineGrouping: grouping ?? ("standard" as const) }
      : kindOf(main) === "area"
        ? { areaGrouping: grouping ?? ("standard" as const) }
        : { barGrouping: grouping ?? ("clustered" as const) }),
    ...(first && { gapWidth: first.gapWidth, overlap: grouping ? 100 : first.overlap }),
    legend: legend.visible ? (LEGENDS[legend.position] ?? "bottom") : false,
    legendFontSize: legend.font.size,
    legendFontColor: bare(legend.font.color),
    frameTitle: chart.name,
    altText: title.visible ? title.text : chart.name,
    ...(area.border.lineStyle !== "None" &&
      area.border.color && { chartSpaceBorderColor: bare(area.border.color) }),
    ...(area.filled && { chartSpaceFillColor: bare(area.fill) }),
    axes: { x: axisOf(chart.categoryAxis), y: axisOf(chart.valueAxis) },
  };
}

/** What a chart of a file is here: its kind, title, series, place; colours and formats as far as they were read. */
export function chartFromFile(read: ReadChart, index: number, parts: readonly string[]): Chart | undefined {
  const { anchor, series = [] } = read;
  const [kind] = read.kinds;
  const xml = partOf(read, parts);
  const standing = /<c:barDir val="col"\/>/.test(xml);
  const type = typeFrom(
    kind === "bar" && standing ? "column" : (kind ?? ""),
    read.barGrouping ?? read.lineGrouping ?? read.areaGrouping,
  );
  if (!anchor || !type) return undefined;
  const chart = newChart(`{${index + 1}}`, read.frameTitle ?? `Chart ${index + 1}`, type);
  const to = anchor.to ?? { row: anchor.from.row + 15, col: anchor.from.col + 8 };
  chart.from = { row: anchor.from.row, column: anchor.from.col, x: 0, y: 0 };
  chart.to = { row: to.row, column: to.col, x: 0, y: 0 };
  chart.title.visible = read.title !== undefined;
  chart.title.text = read.title ?? chart.title.text;
  chart.title.font.size = read.titleFontSize ?? chart.title.font.size;
  chart.title.font.bold = read.titleBold ?? false;
  chart.title.font.color = hex(read.titleColor) || chart.title.font.color;
  chart.legend.visible = read.legend !== false && read.legend !== undefined;
  const place = Object.entries(LEGENDS).find(([, value]) => value === read.legend)?.[0];
  if (place) chart.legend.position = place;
  if (!read.chartSpaceBorderColor) chart.area.border.lineStyle = "None";
  chart.series = series.map((each): ChartSeries => {
    const own = typeFrom(each.kind, type.includes("Stacked") ? "stacked" : undefined) ?? type;
    const made = newSeries(each.kind === kind ? type : own);
    const color = hex(each.color) || lineColor(xml, each.valuesRef);
    if (own.startsWith("Line")) made.line = { ...made.line, color, weight: each.stroke?.width ?? 2.25 };
    else made.fill = color;
    made.name = each.name;
    made.values = sourceOf(each.valuesRef);
    made.categories = sourceOf(each.categoriesRef);
    made.markerStyle = each.marker?.symbol === "none" ? "None" : "Automatic";
    made.hasDataLabels = each.dataLabels !== undefined;
    return made;
  });
  return chart;
}

/** The part a chart was read from: the reader tells neither it nor whether bars stand or lie, nor lines' colours. */
function partOf({ series = [] }: ReadChart, parts: readonly string[]): string {
  const sources = series.flatMap(({ valuesRef }) =>
    valuesRef === undefined ? [] : [fileReference(valuesRef)],
  );
  return parts.find((xml) => sources.every((source) => xml.includes(source))) ?? "";
}

function lineColor(xml: string, valuesRef: string | undefined): string {
  const all = xml.match(/<c:ser>[\s\S]*?<\/c:ser>/g) ?? [];
  const own = all.find((text) => valuesRef !== undefined && text.includes(fileReference(valuesRef)));
  return hex(/<a:ln\b[^>]*>\s*<a:solidFill>\s*<a:srgbClr val="(\w{6})"/.exec(own ?? "")?.[1]);
}

function fileReference(reference: string): string {
  const escaped = reference.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<c:f>${escaped}</c:f>`;
}

/**
 * Takes the series of other types than the chart's own out of the one group the file writer knows and puts them into a
 * group of lines on the same axes, as ISO/IEC 29500-1, 21.2.2.145 has it.
 */
export function mixChartTypes(xml: string, chart: Chart): string {
  const shown = chart.series.filter(({ filtered, values }) => !filtered && values);
  const main = mainType(chart);
  const lines = new Set(
    shown.flatMap(({ chartType }, index) =>
      chartType.startsWith("Line") && !main.startsWith("Line") ? [index] : [],
    ),
  );
  if (lines.size === 0) return xml;
  let at = 0;
  const moved: string[] = [];
  const rest = xml.replace(/<c:ser>[\s\S]*?<\/c:ser>/g, (series) => {
    if (!lines.has(at++)) return series;
    moved.push(lineSeries(series));
    return "";
  });
  const group = /<\/c:(barChart|areaChart)>/.exec(rest);
  const axes = [...rest.slice(0, group?.index).matchAll(/<c:axId val="[^"]*"\/>/g)].map(([id]) => id);
  if (!group || axes.length < 2) return xml;
  const line =
    `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${moved.join("")}` +
    `<c:marker val="1"/>${axes.slice(-2).join("")}</c:lineChart>`;
  return rest.replace(group[0], group[0] + line);
}

/** Where nothing is said of a border, Excel draws one. */
export function withoutBorder(xml: string, { area }: Chart): string {
  if (area.border.lineStyle !== "None") return xml;
  const end = xml.indexOf("</c:chart>");
  const after = xml.slice(end);
  const none = "<a:ln><a:noFill/></a:ln></c:spPr>";
  return end < 0 ? xml : xml.slice(0, end) + after.replace("</c:spPr>", none);
}

/** A line has no fill and no bars that invert; its colour is that of the line. */
function lineSeries(xml: string): string {
  const fill = /<c:spPr>[\s\S]*?(<a:solidFill>[\s\S]*?<\/a:solidFill>)[\s\S]*?<\/c:spPr>/.exec(xml);
  const plain = xml.replace(/<c:invertIfNegative[^>]*\/>/, "");
  const stroke = fill ? `<c:spPr><a:ln w="19050">${fill[1] ?? ""}</a:ln></c:spPr>` : "";
  const dressed = fill
    ? plain.replace(fill[0], `${stroke}<c:marker><c:symbol val="none"/></c:marker>`)
    : plain;
  return dressed.replace("</c:ser>", '<c:smooth val="0"/></c:ser>');
}

/** The type of most columns, bars or areas; of lines only when there is nothing else. */
function mainType({ series, chartType }: Chart): string {
  return (
    series.find(({ chartType: own }) => !own.startsWith("Line"))?.chartType ??
    series[0]?.chartType ??
    chartType
  );
}

function fileSeries(series: ChartSeries, index: number, texts: TextsOf): FileSeries {
  const line = series.chartType.startsWith("Line");
  const color = (line ? series.line.color : "") || series.fill;
  const { labels } = series;
  return {
    name: seriesName(series, index, texts),
    values: series.values ? addressOf(series.values) : "",
    ...(series.categories && { categories: addressOf(series.categories) }),
    ...(color && { color: bare(color) }),
    ...(series.hasDataLabels && {
      dataLabels: {
        showValue: labels.showValue,
        ...(LABELS[labels.position] && { position: LABELS[labels.position] }),
        fontSize: labels.font.size,
        fontColor: bare(labels.font.color),
        ...(!labels.linkNumberFormat && {
          numberFormat: { formatCode: labels.numberFormat, sourceLinked: false },
        }),
      },
    }),
    ...(series.chartType === "Line" && { marker: { symbol: "none" as const } }),
    ...(line && { stroke: { width: series.line.weight } }),
    ...(series.points.size > 0 && {
      dataPoints: [...series.points].flatMap(([idx, { fill }]) => (fill ? [{ idx, color: bare(fill) }] : [])),
    }),
  };
}

function axisOf(axis: ChartAxis) {
  const { minimum, maximum, majorUnit } = axis;
  return {
    ...(axis.title.visible && { title: axis.title.text }),
    gridlines: { major: axis.majorGridlines.visible },
    scale: {
      ...(minimum !== "" && { min: minimum }),
      ...(maximum !== "" && { max: maximum }),
      ...(majorUnit !== "" && { majorUnit }),
    },
    ...(!axis.linkNumberFormat && { numberFormat: { formatCode: axis.numberFormat, sourceLinked: false } }),
    labelFontSize: axis.font.size,
    labelColor: bare(axis.font.color),
    ...(axis.reversePlotOrder && { reverse: true }),
    ...(!axis.visible && { hidden: true }),
    ...(axis.tickLabelPosition === "None" && { tickLblPos: "none" as const }),
    majorTickMark: "none" as const,
    minorTickMark: "none" as const,
  };
}

function kindOf(chartType: string): SheetChart["type"] {
  const kinds: [string, SheetChart["type"]][] = [
    ["Column", "column"],
    ["Bar", "bar"],
    ["Line", "line"],
    ["Area", "area"],
    ["Pie", "pie"],
    ["Doughnut", "doughnut"],
  ];
  return kinds.find(([start]) => chartType.startsWith(start))?.[1] ?? "column";
}

function typeFrom(kind: string, grouping: string | undefined): string | undefined {
  const names: Partial<Record<string, string>> = { column: "Column", bar: "Bar", line: "Line", area: "Area" };
  if (kind === "pie") return "Pie";
  if (kind === "doughnut") return "Doughnut";
  const name = names[kind];
  if (!name) return undefined;
  const plain = name === "Column" || name === "Bar" ? `${name}Clustered` : name;
  if (grouping === "percentStacked")
    return name === "Line" || name === "Area" ? `${name}Stacked` : `${name}Stacked100`;
  return grouping === "stacked" ? `${name}Stacked` : plain;
}

const LEGENDS: Partial<Record<string, Exclude<SheetChart["legend"], false | undefined>>> = {
  Top: "top",
  Bottom: "bottom",
  Left: "left",
  Right: "right",
  Corner: "topRight",
};
const LABELS: Partial<Record<string, "t" | "b" | "l" | "r" | "ctr" | "inEnd" | "inBase" | "outEnd">> = {
  Top: "t",
  Bottom: "b",
  Left: "l",
  Right: "r",
  Center: "ctr",
  InsideEnd: "inEnd",
  InsideBase: "inBase",
  OutsideEnd: "outEnd",
};

/** In content a source's sheet is named, not numbered. */
function addressOf({ sheetId, rect }: ChartSource): string {
  return formatAddress(sheetId, rect, true);
}

function sourceOf(reference: string | undefined): ChartSource | undefined {
  const address = reference === undefined ? undefined : parseAddress(reference);
  return address?.sheet === undefined ? undefined : { sheetId: address.sheet, rect: address.rect };
}

const bare = (color: string) => color.replace("#", "").toUpperCase();
const hex = (color: unknown) =>
  typeof color === "string" && color !== "" ? `#${color.slice(-6).toUpperCase()}` : "";
