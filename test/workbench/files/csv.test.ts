import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv } from "../../../src/workbench/files/csv-read";
import { decodeText } from "../../../src/workbench/files/decode";
import { detectDialect } from "../../../src/workbench/files/dialect";
import { sheetNameFromFile } from "../../../src/workbench/files/names";
import { typedCell } from "../../../src/workbench/files/typed";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, big: boolean, mark: boolean) => {
  const bytes = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return new Uint8Array(big ? bytes.swap16() : bytes);
};

describe("typedCell: what Excel (US English) makes of a text", () => {
  test.each([
    ["1054", 1054, undefined],
    ["-3.50", -3.5, undefined],
    [" 42 ", 42, undefined],
    [".5", 0.5, undefined],
    ["0", 0, undefined],
    ["0.05", 0.05, undefined],
    ["1,234", 1234, "#,##0"],
    ["1,234.50", 1234.5, "#,##0.00"],
    ["$1,200.50", 1200.5, "$#,##0.00"],
    ["-$50", -50, "$#,##0"],
    ["($50)", -50, "$#,##0"],
    ["(1,200)", -1200, "#,##0"],
    ["12%", 0.12, "0%"],
    ["12.5%", 0.125, "0.00%"],
    ["1E5", 100000, "0.00E+00"],
    ["TRUE", true, undefined],
    ["false", false, undefined],
    ["#N/A", "#N/A", undefined],
    // serials: 42663 is 2016-10-20 in Excel
    ["2016-10-20", 42663, "yyyy-mm-dd"],
    ["2016/10/20", 42663, "yyyy-mm-dd"],
    ["2016-10-20 12:00", 42663.5, "yyyy-mm-dd hh:mm"],
    ["2016-10-20 18:00:00", 42663.75, "yyyy-mm-dd hh:mm:ss"],
    ["20-Oct-2016", 42663, "d-mmm-yy"],
    ["20 October 2016", 42663, "d-mmm-yy"],
    ["Oct 20, 2016", 42663, "d-mmm-yy"],
    ["1900-01-01", 1, "yyyy-mm-dd"],
    ["1900-03-01", 61, "yyyy-mm-dd"],
    ["14:30", 14.5 / 24, "h:mm"],
    ["2:30 PM", 14.5 / 24, "h:mm"],
  ])("%j is %j", (text, value, format) => {
    const cell = typedCell(text);
    if (typeof value === "number") expect(cell.value).toBeCloseTo(value, 10);
    else expect(cell.value).toBe(value);
    expect(cell.format).toBe(format);
  });

  test.each([
    "10/20/2016", // the language of Windows decides in Excel; here the add-in decides, once per column
    "3/1/2017",
    "13/02/2017",
    "13.02.2017",
    "1.200,50 €",
    "1,2",
    "00123", // would lose its zeros
    "1234567890123456", // would lose a digit
    "=1+1", // a file never calculates
    "2016-13-01",
    "2017-02-30",
    "2017-02-13T14:05:06Z",
    "1C1I7A6R",
    "12e",
    "Mayflower Ltd",
    "5 Oct",
    "+40 721 123 456",
    "",
    "-",
    "N/A",
    "$",
    "ț",
  ])("%j stays text", (text) => {
    expect(typedCell(text)).toEqual({ value: text });
  });
});

describe("detectDialect", () => {
  test.each([
    ["comma", "a,b,c\n1,2,3\n4,5,6\n", ",", '"'],
    ["semicolon with decimal commas", "a;b\n1,5;2,5\n3,5;4,5\n", ";", '"'],
    ["tab", "a\tb\n1\t2, and more\n", "\t", '"'],
    ["pipe", "a|b|c\n1|2|3\n", "|", '"'],
    ["commas inside quotes", '"a, b";"c"\n"1, 2, 3";"4"\n', ";", '"'],
    ["line breaks inside quotes", '"a","b"\n"1\n2;3;4","5"\n', ",", '"'],
    ["single quotes", "'a, x','b'\n'c','d, y'\n", ",", "'"],
    ["an apostrophe is no quote", "name,town\nO'Neil,Cluj\nD'Arc,Iași\n", ",", '"'],
    ["one column", "name\nAna\nDan\n", ",", '"'],
    ["one column with a comma in one line", "name\nAna\nDan, jr.\nEva\n", ",", '"'],
  ])("%s", (_case, text, delimiter, quote) => {
    expect(detectDialect(text)).toMatchObject({ delimiter, quote });
  });

  test("an Excel sep= line decides and is skipped", () => {
    expect(detectDialect("sep=;\r\na,b;c\r\n")).toEqual({ delimiter: ";", quote: '"', skip: 7 });
  });
});

describe("decodeText", () => {
  const text = "agent,oraș\nȘtefan,Iași\n";
  test.each([
    ["UTF-8", utf8(text), "utf-8"],
    ["UTF-8 with mark", utf8(`\ufeff${text}`), "utf-8"],
    ["UTF-16 LE with mark", utf16(text, false, true), "utf-16le"],
    ["UTF-16 BE with mark", utf16(text, true, true), "utf-16be"],
    ["UTF-16 LE without mark", utf16(text, false, false), "utf-16le"],
    ["UTF-16 BE without mark", utf16(text, true, false), "utf-16be"],
  ])("%s", (_name, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  test("Windows-1252 where the bytes are no UTF-8", () => {
    expect(decodeText(Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x20, 0x80))).toEqual({
      text: "café €",
      encoding: "windows-1252",
    });
  });
});

describe("readCsv", () => {
  test("quoted fields, doubled quotes, line breaks, blanks, ragged rows", () => {
    const content = readCsv(
      utf8('id,note,sum\r\n1,"say ""hi""\nthere",\r\n2,,7.5\r\n3\r\n'),
      "C:\\data\\deals 2026.csv",
    );
    expect(content.sheets[0]?.name).toBe("deals 2026");
    expect(content.sheets[0]?.values).toEqual([
      ["id", "note", "sum"],
      [1, 'say "hi"\nthere', null],
      [2, null, 7.5],
      [3],
    ]);
  });

  test("date formats come as few rectangles", () => {
    const rows = Array.from({ length: 1000 }, (_, index) => `${index},2017-01-02,2017-02-03,x`).join("\n");
    const [sheet] = readCsv(utf8(`n,a,b,c\n${rows}\n`), "x.csv").sheets;
    expect(sheet?.formats).toEqual([
      { rect: { row: 1, column: 1, rows: 1000, columns: 2 }, format: { numberFormat: "yyyy-mm-dd" } },
    ]);
  });

  test("a sheet name keeps to Excel's rules", () => {
    expect(sheetNameFromFile("a[b]:c*d?e/f'.csv")).toBe("f");
    expect(sheetNameFromFile(`${"x".repeat(40)}.csv`)).toHaveLength(31);
    expect(sheetNameFromFile("'.csv")).toBe("Sheet1");
  });
});

const crm = join(__dirname, "../../../../shared/data/maven_crm");
(existsSync(crm) ? describe : describe.skip)("a CRM export (8,800 deals)", () => {
  test("ISO dates become serials, American ones stay text", () => {
    const iso = readCsv(readFileSync(join(crm, "sales_pipeline.csv")), "sales_pipeline.csv").sheets[0];
    const american = readCsv(readFileSync(join(crm, "sales_pipeline_mdy.csv")), "mdy.csv").sheets[0];
    expect(iso?.values).toHaveLength(8801);
    expect(iso?.values[1]).toEqual([
      "1C1I7A6R",
      "Moses Frase",
      "GTX Plus Basic",
      "Cancity",
      "Won",
      42663,
      42795,
      1054,
    ]);
    expect(american?.values[1]?.slice(5)).toEqual(["10/20/2016", "3/1/2017", 1054]);
  });
});
