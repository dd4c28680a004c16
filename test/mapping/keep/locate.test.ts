import fc from "fast-check";
import type { Role } from "../../../src/core/records/roles";
import { locateSources, type Located } from "../../../src/mapping/keep/locate";
import type { SheetShape, TableShape, WorkbookShape } from "../../../src/mapping/keep/shape";
import { defaultSettings, type MappedSource } from "../../../src/mapping/mapping";
import { runs } from "../../support/random";

/* What a person does to a workbook between saving a mapping and opening it again; the places expected are counted by hand. */

type Columns = readonly (readonly [id: string, header: string])[];
const COLUMNS: Columns = [
  ["1", "Id"],
  ["2", "Status"],
  ["3", "Amount"],
  ["4", "Closed"],
];

function table(changes: Partial<TableShape> = {}, columns: Columns = COLUMNS): TableShape {
  return {
    ...{ id: "7", name: "Deals", sheet: "Data", sheetId: "s1", row: 3, column: 1, rows: 50 },
    columns: columns.map(([id, header]) => ({ id, header })),
    ...changes,
  };
}

const mappedTable: MappedSource = {
  kind: "deal",
  place: { sheet: "Data", sheetId: "s1", table: { id: "7", name: "Deals" }, column: 1, columns: 4 },
  roles: {
    status: { header: "Status", at: 1, id: "2" },
    amount: { header: "Amount", at: 2, id: "3" },
    closedDate: { header: "Closed", at: 3, id: "4" },
  },
};

const locate = (source: MappedSource, shape: Partial<WorkbookShape>): Located =>
  locateSources(
    { version: 1, sources: [source], settings: defaultSettings },
    { sheets: [], tables: [], ...shape },
  );

/** The place of each role's column, such as "status1 amount2". */
function places({ sources: [found] }: Located): string {
  const roles = Object.entries(found?.source.roles ?? {});
  return roles.map(([role, { at }]) => role + at).join(" ");
}
const asked = ({ questions }: Located) => questions.map((question) => [question.is, question.candidates]);

describe("tables", () => {
  test.each<[string, TableShape[], string]>([
    ["nothing changed", [table()], "status1 amount2 closedDate3"],
    [
      "renamed, and moved to another sheet",
      [table({ name: "Opportunities", sheetId: "s9", row: 90 })],
      "status1 amount2 closedDate3",
    ],
    ["numbered anew", [table({ id: "99" })], "status1 amount2 closedDate3"],
    ["name in other letters", [table({ id: "99", name: "DEALS" })], "status1 amount2 closedDate3"],
    [
      "numbered anew, its number now that of another",
      [
        table({ id: "7", name: "Costs" }, [
          ["1", "Month"],
          ["2", "Cost"],
          ["3", "Kind"],
          ["4", "X"],
        ]),
        table({ id: "8" }),
      ],
      "status1 amount2 closedDate3",
    ],
    [
      "renamed, while another one took its name",
      [
        table({ name: "Deals 2025" }),
        table({ id: "8", name: "Deals" }, [
          ["1", "Something"],
          ["2", "else"],
        ]),
      ],
      "status1 amount2 closedDate3",
    ],
    [
      "headers renamed",
      [
        table({}, [
          ["1", "Id"],
          ["2", "Stare"],
          ["3", "Valoare"],
          ["4", "Închis"],
        ]),
      ],
      "status1 amount2 closedDate3",
    ],
    [
      "table and all headers renamed",
      [
        table({ name: "Oferte" }, [
          ["1", "Cod"],
          ["2", "Stare"],
          ["3", "Valoare"],
          ["4", "Închis"],
        ]),
      ],
      "status1 amount2 closedDate3",
    ],
    ["a column before", [table({}, [["5", "New"], ...COLUMNS])], "status2 amount3 closedDate4"],
    [
      "columns in another order",
      [table({}, [COLUMNS[3]!, COLUMNS[2]!, COLUMNS[1]!, COLUMNS[0]!])],
      "status2 amount1 closedDate0",
    ],
    [
      "a column before, and numbered anew in order",
      [
        table({}, [
          ["1", "New"],
          ["2", "Id"],
          ["3", "Status"],
          ["4", "Amount"],
          ["5", "Closed"],
        ]),
      ],
      "status2 amount3 closedDate4",
    ],
    [
      "a header renamed, and numbered anew from 10",
      [
        table({}, [
          ["10", "Id"],
          ["11", "Stare"],
          ["12", "Amount"],
          ["13", "Closed"],
        ]),
      ],
      "status1 amount2 closedDate3",
    ],
    [
      "headers with other accents and spaces",
      [
        table({}, [
          ["10", "id"],
          ["11", " STATUS "],
          ["12", "amount"],
          ["13", "Clôsed"],
        ]),
      ],
      "status1 amount2 closedDate3",
    ],
  ])("%s", (_, tables, expected) => {
    const located = locate(mappedTable, { tables });
    expect(located.questions).toEqual([]);
    expect(places(located)).toBe(expected);
  });

  test("today's names and places are in the repaired mapping", () => {
    const { mapping, sources } = locate(mappedTable, {
      tables: [
        table({ name: "Oferte", sheet: "Date", row: 10, rows: 7 }, [
          ["9", "+"],
          ["1", "Id"],
          ["2", "Stare"],
          ["3", "Amount"],
          ["4", "Closed"],
        ]),
      ],
    });
    expect(mapping.sources[0]).toEqual({
      kind: "deal",
      place: { sheet: "Date", sheetId: "s1", table: { id: "7", name: "Oferte" }, column: 1, columns: 5 },
      roles: {
        status: { header: "Stare", at: 2, id: "2" },
        amount: { header: "Amount", at: 3, id: "3" },
        closedDate: { header: "Closed", at: 4, id: "4" },
      },
    });
    expect(sources[0]).toMatchObject({ row: 10, rows: 7 });
  });

  test.each<[string, TableShape[], unknown[]]>([
    ["the table is gone", [table({ id: "8", name: "Costs" }, [["1", "Cost"]])], [["sourceGone", []]]],
    [
      "another table has its columns",
      [table({ id: "8", name: "Costs" }, [["1", "Cost"]]), table({ id: "9", name: "Copy" })],
      [["sourceGone", ["Copy"]]],
    ],
    [
      "its number belongs to another table that has none of its columns",
      [
        table({ name: "Costs" }, [
          ["8", "Cost"],
          ["9", "Month"],
        ]),
      ],
      [["sourceGone", []]],
    ],
    ["a column is gone", [table({}, [COLUMNS[0]!, COLUMNS[1]!, COLUMNS[3]!])], [["columnGone", ["Id"]]]],
    [
      "a column is gone, and there is a new one",
      [table({}, [COLUMNS[0]!, COLUMNS[1]!, COLUMNS[3]!, ["5", "Value"]])],
      [["columnGone", ["Id", "Value"]]],
    ],
    [
      "the last column is gone, and a new one stands in its place",
      [table({}, [...COLUMNS.slice(0, 3), ["5", "Notes"]])],
      [["columnGone", ["Id", "Notes"]]],
    ],
    [
      "numbered anew, one header renamed and one column added",
      [
        table({}, [
          ["10", "Id"],
          ["11", "Stare"],
          ["12", "Amount"],
          ["13", "Closed"],
          ["14", "More"],
        ]),
      ],
      [["columnGone", ["Id", "Stare", "More"]]],
    ],
    [
      "numbered anew, and two of three headers renamed",
      [
        table({}, [
          ["10", "Id"],
          ["11", "Stare"],
          ["12", "Valoare"],
          ["13", "Closed"],
        ]),
      ],
      [
        ["columnGone", ["Id", "Stare", "Valoare"]],
        ["columnGone", ["Id", "Stare", "Valoare"]],
      ],
    ],
  ])("asked about: %s", (_, tables, questions) =>
    expect(asked(locate(mappedTable, { tables }))).toEqual(questions),
  );

  test("a question says what is gone", () => {
    const [question] = locate(mappedTable, { tables: [table({}, COLUMNS.slice(0, 3))] }).questions;
    expect(question).toEqual({
      is: "columnGone",
      ...{ source: 0, kind: "deal", name: "Deals", role: "closedDate", header: "Closed", candidates: ["Id"] },
    });
  });

  test("two columns with one header are told apart by their ids, else by their place, else asked about", () => {
    const twice: Columns = [
      ["1", "Date"],
      ["2", "Amount"],
      ["3", "Date"],
    ];
    const source: MappedSource = {
      ...mappedTable,
      place: { ...mappedTable.place, columns: 3 },
      roles: {
        createdDate: { header: "Date", at: 0, id: "1" },
        closedDate: { header: "Date", at: 2, id: "3" },
      },
    };
    expect(places(locate(source, { tables: [table({}, [["9", "+"], ...twice])] }))).toBe(
      "createdDate1 closedDate3",
    );
    const withoutIds = {
      ...source,
      roles: { createdDate: { header: "Date", at: 0 }, closedDate: { header: "Date", at: 2 } },
    };
    expect(places(locate(withoutIds, { tables: [table({}, twice)] }))).toBe("createdDate0 closedDate2");
    expect(asked(locate(withoutIds, { tables: [table({}, [["9", "+"], ...twice])] }))).toHaveLength(2);
  });

  test("moving, inserting and renaming columns, in any number, never maps a role to another column", () => {
    const step = fc.oneof(
      fc.record({ is: fc.constant("insert" as const), at: fc.nat(8) }),
      fc.record({ is: fc.constant("move" as const), at: fc.nat(8), to: fc.nat(8) }),
      fc.record({
        is: fc.constant("rename" as const),
        at: fc.nat(8),
        header: fc.constantFrom("Stare", "Valoare", "Id 2", ""),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const columns = COLUMNS.map(([id, header]) => ({ id, header }));
        steps.forEach((change, n) => {
          const at = change.at % columns.length;
          if (change.is === "insert") columns.splice(at, 0, { id: `new${n}`, header: `Column${n}` });
          else if (change.is === "move")
            columns.splice(change.to % columns.length, 0, ...columns.splice(at, 1));
          else columns[at]!.header = change.header;
        });
        const located = locate(mappedTable, { tables: [table({ columns })] });
        expect(located.questions).toEqual([]);
        for (const [role, { id }] of Object.entries(mappedTable.roles)) {
          const found = located.sources[0]!.source.roles[role as Role]!;
          expect(columns[found.at]!.id).toBe(id);
        }
      }),
      runs(100),
    );
  });
});

describe("ranges", () => {
  const HEADER = ["Id", "Status", "Amount", "Closed"];
  const mapped: MappedSource = {
    kind: "deal",
    place: { sheet: "Export", sheetId: "s1", headerRow: 2, column: 0, columns: 4 },
    roles: {
      status: { header: "Status", at: 1 },
      amount: { header: "Amount", at: 2 },
      closedDate: { header: "Closed", at: 3 },
    },
  };
  const RECORD = [1, "Won", 100, 45000];
  /** A sheet with these first rows, the first of them in row `row`, and records below. */
  const sheet = (top: unknown[][], changes: Partial<SheetShape> = {}): SheetShape => ({
    ...{
      id: "s1",
      name: "Export",
      row: 0,
      column: 0,
      rows: top.length + 20,
      columns: top.at(-1)!.length,
      top,
    },
    ...changes,
  });
  const TITLES = [
    ["Pipeline report", "", "", ""],
    ["", "", "", ""],
  ];

  test.each<[string, SheetShape, string, number, number]>([
    // what happened, sheet, places, first column of the place, first row of records
    ["nothing", sheet([...TITLES, HEADER, RECORD]), "status1 amount2 closedDate3", 0, 3],
    [
      "sheet renamed",
      sheet([...TITLES, HEADER, RECORD], { name: "2026" }),
      "status1 amount2 closedDate3",
      0,
      3,
    ],
    [
      "sheet copied over, its id another",
      sheet([...TITLES, HEADER, RECORD], { id: "s8" }),
      "status1 amount2 closedDate3",
      0,
      3,
    ],
    ["two rows above", sheet([["x"], ["y"], ...TITLES, HEADER, RECORD]), "status1 amount2 closedDate3", 0, 5],
    ["titles deleted", sheet([HEADER, RECORD]), "status1 amount2 closedDate3", 0, 1],
    [
      "a blank column before",
      sheet([...TITLES, HEADER, RECORD], { column: 1 }),
      "status1 amount2 closedDate3",
      1,
      3,
    ],
    [
      "a column before",
      sheet([...TITLES, ["New", ...HEADER], ["n", ...RECORD]]),
      "status1 amount2 closedDate3",
      1,
      3,
    ],
    [
      "a column between",
      sheet([...TITLES, ["Id", "Status", "New", "Amount", "Closed"], RECORD]),
      "status1 amount3 closedDate4",
      0,
      3,
    ],
    [
      "a header renamed",
      sheet([...TITLES, ["Id", "Stare", "Amount", "Closed"], RECORD]),
      "status1 amount2 closedDate3",
      0,
      3,
    ],
    [
      "one of the titles is called like a column",
      sheet([["Amount", "", "", ""], ["", "", "", ""], HEADER, RECORD]),
      "status1 amount2 closedDate3",
      0,
      3,
    ],
  ])("%s", (_, shape, expected, column, row) => {
    const located = locate(mapped, { sheets: [shape] });
    expect(located.questions).toEqual([]);
    expect(places(located)).toBe(expected);
    expect(located.sources[0]!.source.place.column).toBe(column);
    expect(located.sources[0]!.row).toBe(row);
    expect(located.sources[0]!.row + located.sources[0]!.rows).toBe(shape.row + shape.rows);
  });

  test.each<[string, SheetShape[], unknown[], columns?: number]>([
    ["the sheet is gone", [], [["sourceGone", []]]],
    ["the sheet is empty", [sheet([[]], { rows: 0 })], [["sourceGone", []]]],
    ["no header is left", [sheet([RECORD, RECORD])], [["sourceGone", []]]],
    [
      "a header renamed and a column before",
      [sheet([...TITLES, ["New", "Id", "Stare", "Amount", "Closed"], RECORD])],
      [["columnGone", ["New", "Id", "Stare"]]],
    ],
    ["a column deleted", [sheet([...TITLES, ["Id", "Status", "Closed"], RECORD])], [["columnGone", ["Id"]]]],
    [
      "a column deleted, and one that plays no role has moved into its place",
      [sheet([...TITLES, ["Id", "Status", "Amount", "Cost"], RECORD])],
      [["columnGone", ["Id", "Cost"]]],
      5,
    ],
    [
      "the same, with another list behind",
      [sheet([...TITLES, ["Id", "Status", "Amount", "Cost", "", "Client"], RECORD])],
      [["columnGone", ["Id", "Cost", "Client"]]],
      5,
    ],
    [
      "a header renamed, and a column before it",
      [sheet([...TITLES, ["Id", "Status", "Amount", "New", "Închis"], RECORD])],
      [["columnGone", ["Id", "New", "Închis"]]],
    ],
    [
      "a header emptied",
      [sheet([...TITLES, ["Id", "Status", "", "Closed"], RECORD])],
      [["columnGone", ["Id"]]],
    ],
  ])("asked about: %s", (_, sheets, questions, columns = 4) =>
    expect(asked(locate({ ...mapped, place: { ...mapped.place, columns } }, { sheets }))).toEqual(questions),
  );

  test("a list further down that has more of the headers is another one", () => {
    const top = [...TITLES, ["Id", "Stare", "Amount", "Closed"], RECORD, ["", "", "", ""], HEADER, RECORD];
    const located = locate(mapped, { sheets: [sheet(top)] });
    expect([places(located), located.sources[0]?.row]).toEqual(["status1 amount2 closedDate3", 3]);
  });

  test("ends where the next table in its columns begins", () => {
    const below = table({ sheetId: "s1", row: 12, column: 2, rows: 5 });
    const beside = table({ id: "8", sheetId: "s1", row: 6, column: 9, rows: 5 });
    const located = locate(mapped, { sheets: [sheet([...TITLES, HEADER, RECORD])], tables: [below, beside] });
    expect(located.sources[0]).toMatchObject({ row: 3, rows: 8 }); // rows 3 … 10; the table's header stands in 11
  });

  test("two header rows", () => {
    const two: MappedSource = {
      ...mapped,
      place: { sheet: "Export", sheetId: "s1", headerRow: 1, headerRows: 2, column: 0, columns: 3 },
      roles: { createdDate: { header: "Created Date", at: 1 }, closedDate: { header: "Closed Date", at: 2 } },
    };
    const top = [
      ["Deal", "Created", "Closed"],
      ["Name", "Date", "Date"],
      ["A", 45000, 45010],
    ];
    const located = locate(two, { sheets: [sheet(top)] });
    expect([located.questions, places(located)]).toEqual([[], "createdDate1 closedDate2"]);
    expect(located.sources[0]).toMatchObject({ row: 2, header: top.slice(0, 2) });
  });

  test("without a header, the place is all there is", () => {
    const source: MappedSource = {
      kind: "deal",
      place: { sheet: "Raw", sheetId: "s1", row: 4, column: 2, columns: 3 },
      roles: { amount: { header: "", at: 1 } },
    };
    const located = locate(source, {
      sheets: [sheet([RECORD], { name: "New name", row: 4, column: 2, rows: 9 })],
    });
    expect(located.sources[0]).toMatchObject({ row: 4, rows: 9, header: [] });
    expect(located.mapping.sources[0]!.place).toMatchObject({ sheet: "New name", column: 2, columns: 3 });
    // columns were inserted before it, or deleted
    for (const used of [
      { column: 4, columns: 3 },
      { column: 2, columns: 1 },
    ])
      expect(asked(locate(source, { sheets: [sheet([RECORD], { row: 4, ...used })] }))).toEqual([
        ["sourceGone", []],
      ]);
  });
});

test("one source that is gone leaves the others as they are", () => {
  const gone: MappedSource = {
    ...mappedTable,
    kind: "cost",
    place: { ...mappedTable.place, table: { id: "5", name: "Costs" } },
    roles: { amount: { header: "Cost", at: 0 } },
  };
  const located = locateSources(
    { version: 1, sources: [gone, mappedTable], settings: defaultSettings },
    { sheets: [], tables: [table({ name: "Renamed" })] },
  );
  expect(located.sources.map((source) => source?.source.kind)).toEqual([undefined, "deal"]);
  expect(located.questions).toMatchObject([{ is: "sourceGone", source: 0, name: "Costs" }]);
  expect(located.mapping.sources.map(({ place }) => place.table?.name)).toEqual(["Costs", "Renamed"]);
});
