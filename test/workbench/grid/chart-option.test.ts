import { newChart } from "../../../src/workbench/model/chart";
import { setChartData } from "../../../src/workbench/model/chartData";
import { createHeadlessModel } from "../../../src/workbench/model/headless";
import { chartOption, type ChartCells } from "../../../src/workbench/grid/charts/option";

/* What is handed to the drawing library for a chart over real cells. */

const model = createHeadlessModel();
const sheet = model.addSheet("Data");
const rect = { row: 0, column: 0, rows: 4, columns: 3 };
beforeAll(() => {
  sheet.write(rect, [
    ["Rep", "Won", "Lost"],
    ["Ana", 3, 1],
    ["Ion", "", 2],
    ["Eva", 6, 2],
  ]);
  sheet.setNumberFormats({ row: 1, column: 1, rows: 3, columns: 1 }, [["0.0"], ["0.0"], ["0.0"]]);
});
afterAll(() => model.dispose());

const cells: ChartCells = {
  numbers: ({ rect: at }) =>
    sheet
      .readValues(at)
      .flat()
      .map((value) => (typeof value === "number" ? value : null)),
  texts: ({ rect: at }) => sheet.readText(at).flat(),
  numberFormat: ({ rect: at }) => sheet.readNumberFormats(at)[0]?.[0] ?? "General",
};

interface Option {
  title: { text: string; show: boolean };
  legend: { data?: string[] };
  xAxis: { type: string; data?: string[]; min?: number; axisLabel: { formatter(value: unknown): string } };
  yAxis: { type: string; data?: string[]; min?: number; axisLabel: { formatter(value: unknown): string } };
  series: {
    name: string;
    type: string;
    stack?: string;
    data: unknown[];
    barGap: string;
    barCategoryGap: string;
    label: { formatter(point: { value: unknown }): string };
  }[];
}

function option(
  type: string,
  change: (chart: ReturnType<typeof newChart>) => void = () => undefined,
): Option {
  const chart = newChart("{1}", "test", type);
  setChartData(chart, sheet, rect, "Columns");
  change(chart);
  return chartOption(chart, cells, (color) => color) as unknown as Option;
}

test("columns stand, bars lie; blanks are gaps; labels have the cells' format", () => {
  const columns = option("ColumnClustered");
  expect([columns.xAxis.data, columns.yAxis.type]).toEqual([["Ana", "Ion", "Eva"], "value"]);
  expect(columns.series.map(({ name, type, data }) => [name, type, data])).toEqual([
    ["Won", "bar", [3, null, 6]],
    ["Lost", "bar", [1, 2, 2]],
  ]);
  expect(columns.legend.data).toEqual(["Won", "Lost"]);
  expect([columns.yAxis.axisLabel.formatter(2), columns.series[0]?.label.formatter({ value: 3 })]).toEqual([
    "2.0",
    "3.0",
  ]);
  const bars = option("BarClustered");
  expect([bars.yAxis.data, bars.xAxis.type]).toEqual([["Ana", "Ion", "Eva"], "value"]);
});

test("stacks, and shares of a stack", () => {
  const stacked = option("ColumnStacked");
  expect(new Set(stacked.series.map(({ stack }) => stack)).size).toBe(1);
  const full = option("BarStacked100");
  expect(full.series.map(({ data }) => data)).toEqual([
    [0.75, null, 0.75],
    [0.25, 1, 0.25],
  ]);
  expect(full.xAxis.axisLabel.formatter(0.5)).toBe("50%");
});

test("a target as a line over columns, an axis from zero, widths of gaps", () => {
  const mixed = option("ColumnClustered", ({ series, valueAxis }) => {
    const [won, lost] = series;
    if (lost) lost.chartType = "Line";
    if (won) won.gapWidth = 60;
    valueAxis.minimum = 0;
    valueAxis.numberFormat = '0"%"';
    valueAxis.linkNumberFormat = false;
  });
  expect(mixed.series.map(({ type }) => type)).toEqual(["bar", "line"]);
  expect([mixed.yAxis.min, mixed.yAxis.axisLabel.formatter(7)]).toEqual([0, "7%"]);
  // one bar of width 1 and a gap of 0.6: 0.6 / 1.6 of the room
  expect(mixed.series[0]?.barCategoryGap).toBe("37.5%");
});

test("a pie has one series of named slices", () => {
  const [slices] = option("Pie").series;
  expect(slices?.data).toMatchObject([
    { name: "Ana", value: 3 },
    { name: "Ion", value: null },
    { name: "Eva", value: 6 },
  ]);
});
