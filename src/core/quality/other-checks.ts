import { Outcome } from "../records/outcome";
import type { Records } from "../records/records";
import type { Role } from "../records/roles";
import { activityTypeOf, leadStatusOf } from "../records/vocabulary";
import { numbersOf, where, wordsOf, type Check, type Found } from "./check";
import { isNumeric, unknownWords } from "./common-checks";

const responseBeforeCreation: Check<"responseBeforeCreation"> = {
  id: "responseBeforeCreation",
  severity: "error",
  kinds: ["lead"],
  find: (leads) => earlier(leads, "firstResponseDate", "createdDate"),
};

const conversionBeforeCreation: Check<"conversionBeforeCreation"> = {
  id: "conversionBeforeCreation",
  severity: "error",
  kinds: ["lead"],
  find: (leads) => earlier(leads, "convertedDate", "createdDate"),
};

const endBeforeStart: Check<"endBeforeStart"> = {
  id: "endBeforeStart",
  severity: "error",
  kinds: ["subscription", "target", "stageHistory"],
  find: (records) => [
    ...earlier(records, "endDate", "startDate"),
    ...earlier(records, "periodEnd", "periodStart"),
    ...earlier(records, "exitedDate", "enteredDate"),
  ],
};

/** Rows whose end lies before their start; a date without a time is its whole day. */
function earlier(records: Records, end: Role, start: Role): readonly Found[] {
  const [ends, starts] = [numbersOf(records, end), numbersOf(records, start)];
  if (ends === undefined || starts === undefined) return [];
  const isEarlier = (row: number): boolean => {
    const [last = NaN, first = NaN] = [ends[row], starts[row]];
    return Number.isInteger(last) ? last < Math.floor(first) : last < first;
  };
  return where(records, isEarlier, end);
}

const unknownLeadStatus: Check<"unknownStatus"> = {
  id: "unknownStatus",
  severity: "warning",
  kinds: ["lead"],
  find: (leads) =>
    unknownWords(leads, "status", (word) => isNumeric(word) || leadStatusOf(word) !== undefined),
};

const unknownType: Check<"unknownType"> = {
  id: "unknownType",
  severity: "warning",
  kinds: ["activity"],
  find: (activities) => unknownWords(activities, "type", (word) => activityTypeOf(word) !== undefined),
};

/** Neither deal, lead nor customer: the activity counts, and belongs to nothing. */
const unlinked: Check<"unlinked"> = {
  id: "unlinked",
  severity: "warning",
  kinds: ["activity"],
  find(activities) {
    const refs = (["dealRef", "leadRef", "customerRef"] as const).flatMap((role) => {
      const wordAt = wordsOf(activities, role);
      return wordAt === undefined ? [] : [wordAt];
    });
    return refs.length === 0 ? [] : where(activities, (row) => refs.every((wordAt) => wordAt(row) === ""));
  },
};

/** Planned for a day that has passed and not done. */
const overdueActivity: Check<"overdueActivity"> = {
  id: "overdueActivity",
  severity: "info",
  kinds: ["activity"],
  find(activities, { asOf }) {
    const dates = numbersOf(activities, "date");
    if (dates === undefined || asOf === undefined || !activities.has("done")) return [];
    const { outcome } = activities;
    return where(
      activities,
      (row) => outcome[row] === Outcome.open && Math.floor(dates[row] ?? NaN) < asOf,
      "date",
    );
  },
};

const negativeAmount: Check<"negativeAmount"> = {
  id: "negativeAmount",
  severity: "warning",
  kinds: ["subscription", "target", "cost"],
  find: (records) =>
    (["mrr", "amount"] as const).flatMap((role) => {
      const amounts = numbersOf(records, role);
      return amounts === undefined ? [] : where(records, (row) => (amounts[row] ?? NaN) < 0, role);
    }),
};

export const otherChecks = [
  ...[responseBeforeCreation, conversionBeforeCreation, endBeforeStart],
  ...[unknownLeadStatus, unknownType, unlinked, overdueActivity, negativeAmount],
] as const;
