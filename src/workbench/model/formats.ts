import type { IBorderData, IBorderStyleData, IStyleData, Nullable } from "@univerjs/core";
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { BorderLine, BorderSide, CellFormat } from "./types";

export const DEFAULT_FORMAT: CellFormat = {
  numberFormat: "General",
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
  fontName: "Calibri",
  fontSize: 11,
  fontColor: "#000000",
  fillColor: "",
  horizontalAlignment: "General",
  verticalAlignment: "Bottom",
  wrapText: false,
  borders: {},
};

export function numberFormatOf(style: Nullable<IStyleData>): string {
  return style?.n?.pattern || "General";
}

/** Univer's style → the format the model speaks of. */
export function toFormat(style: Nullable<IStyleData>): CellFormat {
  if (!style) return { ...DEFAULT_FORMAT, borders: {} };
  return {
    numberFormat: numberFormatOf(style),
    bold: style.bl === BooleanNumber.TRUE,
    italic: style.it === BooleanNumber.TRUE,
    underline: style.ul?.s === BooleanNumber.TRUE,
    strikethrough: style.st?.s === BooleanNumber.TRUE,
    fontName: style.ff ?? DEFAULT_FORMAT.fontName,
    fontSize: style.fs ?? DEFAULT_FORMAT.fontSize,
    fontColor: hexColor(style.cl?.rgb) || DEFAULT_FORMAT.fontColor,
    fillColor: hexColor(style.bg?.rgb),
    horizontalAlignment: find(HORIZONTAL, style.ht) ?? "General",
    verticalAlignment: find(VERTICAL, style.vt) ?? "Bottom",
    wrapText: style.tb === WrapStrategy.WRAP,
    borders: toBorders(style.bd),
  };
}

/** The format's given members → what a mutation merges into a cell's style (null removes). */
export function toStyle(format: Partial<CellFormat>): IStyleData {
  const style: Record<string, unknown> = {};
  const flag = (value: boolean) => (value ? BooleanNumber.TRUE : BooleanNumber.FALSE);
  if (format.numberFormat !== undefined)
    style.n = isGeneral(format.numberFormat) ? null : { pattern: format.numberFormat };
  if (format.bold !== undefined) style.bl = flag(format.bold);
  if (format.italic !== undefined) style.it = flag(format.italic);
  if (format.underline !== undefined) style.ul = { s: flag(format.underline) };
  if (format.strikethrough !== undefined) style.st = { s: flag(format.strikethrough) };
  if (format.fontName !== undefined) style.ff = format.fontName;
  if (format.fontSize !== undefined) style.fs = format.fontSize;
  if (format.fontColor !== undefined) style.cl = format.fontColor ? { rgb: format.fontColor } : null;
  if (format.fillColor !== undefined) style.bg = format.fillColor ? { rgb: format.fillColor } : null;
  if (format.horizontalAlignment !== undefined) style.ht = HORIZONTAL[format.horizontalAlignment];
  if (format.verticalAlignment !== undefined) style.vt = VERTICAL[format.verticalAlignment];
  if (format.wrapText !== undefined) style.tb = format.wrapText ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  if (format.borders !== undefined) style.bd = fromBorders(format.borders);
  return style as IStyleData;
}

export function isGeneral(numberFormat: string): boolean {
  return numberFormat === "" || numberFormat.toLowerCase() === "general";
}

/** "#ABC", "rgb(1,2,3)", "red" … → "#RRGGBB" in upper case, or "" for none. */
export function hexColor(color: Nullable<string>): string {
  if (!color) return "";
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`.toUpperCase();
  const long = /^#?([0-9a-f]{6})$/i.exec(color);
  if (long?.[1]) return `#${long[1].toUpperCase()}`;
  const rgb = /^rgba?\((\d+)\D+(\d+)\D+(\d+)/.exec(color);
  if (rgb)
    return `#${rgb
      .slice(1, 4)
      .map((part) => Number(part).toString(16).padStart(2, "0"))
      .join("")}`.toUpperCase();
  return NAMED_COLORS[color.toLowerCase()] ?? "";
}

const NAMED_COLORS: Record<string, string> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  purple: "#800080",
  gray: "#808080",
  grey: "#808080",
};

const HORIZONTAL: Record<CellFormat["horizontalAlignment"], HorizontalAlign> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
};
const VERTICAL: Record<CellFormat["verticalAlignment"], VerticalAlign> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};
const SIDES: Record<BorderSide, "t" | "b" | "l" | "r"> = { top: "t", bottom: "b", left: "l", right: "r" };

/** Excel names a border by style and weight, Univer by one of fourteen kinds. */
const LINES: [BorderStyleTypes, BorderLine["style"], BorderLine["weight"]][] = [
  [BorderStyleTypes.THIN, "Continuous", "Thin"],
  [BorderStyleTypes.HAIR, "Continuous", "Hairline"],
  [BorderStyleTypes.MEDIUM, "Continuous", "Medium"],
  [BorderStyleTypes.THICK, "Continuous", "Thick"],
  [BorderStyleTypes.DASHED, "Dash", "Thin"],
  [BorderStyleTypes.MEDIUM_DASHED, "Dash", "Medium"],
  [BorderStyleTypes.DOTTED, "Dot", "Thin"],
  [BorderStyleTypes.DASH_DOT, "DashDot", "Thin"],
  [BorderStyleTypes.DASH_DOT_DOT, "DashDotDot", "Thin"],
  [BorderStyleTypes.DOUBLE, "Double", "Thick"],
];

function toBorders(data: Nullable<IBorderData>): CellFormat["borders"] {
  const borders: CellFormat["borders"] = {};
  for (const [side, key] of Object.entries(SIDES) as [BorderSide, "t" | "b" | "l" | "r"][]) {
    const line = data?.[key];
    if (line == null || line.s === BorderStyleTypes.NONE) continue;
    const [, style, weight] = LINES.find(([type]) => type === line.s) ??
      LINES[0] ?? [0, "Continuous", "Thin"];
    borders[side] = { style, weight, color: hexColor(line.cl?.rgb) || "#000000" };
  }
  return borders;
}

function fromBorders(borders: CellFormat["borders"]): IBorderData {
  const data: Record<string, IBorderStyleData | null> = {};
  for (const [side, line] of Object.entries(borders) as [BorderSide, BorderLine][]) {
    const kinds = LINES.filter(([, style]) => style === line.style);
    const [type] = kinds.find(([, , weight]) => weight === line.weight) ??
      kinds[0] ?? [BorderStyleTypes.THIN];
    data[SIDES[side]] = line.style === "None" ? null : { s: type, cl: { rgb: line.color || "#000000" } };
  }
  return data as IBorderData;
}

function find<K extends string, V>(map: Record<K, V>, value: V): K | undefined {
  return (Object.keys(map) as K[]).find((key) => map[key] === value);
}
