import type { Chart, ChartSeries, ChartSource } from "../../model/chart";
import { seriesName } from "../../model/chartData";
import { displayText } from "../../model/entry";
import { axis, dash, fontOf, FONTS, lineOf, lineWidth, POINT, type Paint } from "./parts";

/** What the cells behind a chart hold. */
export interface ChartCells {
  numbers(source: ChartSource): (number | null)[];
  texts(source: ChartSource): string[];
  numberFormat(source: ChartSource): string;
}

/** The chart in the words of ECharts, so many pixels wide. Plain data but for the formats of numbers. */
export function chartOption(
  chart: Chart,
  cells: ChartCells,
  paint: Paint,
  width = 480,
): Record<string, unknown> {
  const shown = chart.series.filter(({ filtered }) => !filtered);
  const names = shown.map((series) => seriesName(series, chart.series.indexOf(series), cells.texts));
  const round = shown.some(({ chartType }) => isRound(chartType));
  const { title, legend, area } = chart;
  return {
    animation: false,
    // white is the paper itself, which is as dark as the cells in the dark
    backgroundColor: area.filled && area.fill !== "#FFFFFF" ? paint(area.fill) : "transparent",
    textStyle: { fontFamily: FONTS },
    title: {
      show: title.visible,
      text: title.text,
      ...(title.horizontalAlignment === "Left" ? { left: 8 } : { left: "center" }),
      top: 6,
      textStyle: {
        ...fontOf(title.font, paint),
        lineHeight: title.font.size * POINT * LINE,
        overflow: "break",
        width: titleRoom(width),
      },
    },
    legend: {
      show: legend.visible && (shown.length > 0 || round),
      data: round ? undefined : names,
      icon: "roundRect",
      itemWidth: 10,
      itemHeight: 10,
      selectedMode: false,
      textStyle: fontOf(legend.font, paint),
      ...LEGEND_PLACES[legend.position],
    },
    ...(round
      ? { series: shown.slice(0, 1).map((series) => pie(series, cells, paint)) }
      : plot(chart, shown, names, cells, paint, width)),
  };
}

/** Lines of a text stand apart by so many times its size. */
const LINE = 1.3;

function titleRoom(width: number): number {
  return Math.max(60, width - 24);
}

/** The colours of Excel's own theme, in their order. */
const THEME = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

const LEGEND_PLACES: Partial<Record<string, object>> = {
  Top: { top: 34, left: "center" },
  Bottom: { bottom: 4, left: "center" },
  Left: { left: 4, top: "middle", orient: "vertical" },
  Right: { right: 4, top: "middle", orient: "vertical" },
  Corner: { right: 4, top: 4, orient: "vertical" },
};

function plot(
  chart: Chart,
  shown: readonly ChartSeries[],
  names: readonly string[],
  cells: ChartCells,
  paint: Paint,
  width: number,
): object {
  const lying = shown.some(({ chartType }) => chartType.startsWith("Bar"));
  const categories = categoriesOf(shown, cells);
  const stacks = shares(shown, cells);
  const { title, legend } = chart;
  const categoryAxis = {
    type: "category",
    data: categories,
    boundaryGap: !shown.every(({ chartType }) => chartType.startsWith("Area")),
    ...axis(chart.categoryAxis, paint, (value) => value),
    axisTick: { show: false },
  };
  // A long name takes several lines, and no more than a good third of the chart.
  if (lying)
    Object.assign(categoryAxis.axisLabel, {
      width: 0.38 * width,
      overflow: "break",
      lineHeight: chart.categoryAxis.font.size * POINT * LINE,
    });
  const titleLines = Math.ceil((title.text.length * title.font.size * POINT * 0.58) / titleRoom(width));
  const [first] = shown;
  const linked = first?.values ? cells.numberFormat(first.values) : "General";
  const { minimum, maximum, majorUnit, numberFormat, linkNumberFormat } = chart.valueAxis;
  const full = shown.some(({ chartType }) => chartType.endsWith("100"));
  const pattern = linkNumberFormat ? (full ? "0%" : linked) : numberFormat;
  const valueAxis = {
    type: "value",
    // bars begin at zero; lines may begin where their numbers do
    scale: shown.every(({ chartType }) => chartType.startsWith("Line")) && minimum === "",
    ...(minimum !== "" && { min: minimum }),
    ...(maximum !== "" && { max: maximum }),
    ...(majorUnit !== "" && { interval: majorUnit }),
    ...axis(chart.valueAxis, paint, (value) => displayText(Number(value), pattern)),
  };
  const side = (position: string, room: number) =>
    legend.visible && legend.position === position ? room : 0;
  return {
    grid: {
      left: 10 + side("Left", 90),
      right: 16 + side("Right", 90) + (lying ? labelRoom(shown, cells) : 0),
      top:
        (title.visible && !title.overlay
          ? 20 + title.font.size * POINT * (1 + LINE * (titleLines - 1))
          : 12) + side("Top", 24),
      bottom: 10 + side("Bottom", 24),
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
      ...(chart.plot.filled && { show: true, backgroundColor: paint(chart.plot.fill), borderWidth: 0 }),
    },
    xAxis: lying ? valueAxis : categoryAxis,
    yAxis: lying ? categoryAxis : valueAxis,
    series: shown.map((series, index) => ({
      name: names[index],
      ...drawn(series, chart.series.indexOf(series), shown, lying, cells, paint),
      data: pointsOf(series, stacks.get(series) ?? [], cells, paint),
    })),
  };
}

/** Numbers at the ends of bars need room beside the longest. */
function labelRoom(shown: readonly ChartSeries[], cells: ChartCells): number {
  const lengths = shown.flatMap(({ hasDataLabels, labels, values }) => {
    if (!hasDataLabels || labels.position !== "OutsideEnd" || !values) return [];
    const format = labels.linkNumberFormat ? cells.numberFormat(values) : labels.numberFormat;
    const letter = labels.font.size * POINT * 0.6;
    return cells.numbers(values).map((value) => letter * displayText(value ?? "", format).length);
  });
  return Math.max(0, ...lengths);
}

function drawn(
  series: ChartSeries,
  index: number,
  all: readonly ChartSeries[],
  lying: boolean,
  cells: ChartCells,
  paint: Paint,
): object {
  const { chartType, gapWidth, overlap } = series;
  const color = paint(series.fill || THEME[index % THEME.length] || "#4472C4");
  const stacked = chartType.includes("Stacked");
  const rest = {
    ...(stacked && { stack: chartType }),
    label: label(series, lying, cells, paint),
    silent: true,
  };
  if (chartType.startsWith("Line") || chartType.startsWith("Area")) {
    const line = series.line.color ? paint(series.line.color) : color;
    const marked =
      series.markerStyle === "Automatic" ? chartType.includes("Markers") : series.markerStyle !== "None";
    return {
      ...rest,
      type: "line",
      smooth: series.smooth,
      showSymbol: marked,
      symbol: SYMBOLS[series.markerStyle] ?? "circle",
      symbolSize: series.markerSize * POINT,
      itemStyle: { color: series.markerBackgroundColor ? paint(series.markerBackgroundColor) : line },
      lineStyle: { ...lineOf(series.line, paint), color: line, width: lineWidth(series.line) },
      ...(chartType.startsWith("Area") && { areaStyle: { color, opacity: 1 } }),
    };
  }
  const beside = stacked ? 1 : all.filter((other) => other.chartType === chartType).length;
  const cluster = beside - ((beside - 1) * overlap) / 100;
  const gap = gapWidth / 100;
  return {
    ...rest,
    type: "bar",
    barGap: `${-overlap}%`,
    barCategoryGap: `${((100 * gap) / (cluster + gap)).toFixed(1)}%`,
    itemStyle: {
      color: series.filled ? color : "transparent",
      ...(series.line.color && series.line.lineStyle !== "None"
        ? {
            borderColor: paint(series.line.color),
            borderWidth: lineWidth(series.line),
            borderType: dash(series.line),
          }
        : {}),
    },
  };
}

function pie(series: ChartSeries, cells: ChartCells, paint: Paint): object {
  const names = categoriesOf([series], cells);
  const values = series.values ? cells.numbers(series.values) : [];
  return {
    type: "pie",
    silent: true,
    radius: series.chartType === "Doughnut" ? ["45%", "70%"] : "68%",
    center: ["50%", "55%"],
    label: { show: series.hasDataLabels, ...fontOf(series.labels.font, paint) },
    labelLine: { show: series.hasDataLabels },
    data: values.map((value, index) => ({
      name: names[index] ?? "",
      value,
      itemStyle: { color: paint(series.points.get(index)?.fill || THEME[index % THEME.length] || "#4472C4") },
    })),
  };
}

function categoriesOf(shown: readonly ChartSeries[], cells: ChartCells): string[] {
  const named = shown.find(({ categories }) => categories)?.categories;
  if (named) return cells.texts(named);
  const longest = Math.max(
    0,
    ...shown.map(({ values }) => (values ? values.rect.rows * values.rect.columns : 0)),
  );
  return Array.from({ length: longest }, (_, index) => String(index + 1));
}

/** Each series' numbers; those of "100 %" charts as shares of their stack. */
function shares(shown: readonly ChartSeries[], cells: ChartCells): Map<ChartSeries, (number | null)[]> {
  const numbers = new Map(shown.map((series) => [series, series.values ? cells.numbers(series.values) : []]));
  return new Map(
    shown.map((series) => {
      const own = numbers.get(series) ?? [];
      if (!series.chartType.endsWith("100")) return [series, own];
      const stack = shown.filter(({ chartType }) => chartType === series.chartType);
      const totals = own.map((_, index) =>
        stack.reduce((sum, other) => sum + Math.abs(numbers.get(other)?.[index] ?? 0), 0),
      );
      return [series, own.map((value, index) => (value === null ? null : value / (totals[index] || 1)))];
    }),
  );
}

function pointsOf(
  series: ChartSeries,
  values: readonly (number | null)[],
  cells: ChartCells,
  paint: Paint,
): unknown[] {
  return values.map((value, index) => {
    const point = series.points.get(index);
    if (!point) return value;
    return {
      value,
      ...(point.fill && { itemStyle: { color: paint(point.fill) } }),
      ...(point.hasDataLabel !== undefined && {
        label: { ...label(series, false, cells, paint), show: point.hasDataLabel },
      }),
    };
  });
}

function label(series: ChartSeries, lying: boolean, cells: ChartCells, paint: Paint): object {
  const { labels, hasDataLabels, chartType, values } = series;
  const line = chartType.startsWith("Line") || chartType.startsWith("Area");
  const linked = values ? cells.numberFormat(values) : "General";
  const pattern = labels.linkNumberFormat ? linked : labels.numberFormat;
  const inside = chartType.includes("Stacked") && labels.position === "BestFit";
  const ends = lying
    ? { InsideEnd: "insideRight", InsideBase: "insideLeft" }
    : { InsideEnd: "insideTop", InsideBase: "insideBottom" };
  const places: Partial<Record<string, string>> = {
    ...ends,
    Center: "inside",
    Top: "top",
    Bottom: "bottom",
    Left: "left",
    Right: "right",
  };
  return {
    show: hasDataLabels && labels.showValue,
    position: places[labels.position] ?? (inside ? "inside" : line ? "top" : "outside"),
    ...fontOf(labels.font, paint),
    formatter: ({ value }: { value: unknown }) =>
      typeof value === "number" ? displayText(value, pattern) : "",
  };
}

function isRound(chartType: string): boolean {
  return chartType === "Pie" || chartType === "Doughnut";
}

const SYMBOLS: Partial<Record<string, string>> = {
  Square: "rect",
  Diamond: "diamond",
  Triangle: "triangle",
  Circle: "circle",
  Dot: "circle",
};
