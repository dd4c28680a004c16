import { choice, numberOption } from "./options";

/** Options every metric takes, beside its own. */
export const commonOptions = {
  /** Other words for won and lost, separated by "|". */
  won: { option: "words" },
  lost: { option: "words" },
  /** Order of day and month in text dates, where a column does not show it. */
  dates: choice(["auto", "dmy", "mdy"]),
  /** The workbook's days are counted from. */
  dateSystem: choice(["1900", "1904"]),
  /** Confidence level of the interval. */
  level: numberOption({ min: 0.5, max: 0.999 }, 0.95),
} as const;
