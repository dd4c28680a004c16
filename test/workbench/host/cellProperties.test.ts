/** @jest-environment jsdom */
import { createHost } from "../../../src/workbench/host";
import { createHeadlessModel } from "../../../src/workbench/model/headless";
import { startClient } from "./client";

/* The looks of many cells in one answer, and the theme's accents by Excel's styles, through the real client. */

const model = createHeadlessModel();
const host = createHost(model);

beforeAll(() => startClient(host));
afterAll(() => {
  host.dispose();
  model.dispose();
});

const read = (asked: Excel.CellPropertiesLoadOptions) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("B2:C2");
    range.getCell(0, 0).format.font.bold = true;
    range.getCell(0, 0).format.fill.color = "#FFFF00";
    range.getCell(0, 1).format.borders.getItem("EdgeBottom").style = "Continuous";
    const properties = range.getCellProperties(asked);
    await context.sync();
    return properties;
  });

test("what is asked for, cell by cell", async () => {
  const { value } = await read({
    format: { font: { bold: true, color: true }, fill: { color: true }, borders: { style: true } },
  });
  const [[first, second] = []] = value;
  expect(first?.format?.font).toEqual({ bold: true, color: "#000000" });
  expect(first?.format?.fill).toEqual({ color: "#FFFF00" });
  expect(first?.format?.borders?.bottom).toEqual({ style: "None" });
  expect(second?.format?.font).toEqual({ bold: false, color: "#000000" });
  expect(second?.format?.fill).toEqual({ color: "#FFFFFF" });
  expect(second?.format?.borders?.bottom).toEqual({ style: "Continuous" });
  expect(second?.format).not.toHaveProperty("horizontalAlignment");
});

test.each<Excel.CellPropertiesLoadOptions>([
  { address: true },
  { format: { textOrientation: true } },
  { format: { font: { subscript: true } } },
])("what it does not know is refused: %j", async (asked) => {
  await expect(read(asked)).rejects.toMatchObject({ code: "NotImplemented" });
});

test("the accent colours of Office's theme", async () => {
  await Excel.run(async (context) => {
    const accent = context.workbook.styles.getItemOrNullObject("Accent1").load("fill/color");
    const none = context.workbook.styles.getItemOrNullObject("Mine").load("name");
    await context.sync();
    expect(accent.fill.color).toBe("#156082");
    expect(none.isNullObject).toBe(true);
  });
});
