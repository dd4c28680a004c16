import { derived, power, sumKnown, type Field } from "../evaluate/expression";
import type { DerivedArguments } from "../records/derived";
import { may, metric, need, type Given } from "./metric";
import { openPipeline, overdueDeals, pipelineOptions, reconstructed } from "./open-pipeline";
import { choice, numberOption, type OptionSpec, type OptionValues } from "./options";

/** Columns that say how likely deals are won, and their stages in order. */
export const chanceInputs = [
  may("probability"),
  may("stage"),
  may("name", "stage"),
  may("order", "stage"),
  may("probability", "stage"),
  may("kind", "stage"),
  may("dealId", "stageHistory"),
  may("stage", "stageHistory"),
  may("enteredDate", "stageHistory"),
] as const;

/** Where probabilities come from. */
export const chanceOptions = {
  probability: choice(["auto", "empirical", "category"], {
    "deal, stage, history": "auto",
    STAGEPROB: "empirical",
    "STAGEPROB always": "empirical",
    "forecast category": "category",
  }),
  /** Weights of forecast categories: Commit:0.9|Best case:0.5. */
  weights: { option: "text", form: "Commit:0.9|Best case:0.5" },
  /** How many deals at the usual rate a stage's own history is mixed with; 0 = none. */
  prior: numberOption({ min: 0, max: 1000 }, 10),
} as const satisfies Record<string, OptionSpec>;

/** Arguments of the derived columns made of probabilities. */
export function chanceArguments(
  { probability, weights, prior }: OptionValues<typeof chanceOptions>,
  given: Given,
): DerivedArguments {
  return {
    from: probability,
    ...(prior === 10 ? {} : { prior }),
    ...(weights === undefined ? {} : { weights }),
    ...(given.asOf === undefined ? {} : { asOf: given.asOf }),
  };
}

/** Probability × amount at the usual choices. */
export const weightedAmount = (given: Given): Field =>
  derived("weightedAmount", chanceArguments({ probability: "auto", weights: undefined, prior: 10 }, given));

export const weightedPipeline = metric({
  id: "WEIGHTEDPIPELINE",
  example: "=SALES.WEIGHTEDPIPELINE(Deals[Amount], Deals[Status], Deals[Probability])",
  families: ["performance"],
  unit: "currency",
  better: "higher",
  inputs: [
    need("amount"),
    need("status"),
    ...chanceInputs,
    may("createdDate"),
    may("closedDate"),
    may("expectedCloseDate"),
    may("forecastCategory"),
    may("currency"),
    may("id"),
  ],
  period: true,
  asOf: true,
  options: { ...pipelineOptions, ...chanceOptions, output: choice(["value", "sd"]) },
  value(options, given) {
    const of = openPipeline(options, given);
    const chances = chanceArguments(options, given);
    return options.output === "value"
      ? sumKnown(derived("weightedAmount", chances), of)
      : power(sumKnown(derived("weightedVariance", chances), of), 0.5);
  },
  remarks: (dataset, options, given) => [
    ...reconstructed(dataset, options, given),
    ...overdueDeals(dataset, given),
  ],
  text: {
    en: {
      name: "Weighted pipeline",
      definition:
        "Open deals' amounts times their probability: the deal's, else its stage's, else from past deals.",
      formula: "Σ probability × amount of open deals",
      disagree:
        "HubSpot's forecast shows it by default, Freshworks multiplies each stage's total. probability=empirical takes the win rate of past deals that reached the stage; output=sd is the spread if deals are independent: the weighted sum is a mean, not what will come.",
    },
    ro: {
      name: "Conducta ponderată",
      definition:
        "Suma ofertelor deschise înmulțită cu probabilitatea: a ofertei, altfel a etapei, altfel din trecut.",
      formula: "Σ probabilitate × sumă pentru ofertele deschise",
      disagree:
        "Prognoza HubSpot o arată implicit, Freshworks înmulțește totalul fiecărei etape. probability=empirical ia rata de câștig a ofertelor trecute care au ajuns la etapă; output=sd este abaterea dacă ofertele sunt independente: suma ponderată este o medie, nu ceea ce va veni.",
    },
  },
  source:
    "Σ pᵢvᵢ and √Σ pᵢ(1 − pᵢ)vᵢ² of independent deals; HubSpot forecast tool, Freshworks weighted pipelines.",
});
