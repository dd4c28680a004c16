import {
  and,
  any,
  common,
  compare,
  days,
  distinct,
  minus,
  plus,
  product,
  constant,
  ratio,
  recordsOf,
  role,
  share,
  shifted,
  unless,
  type Condition,
  type Expression,
  type Population,
} from "../evaluate/expression";
import type { Dataset } from "../records/dataset";
import { purchasesAsSpells } from "../records/active-spells";
import { usualWindow } from "../records/purchases";
import { stop, type Note } from "../result";
import { addMonths } from "../time/shift";
import { isoDate } from "../time/serial";
import type { Given } from "./metric";
import { may, need, type Input } from "./metric";
import { choice, numberOption, type OptionValues } from "./options";

/**
 * Customers active at two moments: the ground of churn and retention. Subscriptions say when a customer is active;
 * purchases are turned into spells of activity by an inactivity window, and read in the same way.
 */

/** Subscriptions: customer, start, end. Purchases: customer, close date. A flag for who has left: customer, status. */
export const activityInputs: readonly Input[] = [
  need("customer", "subscription", "deal"),
  may("startDate", "subscription"),
  may("endDate", "subscription"),
  may("mrr", "subscription"),
  may("closedDate"),
  may("status", "subscription", "deal"),
  may("amount"),
  may("cancelledDate"),
  may("id"),
  may("owner", "subscription", "deal"),
  may("source", "subscription", "deal"),
  may("type", "subscription", "deal"),
  may("product", "subscription", "deal"),
];

export const activityOptions = {
  window: numberOption({ min: 1, max: 3650 }),
  denominator: choice(["start", "start+new", "average"], {
    "active at start": "start",
    "average of start and end": "average",
  }),
  per: choice(["period", "month", "quarter", "year", "rolling30"], { "rolling 30 days": "rolling30" }),
  annualise: choice(["no", "yes"]),
  joinedAndLeft: choice(["exclude", "include"]),
} as const;

export type ActivityOptions = OptionValues<typeof activityOptions>;

/** Purchases become spells of activity; subscriptions are that already. */
export function asSpells(
  dataset: Dataset,
  { window }: { window: number | undefined },
  given: Given,
): Dataset {
  const { deal: deals, subscription } = dataset;
  if (deals === undefined || subscription?.has("startDate") === true) return dataset;
  if (!deals.has("closeDate"))
    stop("missingAnyOf", { first: "startDate", second: deals.nameOf("closedDate") });
  const usual = window ?? usualWindow(deals, given.asOf === undefined ? undefined : Math.floor(given.asOf));
  return usual === undefined ? stop("noRepeatForWindow", {}, "#N/A") : purchasesAsSpells(deals, usual);
}

/** How long a silence may last, and what is observed where no period is given. */
export function activityRemarks(
  dataset: Dataset,
  { window, per }: { window: number | undefined; per?: ActivityOptions["per"] },
  given: Given,
): readonly Note[] {
  const notes: Note[] = [];
  const deals = dataset.subscription?.has("startDate") === true ? undefined : dataset.deal;
  if (deals?.has("closeDate") === true && window === undefined) {
    const usual = usualWindow(deals, given.asOf === undefined ? undefined : Math.floor(given.asOf));
    if (usual !== undefined) notes.push({ message: "inactivityWindow", values: { days: Math.ceil(usual) } });
  }
  const last = deals === undefined ? given.lastDay("startDate", "subscription") : given.lastDay("closeDate");
  if (per !== undefined && !given.hasPeriod && given.asOf === undefined && last !== undefined)
    notes.push({ message: "observedBefore", values: { date: isoDate(last) } });
  return notes;
}

/** Customers lost between two moments and those they are compared with. */
export interface Loss {
  readonly lost: Expression;
  readonly whole: Expression;
  /** The lost are counted among the whole, so that their share is a proportion. */
  readonly proportion: boolean;
}

export function loss({ denominator, joinedAndLeft }: ActivityOptions, given: Given): Loss {
  const { start, end, joined } = moments(given);
  const atStart = distinct("customer", start);
  const lost = minus(atStart, common("customer", start, end));
  const inAndOut = minus(distinct("customer", joined), common("customer", joined, end));
  const alsoLost = joinedAndLeft === "include" ? plus(lost, inAndOut) : lost;
  switch (denominator) {
    case "start":
      return {
        lost: alsoLost,
        whole: joinedAndLeft === "include" ? plus(atStart, inAndOut) : atStart,
        proportion: true,
      };
    case "start+new":
      return { lost: alsoLost, whole: plus(atStart, distinct("customer", joined)), proportion: true };
    case "average":
      return {
        lost: alsoLost,
        whole: product(constant(0.5), plus(atStart, distinct("customer", end))),
        proportion: false,
      };
  }
}

/** The textbook's retention: customers at the end who were not won in the period ÷ customers at its start. */
export function textbookRetention(given: Given): Expression {
  const { start, end, joined } = moments(given);
  return ratio(minus(distinct("customer", end), distinct("customer", joined)), distinct("customer", start));
}

/** Customers without dates, marked as gone or not. */
export function flaggedLoss(): Loss {
  const everyone = distinct("customer", recordsOf("subscription", any, "always"));
  const staying = recordsOf("subscription", { is: "outcome", in: ["open", "unknown"] }, "always");
  return { lost: minus(everyone, distinct("customer", staying)), whole: everyone, proportion: true };
}

export function hasOnlyFlag(given: Given): boolean {
  return !given.has("startDate", "subscription") && given.has("status", "subscription");
}

export function shareOf(part: Expression, { whole, proportion }: Loss): Expression {
  return proportion ? share(part, whole) : ratio(part, whole);
}

function moments(given: Given): { start: Population; end: Population; joined: Population } {
  const where = paying(given);
  const at = (on: Population["on"], more?: Condition): Population =>
    recordsOf("subscription", more === undefined ? where : and(where, more), on);
  return {
    start: at("activeAtStart"),
    end: at("active"),
    joined: at("startDate", compare(role("firstStart"), ">=", 1)),
  };
}

/** A subscription paused at 0 is none while it lasts; one that ends before it starts is an error. */
export function paying(given: Given): Condition {
  if (!given.has("startDate", "subscription"))
    stop("missingAnyOf", { first: "startDate", second: "closedDate" });
  const parts: Condition[] = [any];
  if (given.has("mrr", "subscription")) parts.push(unless(compare(role("mrr"), "<=", 0), "unpaid"));
  if (given.has("endDate", "subscription"))
    parts.push(unless(compare(days("startDate", "endDate", { signed: true }), "<", 0), "negativeDuration"));
  return and(...parts);
}

/**
 * Over which time: the period asked for, or the last month, quarter, year or 30 days up to its end. Without a period it
 * is the last complete month before the day of observation.
 */
export function over(expression: Expression, per: ActivityOptions["per"], given: Given): Expression {
  if (per === "period" && given.hasPeriod) return expression;
  const last =
    given.hasPeriod || given.asOf !== undefined ? undefined : given.lastDay("startDate", "subscription");
  const end = last === undefined ? {} : { end: last };
  return shifted(
    expression,
    per === "rolling30"
      ? { to: "lastDays", days: 30, ...end }
      : { to: "lastMonths", months: MONTHS[per], ...end },
  );
}

const MONTHS: Record<ActivityOptions["per"], number> = {
  period: 1,
  month: 1,
  quarter: 3,
  year: 12,
  rolling30: 30 / (365 / 12),
};

/** How often the time that a rate is over goes into a year. */
export function timesAYear(per: ActivityOptions["per"], given: Given): number {
  if (per !== "period" || !given.hasPeriod) return 12 / MONTHS[per];
  const { period } = given;
  if (period === undefined || !(period.end < Infinity) || period.start < 0) stop("needsPeriod");
  for (let months = 1; months <= 1200; months++) {
    const end = addMonths(period.start, months);
    if (end === period.end) return 12 / months;
    if (end > period.end) break;
  }
  return 365.2425 / (period.end - period.start);
}
