import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { emptySheet, type SheetContent } from "../../../src/workbench/files/content";
import { formulaFromFile, formulaToFile, shiftFormula } from "../../../src/workbench/files/formula-text";
import { readWorkbookFile } from "../../../src/workbench/files/open";
import { dateSerial, serialOfDate } from "../../../src/workbench/files/serial";
import { readXlsx } from "../../../src/workbench/files/xlsx-read";
import { spillKey, writeXlsx } from "../../../src/workbench/files/xlsx-write";

const functions = ["SALES.WINRATE", "SALES.BY"];

describe("save and reopen", () => {
  test("values, formulas, tables, formats, names, settings, freeze, widths and visibility survive", async () => {
    const deals: SheetContent = {
      ...emptySheet("Deals & co"),
      values: [
        ["Status", "Amount", "Closed"],
        ["Won", 1200.5, 42795],
        ["câștigat ț", -3, "#N/A"],
        [true, "", " two  spaces "],
        ["=not a formula", "rate", 0.5],
        ["", "by", "Ana"],
      ],
      formulas: [
        { row: 4, column: 2, formula: '=SALES.WINRATE(Deals[Status],,"a(""b"")")' },
        { row: 5, column: 1, formula: "=SALES.BY(A1:A3)" },
      ],
      formats: [
        { rect: { row: 1, column: 2, rows: 2, columns: 1 }, format: { numberFormat: "yyyy-mm-dd" } },
        {
          rect: { row: 0, column: 0, rows: 1, columns: 3 },
          format: { bold: true, fillColor: "#FFCC00", fontColor: "#112233", horizontalAlignment: "Center" },
        },
      ],
      tables: [
        {
          name: "Deals",
          rect: { row: 0, column: 0, rows: 4, columns: 3 },
          style: "TableStyleLight9",
          showHeaders: true,
          id: "{6C1F2C37-8F0E-4A40-A001-1D2B3C4D5E6F}",
          columnIds: [1, 7, 2],
        },
      ],
      columnWidths: new Map([[1, 145]]),
      freeze: { rows: 1, columns: 0 },
    };
    const hidden: SheetContent = { ...emptySheet("Lists"), values: [["x"]], visibility: "Hidden" };
    const settings = new Map([
      ["mapping", JSON.stringify({ deals: "Deals", note: 'ășț "quoted"\n' })],
      ["long", "z".repeat(70_000)],
    ]);
    const bytes = await writeXlsx(
      {
        name: "x.xlsx",
        sheets: [hidden, deals],
        names: [
          { name: "vat", formula: "=0.19" },
          { name: "amounts", formula: "='Deals & co'!$B$2:$B$4" },
        ],
        settings,
        activeSheet: 1,
        spills: new Map([[spillKey("Deals & co", 5, 1), "B6:C6"]]),
      },
      functions,
    );
    const reopened = await readXlsx(bytes, "x.xlsx", functions);
    expect(reopened.sheets.map((sheet) => [sheet.name, sheet.visibility])).toEqual([
      ["Lists", "Hidden"],
      ["Deals & co", "Visible"],
    ]);
    const sheet = reopened.sheets[1];
    expect(sheet?.values).toEqual([
      ["Status", "Amount", "Closed"],
      ["Won", 1200.5, 42795],
      ["câștigat ț", -3, "#N/A"],
      [true, null, " two  spaces "],
      ["=not a formula", "rate", 0.5],
      // "Ana" was spilled by the formula beside it, and will be again
      [null, "by", null],
    ]);
    expect(sheet?.formulas).toEqual(deals.formulas);
    expect(sheet?.tables).toEqual(deals.tables);
    expect(sheet?.freeze).toEqual({ rows: 1, columns: 0 });
    expect(sheet?.columnWidths.get(1)).toBe(145);
    expect(sheet?.formats).toEqual(expect.arrayContaining(deals.formats));
    expect(reopened.names).toEqual([
      { name: "vat", formula: "=0.19" },
      { name: "amounts", formula: "='Deals & co'!$B$2:$B$4" },
    ]);
    expect(reopened.settings).toEqual(settings);
    expect(reopened.activeSheet).toBe(1);
  });
});

describe("formulas as files spell them", () => {
  test.each([
    ["=SALES.WINRATE(A1)", "_xldudf_SALES_WINRATE(A1)"],
    ['=FILTER(A1:A3,B1:B3="FILTER(x")', '_xlfn._xlws.FILTER(A1:A3,B1:B3="FILTER(x")'],
    ["=LET(x,1,x)", "_xlfn.LET(x,1,x)"],
    ["=SUM('UNIQUE(x'!A1)", "SUM('UNIQUE(x'!A1)"],
  ])("%s", (typed, inFile) => {
    expect(formulaToFile(typed, functions)).toBe(inFile);
    expect(formulaFromFile(inFile, functions)).toBe(typed);
  });

  test.each([
    ["A1*2", 1, 0, "A2*2"],
    ["$A$1+A$1+$A1", 2, 3, "$A$1+D$1+$A3"],
    ['IF(B2="A1",Sheet1!C3,Deals[A1])', 1, 1, 'IF(C3="A1",Sheet1!D4,Deals[A1])'],
    ["LOG10(A1)+ATAN2(1,2)", 1, 0, "LOG10(A2)+ATAN2(1,2)"],
  ])("%s moved by %i rows and %i columns", (formula, rows, columns, moved) => {
    expect(shiftFormula(formula, rows, columns)).toBe(moved);
  });
});

describe("serials", () => {
  test.each([
    [1900, 1, 1, 1],
    [1900, 2, 28, 59],
    [1900, 3, 1, 61],
    [1970, 1, 1, 25569],
    [2026, 6, 30, 46203],
    [9999, 12, 31, 2958465],
  ])("%i-%i-%i", (year, month, day, serial) => {
    expect(dateSerial(year, month, day)).toBe(serial);
    expect(serialOfDate(new Date(Date.UTC(year, month - 1, day)))).toBe(serial);
  });
});

test("what is no workbook is refused with a reason", async () => {
  await expect(readWorkbookFile(new Uint8Array(), "x.csv")).rejects.toMatchObject({ reason: "empty" });
  await expect(readWorkbookFile(Uint8Array.of(0x50, 0x4b, 3, 4, 9), "x.xlsx")).rejects.toMatchObject({
    reason: "broken",
  });
  await expect(readWorkbookFile(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), "x.xls")).rejects.toMatchObject({
    reason: "oldExcel",
  });
  await expect(readWorkbookFile(new TextEncoder().encode("%PDF-1.7"), "x.pdf")).rejects.toMatchObject({
    reason: "unsupported",
  });
});

const workbooks = join(__dirname, "../../../../shared/data/workbooks");
(existsSync(workbooks) ? describe : describe.skip)("workbooks from the wild", () => {
  const names = existsSync(workbooks) ? readdirSync(workbooks).filter((name) => name.endsWith(".xlsx")) : [];
  test.each(names)("%s opens", async (name) => {
    const content = await readXlsx(readFileSync(join(workbooks, name)), name);
    expect(content.sheets.length).toBeGreaterThan(0);
    for (const sheet of content.sheets) {
      expect(sheet.values.flat().every((value) => value === null || typeof value !== "object")).toBe(true);
    }
  });

  test("dates are serials with their format, tables keep their place", async () => {
    const sample = await readXlsx(
      readFileSync(join(workbooks, "Financial_Sample.xlsx")),
      "Financial_Sample.xlsx",
    );
    expect(sample.sheets[0]?.values[1]?.[12]).toBe(41640); // 2014-01-01
    expect(sample.sheets[0]?.formats).toContainEqual({
      rect: expect.objectContaining({ column: 12 }),
      format: { numberFormat: "m/d/yyyy" },
    });
    expect(sample.sheets[0]?.tables[0]).toMatchObject({
      name: "financials",
      rect: { row: 0, rows: 701, columns: 16 },
    });
  });
});
