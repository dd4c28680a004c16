import { count, deals, lost, role, sum, type Expression } from "../evaluate/expression";
import { evaluate } from "../evaluate/evaluate";
import { spellings } from "../records/keys";
import { isRefusal } from "../result";
import { may, need, tableMetric, type ComputeContext, type ResultTable, type Texts } from "./metric";
import { choice } from "./options";

export const lostReasons = tableMetric({
  id: "LOSTREASONS",
  example:
    '=SALES.LOSTREASONS(Deals[Lost reason], Deals[Status], Deals[Closed], Deals[Amount], "period=2025-Q1")',
  families: ["performance"],
  inputs: [
    need("lostReason"),
    need("status"),
    may("closedDate"),
    may("amount"),
    may("stage"),
    may("currency"),
    may("id"),
  ],
  period: true,
  asOf: true,
  options: { by: choice(["reason", "stage"], { "stage of loss": "stage" }) },
  table: reasons,
  text: {
    en: {
      name: "Lost reasons",
      definition:
        "Why deals were lost in the period: count, value and share of each reason, the most frequent first.",
      formula: "lost deals and their amount, by reason",
      disagree:
        "The share is one of the count; deals without a reason have a line of their own. by=stage adds the stage in which they were lost.",
    },
    ro: {
      name: "Motivele pierderii",
      definition:
        "De ce s-au pierdut oferte în perioadă: numărul, valoarea și ponderea fiecărui motiv, în ordine.",
      formula: "ofertele pierdute și suma lor, pe motive",
      disagree:
        "Ponderea este din număr; ofertele fără motiv au rândul lor. by=stage adaugă etapa în care s-au pierdut.",
    },
  },
  source: "Pareto table of the closed-lost reason, as in HubSpot and Pipedrive reports.",
});

const NONE: Texts<string> = { en: "(no reason)", ro: "(fără motiv)" };

function reasons(context: ComputeContext, { by }: { readonly by: "reason" | "stage" }): ResultTable {
  const { deal } = context.dataset;
  if (deal === undefined) throw new Error("deals are required");
  const byStage = by === "stage";
  // A missing stage is refused by name.
  if (byStage) deal.words("stage");
  const of = deals(lost, "closeDate");
  const withValue = context.has("amount");
  const expressions: Expression[] = [count(of), ...(withValue ? [sum(role("amount"), of)] : [])];
  const { groups, at } = evaluate({ deal }, expressions, {
    by: byStage ? "reasonAndStage" : "reasonName",
    ...(context.period === undefined ? {} : { periods: [context.period] }),
    ...(context.asOf === undefined ? {} : { asOf: context.asOf }),
    withExclusions: true,
  });
  const number = (index: number, group: number): number => {
    const { value } = at(index, group);
    return isRefusal(value) ? 0 : value;
  };
  const names = spellings([deal], "reasonName", "lostReason");
  const stages = byStage ? spellings([deal], "stageName", "stage") : undefined;
  const lines = groups
    .map((label, group) => {
      const [reason = "", stage = ""] = label.split("\n");
      return { reason, stage, count: number(0, group), value: withValue ? number(1, group) : 0 };
    })
    .filter((line) => line.count > 0);
  const total = lines.reduce((sum, line) => sum + line.count, 0);
  const ofReason = new Map<string, number>();
  for (const line of lines) ofReason.set(line.reason, (ofReason.get(line.reason) ?? 0) + line.count);
  lines.sort(
    (a, b) =>
      (ofReason.get(b.reason) ?? 0) - (ofReason.get(a.reason) ?? 0) ||
      compareLabels(a.reason, b.reason) ||
      b.count - a.count ||
      compareLabels(a.stage, b.stage),
  );
  return {
    columns: [
      { head: { en: "Reason", ro: "Motiv" }, unit: "text" },
      ...(byStage ? [{ head: { en: "Stage", ro: "Etapă" }, unit: "text" } as const] : []),
      { head: { en: "Lost", ro: "Pierdute" }, unit: "count" },
      ...(withValue ? [{ head: { en: "Value", ro: "Valoare" }, unit: "currency" } as const] : []),
      { head: { en: "Share", ro: "Pondere" }, unit: "ratio" },
    ],
    rows: lines.map(({ reason, stage, count: deals, value }) => [
      reason === "" ? NONE : (names.get(reason) ?? reason),
      ...(byStage ? [stages?.get(stage) ?? stage] : []),
      deals,
      ...(withValue ? [value] : []),
      deals / total,
    ]),
    get excluded() {
      return at(0).excluded;
    },
    notes: [],
  };
}

/** The blank label last. */
function compareLabels(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "" || b === "") return a === "" ? 1 : -1;
  return a < b ? -1 : 1;
}
