import {
  and,
  any,
  compare,
  count,
  derived,
  known,
  mean,
  not,
  recordsOf,
  role,
  share,
  unless,
  type Condition,
  type Expression,
  type Population,
} from "../evaluate/expression";
import type { Dataset } from "../records/dataset";
import type { DerivedArguments } from "../records/derived";
import { detectedMax, topBoxes } from "../records/derived/surveys";
import { Outcome } from "../records/outcome";
import { stop, type Note } from "../result";
import { may, metric, need, optionalNumber, type Given } from "./metric";
import { choice, type TextOption } from "./options";

const scaleOption: TextOption = { option: "text", form: "5 | 7 | 0-10" };

export const customerSatisfaction = metric({
  id: "CSAT",
  example: '=SALES.CSAT(Surveys[Score], Surveys[Date], "scale=5")',
  families: ["performance"],
  unit: "ratio",
  unitOf: ({ method }) => (method === "top-box" ? "ratio" : "score"),
  better: "higher",
  inputs: [
    need("score", "survey"),
    may("date", "survey"),
    may("scaleMin", "survey"),
    may("scaleMax", "survey"),
    may("customer", "survey"),
    may("owner", "survey"),
    optionalNumber(
      "invitations",
      {
        en: "how many were asked: tells the response rate",
        ro: "câți au fost întrebați: dă rata de răspuns",
      },
      { min: 0 },
    ),
  ],
  period: true,
  asOf: true,
  options: {
    method: choice(["top-box", "mean", "rescaled"], {
      "top-2-box": "top-box",
      "mean score": "mean",
      "mean rescaled to 0–100": "rescaled",
      "mean rescaled to 0-100": "rescaled",
    }),
    scale: scaleOption,
  },
  prepare(dataset, { method, scale }) {
    if (method === "top-box") refuseLongScales(dataset, scale);
    return dataset;
  },
  value({ method, scale }, given): Expression {
    const by = scaleOf(scale);
    const outside = compare(derived("outsideScale", by), ">", 0);
    const answers = answered(
      given,
      and(any, unless(not(known("score")), "missing.score"), unless(outside, "outsideScale")),
    );
    if (method === "mean") return mean(role("score"), answers);
    if (method === "rescaled") return mean(derived("rescaledScore", by), answers);
    const satisfied = and(answers.where, compare(derived("topBox", by), ">", 0));
    return share(count({ ...answers, where: satisfied }), count(answers));
  },
  remarks(dataset, { scale }, given) {
    const { survey } = dataset;
    const notes: Note[] = [];
    if (survey?.has("score") !== true) return notes;
    if (scale === undefined && !survey.has("scaleMax"))
      notes.push({ message: "scaleDetected", values: { max: detectedMax(survey) } });
    const invitations = given.number("invitations");
    if (invitations !== undefined && invitations > 0) {
      const answers = answersIn(dataset, given);
      const rate = `${((100 * answers) / invitations).toFixed(1)} %`;
      notes.push({ message: "responseRate", values: { answers, invitations, rate } });
    }
    return notes;
  },
  text: {
    en: {
      name: "Customer satisfaction (CSAT)",
      definition: "Share of satisfied answers: 4 and 5 of 5, 6 and 7 of 7, 9 and 10 of 10, 3 of 3.",
      formula: "answers in the top boxes ÷ all answers",
      disagree:
        "Delighted counts 4 and 5 of 5 and rounds to a whole per cent. method=mean is the average score, method=rescaled the average on 0 to 100. The scale is the scaleMax column's, or scale=, else the one the highest score shows.",
    },
    ro: {
      name: "Satisfacția clienților (CSAT)",
      definition: "Ponderea răspunsurilor mulțumite: 4 și 5 din 5, 6 și 7 din 7, 9 și 10 din 10, 3 din 3.",
      formula: "răspunsuri în treptele de sus ÷ toate răspunsurile",
      disagree:
        "Delighted socotește 4 și 5 din 5 și rotunjește la procent întreg. method=mean este scorul mediu, method=rescaled media pe 0–100. Scala este cea din coloana scaleMax sau din scale=, altfel cea arătată de scorul cel mai mare.",
    },
  },
  source: "Delighted, How is CSAT calculated?; kicue, How to calculate CSAT (top two boxes).",
});

function answered(given: Given, where: Condition): Population {
  return recordsOf("survey", where, given.has("date", "survey") || given.hasPeriod ? "date" : "always");
}

/** "5", or "0-10" with the lowest score before the highest. */
function scaleOf(text: string | undefined): DerivedArguments {
  if (text === undefined) return {};
  const [, low, high] = /^(?:(\d+)\s*(?:-|–|\.\.|to)\s*)?(\d+)$/.exec(text.trim()) ?? [];
  const max = Number(high);
  const min = low === undefined ? 1 : Number(low);
  if (!(max > min)) stop("unknownOptionValue", { option: "scale", value: text, valid: scaleOption.form });
  return { min, max };
}

function refuseLongScales({ survey }: Dataset, scale: string | undefined): void {
  if (survey?.has("score") !== true) return;
  const { max } = scaleOf(scale);
  const own = survey.has("scaleMax") ? survey.numbers("scaleMax") : [];
  const used = new Set([...own].filter((high) => high === high));
  if (!survey.has("scaleMax")) used.add(max === undefined ? detectedMax(survey) : Number(max));
  for (const high of used) if (topBoxes(high) === undefined) stop("noBoxRule", { max: high });
}

function answersIn({ survey }: Dataset, { period }: Given): number {
  if (survey === undefined) return 0;
  const scores = survey.numbers("score");
  const dates = period === undefined || !survey.has("date") ? undefined : survey.numbers("date");
  let answers = 0;
  for (let i = 0; i < survey.rows; i++) {
    if (survey.outcome[i] === Outcome.none || Number.isNaN(scores[i] ?? NaN)) continue;
    const date = dates?.[i] ?? NaN;
    if (dates === undefined || period === undefined || (date >= period.start && date < period.end)) answers++;
  }
  return answers;
}
