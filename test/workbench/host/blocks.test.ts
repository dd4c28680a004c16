/** @jest-environment jsdom */
import { ownSheets } from "./own-sheet";

/* Cells inserted and deleted through the real Office.js client: what stands below moves along, beside nothing does. */

const own = ownSheets("Blocks");
const { sheetOf, codeOf } = own;

test("formulas, names and formats follow; what stands beside stays", async () => {
  await Excel.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("A1:B4").values = [
      ["report", 1],
      ["report", 2],
      ["note", 3],
      ["=SUM(B1:B3)", "=B3*2"],
    ];
    sheet.getRange("D3").values = [["=B3+B2"]];
    sheet.getRange("A3").format.font.bold = true;
    context.workbook.names.add(`note${own.count}`, sheet.getRange("A3:B3")).visible = false;
    sheet.names.add("own", sheet.getRange("A2"));
    const other = context.workbook.worksheets.add(`${own.name}b`);
    other.getRange("A1").formulas = [[`='${own.name}'!B3`]];
    await context.sync();

    sheet.getRange("A3:B4").insert("Down");
    const all = sheet.getRange("A1:D6");
    all.load("formulas,values");
    const bold = sheet.getRange("A5");
    bold.load("format/font/bold");
    const blank = sheet.getRange("A3");
    blank.load("format/font/bold");
    const name1 = context.workbook.names.getItem(`note${own.count}`);
    name1.load("formula,visible");
    const name2 = sheet.names.getItem("own");
    name2.load("formula");
    const far = other.getRange("A1");
    far.load("formulas,values");
    await context.sync();
    expect(all.formulas).toEqual([
      ["report", 1, "", ""],
      ["report", 2, "", ""],
      ["", "", "", "=B5+B2"],
      ["", "", "", ""],
      ["note", 3, "", ""],
      ["=SUM(B1:B5)", "=B5*2", "", ""],
    ]);
    expect([all.values[5]?.[0], all.values[5]?.[1], all.values[2]?.[3]]).toEqual([6, 6, 5]);
    expect([bold.format.font.bold, blank.format.font.bold]).toEqual([true, false]);
    expect([name1.formula, name1.visible, name2.formula]).toEqual([
      `=${own.name}!$A$5:$B$5`,
      false,
      `=${own.name}!$A$2`,
    ]);
    expect([far.formulas, far.values]).toEqual([[[`='${own.name}'!B5`]], [[3]]]);

    sheet.getRange("A2:B4").delete("Up");
    const after = sheet.getRange("A1:D6");
    after.load("formulas,values");
    name2.load("formula,type");
    name1.getRange().load("address");
    far.load("values");
    await context.sync();
    expect(after.formulas).toEqual([
      ["report", 1, "", ""],
      ["note", 3, "", ""],
      ["=SUM(B1:B2)", "=B2*2", "", "=B2+#REF!"],
      ["", "", "", ""],
      ["", "", "", ""],
      ["", "", "", ""],
    ]);
    expect(after.values[2]).toEqual([4, 6, "", "#REF!"]);
    expect(name2.formula).toContain("#REF!");
    expect(far.values).toEqual([[3]]);
  });
});

test("names and references follow whole rows too, on a sheet that is not in front", async () => {
  await Excel.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("A1:A3").values = [[1], [2], ["=A2"]];
    context.workbook.names.add(`rows${own.count}`, sheet.getRange("A2:A3"));
    await context.sync();
    sheet.getRange("2:3").insert("Down");
    sheet.getRange("A:A").insert("Right");
    const named = context.workbook.names.getItem(`rows${own.count}`);
    named.load("formula");
    const cell = sheet.getRange("B5");
    cell.load("formulas,values");
    await context.sync();
    expect(named.formula).toBe(`=${own.name}!$B$4:$B$5`);
    expect([cell.formulas, cell.values]).toEqual([[["=B4"]], [[2]]]);
  });
});

test("a tracked range goes with the block it stands on", async () => {
  await Excel.run(async (context) => {
    const sheet = sheetOf(context);
    const below = sheet.getRange("A5:B6");
    const beside = sheet.getRange("D5");
    context.trackedObjects.add(below);
    context.trackedObjects.add(beside);
    await context.sync();
    sheet.getRange("A2:B3").insert("Down");
    below.load("address");
    beside.load("address");
    await context.sync();
    expect([below.address, beside.address]).toEqual([`${own.name}!A7:B8`, `${own.name}!D5`]);
  });
});

test("a table below moves; one that would be cut is refused, and nothing has moved", async () => {
  await Excel.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("A4:B5").values = [
      ["Rep", "Won"],
      ["Ana", 3],
    ];
    sheet.tables.add("A4:B5", true).name = `WonDeals${own.count}`;
    sheet.getRange("D1").formulas = [[`=SUM(WonDeals${own.count}[Won])`]];
    await context.sync();
    sheet.getRange("A1:B2").insert("Down");
    const table = sheet.tables.getItem(`WonDeals${own.count}`).getRange();
    table.load("address,values");
    const sum = sheet.getRange("D1");
    sum.load("values");
    await context.sync();
    expect([table.address, table.values[1], sum.values]).toEqual([`${own.name}!A6:B7`, ["Ana", 3], [[3]]]);
  });
  expect(await codeOf((sheet) => sheet.getRange("A1").insert("Down"))).toBe("InvalidOperation");
  expect(await codeOf((sheet) => sheet.getRange("B7:C7").delete("Up"))).toBe("InvalidOperation");
  await Excel.run(async (context) => {
    const table = sheetOf(context).tables.getItemAt(0).getRange();
    table.load("address");
    await context.sync();
    expect(table.address).toBe(`${own.name}!A6:B7`);
  });
});
