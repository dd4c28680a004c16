import { choice, numberOption } from "./options";

/** Options every metric takes, beside its own. */
export const commonOptions = {
  /** A period in one word, instead of from and to. */
  period: { option: "text", form: "2026 | 2026-Q1 | 2026-03 | 2026-W12 | 2026-01-01..2026-03-31" },
  /** Other words for won and lost, separated by "|". */
  won: { option: "words" },
  lost: { option: "words" },
  /** Order of day and month in text dates, where a column does not show it. */
  dates: choice(["auto", "dmy", "mdy"]),
  /** Unit of durations that are plain numbers. */
  durations: choice(["auto", "minutes", "hours", "seconds", "days", "excel"]),
  /** The workbook's days are counted from. */
  dateSystem: choice(["1900", "1904"]),
  /** Confidence level of the interval. */
  level: numberOption({ min: 0.5, max: 0.999 }, 0.95),
} as const;

/** Options of what spills a table. */
export const tableOptions = { headers: choice(["yes", "no"]) } as const;
