import { writtenText } from "../../reports/areas";
import type { SheetPlan } from "../../reports/plan";
import type { KeptSheet } from "../../reports/registry";
import { WorkbookError } from "../errors";
import { patiently } from "../patience";
import { chartName } from "./charts";
import type { FoundReport } from "./locate";
import { rowMark } from "./own-cells";
import { loadBreaks, rowsOf } from "./page-breaks";

/** A report as it stands before a refresh: all that it takes to put it back. */
export interface Former extends FoundReport {
  /** What was last written; undefined where that is not known, or the person has changed the report's size since. */
  readonly kept: KeptSheet | undefined;
  /** The same, though the size may be another now. */
  readonly last: KeptSheet | undefined;
  /** Of the report's rows, and of some columns more than it has. */
  readonly formulas: readonly (readonly unknown[])[];
  readonly values: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
  readonly looks: readonly (readonly Excel.CellProperties[])[];
  /** The report's charts that are still there, by name. */
  readonly charts: ReadonlyMap<string, FormerChart>;
  /** Names of all charts that a refresh has made, known or not. */
  readonly chartNames: readonly string[];
  /** Rows of the sheet above which pages end. */
  readonly breaks: readonly number[];
  /** Of all charts on the sheet. */
  readonly chartIds: ReadonlySet<string>;
  /** What to write so that the cell holds again what it holds: a text that begins with "=" is no formula. */
  contentAt(row: number, column: number): unknown;
  isFormula(row: number, column: number): boolean;
}

export interface FormerChart {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly series: number;
}

/** Columns beside a report in which its refresh looks for room. */
const BESIDE = 8;

export function readFormer(
  found: FoundReport,
  kept: KeptSheet | undefined,
  plan: SheetPlan,
): Promise<Former> {
  const columns = Math.max(found.columns, plan.cells[0]?.length ?? 0) + BESIDE;
  const known = [plan, kept, kept?.before].flatMap((each) => each?.charts ?? []);
  const knownNames = [...new Set(known.map(({ id }) => chartName(id)))];
  return patiently(async (context) => {
    const sheet = context.workbook.worksheets.getItem(found.sheetId);
    const range = sheet.getRangeByIndexes(found.row, found.column, found.rows, columns);
    range.load("formulas,values,numberFormat");
    const own = range.getAbsoluteResizedRange(found.rows, columns - BESIDE);
    const looks = own.getCellProperties(LOADED);
    const all = sheet.charts.load("items/id,items/name");
    // Not of all: Excel refuses to tell the series of some kinds of chart that a person may have put there.
    const charts = knownNames.map((name) =>
      sheet.charts.getItemOrNullObject(name).load("name,left,top,width,height,series/count"),
    );
    const breaks = loadBreaks(sheet);
    const protection = sheet.protection.load("protected");
    await context.sync();
    // Told before anything is written: what is refused half-way could not be put back either.
    if (protection.protected) throw new WorkbookError("reportProtected", { sheet: found.sheet });
    const [formulas, values] = [range.formulas as unknown[][], range.values as unknown[][]];
    const last = kept && (isUndone(kept, found, values) ? kept.before : kept);
    return {
      ...found,
      kept: hasSize(last, found) ? last : undefined,
      last,
      formulas,
      values,
      formats: range.numberFormat as unknown[][],
      // eslint-disable-next-line office-addins/load-object-before-read -- a result, not a property
      looks: looks.value,
      charts: new Map(
        charts
          .filter(({ isNullObject }) => !isNullObject)
          .map(({ name, left, top, width, height, series }) => [
            name,
            { left, top, width, height, series: series.count },
          ]),
      ),
      chartNames: all.items.map(({ name }) => name).filter((name) => name.startsWith(chartName(""))),
      breaks: rowsOf(breaks),
      chartIds: new Set(all.items.map(({ id }) => id)),
      isFormula: (row, column) => isFormula(formulas[row]?.[column], values[row]?.[column]),
      contentAt: (row, column) => content(formulas[row]?.[column], values[row]?.[column]),
    };
  });
}

function hasSize(kept: KeptSheet | undefined, { rows, columns }: FoundReport): boolean {
  return kept?.rows === rows && kept.columns === columns;
}

/** Whether the sheet stands as it was written the time before. */
function isUndone(
  kept: KeptSheet,
  found: FoundReport,
  values: readonly (readonly unknown[])[],
): kept is KeptSheet & Required<Pick<KeptSheet, "before">> {
  const { before } = kept;
  if (before === undefined || !hasSize(before, found)) return false;
  const marks = values.slice(0, found.rows).map(([first]) => rowMark(first));
  const others = (of: readonly string[]): number => marks.filter((mark, row) => mark !== of[row]).length;
  return others(before.marks) < others(kept.marks) && others(before.marks) * 10 <= found.rows;
}

const LOADED: Excel.CellPropertiesLoadOptions = {
  format: {
    borders: { style: true },
    fill: { color: true },
    font: { bold: true, color: true, italic: true, name: true, size: true, underline: true },
    horizontalAlignment: true,
  },
};

function isFormula(formula: unknown, value: unknown): boolean {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value;
}

function content(formula: unknown, value: unknown): unknown {
  if (typeof formula !== "string" || formula === "") return formula;
  return isFormula(formula, value) || ERROR.test(formula) ? formula : writtenText(formula);
}

const ERROR = /^#(?:N\/A|[A-Z0-9/_]+[!?])$/;
