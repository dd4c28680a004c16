import { collectWorkbook } from "../../../src/workbench/files/collect";
import { fillWorkbook } from "../../../src/workbench/files/fill";
import { sampleContent } from "../../../src/workbench/files/sample";
import { readXlsx } from "../../../src/workbench/files/xlsx-read";
import { writeXlsx } from "../../../src/workbench/files/xlsx-write";
import { createHeadlessModel } from "../../../src/workbench/model/headless";
import type { WorkbookModel } from "../../../src/workbench/model/types";
import { sampleWorkbook } from "../../../src/workbench/sample";

/** Everything a person would miss. */
function portrait(model: WorkbookModel) {
  return {
    active: model.activeSheet().name,
    names: model.names().map(({ name, formula }) => [name, formula]),
    settings: [...model.settings],
    customXml: model.customXmlParts,
    tables: model
      .tables()
      .map(({ id, name, range, sheet, columns }) => [sheet.name, id, name, range, columns]),
    sheets: model.sheets().map((sheet) => {
      const used = sheet.usedRange(true);
      return {
        name: sheet.name,
        visibility: sheet.visibility,
        freeze: sheet.freeze,
        widths: [0, 1, 2, 3].map((column) => sheet.columnWidth(column)),
        used,
        values: used && sheet.readValues(used),
        formulas: used && sheet.readFormulas(used),
        formats: used && sheet.readNumberFormats(used),
        title: sheet.readFormat(0, 0),
      };
    }),
  };
}

test("the sample workbook, with names, settings and custom XML, saved and opened again", async () => {
  const model = createHeadlessModel();
  fillWorkbook(model, sampleContent(sampleWorkbook(), "Sample.xlsx"));
  model.addName("vat", "=0.19");
  model.addName("owners", "=Deals!$D$2:$D$20");
  model.addSheet("Hidden one").setVisibility("Hidden");
  model.replaceSettings(new Map([["mapping", '{"deals":"Deals","note":"ășț"}']]));
  model.replaceCustomXmlParts([
    { id: "{6C1F2C37-8F0E-4A40-A001-1D2B3C4D5E6F}", xml: '<m xmlns="https://example.com/m">ș &amp; ț\n</m>' },
    { id: "{6C1F2C37-8F0E-4A40-A001-1D2B3C4D5E70}", xml: "<other/>" },
  ]);
  model.table("Deals")?.addColumn(2, "Inserted");
  const start = model.sheet("Start");
  start?.write({ row: 29, column: 0, rows: 1, columns: 2 }, [["=SUM(Deals[Probability])", "=SEQUENCE(3,2)"]]);
  await model.calculated();
  const before = portrait(model);
  expect(
    model
      .table("Deals")
      ?.columns.slice(0, 4)
      .map(({ id }) => id),
  ).toEqual([1, 2, 18, 3]);
  expect(before.sheets.length).toBeGreaterThan(5);

  const bytes = await writeXlsx(collectWorkbook(model));
  const reopened = createHeadlessModel();
  fillWorkbook(reopened, await readXlsx(bytes, "Sample.xlsx"));
  await reopened.calculated();
  const after = portrait(reopened);

  expect(after.sheets.map((sheet) => sheet.name)).toEqual(before.sheets.map((sheet) => sheet.name));
  before.sheets.forEach((sheet, index) => expect(after.sheets[index]).toEqual(sheet));
  expect({ ...after, sheets: [] }).toEqual({ ...before, sheets: [] });
  model.dispose();
  reopened.dispose();
});
