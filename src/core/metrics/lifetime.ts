import { evaluate } from "../evaluate/evaluate";
import { and, distinct, known, product, ratio, constant, role, sum, won } from "../evaluate/expression";
import { customerKeys } from "../records/customers";
import { Outcome } from "../records/outcome";
import type { Records } from "../records/records";
import { purchasesOf, usualWindow } from "../records/purchases";
import { activeAt, monthlyAmounts, purchaseSpells, subscriptionSpells, type Spells } from "../records/spells";
import { isRefusal, refuse, stop, type Note, type Refusal, type Result } from "../result";
import { isoDate } from "../time/serial";
import { observedChurn } from "./observed-churn";
import { sales } from "./populations";
import { optionalNumber, type ComputeContext, type NumberInput } from "./metric";
import { choice, numberOption, type OptionValues } from "./options";

export const lifetimeOptions = {
  method: choice(["formula", "historic", "discounted"]),
  per: choice(["month", "quarter", "year"]),
  churn: choice(["trailing6", "same-period"], {
    "trailing 6 periods excluding the current one": "trailing6",
    "same period": "same-period",
  }),
  window: numberOption({ min: 1, max: 3650 }),
  capYears: numberOption({ min: 0.1, max: 100 }),
  timing: choice(["start", "end"], { "end-of-period": "end" }),
} as const;

type Options = OptionValues<typeof lifetimeOptions>;

export const lifetimeNumbers: readonly NumberInput[] = [
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
  optionalNumber(
    "retention",
    {
      en: "share of customers kept per period, instead of reading it from the data",
      ro: "partea de clienți păstrați pe perioadă, în loc să fie citită din date",
    },
    { min: 0, max: 1 },
  ),
  optionalNumber(
    "discountRate",
    {
      en: "discount rate per period (0.01 = 1 %), for method=discounted",
      ro: "rata de actualizare pe perioadă (0,01 = 1 %), pentru method=discounted",
    },
    { min: 0 },
  ),
];

/** Average length of each grain in days (Gregorian year of 365.2425 days). */
const DAYS: Record<Options["per"], number> = {
  month: 365.2425 / 12,
  quarter: 365.2425 / 4,
  year: 365.2425,
};

/** Expected or past money from a customer, of subscriptions or of purchases. */
export function lifetimeValueOf(context: ComputeContext, chosen: Options): Result {
  if (chosen.method === "discounted" && context.number("discountRate") === undefined)
    stop("missingArgument", { option: "method=discounted", argument: "discountRate" });
  if (context.dataset.subscription !== undefined && context.has("startDate", "subscription"))
    return contractual(context, chosen);
  if (!context.has("amount")) stop("missingAnyOf", { first: "amount", second: "startDate + mrr" });
  return chosen.method === "historic" ? historic(context) : nonContractual(context, chosen);
}

/** Mean over customers of what they have bought so far. */
function historic(context: ComputeContext): Result {
  const of = sales(and(won, known("customer")));
  const margin = context.number("margin");
  const value = ratio(sum(role("netAmount"), of), distinct("customer", of));
  const ask = (withExclusions: boolean): Result =>
    evaluate(context.dataset, [margin === undefined ? value : product(constant(margin), value)], {
      ...(context.period === undefined ? {} : { periods: [context.period] }),
      ...(context.asOf === undefined ? {} : { asOf: context.asOf }),
      withExclusions,
    }).at(0);
  return {
    ...ask(false),
    notes: marginNotes(context),
    // Counted when asked for: a table of hundreds of cells shows none of them.
    get excluded() {
      return ask(true).excluded;
    },
  };
}

/** What every way of projecting starts from. */
interface Base {
  /** Revenue per customer and period. */
  readonly revenue: number;
  /** Undefined where churn is given, not observed. */
  readonly spells?: Spells;
  readonly day: number;
  readonly n: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly notes: readonly Note[];
}

function contractual(context: ComputeContext, chosen: Options): Result {
  const records = context.dataset.subscription;
  if (records === undefined) stop("missingColumn", { role: "startDate" });
  if (monthlyAmounts(records) === undefined)
    stop("missingAnyOf", { first: "mrr", second: "amount + recurringPeriod" });
  const money = records.has("mrr") ? "mrr" : "amount";
  const currencies = records.currencies(money);
  if (currencies.length > 1) stop("severalCurrencies", { currencies: currencies.join(", ") });
  const spells = subscriptionSpells(records);
  const { day, notes } = observationDay(context, spells.start);
  const now = activeAt(spells, day);
  const excluded = missing(records, ["customer", "startDate", money]);
  if (now.count === 0) return { value: refuse("#DIV/0!", "zeroDenominator"), n: 0, excluded, notes };
  const revenue = (now.mrr / now.count) * MONTHS[chosen.per];
  return project(context, chosen, { revenue, spells, day, n: now.count, excluded, notes });
}

const MONTHS: Record<Options["per"], number> = { month: 1, quarter: 3, year: 12 };

function nonContractual(context: ComputeContext, chosen: Options): Result {
  const records = context.dataset.deal;
  if (records === undefined) stop("missingColumn", { role: "amount" });
  const purchases = purchasesOf(records);
  const { day, notes } = observationDay(context, purchases.day);
  const excluded = missing(records, ["customer", "amount", "closedDate"]);
  const first =
    context.period?.start ?? purchases.day.reduce((low, bought) => Math.min(low, bought), Infinity);
  const window = { start: first, end: day + 1, label: "" };
  if (!(window.end > window.start)) return { value: refuse("#N/A", "noRecords"), n: 0, excluded, notes };
  const of = sales(and(won, known("customer")));
  const perCustomer = evaluate(
    context.dataset,
    [ratio(sum(role("netAmount"), of), distinct("customer", of))],
    { periods: [window] },
  ).at(0);
  if (isRefusal(perCustomer.value)) return { ...perCustomer, excluded, notes };
  // AOV × orders per customer = revenue per customer; per period, divide by the periods in the window.
  const periods = (window.end - window.start) / DAYS[chosen.per];
  const base: Base = {
    revenue: perCustomer.value / periods,
    day,
    n: perCustomer.denominator ?? 0,
    excluded,
    notes,
  };
  if (givenChurn(context) !== undefined) return project(context, chosen, base);
  const silence = chosen.window ?? usualWindow(records, context.asOf);
  if (silence === undefined)
    return { value: refuse("#N/A", "noRepeatCustomers"), n: perCustomer.n, excluded, notes };
  return project(context, chosen, { ...base, spells: purchaseSpells(purchases, silence) });
}

/** Churn that the person states: as such, as retention, or as a lifespan. */
function givenChurn(context: ComputeContext): number | undefined {
  const lifespan = context.number("lifespan");
  const retention = context.number("retention");
  if (lifespan !== undefined) return lifespan === 0 ? Infinity : 1 / lifespan;
  return context.number("churnRate") ?? (retention === undefined ? undefined : 1 - retention);
}

/** Money per period × how long it is expected to come, discounted where asked for. */
function project(context: ComputeContext, chosen: Options, base: Base): Result {
  const { n, excluded, spells, day } = base;
  const notes = [...base.notes, ...marginNotes(context)];
  const gain = base.revenue * (context.number("margin") ?? 1);
  const churn =
    givenChurn(context) ??
    (spells === undefined
      ? refuse("#N/A", "tooFewPeriods")
      : observedChurn(spells, day, chosen.per, chosen.churn));
  if (isRefusal(churn)) return { value: churn, n, excluded, notes };
  const years = DAYS[chosen.per] / DAYS.year / churn;
  if (years > 5 && years < Infinity && chosen.capYears === undefined)
    notes.push({ message: "undatedLifetime", values: { years: years.toFixed(1) } });
  const most = chosen.capYears === undefined ? Infinity : (chosen.capYears * DAYS.year) / DAYS[chosen.per];
  const times =
    chosen.method === "discounted"
      ? discountedPeriods(Math.max(0, 1 - churn), context.number("discountRate") ?? 0, most, chosen.timing)
      : undiscountedPeriods(churn, most);
  return {
    value: isRefusal(times) ? times : gain * times,
    n,
    numerator: gain,
    denominator: churn,
    excluded,
    notes,
  };
}

function undiscountedPeriods(churn: number, most: number): number | Refusal {
  return churn === 0 && most === Infinity ? refuse("#DIV/0!", "zeroChurn") : Math.min(1 / churn, most);
}

/**
 * Σ r^t/(1+d)^t, from t = 0 where money comes at the start of a period: (1+d)/(1+d−r); from t = 1 at its end: r/(1+d−r).
 * Gupta & Lehmann, J. Interactive Marketing 17 (2003) 9–24.
 */
function discountedPeriods(
  retention: number,
  discount: number,
  most: number,
  timing: Options["timing"],
): number | Refusal {
  const factor = retention / (1 + discount);
  if (factor === 1 && most === Infinity) return refuse("#DIV/0!", "zeroChurn");
  const all = factor === 1 ? most : (1 - factor ** most) / (1 - factor);
  return timing === "start" ? all : factor * all;
}

/**
 * asOf, else the last day of the period, else that of the last purchase or start of a subscription (said in a note): ends
 * may lie in the future.
 */
function observationDay(
  context: ComputeContext,
  starts: Float64Array,
): { day: number; notes: readonly Note[] } {
  const asked =
    context.asOf ??
    (context.period === undefined || context.period.end === Infinity ? undefined : context.period.end - 1);
  if (asked !== undefined) return { day: Math.floor(asked), notes: [] };
  const day = starts.reduce((last, start) => (start < Infinity ? Math.max(last, start) : last), -Infinity);
  if (day === -Infinity) stop("noRecords", {}, "#N/A");
  return {
    day: Math.floor(day),
    notes: [{ message: "observedAt", values: { date: isoDate(Math.floor(day)) } }],
  };
}

function marginNotes(context: ComputeContext): Note[] {
  return context.number("margin") === undefined ? [{ message: "revenueBased" }] : [];
}

const incomplete = new WeakMap<Records, Readonly<Record<string, number>>>();

/** Rows that lack one of the roles; counted once for the records of a group. */
function missing(
  records: Records,
  roles: readonly ("customer" | "amount" | "closedDate" | "startDate" | "mrr")[],
): Readonly<Record<string, number>> {
  const known = incomplete.get(records);
  if (known !== undefined) return known;
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
  incomplete.set(records, counts);
  return counts;
}
