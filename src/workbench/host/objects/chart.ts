import { frameOf, newChart, place, placeOver, type Chart as ChartData, type Frame } from "../../model/chart";
import { setChartData, type SeriesBy } from "../../model/chartData";
import { newGuid } from "../../model/engine";
import type { Rect, Sheet, WorkbookModel } from "../../model/types";
import type { Arguments } from "../arguments";
import type { Context, HostClass, Scalar } from "../declare";
import { collectionMethods, declareClass } from "../declare";
import { HostError, invalidArgument, itemNotFound } from "../errors";
import { ChartAreaFormat, ChartAxes, ChartLegend, ChartPlotArea, ChartTitle } from "./chartParts";
import { ChartDataLabels, ChartSeriesCollection, nameOf } from "./chartSeries";
import { CHART_TYPES } from "./chartTypes";
import { fields, number, oneOf, partOf, text, type Part } from "./parts";
import { Range } from "./range";
import type { RangeRef } from "./rangeRef";
import { resolveRange } from "./resolve";
import { Worksheet } from "./worksheet";

interface ChartRef extends Part<ChartData> {
  sheet: Sheet;
}

/** A pixel of the screen is three quarters of a point. */
const POINT = 4 / 3;
const DEFAULT_FRAME: Frame = { left: 200, top: 80, width: 480, height: 288 };

export const Chart: HostClass<ChartRef> = declareClass<ChartRef>({
  name: "Chart",
  identity: ({ at }) => ({ Id: at.id }),
  scalars: {
    Id: { get: ({ at }) => at.id },
    ...fields<ChartData>({ name: text, chartType: oneOf(...CHART_TYPES) }),
    ChartType: {
      get: ({ at }) => at.chartType,
      set: (chart, value) => {
        chart.at.chartType = oneOf(...CHART_TYPES)(value) as string;
        for (const series of chart.at.series) series.chartType = chart.at.chartType;
        chart.changed();
      },
    },
    Left: side("left"),
    Top: side("top"),
    Width: side("width"),
    Height: side("height"),
  },
  navigations: {
    Title: (chart) => ChartTitle.of(partOf(chart, chart.at.title)),
    Legend: (chart) => ChartLegend.of(partOf(chart, chart.at.legend)),
    Axes: (chart) => ChartAxes.of(chart),
    Series: (chart) => ChartSeriesCollection.of(chart),
    Format: (chart) => ChartAreaFormat.of(partOf(chart, chart.at.area)),
    PlotArea: (chart) => ChartPlotArea.of(partOf(chart, chart.at.plot)),
    DataLabels: (chart) => {
      const [first] = chart.at.series;
      if (!first) throw itemNotFound();
      return ChartDataLabels.of(partOf(chart, first.labels));
    },
    Worksheet: ({ sheet }) => Worksheet.of(sheet),
  },
  methods: {
    SetData: (chart, args, { model }) => {
      fill(model, chart.at, rangeOf(args, 0), seriesBy(args, 1));
      chart.changed();
    },
    SetPosition: (chart, args, { model }) => {
      const first = cell(chart.sheet, args, 0, model);
      const last = args.raw(1) === undefined ? undefined : cell(chart.sheet, args, 1, model);
      if (last) placeOver(chart.at, first, last);
      else {
        const { width, height } = frameOf(chart.sheet, chart.at);
        placeOver(chart.at, first, { ...first, rows: 0, columns: 0 });
        const { left, top } = frameOf(chart.sheet, chart.at);
        place(chart.sheet, chart.at, { left, top, width, height });
      }
      chart.changed();
    },
    Activate: ({ sheet }) => sheet.activate(),
    Delete: ({ at, sheet, changed }) => {
      sheet.features.charts = sheet.features.charts.filter((other) => other !== at);
      changed();
    },
  },
});

export const ChartCollection: HostClass<Sheet> = declareClass<Sheet>({
  name: "ChartCollection",
  scalars: { Count: { get: (sheet) => sheet.features.charts.length } },
  items: charts,
  methods: {
    ...collectionMethods<Sheet>(
      charts,
      (sheet, key) => {
        const wanted = String(key).toLowerCase();
        // After a chart is added the client speaks of it by its id.
        const found = sheet.features.charts.find(
          ({ id, name }) => id === key || name.toLowerCase() === wanted,
        );
        return found && Chart.of(refer(sheet, found));
      },
      itemNotFound,
    ),
    Add: (sheet, args, { model }) => {
      const type = args.text(0);
      if (!CHART_TYPES.some((known) => known === type))
        throw new HostError("NotImplemented", `The stand-in for Excel has no charts of the type ${type}.`);
      const source = rangeOf(args, 1);
      const made = newChart(newGuid(), nextName(model), type);
      place(sheet, made, DEFAULT_FRAME);
      fill(model, made, source, seriesBy(args, 2));
      sheet.features.charts = [...sheet.features.charts, made];
      sheet.features.changed("charts");
      return Chart.of(refer(sheet, made));
    },
  },
});

function charts(sheet: Sheet, _context?: Context) {
  return sheet.features.charts.map((chart) => Chart.of(refer(sheet, chart)));
}

function refer(sheet: Sheet, at: ChartData): ChartRef {
  return { sheet, at, changed: () => sheet.features.changed("charts") };
}

/** A chart of one series is titled by it, as in Excel, until it gets a title of its own. */
function fill(model: WorkbookModel, chart: ChartData, { sheet, rect }: RangeRef, by: SeriesBy): void {
  const [before] = chart.series;
  const untitled =
    chart.title.text === "Chart Title" ||
    (chart.series.length === 1 && before && chart.title.text === nameOf(model, chart, before));
  setChartData(chart, sheet, rect, by);
  const [only, ...others] = chart.series;
  if (untitled) chart.title.text = only && others.length === 0 ? nameOf(model, chart, only) : "Chart Title";
}

function nextName(model: WorkbookModel): string {
  const taken = new Set(
    model.sheets().flatMap((sheet) => sheet.features.charts.map(({ name }) => name.toLowerCase())),
  );
  let n = 1;
  while (taken.has(`chart ${n}`)) n++;
  return `Chart ${n}`;
}

function side(key: keyof Frame): Scalar<ChartRef> {
  return {
    get: ({ sheet, at }) => Math.round((frameOf(sheet, at)[key] / POINT) * 1000) / 1000,
    set: (chart, value) => {
      const points = number(value) as number;
      if (points < 0) throw invalidArgument();
      place(chart.sheet, chart.at, { ...frameOf(chart.sheet, chart.at), [key]: points * POINT });
      chart.changed();
    },
  };
}

function rangeOf(args: Arguments, index: number): RangeRef {
  const range = args.object(index, Range);
  if (!range) throw invalidArgument();
  return range;
}

function seriesBy(args: Arguments, index: number): SeriesBy {
  const by = args.optionalText(index) ?? "Auto";
  if (by !== "Auto" && by !== "Columns" && by !== "Rows") throw invalidArgument();
  return by;
}

/** A cell given as a range of the sheet or as its address. */
function cell(sheet: Sheet, args: Arguments, index: number, model: WorkbookModel): Rect {
  const range = args.object(index, Range) ?? resolveRange(model, args.text(index), sheet);
  if (range.sheet.id !== sheet.id) throw invalidArgument();
  return range.rect;
}
