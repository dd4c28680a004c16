import {
  and,
  constant,
  inClass,
  not,
  oneOf,
  outcome,
  ratio,
  won,
  type Condition,
  type Expression,
} from "../evaluate/expression";
import { splitTypes } from "../records/derived/activity-deals";
import type { ActivityType } from "../records/vocabulary";
import type { Dataset } from "../records/dataset";
import { stop, type Note } from "../result";
import { normaliseWord } from "../text";
import { businessDaysBetween, defaultBusinessWeek } from "../time/business-time";
import { may, need, type Given, type Input } from "./metric";
import { choice } from "./options";

/** Only what took place counts, unless planned activities are asked for as well. */
export const plannedOption = choice(["exclude", "include"]);
/** A number for each working day of the period, or the whole. */
export const perOption = choice(["total", "workday"], { "working day": "workday" });

/** The columns of a list of activities. */
export const activityInputs: readonly Input[] = [
  need("type", "activity"),
  may("date", "activity"),
  may("done", "activity"),
  may("owner", "activity"),
];

/** Days that are no working days, beside Saturdays and Sundays. */
export const holidayInput = may("holidays", "calendar");

export const anyOf = (...conditions: readonly Condition[]): Condition => not(and(...conditions.map(not)));

export const ofType = (...types: readonly ActivityType[]): Condition =>
  inClass("type", "activityType", ...types);

/** Done; e-mails count as sent where nothing else is said of them. */
export function happened(planned: "exclude" | "include"): Condition {
  return planned === "include"
    ? outcome("won", "open", "unknown")
    : anyOf(won, and(outcome("unknown"), ofType("email")));
}

/** Of these types: names of classes ("call"), or the list's own words; `all` is every one. */
export function ofTypes(types: readonly string[]): Condition {
  if (types.includes("all")) return and();
  const { classes, words } = splitTypes(types);
  const named = inClass("type", "activityType", ...classes);
  return words.length === 0 ? named : anyOf(named, oneOf("type", ...words));
}

/** Types asked for that no activity has: a word may be misspelt. */
export function unknownTypes(dataset: Dataset, types: readonly string[]): readonly Note[] {
  if (dataset.activity?.has("type") !== true) return [];
  const own = new Set(dataset.activity.words("type").words.map(normaliseWord));
  const unknown = splitTypes(types).words.filter((word) => word !== "all" && !own.has(word));
  return unknown.length === 0 ? [] : [{ message: "unknownTypes", values: { types: unknown.join(", ") } }];
}

/** What our side began: its direction says so, or its type ("Outbound call"). */
export function outbound(given: Given): Condition {
  const byType = not(inClass("type", "direction", "in"));
  return given.has("direction", "activity")
    ? and(byType, not(inClass("direction", "direction", "in")))
    : byType;
}

/** Monday to Friday without holidays, as far as the period has been seen. */
export function perWorkday(of: Expression, per: "total" | "workday", given: Given): Expression {
  if (per === "total") return of;
  const { period, asOf } = given;
  const end = Math.min(period?.end ?? Infinity, asOf === undefined ? Infinity : Math.floor(asOf) + 1);
  if (period === undefined || !(end < Infinity) || period.start < 0) stop("needsPeriod");
  const last = Math.max(period.start, end);
  return ratio(of, constant(businessDaysBetween(period.start, last, defaultBusinessWeek, given.holidays())));
}
