import {
  evenCriteria,
  type Bound,
  type CellValueFormat,
  type ColorScaleFormat,
  type ColorStop,
  type CustomFormat,
  type DataBarFormat,
  type IconSetFormat,
  type RuleStyle,
} from "../../model/conditionalFormats";
import type { HostClass, Scalar } from "../declare";
import { declareClass } from "../declare";
import { invalidArgument } from "../errors";
import { color, fields, flag, oneOf, partOf, plainObject, text, type Part, type Read } from "./parts";

type Positive = DataBarFormat["positive"];
type Negative = DataBarFormat["negative"];

export const ConditionalDataBarPositiveFormat: HostClass<Part<Positive>> = declareClass<Part<Positive>>({
  name: "ConditionalDataBarPositiveFormat",
  scalars: fields<Positive>({ fillColor: color, gradientFill: flag, borderColor: colorOrNone }),
});

export const ConditionalDataBarNegativeFormat: HostClass<Part<Negative>> = declareClass<Part<Negative>>({
  name: "ConditionalDataBarNegativeFormat",
  scalars: fields<Negative>({
    fillColor: color,
    matchPositiveFillColor: flag,
    borderColor: colorOrNone,
    matchPositiveBorderColor: flag,
  }),
});

export const DataBarConditionalFormat: HostClass<Part<DataBarFormat>> = declareClass<Part<DataBarFormat>>({
  name: "DataBarConditionalFormat",
  scalars: {
    ...fields<DataBarFormat>({
      showDataBarOnly: flag,
      barDirection: oneOf("Context", "LeftToRight", "RightToLeft"),
      axisFormat: oneOf("Automatic", "None", "CellMidPoint"),
      axisColor: colorOrNone,
    }),
    LowerBoundRule: bound("lower"),
    UpperBoundRule: bound("upper"),
  },
  navigations: {
    PositiveFormat: (bar) => ConditionalDataBarPositiveFormat.of(partOf(bar, bar.at.positive)),
    NegativeFormat: (bar) => ConditionalDataBarNegativeFormat.of(partOf(bar, bar.at.negative)),
  },
});

export const ColorScaleConditionalFormat: HostClass<Part<ColorScaleFormat>> = declareClass<
  Part<ColorScaleFormat>
>({
  name: "ColorScaleConditionalFormat",
  scalars: {
    ThreeColorScale: { get: ({ at }) => at.criteria.midpoint !== undefined },
    Criteria: {
      get: ({ at }) => at.criteria,
      set: (scale, value) => {
        const { minimum, midpoint, maximum } = plainObject(value);
        scale.at.criteria = {
          minimum: stop(minimum),
          ...(midpoint != null && { midpoint: stop(midpoint) }),
          maximum: stop(maximum),
        };
        scale.changed();
      },
    },
  },
});

export const IconSetConditionalFormat: HostClass<Part<IconSetFormat>> = declareClass<Part<IconSetFormat>>({
  name: "IconSetConditionalFormat",
  scalars: {
    ...fields<IconSetFormat>({ reverseIconOrder: flag, showIconOnly: flag }),
    Style: {
      get: ({ at }) => at.style,
      set: (icons, value) => {
        const style = oneOf(...ICON_SETS)(value) as string;
        icons.at.style = style;
        const fresh = evenCriteria(style);
        if (fresh.length !== icons.at.criteria.length) icons.at.criteria = fresh;
        icons.changed();
      },
    },
    Criteria: {
      get: ({ at }) => at.criteria,
      set: (icons, value) => {
        if (!Array.isArray(value)) throw invalidArgument();
        const wanted = evenCriteria(icons.at.style).length;
        if (value.length !== wanted) throw invalidArgument();
        icons.at.criteria = value.map((each: unknown) => {
          const {
            type = "Invalid",
            formula = "",
            operator = "Invalid",
          } = (each ?? {}) as Record<string, unknown>;
          return { type: String(type), formula: String(formula ?? ""), operator: String(operator) };
        });
        icons.changed();
      },
    },
  },
});

export const ConditionalRangeFont: HostClass<Part<RuleStyle>> = declareClass<Part<RuleStyle>>({
  name: "ConditionalRangeFont",
  scalars: {
    ...fields<RuleStyle>({ bold: flag, italic: flag }),
    Color: styleColor("fontColor"),
  },
});

export const ConditionalRangeFill: HostClass<Part<RuleStyle>> = declareClass<Part<RuleStyle>>({
  name: "ConditionalRangeFill",
  scalars: { Color: styleColor("fillColor") },
});

export const ConditionalRangeFormat: HostClass<Part<RuleStyle>> = declareClass<Part<RuleStyle>>({
  name: "ConditionalRangeFormat",
  navigations: {
    Font: (part) => ConditionalRangeFont.of(part),
    Fill: (part) => ConditionalRangeFill.of(part),
  },
});

export const CellValueConditionalFormat: HostClass<Part<CellValueFormat>> = declareClass<
  Part<CellValueFormat>
>({
  name: "CellValueConditionalFormat",
  scalars: {
    Rule: {
      get: ({ at }) => at.rule,
      set: (part, value) => {
        const { formula1, formula2, operator } = plainObject(value);
        part.at.rule = {
          formula1: String(formula1 ?? ""),
          ...(formula2 != null && { formula2: String(formula2 as string) }),
          operator: oneOf(...OPERATORS)(operator) as string,
        };
        part.changed();
      },
    },
  },
  navigations: { Format: (part) => ConditionalRangeFormat.of(partOf(part, part.at.style)) },
});

export const ConditionalFormatRule: HostClass<Part<CustomFormat>> = declareClass<Part<CustomFormat>>({
  name: "ConditionalFormatRule",
  scalars: fields<CustomFormat>({ formula: text }),
});

export const CustomConditionalFormat: HostClass<Part<CustomFormat>> = declareClass<Part<CustomFormat>>({
  name: "CustomConditionalFormat",
  navigations: {
    Rule: (part) => ConditionalFormatRule.of(part),
    Format: (part) => ConditionalRangeFormat.of(partOf(part, part.at.style)),
  },
});

const OPERATORS = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqual",
  "LessThanOrEqual",
];

const ICON_SETS = [
  "ThreeArrows",
  "ThreeArrowsGray",
  "ThreeFlags",
  "ThreeTrafficLights1",
  "ThreeTrafficLights2",
  "ThreeSigns",
  "ThreeSymbols",
  "ThreeSymbols2",
  "FourArrows",
  "FourArrowsGray",
  "FourRedToBlack",
  "FourRating",
  "FourTrafficLights",
  "FiveArrows",
  "FiveArrowsGray",
  "FiveRating",
  "FiveQuarters",
  "ThreeStars",
  "ThreeTriangles",
  "FiveBoxes",
];

const BOUNDS = ["Automatic", "LowestValue", "HighestValue", "Number", "Percent", "Formula", "Percentile"];

function bound(key: "lower" | "upper"): Scalar<Part<DataBarFormat>> {
  return {
    get: ({ at }) => at[key],
    set: (part, value) => {
      part.at[key] = readBound(value);
      part.changed();
    },
  };
}

function readBound(value: unknown): Bound {
  const { type, formula } = plainObject(value);
  return {
    type: oneOf(...BOUNDS)(type) as string,
    ...(formula != null && { formula: String(formula as string) }),
  };
}

function stop(value: unknown): ColorStop {
  const { color: given } = plainObject(value);
  return { ...readBound(value), ...(given != null && { color: color(given) as string }) };
}

function styleColor(key: "fontColor" | "fillColor"): Scalar<Part<RuleStyle>> {
  return {
    get: ({ at }) => at[key] ?? "",
    set: (part, value) => {
      part.at[key] = color(value) as string;
      part.changed();
    },
  };
}

/** An empty text is no line at all. */
function colorOrNone(value: unknown): ReturnType<Read> {
  return value === "" ? "" : color(value);
}
