import {
  and,
  compare,
  count,
  deals,
  openAtAsOf,
  outcome,
  plus,
  role,
  share,
  sum,
  won,
  type Condition,
  type Expression,
  type Population,
} from "../evaluate/expression";
import { stop } from "../result";
import { decidedDeals, invalidOption, withoutCredits } from "./populations";
import { may, metric, need, type Given } from "./metric";
import { choice, numberOption } from "./options";

export const winRate = metric({
  id: "WINRATE",
  example: '=SALES.WINRATE(Deals[Status], Deals[Closed], "period=2025-Q1")',
  families: ["performance", "productivity"],
  unit: "ratio",
  better: "higher",
  inputs: [
    need("status"),
    may("closedDate"),
    may("createdDate"),
    may("amount"),
    may("lostReason"),
    may("expectedCloseDate"),
    may("currency"),
    may("id"),
  ],
  period: true,
  asOf: true,
  options: {
    basis: choice(["closed", "created-all", "created-resolved", "closed-plus-stale"]),
    weight: choice(["count", "value"]),
    exclude: invalidOption,
    staleDays: numberOption({ min: 0, max: 3650 }, 30),
  },
  value({ basis, weight, exclude, staleDays }, given): Expression {
    const total = (of: Population): Expression =>
      weight === "value" ? sum(role("netAmount"), of) : count(of);
    const wins = withoutCredits(won, given, "exclude");
    const decided = decidedDeals(given, exclude);
    switch (basis) {
      case "closed":
        return share(total(deals(wins, "closeDate")), total(deals(decided, "closeDate")));
      case "created-resolved":
        return share(total(createdBy(wins, given)), total(createdBy(decided, given)));
      case "created-all": {
        const undecided = given.asOf === undefined ? outcome("open", "unknown") : openAtAsOf;
        return share(
          total(createdBy(wins, given)),
          plus(total(createdBy(decided, given)), total(deals(undecided, "createdDate"))),
        );
      }
      case "closed-plus-stale":
        return share(
          total(deals(wins, "closeDate")),
          plus(total(deals(decided, "closeDate")), total(staleDeals(given, staleDays))),
        );
    }
  },
  text: {
    en: {
      name: "Win rate",
      definition: "Share of decided deals that were won: won ÷ (won + lost), by close date.",
      formula: "won ÷ (won + lost)",
      disagree:
        "created-all divides by every deal created in the period (Salesforce's row-count variant, HubSpot's close rate); closed-plus-stale lets overdue open deals join the denominator (Zoho Motivator); weight=value compares amounts. Not the pipeline conversion rate.",
    },
    ro: {
      name: "Rată de câștig",
      definition:
        "Ponderea ofertelor decise care au fost câștigate: câștigate ÷ (câștigate + pierdute), după data închiderii.",
      formula: "câștigate ÷ (câștigate + pierdute)",
      disagree:
        "created-all împarte la toate ofertele create în perioadă (varianta Salesforce pe număr de rânduri, „close rate” la HubSpot); closed-plus-stale adaugă la numitor ofertele deschise cu termen depășit (Zoho Motivator); weight=value compară sumele. Nu este rata de conversie a conductei.",
    },
  },
  source:
    "Salesforce Knowledge 000387867 (WON:SUM/CLOSED:SUM); Wilson, JASA 22 (1927) 209–212 for the interval.",
});

/** Outcomes of the cohort created in the period, known until asOf: a deal decided later was still open. */
function createdBy(where: Condition, given: Given): Population {
  if (given.asOf === undefined) return deals(where, "createdDate");
  return deals(and(where, compare(role("closeDate"), "<", Math.floor(given.asOf) + 1)), "createdDate");
}

function staleDeals(given: Given, staleDays: number): Population {
  if (given.asOf === undefined)
    stop("missingArgument", { option: "basis=closed-plus-stale", argument: "asOf" });
  const overdue = compare(role("expectedCloseDate"), "<", Math.floor(given.asOf) - staleDays);
  return deals(and(openAtAsOf, overdue), given.period === undefined ? "always" : "expectedCloseDate");
}
