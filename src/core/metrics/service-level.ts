import { and, any, compare, count, derived, leads, share } from "../evaluate/expression";
import { clockOf, clockOptions } from "./clock-options";
import { duplicatesOption, leadDuplicates, observedDay, observedRemark } from "./converted-leads";
import { answered, leadResponseInputs, seen, waits } from "./lead-response";
import { metric } from "./metric";
import { choice, numberOption } from "./options";

export const serviceLevel = metric({
  id: "SLA",
  example: '=SALES.SLA(Leads[Created], Leads[First response], "period=2025-Q1; limit=30")',
  families: ["activity"],
  unit: "ratio",
  better: "higher",
  inputs: leadResponseInputs,
  period: true,
  asOf: true,
  options: {
    limit: numberOption({ min: 0, max: 525_600 }, 5),
    ...clockOptions,
    leads: choice(["all", "answered"], { "answered only": "answered" }),
    duplicates: duplicatesOption,
  },
  duplicates: leadDuplicates,
  value({ limit, leads: which, ...clock }, given) {
    const time = { ...clockOf(clock), per: 1, ...seen(observedDay(given) ?? 0) };
    const due = and(waits("lead", any), compare(derived("waitSoFar", time), ">=", limit / 1440));
    const inTime = and(due, compare(derived("responseTime", time), "<=", limit / 1440));
    return share(
      count(leads(inTime, "createdDate")),
      count(leads(which === "answered" ? answered(due, time) : due, "createdDate")),
    );
  },
  remarks: (_dataset, _options, given) => observedRemark(given),
  text: {
    en: {
      name: "Leads answered in time (SLA)",
      definition:
        "Share of leads answered within the limit (5 minutes), once it has passed; unanswered is missed.",
      formula: "leads answered within the limit ÷ leads whose limit has passed",
      disagree:
        "leads=answered leaves the unanswered out, which rewards not answering; clock=business lets the limit run in opening hours only.",
    },
    ro: {
      name: "Răspunsuri în termen (SLA)",
      definition:
        "Ponderea clienților potențiali cu răspuns în limita dată (5 minute), după ce a trecut; lipsa răspunsului este ratare.",
      formula: "răspunsuri în limită ÷ clienți potențiali cu limita trecută",
      disagree:
        "leads=answered îi lasă deoparte pe cei fără răspuns, ceea ce răsplătește lipsa răspunsului; cu clock=business limita curge doar în orele de program.",
    },
  },
  source: "Lead Response Management study (2007) for the five minutes; Wilson's interval.",
});
