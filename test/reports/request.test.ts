import { defaultCalendar } from "../../src/core/time/periods";
import { isoDate, serialOf } from "../../src/core/time/serial";
import { reportPeriods } from "../../src/reports/request";

const days = ({ start, end }: { start: number; end: number }) => `${isoDate(start)}..${isoDate(end - 1)}`;
const today = serialOf(2026, 11, 23);

test("the last complete month, quarter, year", () => {
  const month = reportPeriods("month", today, defaultCalendar);
  expect(month).toMatchObject({ toDate: false, period: { label: "2026-10" } });
  expect([month.period, month.previous, month.lastYear].map(days)).toEqual([
    "2026-10-01..2026-10-31",
    "2026-09-01..2026-09-30",
    "2025-10-01..2025-10-31",
  ]);
  expect(month.trend.map(({ label }) => label)).toHaveLength(12);
  expect(month.trend[0]?.label).toBe("2025-11");
  expect(month.trend.at(-1)).toEqual(month.period);
  expect(reportPeriods("quarter", today, defaultCalendar)).toMatchObject({
    period: { label: "2026-Q3" },
    previous: { label: "2026-Q2" },
    lastYear: { label: "2025-Q3" },
  });
  const year = reportPeriods("year", today, defaultCalendar);
  expect(year.trend.map(({ label }) => label)).toEqual(["2021", "2022", "2023", "2024", "2025"]);
  expect(year.previous).toEqual(year.lastYear);
});

test("an unfinished period is compared with as many days of the others", () => {
  const asked = { start: serialOf(2026, 10, 1), end: serialOf(2027, 1, 1), label: "" };
  const quarter = reportPeriods("quarter", today, defaultCalendar, asked);
  expect(quarter.toDate).toBe(true);
  // 1 October to 23 November: 54 days
  expect([quarter.period, quarter.previous, quarter.lastYear].map(days)).toEqual([
    "2026-10-01..2026-11-23",
    "2026-07-01..2026-08-23",
    "2025-10-01..2025-11-23",
  ]);
  expect(quarter.trend.at(-2)?.label).toBe("2026-Q3");
});

test("fiscal years", () => {
  const april = { fiscalYearStart: 4, weekStart: 0 };
  expect(reportPeriods("year", today, april)).toMatchObject({ period: { label: "FY2026" } });
  expect(reportPeriods("quarter", today, april)).toMatchObject({ period: { label: "FY2027-Q2" } });
});

test("on the last day of a month it is complete", () => {
  const asked = { start: serialOf(2026, 10, 1), end: serialOf(2026, 11, 1), label: "" };
  expect(reportPeriods("month", serialOf(2026, 10, 31), defaultCalendar, asked).toDate).toBe(false);
});
