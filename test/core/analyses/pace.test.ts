import { elapsedDays, paceOf } from "../../../src/core/analyses/pace";
import { serialOf } from "../../../src/core/time/serial";

/** November 2026 begins on a Sunday: 30 days, of them 21 from Monday to Friday. */
const november = { start: serialOf(2026, 11, 1), end: serialOf(2026, 12, 1), label: "2026-11" };
const after = (day: number) => serialOf(2026, 11, day + 1);
const MON_FRI = [0, 1, 2, 3, 4];
const none: ReadonlySet<number> = new Set();

/** Counted on a calendar. */
test.each([
  ["nothing known: days of the calendar", 10, { holidays: none }, { days: 10, of: 30, by: "calendar" }],
  // 2–6 and 9, 10 November
  ["weekdays", 10, { weekdays: MON_FRI, holidays: none }, { days: 7, of: 21, by: "business" }],
  ["a Sunday alone", 1, { weekdays: MON_FRI, holidays: none }, { days: 0, of: 21, by: "business" }],
  // Saturdays 7, 14, 21, 28
  [
    "Saturdays are worked",
    14,
    { weekdays: [...MON_FRI, 5], holidays: none },
    { days: 12, of: 25, by: "business" },
  ],
  // Monday 30 November, Saint Andrew: later than the 10th
  [
    "a holiday to come, weekends as usual",
    10,
    { holidays: new Set([serialOf(2026, 11, 30)]) },
    { days: 7, of: 20, by: "business" },
  ],
  [
    "a holiday gone by",
    10,
    { weekdays: MON_FRI, holidays: new Set([serialOf(2026, 11, 3)]) },
    { days: 6, of: 20, by: "business" },
  ],
  [
    "a holiday on a Sunday takes nothing",
    10,
    { weekdays: MON_FRI, holidays: new Set([serialOf(2026, 11, 8)]) },
    { days: 7, of: 21, by: "business" },
  ],
  ["no day is worked", 10, { weekdays: [], holidays: none }, { days: 10, of: 30, by: "calendar" }],
  ["the last day", 30, { weekdays: MON_FRI, holidays: none }, { days: 21, of: 21, by: "business" }],
  ["beyond the end", 45, { holidays: none }, { days: 30, of: 30, by: "calendar" }],
])("%s", (_, day, calendar, expected) => {
  expect(elapsedDays(november, after(day), calendar)).toEqual(expected);
});

/** By hand: after 7 of 21 days a third of 30,000 is due. */
test("a total behind its target", () => {
  expect(paceOf(8000, 30_000, { days: 7, of: 21, by: "business" })).toEqual({
    expected: 10_000,
    gap: -2000,
    share: 0.8,
    projected: 24_000,
    neededADay: 22_000 / 14,
  });
});

test("ahead, reached, early, over", () => {
  expect(paceOf(15, 30, { days: 10, of: 30, by: "calendar" })).toMatchObject({ share: 1.5, projected: 45 });
  const reached = paceOf(31, 30, { days: 10, of: 30, by: "calendar" });
  expect(reached).not.toHaveProperty("neededADay");
  // a fifteenth of the period says little of its end
  const early = paceOf(3, 30, { days: 2, of: 30, by: "calendar" });
  expect(early).toMatchObject({ expected: 2, gap: 1, neededADay: 27 / 28 });
  expect(early).not.toHaveProperty("projected");
  expect(paceOf(20, 30, { days: 30, of: 30, by: "calendar" })).toEqual({
    ...{ expected: 30, gap: -10, share: 20 / 30, projected: 20 },
  });
});

test("nothing is due before the first day, nor of a target of 0", () => {
  expect(paceOf(5, 30, { days: 0, of: 21, by: "business" })).toBeUndefined();
  expect(paceOf(5, 0, { days: 7, of: 21, by: "business" })).toBeUndefined();
});
