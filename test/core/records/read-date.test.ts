import { readDateNumber, readDateText } from "../../../src/core/records/read-date";
import { isoDate, serialOf } from "../../../src/core/time/serial";

const day = serialOf(2025, 3, 31);

test.each([
  ["2025-03-31", day],
  ["2025/03/31", day],
  ["2025-03-31T12:00:00Z", day + 0.5],
  ["2025-03-31 06:00", day + 0.25],
  ["31.03.2025", day],
  ["31.3.25", day],
  ["03.04.2025", serialOf(2025, 4, 3)],
  ["31/03/2025", day],
  ["3/31/2025", day],
  ["3/31/25 6:00 PM", day + 0.75],
  ["31-03-2025", day],
  ["31 martie 2025", day],
  ["31 Mar 2025", day],
  ["31-Mar-25", day],
  ["Mar 31, 2025", day],
  ["March 31st, 2025", day],
  ["29/02/2024", serialOf(2024, 2, 29)],
])("%s", (text, serial) => {
  expect(readDateText(text)).toMatchObject({ serial });
});

test("day and month are left open where both readings exist", () => {
  expect(readDateText("03/04/2025")).toEqual({ dmy: serialOf(2025, 4, 3), mdy: serialOf(2025, 3, 4) });
  expect(readDateText("04/04/2025")).toEqual({ serial: serialOf(2025, 4, 4) });
});

test.each([
  "",
  "soon",
  "2025-13-01",
  "2025-02-30",
  "31.02.2025",
  "29/02/2023",
  "40/40/2025",
  "2025-03-31 25:00",
  "1/2",
  "12",
  "13:00 PM",
])("%s is no date", (text) => {
  expect(readDateText(text)).toBeUndefined();
});

test("numbers: serials and yyyymmdd", () => {
  expect(readDateNumber(45747)).toBe(day);
  expect(isoDate(readDateNumber(19970118))).toBe("1997-01-18");
  expect(readDateNumber(19971318)).toBeNaN();
  expect(readDateNumber(-1)).toBeNaN();
  expect(readDateNumber(99999999999)).toBeNaN();
});
