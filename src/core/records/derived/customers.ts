import { customerKeys } from "../customers";
import { Outcome } from "../outcome";
import type { Records } from "../records";
import { purchaseKinds } from "../purchases";
import type { DerivedColumn } from "./derived";
import { numbersFrom } from "./numbers-from";

/** The customer's earliest won close date, for every deal of a known customer that ever bought. */
export const firstWonDate: DerivedColumn = {
  has: (deals) => deals.has("customer") && deals.has("closeDate"),
  values: (deals) => ofCustomer(deals, deals.numbers("closeDate"), isWon),
};

/**
 * 1 for the deal that made its customer a customer, 0 for others, missing without a customer: the earliest won one that
 * is no credit note; of several on one day, the first row. With `refunded: "exclude"` an order that was refunded in full
 * made nobody a customer.
 */
export const firstWon: DerivedColumn = {
  has: firstWonDate.has,
  values(deals, { refunded = "include" }) {
    const amounts = deals.has("amount") ? deals.numbers("amount") : undefined;
    const refunds = refunded === "exclude" && deals.has("refund") ? deals.numbers("refund") : undefined;
    const counts = (row: number): boolean => {
      const amount = amounts?.[row] ?? NaN;
      return isWon(deals, row) && !(amount < 0) && !(amount > 0 && (refunds?.[row] ?? NaN) >= amount);
    };
    return first(deals, deals.numbers("closeDate"), counts);
  },
};

/** What a later purchase of a customer is by its products and amounts, where no type says it; missing for the first. */
export const purchaseKind: DerivedColumn = {
  has: (records) => records.has("customer"),
  values: purchaseKinds,
};

/** 1 for the earliest of a customer's rows that pass (of several on one day, the first), 0 for others, NaN without customer or date. */
export function first(records: Records, dates: Float64Array, passes: (row: number) => boolean): Float64Array {
  const { codes, words } = customerKeys(records);
  const rowOf = new Int32Array(words.length).fill(-1);
  for (let i = 0; i < records.rows; i++) {
    const code = codes[i] ?? 0;
    const date = dates[i] ?? NaN;
    if (code === 0 || date !== date || !passes(i)) continue;
    const best = rowOf[code] ?? -1;
    if (best < 0 || date < (dates[best] ?? NaN)) rowOf[code] = i;
  }
  const values = numbersFrom(records.rows, (row) => (codes[row] === 0 || Number.isNaN(dates[row]) ? NaN : 0));
  for (const row of rowOf) if (row >= 0) values[row] = 1;
  return values;
}

/** The earliest date among a customer's rows that pass, for each of the customer's rows. */
export function ofCustomer(
  records: Records,
  dates: Float64Array,
  passes: (records: Records, row: number) => boolean,
): Float64Array {
  const { codes, words } = customerKeys(records);
  const earliest = new Float64Array(words.length).fill(NaN);
  for (let i = 0; i < records.rows; i++) {
    const code = codes[i] ?? 0;
    const date = dates[i] ?? NaN;
    if (code === 0 || date !== date || !passes(records, i)) continue;
    const known = earliest[code] ?? NaN;
    if (known !== known || date < known) earliest[code] = date;
  }
  return numbersFrom(records.rows, (row) => earliest[codes[row] ?? 0] ?? NaN);
}

function isWon(deals: Records, row: number): boolean {
  return deals.outcome[row] === Outcome.won;
}
