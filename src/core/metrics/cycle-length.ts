import { days, mean, median } from "../evaluate/expression";
import type { Dataset } from "../records/dataset";
import { startsOf } from "../records/derived/cycle";
import { Outcome } from "../records/outcome";
import type { DerivedRole } from "../records/derived";
import type { Role } from "../records/roles";
import { stop, type Note } from "../result";
import { meanAndMedian } from "./cycle-statistics";
import { closedDeals, importDay } from "./deal-cycle";
import { may, metric, need, type Given } from "./metric";
import { choice } from "./options";

const STARTS = {
  auto: "cycleStart",
  lead: "leadCreated",
  "first-contact": "firstContactDate",
  created: "createdDate",
} as const satisfies Record<string, Role | DerivedRole>;

export const cycleLength = metric({
  id: "CYCLELENGTH",
  example:
    '=SALES.CYCLELENGTH(Deals[Closed], Deals[Status], Deals[Created], , Deals[Lead], Leads[Id], Leads[Created], "period=2025-Q1")',
  families: ["productivity"],
  unit: "days",
  better: "lower",
  inputs: [
    need("closedDate"),
    need("status"),
    may("createdDate"),
    may("firstContactDate"),
    may("leadRef"),
    may("id", "lead"),
    may("createdDate", "lead"),
    may("id"),
    may("dealRef", "lead"),
    may("email", "lead"),
    may("amount"),
  ],
  period: true,
  asOf: true,
  options: {
    statistic: choice(["mean", "median"]),
    start: choice(["auto", "lead", "first-contact", "created"], { "deal created": "created" }),
    population: choice(["won", "won+lost"]),
  },
  value({ statistic, start, population }, given) {
    const from = STARTS[start];
    if (start === "auto" && !given.has("cycleStart"))
      stop("missingAnyOf", { first: "createdDate", second: "firstContactDate" });
    if (start === "lead" && !given.has("leadCreated"))
      stop("missingAnyOf", { first: "leadRef", second: "dealRef" });
    const of = closedDeals(population, given);
    const length = days(from, "closeDate");
    return statistic === "mean" ? mean(length, of) : median(length, of);
  },
  remarks: (dataset, options, given) => [
    ...meanAndMedian(
      dataset,
      days(STARTS[options.start], "closeDate"),
      closedDeals(options.population, given),
      given,
    ),
    ...(options.start === "auto" ? startsUsed(dataset, options.population, given) : []),
    ...(given.has("createdDate") ? importDay(dataset) : []),
  ],
  text: {
    en: {
      name: "Sales cycle length",
      definition:
        "Days from first contact, else from the lead, else from the deal's creation, to the won deal.",
      formula: "mean (close date − first contact or lead date) of won deals",
      disagree:
        "ChartMogul starts at the lead; HubSpot at the deal's creation (start=created, the same as DEALCYCLE); Vtiger and Pipedrive average over won and lost deals (population=won+lost). statistic=median is less moved by a few long ones.",
    },
    ro: {
      name: "Durata ciclului de vânzări",
      definition:
        "Zilele de la primul contact, altfel de la lead, altfel de la crearea ofertei, până la câștigare.",
      formula: "media (data închiderii − data primului contact sau a leadului) pentru ofertele câștigate",
      disagree:
        "ChartMogul începe de la lead; HubSpot de la crearea ofertei (start=created, la fel ca DEALCYCLE); Vtiger și Pipedrive fac media pe oferte câștigate și pierdute (population=won+lost). statistic=median este mai puțin mișcată de câteva foarte lungi.",
    },
  },
  source: "ChartMogul, Average sales cycle length: lead creation → first payment.",
});

/** How many of the deals start where. */
function startsUsed(dataset: Dataset, population: "won" | "won+lost", given: Given): readonly Note[] {
  const records = dataset.deal;
  if (records === undefined) return [];
  const starts = startsOf(records);
  const closed = records.numbers("closeDate");
  const counts = { firstContact: 0, lead: 0, created: 0 };
  for (let i = 0; i < records.rows; i++) {
    const is = records.outcome[i];
    if (is !== Outcome.won && (population === "won" || is !== Outcome.lost)) continue;
    const date = closed[i] ?? NaN;
    const { start = -Infinity, end = Infinity } = given.period ?? {};
    if (!(date >= start && date < Math.min(end, (given.asOf ?? Infinity) + 1))) continue;
    const from = starts.find(({ dates }) => !Number.isNaN(dates[i] ?? NaN))?.from;
    if (from !== undefined) counts[from]++;
  }
  return [{ message: "cycleStarts", values: counts }];
}
