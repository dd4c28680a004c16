import { sampleContent } from "../../../src/workbench/files/sample";
import { sampleFile } from "../../../src/workbench/files/sample-file";
import { readXlsx } from "../../../src/workbench/files/xlsx-read";
import { sampleWorkbook } from "../../../src/workbench/sample";

/** Blank cells at the end of a row may be missing. */
const filled = (row: readonly unknown[]) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1);
const functions = ["SALES.WINRATE", "SALES.REVENUE", "SALES.BY"];

test("the sample's file opens as the sample itself, and always has the same bytes", async () => {
  const bytes = await sampleFile("en", functions);
  expect(Buffer.compare(Buffer.from(bytes), Buffer.from(await sampleFile("en", functions)))).toBe(0);
  const content = sampleContent(sampleWorkbook(), "Sample.xlsx");
  const opened = await readXlsx(bytes, "Sample.xlsx", functions);
  expect(opened.sheets.map(({ name, formulas }) => [name, formulas])).toEqual(
    content.sheets.map(({ name, formulas }) => [name, formulas]),
  );
  expect(opened.sheets.map(({ tables }) => tables.map(({ name, rect }) => [name, rect]))).toEqual(
    content.sheets.map(({ tables }) => tables.map(({ name, rect }) => [name, rect])),
  );
  expect(opened.sheets.map(({ values }) => values.map(filled).filter((row) => row.length > 0))).toEqual(
    content.sheets.map(({ values }) => values.map(filled).filter((row) => row.length > 0)),
  );
  expect(opened.sheets.map(({ formats }) => formats.length > 0)).toEqual(
    content.sheets.map(({ formats }) => formats.length > 0),
  );
});

test("the Romanian one has Romanian words around the same data", async () => {
  const [en, ro] = await Promise.all(
    (["en", "ro"] as const).map(async (language) =>
      readXlsx(await sampleFile(language, functions), "Sample.xlsx", functions),
    ),
  );
  expect(ro?.sheets[0]?.values[0]).not.toEqual(en?.sheets[0]?.values[0]);
  expect(ro?.sheets[1]?.values).toEqual(en?.sheets[1]?.values);
});
