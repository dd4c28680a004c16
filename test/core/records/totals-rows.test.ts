import fc from "fast-check";
import { ProblemList, type Column } from "../../../src/core/records/columns";
import { readAmounts, readDates, readWords, type ReadContext } from "../../../src/core/records/read-columns";
import { totalsRows } from "../../../src/core/records/totals-rows";
import { readRecords } from "../../../src/core/records/read-records";
import { typeOfRole, type Kind, type Role } from "../../../src/core/records/roles";
import { runs } from "../../support/random";
import { csvColumns, describeWithData } from "../../support/shared-data";

/** Rows of cells, read as the roles say; a header row, if any, is the number of cells left out above. */
function totals(
  roles: Readonly<Record<string, "word" | "number" | "date">>,
  rows: unknown[][],
  from = 0,
): readonly number[] {
  const count = rows.length - from;
  const filled = new Uint8Array(count);
  const problems = new ProblemList();
  const columns = new Map<string, Column>();
  Object.entries(roles).forEach(([role, type], at) => {
    const context: ReadContext = { role, from, rows: count, filled, problems };
    const source = { rows, at };
    const column =
      type === "word"
        ? readWords(source, context)
        : type === "date"
          ? readDates(source, context, {})
          : readAmounts(source, context);
    columns.set(role, column);
  });
  return totalsRows(columns, filled, problems.all(), from);
}

const deals = { customer: "word", owner: "word", closedDate: "date", amount: "number" } as const;
const two = [
  ["Acme", "Ana", 45700, 100],
  ["Beta", "Dan", 45710, 250],
];

describe("rows that are totals", () => {
  test.each<[name: string, rows: unknown[][], found: number[]]>([
    ["labelled", [...two, ["Total", "", "", 350]], [2]],
    ["in Romanian", [...two, ["Total general", "", "", 350]], [2]],
    ["with a colon and a count in brackets", [...two, ["Grand Totals: (2 records)", "", "", 350]], [2]],
    ["in the second column", [...two, ["", "Gesamtergebnis", "", 350]], [2]],
    ["labelled, of something else than the sum", [...two, ["Medie", "", "", 175]], [2]],
    ["labelled, without any number", [...two, ["Summe", "", "", ""]], [2]],
    ["total and average", [...two, ["Total", "", "", 350], ["Average", "", "", 175]], [2, 3]],
    ["below a blank row", [...two, ["", "", "", ""], ["Total", "", "", 350]], [3]],
    ["with blank rows below", [...two, ["Total", "", "", 350], ["", "", "", ""]], [2]],
    ["with counts of words and of dates", [...two, ["Total", 2, 2, 350]], [2]],
    ["in the date column", [...two, ["", "", "Total", 350]], [2]],
    ["in the amount column", [...two, ["", "", "", "Total"]], [2]],
    ["two of them in the date column", [...two, ["", "", "Total", 350], ["", "", "Media", 175]], [2, 3]],
    ["with a word left over, and the sum", [...two, ["Total", "EMEA", "", 350]], [2]],
    ["not labelled, above a labelled average", [...two, ["", "", "", 350], ["Medie", "", "", 175]], [2, 3]],
    ["with a year", [...two, ["Media 2025", "", "", 175]], [2]],
    ["with the currency in brackets", [...two, ["Medie (EUR)", "", "", 175]], [2]],
    ["not labelled, the sum of those above", [...two, ["", "", "", 350]], [2]],
    ["not labelled, up to rounding", [...two, ["", "", "", 350.0001]], [2]],
  ])("%s", (_, rows, found) => expect(totals(deals, rows)).toEqual(found));

  test("a header above shifts the problems, not the answer", () => {
    const rows = [["Customer", "Owner", "Closed", "Amount"], ...two, ["", "", "Media", 175]];
    expect(totals(deals, rows, 1)).toEqual([2]);
  });

  test("customers and amounts only: the name is no proof, the sum is", () => {
    const roles = { customer: "word", amount: "number" } as const;
    expect(
      totals(roles, [
        ["Acme", 100],
        ["Beta", 250],
        ["Total", 350],
      ]),
    ).toEqual([2]);
    expect(
      totals(roles, [
        ["Acme", 100],
        ["Beta", 250],
        ["Total", 360],
      ]),
    ).toEqual([]);
  });

  test("a currency may stand beside the sums", () => {
    const roles = { customer: "word", closedDate: "date", amount: "number", currency: "word" } as const;
    const rows = [
      ["Acme", 45700, 100, "EUR"],
      ["Beta", 45701, 200, "EUR"],
      ["Total", "", 300, "EUR"],
    ];
    expect(totals(roles, rows)).toEqual([2]);
    expect(totals(roles, [...rows.slice(0, 2), ["Medie", "", 150, "EUR"]])).toEqual([2]);
  });
});

describe("rows that are records", () => {
  test.each<[name: string, rows: unknown[][]]>([
    ["a customer called Total", [...two, ["Total", "Ana", 45720, 900]]],
    ["a customer called Total, of the sum by chance", [...two, ["Total", "Ana", 45720, 350]]],
    ["an open deal of Total", [...two, ["Total", "Ana", "", 900]]],
    ["a company whose name begins so", [...two, ["Total Energies", "", "", 900]]],
    ["a name in the middle", [["Total", "", "", 5], ...two]],
    ["without words, not the sum", [...two, ["", "", "", 351]]],
    [
      "without words, the sum of a single row",
      [
        ["Acme", "Ana", 45700, 100],
        ["", "", "", 100],
      ],
    ],
    [
      "without words, the sum of zeros",
      [
        ["Acme", "Ana", 45700, 0],
        ["Beta", "Dan", 45710, 0],
        ["", "", "", 0],
      ],
    ],
    ["nothing above", [["Total", "", "", 350]]],
    ["a bad date elsewhere", [["Acme", "Ana", "Total", 100], ...two, ["Zeta", "Dan", "soon", 30]]],
    ["a bad date below one that said Total", [["Acme", "Ana", "Total", 100], ...two, ["", "", "soon", 30]]],
    ["no rows", []],
    ["blank rows", [["", "", "", ""]]],
  ])("%s", (_, rows) => expect(totals(deals, rows)).toEqual([]));

  test("amounts alone tell nothing: 100, 250, 350 may be three sales", () => {
    expect(totals({ amount: "number" }, [[100], [250], [350]])).toEqual([]);
  });

  test("nor does a blank where others are blank as well", () => {
    const rows = [
      ["", "", "", 100],
      ["Beta", "", "", 250],
      ["", "", "", 350],
    ];
    expect(totals(deals, rows)).toEqual([]);
  });

  test("a number in the id column is a count only if it counts the ids above", () => {
    const roles = { id: "word", customer: "word", amount: "number" } as const;
    expect(
      totals(roles, [
        [1, "Acme", 5],
        [2, "Beta", 6],
        [3, "Total", 7],
      ]),
    ).toEqual([]);
    expect(
      totals(roles, [
        [1, "Acme", 5],
        [2, "Beta", 6],
        [2, "Total", 11],
      ]),
    ).toEqual([2]);
  });
});

const name = fc.constantFrom("Acme", "Beta", "Total", "Suma", "Average", "Subtotal");
const record = fc.tuple(
  name,
  fc.constantFrom("Ana", "Dan", "Total"),
  fc.integer({ min: 40000, max: 46000 }),
  fc.integer(),
);
const list = fc.array(record, { maxLength: 12 });
const blanks = fc
  .integer({ min: 0, max: 3 })
  .map((n): unknown[][] => Array.from({ length: n }, () => ["", "", "", ""]));

test("a list without totals never loses a row, whatever its customers are called", () => {
  fc.assert(
    fc.property(list, blanks, (rows, tail) => {
      expect(totals(deals, [...rows, ...tail])).toEqual([]);
    }),
    runs(300),
  );
});

test("totals below a list are found, and nothing else is", () => {
  const label = fc.constantFrom("Total", "TOTAL:", "Total general", "Summe", "Sous-total", "");
  const rows = fc.array(record, { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(rows, blanks, label, (above, gap, word) => {
      const sum = above.reduce((total, row) => total + row[3], 0);
      // Without a label only the sum of two or more amounts is proof.
      fc.pre(word !== "" || above.filter((row) => row[3] !== 0).length > 1);
      expect(totals(deals, [...above, ...gap, [word, "", "", sum]])).toEqual([above.length + gap.length]);
    }),
    runs(300),
  );
});

describeWithData("public data sets", () => {
  test.each<[file: string, kind: Kind, columns: Partial<Record<Role, string>>]>([
    [
      "maven_crm/sales_pipeline.csv",
      "deal",
      { id: "opportunity_id", status: "deal_stage", amount: "close_value" },
    ],
    [
      "maven_crm/sales_pipeline.csv",
      "deal",
      { customer: "account", closedDate: "close_date", amount: "close_value" },
    ],
    [
      "mrr_playbook/subscription_periods.csv",
      "subscription",
      { customer: "customer_id", startDate: "start_date", mrr: "monthly_amount" },
    ],
    [
      "hubspot_dummy/hubspot_deals.csv",
      "deal",
      { status: "Deal Stage", amount: "Amount", closedDate: "Close Date" },
    ],
    ["hubspot_dummy/hubspot_activities.csv", "activity", { type: "Activity Type", date: "Activity Date" }],
    ["xeducation_leads/Leads.csv", "lead", { source: "Lead Source", converted: "Converted" }],
  ])("%s as %ss: no row is taken for totals, and those added are", (file, kind, headers) => {
    const data = csvColumns(file);
    const roles = Object.entries(headers) as [Role, string][];
    const cells = new Map(roles.map(([role, header]) => [role, data[header] ?? []]));
    const read = (columns: ReadonlyMap<Role, unknown[][]>): number | undefined =>
      readRecords(kind, Object.fromEntries(columns)).excluded.totalsRow;
    expect(read(cells)).toBeUndefined();
    const first = roles.find(([role]) => ["word", "status"].includes(typeOfRole(kind, role)))?.[0];
    const labelled = new Map(
      [...cells].map(([role, rows]) => [role, [...rows, [role === first ? "Total" : ""]]]),
    );
    expect(read(labelled)).toBe(1);
  });
});
