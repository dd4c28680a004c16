import {
  activities,
  any,
  constant,
  deals,
  decided,
  distinct,
  ratio,
  recordsOf,
  role,
  sum,
  type Expression,
  type Population,
} from "../evaluate/expression";
import { stop } from "../result";
import { happened } from "./activity-populations";
import { may, metric, need, needSold, optionalNumber, type Given } from "./metric";
import { choice } from "./options";
import { sales } from "./populations";

export const salesPerRep = metric({
  id: "SALESPERREP",
  example: '=SALES.SALESPERREP(Deals[Owner], Deals[Amount], Deals[Status], Deals[Closed], "period=2025-Q1")',
  families: ["productivity"],
  unit: "currency",
  better: "higher",
  total: true,
  inputs: [
    need("owner"),
    need("amount"),
    needSold,
    may("closedDate"),
    may("createdDate"),
    may("refund"),
    may("currency"),
    may("id"),
    may("owner", "activity"),
    may("date", "activity"),
    may("type", "activity"),
    may("done", "activity"),
    may("owner", "target"),
    may("periodStart", "target"),
    may("periodEnd", "target"),
    optionalNumber(
      "headcount",
      {
        en: "number of reps (full-time equivalents) to divide by, instead of counting them",
        ro: "numărul de agenți (norme întregi) la care se împarte, în loc să fie numărați",
      },
      { min: 0 },
    ),
  ],
  period: true,
  asOf: false,
  options: {
    denominator: choice(["active", "quota", "headcount"], {
      "reps with ≥ 1 deal or activity in period": "active",
      "reps with a quota": "quota",
      "given headcount": "headcount",
    }),
  },
  value({ denominator }, given) {
    const headcount = given.number("headcount");
    if (denominator === "headcount" && headcount === undefined) stop("missingNumber", { name: "headcount" });
    if (denominator === "quota")
      return ratio(sum(role("netAmount"), sales()), distinct("owner", quotas(given)));
    const reps: Expression = headcount === undefined ? activeReps(given) : constant(headcount);
    return ratio(sum(role("netAmount"), sales()), reps);
  },
  text: {
    en: {
      name: "Sales per rep",
      definition: "Revenue ÷ number of reps with a deal created or closed, or an activity, in the period.",
      formula: "revenue ÷ reps",
      disagree:
        "Dividing by reps with sales only would overstate; denominator=quota divides by those with a target, headcount by the team's size. Each rep's own revenue: SALES.BY(\"REVENUE\", owner, …).",
    },
    ro: {
      name: "Vânzări pe agent",
      definition:
        "Venituri ÷ numărul agenților cu o ofertă creată sau închisă ori cu o activitate în perioadă.",
      formula: "venituri ÷ agenți",
      disagree:
        'Împărțirea doar la agenții cu vânzări ar umfla cifra; denominator=quota împarte la cei cu o țintă, headcount la mărimea echipei. Veniturile fiecărui agent: SALES.BY("REVENUE", owner, …).',
    },
  },
  source: "Revenue by owner ÷ owners.",
});

/** Without a period every rep with a deal counts; within one, those who created or decided a deal in it, or did something. */
function activeReps(given: Given): Expression {
  const placed: Population[] = given.hasPeriod
    ? [deals(decided, "closeDate"), ...(given.has("createdDate") ? [deals(any, "createdDate")] : [])]
    : [deals(any, "always")];
  if (given.has("owner", "activity") && (!given.hasPeriod || given.has("date", "activity")))
    placed.push(activities(happened("exclude"), given.hasPeriod ? "date" : "always"));
  return distinct("owner", ...placed);
}

/** Targets of the period; those of the team have no owner and count for nobody. */
function quotas(given: Given): Population {
  if (!given.has("owner", "target")) stop("missingColumn", { role: "targetOwner" });
  const dated = given.hasPeriod && given.has("periodStart", "target");
  return recordsOf("target", any, dated ? "targeted" : "always");
}
