import {
  and,
  compare,
  deals,
  not,
  openAtAsOf,
  outcome,
  role,
  sum,
  type Condition,
} from "../evaluate/expression";
import { stop } from "../result";
import { may, metric, need } from "./metric";
import { choice } from "./options";

export const pipelineValue = metric({
  id: "PIPELINEVALUE",
  example: "=SALES.PIPELINEVALUE(Deals[Amount], Deals[Status])",
  families: ["productivity"],
  unit: "currency",
  better: "higher",
  inputs: [
    need("amount"),
    need("status"),
    may("createdDate"),
    may("closedDate"),
    may("expectedCloseDate"),
    may("currency"),
    may("id"),
  ],
  period: true,
  asOf: true,
  options: {
    horizon: choice(["all", "in-period", "by-period-end"], {
      "all open": "all",
      "expected close in period": "in-period",
      "expected close ≤ end of period": "by-period-end",
    }),
    overdue: choice(["include", "exclude", "only"]),
  },
  value({ horizon, overdue }, given) {
    const conditions: Condition[] = [];
    if (overdue !== "include") {
      if (given.asOf === undefined)
        stop("missingArgument", { option: `overdue=${overdue}`, argument: "asOf" });
      const late = compare(role("expectedCloseDate"), "<", Math.floor(given.asOf));
      conditions.push(overdue === "only" ? late : not(late));
    }
    if (horizon === "all") {
      const where = and(outcome("open", "won", "lost"), ...conditions);
      return sum(role("amount"), deals(where, "open"));
    }
    if (given.period === undefined) stop("missingArgument", { option: `horizon=${horizon}`, argument: "to" });
    if (horizon === "in-period")
      return sum(role("amount"), deals(and(openAtAsOf, ...conditions), "expectedCloseDate"));
    const due = compare(role("expectedCloseDate"), "<", given.period.end);
    return sum(role("amount"), deals(and(openAtAsOf, due, ...conditions), "always"));
  },
  text: {
    en: {
      name: "Pipeline value",
      definition: "Total amount of the deals that are open (at asOf, or as the rows stand).",
      formula: "Σ amount of open deals",
      disagree:
        "A past asOf is reconstructed from created and close dates; amounts are today's. overdue=only gives the overdue part on its own.",
    },
    ro: {
      name: "Valoarea conductei de vânzări",
      definition: "Suma totală a ofertelor deschise (la asOf sau așa cum stau rândurile).",
      formula: "Σ suma ofertelor deschise",
      disagree:
        "Un asOf din trecut se reconstituie din datele de creare și de închidere; sumele sunt cele de azi. overdue=only dă separat partea cu termen depășit.",
    },
  },
  source: "Sum of open opportunity amounts, as in every CRM's pipeline view.",
});
