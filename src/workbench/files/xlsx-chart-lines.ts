import type { Chart } from "../model/chart";

/** The lines that the file writer leaves to the program that opens the file: grids in their colour, dashes of series. */
export function dressLines(xml: string, chart: Chart): string {
  const { line } = chart.valueAxis.majorGridlines;
  const grid = line.color
    ? xml.replaceAll(
        "<c:majorGridlines/>",
        `<c:majorGridlines><c:spPr><a:ln w="9525">${solid(line.color)}</a:ln></c:spPr></c:majorGridlines>`,
      )
    : xml;
  const shown = chart.series.filter(({ filtered, values }) => !filtered && values);
  return grid.replace(/<c:ser>[\s\S]*?<\/c:ser>/g, (series) => {
    const at = Number(/<c:order val="(\d+)"\/>/.exec(series)?.[1]);
    const dash = DASHES[shown[at]?.line.lineStyle ?? ""];
    return dash === undefined || !shown[at]?.chartType.startsWith("Line")
      ? series
      : series.replace(
          /(<a:ln\b[^>]*><a:solidFill>[\s\S]*?<\/a:solidFill>)/,
          `$1<a:prstDash val="${dash}"/>`,
        );
  });
}

/** Excel's styles of lines as ISO/IEC 29500-1, 20.1.10.48 names them. */
const DASHES: Partial<Record<string, string>> = {
  Dash: "dash",
  DashDot: "dashDot",
  DashDotDot: "lgDashDotDot",
  Dot: "sysDot",
  RoundDot: "sysDot",
};

function solid(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color.replace("#", "").toUpperCase()}"/></a:solidFill>`;
}
