import { readPeriod } from "../../../src/core/records/read-period";
import { isoDate } from "../../../src/core/time/serial";

test.each([
  ["2026", "2026-01-01", "2026-12-31"],
  ["2026-Q1", "2026-01-01", "2026-03-31"],
  ["2026 q4", "2026-10-01", "2026-12-31"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2026-W12", "2026-03-16", "2026-03-22"],
  ["2020-W53", "2020-12-28", "2021-01-03"],
  ["2026-03-31", "2026-03-31", "2026-03-31"],
  ["2026-01-01..2026-03-31", "2026-01-01", "2026-03-31"],
])("%s is %s to %s", (text, first, last) => {
  const period = readPeriod(text);
  expect([isoDate(period?.start ?? NaN), isoDate((period?.end ?? NaN) - 1)]).toEqual([first, last]);
});

test("a fiscal year that begins in April", () => {
  const calendar = { fiscalYearStart: 4, weekStart: 0 };
  expect(isoDate(readPeriod("FY2026", calendar)?.start ?? NaN)).toBe("2025-04-01");
  expect(isoDate(readPeriod("FY2026-Q4", calendar)?.start ?? NaN)).toBe("2026-01-01");
});

test.each(["", "soon", "2026-13", "2026-Q5", "2026-W54", "2021-W53", "2026-03-31..2026-01-01", "03/04/2026"])(
  "%s is no period",
  (text) => {
    expect(readPeriod(text)).toBeUndefined();
  },
);
