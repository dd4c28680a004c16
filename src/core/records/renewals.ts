import { addMonths } from "../time/shift";
import { civilOf } from "../time/serial";
import type { Renewals } from "../statistics/shifted-beta-geometric";
import type { Spells } from "./spells";

/**
 * Who stayed and who left at each renewal, as seen on a day: every customer's first uninterrupted stay, in terms of some
 * months. One who leaves within a term has paid for it; one who comes back later had left. O(n log n).
 */
export function renewalsOf(spells: Spells, day: number, months: number): Renewals {
  const rows = Int32Array.from(spells.customer.keys()).filter(
    (row) => at(spells.start, row) <= day && at(spells.end, row) > at(spells.start, row),
  );
  rows.sort(
    (a, b) =>
      (spells.customer[a] ?? 0) - (spells.customer[b] ?? 0) || at(spells.start, a) - at(spells.start, b),
  );
  const left: number[] = [];
  const stayed: number[] = [];
  for (let i = 0; i < rows.length;) {
    const first = rows[i] ?? 0;
    const customer = spells.customer[first];
    let end = at(spells.end, first);
    for (i++; i < rows.length && spells.customer[rows[i] ?? 0] === customer; i++) {
      const row = rows[i] ?? 0;
      if (at(spells.start, row) <= end) end = Math.max(end, at(spells.end, row));
    }
    const isLost = end <= day;
    const terms = Math.floor(monthsBetween(at(spells.start, first), isLost ? end : day) / months);
    const isWhole = isLost && addMonths(at(spells.start, first), terms * months) === end;
    const renewed = isLost && isWhole ? terms - 1 : terms;
    for (let t = 0; t < renewed + (isLost ? 1 : 0); t++) {
      const list = t < renewed ? stayed : left;
      list[t] = (list[t] ?? 0) + 1;
    }
  }
  const length = Math.max(left.length, stayed.length);
  const filled = (counts: readonly number[]): number[] => Array.from({ length }, (_, t) => counts[t] ?? 0);
  return { left: filled(left), stayed: filled(stayed) };
}

/** Whole months from one day to another. */
export function monthsBetween(from: number, to: number): number {
  const [first, last] = [civilOf(from), civilOf(to)];
  const months = 12 * (last.year - first.year) + last.month - first.month;
  return addMonths(from, months) > to ? months - 1 : months;
}

function at(dates: Float64Array, row: number): number {
  return Math.floor(dates[row] ?? NaN);
}
