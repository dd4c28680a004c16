import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readCsv } from "../../src/workbench/files/csv-read";
import { writeXlsx, type Cell, type WriteSheet } from "hucre/xlsx";
import type { Table } from "./tables";

/** `describe` where LibreOffice is installed, else a visible skip. */
export const describeWithLibreOffice = runs(["--version"]) ? describe : describe.skip;

/**
 * What LibreOffice calculates for each formula, on a workbook with the given tables. A formula is written as Excel's
 * formula bar shows it: `=…`, or `{=…}` where it is entered as an array formula. Errors come back as their text.
 */
export async function calculate(
  formulas: readonly string[],
  tables: readonly Table[],
): Promise<readonly (number | string)[]> {
  const folder = mkdtempSync(join(tmpdir(), "crosscheck-"));
  try {
    const file = join(folder, "formulas.xlsx");
    const sheets = [formulaSheet(formulas), ...tables.map(tableSheet)];
    writeFileSync(file, await writeXlsx({ sheets }));
    // The first sheet, with commas and in UTF-8; numbers as they are, not as they are shown
    const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false";
    if (!runs(["--headless", "--convert-to", filter, "--outdir", folder, file], folder))
      throw new Error("LibreOffice could not convert the workbook");
    const { sheets: written } = readCsv(readFileSync(join(folder, "formulas.csv")), "formulas.csv");
    return formulas.map((_, row) => {
      const value = written[0]?.values[row]?.[0];
      return typeof value === "number" ? value : String(value ?? "");
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs LibreOffice; says whether it did. With a folder for its profile it does not meet one that is running. */
export function runs(args: readonly string[], profile?: string): boolean {
  const home =
    profile === undefined ? [] : [`-env:UserInstallation=${pathToFileURL(join(profile, "profile")).href}`];
  try {
    execFileSync("soffice", [...home, ...args], { stdio: "ignore", timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

function formulaSheet(formulas: readonly string[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  formulas.forEach((formula, row) => {
    const array = formula.startsWith("{=") && formula.endsWith("}");
    cells.set(`${row},0`, {
      formula: inFile(array ? formula.slice(2, -1) : formula.slice(1)),
      // all digits, and no date where a formula subtracts days
      style: { numFmt: "0.00000000000000E+00" },
      ...(array ? { formulaType: "array", formulaRef: `A${row + 1}` } : {}),
    });
  });
  return { name: "Formulas", rows: formulas.map(() => [null]), cells };
}

/** Files write younger functions with a prefix and `[@column]` in full, as Excel does. */
function inFile(formula: string, table = ""): string {
  return formula
    .replace(/\b(MAXIFS|MINIFS|BETA\.INV|NORM\.S\.INV|PERCENTILE\.INC)\(/g, "_xlfn.$1(")
    .replace(/\[@(\w+)\]/g, `${table}[[#This Row],[$1]]`);
}

function tableSheet({ name, columns, calculated = {} }: Table): WriteSheet {
  const names = Object.keys(columns);
  const added = Object.keys(calculated);
  const length = columns[names[0] ?? ""]?.length ?? 0;
  const cells = new Map<string, Partial<Cell>>();
  const rows = Array.from({ length }, (_, row) => [
    ...names.map((column) => {
      const cell = columns[column]?.[row]?.[0];
      return cell === "" || cell === undefined ? null : cell;
    }),
    ...added.map((column, i) => {
      cells.set(`${row + 1},${names.length + i}`, {
        formula: inFile(calculated[column] ?? "", name).slice(1),
      });
      return null;
    }),
  ]);
  const headers = [...names, ...added];
  const last = `${String.fromCharCode(64 + headers.length)}${length + 1}`;
  return {
    name,
    rows: [headers, ...rows],
    cells,
    tables: [{ name, range: `A1:${last}`, columns: headers.map((column) => ({ name: column })) }],
  };
}
