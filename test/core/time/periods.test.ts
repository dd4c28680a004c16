import { nextPeriodStart, periodLabel, periodsBetween, periodStart } from "../../../src/core/time/periods";
import { civilOf, isoDate, serialOf, weekday } from "../../../src/core/time/serial";

test("serials are Excel's: 1970-01-01 is 25569, 2025-01-01 is 45658", () => {
  expect(serialOf(1970, 1, 1)).toBe(25569);
  expect(serialOf(2025, 1, 1)).toBe(45658);
  expect(civilOf(45658.9)).toEqual({ year: 2025, month: 1, day: 1 });
  expect(serialOf(2024, 14, 1)).toBe(serialOf(2025, 2, 1));
});

test("weekdays: 2025-03-31 was a Monday", () => {
  expect(weekday(serialOf(2025, 3, 31))).toBe(0);
  expect(weekday(serialOf(2025, 3, 30))).toBe(6);
});

test("periods of every grain", () => {
  const day = serialOf(2025, 5, 14);
  expect(isoDate(periodStart(day, "week"))).toBe("2025-05-12");
  expect(isoDate(periodStart(day, "month"))).toBe("2025-05-01");
  expect(isoDate(periodStart(day, "quarter"))).toBe("2025-04-01");
  expect(isoDate(periodStart(day, "year"))).toBe("2025-01-01");
  expect(isoDate(nextPeriodStart(serialOf(2024, 12, 1), "month"))).toBe("2025-01-01");
});

test("fiscal years are named by the year they end in", () => {
  const calendar = { fiscalYearStart: 4, weekStart: 0 };
  expect(isoDate(periodStart(serialOf(2025, 2, 10), "year", calendar))).toBe("2024-04-01");
  expect(periodLabel(serialOf(2024, 4, 1), "year", calendar)).toBe("FY2025");
  expect(periodLabel(serialOf(2025, 1, 1), "quarter", calendar)).toBe("FY2025-Q4");
});

test("ISO weeks at the turn of the year", () => {
  expect(periodLabel(serialOf(2024, 12, 30), "week")).toBe("2025-W01");
  expect(periodLabel(serialOf(2020, 12, 28), "week")).toBe("2020-W53");
});

test("periods between two days touch and cover", () => {
  const periods = periodsBetween(serialOf(2024, 11, 15), serialOf(2025, 2, 1), "month");
  expect(periods.map(({ label }) => label)).toEqual(["2024-11", "2024-12", "2025-01", "2025-02"]);
  periods.slice(1).forEach(({ start }, i) => expect(start).toBe(periods[i]?.end));
});
