import { resolveThemeColor, type CellStyle } from "hucre/xlsx";
import type { CellFormat } from "../model/types";

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
  };
  const style: CellStyle = {
    ...(Object.keys(font).length > 0 && { font }),
    ...(Object.keys(alignment).length > 0 && { alignment }),
    ...(format.fillColor && {
      fill: { type: "pattern", pattern: "solid", fgColor: { rgb: bare(format.fillColor) } } as const,
    }),
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
