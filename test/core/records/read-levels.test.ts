import type { NumberColumn } from "../../../src/core/records/columns";
import { readRecords } from "../../../src/core/records/read-records";

const column = (cells: readonly unknown[]) => cells.map((cell) => [cell]);

const read = (cell: unknown) => {
  const records = readRecords(
    "benchmark",
    { metric: column(["CAC"]), typical: column([cell]) },
    { headless: true },
  );
  const typical = records.columns.get("typical") as NumberColumn;
  return { value: typical.values[0], unit: typical.units?.get(0), problems: records.problems };
};

test.each<[unknown, number, string | undefined]>([
  [25, 25, undefined],
  [0.25, 0.25, undefined],
  ["25", 25, undefined],
  ["25%", 0.25, "percent"],
  ["35 %", 0.35, "percent"],
  ["12,5 %", 0.125, "percent"],
  ["-3 %", -0.03, "percent"],
  ["45 min", 0.75, "hours"],
  ["1:30", 1.5, "hours"],
  ["3 zile", 72, "hours"],
  ["12 months", 12, "months"],
  ["18 luni", 18, "months"],
  ["20 de luni", 20, "months"],
  ["$ 1,200.50", 1200.5, undefined],
  ["1.2M", 1_200_000, undefined], // money before minutes
])("%j is %d, %s", (cell, value, unit) => {
  expect(read(cell)).toEqual({ value, unit, problems: [] });
});

test.each(["about five", "25 % €", "#DIV/0!", "12/2"])("%j is no number, and told", (cell) => {
  const { value, problems } = read(cell);
  expect(value).toBeNaN();
  expect(problems).toMatchObject([{ role: "typical", rows: [0] }]);
});

test("numbers keep their rows and units below a header that was passed along", () => {
  const { columns, firstRow } = readRecords("benchmark", {
    metric: column(["Metric", "Win rate", "CAC"]),
    typical: column(["Typical", "25 %", 300]),
  });
  const typical = columns.get("typical") as NumberColumn;
  expect([firstRow, [...typical.values], [...(typical.units ?? [])]]).toEqual([
    ...[1, [0.25, 300], [[0, "percent"]]],
  ]);
});
