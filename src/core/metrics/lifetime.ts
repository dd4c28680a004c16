import { evaluate } from "../evaluate/evaluate";
import { and, distinct, known, product, ratio, constant, role, sum, won } from "../evaluate/expression";
import { purchasesOf, usualWindow } from "../records/purchases";
import { monthsBetween } from "../records/renewals";
import { activeAt, monthlyAmounts, purchaseSpells, subscriptionSpells, type Spells } from "../records/spells";
import { isRefusal, refuse, stop, type Note, type Refusal, type Result } from "../result";
import { addMonths } from "../time/shift";
import { marginNotes, missing, observationDay } from "./lifetime-base";
import { DAYS, MONTHS, type LifetimeOptions } from "./lifetime-options";
import type { ComputeContext } from "./metric";
import { observedChurn } from "./observed-churn";
import { sales } from "./populations";
import { predictedValue } from "./predicted-lifetime";
import { expectedTenure } from "./survival-lifetime";

/** Expected or past money from a customer, of subscriptions or of purchases. */
export function lifetimeValueOf(context: ComputeContext, chosen: LifetimeOptions): Result {
  const { method } = chosen;
  const lacking = (argument: string): never =>
    stop("missingArgument", { option: `method=${method}`, argument });
  if (method === "discounted" && context.number("discountRate") === undefined) lacking("discountRate");
  // Repeat purchases and renewals are modelled each in their own way: the one says nothing of the other.
  const isContractual =
    context.dataset.subscription !== undefined && context.has("startDate", "subscription");
  if (method === "predictive" && isContractual) lacking("closedDate");
  if (method === "survival" && !isContractual) lacking("startDate");
  if (isContractual) return contractual(context, chosen);
  if (!context.has("amount")) stop("missingAnyOf", { first: "amount", second: "startDate + mrr" });
  return method === "historic" ? historic(context) : nonContractual(context, chosen);
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

function contractual(context: ComputeContext, chosen: LifetimeOptions): Result {
  const records = context.dataset.subscription;
  if (records === undefined) stop("missingColumn", { role: "startDate" });
  if (monthlyAmounts(records) === undefined)
    stop("missingAnyOf", { first: "mrr", second: "amount + recurringPeriod" });
  const money = records.has("mrr") ? "mrr" : "amount";
  const currencies = records.currencies(money);
  if (currencies.length > 1) stop("severalCurrencies", { currencies: currencies.join(", ") });
  const spells = subscriptionSpells(records);
  const { day, notes } = observationDay(context, spells.start);
  const excluded = missing(records, ["customer", "startDate", money]);
  if (chosen.method === "historic") return paidSoFar(context, spells, { day, excluded, notes });
  const now = activeAt(spells, day);
  if (now.count === 0) return { value: refuse("#DIV/0!", "zeroDenominator"), n: 0, excluded, notes };
  const revenue = (now.mrr / now.count) * MONTHS[chosen.per];
  if (chosen.method === "survival") {
    const gain = revenue * (context.number("margin") ?? 1);
    const tenure = expectedTenure(spells, day, chosen, context.number("discountRate"));
    const { times } = tenure;
    return {
      value: isRefusal(times) ? times : gain * times,
      n: now.count,
      numerator: gain,
      excluded,
      notes: [...notes, ...marginNotes(context), ...tenure.notes],
    };
  }
  return project(context, chosen, { revenue, spells, day, n: now.count, excluded, notes });
}

/** Mean over customers of what their subscriptions brought until the end of the day, within the period asked for. */
function paidSoFar(
  context: ComputeContext,
  { customer, start, end, mrr }: Spells,
  { day, excluded, notes }: Pick<Base, "day" | "excluded" | "notes">,
): Result {
  const since = context.period?.start ?? -Infinity;
  const customers = new Set<number>();
  let total = 0;
  customer.forEach((who, i) => {
    const from = Math.max(start[i] ?? NaN, since);
    const months = monthsOf(from, Math.min(end[i] ?? NaN, day + 1));
    if (!(months > 0)) return;
    customers.add(who);
    total += months * (mrr[i] ?? 0);
  });
  const n = customers.size;
  return {
    value: n === 0 ? refuse("#DIV/0!", "zeroDenominator") : (total / n) * (context.number("margin") ?? 1),
    n,
    numerator: total,
    denominator: n,
    excluded,
    notes: [...notes, ...marginNotes(context)],
  };
}

/** Whole months, and of the last one as much as its days make. */
function monthsOf(from: number, to: number): number {
  if (!(from < to)) return 0;
  const whole = monthsBetween(from, to);
  const last = addMonths(from, whole);
  return whole + (to - last) / (addMonths(from, whole + 1) - last);
}

function nonContractual(context: ComputeContext, chosen: LifetimeOptions): Result {
  const records = context.dataset.deal;
  if (records === undefined) stop("missingColumn", { role: "amount" });
  if (chosen.method === "predictive") return predictedValue(context, records, chosen);
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
function project(context: ComputeContext, chosen: LifetimeOptions, base: Base): Result {
  const { n, excluded, spells, day } = base;
  const notes = [...base.notes, ...marginNotes(context)];
  const gain = base.revenue * (context.number("margin") ?? 1);
  const churn =
    givenChurn(context) ??
    (spells === undefined
      ? refuse("#N/A", "tooFewPeriods")
      : observedChurn(spells, day, chosen.per, chosen.churn, context.calendar));
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
  timing: LifetimeOptions["timing"],
): number | Refusal {
  const factor = retention / (1 + discount);
  if (factor === 1 && most === Infinity) return refuse("#DIV/0!", "zeroChurn");
  const all = factor === 1 ? most : (1 - factor ** most) / (1 - factor);
  return timing === "start" ? all : factor * all;
}
