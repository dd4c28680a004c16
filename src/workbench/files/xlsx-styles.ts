import { resolveThemeColor, type CellStyle } from "hucre/xlsx";
import type { BorderLine, CellFormat } from "../model/types";

type Color = NonNullable<NonNullable<CellStyle["font"]>["color"]>;

/** What the workbook model keeps of a file's cell style; members at Excel's defaults are left out. */
export function formatFromStyle(style: CellStyle, themeColors: readonly string[]): Partial<CellFormat> {
  const format: Partial<CellFormat> = {};
  const { font, fill, alignment, numFmt } = style;
  if (numFmt && numFmt !== "General") format.numberFormat = numFmt;
  if (font?.bold) format.bold = true;
  if (font?.italic) format.italic = true;
  if (font?.underline) format.underline = true;
  if (font?.strikethrough) format.strikethrough = true;
  if (font?.size && font.size !== 11) format.fontSize = font.size;
  const fontColor = font?.color && rgb(font.color, themeColors);
  // text in the theme's own text colour is left to the grid, so that it stays readable in the dark
  if (fontColor && font?.color?.theme !== 1 && fontColor !== "#000000") format.fontColor = fontColor;
  if (fill?.type === "pattern" && fill.pattern === "solid" && fill.fgColor) {
    const fillColor = rgb(fill.fgColor, themeColors);
    if (fillColor) format.fillColor = fillColor;
  }
  const horizontal = alignment?.horizontal && horizontals[alignment.horizontal];
  if (horizontal) format.horizontalAlignment = horizontal;
  if (alignment?.wrapText) format.wrapText = true;
  const vertical = alignment?.vertical && verticals[alignment.vertical];
  if (vertical) format.verticalAlignment = vertical;
  const borders = bordersFrom(style.border, themeColors);
  if (borders) format.borders = borders;
  return format;
}

export function styleFromFormat(format: Partial<CellFormat>): CellStyle | undefined {
  const font = {
    ...(format.bold && { bold: true }),
    ...(format.italic && { italic: true }),
    ...(format.underline && { underline: true }),
    ...(format.strikethrough && { strikethrough: true }),
    ...(format.fontSize && format.fontSize !== 11 && { size: format.fontSize }),
    ...(format.fontColor && format.fontColor !== "#000000" && { color: { rgb: bare(format.fontColor) } }),
  };
  const alignment = {
    ...(format.horizontalAlignment &&
      format.horizontalAlignment !== "General" && {
        horizontal: format.horizontalAlignment.toLowerCase() as "left" | "center" | "right",
      }),
    ...(format.wrapText && { wrapText: true }),
    ...(format.verticalAlignment &&
      format.verticalAlignment !== "Bottom" && {
        vertical: format.verticalAlignment.toLowerCase() as "top" | "center",
      }),
  };
  const border = format.borders && fileBorders(format.borders);
  const style: CellStyle = {
    // a font without a name is another one in other programs
    ...(Object.keys(font).length > 0 && { font: { name: format.fontName ?? "Calibri", ...font } }),
    ...(Object.keys(alignment).length > 0 && { alignment }),
    ...(format.fillColor && {
      fill: { type: "pattern", pattern: "solid", fgColor: { rgb: bare(format.fillColor) } } as const,
    }),
    ...(border && Object.keys(border).length > 0 && { border }),
    ...(format.numberFormat && format.numberFormat !== "General" && { numFmt: format.numberFormat }),
  };
  return Object.keys(style).length > 0 ? style : undefined;
}

const horizontals: Partial<Record<string, CellFormat["horizontalAlignment"]>> = {
  left: "Left",
  center: "Center",
  centerContinuous: "Center",
  right: "Right",
};

const verticals: Partial<Record<string, CellFormat["verticalAlignment"]>> = { top: "Top", center: "Center" };

type Border = NonNullable<CellStyle["border"]>;
type LineName = NonNullable<Border["top"]>["style"];

/** The file's lines by style and weight. */
const lines: [LineName, BorderLine["style"], BorderLine["weight"]][] = [
  ["thin", "Continuous", "Thin"],
  ["hair", "Continuous", "Hairline"],
  ["medium", "Continuous", "Medium"],
  ["thick", "Continuous", "Thick"],
  ["dashed", "Dash", "Thin"],
  ["mediumDashed", "Dash", "Medium"],
  ["dotted", "Dot", "Thin"],
  ["dashDot", "DashDot", "Thin"],
  ["dashDotDot", "DashDotDot", "Thin"],
  ["double", "Double", "Thick"],
];
const sides = ["top", "bottom", "left", "right"] as const;

function bordersFrom(
  border: Border | undefined,
  themeColors: readonly string[],
): CellFormat["borders"] | undefined {
  const found: CellFormat["borders"] = {};
  for (const side of sides) {
    const line = border?.[side];
    const known = line && lines.find(([name]) => name === line.style);
    if (!known) continue;
    const [, style, weight] = known;
    found[side] = { style, weight, color: (line.color && rgb(line.color, themeColors)) ?? "#000000" };
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

function fileBorders(borders: CellFormat["borders"]): Border {
  const border: Border = {};
  for (const side of sides) {
    const line = borders[side];
    if (!line || line.style === "None") continue;
    const same = lines.filter(([, style]) => style === line.style);
    const [name] = same.find(([, , weight]) => weight === line.weight) ?? same[0] ?? ["thin" as const];
    border[side] = { style: name, color: { rgb: bare(line.color) } };
  }
  return border;
}

function rgb(color: Color, themeColors: readonly string[]): string | undefined {
  if (color.rgb) return `#${color.rgb.slice(-6).toUpperCase()}`;
  if (color.theme !== undefined && themeColors.length > 0) {
    // files count the theme's colours with light and dark of each pair exchanged
    const order = [1, 0, 3, 2];
    const index = order[color.theme] ?? color.theme;
    return `#${resolveThemeColor([...themeColors], index, color.tint).toUpperCase()}`;
  }
  return undefined;
}

const bare = (color: string) => color.replace("#", "").toUpperCase();
