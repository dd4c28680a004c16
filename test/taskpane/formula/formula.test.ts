import { metricById } from "../../../src/core/metrics/catalogue";
import type { Metric } from "../../../src/core/metrics/metric";
import { chooseSources } from "../../../src/taskpane/formula/choose-sources";
import {
  byFormula,
  defineFormula,
  explainFormula,
  formulaText,
  listFormula,
  metricFormula,
  separatedBy,
  type Filling,
} from "../../../src/taskpane/formula/formula";
import { columnArea, columnReference } from "../../../src/taskpane/formula/reference";
import { columnLetters } from "../../../src/workbook";
import type { Source } from "../../../src/workbook";

function metric(id: string): Metric {
  const found = metricById(id);
  if (!found) throw new Error(id);
  return found;
}

const headers = ["Deal ID", "Owner", "Status", "Amount", "Closed"];
const deals: Source = { kind: "table", name: "Deals", sheet: "Data", headers, row: 1, column: 0, rows: 600 };
const plain: Source = { ...deals, kind: "range", name: "Q1 deals", sheet: "Q1 deals", row: 5, column: 2 };
const filling = (id: string, source?: Source, more: Partial<Filling> = {}): Filling => ({
  choices: source ? chooseSources(metric(id), [source], source.sheet) : [],
  inputs: {},
  options: {},
  placeholder: ({ name }) => `${name}_column`,
  ...more,
});

describe("formula text", () => {
  test.each<[string, string]>([
    [
      formulaText(metricFormula(metric("WINRATE"), filling("WINRATE", deals))),
      "=SALES.WINRATE(Deals[Status],Deals[Closed],,,,,,Deals[Deal ID])",
    ],
    [
      formulaText(metricFormula(metric("WINRATE"), filling("WINRATE", plain))),
      "=SALES.WINRATE('Q1 deals'!$E$6:$E$605,'Q1 deals'!$G$6:$G$605,,,,,,'Q1 deals'!$C$6:$C$605)",
    ],
    [
      formulaText(metricFormula(metric("SALESCOUNT"), filling("SALESCOUNT", deals)), ";"),
      "=SALES.SALESCOUNT(Deals[Status];Deals[Closed];;;Deals[Deal ID])",
    ],
    [
      formulaText(metricFormula(metric("REVENUE"), filling("REVENUE"))),
      "=SALES.REVENUE(amount_column,status_column)",
    ],
    [
      formulaText(
        byFormula(metric("SALESCOUNT"), { source: deals, column: 1 }, filling("SALESCOUNT", deals)),
      ),
      '=SALES.BY("SALESCOUNT",Deals[Owner],Deals[Status],Deals[Closed],,,Deals[Deal ID])',
    ],
    [
      formulaText(byFormula(metric("SALESCOUNT"), "month", filling("SALESCOUNT"))),
      '=SALES.BY("SALESCOUNT","month",status_column)',
    ],
    [
      formulaText(explainFormula(metric("SALESCOUNT"), filling("SALESCOUNT", deals))),
      '=SALES.EXPLAIN("SALESCOUNT",Deals[Status],Deals[Closed],,,Deals[Deal ID])',
    ],
    [formulaText(defineFormula(metric("WINRATE"))), '=SALES.DEFINE("WINRATE")'],
    [formulaText(listFormula), "=SALES.METRICS()"],
  ])("%s", (text, expected) => expect(text).toBe(expected));

  test("an example is parted as formulas are typed here", () => {
    const typed = '=SALES.X(Deals[a,b], , 5, "x=1, 2")';
    expect(separatedBy(";", typed)).toBe('=SALES.X(Deals[a,b]; ; 5; "x=1, 2")');
    expect(separatedBy(",", typed)).toBe(typed);
  });

  test("options stand last, as the functions take them", () => {
    const options = { basis: "created-all", weight: "value" };
    const { args } = metricFormula(metric("WINRATE"), filling("WINRATE", deals, { options }));
    expect(args.at(-1)).toBe('"basis=created-all; weight=value"');
    expect(args).toHaveLength(12); // 8 columns, from, to, asOf, options
  });

  test("the formula tells which cells it reads, and what has to be filled in", () => {
    const found = metricFormula(metric("WINRATE"), filling("WINRATE", plain));
    expect(found.reads).toContainEqual({ sheet: "Q1 deals", row: 5, column: 4, rows: 600, columns: 1 });
    expect(metricFormula(metric("REVENUE"), filling("REVENUE")).placeholders).toEqual([
      "amount_column",
      "status_column",
    ]);
  });
});

describe("what is typed", () => {
  const winRate = (inputs: Record<string, string>) =>
    formulaText(metricFormula(metric("WINRATE"), filling("WINRATE", deals, { inputs })));
  const columns = "Deals[Status],Deals[Closed],,,,,,Deals[Deal ID]";
  test.each<[typed: string, argument: string]>([
    ["2025-01-01", '"2025-01-01"'],
    ["1.2.2025", '"2025-02-01"'],
    [" 31.12.2025 ", '"2025-12-31"'],
    ["$B$1", "$B$1"],
    ["Settings!B1", "Settings!B1"],
    ["'My sheet'!$B$12", "'My sheet'!$B$12"],
  ])("a day: %s", (typed, argument) =>
    expect(winRate({ from: typed })).toBe(`=SALES.WINRATE(${columns},${argument})`),
  );

  test.each(["31.02.2025", "2025-13-01", "yesterday", "B0", "1/2/2025", '"),WEBSERVICE("x'])(
    "%s is no day and stays out",
    (typed) => expect(winRate({ from: typed })).toBe(`=SALES.WINRATE(${columns})`),
  );

  const perRep = (headcount: string) =>
    formulaText(
      metricFormula(metric("SALESPERREP"), filling("SALESPERREP", undefined, { inputs: { headcount } })),
    );
  test.each<[typed: string, argument: string]>([
    ["2.5", ",2.5"],
    ["2,5", ",2.5"],
    ["150 %", ",150%"],
    ["$C$3", ",$C$3"],
    ["-1", ""], // below its limit
    ["two", ""],
    ["1;2", ""],
  ])("a number: %s", (typed, argument) => {
    const text = perRep(typed).replace(/,,+/, ",…,"); // optional columns between
    const columns = "owner_column,amount_column,status_column";
    expect(text).toBe(`=SALES.SALESPERREP(${columns}${argument === "" ? "" : `,…${argument}`})`);
  });
});

describe("references", () => {
  test.each<[header: string, reference: string]>([
    ["Status", "T[Status]"],
    ["Close date", "T[Close date]"],
    ["Data închiderii", "T[Data închiderii]"],
    ["Amount (USD)", "T[[Amount (USD)]]"],
    ["Total $", "T[[Total $]]"],
    ["Deal - Status", "T[[Deal - Status]]"],
    ["a[b]c", "T[[a'[b']c]]"],
    ["No. #", "T[[No. '#]]"],
    ["Rep's name", "T[[Rep''s name]]"],
    ["e@mail", "T[[e'@mail]]"],
    ["two  spaces", "T[[two  spaces]]"],
    [" edge ", "T[[ edge ]]"],
  ])("column %p of a table", (header, reference) => {
    expect(columnReference({ ...deals, name: "T", headers: [header] }, 0)).toBe(reference);
  });

  test.each<[sheet: string, prefix: string]>([
    ["sales_pipeline", "sales_pipeline"],
    ["Vânzări", "Vânzări"],
    ["My deals", "'My deals'"],
    ["Bob's", "'Bob''s'"],
    ["2026", "'2026'"],
    ["Q1", "'Q1'"],
    ["ABC123", "'ABC123'"],
    ["R1C1", "'R1C1'"],
    ["R", "'R'"],
    ["TRUE", "'TRUE'"],
    ["deals-2026", "'deals-2026'"],
    ["a.b", "a.b"],
  ])("sheet %p", (name, prefix) => {
    const source: Source = { ...plain, sheet: name, row: 1, column: 0, rows: 2 };
    expect(columnReference(source, 0)).toBe(`${prefix}!$A$2:$A$3`);
  });

  test.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
    [16383, "XFD"],
  ])("column %i is %s", (index, letters) => expect(columnLetters(index)).toBe(letters));

  test("the area of a column is its cells below the header", () => {
    expect(columnArea(plain, 1)).toEqual({ sheet: "Q1 deals", row: 5, column: 3, rows: 600, columns: 1 });
  });
});
