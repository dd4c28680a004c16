import { days, deals, decided, mean, median, won, type Population } from "../evaluate/expression";
import type { Dataset } from "../records/dataset";
import { Outcome } from "../records/outcome";
import type { Note } from "../result";
import { isoDate } from "../time/serial";
import { withoutCreditNotes } from "./populations";
import { meanAndMedian } from "./cycle-statistics";
import { may, metric, need, type Given } from "./metric";
import { choice } from "./options";

export const dealCycle = metric({
  id: "DEALCYCLE",
  example: '=SALES.DEALCYCLE(Deals[Created], Deals[Closed], Deals[Status], "period=2025-Q1")',
  families: ["performance"],
  unit: "days",
  better: "lower",
  inputs: [need("createdDate"), need("closedDate"), need("status"), may("amount"), may("id")],
  period: true,
  asOf: false,
  options: {
    statistic: choice(["mean", "median"]),
    population: choice(["won", "won+lost"]),
  },
  value({ statistic, population }, given) {
    const of = closedDeals(population, given);
    return statistic === "mean" ? mean(LENGTH, of) : median(LENGTH, of);
  },
  remarks: (dataset, { population }, given) => [
    ...meanAndMedian(dataset, LENGTH, closedDeals(population, given), given),
    ...importDay(dataset),
  ],
  text: {
    en: {
      name: "Average deal cycle",
      definition: "Days from creating a deal to winning it, for deals won in the period.",
      formula: "mean (close date − created date) of won deals",
      disagree:
        "Vtiger averages over won and lost deals (population=won+lost); Pipedrive's duration report too.",
    },
    ro: {
      name: "Durata medie a ciclului tranzacției",
      definition:
        "Zilele de la crearea unei oferte până la câștigarea ei, pentru ofertele câștigate în perioadă.",
      formula: "media (data închiderii − data creării) pentru ofertele câștigate",
      disagree:
        "Vtiger face media pe oferte câștigate și pierdute (population=won+lost); la fel raportul de durată Pipedrive.",
    },
  },
  source: "HubSpot convention: create date → close date of won deals.",
});

const LENGTH = days("createdDate", "closeDate");

/** Deals won, or decided, in the period; a credit note has no cycle. */
export function closedDeals(population: "won" | "won+lost", given: Given): Population {
  return deals(withoutCreditNotes(population === "won" ? won : decided, given), "closeDate");
}

/** More than a fifth of the deals created on one day: that is the import's day, not the deals'. */
export function importDay(dataset: Dataset): readonly Note[] {
  const records = dataset.deal;
  if (records === undefined) return [];
  const created = records.numbers("createdDate");
  const perDay = new Map<number, number>();
  let total = 0;
  for (let i = 0; i < records.rows; i++) {
    const date = created[i] ?? NaN;
    if (records.outcome[i] === Outcome.none || date !== date) continue;
    total++;
    perDay.set(Math.floor(date), (perDay.get(Math.floor(date)) ?? 0) + 1);
  }
  if (total < 10) return [];
  for (const [day, deals] of perDay) {
    if (deals > total / 5) {
      return [
        {
          message: "sameCreatedDate",
          values: { share: `${Math.round((100 * deals) / total)} %`, date: isoDate(day) },
        },
      ];
    }
  }
  return [];
}
