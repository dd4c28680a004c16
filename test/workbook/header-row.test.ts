import { findHeaderRow } from "../../src/workbook/header-row";

test.each<[name: string, rows: unknown[][], row: number | undefined]>([
  [
    "headers first",
    [
      ["Status", "Amount"],
      ["Won", 12],
    ],
    0,
  ],
  [
    "a title and a date above",
    [
      ["Pipeline report", ""],
      [45000, ""],
      ["", ""],
      ["Deal Stage", "Amount"],
      ["Won", 12],
    ],
    3,
  ],
  [
    "unknown words",
    [
      ["Foo", "Bar"],
      [1, 2],
    ],
    0,
  ],
  [
    "numbers only",
    [
      [1, 2],
      [3, 4],
    ],
    undefined,
  ],
  ["one column of text", [["note"], ["another"]], undefined],
  ["nothing", [], undefined],
  [
    "values that look like headers do not beat the headers",
    [
      ["Owner", "Status", "Amount"],
      ["Ana", "Won", "Closed"],
    ],
    0,
  ],
])("%s", (_, rows, row) => expect(findHeaderRow(rows)).toBe(row));
