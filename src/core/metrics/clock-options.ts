import type { DerivedArguments } from "../records/derived";
import { stop } from "../result";
import { readBusinessWeek } from "../time/business-time";
import { choice, type OptionValues } from "./options";

/** Time by the clock, or by opening hours; a calendar of holidays is a column. */
export const clockOptions = {
  clock: choice(["wall", "business"], {
    "wall-clock": "wall",
    calendar: "wall",
    "business hours": "business",
  }),
  hours: { option: "text", form: "09:00-17:00" },
  workdays: { option: "text", form: "mon-fri" },
} as const;

/** Opening hours as arguments of a derived column; none for time by the clock. */
export function clockOf({ clock, hours, workdays }: OptionValues<typeof clockOptions>): DerivedArguments {
  if (clock === "wall") return {};
  const given = { hours: hours ?? clockOptions.hours.form, workdays: workdays ?? clockOptions.workdays.form };
  const week = readBusinessWeek(given.hours, given.workdays);
  if (week === undefined) {
    const option =
      readBusinessWeek(given.hours, clockOptions.workdays.form) === undefined ? "hours" : "workdays";
    stop("unknownOptionValue", { option, value: given[option], valid: clockOptions[option].form });
  }
  const { opens, closes, days } = week;
  return { opens, closes, days: days.join("") };
}
