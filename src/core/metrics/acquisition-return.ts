import {
  and,
  atLeast,
  compare,
  constant,
  minus,
  plus,
  product,
  quantileAt,
  ratio,
  recordsOf,
  role,
  sum,
  won,
  inClass,
  type Expression,
  type Population,
} from "../evaluate/expression";
import { evaluate } from "../evaluate/evaluate";
import { isRefusal, refuse, stop, type Result } from "../result";
import {
  acquisitionCost,
  costInputs,
  costOptions,
  costRemarks,
  customersWon,
  cycleInputs,
} from "./acquisition-cost";
import { paying, timesAYear } from "./active-customers";
import { lifetimeValueOf } from "./lifetime";
import { lifetimeNumbers, lifetimeOptions } from "./lifetime-options";
import { may, metric, need, optionalNumber, type Given, type Input } from "./metric";
import type { OptionValues } from "./options";
import { sales, withoutCredits } from "./populations";

const inputs: readonly Input[] = [
  need("customer", "deal", "subscription"),
  need("amount", "cost"),
  may("amount", "deal", "subscription"),
  may("closedDate"),
  may("status"),
  may("startDate", "subscription"),
  may("endDate", "subscription"),
  may("mrr", "subscription"),
  may("recurringPeriod", "subscription"),
  ...costInputs,
  may("type"),
  may("refund"),
  may("cancelledDate"),
  may("currency"),
  may("id"),
  may("source", "deal", "subscription"),
  ...cycleInputs,
];

const valueOptions = { ...lifetimeOptions, ...costOptions } as const;
const marginNumber = lifetimeNumbers.filter(({ name }) => name === "margin");

export const lifetimeValueToCost = metric({
  id: "LTVCAC",
  example:
    '=SALES.LTVCAC(Deals[Customer], 1500, Deals[Amount], Deals[Closed], Deals[Status], "period=2025-Q1; method=historic")',
  families: ["performance", "productivity"],
  unit: "number",
  better: "higher",
  inputs: [...inputs, ...lifetimeNumbers],
  period: true,
  asOf: true,
  options: valueOptions,
  compute(context, options): Result {
    const value = lifetimeValueOf(context, options);
    if (isRefusal(value.value)) return value;
    const perCustomer = acquisitionCost(options, context);
    const cost = context.evaluate(perCustomer);
    if (isRefusal(cost.value)) return { ...cost, notes: value.notes };
    return {
      value: cost.value === 0 ? refuse("#DIV/0!", "zeroDenominator") : value.value / cost.value,
      n: value.n,
      numerator: value.value,
      denominator: cost.value,
      notes: value.notes,
      get excluded() {
        const { period, asOf } = context;
        const ofCost = evaluate(context.dataset, [perCustomer], {
          ...(period === undefined ? {} : { periods: [period] }),
          ...(asOf === undefined ? {} : { asOf }),
          withExclusions: true,
        }).at(0);
        return { ...value.excluded, ...ofCost.excluded };
      },
    };
  },
  remarks: costRemarks,
  text: {
    en: {
      name: "LTV : CAC",
      definition: "Lifetime value of a customer ÷ cost of winning one; options as for CLTV and CAC.",
      formula: "CLTV ÷ CAC",
      disagree:
        "On gross margin where a margin is given, else revenue-based. About 3 is the usual rule of thumb (ChartMogul).",
    },
    ro: {
      name: "Raportul LTV : CAC",
      definition:
        "Valoarea pe viață a unui client ÷ costul de a-l câștiga; opțiunile sunt cele de la CLTV și CAC.",
      formula: "CLTV ÷ CAC",
      disagree:
        "Pe marja brută dacă se dă marja, altfel pe venituri. Regula obișnuită este în jur de 3 (ChartMogul).",
    },
  },
  source: "ChartMogul, Customer Lifetime Value (rule of 3).",
});

export const costPayback = metric({
  id: "CACPAYBACK",
  example:
    '=SALES.CACPAYBACK(Deals[Customer], 1500, Deals[Amount], Deals[Closed], Deals[Status], "period=2025-Q1")',
  families: ["performance"],
  unit: "months",
  better: "lower",
  inputs: [
    ...inputs,
    ...marginNumber,
    optionalNumber(
      "monthlyRevenue",
      {
        en: "average monthly revenue per new customer, instead of reading it from the data",
        ro: "venitul mediu lunar pe client nou, în loc să fie citit din date",
      },
      { min: 0 },
    ),
  ],
  period: true,
  asOf: true,
  options: costOptions,
  value(options, given): Expression {
    const monthly = given.number("monthlyRevenue");
    const revenue = monthly === undefined ? monthlyRevenue(options, given) : constant(monthly);
    return ratio(acquisitionCost(options, given), product(constant(given.number("margin") ?? 1), revenue));
  },
  remarks: (dataset, options, given) => [
    ...costRemarks(dataset, options, given),
    ...(given.number("margin") === undefined ? [{ message: "revenueBased" } as const] : []),
  ],
  text: {
    en: {
      name: "CAC payback",
      definition: "Months until a new customer's gross profit has paid back the cost of winning them.",
      formula: "CAC ÷ average monthly gross profit per new customer",
      disagree:
        "The profit is what customers won in the period bring in it per month (subscriptions: their monthly amounts) × margin; without a margin it is revenue-based.",
    },
    ro: {
      name: "Recuperarea CAC",
      definition: "Lunile în care profitul brut al unui client nou acoperă costul de a-l câștiga.",
      formula: "CAC ÷ profitul brut mediu lunar pe client nou",
      disagree:
        "Profitul este cel adus pe lună, în perioadă, de clienții câștigați în ea (abonamente: sumele lor lunare) × marjă; fără marjă se bazează pe venituri.",
    },
  },
  source: "ChartMogul, CAC payback; SaaS Metrics Standards Board, CAC.",
});

/** Revenue per month and customer won: of their subscriptions, or of what they bought in the period. */
function monthlyRevenue(options: OptionValues<typeof costOptions>, given: Given): Expression {
  const customers = customersWon(options, given);
  if (!given.kinds.includes("deal")) {
    if (!given.has("mrr", "subscription")) stop("missingAnyOf", { first: "mrr", second: "monthlyRevenue" });
    const first = options.type === "blended" ? [] : [compare(role("firstStart"), ">=", 1)];
    return ratio(
      sum(role("mrr"), recordsOf("subscription", and(paying(given), ...first), "startDate")),
      customers,
    );
  }
  if (!given.has("amount")) stop("missingAnyOf", { first: "amount", second: "monthlyRevenue" });
  const purchases = withoutCredits(won, given, "exclude");
  const since = given.period?.start ?? -1;
  const theirs =
    options.type === "blended"
      ? purchases
      : options.by === "type-new"
        ? and(purchases, inClass("type", "dealType", "new"))
        : and(purchases, compare(role("firstWonDate"), ">=", since));
  const bought = sales(theirs);
  return ratio(sum(role("netAmount"), bought), product(months(bought, given), customers));
}

/** Months of the period; where it has no beginning or no end, from the first purchase to the last, a month at least. */
function months(bought: Population, given: Given): Expression {
  const { period } = given;
  if (period !== undefined && period.start >= 0 && period.end < Infinity)
    return constant(12 / timesAYear("period", given));
  const day = role("closeDate");
  const length = plus(minus(quantileAt(day, bought, 1), quantileAt(day, bought, 0)), constant(1));
  return atLeast(product(constant(12 / 365.2425), length), 1, "needsPeriod", { error: "#VALUE!" });
}
