import type { Period } from "../../../src/core/time/periods";
import { isoDate } from "../../../src/core/time/serial";
import { readPeriod } from "../../../src/core/records/read-period";
import { shiftPeriod, type Shift } from "../../../src/core/time/shift";

const period = (text: string): Period => readPeriod(text) as Period;
/** First and last day. */
const days = ({ start, end }: Period): string => `${isoDate(start)}..${isoDate(end - 1)}`;
const day = (text: string): number => period(text).start;

const cases: readonly [string, string, Shift, string | undefined, string][] = [
  ["a quarter follows a quarter", "2025-Q1", { to: "previous" }, undefined, "2024-10-01..2024-12-31"],
  [
    "a month of 31 days follows one of 28",
    "2025-03",
    { to: "previous" },
    undefined,
    "2025-02-01..2025-02-28",
  ],
  ["days are days", "2025-03-10..2025-03-19", { to: "previous" }, undefined, "2025-02-28..2025-03-09"],
  ["a week", "2025-W02", { to: "previous" }, undefined, "2024-12-30..2025-01-05"],
  ["last year", "2025-03", { to: "earlier", months: 12 }, undefined, "2024-03-01..2024-03-31"],
  [
    "last year of a leap February",
    "2024-02",
    { to: "earlier", months: 12 },
    undefined,
    "2023-02-01..2023-02-28",
  ],
  [
    "a month before the 31st",
    "2025-03-31",
    { to: "earlier", months: 1 },
    undefined,
    "2025-02-28..2025-02-28",
  ],
  [
    "ten days of March with ten of February",
    "2025-03",
    { to: "previous" },
    "2025-03-10",
    "2025-02-01..2025-02-10",
  ],
  [
    "30 days of March with the whole of February",
    "2025-03",
    { to: "previous" },
    "2025-03-30",
    "2025-02-01..2025-02-28",
  ],
  [
    "to date with last year to date",
    "2025",
    { to: "earlier", months: 12 },
    "2025-02-10",
    "2024-01-01..2024-02-10",
  ],
  [
    "a finished period is compared whole",
    "2025-03",
    { to: "previous" },
    "2025-04-10",
    "2025-02-01..2025-02-28",
  ],
  [
    "twelve months to the end of June",
    "2025-06",
    { to: "lastMonths", months: 12 },
    undefined,
    "2024-07-01..2025-06-30",
  ],
  [
    "an unfinished month does not count",
    "2025-06",
    { to: "lastMonths", months: 12 },
    "2025-06-29",
    "2024-06-01..2025-05-31",
  ],
  [
    "its last day finishes it",
    "2025-06",
    { to: "lastMonths", months: 1 },
    "2025-06-30",
    "2025-06-01..2025-06-30",
  ],
  ["ninety days", "2025-Q2", { to: "lastDays", days: 90 }, undefined, "2025-04-02..2025-06-30"],
  [
    "costs of 30 days before",
    "2025-03",
    { to: "daysEarlier", days: 30 },
    undefined,
    "2025-01-30..2025-03-01",
  ],
];

test.each(cases)("%s", (_what, text, shift, asOf, expected) => {
  expect(days(shiftPeriod(period(text), shift, asOf === undefined ? undefined : day(asOf)))).toBe(expected);
});
