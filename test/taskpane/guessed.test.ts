import { parametersOf } from "../../src/core/metrics/parameters";
import { makeDraft, noSettings, type Settings } from "../../src/taskpane/draft";
import { allEntries } from "../../src/taskpane/entries";
import { formulaText } from "../../src/taskpane/formula/formula";
import { sampleWorkbook } from "../../src/workbench/sample";
import type { Source, WorkbookView } from "../../src/workbook";
import { column, isError, type CellError } from "../support/custom-functions";
import { callFormula } from "../support/examples";
import type { ReferenceTable } from "../support/tables";

/* What the pane would insert for each metric, without a choice being made, on the sample workbook. */

const sheets = sampleWorkbook().sheets.filter(({ tables = [] }) => tables.length > 0);
const sources = sheets.map(({ name, cells }): Source => ({
  kind: "table",
  name,
  sheet: name,
  headers: (cells[0] ?? []).map(String),
  row: 1,
  column: 0,
  rows: cells.length - 1,
}));
const tables = Object.fromEntries(
  sheets.map(({ name, cells: [headers = [], ...rows] }): [string, ReferenceTable] => [
    name,
    Object.fromEntries(
      headers.map((header, at) => [String(header), column(rows.map((row) => row[at] ?? ""))]),
    ),
  ]),
);
const view: WorkbookView = { sources, activeSheet: "Start", target: undefined };

/** What the sample workbook does not hold. */
const LACKING: Readonly<Record<string, string>> = {
  INQUIRYRESPONSE: "inquiries, or whether a message came in or went out",
};

/** Numbers only a person knows. */
const NUMBERS = ["5", "7", "4", "8"];

const metrics = allEntries.flatMap((entry) => (entry.is === "metric" ? [entry] : []));

test.each(metrics.map((entry) => [entry.id, entry] as const))("%s", async (_, entry) => {
  const needed = parametersOf(entry.metric).filter(({ takes, required }) => takes === "number" && required);
  const inputs = Object.fromEntries(needed.map(({ name }, at) => [name, NUMBERS[at] ?? "1"]));
  const settings: Settings = { ...noSettings, inputs };
  const { formula, spills } = makeDraft(entry, settings, view, "en", 2025);
  if (entry.id in LACKING) {
    const args = formula.args.map((arg) => (formula.placeholders.includes(arg) ? "" : arg));
    const answer = await callFormula(formulaText({ ...formula, args }), tables);
    return expect(errorIn(answer)?.message).toMatch(/Pass it|no records/);
  }
  expect(formula.placeholders).toEqual([]);
  const answer = await callFormula(formulaText(formula), tables);
  const error = errorIn(answer);
  expect(error && `${formulaText(formula)} ${error.code} ${error.message}`).toBeUndefined();
  expect(Array.isArray(answer)).toBe(spills);
});

/** The error a cell or a spilled table holds. */
function errorIn(answer: unknown): CellError | undefined {
  const cells: unknown[] = Array.isArray(answer) ? answer.flat() : [answer];
  return cells.find(isError);
}
