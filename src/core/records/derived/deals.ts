import { stop } from "../../result";
import { Outcome } from "../outcome";
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
