import { defaultSettings, type MappingSettings } from "../../../src/mapping/mapping";
import { formOf, readClock, readHolidays, settingsOf } from "../../../src/taskpane/settings/settings-form";

test("settings go through the form unchanged", () => {
  const settings: MappingSettings = {
    ...{ fiscalYearStart: 4, weekStart: 6, currency: "EUR", language: "ro" },
    ...{ businessHours: { from: 8.5, to: 17, days: [0, 1, 2, 3, 4] }, holidays: [46_023, 46_022] },
    favourites: ["WINRATE"],
  };
  expect(settingsOf(formOf(settings), settings)).toEqual({
    settings: { ...settings, holidays: [46_022, 46_023] },
    problems: [],
  });
  expect(settingsOf(formOf(defaultSettings), defaultSettings)).toEqual({
    settings: defaultSettings,
    problems: [],
  });
});

test.each<[text: string, hours: number | undefined]>([
  ["9", 9],
  ["9:30", 9.5],
  ["17.45", 17.75],
  ["24:00", 24],
  ["24:01", undefined],
  ["9:75", undefined],
  ["nine", undefined],
])("%s o'clock is %p", (text, hours) => expect(readClock(text)).toBe(hours));

// 46381 is 25 December 2026, 46113 is 1 April 2026: DATE(…) in Excel
test.each<[text: string, days: readonly number[] | undefined]>([
  ["", []],
  ["2026-12-25", [46_381]],
  ["25.12.2026\n2026-04-01", [46_113, 46_381]],
  ["1.4.2026", [46_113]],
  ["4/1/2026", undefined], // April or January
  ["Christmas", undefined],
  ["2026-12-25, 2026-12-25;", [46_381]],
])("holidays %p are %p", (text, days) => expect(readHolidays(text)).toEqual(days));

test("what cannot be meant is told and not kept", () => {
  const form = {
    ...formOf(defaultSettings),
    currency: "euro",
    hasHours: true,
    from: "18",
    to: "9",
    days: [],
  };
  const { settings, problems } = settingsOf({ ...form, holidays: "soon" }, defaultSettings);
  expect(problems).toEqual(["currency", "hours", "days", "holidays"]);
  expect(settings.businessHours).toBeUndefined();
});
