/** @jest-environment jsdom */
import { createHost } from "../../../src/workbench/host";
import { createHeadlessModel } from "../../../src/workbench/model/headless";
import { startClient } from "./client";

/* Several blocks of cells at once, through the real Office.js client. */

const model = createHeadlessModel();
const host = createHost(model);

beforeAll(() => startClient(host));
afterAll(() => {
  host.dispose();
  model.dispose();
});

test("address, count, ranges and cells of several areas", async () => {
  const name = model.addSheet("Won, lost; open").name;
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.getRange("A1:B2").values = [
      [1, 2],
      [3, 4],
    ];
    for (const text of ["A1:B2,C5", "A1:B2; C5", `'${name}'!A1:B2, '${name}'!C5`]) {
      const areas = sheet.getRanges(text);
      areas.load("address,areaCount,cellCount,isEntireRow,areas/items/address,worksheet/name");
      const first = areas.areas.getItemAt(0);
      first.load("values");
      await context.sync();
      expect(areas.address).toBe(`'${name}'!A1:B2,'${name}'!C5`);
      expect([areas.areaCount, areas.cellCount, areas.isEntireRow, areas.worksheet.name]).toEqual([
        2,
        5,
        false,
        name,
      ]);
      expect(areas.areas.items.map((item) => item.address)).toEqual([`'${name}'!A1:B2`, `'${name}'!C5`]);
      expect(first.values).toEqual([
        [1, 2],
        [3, 4],
      ]);
    }
    const rows = sheet.getRanges("2:3,7:7");
    rows.load("isEntireRow,areaCount");
    await context.sync();
    expect([rows.isEntireRow, rows.areaCount]).toEqual([true, 2]);
  });
});

test("select several areas: the sheet comes to the front, the last area is the active one", async () => {
  model.addSheet("Behind");
  await Excel.run(async (context) => {
    const areas = context.workbook.worksheets.getItem("Behind").getRanges("A2:C2,A5:C5,B9");
    areas.select();
    await context.sync();
    const selected = context.workbook.getSelectedRanges();
    selected.load("address");
    const active = context.workbook.getActiveCell();
    active.load("address");
    await context.sync();
    expect([selected.address, active.address]).toEqual(["Behind!A2:C2,Behind!A5:C5,Behind!B9", "Behind!B9"]);
  });
  expect(model.selection().areas).toHaveLength(3);
});

test("clear several areas; an address that is none is refused", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Cleared");
    sheet.getRange("A1:A4").values = [[1], [2], [3], [4]];
    sheet.getRanges("A1,A3:A4").clear("Contents");
    const left = sheet.getRange("A1:A4");
    left.load("values");
    await context.sync();
    expect(left.values).toEqual([[""], [2], [""], [""]]);
  });
  const refused = Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Cleared").getRanges("A1,nothing").load("address");
    await context.sync();
  });
  await expect(refused).rejects.toMatchObject({ code: "InvalidArgument" });
});
