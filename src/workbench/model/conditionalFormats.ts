import { intersection } from "./address";
import { shiftRect, type Move } from "./shift";
import type { Rect } from "./types";

export interface DataBarFormat {
  type: "DataBar";
  showDataBarOnly: boolean;
  barDirection: string;
  axisFormat: string;
  axisColor: string;
  lower: Bound;
  upper: Bound;
  positive: { fillColor: string; gradientFill: boolean; borderColor: string };
  negative: {
    fillColor: string;
    matchPositiveFillColor: boolean;
    borderColor: string;
    matchPositiveBorderColor: boolean;
  };
}
export interface ColorScaleFormat {
  type: "ColorScale";
  criteria: { minimum: ColorStop; midpoint?: ColorStop; maximum: ColorStop };
}
export interface IconSetFormat {
  type: "IconSet";
  style: string;
  reverseIconOrder: boolean;
  showIconOnly: boolean;
  /** One for each icon, the lowest first; the first is for whatever is below the second. */
  criteria: readonly { type: string; formula: string; operator: string }[];
}
export interface CellValueFormat {
  type: "CellValue";
  rule: { formula1: string; formula2?: string; operator: string };
  style: RuleStyle;
}
export interface CustomFormat {
  type: "Custom";
  formula: string;
  style: RuleStyle;
}
export interface RuleStyle {
  fillColor?: string;
  fontColor?: string;
  bold?: boolean;
  italic?: boolean;
}
export interface Bound {
  type: string;
  formula?: string;
}
export interface ColorStop extends Bound {
  color?: string;
}
export type FormatDetail = DataBarFormat | ColorScaleFormat | IconSetFormat | CellValueFormat | CustomFormat;

export interface ConditionalFormat {
  readonly id: string;
  ranges: readonly Rect[];
  stopIfTrue: boolean;
  detail: FormatDetail;
}

/** As Excel adds them, before anything is said about them. */
export function newFormat(type: FormatDetail["type"]): FormatDetail {
  switch (type) {
    case "DataBar":
      return {
        type,
        showDataBarOnly: false,
        barDirection: "Context",
        axisFormat: "Automatic",
        axisColor: "#000000",
        lower: { type: "Automatic" },
        upper: { type: "Automatic" },
        positive: { fillColor: "#638EC6", gradientFill: true, borderColor: "#638EC6" },
        negative: {
          fillColor: "#FF0000",
          matchPositiveFillColor: false,
          borderColor: "#FF0000",
          matchPositiveBorderColor: false,
        },
      };
    case "ColorScale":
      return {
        type,
        criteria: {
          minimum: { type: "LowestValue", color: "#FF7128" },
          maximum: { type: "HighestValue", color: "#FFEF9C" },
        },
      };
    case "IconSet":
      return {
        type,
        style: "ThreeTrafficLights1",
        reverseIconOrder: false,
        showIconOnly: false,
        criteria: evenCriteria("ThreeTrafficLights1"),
      };
    case "CellValue":
      return { type, rule: { formula1: "0", operator: "GreaterThan" }, style: {} };
    case "Custom":
      return { type, formula: "", style: {} };
  }
}

/** Thirds, quarters or fifths, by the number in the set's name. */
export function evenCriteria(style: string): IconSetFormat["criteria"] {
  const count = style.startsWith("Five") ? 5 : style.startsWith("Four") ? 4 : 3;
  return Array.from({ length: count }, (_, index) => ({
    type: index === 0 ? "Invalid" : "Percent",
    formula: index === 0 ? "" : String(Math.round((100 * index) / count)),
    operator: index === 0 ? "Invalid" : "GreaterThanOrEqual",
  }));
}

/** What is left of the formats when a range is cleared of them: those partly in it keep their other cells. */
export function clearFormats(formats: readonly ConditionalFormat[], cleared: Rect): ConditionalFormat[] {
  return formats.flatMap((format) => {
    const ranges = format.ranges.flatMap((rect) => without(rect, cleared));
    if (ranges.length === 0) return [];
    format.ranges = ranges;
    return [format];
  });
}

export function moveFormats(formats: readonly ConditionalFormat[], move: Move): ConditionalFormat[] {
  return formats.flatMap((format) => {
    const ranges = format.ranges.flatMap((rect) => shiftRect(rect, move) ?? []);
    if (ranges.length === 0) return [];
    format.ranges = ranges;
    return [format];
  });
}

function without(rect: Rect, hole: Rect): Rect[] {
  const common = intersection(rect, hole);
  if (!common) return [rect];
  const bottom = rect.row + rect.rows;
  const right = rect.column + rect.columns;
  const under = common.row + common.rows;
  const after = common.column + common.columns;
  return [
    { ...rect, rows: common.row - rect.row },
    { ...common, column: rect.column, columns: common.column - rect.column },
    { ...common, column: after, columns: right - after },
    { ...rect, row: under, rows: bottom - under },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}
