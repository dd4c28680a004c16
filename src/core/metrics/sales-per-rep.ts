import {
  any,
  constant,
  deals,
  decided,
  distinct,
  ratio,
  role,
  sum,
  type Expression,
  type Population,
} from "../evaluate/expression";
import { stop } from "../result";
import { sales } from "./populations";
import { may, metric, need, optionalNumber, type Given } from "./metric";
import { choice } from "./options";

export const salesPerRep = metric({
  id: "SALESPERREP",
  example: '=SALES.SALESPERREP(Deals[Owner], Deals[Amount], Deals[Status], Deals[Closed], "period=2025-Q1")',
  families: ["productivity"],
  unit: "currency",
  better: "higher",
  inputs: [
    need("owner"),
    need("amount"),
    need("status"),
    may("closedDate"),
    may("createdDate"),
    may("refund"),
    may("currency"),
    may("id"),
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
    denominator: choice(["active", "headcount"], {
      "reps with ≥ 1 deal or activity in period": "active",
      "given headcount": "headcount",
    }),
  },
  value({ denominator }, given) {
    const headcount = given.number("headcount");
    if (denominator === "headcount" && headcount === undefined) stop("missingNumber", { name: "headcount" });
    const reps: Expression = headcount === undefined ? activeReps(given) : constant(headcount);
    return ratio(sum(role("netAmount"), sales()), reps);
  },
  text: {
    en: {
      name: "Sales per rep",
      definition: "Revenue ÷ number of reps who created or closed a deal in the period.",
      formula: "revenue ÷ reps",
      disagree:
        "Dividing by reps with sales only would overstate; headcount divides by the team's size instead. Each rep's own revenue: SALES.BY(\"REVENUE\", owner, …).",
    },
    ro: {
      name: "Vânzări pe agent",
      definition: "Venituri ÷ numărul agenților care au creat sau închis o ofertă în perioadă.",
      formula: "venituri ÷ agenți",
      disagree:
        'Împărțirea doar la agenții cu vânzări ar umfla cifra; headcount împarte la mărimea echipei. Veniturile fiecărui agent: SALES.BY("REVENUE", owner, …).',
    },
  },
  source: "Revenue by owner ÷ owners.",
});

/** Without a period every rep with a deal counts; within one, those who created or decided a deal in it. */
function activeReps(given: Given): Expression {
  if (given.period === undefined) return distinct("owner", deals(any, "always"));
  const placed: Population[] = [deals(decided, "closeDate")];
  if (given.has("createdDate")) placed.push(deals(any, "createdDate"));
  return distinct("owner", ...placed);
}
