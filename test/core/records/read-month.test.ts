import { readMonth } from "../../../src/core/records/read-month";
import { isoDate, serialOf } from "../../../src/core/time/serial";

test.each<[unknown, string | undefined]>([
  ["2025-03", "2025-03-01"],
  ["2025/3", "2025-03-01"],
  ["202503", "2025-03-01"],
  [202503, "2025-03-01"],
  ["03/2025", "2025-03-01"],
  ["3.2025", "2025-03-01"],
  ["Mar 2025", "2025-03-01"],
  ["Mar-25", "2025-03-01"],
  ["martie 2025", "2025-03-01"],
  ["ian. 2025", "2025-01-01"],
  ["31.03.2025", "2025-03-01"],
  ["2025-03-31", "2025-03-01"],
  ["01/03/2025", "2025-03-01"],
  ["03/01/2025", "2025-03-01"],
  ["31/03/2025", "2025-03-01"],
  ["2025-Q2", "2025-04-01"],
  ["2025", "2025-01-01"],
  [2025, "2025-01-01"],
  [serialOf(2025, 3, 31), "2025-03-01"],
  ["2025-13", undefined],
  ["02/03/2025", undefined],
  ["Total", undefined],
  ["", undefined],
  [null, undefined],
  [-1, undefined],
  [true, undefined],
])("%p is the month from %s", (head, expected) => {
  const start = readMonth(head);
  expect(start === undefined ? undefined : isoDate(start)).toBe(expected);
});

test("the order of day and month decides where it is said; days may count from 1904", () => {
  expect(readMonth("02/03/2025", { dateOrder: "dmy" })).toBe(serialOf(2025, 3, 1));
  expect(readMonth("02/03/2025", { dateOrder: "mdy" })).toBe(serialOf(2025, 2, 1));
  expect(readMonth(serialOf(2025, 3, 31) - 1462, { date1904: true })).toBe(serialOf(2025, 3, 1));
});
