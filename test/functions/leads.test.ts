import { column, isError, sales } from "../support/custom-functions";
import { tables } from "../support/tables";

/** The leads of R§2: L8 is L1's second message, L6 was answered before it was written, L4 never. */
const {
  Id: id,
  Created: createdDate,
  "First response": firstResponseDate,
  Converted: convertedDate,
  "E-mail": email,
  Source: source,
} = tables.Leads as Record<string, unknown[][]>;
const Q1 = { from: "2025-01-01", to: "2025-03-31" };
const times = { createdDate, firstResponseDate, email, ...Q1 };
const leads = { createdDate, convertedDate, email, ...Q1 };
const people = { leadCreatedDate: createdDate, convertedDate, email, ...Q1 };

/** Function, arguments, expected value, and the line of the reference it stands in. */
const cases: readonly [string, Record<string, unknown>, number, string][] = [
  ["LEADCONV", { ...leads, asOf: "2025-03-31" }, 3 / 7, "R§2 asOf 2025-03-31, duplicates removed"],
  ["LEADCONV", { ...leads, asOf: "2025-04-30" }, 4 / 7, "R§2 asOf 2025-04-30"],
  ["LEADCONV", { ...leads, asOf: "2025-03-31", options: "duplicates=keep" }, 3 / 8, "R§2 L8 kept"],
  ["LEADCONV", { ...leads, email: null, asOf: "2025-03-31" }, 3 / 8, "R§2 L8 kept: no address to tell"],
  ["CONVRATE", { ...people, asOf: "2025-03-31" }, 3 / 7, "R§2, each person once"],
  ["CONVRATE", { ...people, asOf: "2025-03-31", options: "duplicates=keep" }, 3 / 7, "one person is one prospect"],
  ["LEADRESPONSE", { ...times, options: "unit=minutes" }, 30, "R§2 median"],
  ["LEADRESPONSE", { ...times, options: "unit=minutes; statistic=mean" }, 1351.8, "R§2 mean"],
  ["LEADRESPONSE", times, 0.5, "R§2 median in hours"],
  ["LEADRESPONSE", { ...times, options: "unit=minutes; clock=business" }, 30, "R§2 business median"],
  ["LEADRESPONSE", { ...times, options: "unit=minutes; clock=business hours; statistic=mean" }, 31.8, "R§2"],
  ["SLA", times, 2 / 6, "R§2 default denominator"],
  ["SLA", { ...times, options: "leads=answered only" }, 2 / 5, "R§2 answered leads only"],
];

test.each(cases.map(([name, args, expected, origin]) => ({ name, args, expected, origin })))(
  "$name = $expected ($origin)",
  async ({ name, args, expected }) => {
    expect(await sales(name, args)).toBeCloseTo(expected, 9);
  },
);
