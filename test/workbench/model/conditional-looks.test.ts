import {
  newFormat,
  type ConditionalFormat,
  type FormatDetail,
} from "../../../src/workbench/model/conditionalFormats";
import { conditionalLooks } from "../../../src/workbench/model/conditionalLooks";
import type { CellValue } from "../../../src/workbench/model/types";

/* What conditional formats make of cells, by Excel's rules; shares and colours counted by hand. */

function looks(detail: FormatDetail, values: CellValue[], more: Partial<ConditionalFormat> = {}) {
  const rect = { row: 0, column: 0, rows: values.length, columns: 1 };
  const format: ConditionalFormat = { id: "1", ranges: [rect], stopIfTrue: false, detail, ...more };
  const found = conditionalLooks([format], () => values.map((value) => [value]));
  return values.map((_, row) => found.get(`${row},0`));
}
const bar = (change: object) => ({ ...newFormat("DataBar"), ...change }) as FormatDetail;

test("bars begin at zero and are as long as the share of the largest; texts and blanks have none", () => {
  const found = looks(bar({}), [50, 200, 0, "n/a", ""]);
  expect(found.map((look) => look?.bar?.length)).toEqual([25, 100, 0, undefined, undefined]);
  expect(found[0]?.bar).toMatchObject({ zero: 0, color: "#638EC6", gradient: true, numberShown: true });
});

test("negative numbers have bars of their own colour to the left of zero", () => {
  const found = looks(bar({}), [-50, 150, -25]);
  expect(found.map((look) => [look?.bar?.length, look?.bar?.zero, look?.bar?.color])).toEqual([
    [-100, 25, "#FF0000"],
    [100, 25, "#638EC6"],
    [-50, 25, "#FF0000"],
  ]);
  expect(looks(bar({}), [-50, -100]).map((look) => look?.bar?.length)).toEqual([-50, -100]);
});

test("bounds: numbers, per cent, percentiles; what lies beyond is cut off", () => {
  const lengths = (lower: object, upper: object, values: number[]) =>
    looks(bar({ lower, upper }), values).map((look) => look?.bar?.length);
  expect(lengths({ type: "Number", formula: "=10" }, { type: "Number", formula: "20" }, [5, 15, 30])).toEqual(
    [0, 50, 100],
  );
  expect(lengths({ type: "LowestValue" }, { type: "HighestValue" }, [10, 15, 20])).toEqual([0, 50, 100]);
  expect(lengths({ type: "Percent", formula: "50" }, { type: "HighestValue" }, [0, 75, 100])).toEqual([
    0, 50, 100,
  ]);
  // PERCENTILE.INC({1;2;3;4;5}, 0.75) is 4
  expect(
    lengths({ type: "Number", formula: "0" }, { type: "Percentile", formula: "75" }, [1, 2, 3, 4, 5]),
  ).toEqual([25, 50, 75, 100, 100]);
});

test("colour scales mix their two or three colours", () => {
  const two = {
    type: "ColorScale",
    criteria: {
      minimum: { type: "LowestValue", color: "#FFFFFF" },
      maximum: { type: "HighestValue", color: "#000000" },
    },
  } as const;
  expect(looks(two, [0, 10, 5, "x"]).map((look) => look?.fillColor)).toEqual([
    "#FFFFFF",
    "#000000",
    "#808080",
    undefined,
  ]);
  const three = {
    ...two,
    criteria: { ...two.criteria, midpoint: { type: "Number", formula: "2", color: "#FF0000" } },
  } as const;
  expect(looks(three, [0, 1, 2, 6, 10]).map((look) => look?.fillColor)).toEqual([
    "#FFFFFF",
    "#FF8080",
    "#FF0000",
    "#800000",
    "#000000",
  ]);
});

test("icons by thirds, the best one first; reversed; conditions strictly above", () => {
  const icons = newFormat("IconSet") as Extract<FormatDetail, { type: "IconSet" }>;
  const values = [0, 32, 33, 66, 67, 100];
  const index = (detail: FormatDetail) => looks(detail, values).map((look) => look?.icon?.index);
  expect(index(icons)).toEqual([2, 2, 1, 1, 0, 0]);
  expect(index({ ...icons, reverseIconOrder: true })).toEqual([0, 0, 1, 1, 2, 2]);
  const strict = icons.criteria.map((each) => ({ ...each, operator: "GreaterThan" }));
  expect(index({ ...icons, criteria: strict })).toEqual([2, 2, 2, 1, 1, 0]);
});

test("conditions on values; the first format prevails, and may stop the others", () => {
  const red = {
    type: "CellValue",
    rule: { formula1: "=10", operator: "GreaterThan" },
    style: { fontColor: "#FF0000" },
  } as const;
  expect(looks(red, [10, 11, "zzz", ""]).map((look) => look?.fontColor)).toEqual([
    undefined,
    "#FF0000",
    undefined,
    undefined,
  ]);
  const rect = { row: 0, column: 0, rows: 1, columns: 1 };
  const blue = { ...red, style: { fontColor: "#0000FF", bold: true } };
  const both = (stopIfTrue: boolean) =>
    conditionalLooks(
      [
        { id: "1", ranges: [rect], stopIfTrue, detail: red },
        { id: "2", ranges: [rect], stopIfTrue: false, detail: blue },
      ],
      () => [[12]],
    ).get("0,0");
  expect(both(false)).toEqual({ fontColor: "#FF0000", bold: true });
  expect(both(true)).toEqual({ fontColor: "#FF0000" });
});
