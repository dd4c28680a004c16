import { metricById } from "../../src/core/metrics/catalogue";
import { parametersOf } from "../../src/core/metrics/parameters";
import { makeDraft, NO_SOURCE, noSettings, NUMBER, type Settings } from "../../src/taskpane/draft";
import { allEntries, type Entry } from "../../src/taskpane/entries";
import { formulaText } from "../../src/taskpane/formula/formula";
import { fieldLabel, placeholderFor } from "../../src/taskpane/labels";
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
  ["DATAQUALITY", "=SALES.DATAQUALITY()"],
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
  expect(fieldLabel(closedDate, "en")).toBe("Close date");
  expect(fieldLabel(closedDate, "ro")).toBe("Data închiderii");
  expect(placeholderFor(winRate, closedDate, "en")).toBe("Close_date_column");
  expect(placeholderFor(winRate, status, "ro")).toBe("Coloana_de_stare");
});

describe("metrics that read several tables", () => {
  const source = (name: string, headers: string): Source => ({
    ...deals,
    name,
    sheet: name,
    headers: headers.split(", "),
  });
  const allDeals = source("Deals", "Deal ID, Customer, Owner, Status, Amount, Created, Closed");
  const leads = source("Leads", "Lead ID, Created, Source, Owner, Status, Converted on");
  const activities = source("Activities", "Type, Date, Owner, Lead ID, Direction, Done");
  const costs = source("Costs", "Date, Category, Amount");
  const of = (...sources: Source[]): WorkbookView => ({ ...view, sources });
  const cac = (settings: Partial<Settings>, ...sources: Source[]): string =>
    formulaOf("CAC", { ...noSettings, ...settings }, of(...sources));

  test("each kind has its own table, whatever their order and the sheet in front", () => {
    for (const sources of [
      [allDeals, costs, leads],
      [costs, leads, allDeals],
    ]) {
      expect(cac({}, ...sources)).toMatch(
        /^=SALES\.CAC\(Deals\[Customer\],Costs\[Amount\],Deals\[Closed\],Deals\[Status\],Costs\[Date\],Costs\[Category\]/,
      );
    }
  });

  test("deals are not taken for costs: the place stays open", () => {
    expect(cac({}, allDeals)).toMatch(/^=SALES\.CAC\(Deals\[Customer\],\w+,Deals\[Closed\]/);
    expect(cac({}, allDeals)).not.toContain("Deals[Amount],Deals[Closed]");
  });

  test("one number may stand for the table of costs", () => {
    const settings = { sources: { cost: NUMBER }, inputs: { cost: "1500" } };
    expect(cac(settings, allDeals, costs)).toMatch(/^=SALES\.CAC\(Deals\[Customer\],1500,Deals\[Closed\]/);
    expect(cac(settings, allDeals, costs)).not.toContain("Costs[");
  });

  test("a further table is taken when a column ties it to the others, and only then", () => {
    expect(formulaOf("LEADRESPONSE", noSettings, of(leads, activities))).toContain("Activities[Lead ID]");
    const untied = source("Activities", "Type, Date, Owner");
    expect(formulaOf("LEADRESPONSE", noSettings, of(leads, untied))).not.toContain("Activities");
    expect(formulaOf("LEADCONV", noSettings, of(leads, allDeals))).not.toContain("Deals[");
  });

  test("a table can be left out, or put in", () => {
    const without = { ...noSettings, sources: { activity: NO_SOURCE } };
    expect(formulaOf("LEADRESPONSE", without, of(leads, activities))).not.toContain("Activities");
    const chosen = { ...noSettings, sources: { deal: "table:Deals" } };
    expect(formulaOf("LEADCONV", chosen, of(leads, allDeals))).toContain("Deals[Status]");
  });

  test("purchases, subscriptions or leads: the columns of what the table holds", () => {
    const subscriptions = source("Abonamente", "Customer, Status, Start date, End date, MRR");
    expect(formulaOf("CLTV", noSettings, of(subscriptions))).toMatch(
      /^=SALES\.CLTV\(Abonamente\[Customer\],,+Abonamente\[Start date\],Abonamente\[End date\],Abonamente\[MRR\]\)/,
    );
    expect(formulaOf("CLTV", noSettings, of(allDeals))).toMatch(
      /^=SALES\.CLTV\(Deals\[Customer\],Deals\[Amount\],Deals\[Closed\],Deals\[Status\]/,
    );
  });

  test("records of several tables are grouped by what all of them have", () => {
    const by = (group?: string) =>
      formulaOf(
        "BY",
        { ...noSettings, metric: "LEADRESPONSE", ...(group && { group }) },
        of(leads, activities),
      );
    expect(by()).toMatch(/^=SALES\.BY\("LEADRESPONSE","\w+",Leads\[Created\]/);
  });

  test("numbers alone", () => {
    expect(
      formulaOf("RATEINTERVAL", { ...noSettings, inputs: { successes: "5", trials: "7" } }, of()),
    ).toMatch(/^=SALES\.RATEINTERVAL\(/);
  });

  test.each([
    ["CONVBYSOURCE", {}, true],
    ["WINRATE", {}, false],
  ])("%s spills: %p", (id, options, spills) => {
    expect(makeDraft(entry(id), { ...noSettings, options }, view, "en").spills).toBe(spills);
  });
});

test("a workbook of forty wide sheets is looked through in no time", () => {
  const wide = Array.from({ length: 40 }, (_, sheet) => ({
    ...deals,
    name: `Export ${sheet}`,
    sheet: `Export ${sheet}`,
    headers: Array.from({ length: 256 }, (_, column) =>
      column % 9 === 0 ? `Close date ${column}` : `Field ${sheet}.${column}`,
    ),
  }));
  const sources = [...wide, deals];
  const started = performance.now();
  for (const one of allEntries) makeDraft(one, noSettings, { ...view, sources }, "en");
  expect((performance.now() - started) / allEntries.length).toBeLessThan(150); // milliseconds for each metric
});
