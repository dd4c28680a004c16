import { and, distinct, known, product, ratio, constant, role, sum, won } from "../evaluate/expression";
import { evaluate } from "../evaluate/evaluate";
import { customerKeys } from "../records/customers";
import { Outcome, type Records } from "../records/records";
import {
  activeAt,
  inactivityWindow,
  purchasesOf,
  purchaseSpells,
  subscriptionSpells,
  type Spells,
} from "../records/spells";
import { isRefusal, refuse, stop, type Note, type Result } from "../result";
import { isoDate } from "../time/serial";
import type { Grain } from "../time/periods";
import { observedChurn } from "./observed-churn";
import { sales } from "./populations";
import { may, metric, need, optionalNumber, type ComputeContext } from "./metric";
import { choice, numberOption, type OptionValues } from "./options";

const options = {
  method: choice(["formula", "historic"]),
  per: choice(["month", "quarter", "year"]),
  churn: choice(["trailing6", "same-period"], {
    "trailing 6 periods excluding the current one": "trailing6",
    "same period": "same-period",
  }),
  window: numberOption({ min: 1, max: 3650 }),
  capYears: numberOption({ min: 0.1, max: 100 }),
} as const;
type Options = OptionValues<typeof options>;

/** Average length of each grain in days (Gregorian year of 365.2425 days). */
const DAYS: Record<"month" | "quarter" | "year", number> = {
  month: 365.2425 / 12,
  quarter: 365.2425 / 4,
  year: 365.2425,
};

export const lifetimeValue = metric({
  id: "CLTV",
  example: '=SALES.CLTV(Deals[Customer], Deals[Amount], Deals[Closed], Deals[Status], "method=historic")',
  families: ["productivity"],
  unit: "currency",
  better: "higher",
  inputs: [
    need("customer", "deal", "subscription"),
    may("amount"),
    may("closedDate"),
    may("status"),
    may("id"),
    may("refund"),
    may("cancelledDate"),
    may("currency"),
    may("startDate", "subscription"),
    may("endDate", "subscription"),
    may("mrr", "subscription"),
    optionalNumber(
      "margin",
      {
        en: "gross margin as a share of revenue (0.6 = 60 %); left out, the value is revenue-based",
        ro: "marja brută ca parte din venituri (0,6 = 60 %); fără ea, valoarea se bazează pe venituri",
      },
      { min: 0, max: 1 },
    ),
    optionalNumber(
      "churnRate",
      {
        en: "share of customers lost per period, instead of reading it from the data",
        ro: "partea de clienți pierduți pe perioadă, în loc să fie citită din date",
      },
      { min: 0, max: 1 },
    ),
    optionalNumber(
      "lifespan",
      {
        en: "length of a customer relationship in periods, instead of 1 ÷ churn",
        ro: "durata relației cu un client, în perioade, în loc de 1 ÷ rata de abandon",
      },
      { min: 0 },
    ),
  ],
  period: true,
  asOf: true,
  options,
  duplicates: () => "lines",
  compute(context, chosen): Result {
    if (context.dataset.subscription !== undefined && context.has("startDate", "subscription"))
      return contractual(context, chosen);
    if (!context.has("amount")) stop("missingAnyOf", { first: "amount", second: "startDate + mrr" });
    return chosen.method === "historic" ? historic(context) : nonContractual(context, chosen);
  },
  text: {
    en: {
      name: "Customer lifetime value",
      definition:
        "Expected money from a customer: revenue per period × margin ÷ churn; method=historic is what customers brought so far.",
      formula:
        "order value × orders per period × margin ÷ churn (subscriptions: revenue per account × margin ÷ churn)",
      disagree:
        "ChartMogul divides by the six-month trailing churn without the current month (our default), Baremetrics by the same month's (churn=same-period). Constant churn understates customers that differ.",
    },
    ro: {
      name: "Valoarea pe viață a clientului",
      definition:
        "Banii așteptați de la un client: venit pe perioadă × marjă ÷ rata de abandon; method=historic este ce au adus clienții până acum.",
      formula:
        "valoarea comenzii × comenzi pe perioadă × marjă ÷ abandon (abonamente: venit pe cont × marjă ÷ abandon)",
      disagree:
        "ChartMogul împarte la abandonul mediu al ultimelor șase luni fără cea curentă (implicit aici), Baremetrics la cel din aceeași lună (churn=same-period). Un abandon constant subestimează clienții diferiți între ei.",
    },
  },
  source: "ChartMogul, Customer Lifetime Value; Baremetrics, Lifetime value.",
});

/** Mean over customers of what they have bought so far. */
function historic(context: ComputeContext): Result {
  const of = sales(and(won, known("customer")));
  const margin = context.number("margin");
  const value = ratio(sum(role("netAmount"), of), distinct("customer", of));
  const result = evaluate(
    context.dataset,
    [margin === undefined ? value : product(constant(margin), value)],
    {
      ...(context.period === undefined ? {} : { periods: [context.period] }),
      ...(context.asOf === undefined ? {} : { asOf: context.asOf }),
      withExclusions: true,
    },
  ).at(0);
  return { ...result, notes: marginNotes(context) };
}

function contractual(context: ComputeContext, chosen: Options): Result {
  const records = context.dataset.subscription;
  if (records === undefined) stop("missingColumn", { role: "startDate" });
  if (!context.has("mrr", "subscription")) stop("missingColumn", { role: "mrr" });
  const currencies = records.currencies("mrr");
  if (currencies.length > 1) stop("severalCurrencies", { currencies: currencies.join(", ") });
  const spells = subscriptionSpells(records);
  const last = observationDay(context, [...spells.start, ...spells.end]);
  const now = activeAt(spells, last.day);
  const excluded = missing(records, ["customer", "startDate", "mrr"]);
  if (now.count === 0)
    return { value: refuse("#DIV/0!", "zeroDenominator"), n: 0, excluded, notes: last.notes };
  return lifetime(context, chosen, spells, last, now.mrr / now.count, chosen.per, now.count, excluded);
}

function nonContractual(context: ComputeContext, chosen: Options): Result {
  const records = context.dataset.deal;
  if (records === undefined) stop("missingColumn", { role: "amount" });
  const purchases = purchasesOf(records);
  const last = observationDay(context, purchases.day);
  const excluded = missing(records, ["customer", "amount", "closedDate"]);
  const first = context.period?.start ?? purchases.day.reduce((low, day) => Math.min(low, day), Infinity);
  const of = sales(and(won, known("customer")));
  const amount = role("netAmount");
  const window = { start: first, end: last.day + 1, label: "" };
  if (!(window.end > window.start))
    return { value: refuse("#N/A", "noRecords"), n: 0, excluded, notes: last.notes };
  const perCustomer = evaluate(context.dataset, [ratio(sum(amount, of), distinct("customer", of))], {
    periods: [window],
  }).at(0);
  if (isRefusal(perCustomer.value)) return { ...perCustomer, excluded, notes: last.notes };
  // AOV × orders per customer = revenue per customer; per period, divide by the periods in the window.
  const periods = (window.end - window.start) / DAYS[chosen.per];
  const perPeriod = perCustomer.value / periods;
  if (context.number("churnRate") !== undefined || context.number("lifespan") !== undefined) {
    return lifetime(
      context,
      chosen,
      undefined,
      last,
      perPeriod,
      chosen.per,
      perCustomer.denominator ?? 0,
      excluded,
    );
  }
  const silence = chosen.window ?? inactivityWindow(purchases);
  if (silence === undefined)
    return { value: refuse("#N/A", "noRepeatCustomers"), n: perCustomer.n, excluded, notes: last.notes };
  const spells = purchaseSpells(purchases, silence);
  return lifetime(
    context,
    chosen,
    spells,
    last,
    perPeriod,
    chosen.per,
    perCustomer.denominator ?? 0,
    excluded,
  );
}

/** Revenue per customer and period ÷ churn, or × lifespan. */
function lifetime(
  context: ComputeContext,
  chosen: Options,
  spells: Spells | undefined,
  last: { day: number; notes: readonly Note[] },
  revenuePerPeriod: number,
  grain: Grain & keyof typeof DAYS,
  n: number,
  excluded: Record<string, number>,
): Result {
  const notes = [...last.notes, ...marginNotes(context)];
  const gain = revenuePerPeriod * (context.number("margin") ?? 1);
  const churn =
    context.number("churnRate") ??
    (spells === undefined ? undefined : observedChurn(spells, last.day, grain, chosen.churn));
  const given = context.number("lifespan");
  if (given === undefined && isRefusal(churn)) return { value: churn, n, excluded, notes };
  if (given === undefined && churn === 0)
    return { value: refuse("#DIV/0!", "zeroChurn"), n, numerator: gain, denominator: 0, excluded, notes };
  const lifespan = given ?? (typeof churn === "number" ? 1 / churn : NaN);
  const years = (lifespan * DAYS[grain]) / DAYS.year;
  if (years > 5 && chosen.capYears === undefined) {
    notes.push({ message: "undatedLifetime", values: { years: years.toFixed(1) } });
  }
  const capped =
    chosen.capYears === undefined
      ? lifespan
      : Math.min(lifespan, (chosen.capYears * DAYS.year) / DAYS[grain]);
  return {
    value: gain * capped,
    n,
    numerator: gain,
    ...(typeof churn === "number" ? { denominator: churn } : {}),
    excluded,
    notes,
  };
}

/** asOf, else the last day of the period, else the last date in the data (said in a note). */
function observationDay(
  context: ComputeContext,
  dates: ArrayLike<number>,
): { day: number; notes: readonly Note[] } {
  const asked =
    context.asOf ??
    (context.period === undefined || context.period.end === Infinity ? undefined : context.period.end - 1);
  if (asked !== undefined) return { day: Math.floor(asked), notes: [] };
  let day = -Infinity;
  for (let i = 0; i < dates.length; i++) {
    const date = dates[i] ?? NaN;
    if (date > day && date < Infinity) day = Math.floor(date);
  }
  if (day === -Infinity) stop("noRecords", {}, "#N/A");
  return { day, notes: [{ message: "observedAt", values: { date: isoDate(day) } }] };
}

function marginNotes(context: ComputeContext): Note[] {
  return context.number("margin") === undefined ? [{ message: "revenueBased" }] : [];
}

function missing(
  records: Records,
  roles: readonly ("customer" | "amount" | "closedDate" | "startDate" | "mrr")[],
): Record<string, number> {
  const counts: Record<string, number> = { ...records.excluded };
  for (const name of roles) {
    const values = name === "customer" ? customerKeys(records).codes : records.numbers(name);
    let rows = 0;
    for (let i = 0; i < records.rows; i++) {
      const value = values[i] ?? 0;
      const outcome = records.outcome[i];
      if (
        (outcome === Outcome.won || (!records.hasStatus && outcome !== Outcome.none)) &&
        (name === "customer" ? value === 0 : value !== value)
      )
        rows++;
    }
    if (rows > 0) counts[`missing.${name}`] = rows;
  }
  return counts;
}
