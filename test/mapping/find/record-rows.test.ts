import { extentOf, findBlocks, headersOf, recordRows } from "../../../src/mapping/find";
import { isRefused } from "../../../src/mapping/block";
import { finding } from "../../support/finding";
import { Day, sheetOf, tableAt } from "../../support/sketch";

const header = [["Client", "Agent", "Data", "Valoare"]];
const record = (n: number): unknown[] => [
  `Client ${n % 50}`,
  ["Ana", "Dan"][n % 2],
  45000 + (n % 700),
  n + 1,
];
const records = (count: number): unknown[][] => Array.from({ length: count }, (_, n) => record(n));

describe("at every later reading", () => {
  const read = (rows: unknown[][], bounded = false) => recordRows({ row: 1, parts: [rows], header, bounded });

  test("a list that has grown is read to its end, over totals that moved down", () => {
    const before = [...records(3), ["Total", "", "", 6]];
    const after = [...records(7), ["Total", "", "", 28]];
    expect([...read(before).records]).toEqual([0, 1, 2]);
    expect([...read(after).records]).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(read(after).skipped).toEqual([{ row: 8, why: "totals" }]);
    expect(read(after).length).toBe(7);
  });

  test("records below the totals belong to the list, and the totals become subtotals", () => {
    const rows = [...records(3), ["Total", "", "", 6], record(5), record(6)];
    expect([...read(rows).records]).toEqual([0, 1, 2, 4, 5]);
    expect(read(rows).skipped).toEqual([{ row: 4, why: "subtotal" }]);
  });

  test("nothing left", () => {
    expect(read([])).toEqual({ records: new Uint32Array(), skipped: [], length: 0, prepared: 0 });
    expect(read([["", "", "", ""]]).records).toHaveLength(0);
  });

  test("rows prepared with formulas and check boxes are no records", () => {
    const prepared = [
      ["", "", "", 0],
      ["", "", false, "#N/A"],
      ["", "", "", "#DIV/0!"],
    ];
    const rows = [...records(3), ...prepared];
    for (const bounded of [false, true]) {
      expect([...read(rows, bounded).records]).toEqual([0, 1, 2]);
      expect(read(rows, bounded).skipped).toEqual([]);
      expect([...read([...rows, record(3)], bounded).records]).toEqual([0, 1, 2, 6]);
    }
    expect([...read([...rows, ["Total", "", "", 6]]).records]).toEqual([0, 1, 2]);
    expect(read(rows).prepared).toBe(6);
    // a name or a day makes a record of it
    expect([...read([...records(3), ["Acme", "", "", 0], ["", "", 45000, 0]]).records]).toEqual([
      0, 1, 2, 3, 4,
    ]);
  });

  test("a record whose formulas broke is one still, and no row in silence", () => {
    const broken = ["#REF!", "#REF!", "#REF!", "#REF!"];
    for (const bounded of [false, true]) {
      const rows = [...records(3), broken, record(3), broken, ["", "", "", "#REF!"]];
      expect([...read(rows, bounded).records]).toEqual([0, 1, 2, 3, 4, 5]);
    }
    const numbered = [...records(4), broken].map((row, n) => [n + 1, ...row]);
    const list = { row: 1, parts: [numbered], header: [["Nr", ...(header[0] ?? [])]], bounded: false };
    expect([...recordRows(list).records]).toEqual([0, 1, 2, 3, 4]);
  });

  test("numbers alone may be 0", () => {
    const rows = [7, 0, 5].map((sales, n) => [n, sales]);
    const { records: kept } = recordRows({
      row: 1,
      parts: [rows],
      header: [["Luna", "Vânzări"]],
      bounded: false,
    });
    expect([...kept]).toEqual([0, 1, 2]);
  });

  test("strips of columns give the same rows as all columns", () => {
    const rows = [
      ...records(4),
      ["Total", "", "", 10],
      ["", "", "", ""],
      header[0] ?? [],
      ...records(3),
      ["", "", "", ""],
      ["Sursa: CRM, exportat luni", "", "", ""],
    ];
    const whole = read(rows);
    const strips = recordRows({
      row: 1,
      parts: [rows.map((row) => row.slice(0, 1)), rows.map((row) => row.slice(2))],
      header: [["Client", "Data", "Valoare"]],
      bounded: false,
    });
    expect([...whole.records]).toEqual([0, 1, 2, 3, 7, 8, 9]);
    expect(strips).toEqual(whole);
    expect(whole.skipped).toEqual([
      { row: 5, why: "subtotal" },
      { row: 7, why: "repeatedHeader" },
      { row: 12, why: "remark" },
    ]);
  });

  test("without the column that says Total, its sum tells", () => {
    const rows = [...records(4), ["Total", "", "", 10]].map((row) => row.slice(1));
    const { records: kept } = recordRows({
      row: 1,
      parts: [rows],
      header: [["Agent", "Data", "Valoare"]],
      bounded: false,
    });
    expect([...kept]).toEqual([0, 1, 2, 3]);
  });

  test("the body of a table goes to its end, whatever stands in it", () => {
    const rows = [
      ...records(2),
      ["", "", "", ""],
      ["Alt client", "", "", ""],
      ["Stage", "Order", "Kind", "x"],
    ];
    expect([...read(rows, true).records]).toEqual([0, 1, 3, 4]);
    expect(read(rows, true).skipped).toEqual([]);
  });

  test("subtotals of groups and of all, as Excel's own Subtotal command writes them", () => {
    const rows = [
      ["Ana", "Acme", 45000, 100],
      ["Ana", "Beta", 45001, 50],
      ["Ana Total", "", "", 150],
      ["Dan", "Gama", 45002, 70],
      ["Dan Total", "", "", 70],
      ["Grand Total", "", "", 220],
    ];
    const { records: kept, skipped } = recordRows({
      row: 1,
      parts: [rows],
      header: [["Agent", "Client", "Data", "Valoare"]],
      bounded: false,
    });
    expect([...kept]).toEqual([0, 1, 3]);
    expect(skipped.map(({ why }) => why)).toEqual(["subtotal", "totals", "totals"]);
  });

  test.each<[name: string, row: unknown[]]>([
    ["a customer called Total", ["Total", "Ana", 45000, 3]],
    ["a customer called Total, without a day", ["Total", "Ana", "", 3]],
    ["a deal that lacks all but an amount that is no sum", ["", "", "", 5]],
    ["the name alone of a new customer, in a list of two columns", ["Acme"]],
  ])("%s is a record", (_, row) => {
    const rows = [...records(3), [...row, "", "", "", ""].slice(0, row.length === 1 ? 2 : 4)];
    const width = rows[3]?.length ?? 4;
    const { records: kept } = recordRows({
      row: 1,
      parts: [rows.map((each) => (width === 2 ? [each[0], each.at(-1)] : each))],
      header: [width === 2 ? ["Client", "Valoare"] : ["Client", "Agent", "Data", "Valoare"]],
      bounded: false,
    });
    expect([...kept]).toEqual([0, 1, 2, 3]);
  });

  test("100,000 rows of 12 columns take well under 200 ms", () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => [
      `D-${n}`,
      `Oferta ${n}`,
      ...record(n),
      ["Câștigat", "Pierdut"][n % 2],
      n % 3 ? "" : "Recomandare",
      45000 + (n % 900),
      n * 2,
      `agent${n % 40}@example.com`,
      "",
    ]);
    const columns = "ID Oferta Client Agent Data Valoare Stare Sursă Creat Cost Email Note".split(" ");
    const times = Array.from({ length: 8 }, () => {
      const start = process.cpuUsage();
      const { records: kept } = recordRows({ row: 1, parts: [rows], header: [columns], bounded: false });
      expect(kept).toHaveLength(100_000);
      return process.cpuUsage(start).user / 1000;
    });
    // time of the processor, as other work on the machine slows single runs
    expect(Math.min(...times)).toBeLessThan(200);
  });
});

describe("large sheets, of which the top and the bottom were read", () => {
  const top = records(300).map((row) => row.map((cell, c) => (c === 2 ? new Day(Number(cell)) : cell)));
  const sheet = (bottom: unknown[][], rows = 100_000) => {
    const upper = sheetOf([...header, ...top]);
    const lower = sheetOf(bottom);
    return {
      ...upper,
      rows,
      runs: [...upper.runs, ...lower.runs.map((run) => ({ ...run, row: rows - bottom.length }))],
    };
  };
  test.each<[name: string, bottom: unknown[][], found: string]>([
    ["records to the end", records(100), "1 > A2:D100000 (400)"],
    ["totals at the end", [...records(99), ["Total", "", "", 12_345]], "1 > A2:D99999 (399)"],
    [
      "a remark at the end",
      [...records(98), ["", "", "", ""], ["Sursa: CRM", "", "", ""]],
      "1 > A2:D99998 (398)",
    ],
    ["records up to somewhere in what was not read", [["", "", "", ""]], "1 > A2:D99999 (300)"],
  ])("%s", (_, bottom, found) => {
    const [block, ...others] = findBlocks(sheet(bottom));
    expect(others).toEqual([]);
    expect(block && finding(block).split(" Client")[0]).toBe(found);
  });
});

describe("where a plain range ends now", () => {
  const used = { row: 2, rows: 50, tables: [] };
  test("at the end of the used range, as lists grow", () => {
    expect(extentOf({ row: 5, column: 1 }, 4, used)).toEqual({ row: 5, column: 1, rows: 47, columns: 4 });
  });
  test("above an Excel table in its columns, but not beside one", () => {
    const below = tableAt("Below", [30, 4, 5, 2]);
    const beside = tableAt("Beside", [10, 5, 5, 2]);
    expect(extentOf({ row: 5, column: 1 }, 4, { ...used, tables: [below, beside] }).rows).toBe(25);
  });
  test("nowhere, when its rows are gone", () => {
    expect(extentOf({ row: 60, column: 1 }, 4, used).rows).toBe(0);
  });
});

describe("what columns are called", () => {
  test.each<[name: string, rows: unknown[][], headers: string[]]>([
    ["one row, tidied", [[" Close \n Date ", 2024, "", "Owner"]], ["Close Date", "2024", "", "Owner"]],
    ["none", [], []],
    [
      "groups join only where they are needed",
      [
        ["Vânzare", "", "Client"],
        ["Data", "Data", "Nume"],
      ],
      ["Vânzare Data", "Vânzare Data", "Nume"],
    ],
    [
      "a name across two rows",
      [
        ["Client", "T1", "", "Observații"],
        ["", "Plan", "Real", ""],
      ],
      ["Client", "Plan", "Real", "Observații"],
    ],
  ])("%s", (_, rows, headers) => expect(headersOf(rows)).toEqual(headers));
});

test("a finding is read again as it was found", () => {
  const rows = [
    ["Raport", "", "", ""],
    ...header,
    ...records(5),
    ["Total", "", "", 15],
    ["", "", "", ""],
    ["Etapă", "Ordine", "Probabilitate", ""],
    ["Contact", 1, 0.1, ""],
    ["Ofertă", 2, 0.5, ""],
  ];
  const sheet = sheetOf(rows);
  for (const block of findBlocks(sheet)) {
    if (isRefused(block)) throw new Error("refused");
    const { place, columns, skipped } = block;
    const { row, column, rows: height, columns: width } = extentOf(place, columns.length, sheet);
    const again = recordRows({
      row,
      parts: [rows.slice(row, row + height).map((cells) => cells.slice(column, column + width))],
      header: [(rows[place.headerRow ?? 0] ?? []).slice(column, column + width)],
      bounded: false,
    });
    expect(again.records).toHaveLength(columns[0]?.cells.length ?? 0);
    expect(again.length).toBe(place.rows);
    expect(again.skipped).toEqual(skipped.filter(({ row: at }) => at >= row));
  }
});
