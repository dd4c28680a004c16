import { cellText, isDateFormat, samplesOf } from "../../../src/taskpane/data/samples";

test.each<[format: string, isDate: boolean]>([
  ["General", false],
  ["0.00", false],
  ['#,##0.00 "days"', false],
  ["[$€-407] #,##0.00", false],
  ["yyyy-mm-dd", true],
  ["dd/mm/yyyy", true],
  ["[$-418]d mmm yyyy;@", true],
  ["h:mm", true],
  ["@", false],
])("%s holds dates: %p", (format, isDate) => expect(isDateFormat(format)).toBe(isDate));

// 45748 is 1 April 2025: DATE(2025,4,1) in Excel
test.each<[cell: string | number, format: string | undefined, locale: string, text: string]>([
  [45_748, "yyyy-mm-dd", "en", "1 Apr 2025"],
  [45_748, "yyyy-mm-dd", "ro", "1 apr. 2025"],
  [45_748.5, "yyyy-mm-dd hh:mm", "en", "1 Apr 2025, 12:00"],
  [1234.5, undefined, "en", "1234.5"],
  [1_234_567, "#,##0", "ro", "1.234.567"],
  [0.25, "0%", "en", "25%"],
  ["  Won ", undefined, "en", "Won"],
])("%p formatted %p reads in %s as %s", (cell, format, locale, text) => {
  expect(cellText(cell, format, locale)).toBe(text);
});

test("three different values, blanks left out, long ones cut", () => {
  const cells = ["", "Ana", null, "Ana", "Bogdan", "x".repeat(40), "Dan"];
  expect(samplesOf({ header: "Owner", cells: cells as string[] }, "en")).toEqual([
    "Ana",
    "Bogdan",
    `${"x".repeat(23)}…`,
  ]);
});
