import type {
  ChartAxis as AxisData,
  ChartFont as FontData,
  ChartLine as LineData,
  Chart as ChartData,
  ChartText,
} from "../../model/chart";
import type { HostClass } from "../declare";
import { declareClass } from "../declare";
import { invalidArgument } from "../errors";
import { LINE_STYLES } from "./chartTypes";
import { color, fields, flag, number, numberOrAutomatic, oneOf, partOf, text, type Part } from "./parts";

export const ChartFont: HostClass<Part<FontData>> = declareClass<Part<FontData>>({
  name: "ChartFont",
  scalars: fields<FontData>({
    bold: flag,
    italic: flag,
    underline: oneOf("None", "Single"),
    color,
    name: text,
    size: number,
  }),
});

export const ChartLineFormat: HostClass<Part<LineData>> = declareClass<Part<LineData>>({
  name: "ChartLineFormat",
  ...lineMembers(),
});

export const ChartBorder: HostClass<Part<LineData>> = declareClass<Part<LineData>>({
  name: "ChartBorder",
  ...lineMembers(),
});

function lineMembers() {
  return {
    scalars: fields<LineData>({ color, lineStyle: oneOf(...LINE_STYLES), weight: number }),
    methods: {
      Clear: (part: Part<LineData>) => {
        part.at.lineStyle = "None";
        part.changed();
      },
    },
  };
}

/** Something that has a solid fill, or none. */
export interface Filled {
  fill: string;
  filled?: boolean;
}

export const ChartFill: HostClass<Part<Filled>> = declareClass<Part<Filled>>({
  name: "ChartFill",
  methods: {
    SetSolidColor: (part, args) => {
      part.at.fill = color(args.text(0)) as string;
      part.at.filled = true;
      part.changed();
    },
    Clear: (part) => {
      part.at.filled = false;
      part.changed();
    },
  },
});

export const ChartTitleFormat: HostClass<Part<ChartText>> = declareClass<Part<ChartText>>({
  name: "ChartTitleFormat",
  navigations: { Font: (part) => ChartFont.of(partOf(part, part.at.font)) },
});

export const ChartTitle: HostClass<Part<ChartData["title"]>> = declareClass<Part<ChartData["title"]>>({
  name: "ChartTitle",
  scalars: fields<ChartData["title"]>({
    text,
    visible: flag,
    overlay: flag,
    position: oneOf("Automatic", "Top", "Bottom", "Left", "Right"),
    horizontalAlignment: oneOf("Center", "Left", "Right", "Justify", "Distributed"),
  }),
  navigations: { Format: (part) => ChartTitleFormat.of(part) },
});

export const ChartLegendFormat: HostClass<Part<ChartData["legend"]>> = declareClass<
  Part<ChartData["legend"]>
>({
  name: "ChartLegendFormat",
  navigations: { Font: (part) => ChartFont.of(partOf(part, part.at.font)) },
});

export const ChartLegend: HostClass<Part<ChartData["legend"]>> = declareClass<Part<ChartData["legend"]>>({
  name: "ChartLegend",
  scalars: fields<ChartData["legend"]>({
    visible: flag,
    overlay: flag,
    position: oneOf("Top", "Bottom", "Left", "Right", "Corner", "Custom"),
  }),
  navigations: { Format: (part) => ChartLegendFormat.of(part) },
});

type Gridlines = AxisData["majorGridlines"];

export const ChartGridlinesFormat: HostClass<Part<Gridlines>> = declareClass<Part<Gridlines>>({
  name: "ChartGridlinesFormat",
  navigations: { Line: (part) => ChartLineFormat.of(partOf(part, part.at.line)) },
});

export const ChartGridlines: HostClass<Part<Gridlines>> = declareClass<Part<Gridlines>>({
  name: "ChartGridlines",
  scalars: fields<Gridlines>({ visible: flag }),
  navigations: { Format: (part) => ChartGridlinesFormat.of(part) },
});

export const ChartAxisTitleFormat: HostClass<Part<ChartText>> = declareClass<Part<ChartText>>({
  name: "ChartAxisTitleFormat",
  navigations: { Font: (part) => ChartFont.of(partOf(part, part.at.font)) },
});

export const ChartAxisTitle: HostClass<Part<ChartText>> = declareClass<Part<ChartText>>({
  name: "ChartAxisTitle",
  scalars: {
    ...fields<ChartText>({ visible: flag }),
    // Excel shows a title as soon as it has a text.
    Text: {
      get: ({ at }) => at.text,
      set: (part, value) => {
        part.at.text = text(value) as string;
        part.at.visible = true;
        part.changed();
      },
    },
  },
  navigations: { Format: (part) => ChartAxisTitleFormat.of(part) },
});

export const ChartAxisFormat: HostClass<Part<AxisData>> = declareClass<Part<AxisData>>({
  name: "ChartAxisFormat",
  navigations: {
    Font: (part) => ChartFont.of(partOf(part, part.at.font)),
    Line: (part) => ChartLineFormat.of(partOf(part, part.at.line)),
  },
});

export const ChartAxis: HostClass<Part<AxisData>> = declareClass<Part<AxisData>>({
  name: "ChartAxis",
  scalars: {
    ...fields<AxisData>({
      visible: flag,
      minimum: numberOrAutomatic,
      maximum: numberOrAutomatic,
      majorUnit: numberOrAutomatic,
      linkNumberFormat: flag,
      reversePlotOrder: flag,
      tickLabelPosition: oneOf("NextToAxis", "High", "Low", "None"),
      majorTickMark: oneOf("None", "Cross", "Inside", "Outside"),
      minorTickMark: oneOf("None", "Cross", "Inside", "Outside"),
      tickLabelSpacing: numberOrAutomatic,
      categoryType: oneOf("Automatic", "TextAxis", "DateAxis"),
    }),
    // A format of its own is no longer that of the cells.
    NumberFormat: {
      get: ({ at }) => at.numberFormat,
      set: (part, value) => {
        part.at.numberFormat = text(value) as string;
        part.at.linkNumberFormat = false;
        part.changed();
      },
    },
  },
  navigations: {
    MajorGridlines: (part) => ChartGridlines.of(partOf(part, part.at.majorGridlines)),
    MinorGridlines: (part) => ChartGridlines.of(partOf(part, part.at.minorGridlines)),
    Title: (part) => ChartAxisTitle.of(partOf(part, part.at.title)),
    Format: (part) => ChartAxisFormat.of(part),
  },
});

export const ChartAxes: HostClass<Part<ChartData>> = declareClass<Part<ChartData>>({
  name: "ChartAxes",
  navigations: {
    CategoryAxis: (part) => ChartAxis.of(partOf(part, part.at.categoryAxis)),
    ValueAxis: (part) => ChartAxis.of(partOf(part, part.at.valueAxis)),
  },
  methods: {
    GetItem: (part, args) => {
      const type = args.text(0);
      if (type !== "Category" && type !== "Value") throw invalidArgument();
      return ChartAxis.of(partOf(part, type === "Category" ? part.at.categoryAxis : part.at.valueAxis));
    },
  },
});

export const ChartAreaFormat: HostClass<Part<ChartData["area"]>> = declareClass<Part<ChartData["area"]>>({
  name: "ChartAreaFormat",
  scalars: fields<ChartData["area"]>({ roundedCorners: flag }),
  navigations: {
    Fill: (part) => ChartFill.of(part),
    Border: (part) => ChartBorder.of(partOf(part, part.at.border)),
    Font: (part) => ChartFont.of(partOf(part, part.at.font)),
  },
});

export const ChartPlotAreaFormat: HostClass<Part<ChartData["plot"]>> = declareClass<Part<ChartData["plot"]>>({
  name: "ChartPlotAreaFormat",
  navigations: { Fill: (part) => ChartFill.of(part) },
});

export const ChartPlotArea: HostClass<Part<ChartData["plot"]>> = declareClass<Part<ChartData["plot"]>>({
  name: "ChartPlotArea",
  navigations: { Format: (part) => ChartPlotAreaFormat.of(part) },
});
