import { stop } from "../../result";
import { customerKeys } from "../customers";
import { Outcome } from "../records";
import type { Role } from "../roles";
import type { DerivedColumn } from "./derived";

/** Won: `wonDate`, lost: `lostDate`, else `closedDate`; an open deal has no close date even where the cell is filled. */
export const closeDate: DerivedColumn = {
  has: (deals) => deals.has("closedDate") || deals.has("wonDate") || deals.has("lostDate"),
  values(deals) {
    const optional = (role: Role): Float64Array | undefined =>
      deals.has(role) ? deals.numbers(role) : undefined;
    const closed = optional("closedDate");
    const won = optional("wonDate");
    const lost = optional("lostDate");
    if (closed === undefined && won === undefined && lost === undefined)
      stop("missingColumn", { role: deals.nameOf("closedDate") });
    const values = new Float64Array(deals.rows).fill(NaN);
    for (let i = 0; i < deals.rows; i++) {
      const outcome = deals.outcome[i];
      if (outcome !== Outcome.won && outcome !== Outcome.lost && outcome !== Outcome.cancelled) continue;
      const own = (outcome === Outcome.lost ? lost : won)?.[i] ?? NaN;
      values[i] = own === own ? own : (closed?.[i] ?? NaN);
    }
    return values;
  },
};

export const netAmount: DerivedColumn = {
  money: "amount",
  has: (deals) => deals.has("amount"),
  values(deals) {
    const amounts = deals.numbers("amount");
    if (!deals.has("refund")) return amounts;
    const refunds = deals.numbers("refund");
    return amounts.map((amount, i) => {
      const refund = refunds[i] ?? NaN;
      return refund === refund ? amount - refund : amount;
    });
  },
};

/** The customer's earliest won close date, for every deal of a known customer that ever bought. */
export const firstWonDate: DerivedColumn = {
  has: (deals) => deals.has("customer") && deals.has("closeDate"),
  values(deals) {
    const { codes, words } = customerKeys(deals);
    const dates = deals.numbers("closeDate");
    const first = new Float64Array(words.length).fill(NaN);
    for (let i = 0; i < deals.rows; i++) {
      const code = codes[i] ?? 0;
      const date = dates[i] ?? NaN;
      if (code === 0 || deals.outcome[i] !== Outcome.won || date !== date) continue;
      const known = first[code] ?? NaN;
      if (known !== known || date < known) first[code] = date;
    }
    return Float64Array.from(codes, (code) => first[code] ?? NaN);
  },
};

/** 1 for the deal that made its customer a customer: the earliest won one; of several on one day, the first row. */
export const firstWon: DerivedColumn = {
  has: firstWonDate.has,
  values(deals) {
    const { codes, words } = customerKeys(deals);
    const dates = deals.numbers("closeDate");
    const first = new Int32Array(words.length).fill(-1);
    for (let i = 0; i < deals.rows; i++) {
      const code = codes[i] ?? 0;
      const date = dates[i] ?? NaN;
      if (code === 0 || deals.outcome[i] !== Outcome.won || date !== date) continue;
      const best = first[code] ?? -1;
      if (best < 0 || date < (dates[best] ?? NaN)) first[code] = i;
    }
    const values = new Float64Array(deals.rows).fill(NaN);
    for (const row of first) if (row >= 0) values[row] = 1;
    return values;
  },
};
