import {
  atLeast,
  compare,
  derived,
  deals,
  minus,
  ratio,
  role,
  sum,
  sumKnown,
  won,
  type Condition,
} from "../evaluate/expression";
import { stop } from "../result";
import { revenueOfPeriod } from "./growth";
import { may, metric, need } from "./metric";
import { stillToClose } from "./open-pipeline";
import { choice } from "./options";
import { decidedDeals, sales, withoutCredits } from "./populations";
import { targetInputs, targetNames, targetOf } from "./targets";
import { chanceInputs, weightedAmount } from "./weighted-pipeline";

export const pipelineCoverage = metric({
  id: "COVERAGE",
  example:
    '=SALES.COVERAGE(Deals[Amount], Deals[Status], 12000, Deals[Created], Deals[Closed], "period=2025-Q1")',
  families: ["performance"],
  unit: "number",
  better: "higher",
  inputs: [
    need("amount"),
    need("status"),
    need("amount", "target"),
    may("createdDate"),
    may("closedDate"),
    may("expectedCloseDate"),
    ...targetInputs.slice(0, 2),
    may("owner", "target"),
    may("owner"),
    ...targetInputs.slice(2),
    ...chanceInputs,
    may("lostReason"),
    may("refund"),
    may("currency"),
    may("id"),
  ],
  period: true,
  asOf: true,
  options: {
    denominator: choice(["remaining", "whole"], { "remaining target": "remaining", "whole target": "whole" }),
    numerator: choice(["raw", "weighted", "qualified"], { "qualified stages only": "qualified" }),
    /** The first stage that is qualified, or all that are. */
    qualified: { option: "words" },
    output: choice(["coverage", "required"], { "required coverage": "required" }),
  },
  value({ denominator, numerator, qualified, output }, given) {
    if (output === "required") {
      const decided = deals(decidedDeals(given, "invalid"), "closeDate");
      const wins = sales(withoutCredits(won, given, "exclude"));
      return ratio(sum(role("netAmount"), decided), sum(role("netAmount"), wins));
    }
    const conditions: Condition[] = [];
    if (numerator === "qualified") {
      if (qualified.length === 0)
        stop("missingArgument", { option: "numerator=qualified", argument: "qualified=Proposal" });
      conditions.push(compare(derived("qualified", { stages: qualified.join("|") }), ">", 0));
    }
    const amount = numerator === "weighted" ? weightedAmount(given) : role("amount");
    const target = targetOf(given, targetNames.revenue, { blank: true });
    const toCover =
      denominator === "whole"
        ? target
        : atLeast(minus(target, revenueOfPeriod), 0, "targetMet", { strict: true });
    return ratio(sumKnown(amount, stillToClose(given, ...conditions)), toCover);
  },
  remarks: (_dataset, _options, given) =>
    given.has("expectedCloseDate") ? [] : [{ message: "allOpenDeals" }],
  text: {
    en: {
      name: "Pipeline coverage",
      definition: "Open pipeline expected to close in the period ÷ what is missing from the target.",
      formula: "open pipeline ÷ (target − won so far)",
      disagree:
        "denominator=whole divides by the whole target instead. “Three times” only holds for a win rate of a third: output=required gives what is needed, 1 ÷ win rate by value. Without expected close dates all open deals count.",
    },
    ro: {
      name: "Acoperirea prin conductă",
      definition: "Conducta deschisă care se estimează că se închide în perioadă ÷ cât lipsește din țintă.",
      formula: "conducta deschisă ÷ (ținta − câștigat până acum)",
      disagree:
        "denominator=whole împarte la ținta întreagă. „De trei ori” este adevărat doar la o rată de câștig de o treime: output=required dă cât este nevoie, 1 ÷ rata de câștig valorică. Fără date estimate ale închiderii se socotesc toate ofertele deschise.",
    },
  },
  source: "Pipeline ÷ remaining quota (winsabove, mxmrevenue); ÷ whole quota (Fairview, Gangly).",
});
