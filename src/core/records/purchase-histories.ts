import { quantile } from "../statistics/quantile";
import { customerKeys } from "./customers";
import { rowsByCustomer } from "./purchases";
import { Outcome } from "./outcome";
import type { Records } from "./records";

/** A customer's purchases up to a day as models of repeat buying read them: days with a purchase, time in weeks. */
export interface Buyer {
  /** Days with a purchase after the first. */
  readonly x: number;
  /** From the first to the last. */
  readonly recency: number;
  /** From the first to the day of observation. */
  readonly age: number;
  /** Mean amount of a repeat day; the first purchase is another story. 0 where there is none. */
  readonly mean: number;
}

export interface Buyers {
  readonly buyers: readonly Buyer[];
  /** The first purchase of all, a serial day; Infinity where there is none. */
  readonly first: number;
  /** Median of the days between purchases; NaN where nobody came back. */
  readonly usualGap: number;
}

const WEEK = 7;

/**
 * Won deals of known customers, dates and amounts until the end of a day; those of one customer on one day are one
 * purchase, and credit notes none. Fader & Hardie's (x, t_x, T) and m, from the first purchase in the data. O(n).
 */
export function buyersUntil(deals: Records, day: number): Buyers {
  const dates = deals.numbers("closeDate");
  const amounts = deals.numbers("amount");
  const net = deals.numbers("netAmount");
  const { codes: who } = customerKeys(deals);
  const rows = rowsByCustomer(
    deals,
    dates,
    (row) =>
      deals.outcome[row] === Outcome.won &&
      Math.floor(dates[row] ?? NaN) <= day &&
      (amounts[row] ?? NaN) >= 0 &&
      !Number.isNaN(net[row] ?? NaN),
  );
  const buyers: Buyer[] = [];
  const gaps: number[] = [];
  let earliest = Infinity;
  for (let at = 0; at < rows.length;) {
    const customer = who[rows[at] ?? 0];
    const first = dayOf(at);
    let [x, last, spent] = [0, first, 0];
    for (; at < rows.length && who[rows[at] ?? 0] === customer; at++) {
      const today = dayOf(at);
      if (today > last) {
        x++;
        gaps.push(today - last);
        last = today;
      }
      if (x > 0) spent += net[rows[at] ?? 0] ?? 0;
    }
    earliest = Math.min(earliest, first);
    buyers.push({
      x,
      recency: (last - first) / WEEK,
      age: (day - first) / WEEK,
      mean: x === 0 ? 0 : spent / x,
    });
  }
  return { buyers, first: earliest, usualGap: quantile(Float64Array.from(gaps).sort(), 0.5) };

  function dayOf(at: number): number {
    return Math.floor(dates[rows[at] ?? 0] ?? NaN);
  }
}
