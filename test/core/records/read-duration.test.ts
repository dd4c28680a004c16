import fc from "fast-check";
import { durationUnitOf, guessDurationUnit, readDurationText } from "../../../src/core/records/read-duration";
import { runs } from "../../support/random";

test.each<[text: string, hours: number]>([
  ["0:30", 0.5],
  ["1:15:00", 1.25],
  ["00:45:30", 2730 / 3600],
  ["26:00", 26],
  ["30 min", 0.5],
  ["30min.", 0.5],
  ["45m", 0.75],
  ["45'", 0.75],
  ["1h 30m", 1.5],
  ["1h30", 1.5],
  ["1 h 30 min", 1.5],
  ["1,5 h", 1.5],
  ["0.125 h", 0.125],
  ["2 ore", 2],
  ["1 oră", 1],
  ["90 minute", 1.5],
  ["2 ore și 15 minute", 2.25],
  ["1 oră, 30 de minute", 1.5],
  ["1 hour and 30 minutes", 1.5],
  ["90 sec", 0.025],
  ["20 secunde", 20 / 3600],
  ["1 Std 30 Min", 1.5],
  ["2 heures", 2],
  ["3 horas", 3],
  ["1 day 2 h", 26],
  ["PT30M", 0.5],
  ["PT1H30M", 1.5],
  ["pt45s", 45 / 3600],
  ["P1DT2H", 26],
  ["0 min", 0],
  ["-30 min", -0.5],
  ["-0:30", -0.5],
])("%s is %d hours", (text, hours) => expect(readDurationText(text)).toBe(hours));

test.each([
  "",
  "30",
  "1,5",
  "1:75",
  "1:2",
  "min",
  "30 apples",
  "30 min late",
  "30 min 1 h",
  "30 min 20 min",
  "1.200 min",
  "1,200 min",
  "PT",
  "P1M",
  "PT1.2.3H",
  "12:30 pm",
  "2025-01-01",
  "1 h 30 apples",
])("%p is no duration", (text) => expect(readDurationText(text)).toBeUndefined());

test("hours and minutes, however written, are the same duration", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 59 }), (h, m) => {
      const written = [
        `${h}:${String(m).padStart(2, "0")}`,
        `${h}h${m}`,
        `${h} ore ${m} min`,
        `PT${h}H${m}M`,
      ];
      for (const text of written) expect(readDurationText(text)).toBe((h * 60 + m) / 60);
    }),
    runs(200),
  );
});

test.each<[header: string, unit: ReturnType<typeof durationUnitOf>]>([
  ["Duration (min)", "minutes"],
  ["Durată (ore)", "hours"],
  ["Durata in minute", "minutes"],
  ["Call Duration (in seconds)", "seconds"],
  ["Hours", "hours"],
  ["Minute", "minutes"],
  ["Time spent, h", "hours"],
  ["Duration (s)", "seconds"],
  ["durationMinutes", "minutes"],
  ["Durată (zile)", "days"],
  ["Duration", undefined],
  ["Rep's time", undefined],
  ["Call duration (HH:mm:ss)", undefined],
  ["Duration (h:mm)", undefined],
  ["Hours and minutes", undefined],
  ["", undefined],
])("header %p: %p", (header, unit) => expect(durationUnitOf(header)).toBe(unit));

const NaNs = [NaN, NaN];
test.each<[name: string, values: number[], unit: ReturnType<typeof guessDurationUnit>]>([
  ["half an hour and an hour, typed as times", [0.5 / 24, 1 / 24], "excel"],
  ["a six-hour visit among times", [0.25, 0.5 / 24], "excel"],
  ["parts of an hour", [0.25, 0.1, 0.75], "hours"],
  ["quarters only: 15 minutes or 6:00", [0.25, 0.5], undefined],
  ["thirds of an hour or 8:00 and 16:00", [1 / 3, 2 / 3], undefined],
  ["quarter hours", [0.5, 1, 1.75, 2], "hours"],
  ["round minutes", [15, 30, 45, 60], "minutes"],
  ["short round minutes", [5, 10, 15, 20], "minutes"],
  ["minutes of calls", [7, 12, 31, 4.5], "minutes"],
  ["one hour, two hours, eight hours; or minutes", [1, 2, 8], undefined],
  ["a slip among hours", [0.5, 1, 2, 1.5, 45], undefined],
  ["seconds of calls", [65, 180, 320, 600], undefined],
  ["beyond a day as minutes", [30, 45, 60, 7200], undefined],
  ["quarters, of hours or of minutes", [0.5, 23.75], undefined],
  ["no quarters: 2.4 hours or minutes", [0.4, 2.4], undefined],
  ["only zeros and blanks: any unit", [0, ...NaNs], "hours"],
  ["nothing", [], "hours"],
  ["zeros and slips below zero say nothing", [0, -500, NaN, 15, 30], "minutes"],
  ["infinite", [Infinity, 30], undefined],
])("%s", (_, values, unit) => expect(guessDurationUnit(Float64Array.from(values))).toBe(unit));

test("times of a day to the minute are recognised, as the quarter hours typed as hours are", () => {
  const times = fc.array(fc.integer({ min: 1, max: 240 }), { minLength: 1 });
  fc.assert(
    fc.property(times, (minutes) => {
      // 72 minutes and their multiples are round decimals of a day; one other time among them tells.
      const values = Float64Array.from([...minutes, 31], (minute) => minute / 1440);
      expect(guessDurationUnit(values)).toBe("excel");
      const quarters = Float64Array.from([...minutes, 5], (n) => Math.min(n, 47) / 4);
      expect(guessDurationUnit(quarters)).toBe("hours");
    }),
    runs(200),
  );
});
