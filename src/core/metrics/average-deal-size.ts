import { deals, mean, median, open, role, trimmedMean, won, type Population } from "../evaluate/expression";
import { creditOption, decidedDeals, sales, withoutCredits, withoutZeros, zeroOption } from "./populations";
import { may, metric, need, needSold } from "./metric";
import { choice } from "./options";

const inputs = [
  need("amount"),
  needSold,
  may("closedDate"),
  may("createdDate"),
  may("refund"),
  may("cancelledDate"),
  may("currency"),
  may("id"),
] as const;

const shared = {
  families: ["performance", "productivity"],
  unit: "currency",
  better: "higher",
  inputs,
  period: true,
  asOf: true,
  source: "Revenue ÷ number of won deals; medians and trimmed means as in any statistics textbook.",
} as const;

export const averageDealSize = metric({
  ...shared,
  id: "AVGDEALSIZE",
  example: '=SALES.AVGDEALSIZE(Deals[Amount], Deals[Status], Deals[Closed], "period=2025-Q1")',
  options: {
    statistic: choice(["mean", "median", "trimmed10"]),
    population: choice(["won", "open", "won+lost"]),
    zeros: zeroOption,
    credits: creditOption,
  },
  value({ statistic, population, zeros, credits }, given) {
    const populations: Record<typeof population, () => Population> = {
      won: () => sales(withoutZeros(withoutCredits(won, given, credits), given, zeros)),
      open: () => deals(withoutZeros(open, given, zeros), "open"),
      "won+lost": () => deals(withoutZeros(decidedDeals(given, "none"), given, zeros), "closeDate"),
    };
    const of = populations[population]();
    const amount = role("netAmount");
    if (statistic === "median") return median(amount, of);
    return statistic === "mean" ? mean(amount, of) : trimmedMean(amount, of, 0.1);
  },
  text: {
    en: {
      name: "Average deal size",
      definition: "Mean amount of a won deal; deals without an amount above zero are left out.",
      formula: "Σ amount ÷ number of won deals",
      disagree:
        "population=open is the size of what is in the pipeline (Attentive); it mixes hopes with facts.",
    },
    ro: {
      name: "Dimensiunea medie a ofertei",
      definition: "Suma medie a unei oferte câștigate; ofertele fără o sumă peste zero nu se socotesc.",
      formula: "Σ sumă ÷ numărul ofertelor câștigate",
      disagree:
        "population=open este dimensiunea ofertelor din conductă (Attentive); amestecă speranțele cu faptele.",
    },
  },
});

export const averageRevenue = metric({
  ...averageDealSize,
  id: "AVGREVENUE",
  example: '=SALES.AVGREVENUE(Deals[Amount], Deals[Status], Deals[Closed], "period=2025-Q1")',
  aliasOf: "AVGDEALSIZE",
  text: {
    en: {
      name: "Average revenue per sale",
      definition: "Revenue ÷ number of won deals: another name of the average deal size.",
      formula: "Σ amount ÷ number of won deals",
    },
    ro: {
      name: "Venitul mediu pe vânzare",
      definition: "Venituri ÷ numărul ofertelor câștigate: alt nume pentru dimensiunea medie a ofertei.",
      formula: "Σ sumă ÷ numărul ofertelor câștigate",
    },
  },
});
