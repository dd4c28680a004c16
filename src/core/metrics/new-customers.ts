import {
  and,
  any,
  deals,
  distinct,
  inClass,
  leads,
  recordsOf,
  derived,
  role,
  sum,
  won,
  type Expression,
} from "../evaluate/expression";
import type { Dataset } from "../records/dataset";
import type { Note } from "../result";
import { isoDate } from "../time/serial";
import { may, metric, need, type Given } from "./metric";
import { choice, type OptionValues } from "./options";
import { sales, withoutCredits } from "./populations";

/** Who counts as a new customer, for every metric that counts them. */
export const newCustomerOptions = {
  by: choice(["first-won", "type-new", "converted-lead", "first-subscription"], {
    "first won deal": "first-won",
    "type=new": "type-new",
    "lead.convertedDate": "converted-lead",
    "first paid subscription": "first-subscription",
  }),
  refunded: choice(["exclude", "include"]),
} as const;

type By = OptionValues<typeof newCustomerOptions>;

/** Customers by the day of what made them customers: a purchase, a conversion, a subscription. */
export function newCustomers({ by, refunded }: By, given: Given): Expression {
  switch (by === "first-won" ? firstOfWhatIsThere(given) : by) {
    case "first-won":
      return sum(derived("firstWon", { refunded }), sales(withoutCredits(won, given, "exclude")));
    case "type-new":
      return distinct("customer", sales(and(won, inClass("type", "dealType", "new"))));
    case "converted-lead":
      return distinct("customer", leads(won, "convertedDate"));
    case "first-subscription":
      return sum(role("firstStart"), recordsOf("subscription", any, "startDate"));
  }
}

/** Customers who bought anything: new and old together. */
export function buyers(given: Given): Expression {
  return given.kinds.includes("deal")
    ? distinct("customer", deals(withoutCredits(won, given, "exclude"), "closeDate"))
    : distinct("customer", recordsOf("subscription", any, "startDate"));
}

/** Without deals, a list of subscriptions or of leads tells. */
function firstOfWhatIsThere({ kinds }: Given): By["by"] {
  if (kinds.includes("deal")) return "first-won";
  return kinds.includes("subscription") ? "first-subscription" : "converted-lead";
}

const YEAR = 365;

/** Purchases from before the data begin are invisible: with less than a year of them, old customers may look new. */
export function historyRemarks(dataset: Dataset, { by }: By, given: Given): readonly Note[] {
  if (by !== "first-won" && by !== "first-subscription") return [];
  const { deal: records, subscription } = dataset;
  const dates = records?.has("closeDate") === true ? records.numbers("closeDate") : undefined;
  const starts = subscription?.has("startDate") === true ? subscription.numbers("startDate") : undefined;
  let first = Infinity;
  for (const date of dates ?? starts ?? []) if (date < first) first = date;
  const { period } = given;
  return period !== undefined && first < Infinity && first > period.start - YEAR
    ? [{ message: "customersBefore", values: { date: isoDate(first) } }]
    : [];
}

export const customersAcquired = metric({
  id: "NEWCUSTOMERS",
  example: '=SALES.NEWCUSTOMERS(Deals[Customer], Deals[Closed], Deals[Status], "period=2025-Q1")',
  families: ["performance"],
  unit: "count",
  better: "higher",
  inputs: [
    need("customer", "deal", "subscription", "lead"),
    may("closedDate"),
    may("status"),
    may("type"),
    may("amount"),
    may("refund"),
    may("cancelledDate"),
    may("id"),
    may("convertedDate", "lead"),
    may("startDate", "subscription"),
    may("mrr", "subscription"),
    may("owner", "deal", "subscription", "lead"),
    may("source", "deal", "subscription", "lead"),
    may("product", "deal", "subscription"),
  ],
  period: true,
  asOf: true,
  options: newCustomerOptions,
  value: newCustomers,
  remarks: historyRemarks,
  text: {
    en: {
      name: "New customers",
      definition: "Customers whose first won deal, over all rows given, falls in the period.",
      formula: "number of customers whose first won deal is in the period",
      disagree:
        "by=type-new trusts the deal's type, by=converted-lead the conversion date of leads, by=first-subscription the first paid one. A customer who comes back is never new again; ChartMogul and ProfitWell call it reactivation, Maxio new after 90 days.",
    },
    ro: {
      name: "Clienți noi (achiziția clientului)",
      definition: "Clienții a căror primă ofertă câștigată, din toate rândurile date, este în perioadă.",
      formula: "numărul clienților cu prima ofertă câștigată în perioadă",
      disagree:
        "by=type-new se ia după tipul ofertei, by=converted-lead după data conversiei clientului potențial, by=first-subscription după primul abonament plătit. Un client care revine nu mai este nou; ChartMogul și ProfitWell îl numesc reactivat, Maxio îl numește nou după 90 de zile.",
    },
  },
  source: "ChartMogul and ProfitWell (reactivation); Paddle, ProfitWell vs Maxio.",
});
