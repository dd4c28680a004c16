import { customerKeys } from "./customers";
import type { Purchases } from "./purchases";
import { Outcome } from "./outcome";
import type { Records } from "./records";

/**
 * A stretch of time during which a customer is active: `[start, end)` in serial days, `end` = Infinity while it lasts.
 * Subscriptions are spells as they stand; purchases make spells through an inactivity window. Lifetime value reads spells
 * only, so both situations share one calculation.
 */
export interface Spells {
  readonly customer: Int32Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Recurring amount per month; 0 for purchases. */
  readonly mrr: Float64Array;
  readonly customers: number;
}

const ofSubscriptions = new WeakMap<Records, Spells>();

/**
 * Subscriptions: `endDate` is the first day no longer paid for; blank = still running. Rows without start or customer stay
 * out, and those paused at 0.
 */
export function subscriptionSpells(records: Records): Spells {
  let spells = ofSubscriptions.get(records);
  if (spells === undefined) {
    spells = readSubscriptions(records);
    ofSubscriptions.set(records, spells);
  }
  return spells;
}

function readSubscriptions(records: Records): Spells {
  const keys = customerKeys(records);
  const starts = records.numbers("startDate");
  const ends = records.has("endDate") ? records.numbers("endDate") : undefined;
  const amounts = monthlyAmounts(records);
  const rows: number[] = [];
  for (let i = 0; i < records.rows; i++) {
    const start = starts[i] ?? NaN;
    const paused = (amounts?.[i] ?? NaN) <= 0;
    if (records.outcome[i] !== Outcome.none && keys.codes[i] !== 0 && start === start && !paused)
      rows.push(i);
  }
  // Numbered anew: a part of the records has few of all customers.
  const numbers = new Map<number, number>();
  const customer = Int32Array.from(rows, (i) => {
    const code = keys.codes[i] ?? 0;
    const number = numbers.get(code) ?? numbers.size;
    numbers.set(code, number);
    return number;
  });
  return {
    customer,
    start: Float64Array.from(rows, (i) => starts[i] ?? NaN),
    end: Float64Array.from(rows, (i) => {
      const end = ends?.[i] ?? NaN;
      return end === end ? end : Infinity;
    }),
    mrr: Float64Array.from(rows, (i) => {
      const amount = amounts?.[i] ?? NaN;
      return amount === amount ? amount : 0;
    }),
    customers: numbers.size,
  };
}

/** What each subscription brings a month: `mrr`, else the amount per recurring period; undefined where neither is there. */
export function monthlyAmounts(records: Records): Float64Array | undefined {
  if (records.has("mrr")) return records.numbers("mrr");
  return records.has("monthlyAmount") ? records.numbers("monthlyAmount") : undefined;
}

const ofPurchases = new WeakMap<Purchases, Map<number, Spells>>();

/** Purchases → spells: active from a purchase until `window` days after the last one before a longer silence. */
export function purchaseSpells(purchases: Purchases, window: number): Spells {
  const known = ofPurchases.get(purchases) ?? new Map<number, Spells>();
  ofPurchases.set(purchases, known);
  let spells = known.get(window);
  if (spells === undefined) {
    spells = joinPurchases(purchases, window);
    known.set(window, spells);
  }
  return spells;
}

function joinPurchases({ customer, day, customers }: Purchases, window: number): Spells {
  const who: number[] = [];
  const start: number[] = [];
  const end: number[] = [];
  for (let i = 0; i < day.length; i++) {
    const current = day[i] ?? NaN;
    const last = end.length - 1;
    if (who[last] === customer[i] && current < (end[last] ?? 0)) end[last] = current + window;
    else {
      who.push(customer[i] ?? 0);
      start.push(current);
      end.push(current + window);
    }
  }
  return {
    customer: Int32Array.from(who),
    start: Float64Array.from(start),
    end: Float64Array.from(end),
    mrr: new Float64Array(who.length),
    customers,
  };
}

/** Customers active at the end of a day, and their MRR. A spell counts while start ≤ day < end. */
export function activeAt(spells: Spells, day: number): { customers: Uint8Array; count: number; mrr: number } {
  const customers = new Uint8Array(spells.customers);
  let count = 0;
  let mrr = 0;
  for (let i = 0; i < spells.start.length; i++) {
    if (!((spells.start[i] ?? NaN) <= day && day < (spells.end[i] ?? NaN))) continue;
    const who = spells.customer[i] ?? 0;
    if (customers[who] === 0) count++;
    customers[who] = 1;
    mrr += spells.mrr[i] ?? 0;
  }
  return { customers, count, mrr };
}

const losses = new WeakMap<Spells, Map<string, Loss>>();

interface Loss {
  readonly active: number;
  readonly lost: number;
}

/** Customers active at `from` and no longer at `to`, beside those active at `from`: churn's two numbers, kept. */
export function lostBetween(spells: Spells, from: number, to: number): Loss {
  const known = losses.get(spells) ?? new Map<string, Loss>();
  losses.set(spells, known);
  const key = `${from}/${to}`;
  let loss = known.get(key);
  if (loss === undefined) {
    const before = activeAt(spells, from);
    const after = activeAt(spells, to);
    let lost = 0;
    for (let who = 0; who < before.customers.length; who++) {
      if (before.customers[who] === 1 && after.customers[who] === 0) lost++;
    }
    loss = { active: before.count, lost };
    known.set(key, loss);
  }
  return loss;
}
