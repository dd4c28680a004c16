import {
  and,
  any,
  days,
  inClass,
  known,
  median,
  ratio,
  recordsOf,
  role,
  shifted,
  sum,
  unless,
  type Condition,
  type Expression,
} from "../evaluate/expression";
import type { Dataset } from "../records/dataset";
import { Outcome } from "../records/outcome";
import { stop, type Note } from "../result";
import { periodsBetween } from "../time/periods";
import { closedDeals } from "./deal-cycle";
import { buyers, historyRemarks, newCustomerOptions, newCustomers } from "./new-customers";
import { may, metric, need, type Given, type Input } from "./metric";
import { choice, type OptionValues } from "./options";

export const costOptions = {
  scope: choice(["all", "marketing", "by-source"], {
    "fully loaded": "all",
    "marketing only": "marketing",
    paid: "marketing",
  }),
  lag: { option: "text", form: "0 … 3650 | cycle" },
  type: choice(["new", "blended"], { "new only": "new" }),
  ...newCustomerOptions,
} as const;

type Options = OptionValues<typeof costOptions>;

/** The columns of the costs table, beside `cost` itself. */
export const costInputs: readonly Input[] = [
  may("date", "cost"),
  may("category", "cost"),
  may("source", "cost"),
  may("allocation", "cost"),
];

/** Where sales cycles begin, for lag=cycle. */
export const cycleInputs: readonly Input[] = [may("createdDate"), may("firstContactDate")];

/** Sales and marketing costs ÷ customers won with them. */
export function acquisitionCost(options: Options, given: Given): Expression {
  return ratio(costs(options, given), customersWon(options, given));
}

export function customersWon(options: Options, given: Given): Expression {
  return options.type === "blended" ? buyers(given) : newCustomers(options, given);
}

/** Costs of the period, or of as many days earlier as they take to bring a customer. Without dates they are the period's. */
export function costs({ scope, lag }: Pick<Options, "scope" | "lag">, given: Given): Expression {
  const amount = role(given.has("allocation", "cost") ? "allocatedCost" : "amount");
  const dated = given.has("date", "cost");
  const total = sum(amount, recordsOf("cost", costsOf(scope, given), dated ? "date" : "always"));
  const earlier = dated ? daysEarlier(lag, given) : 0;
  return earlier > 0 ? shifted(total, { to: "daysEarlier", days: earlier }) : total;
}

/** By how many days costs come before the customers they bring: as said, or a sales cycle, the median of all deals won. */
function daysEarlier(lag: string | undefined, given: Given): number {
  if (lag === undefined) return 0;
  if (isCycle(lag)) {
    if (!given.has("cycleStart")) stop("missingAnyOf", { first: "createdDate", second: "firstContactDate" });
    return Math.round(given.overall(median(days("cycleStart", "closeDate"), closedDeals("won", given))));
  }
  const number = Number(lag.replace(",", "."));
  if (lag !== "" && number >= 0 && number <= 3650) return number;
  return stop("unknownOptionValue", { option: "lag", value: lag, valid: costOptions.lag.form });
}

const isCycle = (lag: string): boolean => /^(?:one )?(?:sales )?cycle$/i.test(lag);

function costsOf(scope: Options["scope"], given: Given): Condition {
  if (scope === "marketing") return and(any, inClass("category", "costCategory", "marketing"));
  const parts: Condition[] = [any];
  if (given.has("category", "cost"))
    parts.push(unless(inClass("category", "costCategory", "other"), "otherCost"));
  if (scope === "by-source") parts.push(known("source"));
  return and(...parts);
}

/** Months of the period without any cost, where the costs have dates. */
export function costRemarks(dataset: Dataset, options: Options, given: Given): readonly Note[] {
  const { cost } = dataset;
  const { period } = given;
  const notes = [...historyRemarks(dataset, options, given)];
  if (cost?.has("date") !== true || period === undefined || !(period.end < Infinity)) return notes;
  const earlier = daysEarlier(options.lag, given);
  if (isCycle(options.lag ?? "")) notes.push({ message: "costsEarlier", values: { days: earlier } });
  const dates = cost.numbers("date").filter((_, i) => cost.outcome[i] !== Outcome.none);
  const missing = periodsBetween(
    Math.max(period.start, 0) - earlier,
    period.end - 1 - earlier,
    "month",
  ).filter(({ start, end }) => !dates.some((date) => date >= start && date < end));
  if (missing.length > 0) {
    const labels = missing.map(({ label }) => label);
    const shown = labels.length > 6 ? [...labels.slice(0, 6), "…"] : labels;
    notes.push({ message: "costsMissing", values: { months: shown.join(", ") } });
  }
  return notes;
}

export const customerAcquisitionCost = metric({
  id: "CAC",
  example:
    '=SALES.CAC(Deals[Customer], Costs[Amount], Deals[Closed], Deals[Status], Costs[Date], "period=2025-Q1")',
  families: ["performance", "productivity"],
  unit: "currency",
  better: "lower",
  inputs: [
    need("customer", "deal", "subscription", "lead"),
    need("amount", "cost"),
    may("closedDate"),
    may("status"),
    ...costInputs,
    may("type"),
    may("source", "deal", "subscription", "lead"),
    may("convertedDate", "lead"),
    may("startDate", "subscription"),
    may("mrr", "subscription"),
    may("amount"),
    may("refund"),
    may("cancelledDate"),
    may("id"),
    ...cycleInputs,
  ],
  period: true,
  asOf: true,
  options: costOptions,
  value: acquisitionCost,
  remarks: costRemarks,
  text: {
    en: {
      name: "Customer acquisition cost",
      definition:
        "Sales and marketing cost of the period ÷ its new customers (first won deal); cost is a number or a table's column.",
      formula: "Σ sales and marketing costs ÷ new customers",
      disagree:
        'Fully loaded by default, as the SaaS Metrics Standards Board has it: all rows but those of category "other", per new logo. scope=marketing is paid CAC; scope=by-source takes costs that name a source; type=blended divides by all who bought; lag=90 sets costs against customers won 90 days later, lag=cycle against those won a median sales cycle later.',
    },
    ro: {
      name: "Costul de achiziție a clienților (CAC)",
      definition:
        "Costul de vânzări și marketing al perioadei ÷ clienții noi (prima ofertă câștigată); costul: un număr sau o coloană.",
      formula: "Σ costuri de vânzări și marketing ÷ clienți noi",
      disagree:
        "Implicit cu toate costurile, ca la SaaS Metrics Standards Board: toate rândurile în afară de categoria „altele”, pe client nou. scope=marketing este „paid CAC”; scope=by-source ia costurile cu sursă; type=blended împarte la toți cumpărătorii; lag=90 leagă costurile de clienții câștigați cu 90 de zile mai târziu, lag=cycle de cei câștigați după un ciclu de vânzări median.",
    },
  },
  source: "SaaS Metrics Standards Board, CAC (as quoted at imboard.ai).",
});
