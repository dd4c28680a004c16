/** @jest-environment jsdom */
import "../../support/encoding";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseCsv } from "hucre/csv";
import { planReport } from "../../../src/reports/sheets";
import { collectWorkbook } from "../../../src/workbench/files/collect";
import { writeXlsx } from "../../../src/workbench/files/xlsx-write";
import { writeReport } from "../../../src/workbook";
import type { Sheet } from "../../../src/workbench/model/types";
import { describeWithLibreOffice, runs } from "../../crosscheck/libreoffice";
import { startExcel, type TestExcel } from "../../support/excel";
import { reportInput, sampleData } from "../../support/report-input";

/* The saved file in another program: what the reports show is what LibreOffice shows. */

describeWithLibreOffice("reports in LibreOffice", () => {
  let excel: TestExcel;
  let folder: string;
  const plans = planReport(reportInput(sampleData(), { today: "2026-06-30" }));

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "report-"));
    excel = await startExcel();
    await writeReport(plans, { at: 46_000.4, rows: { used: 1, skipped: 0 } });
    await excel.model.idle();
    const content = collectWorkbook(excel.model);
    writeFileSync(join(folder, "report.xlsx"), await writeXlsx(content));
  }, 60_000);
  afterAll(() => {
    excel.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const convert = (to: string) =>
    runs(["--headless", "--convert-to", to, "--outdir", folder, join(folder, "report.xlsx")], folder);

  test("every cell is shown as in the workbook", async () => {
    // All sheets, in UTF-8, every cell as it is shown and as a text.
    expect(convert("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,true,false,false,-1")).toBe(
      true,
    );
    for (const { name } of plans) {
      const shown = parseCsv(readFileSync(join(folder, `report-${name}.csv`), "utf8")) as string[][];
      expect(withoutBlanks(shown)).toEqual(withoutBlanks(textOf(excel.sheet(name))));
    }
  }, 120_000);

  test("each sheet is printed one page wide, and pages end only where nothing is torn", () => {
    expect(convert("pdf")).toBe(true);
    const pdf = readFileSync(join(folder, "report.pdf"), "latin1");
    const pages = [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
    // Not one page more than were planned: none ended where LibreOffice saw fit.
    expect(pages).toBe(plans.reduce((sum, { breaks }) => sum + breaks.length + 1, 0));
    expect(readdirSync(folder)).toContain("report.pdf");
  }, 120_000);
});

function textOf(sheet: Sheet): string[][] {
  const used = sheet.usedRange(true);
  return used ? sheet.readText(used) : [];
}

function withoutBlanks(lines: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lines.map((line) => line.map((text) => text.trim()).filter((text) => text !== ""));
}
