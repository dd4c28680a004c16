/** @jest-environment jsdom */
import "../../support/encoding";
import { unzipSync } from "fflate";
import { collectWorkbook } from "../../../src/workbench/files/collect";
import { fillWorkbook } from "../../../src/workbench/files/fill";
import { readXlsx } from "../../../src/workbench/files/xlsx-read";
import { writeXlsx } from "../../../src/workbench/files/xlsx-write";
import { newChart, type Chart } from "../../../src/workbench/model/chart";
import { setChartData } from "../../../src/workbench/model/chartData";
import { newFormat } from "../../../src/workbench/model/conditionalFormats";
import { createHeadlessModel } from "../../../src/workbench/model/headless";
import type { Sheet, WorkbookModel } from "../../../src/workbench/model/types";

/* A report sheet through an .xlsx file and back: charts, conditional formats, links, lines, print set-up. */

const SHEET = "Prezentare generală";
const before = createHeadlessModel();
const after = createHeadlessModel();
let file: Uint8Array;
let parts: Record<string, string>;

beforeAll(async () => {
  report(before);
  file = await writeXlsx(collectWorkbook(before));
  parts = Object.fromEntries(
    Object.entries(unzipSync(file)).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
  );
  fillWorkbook(after, await readXlsx(file, "report.xlsx"));
});
afterAll(() => {
  before.dispose();
  after.dispose();
});

const sheetOf = (model: WorkbookModel): Sheet => {
  const sheet = model.sheet(SHEET);
  if (!sheet) throw new Error("The sheet is not there.");
  return sheet;
};

function report(model: WorkbookModel): void {
  const sheet = model.activeSheet();
  sheet.rename(SHEET);
  sheet.write({ row: 0, column: 0, rows: 4, columns: 3 }, [
    ["Lună", "Venit", "Țintă"],
    ["ian.", 10, 12],
    ["feb.", 14, 12],
    ["mar.", 9, 13],
  ]);
  sheet.setFormat(
    { row: 0, column: 0, rows: 1, columns: 3 },
    {
      borders: { bottom: { style: "Continuous", weight: "Thin", color: "#595959" } },
    },
  );
  sheet.setRowHeight(0, 1, 32);
  sheet.tabColor = "#0A6E78";
  sheet.showGridlines = false;
  sheet.freeze = { rows: 1, columns: 0 };
  const { features } = sheet;
  const chart = newChart("{1}", "venit", "ColumnClustered");
  setChartData(chart, sheet, { row: 0, column: 0, rows: 4, columns: 3 }, "Columns");
  chart.title.text = "Venitul crește & ținta <nu>";
  chart.legend.visible = false;
  chart.area.border.lineStyle = "None";
  chart.from = { row: 5, column: 1, x: 0, y: 0 };
  chart.to = { row: 18, column: 6, x: 0, y: 0 };
  chart.valueAxis.minimum = 0;
  const [actual, target] = chart.series;
  if (actual) Object.assign(actual, { fill: "#0A6E78", gapWidth: 60, hasDataLabels: true });
  if (target) {
    target.chartType = "Line";
    target.line = { color: "#333333", weight: 1.5, lineStyle: "Dash" };
  }
  chart.valueAxis.majorGridlines.line.color = "#E1E1E1";
  features.charts = [chart];
  const area = { row: 1, column: 1, rows: 3, columns: 1 };
  const bar = newFormat("DataBar");
  if (bar.type === "DataBar") {
    bar.lower = { type: "Number", formula: "0" };
    bar.upper = { type: "HighestValue" };
    bar.positive.fillColor = "#9FCBC8";
    bar.positive.gradientFill = false;
  }
  const scale = {
    type: "ColorScale",
    criteria: {
      minimum: { type: "LowestValue", color: "#FFFFFF" },
      maximum: { type: "HighestValue", color: "#9FCBC8" },
    },
  } as const;
  const below = {
    type: "CellValue",
    rule: { formula1: "=10", operator: "LessThan" },
    style: { fontColor: "#A4262C", bold: true },
  } as const;
  const icons = newFormat("IconSet");
  features.conditionalFormats = [bar, scale, below, icons].map((detail, index) => ({
    id: String(index),
    ranges: [area, ...(index === 2 ? [{ ...area, column: 2 }] : [])],
    stopIfTrue: index === 2,
    detail,
  }));
  features.links.set(1, 0, { documentReference: `'${SHEET}'!A40`, screenTip: "Definiție" });
  features.links.set(2, 0, { address: "https://example.com/a?b=1&c=2" });
  features.page = {
    ...features.page,
    orientation: "Landscape",
    paperSize: "A4",
    zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 },
    centerHorizontally: true,
    printArea: [{ row: 0, column: 0, rows: 20, columns: 7 }],
    titleRows: { row: 0, rows: 1 },
    rowBreaks: [20, 44],
    headersFooters: { ...features.page.headersFooters, rightFooter: "&P / &N" },
  };
  model.addName("SalesReport_overview", `='${SHEET}'!$A$1:$G$20`).visible = false;
  model.addName("shown", `='${SHEET}'!$A$1`);
}

test("the print set-up, names and lines come back", () => {
  const [was, is] = [sheetOf(before), sheetOf(after)];
  expect(is.features.page).toEqual(was.features.page);
  expect(after.definedName("SalesReport_overview")?.visible).toBe(false);
  expect(after.definedName("SalesReport_overview")?.formula).toBe(`='${SHEET}'!$A$1:$G$20`);
  expect(after.definedName("shown")?.visible).toBe(true);
  expect(is.readFormat(0, 1).borders).toEqual(was.readFormat(0, 1).borders);
  expect([is.rowHeight(0), is.tabColor, is.showGridlines, is.freeze]).toEqual([
    32,
    "#0A6E78",
    false,
    { rows: 1, columns: 0 },
  ]);
});

test("links come back, inside the workbook and outside", () => {
  const { links } = sheetOf(after).features;
  expect(links.at(1, 0)).toEqual({ documentReference: `'${SHEET}'!A40`, screenTip: "Definiție" });
  expect(links.at(2, 0)).toEqual({ address: "https://example.com/a?b=1&c=2" });
  expect(links.size).toBe(2);
});

test("conditional formats come back in their order", () => {
  const [was, is] = [before, after].map((model) => sheetOf(model).features.conditionalFormats);
  const told = (formats: typeof was) =>
    formats?.map(({ ranges, stopIfTrue, detail }) => {
      if (detail.type !== "DataBar") return { ranges, stopIfTrue, detail };
      const { lower, upper, positive } = detail;
      return { ranges, stopIfTrue, lower, upper, color: positive.fillColor };
    });
  expect(told(is)).toEqual(told(was));
  expect(is).toHaveLength(4);
});

test("a chart comes back: its kinds, series, colours and place", () => {
  const [was, is] = [before, after].map((model) => sheetOf(model).features.charts[0]);
  const told = (chart: Chart | undefined, model: WorkbookModel) =>
    chart && {
      ...{ name: chart.name, chartType: chart.chartType, from: chart.from, to: chart.to },
      ...{ title: chart.title.text, legend: chart.legend.visible },
      series: chart.series.map(({ chartType, values, categories, fill, line }) => ({
        ...{ chartType, color: chartType === "Line" ? line.color : fill },
        ...{ values: values?.rect, categories: categories?.rect },
        sheet: model.sheet(values?.sheetId ?? "")?.name,
      })),
    };
  expect(told(is, after)).toEqual(told(was, before));
});

test("in the file the target is a line on the axes of the columns, and the title is text", () => {
  const chart = parts["xl/charts/chart1.xml"] ?? "";
  expect(chart.match(/<c:ser>/g)).toHaveLength(2);
  const axes = (group: string) =>
    chart
      .split(`<c:${group}>`)[1]
      ?.split(`</c:${group}>`)[0]
      ?.match(/<c:axId[^>]*>/g);
  expect(axes("lineChart")).toEqual(axes("barChart"));
  expect(axes("lineChart")).toHaveLength(2);
  expect(chart).toContain("Venitul crește &amp; ținta &lt;nu&gt;");
  expect(chart.split("</c:chart>")[1]).toContain("<a:ln><a:noFill/></a:ln>");
  expect(parts["xl/workbook.xml"]).toContain(`'${SHEET}'!$A$1:$G$20</definedName>`);
});

test("in the file a page ends after the twentieth row, grids have their colour, targets their dashes", () => {
  // ISO/IEC 29500-1, 18.3.1.3: a break is above the row of its id, which counts from 0.
  expect(parts["xl/worksheets/sheet1.xml"]).toContain('<brk id="20" max="16383" man="1"/>');
  const chart = parts["xl/charts/chart1.xml"] ?? "";
  expect(/<c:majorGridlines>.*?<\/c:majorGridlines>/.exec(chart)?.[0]).toContain('val="E1E1E1"');
  const [columns = "", line = ""] = chart.match(/<c:ser>.*?<\/c:ser>/g) ?? [];
  expect(columns).not.toContain("prstDash");
  expect(line).toMatch(/<a:ln [^>]*><a:solidFill>.*<\/a:solidFill><a:prstDash val="dash"\/><\/a:ln>/);
});

test("in the file a bar's plain fill and its ends stand where Excel 2010 and later look for them", () => {
  const sheet = new DOMParser().parseFromString(parts["xl/worksheets/sheet1.xml"] ?? "", "text/xml");
  expect(sheet.querySelector("parsererror")).toBeNull();
  const [rule] = [...sheet.getElementsByTagName("cfRule")].filter(
    (each) => each.getAttribute("type") === "dataBar",
  );
  const id = rule?.getElementsByTagName("x14:id")[0]?.textContent;
  const later = sheet.getElementsByTagName("x14:cfRule")[0];
  expect(id).toBeTruthy();
  expect(later?.getAttribute("id")).toBe(id);
  const bar = later?.getElementsByTagName("x14:dataBar")[0];
  expect(bar?.getAttribute("gradient")).toBe("0");
  const limits = [...(bar?.getElementsByTagName("x14:cfvo") ?? [])];
  expect(limits.map((each) => [each.getAttribute("type"), each.textContent])).toEqual([
    ["num", "0"],
    ["max", ""],
  ]);
  expect(sheet.getElementsByTagName("xm:sqref")[0]?.textContent).toBe("B2:B4");
  // The older rule, for programs that know no other.
  expect(rule?.getElementsByTagName("cfvo")[0]?.getAttribute("val")).toBe("0");
});
