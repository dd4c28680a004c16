import { activities, and, any, count, distinct, inClass, leads, ratio } from "../evaluate/expression";
import { unitOfCount } from "./activity-counts";
import {
  activityInputs,
  happened,
  holidayInput,
  ofType,
  perOption,
  perWorkday,
  plannedOption,
} from "./activity-populations";
import { may, metric } from "./metric";
import { choice } from "./options";

export const networkingEvents = metric({
  id: "EVENTS",
  example:
    '=SALES.EVENTS(Activities[Type], Activities[Date], Activities[Done], , Activities[Subject], "period=2025-Q1")',
  families: ["activity"],
  unit: "count",
  unitOf: ({ output, per }) => (output === "leads-per-event" ? "number" : unitOfCount({ per })),
  better: "neutral",
  inputs: [
    ...activityInputs,
    may("subject", "activity"),
    may("id", "activity"),
    may("source", "lead"),
    may("createdDate", "lead"),
    may("owner", "lead"),
    holidayInput,
  ],
  period: true,
  asOf: true,
  options: {
    output: choice(["count", "attendances", "leads-per-event"]),
    planned: plannedOption,
    per: perOption,
  },
  value({ output, planned, per }, given) {
    const attended = activities(and(happened(planned), ofType("networking-event")), "date");
    if (output === "attendances") return perWorkday(count(attended), per, given);
    const events = distinct("event", attended);
    if (output === "count") return perWorkday(events, per, given);
    return ratio(count(leads(and(any, inClass("source", "sourceGroup", "event")), "createdDate")), events);
  },
  text: {
    en: {
      name: "Networking events attended",
      definition: "Different events, by day and name: several reps at one event are one event.",
      formula: "count of different (day, name)",
      disagree:
        "output=attendances counts every rep's attendance; output=leads-per-event divides the leads with source event.",
    },
    ro: {
      name: "Evenimente de rețea",
      definition:
        "Evenimente diferite, după zi și denumire: mai mulți agenți la un eveniment înseamnă un eveniment.",
      formula: "numărul perechilor diferite (zi, denumire)",
      disagree:
        "output=attendances numără fiecare participare; output=leads-per-event împarte clienții potențiali cu sursa eveniment.",
    },
  },
  source: "Count of different events.",
});
