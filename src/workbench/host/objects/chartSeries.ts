import {
  newSeries,
  type Chart as ChartData,
  type ChartLabels,
  type ChartSeries as SeriesData,
  type ChartSource,
} from "../../model/chart";
import { seriesName } from "../../model/chartData";
import type { WorkbookModel } from "../../model/types";
import type { Arguments } from "../arguments";
import type { HostClass } from "../declare";
import { collectionMethods, declareClass } from "../declare";
import { invalidArgument, itemNotFound } from "../errors";
import { ChartFill, ChartFont, ChartLineFormat, type Filled } from "./chartParts";
import { CHART_TYPES } from "./chartTypes";
import { color, fields, flag, number, oneOf, partOf, text, type Part } from "./parts";
import { Range } from "./range";

/** A series of a chart: kept by its data, which stays with it when others are added or deleted. */
interface SeriesRef extends Part<SeriesData> {
  chart: ChartData;
}

export const ChartSeriesFormat: HostClass<SeriesRef> = declareClass<SeriesRef>({
  name: "ChartSeriesFormat",
  navigations: {
    Fill: (series) => ChartFill.of(series as Part<Filled>),
    Line: (series) => ChartLineFormat.of(partOf(series, series.at.line)),
  },
});

export const ChartDataLabelFormat: HostClass<Part<ChartLabels>> = declareClass<Part<ChartLabels>>({
  name: "ChartDataLabelFormat",
  navigations: { Font: (part) => ChartFont.of(partOf(part, part.at.font)) },
});

export const ChartDataLabels: HostClass<Part<ChartLabels>> = declareClass<Part<ChartLabels>>({
  name: "ChartDataLabels",
  scalars: {
    ...fields<ChartLabels>({
      showValue: flag,
      showSeriesName: flag,
      showCategoryName: flag,
      showLegendKey: flag,
      showPercentage: flag,
      separator: text,
      linkNumberFormat: flag,
      position: oneOf(
        "None",
        "Center",
        "InsideEnd",
        "InsideBase",
        "OutsideEnd",
        "Left",
        "Right",
        "Top",
        "Bottom",
        "BestFit",
      ),
    }),
    NumberFormat: {
      get: ({ at }) => at.numberFormat,
      set: (part, value) => {
        part.at.numberFormat = text(value) as string;
        part.at.linkNumberFormat = false;
        part.changed();
      },
    },
  },
  navigations: { Format: (part) => ChartDataLabelFormat.of(part) },
});

interface PointRef extends Part<{ fill: string; hasDataLabel: boolean | undefined }> {
  series: SeriesData;
  index: number;
}

export const ChartPointFormat: HostClass<PointRef> = declareClass<PointRef>({
  name: "ChartPointFormat",
  navigations: { Fill: (point) => ChartFill.of(point) },
});

export const ChartPoint: HostClass<PointRef> = declareClass<PointRef>({
  name: "ChartPoint",
  scalars: {
    Value: { get: (point, { model }) => cellsOf(model, point.series.values)[point.index] ?? null },
    HasDataLabel: {
      get: ({ at, series }) => at.hasDataLabel ?? series.hasDataLabels,
      set: (point, value) => {
        point.at.hasDataLabel = flag(value) as boolean;
        point.changed();
      },
    },
  },
  navigations: { Format: (point) => ChartPointFormat.of(point) },
});

export const ChartPointsCollection: HostClass<SeriesRef> = declareClass<SeriesRef>({
  name: "ChartPointsCollection",
  scalars: { Count: { get: (series) => countOf(series.at) } },
  items: points,
  methods: collectionMethods<SeriesRef>(points, () => undefined, itemNotFound),
});

export const ChartSeries: HostClass<SeriesRef> = declareClass<SeriesRef>({
  name: "ChartSeries",
  scalars: {
    ...fields<SeriesData>({
      chartType: oneOf(...CHART_TYPES),
      hasDataLabels: flag,
      gapWidth: number,
      overlap: number,
      smooth: flag,
      axisGroup: oneOf("Primary", "Secondary"),
      filtered: flag,
      markerStyle: oneOf(
        "Automatic",
        "None",
        "Square",
        "Diamond",
        "Triangle",
        "X",
        "Star",
        "Dot",
        "Dash",
        "Circle",
        "Plus",
        "Picture",
      ),
      markerSize: number,
      markerBackgroundColor: color,
      markerForegroundColor: color,
    }),
    Name: {
      get: ({ at, chart }, { model }) => nameOf(model, chart, at),
      set: (series, value) => {
        series.at.name = text(value) as string;
        series.changed();
      },
    },
    PlotOrder: { get: ({ at, chart }) => chart.series.indexOf(at) + 1 },
  },
  navigations: {
    Format: (series) => ChartSeriesFormat.of(series),
    DataLabels: (series) => ChartDataLabels.of(partOf(series, series.at.labels)),
    Points: (series) => ChartPointsCollection.of(series),
  },
  methods: {
    SetValues: (series, args) => {
      series.at.values = sourceOf(args);
      series.changed();
    },
    SetXAxisValues: (series, args) => {
      series.at.categories = sourceOf(args);
      series.changed();
    },
    GetDimensionValues: ({ at }, args, { model }) =>
      cellsOf(model, args.text(0) === "Categories" ? at.categories : at.values),
    Delete: ({ at, chart, changed }) => {
      chart.series = chart.series.filter((other) => other !== at);
      changed();
    },
  },
});

export const ChartSeriesCollection: HostClass<Part<ChartData>> = declareClass<Part<ChartData>>({
  name: "ChartSeriesCollection",
  scalars: { Count: { get: ({ at }) => at.series.length } },
  items: series,
  methods: {
    ...collectionMethods<Part<ChartData>>(series, () => undefined, itemNotFound),
    Add: (chart, args) => {
      const made = newSeries(chart.at.chartType);
      made.name = args.optionalText(0);
      chart.at.series.splice(args.optionalInteger(1) ?? chart.at.series.length, 0, made);
      chart.changed();
      return ChartSeries.of({ chart: chart.at, at: made, changed: chart.changed });
    },
  },
});

export function nameOf(model: WorkbookModel, chart: ChartData, series: SeriesData): string {
  return seriesName(series, chart.series.indexOf(series), (source) => cellsOf(model, source).map(String));
}

function series({ at, changed }: Part<ChartData>) {
  return at.series.map((each) => ChartSeries.of({ chart: at, at: each, changed }));
}

function points({ at, changed }: SeriesRef) {
  return Array.from({ length: countOf(at) }, (_, index) => {
    const fallback = { fill: "", hasDataLabel: undefined };
    const point = at.points.get(index) ?? fallback;
    const keep = () => {
      at.points.set(index, point);
      changed();
    };
    return ChartPoint.of({ series: at, index, at: point, changed: keep });
  });
}

function countOf({ values }: SeriesData): number {
  return values ? values.rect.rows * values.rect.columns : 0;
}

function cellsOf(model: WorkbookModel, source: ChartSource | undefined) {
  return (source && model.sheet(source.sheetId)?.readValues(source.rect).flat()) ?? [];
}

function sourceOf(args: Arguments): ChartSource {
  const range = args.object(0, Range);
  if (!range) throw invalidArgument();
  return { sheetId: range.sheet.id, rect: range.rect };
}
