import { quantile } from "../statistics/quantile";
import { customerKeys } from "./customers";
import { Outcome } from "./outcome";
import type { Records } from "./records";

export interface Purchases {
  /** Customer code and day of every won deal with both known, sorted by customer, then day. */
  readonly customer: Int32Array;
  readonly day: Float64Array;
  readonly customers: number;
}

const kept = new WeakMap<Records, Map<number, Purchases>>();

/** Purchases up to a day: won deals with customer and date. O(n), and a sort within each customer. */
export function purchasesOf(records: Records, until = Infinity): Purchases {
  const known = kept.get(records) ?? new Map<number, Purchases>();
  kept.set(records, known);
  let purchases = known.get(until);
  if (purchases === undefined) {
    purchases = readPurchases(records, until);
    known.set(until, purchases);
  }
  return purchases;
}

function readPurchases(records: Records, until: number): Purchases {
  const { codes, words } = customerKeys(records);
  const dates = records.numbers("closeDate");
  const rows = rowsByCustomer(
    records,
    dates,
    (row) => records.outcome[row] === Outcome.won && Math.floor(dates[row] ?? NaN) <= until,
  );
  return {
    customer: Int32Array.from(rows, (row) => codes[row] ?? 0),
    day: Float64Array.from(rows, (row) => Math.floor(dates[row] ?? NaN)),
    customers: words.length,
  };
}

const windows = new WeakMap<Purchases, number>();

/**
 * Inactivity window: the 90 % quantile of the days between purchases of one customer up to a day, at least 30; undefined
 * without repeats.
 */
export function usualWindow(records: Records, until?: number): number | undefined {
  const purchases = purchasesOf(records, until);
  let window = windows.get(purchases);
  if (window === undefined) {
    window = windowOf(purchases);
    windows.set(purchases, window);
  }
  return Number.isNaN(window) ? undefined : window;
}

function windowOf({ customer, day }: Purchases): number {
  const gaps = new Float64Array(day.length);
  let count = 0;
  for (let i = 1; i < day.length; i++) {
    const gap = (day[i] ?? NaN) - (day[i - 1] ?? NaN);
    if (customer[i] === customer[i - 1] && gap > 0) gaps[count++] = gap;
  }
  return count === 0 ? NaN : Math.max(30, quantile(gaps.subarray(0, count).sort(), 0.9));
}

/** What a purchase after the first is; 0 = the same again. */
export const PURCHASE = { repeat: 0, upsell: 1, crossSell: 2 } as const;

/**
 * Purchases of each customer in order of their dates (won deals, or subscriptions): one with a product not bought before
 * is cross-selling; one whose amount, quantity or monthly amount is above the one before (of the same product) is
 * upselling; otherwise it is the same again. The first is none of these.
 */
export function purchaseKinds(records: Records): Float64Array {
  const { codes } = customerKeys(records);
  const recurring = records.kind === "subscription";
  const dates = records.numbers(recurring ? "startDate" : "closeDate");
  const products = records.has("product") ? records.words("product").codes : undefined;
  const sizes = (["amount", "quantity", "mrr"] as const)
    .filter((role) => records.has(role))
    .map((role) => records.numbers(role));
  const bought = (row: number): boolean =>
    recurring ? records.outcome[row] !== Outcome.none : records.outcome[row] === Outcome.won;
  const kinds = new Float64Array(records.rows).fill(NaN);
  let before = new Map<number, number>();
  let customer = 0;
  for (const row of rowsByCustomer(records, dates, bought)) {
    const product = products?.[row] ?? 0;
    if (codes[row] === customer) {
      const last = before.get(product);
      const larger = last !== undefined && sizes.some((size) => (size[row] ?? NaN) > (size[last] ?? NaN));
      kinds[row] = last === undefined ? PURCHASE.crossSell : larger ? PURCHASE.upsell : PURCHASE.repeat;
    } else before = new Map();
    customer = codes[row] ?? 0;
    before.set(product, row);
  }
  return kinds;
}

/** Rows that pass, of known customers and dates, sorted by customer, then date: counted into place, then sorted apart. */
export function rowsByCustomer(
  records: Records,
  dates: Float64Array,
  passes: (row: number) => boolean,
): Int32Array {
  const { codes, words } = customerKeys(records);
  const starts = new Int32Array(words.length + 1);
  const chosen: number[] = [];
  for (let row = 0; row < records.rows; row++) {
    const code = codes[row] ?? 0;
    if (code === 0 || Number.isNaN(dates[row] ?? NaN) || !passes(row)) continue;
    chosen.push(row);
    starts[code + 1] = (starts[code + 1] ?? 0) + 1;
  }
  for (let code = 0; code < words.length; code++)
    starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
  const rows = new Int32Array(chosen.length);
  const next = starts.slice(0, words.length);
  for (const row of chosen) {
    const code = codes[row] ?? 0;
    const at = next[code] ?? 0;
    rows[at] = row;
    next[code] = at + 1;
  }
  for (let code = 1; code < words.length; code++) {
    rows.subarray(starts[code], starts[code + 1]).sort((a, b) => (dates[a] ?? 0) - (dates[b] ?? 0) || a - b);
  }
  return rows;
}
