import {
  activities,
  and,
  compare,
  count,
  not,
  plus,
  ratio,
  recordsOf,
  any,
  role,
  sum,
  won,
  type Expression,
} from "../evaluate/expression";
import { happened, ofType, ofTypes } from "./activity-populations";
import { revenueOfPeriod, notOver } from "./growth";
import { may, metric, need, type Given } from "./metric";
import { stillToClose } from "./open-pipeline";
import { choice } from "./options";
import { sales, withoutCredits } from "./populations";
import { partialTargetOption, targetInputs, targetNames, targetOf } from "./targets";
import { chanceInputs, weightedAmount } from "./weighted-pipeline";

export const targetAttainment = metric({
  id: "TARGETATTAIN",
  example: '=SALES.TARGETATTAIN(12000, Deals[Amount], Deals[Status], Deals[Closed], "period=2025-Q1")',
  families: ["performance"],
  unit: "ratio",
  better: "higher",
  beyondWhole: true,
  inputs: [
    need("amount", "target"),
    may("amount"),
    may("status"),
    may("closedDate"),
    ...targetInputs.slice(0, 2),
    may("owner", "target"),
    may("owner"),
    may("refund"),
    may("cancelledDate"),
    ...targetInputs.slice(2),
    may("createdDate"),
    may("expectedCloseDate"),
    ...chanceInputs,
    may("currency"),
    may("id"),
    may("type", "activity"),
    may("date", "activity"),
    may("done", "activity"),
    may("owner", "activity"),
    may("customer", "subscription"),
    may("startDate", "subscription"),
    may("mrr", "subscription"),
    may("owner", "subscription"),
  ],
  period: true,
  asOf: true,
  options: {
    metric: choice(["revenue", "won-count", "mrr-added", "activities"], {
      "won count": "won-count",
      "MRR added": "mrr-added",
      "any activity count": "activities",
    }),
    /** The activities that count, where the target is one of activities; all but notes otherwise. */
    types: { option: "words" },
    partial: partialTargetOption,
    commit: choice(["none", "weighted"], { "weighted pipeline": "weighted" }),
  },
  value(options, given) {
    const names =
      options.metric === "activities"
        ? ["ACTIVITIES", "activities", "activități", ...options.types.flatMap((type) => [type, `${type}s`])]
        : targetNames[options.metric];
    const target = targetOf(given, names, {
      blank: options.metric === "revenue",
      ...(options.partial === "prorated" ? { toDate: true } : {}),
    });
    const actual = actualOf(options.metric, options.types, given);
    if (options.commit === "none") return ratio(actual, target);
    return ratio(plus(actual, sum(weightedAmount(given), stillToClose(given))), target);
  },
  remarks: (_dataset, _options, given) => notOver(given, "targetToDate"),
  text: {
    en: {
      name: "Target attainment",
      definition:
        "Revenue of the period ÷ its target; targets that straddle the period count by their days in it.",
      formula: "revenue ÷ target",
      disagree:
        "Same as Salesforce's attainment; its commit attainment adds the open pipeline (commit=weighted). A period that is not over is measured against the full target; partial=prorated against the part that has passed. A target without owner is the team's: the reps' own are its parts.",
    },
    ro: {
      name: "Atingerea țintei de vânzări",
      definition:
        "Veniturile perioadei ÷ ținta ei; o țintă care trece de marginile perioadei contează pe zilele din ea.",
      formula: "venituri ÷ țintă",
      disagree:
        "La fel ca „attainment” din Salesforce; „commit attainment” adaugă conducta deschisă (commit=weighted). O perioadă neîncheiată se raportează la ținta întreagă; partial=prorated, la partea trecută. O țintă fără responsabil este a echipei: cele ale agenților sunt părți din ea.",
    },
  },
  source: "Salesforce, Forecast Insights: attainment % = closed won ÷ quota × 100.",
});

function actualOf(
  what: "revenue" | "won-count" | "mrr-added" | "activities",
  types: readonly string[],
  given: Given,
): Expression {
  switch (what) {
    case "revenue":
      return revenueOfPeriod;
    case "won-count":
      return count(sales(withoutCredits(won, given, "exclude")));
    case "mrr-added":
      return sum(
        role("mrr"),
        recordsOf("subscription", and(any, compare(role("firstStart"), ">", 0)), "startDate"),
      );
    case "activities":
      return count(
        activities(
          and(happened("exclude"), types.length === 0 ? not(ofType("note")) : ofTypes(types)),
          "date",
        ),
      );
  }
}
