import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { writeXlsx, type Cell, type CellValue } from "hucre/xlsx";
import { LOST, WON, type Deals } from "../deals";
import { emptyGrid, MONTHS, type Grid } from "../grid";
import { monthsOf } from "../months";
import { summary, type Times } from "../timing";

const RUNS = 3;
/** Won, lost and revenue beside each other. */
const PARTS = 3;

/**
 * COUNTIFS and SUMIFS over the same grid, as a spreadsheet calculates them when it opens the file: the time to convert a
 * workbook with the formulas, less the time for the same workbook without. Undefined where LibreOffice is not there.
 */
export async function libreOffice(
  deals: Deals,
  owners: readonly string[],
  cache: string,
): Promise<{ grid: Grid; times: Times } | undefined> {
  if (!(await libreOfficeIsHere())) return undefined;
  console.log("LibreOffice opens 100,000 deals with and without formulas, for a minute or so …");
  const folder = join(cache, "libreoffice");
  await mkdir(folder, { recursive: true });
  const [withFormulas, without] = [join(folder, "formulas.xlsx"), join(folder, "plain.xlsx")];
  await writeFile(withFormulas, await workbook(deals, owners, true));
  await writeFile(without, await workbook(deals, owners, false));
  await convert(without, folder);
  const calculating: number[] = [];
  const opening: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    opening.push(await convert(without, folder));
    calculating.push(await convert(withFormulas, folder));
  }
  const open = summary(opening).min;
  const grid = gridFrom(await readFile(join(folder, "formulas.csv"), "utf8"), owners);
  return { grid, times: summary(calculating.map((time) => time - open)) };
}

export async function libreOfficeIsHere(): Promise<boolean> {
  const here = await run("soffice", ["--version"], true);
  if (!here) console.log("Without LibreOffice: no soffice here.");
  return here;
}

async function workbook(deals: Deals, owners: readonly string[], formulas: boolean): Promise<Uint8Array> {
  const column = (letter: string): string => `Deals!$${letter}$2:$${letter}$${deals.rows + 1}`;
  const months = monthsOf();
  const header: CellValue[] = [
    null,
    ...months.flatMap(({ start }) => new Array<number>(PARTS).fill(start)),
    null,
  ];
  const cells = new Map<string, Partial<Cell>>();
  owners.forEach((_, owner) => {
    months.forEach(({ start, end }, month) => {
      const where = `${column("A")},$A${owner + 2},${column("D")},">=${start}",${column("D")},"<${end}",${column("B")}`;
      const parts = [
        `COUNTIFS(${where},"${WON}",${column("C")},">=0")`,
        `COUNTIFS(${where},"${LOST}")`,
        `SUMIFS(${column("C")},${where},"${WON}")`,
      ];
      parts.forEach((formula, part) => {
        cells.set(`${owner + 1},${1 + month * PARTS + part}`, formulas ? { formula } : { value: 1 });
      });
    });
  });
  const rows: CellValue[][] = [["Owner", "Status", "Amount", "Closed"]];
  for (let i = 0; i < deals.rows; i++) {
    const closed = deals.closedDate[i]!;
    rows.push([
      deals.owner.words[deals.owner.at[i]!]!,
      deals.status.words[deals.status.at[i]!]!,
      deals.amount[i]!,
      Number.isNaN(closed) ? null : closed,
    ]);
  }
  return writeXlsx({
    sheets: [
      { name: "Grid", rows: [header, ...owners.map((owner): CellValue[] => [owner])], cells },
      { name: "Deals", rows },
    ],
  });
}

/** Opens the file in a headless LibreOffice with a profile of its own and saves its first sheet; milliseconds. */
export async function convert(file: string, folder: string): Promise<number> {
  const profile = pathToFileURL(join(folder, "profile")).href;
  const start = performance.now();
  // the filter's numbers: comma, quotes, UTF-8
  await run("soffice", [
    `-env:UserInstallation=${profile}`,
    ...["--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", folder, file],
  ]);
  return performance.now() - start;
}

async function run(command: string, args: readonly string[], quiet = false): Promise<boolean> {
  try {
    await promisify(execFile)(command, [...args], { timeout: 600_000 });
    return true;
  } catch (error) {
    if (!quiet) throw error;
    return false;
  }
}

function gridFrom(csv: string, owners: readonly string[]): Grid {
  const grid = emptyGrid(owners.length);
  const lines = csv.trim().split(/\r?\n/).slice(1);
  lines.forEach((line, owner) => {
    const values = line.split(",").slice(1).map(Number);
    for (let month = 0; month < MONTHS; month++) {
      const [won = NaN, lost = NaN, revenue = NaN] = values.slice(month * PARTS);
      grid.winRate[owner * MONTHS + month] = won / (won + lost);
      grid.revenue[owner * MONTHS + month] = revenue;
    }
  });
  return grid;
}
