import {
  and,
  known,
  not,
  outcome,
  recordsOf,
  role,
  sum,
  unless,
  type Condition,
} from "../evaluate/expression";
import { stop } from "../result";
import { Outcome } from "../records/outcome";
import { paying } from "./active-customers";
import { may, metric, need, type Given } from "./metric";

/** A period in words that are not known. */
const UNREAD = and(known("amount"), known("recurringPeriod"), not(known("monthlyAmount")));

/** Of a list without dates everyone counts who is not marked as gone. */
const LISTED = outcome("open", "unknown");

function listedAsRunning(given: Given): Condition | undefined {
  const dated = given.has("startDate", "subscription") || given.hasPeriod || given.asOf !== undefined;
  return dated ? undefined : LISTED;
}

export const monthlyRecurringRevenue = metric({
  id: "MRR",
  example:
    '=SALES.MRR(Subscriptions[Customer], Subscriptions[Start], Subscriptions[End], Subscriptions[MRR], "period=2025-02")',
  families: ["performance"],
  unit: "currency",
  better: "higher",
  inputs: [
    need("customer", "subscription"),
    may("startDate", "subscription"),
    may("endDate", "subscription"),
    may("mrr", "subscription"),
    may("amount", "subscription"),
    may("recurringPeriod", "subscription"),
    may("currency", "subscription"),
    may("status", "subscription"),
    may("owner", "subscription"),
    may("source", "subscription"),
    may("type", "subscription"),
    may("product", "subscription"),
  ],
  period: true,
  asOf: true,
  options: {},
  prepare(dataset, _options, given) {
    const { subscription } = dataset;
    // Where every subscription has an end, none runs for ever: which day is meant has to be said.
    if (!given.hasPeriod && given.asOf === undefined && subscription?.has("endDate") === true) {
      const ends = subscription.numbers("endDate");
      const running = ends.some((end, i) => end !== end && subscription.outcome[i] !== Outcome.none);
      if (!running && ends.some((end) => end === end)) stop("needsDay");
    }
    return dataset;
  },
  value(_options, given) {
    const monthly = given.has("mrr", "subscription");
    if (!monthly && !given.has("monthlyAmount", "subscription"))
      stop("missingAnyOf", { first: "mrr", second: "amount + recurringPeriod" });
    const money = role(monthly ? "mrr" : "monthlyAmount");
    const running = listedAsRunning(given) ?? paying(given);
    const where = monthly ? running : and(running, unless(UNREAD, "unreadable.recurringPeriod"));
    return sum(money, recordsOf("subscription", where, running === LISTED ? "always" : "active"));
  },
  text: {
    en: {
      name: "Monthly recurring revenue (MRR)",
      definition:
        "Monthly amounts of the subscriptions running at the end of the period, or on the day of asOf.",
      formula: "Σ monthly amount of running subscriptions (year ÷ 12, quarter ÷ 3, week × 52/12)",
      disagree:
        "Pass amounts without taxes, trials and metered usage. Stripe subtracts lasting discounts only, ProfitWell all of them and not refunds, Recurly includes refunds. A customer leaves at the end of the paid term. Amounts may also be a grid of customers × months: the block as mrr, months in its first row or as startDate.",
    },
    ro: {
      name: "Venituri lunare recurente (MRR)",
      definition: "Sumele lunare ale abonamentelor în curs la sfârșitul perioadei sau în ziua asOf.",
      formula: "Σ suma lunară a abonamentelor în curs (an ÷ 12, trimestru ÷ 3, săptămână × 52/12)",
      disagree:
        "Dați sumele fără taxe, perioade de probă și consum măsurat. Stripe scade doar reducerile permanente, ProfitWell pe toate, dar nu rambursările, Recurly le include. Clientul pleacă la sfârșitul perioadei plătite. Sumele pot fi și un tabel clienți × luni: blocul ca mrr, lunile în primul rând sau ca startDate.",
    },
  },
  source: "Stripe, Billing metric definitions; ChartMogul, Data table and MRR movements.",
});
