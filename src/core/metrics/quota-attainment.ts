import { attaining, ratio } from "../evaluate/expression";
import { revenueOfPeriod, notOver } from "./growth";
import { may, metric, need, needSold } from "./metric";
import { choice } from "./options";
import { partialTargetOption, targetInputs, targetNames, targetOf } from "./targets";

export const quotaAttainment = metric({
  id: "QUOTAATTAIN",
  example:
    '=SALES.QUOTAATTAIN(Deals[Owner], Deals[Amount], Deals[Status], Targets[Amount], Targets[Owner], Deals[Closed], "period=2025-Q1")',
  families: ["performance"],
  unit: "ratio",
  better: "higher",
  beyondWhole: true,
  inputs: [
    need("owner"),
    need("amount"),
    needSold,
    need("amount", "target"),
    need("owner", "target"),
    may("closedDate"),
    ...targetInputs.slice(0, 2),
    may("refund"),
    may("cancelledDate"),
    ...targetInputs.slice(2),
    may("currency"),
    may("id"),
  ],
  period: true,
  asOf: true,
  options: {
    output: choice(["attainment", "share"], {
      "share of reps": "share",
      "share of reps ≥ 100 %": "share",
    }),
    partial: partialTargetOption,
  },
  value({ output, partial }, given) {
    const quota = targetOf(given, targetNames.revenue, {
      blank: true,
      team: "never",
      ...(partial === "prorated" ? { toDate: true } : {}),
    });
    const attainment = ratio(revenueOfPeriod, quota);
    return output === "attainment" ? attainment : attaining("owner", attainment, 1);
  },
  spillsBy: ({ output }) => (output === "attainment" ? "owner" : undefined),
  remarks: (_dataset, _options, given) => notOver(given, "targetToDate"),
  text: {
    en: {
      name: "Rep quota attainment",
      definition:
        "Each rep's revenue ÷ quota; a rep without quota shows a dash. output=share: reps at 100 % or more.",
      formula: "revenue of the rep ÷ quota of the rep",
      disagree:
        "The share of reps leaves out those without a quota. Targets without owner are the team's and count for nobody; a deal that reps share needs a row for each.",
    },
    ro: {
      name: "Atingerea cotei reprezentantului",
      definition:
        "Veniturile fiecărui agent ÷ cota lui; fără cotă apare o linie. output=share: agenții la 100 % sau mai mult.",
      formula: "veniturile agentului ÷ cota agentului",
      disagree:
        "Ponderea agenților îi lasă deoparte pe cei fără cotă. Țintele fără responsabil sunt ale echipei și nu contează pentru nimeni; o ofertă împărțită între agenți are nevoie de câte un rând pentru fiecare.",
    },
  },
  source: "Salesforce, Forecast Insights: attainment % = closed won ÷ quota × 100, by rep.",
});
