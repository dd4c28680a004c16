/** @jest-environment jsdom */
import { readSelectedArea, showRows } from "../../src/workbook";
import { areaAddress, parseAreas } from "../../src/workbook/address";
import { formatRect } from "../../src/workbench/model/address";
import { startExcel, type TestExcel } from "../support/excel";

let excel: TestExcel;

beforeAll(async () => {
  excel = await startExcel();
  excel.fill("Deals", "A1:C3", [
    ["Status", "Amount", "Closed"],
    ["Won", 1, 2],
    ["Lost", 3, 4],
  ]);
  excel.sheet("Other");
});
beforeEach(() => excel.select("Other", "A1"));
afterEach(() => jest.restoreAllMocks());
afterAll(() => excel.dispose());

const cells = (column: number, ...rows: number[]) => rows.map((row) => ({ sheet: "Deals", row, column }));
function selected(): [sheet: string, areas: string] {
  const { sheet, areas } = excel.model.selection();
  return [sheet.name, areas.map((area) => formatRect(area)).join(",")];
}

test("cells here and there are selected together, on the sheet they stand on", async () => {
  expect(await showRows(cells(1, 9, 4, 5, 3, 20))).toBe(5);
  expect(selected()).toEqual(["Deals", "B4:B6,B10,B21"]);
  expect(await showRows(cells(27, 0))).toBe(1);
  expect(selected()).toEqual(["Deals", "AB1"]);
  expect(await showRows([])).toBe(0);
});

test("where Excel cannot select several areas, the first ones that stand together", async () => {
  const { requirements } = Office.context;
  const supported = requirements.isSetSupported.bind(requirements);
  jest
    .spyOn(requirements, "isSetSupported")
    .mockImplementation(
      (name, version) => Number(String(version).split(".")[1]) < 18 && supported(name, version),
    );
  expect(await showRows(cells(1, 9, 4, 5, 3))).toBe(3);
  expect(selected()).toEqual(["Deals", "B4:B6"]);
});

test("more areas than an address may name: as many as fit", async () => {
  const count = await showRows(cells(0, ...Array.from({ length: 5000 }, (_, i) => i * 2)));
  // 8,000 characters of "A1,A3,…": 5 one-digit rows of 3 each, 45 of 4, 450 of 5, then 6 each: 15 + 180 + 2,250 and 925 × 6
  expect(count).toBe(5 + 45 + 450 + 925);
});

test("a hidden sheet is shown", async () => {
  excel.sheet("Deals").setVisibility("Hidden");
  await showRows(cells(0, 1));
  expect(selected()).toEqual(["Deals", "A2"]);
  expect(excel.sheet("Deals").visibility).toBe("Visible");
});

test("a sheet that is gone is told", async () => {
  await expect(showRows([{ sheet: "Nowhere", row: 0, column: 0 }])).rejects.toMatchObject({
    problem: "itemGone",
  });
});

test.each([
  ["B2:C3", { row: 1, column: 1, rows: 2, columns: 2 }],
  ["A:B", { row: 0, column: 0, rows: 3, columns: 2 }],
])("the selected area %s", async (address, area) => {
  const sheet = excel.sheet("Deals");
  sheet.activate();
  const rect = address === "A:B" ? { row: 0, column: 0, rows: 1_048_576, columns: 2 } : area;
  excel.model.select(sheet, rect);
  expect(await readSelectedArea()).toEqual({ sheet: "Deals", ...area });
});

test.each([
  ["B2", [{ row: 1, lastRow: 1, column: 1, lastColumn: 1 }]],
  ["Deals!$B$2:AA10", [{ row: 1, lastRow: 9, column: 1, lastColumn: 26 }]],
  ["'a!b,c'!A1", [{ row: 0, lastRow: 0, column: 0, lastColumn: 0 }]],
  ["3:5", [{ row: 2, lastRow: 4, column: 0, lastColumn: Infinity }]],
  ["A:C", [{ row: 0, lastRow: Infinity, column: 0, lastColumn: 2 }]],
  [
    "A1,C3:D4",
    [
      { row: 0, lastRow: 0, column: 0, lastColumn: 0 },
      { row: 2, lastRow: 3, column: 2, lastColumn: 3 },
    ],
  ],
  ["", undefined],
  ["Name", undefined],
])("an address of a change, %s", (address, spans) => expect(parseAreas(address)).toEqual(spans));

test("addresses are written as they are read", () => {
  expect(areaAddress(0, 0)).toBe("A1");
  expect(areaAddress(1, 25, 9, 702)).toBe("Z2:AAA10");
});
