/** @jest-environment jsdom */
import { createHost } from "../../../src/workbench/host";
import { createHeadlessModel } from "../../../src/workbench/model/headless";
import { startClient } from "./client";

/* Tables, names and settings through the real client. */

const model = createHeadlessModel();
const host = createHost(model);
let sheetName: string;
let tableName: string;
let count = 0;

const HEADERS = ["Rep", "Amount", "Status"];
const ROWS = [
  ["Ana", 10, "Won"],
  ["Bo", 20, "Lost"],
  ["Ana", 30, "Won"],
];

beforeAll(() => startClient(host));
beforeEach(() => {
  sheetName = `Sheet ${++count} of deals`;
  tableName = `Deals${count}x`;
  const sheet = model.addSheet(sheetName);
  sheet.write({ row: 1, column: 1, rows: 4, columns: 3 }, [HEADERS, ...ROWS], { asIs: true });
  model.addTable({
    sheet,
    range: { row: 1, column: 1, rows: 4, columns: 3 },
    hasHeaders: true,
    name: tableName,
  });
});
afterAll(() => {
  host.dispose();
  model.dispose();
});

async function failure(act: (context: Excel.RequestContext) => unknown): Promise<OfficeExtension.Error> {
  try {
    await Excel.run(async (context) => {
      await act(context);
      await context.sync();
    });
  } catch (error) {
    return error as OfficeExtension.Error;
  }
  throw new Error("Excel refused nothing.");
}

describe("tables", () => {
  test("their ranges, rows and columns", async () => {
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem(tableName);
      const all = table.getRange();
      const body = table.getDataBodyRange();
      const header = table.getHeaderRowRange();
      const amount = table.columns.getItem("amount");
      const amounts = amount.getDataBodyRange();
      const second = table.rows.getItemAt(1);
      const none = table.columns.getItemOrNullObject("Nope");
      for (const range of [all, body, header, amounts]) range.load("address,values");
      table.load("name,showHeaders,style");
      table.worksheet.load("name");
      amount.load("index,values");
      second.load("values");
      table.rows.load("count");
      await context.sync();
      const quoted = `'${sheetName}'!`;
      expect(all.address).toBe(`${quoted}B2:D5`);
      expect(body.address).toBe(`${quoted}B3:D5`);
      expect(header.values).toEqual([HEADERS]);
      expect(amounts.values).toEqual([[10], [20], [30]]);
      expect([amount.index, amount.values[0]]).toEqual([1, ["Amount"]]);
      expect(second.values).toEqual([ROWS[1]]);
      expect([table.rows.count, table.worksheet.name, none.isNullObject]).toEqual([3, sheetName, true]);
    });
  });

  test("rows are added at the end and in between; what is below moves down", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetName);
      sheet.getRange("C7").values = [["below"]];
      const table = context.workbook.tables.getItem(tableName);
      table.rows.add(undefined, [["Cy", 40, "Won"]]);
      table.rows.add(1, [
        ["Di", 15, "Won"],
        ["Ed", 16, "Lost"],
      ]);
      const body = table.getDataBodyRange();
      const below = sheet.getRange("C10");
      body.load("values");
      below.load("values");
      await context.sync();
      expect(body.values.map(([rep]) => rep as string)).toEqual(["Ana", "Di", "Ed", "Bo", "Ana", "Cy"]);
      expect(below.values).toEqual([["below"]]);
      table.rows.getItemAt(0).delete();
      table.rows.deleteRowsAt(0, 2);
      body.load("values");
      await context.sync();
      const left = table.getDataBodyRange();
      left.load("values,address");
      await context.sync();
      expect(left.values.map(([rep]) => rep as string)).toEqual(["Bo", "Ana", "Cy"]);
    });
  });

  test("columns are added, renamed and deleted, and formulas follow", async () => {
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem(tableName);
      const total = context.workbook.worksheets.getItem(sheetName).getRange("H1");
      total.formulas = [[`=SUM(${tableName}[Amount])`]];
      table.columns.add(1, [["Half"], ["=[@Amount]/2"], ["=[@Amount]/2"], ["=[@Amount]/2"]]);
      const half = table.columns.getItem("Half");
      half.load("values,index");
      total.load("values");
      await context.sync();
      expect([half.index, half.values]).toEqual([1, [["Half"], [5], [10], [15]]]);
      expect(total.values).toEqual([[60]]);
      half.name = "One half";
      table.columns.load("items/name");
      await context.sync();
      expect(table.columns.items.map((column) => column.name)).toEqual([
        "Rep",
        "One half",
        "Amount",
        "Status",
      ]);
      half.delete();
      table.columns.load("items/name");
      total.load("values");
      await context.sync();
      expect(table.columns.items.map((column) => column.name)).toEqual(HEADERS);
      expect(total.values).toEqual([[60]]);
    });
  });

  test("add with and without headers, resize, convert, delete", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetName);
      sheet.getRange("H1:I2").values = [
        ["a", "a"],
        [1, 2],
      ];
      const made = sheet.tables.add("H1:I2", true);
      made.name = `Other${count}x`;
      made.columns.load("items/name");
      made.load("name");
      await context.sync();
      expect(made.columns.items.map((column) => column.name)).toEqual(["a", "a2"]);
      made.resize("H1:I4");
      const range = made.getRange();
      range.load("address");
      await context.sync();
      expect(range.address).toBe(`'${sheetName}'!H1:I4`);
      made.convertToRange();
      sheet.tables.load("items/name");
      await context.sync();
      expect(sheet.tables.items.map((table) => table.name)).toEqual([tableName]);
      const bare = sheet.tables.add("K1:L2", false);
      const whole = bare.getRange();
      whole.load("address,values");
      await context.sync();
      expect([whole.address, whole.values[0]]).toEqual([`'${sheetName}'!K1:L3`, ["Column1", "Column2"]]);
      bare.delete();
      await context.sync();
    });
    expect(model.tables().some((table) => table.sheet.name === sheetName && table.name !== tableName)).toBe(
      false,
    );
  });

  test.each(["A1", "R1C1", "two words", "9lives", "C", "a-b"])(
    "the table name %p is refused",
    async (bad) => {
      const error = await failure((context) => {
        context.workbook.tables.getItem(tableName).name = bad;
      });
      expect(error.code).toBe("InvalidArgument");
    },
  );

  test("a name that is taken, an overlap, and tearing a table apart are refused", async () => {
    const first = model.tables()[0]?.name ?? "";
    if (first !== tableName) {
      const taken = await failure((context) => {
        context.workbook.tables.getItem(tableName).name = first.toUpperCase();
      });
      expect(taken.code).toBe("ItemAlreadyExists");
    }
    const overlap = await failure((context) =>
      context.workbook.worksheets.getItem(sheetName).tables.add("D5:E6", true),
    );
    expect(overlap.code).toBe("InvalidArgument");
    const torn = await failure((context) => {
      context.workbook.worksheets.getItem(sheetName).getRange("C3").insert("Down");
    });
    expect(torn.code).toBe("InvalidOperation");
  });

  test("a table may bear its sheet's name", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add(`Leads${count}x`);
      sheet.getRange("A1:A2").values = [["Source"], ["Web"]];
      const table = sheet.tables.add("A1:A2", true);
      table.name = `Leads${count}x`;
      const count1 = sheet.getRange("C1");
      count1.formulas = [[`=ROWS(Leads${count}x[Source])`]];
      count1.load("values");
      await context.sync();
      expect(count1.values).toEqual([[1]]);
    });
  });

  test("inserted rows above move it, rows within make it larger", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetName);
      sheet.getRange("1:1").insert("Down");
      sheet.getRange("5:6").insert("Down");
      const range = context.workbook.tables.getItem(tableName).getRange();
      range.load("address");
      await context.sync();
      expect(range.address).toBe(`'${sheetName}'!B3:D8`);
    });
  });
});

describe("names", () => {
  test("of ranges and numbers, in the workbook and in a sheet", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetName);
      const { names } = context.workbook;
      names.add(`prices${count}`, sheet.getRange("C3:C5"), "what they cost");
      names.addFormulaLocal(`rate_${count}`, "=0.19");
      sheet.names.add(`local${count}`, sheet.getRange("A1"));
      const cell = sheet.getRange("H1");
      cell.formulas = [[`=SUM(prices${count})*(1+rate_${count})`]];
      const prices = names.getItem(`PRICES${count}`);
      const vat = names.getItem(`rate_${count}`);
      const range = prices.getRange();
      const none = names.getItemOrNullObject("nope");
      const notRange = vat.getRangeOrNullObject();
      prices.load("formula,type,value,comment,scope,visible");
      vat.load("type,value");
      range.load("values,address");
      cell.load("values");
      sheet.names.load("items/name,items/scope");
      await context.sync();
      expect(prices.formula).toBe(`='${sheetName}'!$C$3:$C$5`);
      expect([prices.type, prices.comment, prices.scope, prices.visible]).toEqual([
        "Range",
        "what they cost",
        "Workbook",
        true,
      ]);
      expect([vat.type, vat.value]).toEqual(["Double", 0.19]);
      expect(range.values).toEqual([[10], [20], [30]]);
      expect([none.isNullObject, notRange.isNullObject]).toEqual([true, true]);
      expect(cell.values[0]?.[0]).toBeCloseTo(71.4, 10);
      expect(sheet.names.items.map((item) => [item.name, item.scope])).toEqual([
        [`local${count}`, "Worksheet"],
      ]);
      prices.delete();
      await context.sync();
      expect(model.definedName(`prices${count}`)).toBeUndefined();
    });
  });

  test("a taken and an impossible name are refused", async () => {
    model.addName(`twice${count}`, "=1");
    const taken = await failure((context) => context.workbook.names.addFormulaLocal(`TWICE${count}`, "=2"));
    expect(taken.code).toBe("ItemAlreadyExists");
    const bad = await failure((context) => context.workbook.names.addFormulaLocal("no good", "=2"));
    expect(bad.code).toBe("InvalidArgument");
  });
});

describe("settings", () => {
  test("Excel's collection keeps values and dates", async () => {
    const when = new Date(Date.UTC(2026, 2, 1));
    await Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add("mapping", { a: [1, "ț"], when } as never);
      const kept = settings.getItem("mapping");
      const none = settings.getItemOrNullObject("nope");
      kept.load("value,key");
      await context.sync();
      expect(kept.value).toEqual({ a: [1, "ț"], when });
      expect(none.isNullObject).toBe(true);
      kept.delete();
      await context.sync();
    });
    expect(model.settings.has("mapping")).toBe(false);
  });

  test("the document's settings are saved into the workbook and read back", async () => {
    const { settings } = Office.context.document;
    settings.set("sales", { version: 1, columns: ["Status"] });
    await new Promise((resolve) => settings.saveAsync(resolve));
    expect(JSON.parse(model.settings.get("sales") ?? "null")).toEqual({ version: 1, columns: ["Status"] });
    model.replaceSettings(new Map([["sales", '{"version":2}']]));
    await new Promise((resolve) => settings.refreshAsync(resolve));
    expect(settings.get("sales")).toEqual({ version: 2 });
  });
});
