import {
  activities,
  and,
  any,
  compare,
  count,
  deals,
  decided,
  derived,
  inClass,
  known,
  recordsOf,
  role,
  share,
  sum,
  won,
  type Condition,
  type Field,
  type Population,
} from "../evaluate/expression";
import { stop } from "../result";
import { LOST, WON } from "./activity-counts";
import { happened, ofType, plannedOption } from "./activity-populations";
import { seen } from "./lead-response";
import { may, metric, type Given } from "./metric";
import { choice } from "./options";

export const proposals = metric({
  id: "PROPOSALS",
  example:
    '=SALES.PROPOSALS(Activities[Type], Activities[Date], Activities[Done], Activities[Deal], "period=2025-Q1")',
  families: ["activity"],
  unit: "count",
  unitOf: ({ output }) => (output === "count" ? "count" : output === "value" ? "currency" : "ratio"),
  better: "neutral",
  inputs: [
    may("type", "activity"),
    may("date", "activity"),
    may("done", "activity"),
    may("dealRef", "activity"),
    may("owner", "activity"),
    may("dealId", "stageHistory"),
    may("stage", "stageHistory"),
    may("enteredDate", "stageHistory"),
    may("id"),
    may("proposalSentDate"),
    may("amount"),
    may("status"),
    may("closedDate"),
    may("owner"),
    may("currency"),
  ],
  period: true,
  asOf: true,
  options: {
    output: choice(["count", "value", "win-rate"]),
    per: choice(["deal", "proposal"], { "once per deal": "deal" }),
    planned: plannedOption,
  },
  value({ output, per, planned }, given) {
    const { sent, amount, won: wins, decided: results } = proposalsOf(per, planned, given);
    if (output === "count") return count(sent(any));
    return output === "value" ? sum(amount, sent(any)) : share(count(sent(wins)), count(sent(results)));
  },
  text: {
    en: {
      name: "Proposals sent",
      definition:
        "Deals that were sent a proposal, at the first one: by activity, else stage history, else sent date.",
      formula: "count of deals with a first proposal in the period",
      disagree:
        "per=proposal counts every proposal. output=value adds up the deals' amounts; output=win-rate is the share won of those decided.",
    },
    ro: {
      name: "Propuneri trimise",
      definition:
        "Ofertele pentru care s-a trimis o propunere, la prima: după activitate, altfel istoricul etapelor, altfel data trimiterii.",
      formula: "numărul ofertelor cu prima propunere în perioadă",
      disagree:
        "per=proposal numără fiecare propunere. output=value adună sumele ofertelor; output=win-rate este ponderea celor câștigate dintre cele decise.",
    },
  },
  source: "Count of proposal activities or of entries into a proposal stage, once per deal.",
});

interface Proposals {
  sent(where: Condition): Population;
  readonly amount: Field;
  readonly won: Condition;
  readonly decided: Condition;
}

/** Where proposals are noted: as activities, in the history of stages, or with the deal. */
function proposalsOf(per: "deal" | "proposal", planned: "exclude" | "include", given: Given): Proposals {
  const first = known("firstProposal");
  const linked = linkedResults(given);
  if (given.has("type", "activity")) {
    const proposal = and(happened(planned), per === "deal" ? first : ofType("proposal"));
    return {
      ...linked,
      sent: (where) => activities(where === any ? proposal : and(proposal, where), "date"),
    };
  }
  if (given.has("stage", "stageHistory")) {
    const entered = per === "deal" ? first : inClass("stage", "activityType", "proposal");
    return { ...linked, sent: (where) => recordsOf("stageHistory", and(any, entered, where), "enteredDate") };
  }
  if (!given.has("proposalSentDate")) stop("missingAnyOf", { first: "type", second: "proposalSentDate" });
  const seenBy: Condition[] =
    given.asOf === undefined ? [] : [compare(role("closeDate"), "<", Math.floor(given.asOf) + 1)];
  return {
    sent: (where) => deals(and(where, known("proposalSentDate")), "proposalSentDate"),
    amount: role("netAmount"),
    won: and(won, ...seenBy),
    decided: and(decided, ...seenBy),
  };
}

/** What became of the deal that an activity or a stage entry belongs to. */
function linkedResults(given: Given): Omit<Proposals, "sent"> {
  const result = derived("dealOutcome", seen(given.asOf === undefined ? undefined : Math.floor(given.asOf)));
  const isDecided = and(compare(result, ">=", WON), compare(result, "<=", LOST));
  return { amount: role("dealAmount"), won: and(isDecided, compare(result, "<=", WON)), decided: isDecided };
}
