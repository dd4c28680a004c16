import {
  and,
  count,
  deals,
  derived,
  mean,
  quantileAt,
  role,
  sum,
  type Expression,
  type Population,
} from "../evaluate/expression";
import { evaluate, type Evaluation } from "../evaluate/evaluate";
import { spellings } from "../records/keys";
import { Outcome } from "../records/outcome";
import { outcomeAt, stagesOf } from "../records/stages";
import { isRefusal, refuse, type Refusal, type Result } from "../result";
import { isoDate } from "../time/serial";
import { may, need, tableMetric, type ComputeContext, type ResultTable } from "./metric";
import { observationDay, openOrDecided, overdueDeals, reconstructed } from "./open-pipeline";
import type { OptionValues } from "./options";
import { inPipeline, onePipeline, pipelineInputs, pipelineOption } from "./stage-pipeline";
import type { Unit } from "./units";
import { chanceArguments, chanceInputs, chanceOptions } from "./weighted-pipeline";

const options = { ...chanceOptions, pipeline: pipelineOption } as const;

export const pipelineStages = tableMetric({
  id: "PIPELINESTAGES",
  example:
    "=SALES.PIPELINESTAGES(Deals[Stage], Deals[Status], Deals[Amount], Deals[Probability], Stages[Name], Stages[Order])",
  families: ["performance", "productivity"],
  inputs: [
    need("stage"),
    may("status"),
    may("amount"),
    ...chanceInputs.filter(({ role: name, kinds }) => name !== "stage" || kinds[0] === "stageHistory"),
    may("createdDate"),
    may("closedDate"),
    may("expectedCloseDate"),
    ...pipelineInputs,
    may("currency"),
    may("id"),
  ],
  period: false,
  asOf: true,
  options,
  table: byStage,
  remarks: (dataset, chosen, given) => [
    ...reconstructed(dataset, chosen, given),
    ...overdueDeals(dataset, given),
  ],
  text: {
    en: {
      name: "Pipeline by stage",
      definition: "Open deals of each stage: count, amount, weighted amount, mean and oldest age in days.",
      formula: "Σ amount, Σ probability × amount, mean age of open deals, by stage",
      disagree:
        "Stages come in the order of the stages table, those it does not list after them. Several pipelines are not mixed: pipeline=Sales chooses one. At a past asOf stages and amounts are today's.",
    },
    ro: {
      name: "Conducta de vânzări pe etape",
      definition:
        "Ofertele deschise din fiecare etapă: număr, sumă, sumă ponderată, vechime medie și maximă în zile.",
      formula: "Σ sumă, Σ probabilitate × sumă, vechimea medie a ofertelor deschise, pe etape",
      disagree:
        "Etapele vin în ordinea tabelului de etape, cele pe care nu le are, după ele. Conductele nu se amestecă: pipeline=Vânzări alege una. La un asOf din trecut, etapele și sumele sunt cele de azi.",
    },
  },
  source: "Pipeline view of every CRM; weighted as in HubSpot and Freshworks.",
});

function byStage(context: ComputeContext, chosen: OptionValues<typeof options>): ResultTable {
  const { deal } = context.dataset;
  if (deal === undefined) throw new Error("deals are required");
  const outcome = outcomeAt(deal, context.asOf);
  const pipeline = onePipeline(deal, chosen.pipeline, (row) => outcome(row) === Outcome.open);
  const of = deals(and(openOrDecided, ...inPipeline(pipeline)), "open");
  const today = observationDay(context);
  const columns = columnsOf(of, context, chosen, today?.day);
  const evaluated = evaluate(
    { deal },
    columns.map(({ expression }) => expression),
    { by: "stageName", ...(context.asOf === undefined ? {} : { asOf: context.asOf }), withExclusions: true },
  );
  const names = spellings([deal], "stageName", "stage");
  const known = stagesOf(context.dataset, pipeline) ?? [];
  const found = evaluated.groups.filter((_, group) => openIn(evaluated, group) > 0);
  const keys = [
    ...known.map(({ key }) => key),
    ...found.filter((key) => key !== "" && !known.some((stage) => stage.key === key)),
    ...found.filter((key) => key === ""),
  ];
  const spelled = new Map([...names, ...known.map(({ key, name }): [string, string] => [key, name])]);
  return {
    columns: [{ head: { en: "Stage", ro: "Etapă" }, unit: "text" }, ...columns],
    rows: keys.map((key) => {
      const group = evaluated.groups.indexOf(key);
      const open = group < 0 ? 0 : openIn(evaluated, group);
      return [
        spelled.get(key) ?? key,
        ...columns.map(({ expression }, at) =>
          group < 0
            ? expression.op === "count" || expression.op === "sum"
              ? 0
              : NOTHING
            : cell(evaluated.at(at, group), expression, open),
        ),
      ];
    }),
    get excluded() {
      return columns.reduce((all, _, at) => ({ ...all, ...evaluated.at(at).excluded }), {});
    },
    notes:
      today?.said === true && context.has("age")
        ? [{ message: "observedAt", values: { date: isoDate(today.day) } }]
        : [],
  };
}

const NOTHING = refuse("#N/A", "noRecords");

interface StageColumn {
  readonly head: { readonly en: string; readonly ro: string };
  readonly unit: Unit;
  readonly expression: Expression;
}

function columnsOf(
  of: Population,
  context: ComputeContext,
  chosen: OptionValues<typeof options>,
  today: number | undefined,
): readonly StageColumn[] {
  const columns: StageColumn[] = [
    { head: { en: "Deals", ro: "Oferte" }, unit: "count", expression: count(of) },
  ];
  if (context.has("amount")) {
    columns.push({
      head: { en: "Amount", ro: "Sumă" },
      unit: "currency",
      expression: sum(role("amount"), of),
    });
    const weighted = sum(derived("weightedAmount", chanceArguments(chosen, context)), of);
    columns.push({ head: { en: "Weighted", ro: "Ponderat" }, unit: "currency", expression: weighted });
  }
  if (context.has("createdDate") && today !== undefined) {
    const age = derived("age", { asOf: today });
    columns.push(
      { head: { en: "Mean age", ro: "Vechime medie" }, unit: "days", expression: mean(age, of) },
      { head: { en: "Oldest", ro: "Cea mai veche" }, unit: "days", expression: quantileAt(age, of, 1) },
    );
  }
  return columns;
}

function openIn(evaluated: Evaluation, group: number): number {
  const { value } = evaluated.at(0, group);
  return isRefusal(value) ? 0 : value;
}

/** A sum of which no deal is known is none, where there are deals. */
function cell({ value, n }: Result, expression: Expression, open: number): number | Refusal {
  return expression.op === "sum" && n === 0 && open > 0 ? NOTHING : value;
}
