import { linkRecords } from "../../../src/core/records/dataset";
import { readRecords } from "../../../src/core/records/read-records";
import { isoDate, serialOf } from "../../../src/core/time/serial";
import type { Period } from "../../../src/core/time/periods";
import { lastDayOf } from "../../../src/dataset/last-day";
import { defaultPeriod, homePeriods, periodChoices } from "../../../src/taskpane/home/periods";

const calendar = { fiscalYearStart: 1, weekStart: 0 };
const today = serialOf(2026, 11, 23);
/** First and last day. */
const days = ({ start, end }: Period) => `${isoDate(start)} ${isoDate(end - 1)}`;

test.each<[chosen: string, period: string, previous: string, lastYear: string]>([
  // counted on a calendar
  ["2026-Q2", "2026-04-01 2026-06-30", "2026-01-01 2026-03-31", "2025-04-01 2025-06-30"],
  ["2026-03", "2026-03-01 2026-03-31", "2026-02-01 2026-02-28", "2025-03-01 2025-03-31"],
  ["last year", "2025-01-01 2025-12-31", "2024-01-01 2024-12-31", "2024-01-01 2024-12-31"],
  // an unfinished quarter is compared with as many days: 54 of them
  ["2026-Q4", "2026-10-01 2026-11-23", "2026-07-01 2026-08-23", "2025-10-01 2025-11-23"],
  ["last 30 days", "2026-10-25 2026-11-23", "2026-09-25 2026-10-24", "2025-10-25 2025-11-23"],
])("%s", (chosen, period, previous, lastYear) => {
  const periods = homePeriods(chosen, today, calendar);
  expect(periods && [days(periods.period), days(periods.previous), days(periods.lastYear)]).toEqual([
    period,
    previous,
    lastYear,
  ]);
});

test("twelve periods of course, the chosen one last", () => {
  const trend = homePeriods("2026-Q2", today, calendar)?.trend ?? [];
  expect(trend.map(({ label }) => label)).toEqual([
    ...["2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"],
    ...["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"],
  ]);
});

test("every offered period can be asked for", () => {
  for (const fiscalYearStart of [1, 2, 4, 10]) {
    for (const { labels } of periodChoices(today, { fiscalYearStart, weekStart: 0 })) {
      for (const label of labels) {
        expect({
          label,
          known: homePeriods(label, today, { fiscalYearStart, weekStart: 0 }) !== undefined,
        }).toEqual({ label, known: true });
      }
    }
  }
});

test("the first period shown is the last with deals, whatever else is planned", () => {
  const dataset = linkRecords([
    readRecords("deal", {
      status: [["Won"], ["Won"]],
      closedDate: [[serialOf(2017, 12, 31)], [serialOf(2017, 3, 1)]],
    }),
    readRecords("activity", { type: [["Call"]], date: [[today]] }),
  ]);
  const day = lastDayOf(dataset, today);
  expect(isoDate(day)).toBe("2017-12-31");
  expect(defaultPeriod(day, calendar)).toBe("2017-Q4");
});

test("the day on which an open deal was to close is a plan: nothing happened on it", () => {
  const dataset = linkRecords([
    readRecords("deal", {
      status: [["Won"], ["Open"]],
      createdDate: [[serialOf(2025, 1, 10)], [serialOf(2025, 5, 1)]],
      closedDate: [[serialOf(2025, 3, 2)], [serialOf(2025, 10, 29)]],
    }),
  ]);
  expect(isoDate(lastDayOf(dataset, today))).toBe("2025-05-01");
});
