import fc from "fast-check";
import {
  businessDaysBetween,
  businessTime,
  defaultBusinessWeek,
  readBusinessWeek,
  wallTime,
  type BusinessWeek,
} from "../../../src/core/time/business-time";
import { readDateText } from "../../../src/core/records/read-date";
import { serialOf, weekday } from "../../../src/core/time/serial";
import { runs } from "../../support/random";

function at(text: string): number {
  const date = readDateText(text);
  if (date === undefined || !("serial" in date)) throw new Error(text);
  return date.serial;
}

const none: ReadonlySet<number> = new Set();
const minutes = (days: number): number => days * 1440;

// R§2, the schedule of which is Mon–Fri 09:00–17:00. 2025-01-07 was a Tuesday, 2025-01-10 a Friday.
test.each<[from: string, to: string, minutes: number]>([
  ["2025-01-07 10:00", "2025-01-07 12:30", 150],
  ["2025-01-10 16:30", "2025-01-13 09:30", 60],
  ["2025-01-11 11:00", "2025-01-13 10:00", 60],
  ["2025-01-13 18:00", "2025-01-13 20:00", 0],
  ["2025-01-13 08:00", "2025-01-14 18:00", 960],
])("R§2 business minutes: %s to %s is %d", (from, to, expected) => {
  expect(businessTime(at(from), at(to), defaultBusinessWeek, none)).toBe(expected / 1440);
});

test.each<[lead: string, created: string, answered: string, business: number, wall: number]>([
  ["L1", "2025-01-03 09:00", "2025-01-03 09:04", 4, 4],
  ["L2", "2025-01-10 16:30", "2025-01-13 09:30", 60, 3900],
  ["L3", "2025-01-15 10:00", "2025-01-15 10:30", 30, 30],
  ["L5", "2025-02-10 11:00", "2025-02-10 11:05", 5, 5],
  ["L7", "2025-03-01 11:00", "2025-03-03 10:00", 60, 2820],
])("R§2 lead %s: %s to %s is %d business minutes and %d by the clock", (_, from, to, business, wall) => {
  expect(businessTime(at(from), at(to), defaultBusinessWeek, none)).toBe(business / 1440);
  expect(wallTime(at(from), at(to))).toBe(wall / 1440);
});

test("R§2 lead L6 was answered before it came: the clock shows it, the closed office does not", () => {
  const [created, answered] = [at("2025-02-12 08:00"), at("2025-02-12 07:55")];
  expect(wallTime(created, answered)).toBe(-5 / 1440);
  expect(businessTime(created, answered, defaultBusinessWeek, none)).toBe(0);
  expect(businessTime(at("2025-02-12 10:00"), at("2025-02-12 09:30"), defaultBusinessWeek, none)).toBe(
    -30 / 1440,
  );
});

test("a holiday is closed, whole or in part of the span; one on a Sunday changes nothing", () => {
  // 2025-05-01 was a Thursday, 2025-06-01 a Sunday.
  const holidays = new Set([serialOf(2025, 5, 1), serialOf(2025, 6, 1)]);
  const hours = (from: string, to: string): number =>
    24 * businessTime(at(from), at(to), defaultBusinessWeek, holidays);
  expect(hours("2025-04-30 16:00", "2025-05-02 10:00")).toBeCloseTo(2, 12);
  expect(hours("2025-05-01 10:00", "2025-05-01 12:00")).toBe(0);
  expect(hours("2025-05-01 10:00", "2025-05-02 12:00")).toBeCloseTo(3, 12);
  expect(hours("2025-05-30 16:00", "2025-06-02 10:00")).toBeCloseTo(2, 12);
  expect(
    businessDaysBetween(serialOf(2025, 4, 28), serialOf(2025, 5, 5), defaultBusinessWeek, holidays),
  ).toBe(4);
});

test("the clock change of a country is not in the sheet: the night of 30 March 2025 has 24 hours", () => {
  const everyHour: BusinessWeek = { opens: 0, closes: 1, days: [0, 1, 2, 3, 4, 5, 6] };
  expect(businessTime(at("2025-03-29 12:00"), at("2025-03-30 12:00"), everyHour, none)).toBe(1);
  expect(wallTime(at("2025-03-29 12:00"), at("2025-03-30 12:00"))).toBe(1);
});

test("working days of months, as NETWORKDAYS counts them", () => {
  const days = (year: number, month: number): number =>
    businessDaysBetween(serialOf(year, month, 1), serialOf(year, month + 1, 1), defaultBusinessWeek, none);
  // Counted on a calendar: 2025 began on a Wednesday, February 2026 is four whole weeks.
  expect([days(2025, 1), days(2025, 2), days(2025, 3), days(2026, 2)]).toEqual([23, 20, 21, 20]);
  // 2025 has 365 days: 52 weeks of 5, and 31 December, a Wednesday.
  expect(businessDaysBetween(serialOf(2025, 1, 1), serialOf(2026, 1, 1), defaultBusinessWeek, none)).toBe(
    261,
  );
});

test.each<[hours: string, days: string, week: BusinessWeek]>([
  ["09:00-17:00", "mon-fri", defaultBusinessWeek],
  ["9-17", "lu-vi", defaultBusinessWeek],
  ["9am - 5pm", "Monday to Friday", defaultBusinessWeek],
  ["09.00–17.00", "Luni – Vineri", defaultBusinessWeek],
  ["9:00 până la 17:00", "luni până vineri", defaultBusinessWeek],
  ["09:00-17:00", "1-5", defaultBusinessWeek],
  ["08:30-12:00", "mon,tue,thu", { opens: 8.5 / 24, closes: 0.5, days: [0, 1, 3] }],
  ["0:00-24:00", "mon-sun", { opens: 0, closes: 1, days: [0, 1, 2, 3, 4, 5, 6] }],
  ["10-18", "mon|wed", { opens: 10 / 24, closes: 18 / 24, days: [0, 2] }],
  ["10-18", "sun-thu", { opens: 10 / 24, closes: 18 / 24, days: [0, 1, 2, 3, 6] }],
  ["10-18", "luni, miercuri, sâmbătă", { opens: 10 / 24, closes: 18 / 24, days: [0, 2, 5] }],
])("%s and %s are a week", (hours, days, week) => expect(readBusinessWeek(hours, days)).toEqual(week));

test.each([
  ["", "mon-fri"],
  ["09:00-17:00", ""],
  ["09:00", "mon-fri"],
  ["17:00-09:00", "mon-fri"],
  ["09:00-09:00", "mon-fri"],
  ["09:60-17:00", "mon-fri"],
  ["09:00-25:00", "mon-fri"],
  ["9-12-17", "mon-fri"],
  ["09:00-17:00", "mon-"],
  ["09:00-17:00", "mon-wed-fri"],
  ["09:00-17:00", "everyday"],
  ["13am-5pm", "mon-fri"],
])("%p and %p are no week", (hours, days) => expect(readBusinessWeek(hours, days)).toBeUndefined());

const anyWeek = fc
  .tuple(
    fc.integer({ min: 0, max: 1439 }),
    fc.integer({ min: 1, max: 1440 }),
    fc.subarray([0, 1, 2, 3, 4, 5, 6]),
  )
  .filter(([opens, closes]) => opens < closes)
  .map(([opens, closes, days]): BusinessWeek => ({ opens: opens / 1440, closes: closes / 1440, days }));
const anyHolidays = fc
  .array(fc.integer({ min: 45658, max: 45690 }), { maxLength: 12 })
  .map((days) => new Set(days) as ReadonlySet<number>);
/** Minutes after 2025-01-01. */
const moment = fc.integer({ min: 0, max: 30 * 1440 });

test("equals counting minute by minute", () => {
  fc.assert(
    fc.property(moment, moment, anyWeek, anyHolidays, (a, b, week, holidays) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      let open = 0;
      for (let minute = from; minute < to; minute++) {
        const day = 45658 + Math.floor(minute / 1440);
        const ofDay = minute % 1440;
        if (!week.days.includes(weekday(day)) || holidays.has(day)) continue;
        if (ofDay >= Math.round(week.opens * 1440) && ofDay < Math.round(week.closes * 1440)) open++;
      }
      const found = businessTime(45658 + from / 1440, 45658 + to / 1440, week, holidays);
      expect(found).toBe(open / 1440);
    }),
    runs(300),
  );
});

test("equals counting day by day over decades", () => {
  const day = fc.integer({ min: 1, max: 60000 });
  const holidays = fc.array(day, { maxLength: 30 }).map((days) => new Set(days) as ReadonlySet<number>);
  fc.assert(
    fc.property(day, day, anyWeek, holidays, (a, b, week, closed) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      let days = 0;
      for (let each = start; each < end; each++)
        if (week.days.includes(weekday(each)) && !closed.has(each)) days++;
      expect(businessDaysBetween(start, end, week, closed)).toBe(days);
      expect(businessDaysBetween(end, start, week, closed)).toBe(0 - days);
    }),
    runs(200),
  );
});

test("time adds up, never exceeds the clock, and is the same a whole number of weeks later", () => {
  fc.assert(
    fc.property(
      moment,
      moment,
      moment,
      anyWeek,
      fc.integer({ min: -500, max: 3000 }),
      (a, b, c, week, weeks) => {
        const [from, middle, to] = [a, b, c].sort((x, y) => x - y).map((minute) => 45658 + minute / 1440) as [
          number,
          number,
          number,
        ];
        const whole = businessTime(from, to, week, none);
        const parts = businessTime(from, middle, week, none) + businessTime(middle, to, week, none);
        expect(minutes(parts)).toBeCloseTo(minutes(whole), 6);
        expect(whole).toBeGreaterThanOrEqual(0);
        expect(whole).toBeLessThanOrEqual(wallTime(from, to));
        expect(businessTime(from + 7 * weeks, to + 7 * weeks, week, none)).toBe(whole);
      },
    ),
    runs(300),
  );
});
