import {
  and,
  any,
  inClass,
  known,
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
import type { Note } from "../result";
import { periodsBetween } from "../time/periods";
import { buyers, historyRemarks, newCustomerOptions, newCustomers } from "./new-customers";
import { may, metric, need, type Given, type Input } from "./metric";
import { choice, numberOption, type OptionValues } from "./options";

export const costOptions = {
  scope: choice(["all", "marketing", "by-source"], {
    "fully loaded": "all",
    "marketing only": "marketing",
    paid: "marketing",
  }),
  lag: numberOption({ min: 0, max: 3650 }, 0),
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

/** Sales and marketing costs ÷ customers won with them. */
export function acquisitionCost(options: Options, given: Given): Expression {
  return ratio(costs(options, given), customersWon(options, given));
}

export function customersWon(options: Options, given: Given): Expression {
  return options.type === "blended" ? buyers(given) : newCustomers(options, given);
}

/** Costs of the period, or of as many days earlier as they take to bring a customer. Without dates they are the period's. */
export function costs({ scope, lag }: Options, given: Given): Expression {
  const amount = role(given.has("allocation", "cost") ? "allocatedCost" : "amount");
  const dated = given.has("date", "cost");
  const total = sum(amount, recordsOf("cost", costsOf(scope, given), dated ? "date" : "always"));
  return lag > 0 && dated ? shifted(total, { to: "daysEarlier", days: lag }) : total;
}

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
  const dates = cost.numbers("date").filter((_, i) => cost.outcome[i] !== Outcome.none);
  const missing = periodsBetween(
    Math.max(period.start, 0) - options.lag,
    period.end - 1 - options.lag,
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
        'Fully loaded by default, as the SaaS Metrics Standards Board has it: all rows but those of category "other", per new logo. scope=marketing is paid CAC; scope=by-source takes costs that name a source; type=blended divides by all who bought; lag=days sets costs against later customers: DEALCYCLE tells how many days.',
    },
    ro: {
      name: "Costul de achiziție a clienților (CAC)",
      definition:
        "Costul de vânzări și marketing al perioadei ÷ clienții noi (prima ofertă câștigată); costul: un număr sau o coloană.",
      formula: "Σ costuri de vânzări și marketing ÷ clienți noi",
      disagree:
        "Implicit cu toate costurile, ca la SaaS Metrics Standards Board: toate rândurile în afară de categoria „altele”, pe client nou. scope=marketing este „paid CAC”; scope=by-source ia costurile cu sursă; type=blended împarte la toți cumpărătorii; lag=zile leagă costurile de clienți de mai târziu: DEALCYCLE spune câte zile.",
    },
  },
  source: "SaaS Metrics Standards Board, CAC (as quoted at imboard.ai).",
});
