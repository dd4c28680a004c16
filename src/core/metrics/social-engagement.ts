import {
  activities,
  and,
  any,
  constant,
  count,
  known,
  plus,
  product,
  ratio,
  role,
  sum,
  type Expression,
} from "../evaluate/expression";
import { stop } from "../result";
import { anyOf, happened, ofType } from "./activity-populations";
import { may, metric, optionalNumber } from "./metric";
import { choice } from "./options";

const MEASURES = ["likes", "comments", "shares", "directMessages"] as const;

export const socialEngagement = metric({
  id: "SOCIAL",
  example:
    '=SALES.SOCIAL(Activities[Likes], Activities[Comments], Activities[Shares], Activities[Messages], , Activities[Date], "period=2025-Q1")',
  families: ["activity"],
  unit: "count",
  unitOf: ({ per }) => (per === "total" ? "count" : per === "post" ? "number" : "ratio"),
  better: "higher",
  inputs: [
    ...MEASURES.map((measure) => may(measure, "activity")),
    may("type", "activity"),
    may("date", "activity"),
    may("done", "activity"),
    may("owner", "activity"),
    optionalNumber(
      "followers",
      { en: "number of followers, for per=follower", ro: "numărul de urmăritori, pentru per=follower" },
      { min: 0 },
    ),
  ],
  period: true,
  asOf: true,
  options: {
    measure: choice(["all", ...MEASURES], {
      "direct messages": "directMessages",
      messages: "directMessages",
    }),
    per: choice(["total", "post", "follower"]),
    weights: { option: "text", form: "1|1|1|1" },
  },
  value({ measure, per, weights }, given): Expression {
    const measures = MEASURES.filter((name) => given.has(name, "activity"));
    if (measures.length === 0) {
      if (!given.has("type", "activity")) stop("missingAnyOf", { first: "likes", second: "type" });
      if (measure !== "all") stop("missingColumn", { role: measure });
    }
    const posts = count(
      activities(
        measures.length === 0
          ? and(happened("exclude"), ofType("social"))
          : and(any, anyOf(...measures.map((name) => known(name)))),
        "date",
      ),
    );
    const factors = weightsOf(weights);
    const wanted = measure === "all" ? measures : [measure];
    const total =
      measures.length === 0
        ? posts
        : plus(
            ...wanted.map((name) => {
              const amount = sum(role(name), activities(and(any, known(name)), "date"));
              const factor = factors[MEASURES.indexOf(name)] ?? 1;
              return factor === 1 ? amount : product(constant(factor), amount);
            }),
          );
    if (per === "total") return total;
    if (per === "post") return ratio(total, posts);
    const followers = given.number("followers");
    if (followers === undefined) stop("missingNumber", { name: "followers" });
    return ratio(total, constant(followers));
  },
  text: {
    en: {
      name: "Social media engagement",
      definition:
        "Likes + comments + shares + direct messages; where no such column is given, social activities are counted.",
      formula: "Σ likes + comments + shares + direct messages",
      disagree:
        "measure=likes tells one alone; per=post and per=follower are engagement rates; weights=1|2|3|1 weighs them in this order.",
    },
    ro: {
      name: "Implicarea în rețelele sociale",
      definition:
        "Aprecieri + comentarii + distribuiri + mesaje directe; fără aceste coloane se numără activitățile din rețelele sociale.",
      formula: "Σ aprecieri + comentarii + distribuiri + mesaje directe",
      disagree:
        "measure=likes o dă pe una singură; per=post și per=follower sunt rate de implicare; weights=1|2|3|1 le ponderează în această ordine.",
    },
  },
  source: "Engagement as the sum of reactions, as in the reports of the networks.",
});

function weightsOf(text: string | undefined): readonly number[] {
  if (text === undefined) return [];
  const weights = text.split(/[|,]/).map((part) => (part.trim() === "" ? NaN : Number(part)));
  if (weights.length > MEASURES.length || !weights.every((weight) => weight >= 0 && weight < Infinity))
    stop("unknownOptionValue", { option: "weights", value: text, valid: "1|1|1|1" });
  return weights;
}
