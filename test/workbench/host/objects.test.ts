/** @jest-environment jsdom */
import { createHeadlessModel } from "../../../src/workbench/model/headless";
import { ownSheets } from "./own-sheet";

/* The real Office.js client against the host: what Excel.run sees. Each test has a sheet of its own. */

const own = ownSheets("Test");
const { host, model, sheetOf } = own;

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

describe("load and sync", () => {
  test("values, text, formulas and number formats", async () => {
    await Excel.run(async (context) => {
      const range = sheetOf(context).getRange("A1:C2");
      range.values = [
        ["x", 0.5, true],
        ["=B1*2", "'007", ""],
      ];
      sheetOf(context).getRange("B1").numberFormat = [["0.0%"]];
      range.load("values,text,formulas,numberFormat,valueTypes,address,rowCount,columnCount,cellCount");
      await context.sync();
      expect(range.values).toEqual([
        ["x", 0.5, true],
        [1, "007", ""],
      ]);
      expect(range.text).toEqual([
        ["x", "50.0%", "TRUE"],
        ["1", "007", ""],
      ]);
      expect(range.formulas[1]?.[0]).toBe("=B1*2");
      expect(range.numberFormat[0]).toEqual(["General", "0.0%", "General"]);
      expect(range.valueTypes).toEqual([
        ["String", "Double", "Boolean"],
        ["Double", "String", "Empty"],
      ]);
      expect([range.address, range.rowCount, range.columnCount, range.cellCount]).toEqual([
        `${own.name}!A1:C2`,
        2,
        3,
        6,
      ]);
    });
  });

  test("a text Excel would read as a number, percentage or date becomes one; in a text cell it stays", async () => {
    await Excel.run(async (context) => {
      const range = sheetOf(context).getRange("A1:E1");
      range.values = [["1,200.50", "12%", "2026-03-01", "maybe", "#N/A"]];
      const texts = sheetOf(context).getRange("A2:B2");
      texts.numberFormat = [["@", "@"]];
      texts.values = [["12", "=A1"]];
      range.load("values");
      texts.load("values,formulas");
      await context.sync();
      expect(range.values).toEqual([[1200.5, 0.12, 46082, "maybe", "#N/A"]]);
      expect(texts.values).toEqual([["12", "=A1"]]);
    });
  });

  test("what was not loaded cannot be read", async () => {
    await Excel.run(async (context) => {
      const range = sheetOf(context).getRange("A1");
      await context.sync();
      expect(() => range.values).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
    });
  });

  test("one value fills a range, null leaves a cell alone", async () => {
    await Excel.run(async (context) => {
      const range = sheetOf(context).getRange("A1:B2");
      range.values = 7 as never;
      sheetOf(context).getRange("A1:B1").values = [[null, 8]] as never;
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([
        [7, 8],
        [7, 7],
      ]);
    });
  });

  test("range.set updates several properties, nested ones too", async () => {
    await Excel.run(async (context) => {
      const range = sheetOf(context).getRange("B2");
      range.set({ values: [["hello"]], format: { font: { bold: true }, fill: { color: "#ff0000" } } });
      range.load("values,format/font/bold,format/fill/color");
      await context.sync();
      expect([range.values, range.format.font.bold, range.format.fill.color]).toEqual([
        [["hello"]],
        true,
        "#FF0000",
      ]);
    });
  });

  test("a range stays usable over several syncs, and moves with its cells", async () => {
    await Excel.run(async (context) => {
      const range = sheetOf(context).getRange("A3:B3");
      range.values = [["last", 1]];
      await context.sync();
      sheetOf(context).getRange("1:2").insert("Down");
      await context.sync();
      range.load("address,values");
      await context.sync();
      expect([range.address, range.values]).toEqual([`${own.name}!A5:B5`, [["last", 1]]]);
      sheetOf(context).getRange("1:1").delete("Up");
      range.load("address");
      await context.sync();
      expect(range.address).toBe(`${own.name}!A4:B4`);
    });
  });

  test("30,000 cells in one write", async () => {
    const values = Array.from({ length: 10_000 }, (_, i) => [i, `word ${i % 7}`, i / 2]);
    await Excel.run(async (context) => {
      const sheet = sheetOf(context);
      sheet.getRange("A1:C10000").values = values;
      sheet.getRange("E1").formulas = [["=SUM(A:A)"]];
      const used = sheet.getUsedRange();
      used.load("address,values");
      await context.sync();
      expect(used.address).toBe(`${own.name}!A1:E10000`);
      expect(used.values[9_999]).toEqual([9_999, "word 3", 4999.5, "", ""]);
      expect(used.values[0]?.[4]).toBe(49_995_000);
    });
  });
});

describe("objects that do not exist", () => {
  test("null objects, their children, and writing to them", async () => {
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItemOrNullObject("Nope");
      const body = table.getDataBodyRange();
      body.load("values");
      const used = sheetOf(context).getUsedRangeOrNullObject(true);
      await context.sync();
      expect([table.isNullObject, body.isNullObject, used.isNullObject]).toEqual([true, true, true]);
    });
  });

  test("ItemNotFound says where", async () => {
    const error = await failure((context) => context.workbook.worksheets.getItem("Missing").load("name"));
    expect(error.code).toBe("ItemNotFound");
    expect(error.debugInfo.errorLocation).toBe("WorksheetCollection.getItem");
  });

  test("what came before the error stays done", async () => {
    await failure((context) => {
      sheetOf(context).getRange("A1").values = [["kept"]];
      context.workbook.tables.getItem("Missing").load("name");
    });
    expect(model.sheet(own.name)?.readValues({ row: 0, column: 0, rows: 1, columns: 1 })).toEqual([["kept"]]);
  });

  test("an unknown member is named", async () => {
    const error = await failure((context) => context.workbook.comments.load("items"));
    expect([error.code, error.message]).toEqual([
      "NotImplemented",
      "The stand-in for Excel does not implement Workbook.comments.",
    ]);
    const style = await failure((context) => sheetOf(context).getRange("A1").load("style"));
    expect(style.debugInfo.errorLocation).toBe("Range.style");
    expect(host.unknown).toEqual(expect.arrayContaining(["Workbook.comments", "Range.style"]));
  });
});

describe("Excel's rules", () => {
  test.each([
    ["two columns for three", "A1:C1", [[1, 2]]],
    ["a row too many", "A1", [[1], [2]]],
    ["rows of different length", "A1:B2", [[1, 2], [3]]],
  ])("the size must match: %s", async (_, address, values) => {
    const error = await failure((context) => {
      sheetOf(context).getRange(address).values = values;
    });
    expect(error.code).toBe("InvalidArgument");
    expect(error.message).toMatch(/doesn't match the size/);
  });

  test("the size of a large write is checked before the first piece", async () => {
    const error = await failure((context) => {
      sheetOf(context).getRange("A1:A2000").values = Array.from({ length: 2001 }, () => [1]);
    });
    expect(error.code).toBe("InvalidArgument");
    expect(model.sheet(own.name)?.usedRange()).toBeUndefined();
  });

  test.each(["", "a/b", "x".repeat(32), "'quoted", "History", "[1]"])(
    "the sheet name %p is refused",
    async (bad) => {
      const error = await failure((context) => {
        sheetOf(context).name = bad;
      });
      expect(error.code).toBe("InvalidArgument");
    },
  );

  test("a sheet name is taken, whatever its case", async () => {
    const error = await failure((context) => context.workbook.worksheets.add(own.name.toLowerCase()));
    expect(error.code).toBe("ItemAlreadyExists");
  });

  test("the last visible sheet cannot go", async () => {
    const alone = createHeadlessModel();
    expect(() => alone.activeSheet().delete()).toThrow(expect.objectContaining({ code: "InvalidOperation" }));
    alone.dispose();
  });

  test("requests and answers above 5 MB", async () => {
    const text = "x".repeat(30_000);
    const wide = Array.from({ length: 100 }, () => [text, text]);
    const request = await failure((context) => {
      sheetOf(context).getRange("A1:B100").values = wide;
    });
    expect(request.code).toBe("RequestPayloadSizeLimitExceeded");
    model.sheet(own.name)?.write({ row: 0, column: 0, rows: 100, columns: 2 }, wide, { asIs: true });
    const answer = await failure((context) => sheetOf(context).getRange("A1:B100").load("values"));
    expect(answer.code).toBe("ResponsePayloadSizeLimitExceeded");
  });

  test("a text of more than 32,767 characters is refused; one of just that length is kept", async () => {
    const error = await failure((context) => {
      sheetOf(context).getRange("A1").values = [["x".repeat(32_768)]];
    });
    expect(error.code).toBe("InvalidArgument");
    await Excel.run(async (context) => {
      const cell = sheetOf(context).getRange("A1");
      cell.values = [["é🎉".repeat(10_000)]];
      cell.load("values");
      await context.sync();
      expect(cell.values).toEqual([["é🎉".repeat(10_000)]]);
    });
  });

  test("a whole column reads as null", async () => {
    await Excel.run(async (context) => {
      const column = sheetOf(context).getRange("A:A");
      column.load("values,address,isEntireColumn,rowCount");
      await context.sync();
      expect([column.values, column.address, column.isEntireColumn, column.rowCount]).toEqual([
        null,
        `${own.name}!A:A`,
        true,
        1_048_576,
      ]);
    });
  });
});

describe("collections", () => {
  test("$top and $skip", async () => {
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load({ name: true, $top: 2, $skip: 1 } as never);
      const size = sheets.getCount();
      await context.sync();
      expect(sheets.items.map((sheet) => sheet.name)).toEqual(["Test1", "Test2"]);
      expect(size.value).toBe(model.sheets().length);
    });
  });

  test("items with their parts", async () => {
    await Excel.run(async (context) => {
      const sheet = sheetOf(context);
      sheet.getRange("A1:B3").values = [
        ["Rep", "Amount"],
        ["Ana", 1],
        ["Bo", 2],
      ];
      sheet.tables.add("A1:B3", true).name = `Sales_${own.name}`;
      sheet.tables.load("items/name,items/columns/items/name,count");
      await context.sync();
      const [table] = sheet.tables.items;
      expect(sheet.tables.count).toBe(1);
      expect(table?.name).toBe(`Sales_${own.name}`);
      expect(table?.columns.items.map((column) => column.name)).toEqual(["Rep", "Amount"]);
    });
  });

  test("sheets: add, order, visibility, neighbours", async () => {
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const added = worksheets.add(`${own.name} copy`);
      added.position = 0;
      added.visibility = "Hidden";
      added.tabColor = "#00FF00";
      const first = worksheets.getFirst(true);
      const next = added.getNext();
      const none = added.getPreviousOrNullObject();
      added.load("name,position,visibility,tabColor");
      first.load("name");
      next.load("name");
      await context.sync();
      expect([added.position, added.visibility, added.tabColor]).toEqual([0, "Hidden", "#00FF00"]);
      expect([first.name, next.name, none.isNullObject]).toEqual(["Sheet1", "Sheet1", true]);
      added.delete();
      await context.sync();
    });
    expect(model.sheet(`${own.name} copy`)).toBeUndefined();
  });
});

describe("ranges from ranges", () => {
  const cases: [string, (range: Excel.Range, sheet: Excel.Worksheet) => Excel.Range, string][] = [
    ["getCell", (range) => range.getCell(1, 1), "C4"],
    ["getCell outside", (range) => range.getCell(5, 0), "B8"],
    ["getRow", (range) => range.getRow(1), "B4:D4"],
    ["getColumn", (range) => range.getColumn(2), "D3:D5"],
    ["getOffsetRange", (range) => range.getOffsetRange(-1, 2), "D2:F4"],
    ["getResizedRange", (range) => range.getResizedRange(1, -1), "B3:C6"],
    ["getAbsoluteResizedRange", (range) => range.getAbsoluteResizedRange(1, 2), "B3:C3"],
    ["getEntireColumn", (range) => range.getEntireColumn(), "B:D"],
    ["getEntireRow", (range) => range.getEntireRow(), "3:5"],
    ["getLastCell", (range) => range.getLastCell(), "D5"],
    ["getLastRow", (range) => range.getLastRow(), "B5:D5"],
    ["getLastColumn", (range) => range.getLastColumn(), "D3:D5"],
    ["getRowsAbove", (range) => range.getRowsAbove(2), "B1:D2"],
    ["getRowsBelow", (range) => range.getRowsBelow(2), "B6:D7"],
    ["getColumnsBefore", (range) => range.getColumnsBefore(1), "A3:A5"],
    ["getColumnsAfter", (range) => range.getColumnsAfter(2), "E3:F5"],
    ["getIntersection", (range) => range.getIntersection("C4:F9"), "C4:D5"],
    ["getBoundingRect", (range, sheet) => range.getBoundingRect(sheet.getRange("F9")), "B3:F9"],
    ["getUsedRange", (range) => range.getUsedRange(true), "C4"],
    ["getSurroundingRegion", (_, sheet) => sheet.getRange("C4").getSurroundingRegion(), "C4"],
  ];
  test.each(cases)("%s", async (_, make, address) => {
    await Excel.run(async (context) => {
      const sheet = sheetOf(context);
      sheet.getRange("C4").values = [[1]];
      const range = make(sheet.getRange("B3:D5"), sheet);
      range.load("address");
      await context.sync();
      expect(range.address).toBe(`${own.name}!${address}`);
    });
  });

  test("no intersection, and beyond the edge", async () => {
    await Excel.run(async (context) => {
      const none = sheetOf(context).getRange("A1").getIntersectionOrNullObject("B2");
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
    const error = await failure((context) =>
      sheetOf(context).getRange("A1").getOffsetRange(-1, 0).load("address"),
    );
    expect(error.code).toBe("InvalidArgument");
  });

  test("spilled arrays", async () => {
    await Excel.run(async (context) => {
      const cell = sheetOf(context).getRange("B2");
      cell.formulas = [["=SEQUENCE(3,2)"]];
      const spill = cell.getSpillingToRange();
      const parent = sheetOf(context).getRange("C4").getSpillParent();
      spill.load("address,values");
      parent.load("address");
      cell.load("hasSpill");
      await context.sync();
      expect([cell.hasSpill, spill.address, parent.address]).toEqual([
        true,
        `${own.name}!B2:C4`,
        `${own.name}!B2`,
      ]);
      expect(spill.values[2]).toEqual([5, 6]);
    });
  });
});

describe("formats", () => {
  test("fonts, fill, alignment, borders, sizes", async () => {
    await Excel.run(async (context) => {
      const { format } = sheetOf(context).getRange("B2:C3");
      format.font.name = "Arial";
      format.font.size = 14;
      format.font.color = "blue";
      format.font.underline = "Single";
      format.fill.color = "#ABCDEF";
      format.horizontalAlignment = "Center";
      format.wrapText = true;
      format.columnWidth = 90;
      format.rowHeight = 30;
      format.borders.getItem("EdgeBottom").style = "Continuous";
      format.borders.getItem("EdgeBottom").color = "#FF0000";
      format.load("horizontalAlignment,wrapText,columnWidth,rowHeight");
      format.font.load("name,size,color,underline");
      format.fill.load("color");
      const edge = format.borders.getItem("EdgeBottom");
      edge.load("style,color,weight");
      await context.sync();
      expect([format.horizontalAlignment, format.wrapText, format.columnWidth, format.rowHeight]).toEqual([
        "Center",
        true,
        90,
        30,
      ]);
      expect([format.font.name, format.font.size, format.font.color, format.font.underline]).toEqual([
        "Arial",
        14,
        "#0000FF",
        "Single",
      ]);
      expect(format.fill.color).toBe("#ABCDEF");
      expect([edge.style, edge.color, edge.weight]).toEqual(["Continuous", "#FF0000", "Thin"]);
    });
  });

  test("mixed formats read as null, a cleared one as the default", async () => {
    await Excel.run(async (context) => {
      const sheet = sheetOf(context);
      sheet.getRange("A1").format.font.bold = true;
      const { font } = sheet.getRange("A1:B1").format;
      font.load("bold");
      await context.sync();
      expect(font.bold).toBeNull();
      sheet.getRange("A1").clear("Formats");
      font.load("bold");
      await context.sync();
      expect(font.bold).toBe(false);
    });
  });

  test("clear, freeze, gridlines, autofit", async () => {
    await Excel.run(async (context) => {
      const sheet = sheetOf(context);
      const range = sheet.getRange("A1:B1");
      range.values = [["a rather long text in this cell", 1]];
      range.format.autofitColumns();
      sheet.freezePanes.freezeRows(1);
      sheet.showGridlines = false;
      const frozen = sheet.freezePanes.getLocationOrNullObject();
      frozen.load("address");
      range.format.load("columnWidth");
      sheet.load("showGridlines");
      await context.sync();
      expect([frozen.address, sheet.showGridlines, range.format.columnWidth]).toEqual([
        `${own.name}!1:1`,
        false,
        null,
      ]);
      range.clear("Contents");
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([["", ""]]);
    });
  });
});
