import { funnelOf, type Funnel } from "../records/funnel";
import { Outcome } from "../records/outcome";
import type { Records } from "../records/records";
import { outcomeAt, stagesOf } from "../records/stages";
import { refuse, stop, type Refusal } from "../result";
import { may, need, tableMetric, type ComputeContext, type ResultTable, type Texts } from "./metric";
import { choice, type OptionValues } from "./options";
import { inPipeline, onePipeline, pipelineInputs, pipelineOption, rowsMeeting } from "./stage-pipeline";

const options = {
  basis: choice(["created", "closed"], { create: "created", close: "closed" }),
  withOpen: choice(["excluded", "counted"], {
    "excluded from the denominator": "excluded",
    "counted as not yet converted": "counted",
  }),
  skipped: choice(["passed", "strict"], { "counted as passed": "passed" }),
  pipeline: pipelineOption,
} as const;

export const funnelLeakage = tableMetric({
  id: "FUNNELLEAK",
  example:
    "=SALES.FUNNELLEAK(Deals[Stage], Deals[Status], Stages[Name], Stages[Order], Deals[Id], History[Deal], History[Stage])",
  families: ["performance"],
  inputs: [
    need("stage"),
    need("status"),
    need("name", "stage"),
    may("order", "stage"),
    may("id"),
    may("dealId", "stageHistory"),
    may("stage", "stageHistory"),
    may("enteredDate", "stageHistory"),
    may("createdDate"),
    may("closedDate"),
    may("kind", "stage"),
    ...pipelineInputs,
  ],
  period: true,
  asOf: true,
  options,
  table: leakage,
  text: {
    en: {
      name: "Funnel leakage",
      definition:
        "Of the deals created in the period that reached each stage: lost there, still open, and gone on.",
      formula: "leak = lost in the stage ÷ (reached − still open in it)",
      disagree:
        "A deal counts for all stages before its furthest, and a won one for all (Pipedrive); skipped=strict asks for every stage (Watermark's all-stage funnel). ClosingDealz and Cinode leave skipped stages out. withOpen=counted leaves open deals in the denominator; basis=closed takes deals closed in the period.",
    },
    ro: {
      name: "Scurgerea pâlniei de vânzări",
      definition:
        "Din ofertele create în perioadă care au ajuns la fiecare etapă: pierdute acolo, deschise, trecute mai departe.",
      formula: "scurgere = pierdute în etapă ÷ (ajunse − încă deschise în ea)",
      disagree:
        "O ofertă contează pentru toate etapele dinaintea celei mai avansate, iar una câștigată pentru toate (Pipedrive); skipped=strict cere fiecare etapă („all-stage” la Watermark). ClosingDealz și Cinode lasă deoparte etapele sărite. withOpen=counted păstrează ofertele deschise la numitor; basis=closed ia ofertele închise în perioadă.",
    },
  },
  source: "Pipedrive, Insights reports (a won deal has passed all stages); Watermark, Pipeline reporting.",
});

/** Said instead of a guess. */
const ALL_STAGES: Texts<string> = {
  en: "All stages (in which one deals were lost is not recorded)",
  ro: "Toate etapele (etapa în care s-au pierdut ofertele nu este notată)",
};

const HEADS: readonly (readonly [Texts<string>, "count" | "ratio"])[] = [
  [{ en: "Reached", ro: "Ajunse" }, "count"],
  [{ en: "Lost", ro: "Pierdute" }, "count"],
  [{ en: "Open", ro: "Deschise" }, "count"],
  [{ en: "Leak", ro: "Scurgere" }, "ratio"],
  [{ en: "Step conversion", ro: "Conversia pasului" }, "ratio"],
];

function leakage(context: ComputeContext, chosen: OptionValues<typeof options>): ResultTable {
  const { dataset, asOf } = context;
  const { deal } = dataset;
  if (deal === undefined) throw new Error("deals are required");
  const strict = chosen.skipped === "strict";
  if (strict && !context.has("dealId", "stageHistory")) stop("missingColumn", { role: "dealId" });
  const inPeriod = cohort(deal, context, chosen.basis);
  const pipeline = onePipeline(deal, chosen.pipeline, inPeriod);
  const isOfPipeline = rowsMeeting(deal, inPipeline(pipeline));
  const rows = (row: number): boolean => inPeriod(row) && isOfPipeline(row);
  const stages = stagesOf(dataset, pipeline) ?? [];
  const funnel = funnelOf(dataset, stages, rows, {
    ...(asOf === undefined ? {} : { asOf }),
    strict,
  });
  const withOpen = chosen.withOpen === "counted";
  return {
    columns: [
      { head: { en: "Stage", ro: "Etapă" }, unit: "text" },
      ...HEADS.map(([head, unit]) => ({ head, unit })),
    ],
    rows: funnel.lossKnown
      ? stages.map(({ name }, at) => [name, ...stageCells(funnel, at, withOpen)])
      : [[ALL_STAGES, ...overallCells(deal, context, rows, withOpen)]],
    excluded: {
      ...deal.excluded,
      ...(funnel.lossKnown && funnel.unplaced > 0 ? { unknownStage: funnel.unplaced } : {}),
    },
    notes: funnel.lossKnown ? [] : [{ message: "stageOfLossUnknown" }],
  };
}

function stageCells(funnel: Funnel, at: number, withOpen: boolean): readonly (number | Refusal)[] {
  const [reached = 0, lost = 0, open = 0] = [funnel.reached[at], funnel.lost[at], funnel.open[at]];
  const next = funnel.reached[at + 1] ?? funnel.won;
  const decided = withOpen ? reached : reached - open;
  return [reached, lost, open, quotient(lost, decided), quotient(next, decided)];
}

function overallCells(
  deals: Records,
  { asOf }: ComputeContext,
  rows: (row: number) => boolean,
  withOpen: boolean,
): readonly (number | Refusal)[] {
  const outcome = outcomeAt(deals, asOf);
  const counts = { won: 0, lost: 0, open: 0 };
  for (let i = 0; i < deals.rows; i++) {
    if (!rows(i)) continue;
    const is = outcome(i);
    if (is === Outcome.won) counts.won++;
    else if (is === Outcome.lost) counts.lost++;
    else if (is === Outcome.open) counts.open++;
  }
  const { won, lost, open } = counts;
  const decided = won + lost + (withOpen ? open : 0);
  return [won + lost + open, lost, open, quotient(lost, decided), quotient(won, decided)];
}

function quotient(part: number, whole: number): number | Refusal {
  return whole === 0 ? refuse("#DIV/0!", "zeroDenominator") : part / whole;
}

/** The deals created, or closed, in the period, as far as they may be seen. */
function cohort(
  deals: Records,
  { period, asOf = Infinity }: ComputeContext,
  basis: "created" | "closed",
): (row: number) => boolean {
  if (basis === "closed") {
    const isClosed = outcomeAt(deals, asOf);
    const decided = (row: number): boolean => isClosed(row) === Outcome.won || isClosed(row) === Outcome.lost;
    if (period === undefined) return decided;
    const closed = deals.numbers("closeDate");
    return (row) => decided(row) && within(closed[row] ?? NaN, period.start, period.end);
  }
  if (period === undefined && asOf === Infinity) return () => true;
  const created = deals.numbers("createdDate");
  const { start, end } = period ?? { start: -Infinity, end: Infinity };
  return (row) => within(created[row] ?? NaN, start, Math.min(end, Math.floor(asOf) + 1));
}

const within = (date: number, start: number, end: number): boolean => date >= start && date < end;
