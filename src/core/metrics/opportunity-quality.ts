import {
  and,
  compare,
  constant,
  count,
  deals,
  derived,
  known,
  mean,
  not,
  product,
  ratio,
  role,
  share,
  sum,
  type Condition,
  type Expression,
  type Field,
} from "../evaluate/expression";
import { stop } from "../result";
import { may, metric, need, type Given } from "./metric";
import { openOrDecided, reconstructed } from "./open-pipeline";
import { choice, type OptionSpecs } from "./options";
import { chanceInputs } from "./weighted-pipeline";

const options = {
  probability: choice(["empirical", "column", "score"], {
    "empirical by stage": "empirical",
    "probability column": "column",
    "user score column": "score",
  }),
  weight: choice(["count", "amount"], { "by count": "count", "by amount": "amount" }),
  /** The score itself, or one of its ingredients: a share of the open deals. */
  output: choice(["score", "qualified", "next-activity", "not-overdue"]),
  /** Stages that are qualified: the first of them and all after it, or all of them. */
  qualified: { option: "words" },
} as const satisfies OptionSpecs;

export const opportunityQuality = metric({
  id: "OPPQUALITY",
  example: '=SALES.OPPQUALITY(Deals[Status], Deals[Stage], Deals[Probability], "probability=column")',
  families: ["performance"],
  unit: "score",
  unitOf: ({ output }) => (output === "score" ? "score" : "ratio"),
  better: "higher",
  inputs: [
    need("status"),
    may("stage"),
    may("probability"),
    ...chanceInputs.filter(
      ({ role: name, kinds }) => kinds[0] !== "deal" || (name !== "stage" && name !== "probability"),
    ),
    may("score"),
    may("amount"),
    may("createdDate"),
    may("closedDate"),
    may("expectedCloseDate"),
    may("id"),
    may("dealRef", "activity"),
    may("date", "activity"),
    may("done", "activity"),
  ],
  period: true,
  asOf: true,
  options,
  value({ probability, weight, output, qualified }, given): Expression {
    switch (output) {
      case "score":
        return quality(qualityBy(probability, given), weight);
      case "qualified": {
        if (qualified.length === 0)
          stop("missingArgument", { option: "output=qualified", argument: "qualified=Proposal" });
        return openShare(compare(derived("qualified", { stages: qualified.join("|") }), ">", 0));
      }
      case "next-activity": {
        if (!given.has("nextActivity")) stop("missingColumn", { role: given.has("id") ? "dealRef" : "id" });
        const day: { asOf?: number } = given.asOf === undefined ? {} : { asOf: given.asOf };
        return openShare(compare(derived("nextActivity", day), ">", 0));
      }
      case "not-overdue": {
        if (given.asOf === undefined)
          stop("missingArgument", { option: "output=not-overdue", argument: "asOf" });
        const late = compare(role("expectedCloseDate"), "<", Math.floor(given.asOf));
        return openShare(not(late), known("expectedCloseDate"));
      }
    }
  },
  remarks: reconstructed,
  text: {
    en: {
      name: "Opportunity quality",
      definition:
        "Score 0–100: mean chance of the open deals, from what became of past deals in their stage.",
      formula: "mean of 100 × probability of open deals",
      disagree:
        "There is no standard. With fewer than 20 closed deals the probability column is taken; probability=score averages a score of your own. output=qualified, next-activity and not-overdue give the shares that stand behind it.",
    },
    ro: {
      name: "Calitatea oportunităților",
      definition:
        "Scor 0–100: șansa medie a ofertelor deschise, din soarta celor trecute prin aceeași etapă.",
      formula: "media 100 × probabilitatea ofertelor deschise",
      disagree:
        "Nu există un standard. Cu mai puțin de 20 de oferte închise se ia coloana de probabilitate; probability=score face media unui scor propriu. output=qualified, next-activity și not-overdue dau ponderile care stau în spatele scorului.",
    },
  },
  source: "Our own reading: mean empirical win probability by stage, shrunk by ten deals at the usual rate.",
});

const openDeals = (...more: readonly Condition[]) => deals(and(openOrDecided, ...more), "open");

const openShare = (part: Condition, ...whole: readonly Condition[]): Expression =>
  share(count(openDeals(...whole, part)), count(openDeals(...whole)));

/** Mean of 100 × the chance, or of the score, every deal alike or by its amount. */
function quality({ chance, weighted, scale }: Quality, weight: "count" | "amount"): Expression {
  if (weight === "count") return product(constant(scale), mean(chance, openDeals()));
  const hasOne = compare(chance, ">=", -Number.MAX_VALUE);
  return product(constant(scale), ratio(sum(weighted, openDeals()), sum(role("amount"), openDeals(hasOne))));
}

interface Quality {
  readonly chance: Field;
  /** The chance times the amount. */
  readonly weighted: Field;
  readonly scale: number;
}

function qualityBy(probability: "empirical" | "column" | "score", given: Given): Quality {
  const from = { empirical: "quality", column: "column", score: "score" }[probability];
  const chances = { from, ...(given.asOf === undefined ? {} : { asOf: given.asOf }) };
  const weighted = derived("weightedAmount", chances);
  return probability === "score"
    ? { chance: role("score"), weighted, scale: 1 }
    : { chance: derived("winChance", chances), weighted, scale: 100 };
}
