import { metricById } from "../../src/core/metrics/catalogue";
import { parametersOf } from "../../src/core/metrics/parameters";
import { makeDraft, noSettings, type Settings } from "../../src/taskpane/draft";
import { allEntries, type Entry } from "../../src/taskpane/entries";
import { formulaText } from "../../src/taskpane/formula/formula";
import { placeholderFor } from "../../src/taskpane/labels";
import type { Source, WorkbookView } from "../../src/workbook";

function entry(id: string): Entry {
  const found = allEntries.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

const deals: Source = {
  kind: "table",
  name: "Deals",
  sheet: "Deals",
  headers: ["Owner", "Status", "Amount", "Result"],
  row: 1,
  column: 0,
  rows: 10,
};
const view: WorkbookView = { sources: [deals], activeSheet: "Deals", target: undefined };
const formulaOf = (id: string, settings = noSettings, of: WorkbookView | undefined = view): string =>
  formulaText(makeDraft(entry(id), settings, of, "en").formula);

test.each<[id: string, formula: string]>([
  ["WINRATE", "=SALES.WINRATE(Deals[Status])"],
  ["REVENUE", "=SALES.REVENUE(Deals[Amount],Deals[Status])"],
  ["BY", '=SALES.BY("WINRATE",Deals[Owner],Deals[Status])'],
  ["EXPLAIN", '=SALES.EXPLAIN("WINRATE",Deals[Status])'],
  ["METRICS", "=SALES.METRICS()"],
  ["DEFINE", '=SALES.DEFINE("WINRATE")'],
])("%s as guessed", (id, formula) => expect(formulaOf(id)).toBe(formula));

test("what a person chose wins over the guess", () => {
  expect(formulaOf("WINRATE", { ...noSettings, columns: { status: 3 } })).toBe(
    "=SALES.WINRATE(Deals[Result])",
  );
  expect(formulaOf("WINRATE", { ...noSettings, columns: { status: null } })).toBe(
    "=SALES.WINRATE(Status_column)",
  );
  expect(formulaOf("BY", { ...noSettings, metric: "REVENUE", group: "quarter" })).toBe(
    '=SALES.BY("REVENUE","quarter",Deals[Amount],Deals[Status])',
  );
});

test("an option brings in the columns it may need", () => {
  expect(formulaOf("WINRATE", { ...noSettings, options: { weight: "value" } })).toBe(
    '=SALES.WINRATE(Deals[Status],,,Deals[Amount],,,,,,,,"weight=value")',
  );
});

test("without a fitting table there are placeholders in the person's language", () => {
  expect(formulaOf("WINRATE", noSettings, { ...view, sources: [] })).toBe("=SALES.WINRATE(Status_column)");
  const winRate = metricById("WINRATE");
  if (!winRate) throw new Error("WINRATE");
  const [status, closedDate] = parametersOf(winRate);
  if (!status || !closedDate) throw new Error("WINRATE");
  expect(placeholderFor(winRate, closedDate, "en")).toBe("Close_date_column");
  expect(placeholderFor(winRate, status, "ro")).toBe("Coloana_de_stare");
});
