import { readMoneyText } from "../../../src/core/records/read-money";

test.each([
  ["$1,200.50", 1200.5, "USD"],
  ["1.200,50 €", 1200.5, "EUR"],
  ["(1,200)", -1200, undefined],
  ["1.117,10K", 1117100, undefined],
  ["1,2 mil lei", 1200000, "RON"],
  ["1 200,50 lei", 1200.5, "RON"],
  ["1'200.50 CHF", 1200.5, "CHF"],
  ["1\u00a0234\u00a0567,89", 1234567.89, undefined],
  ["-45", -45, undefined],
  ["45-", -45, undefined],
  ["-$1,000.00", -1000, "USD"],
  ["$ 50", 50, "USD"],
  ["3,5k", 3500, undefined],
  ["2 mii RON", 2000, "RON"],
  ["1.5 mld", 1500000000, undefined],
  ["$750.01", 750.01, "USD"],
  ["1,234,567", 1234567, undefined],
  ["1.234.567", 1234567, undefined],
  ["0,999", 0.999, undefined],
  ["12,5", 12.5, undefined],
  ["$162500.00", 162500, "USD"],
])("%s is %d", (text, value, currency) => {
  expect(readMoneyText(text)).toMatchObject({ value, ...(currency === undefined ? {} : { currency }) });
});

test.each([
  "",
  "abc",
  "12 apples",
  "$101,2000.00",
  "1,23,456",
  "1.2.3,4,5",
  "$5 €",
  "--5",
  "(-5)",
  "=1+1",
  "12:30",
  "5%",
])("%s is no amount", (text) => {
  expect(readMoneyText(text)).toBeUndefined();
});

test("1.200 counts as thousands, unless the column shows points as decimals", () => {
  expect(readMoneyText("1.200")).toMatchObject({ value: 1200, ambiguous: true });
  expect(readMoneyText("1.200", ".")).toMatchObject({ value: 1.2, ambiguous: true });
  expect(readMoneyText("1.200", ",")).toMatchObject({ value: 1200 });
});
