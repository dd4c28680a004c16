import { metricById } from "../../../src/core/metrics/catalogue";
import type { Metric } from "../../../src/core/metrics/metric";
import { chooseColumns } from "../../../src/taskpane/formula/choose-columns";
import {
  byFormula,
  defineFormula,
  explainFormula,
  formulaText,
  listFormula,
  metricFormula,
} from "../../../src/taskpane/formula/formula";
import { columnArea, columnLetters, columnReference } from "../../../src/taskpane/formula/reference";
import type { Source } from "../../../src/workbook";

function metric(id: string): Metric {
  const found = metricById(id);
  if (!found) throw new Error(id);
  return found;
}

const headers = ["Deal ID", "Owner", "Status", "Amount", "Closed"];
const deals: Source = { kind: "table", name: "Deals", sheet: "Data", headers, row: 1, column: 0, rows: 600 };
const plain: Source = { ...deals, kind: "range", name: "Q1 deals", sheet: "Q1 deals", row: 5, column: 2 };
const choice = (id: string, source: Source) => ({
  source,
  columns: chooseColumns(metric(id), source.headers),
});
const placeholder = (role: string) => `${role}_column`;
const none = new Map<string, string>();

describe("formula text", () => {
  test.each<[string, string]>([
    [
      formulaText(metricFormula(metric("WINRATE"), choice("WINRATE", deals), none, placeholder)),
      "=SALES.WINRATE(Deals[Status],Deals[Closed],,,,,,Deals[Deal ID])",
    ],
    [
      formulaText(metricFormula(metric("WINRATE"), choice("WINRATE", plain), none, placeholder)),
      "=SALES.WINRATE('Q1 deals'!$E$6:$E$605,'Q1 deals'!$G$6:$G$605,,,,,,'Q1 deals'!$C$6:$C$605)",
    ],
    [
      formulaText(metricFormula(metric("SALESCOUNT"), choice("SALESCOUNT", deals), none, placeholder), ";"),
      "=SALES.SALESCOUNT(Deals[Status];Deals[Closed];;;Deals[Deal ID])",
    ],
    [
      formulaText(metricFormula(metric("REVENUE"), undefined, none, placeholder)),
      "=SALES.REVENUE(amount_column,status_column)",
    ],
    [
      formulaText(byFormula(metric("SALESCOUNT"), 1, choice("SALESCOUNT", deals), none, placeholder)),
      '=SALES.BY("SALESCOUNT",Deals[Owner],Deals[Status],Deals[Closed],,,Deals[Deal ID])',
    ],
    [
      formulaText(byFormula(metric("SALESCOUNT"), "month", undefined, none, placeholder)),
      '=SALES.BY("SALESCOUNT","month",status_column)',
    ],
    [
      formulaText(explainFormula(metric("SALESCOUNT"), choice("SALESCOUNT", deals), none, placeholder)),
      '=SALES.EXPLAIN("SALESCOUNT",Deals[Status],Deals[Closed],,,Deals[Deal ID])',
    ],
    [formulaText(defineFormula(metric("WINRATE"))), '=SALES.DEFINE("WINRATE")'],
    [formulaText(listFormula), "=SALES.METRICS()"],
  ])("%s", (text, expected) => expect(text).toBe(expected));

  test("options stand last, as the functions take them", () => {
    const options = new Map([
      ["basis", "created-all"],
      ["weight", "value"],
    ]);
    const { args } = metricFormula(metric("WINRATE"), choice("WINRATE", deals), options, placeholder);
    expect(args.at(-1)).toBe('"basis=created-all; weight=value"');
    expect(args).toHaveLength(12); // 8 columns, from, to, asOf, options
  });

  test("the formula tells which cells it reads, and what has to be filled in", () => {
    const found = metricFormula(metric("WINRATE"), choice("WINRATE", plain), none, placeholder);
    expect(found.reads).toContainEqual({ sheet: "Q1 deals", row: 5, column: 4, rows: 600, columns: 1 });
    expect(metricFormula(metric("REVENUE"), undefined, none, placeholder).placeholders).toEqual([
      "amount_column",
      "status_column",
    ]);
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
