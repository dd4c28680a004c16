import type { ChartAxis, ChartFont, ChartLine } from "../../model/chart";

/** The colours of the theme as they are to be shown: the same, or turned around in the dark. */
export type Paint = (color: string) => string;

export const FONTS = '"Segoe UI", Calibri, Carlito, system-ui, sans-serif';
/** A point in pixels. */
export const POINT = 4 / 3;

export function axis(data: ChartAxis, paint: Paint, format: (value: string) => string) {
  return {
    show: data.visible,
    inverse: data.reversePlotOrder,
    name: data.title.visible ? data.title.text : undefined,
    nameLocation: "middle",
    nameTextStyle: fontOf(data.title.font, paint),
    axisLabel: {
      show: data.tickLabelPosition !== "None",
      ...fontOf(data.font, paint),
      formatter: (value: string) => format(value),
      hideOverlap: true,
      ...(data.tickLabelSpacing !== "" && { interval: data.tickLabelSpacing - 1 }),
    },
    axisLine: { show: data.line.lineStyle !== "None", lineStyle: lineOf(data.line, paint) },
    axisTick: { show: data.majorTickMark !== "None" },
    splitLine: { show: data.majorGridlines.visible, lineStyle: lineOf(data.majorGridlines.line, paint) },
    minorSplitLine: { show: data.minorGridlines.visible },
  };
}

export function fontOf({ bold, italic, color, size }: ChartFont, paint: Paint): object {
  return {
    color: paint(color),
    fontSize: size * POINT,
    fontWeight: bold ? "bold" : "normal",
    fontStyle: italic ? "italic" : "normal",
    fontFamily: FONTS,
  };
}

export function lineOf(line: ChartLine, paint: Paint): object {
  return { color: paint(line.color || "#D9D9D9"), width: Math.max(1, line.weight), type: dash(line) };
}

/** An automatic line of a series is 2.25 points wide, as Excel draws it. */
export function lineWidth({ color, weight, lineStyle }: ChartLine): number {
  if (lineStyle === "None") return 0;
  return (color === "" && weight === 0.75 ? 2.25 : weight) * POINT;
}

export function dash({ lineStyle }: ChartLine): string {
  if (lineStyle.startsWith("Dash")) return "dashed";
  return lineStyle.includes("Dot") ? "dotted" : "solid";
}
