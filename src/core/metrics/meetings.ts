import {
  activities,
  and,
  compare,
  count,
  inClass,
  known,
  not,
  outcome,
  role,
  share,
  won,
  type Condition,
} from "../evaluate/expression";
import { unitOfCount } from "./activity-counts";
import { activityInputs, anyOf, holidayInput, ofType, perOption, perWorkday } from "./activity-populations";
import { may, metric, type Given } from "./metric";
import { choice } from "./options";

export const meetings = metric({
  id: "MEETINGS",
  example: '=SALES.MEETINGS(Activities[Type], Activities[Date], Activities[Done], "period=2025-Q1")',
  families: ["activity"],
  unit: "count",
  unitOf: ({ output, per }) => (output === "count" ? unitOfCount({ per }) : "ratio"),
  better: "neutral",
  inputs: [
    ...activityInputs,
    may("outcome", "activity"),
    may("createdDate", "activity"),
    may("id", "activity"),
    holidayInput,
  ],
  period: true,
  asOf: true,
  options: {
    output: choice(["count", "held-rate", "no-show-rate"]),
    by: choice(["scheduled", "booked"], { "date scheduled for": "scheduled", "date booked": "booked" }),
    per: perOption,
  },
  value({ output, by, per }, given) {
    const scheduled = and(
      outcome("unknown", "open", "won", "lost", "cancelled"),
      ofType("meeting", "demo"),
      not(said(given, "cancelled")),
    );
    const on = by === "booked" ? "createdDate" : "date";
    if (output === "count") return perWorkday(count(activities(scheduled, on)), per, given);
    const due = and(scheduled, dueBy(given));
    const noShow = said(given, "noShow");
    const part = output === "no-show-rate" ? noShow : and(won, not(noShow), not(undecided(given)));
    return share(count(activities(and(due, part), on)), count(activities(due, on)));
  },
  text: {
    en: {
      name: "Meetings scheduled",
      definition:
        "Meetings and demos by the date they are scheduled for, planned ones included; cancelled ones are not.",
      formula: "count of meetings and demos",
      disagree:
        "by=booked counts by the day of booking. output=held-rate and no-show-rate divide by the meetings due: without asOf those with a result, with asOf also those dated by then.",
    },
    ro: {
      name: "Întâlniri programate",
      definition:
        "Întâlniri și demonstrații după data pentru care sunt programate, inclusiv cele viitoare; fără cele anulate.",
      formula: "numărul întâlnirilor și demonstrațiilor",
      disagree:
        "by=booked socotește după ziua programării. output=held-rate și no-show-rate împart la întâlnirile scadente: fără asOf la cele cu rezultat, cu asOf și la cele datate până atunci.",
    },
  },
  source: "Held ÷ (scheduled − future), as in meeting reports of CRMs.",
});

/** What the done column or the outcome column says. */
function said(given: Given, what: "cancelled" | "noShow"): Condition {
  const columns = (["done", "outcome"] as const).filter((column) => given.has(column, "activity"));
  return anyOf(...columns.map((column) => inClass(column, "activityDone", what)));
}

/** Neither held nor missed, as far as is said: planned, postponed, or without an outcome where that alone would tell. */
function undecided(given: Given): Condition {
  const silent =
    given.has("outcome", "activity") && !given.has("done", "activity") ? [not(known("outcome"))] : [];
  return anyOf(outcome("open", "unknown"), ...silent);
}

/** Meetings that lie behind: by the day of observation; without one, what has a result. */
function dueBy(given: Given): Condition {
  return given.asOf === undefined
    ? not(undecided(given))
    : compare(role("date"), "<", Math.floor(given.asOf) + 1);
}
