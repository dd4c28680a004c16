import { quantile } from "../statistics/quantile";
import type { Column } from "./columns";
import { customerKeys } from "./customers";
import { linkRecords, type Dataset } from "./dataset";
import { Outcome, Records } from "./records";
import type { Role } from "./roles";

/**
 * A stretch of time during which a customer is active: `[start, end)` in serial days, `end` = Infinity while it lasts.
 * Subscriptions are spells as they stand; purchases make spells through an inactivity window. Churn, retention and
 * lifetime read spells only, so both situations share one calculation.
 */
export interface Spells {
  readonly customer: Int32Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Recurring amount per month; 0 for purchases. */
  readonly mrr: Float64Array;
  readonly customers: number;
}

/** Subscriptions: `endDate` is the first day no longer paid for; blank = still running. Rows without start or customer stay out. */
export function subscriptionSpells(records: Records): Spells {
  const keys = customerKeys(records);
  const starts = records.numbers("startDate");
  const ends = records.has("endDate") ? records.numbers("endDate") : undefined;
  const amounts = records.has("mrr") ? records.numbers("mrr") : undefined;
  const rows: number[] = [];
  for (let i = 0; i < records.rows; i++) {
    const start = starts[i] ?? NaN;
    if (records.outcome[i] !== Outcome.none && keys.codes[i] !== 0 && start === start) rows.push(i);
  }
  return {
    customer: Int32Array.from(rows, (i) => keys.codes[i] ?? 0),
    start: Float64Array.from(rows, (i) => starts[i] ?? NaN),
    end: Float64Array.from(rows, (i) => {
      const end = ends?.[i] ?? NaN;
      return end === end ? end : Infinity;
    }),
    mrr: Float64Array.from(rows, (i) => {
      const amount = amounts?.[i] ?? NaN;
      return amount === amount ? amount : 0;
    }),
    customers: keys.words.length,
  };
}

/**
 * Purchases as spells of activity, each a record of kind subscription that starts with the purchase and ends `window` days
 * after it: a customer is active at the end of a day if they bought in the `window` days before. Spells may overlap, so
 * every purchase keeps its own owner, source and product to be grouped by. Kept for each window: metrics that ask with
 * the same one share their pass. O(rows).
 */
export function purchasesAsSpells(deals: Records, window: number): Dataset {
  const days = Math.ceil(window);
  const known = kept.get(deals) ?? new Map<number, Dataset>();
  kept.set(deals, known);
  let dataset = known.get(days);
  if (dataset === undefined) {
    dataset = linkRecords([spellRecords(deals, days)]);
    known.set(days, dataset);
  }
  return dataset;
}

const kept = new WeakMap<Records, Map<number, Dataset>>();

function spellRecords(deals: Records, days: number): Records {
  const dates = deals.numbers("closeDate").map(Math.floor);
  const amounts = deals.has("amount") ? deals.numbers("amount") : undefined;
  const excluded: Record<string, number> = { ...deals.excluded };
  const leaveOut = (reason: string): number => {
    excluded[reason] = (excluded[reason] ?? 0) + 1;
    return Outcome.none;
  };
  const outcome = deals.outcome.map((code, i) => {
    if (code === Outcome.won) return (amounts?.[i] ?? 0) < 0 ? leaveOut("creditNote") : Outcome.unknown;
    if (code === Outcome.cancelled) return leaveOut("cancelled");
    return code === Outcome.unknown && deals.hasStatus
      ? leaveOut(`missing.${deals.nameOf("status")}`)
      : Outcome.none;
  });
  const words = [...deals.columns].filter(([role, { type }]) => type === "word" && role !== "status");
  return new Records({
    ...deals,
    kind: "subscription",
    outcome,
    excluded,
    hasStatus: false,
    columns: new Map<Role, Column>([
      ...words,
      ["startDate", { type: "number", values: dates }],
      ["endDate", { type: "number", values: dates.map((date) => date + days) }],
    ]),
    names: new Map([...deals.names, ["startDate", deals.nameOf("closedDate")]]),
  });
}

export interface Purchases {
  /** Customer code and day of every won deal with both known, sorted by customer, then day. */
  readonly customer: Int32Array;
  readonly day: Float64Array;
  readonly customers: number;
}

/** Purchases up to a day. */
export function purchasesOf(records: Records, until = Infinity): Purchases {
  const keys = customerKeys(records);
  const dates = records.numbers("closeDate");
  const rows: number[] = [];
  for (let i = 0; i < records.rows; i++) {
    const date = dates[i] ?? NaN;
    if (records.outcome[i] === Outcome.won && keys.codes[i] !== 0 && Math.floor(date) <= until) rows.push(i);
  }
  rows.sort((a, b) => (keys.codes[a] ?? 0) - (keys.codes[b] ?? 0) || (dates[a] ?? 0) - (dates[b] ?? 0));
  return {
    customer: Int32Array.from(rows, (i) => keys.codes[i] ?? 0),
    day: Float64Array.from(rows, (i) => Math.floor(dates[i] ?? NaN)),
    customers: keys.words.length,
  };
}

/** Inactivity window: the 90 % quantile of the days between purchases of one customer, at least 30; undefined without repeats. */
export function inactivityWindow({ customer, day }: Purchases): number | undefined {
  const gaps: number[] = [];
  for (let i = 1; i < day.length; i++) {
    const gap = (day[i] ?? NaN) - (day[i - 1] ?? NaN);
    if (customer[i] === customer[i - 1] && gap > 0) gaps.push(gap);
  }
  if (gaps.length === 0) return undefined;
  return Math.max(
    30,
    quantile(
      gaps.sort((a, b) => a - b),
      0.9,
    ),
  );
}

const windows = new WeakMap<Records, Map<number, number | undefined>>();

/** The inactivity window that the purchases up to a day show; computed once. */
export function usualWindow(deals: Records, until = Infinity): number | undefined {
  const known = windows.get(deals) ?? new Map<number, number | undefined>();
  windows.set(deals, known);
  if (!known.has(until)) known.set(until, inactivityWindow(purchasesOf(deals, until)));
  return known.get(until);
}

/** Purchases → spells: active from a purchase until `window` days after the last one before a longer silence. */
export function purchaseSpells({ customer, day, customers }: Purchases, window: number): Spells {
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

/** Customers active at `from` and no longer at `to`, beside those active at `from`: churn's two numbers. */
export function lostBetween(spells: Spells, from: number, to: number): { active: number; lost: number } {
  const before = activeAt(spells, from);
  const after = activeAt(spells, to);
  let lost = 0;
  for (let who = 0; who < before.customers.length; who++) {
    if (before.customers[who] === 1 && after.customers[who] === 0) lost++;
  }
  return { active: before.count, lost };
}
