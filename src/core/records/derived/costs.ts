import type { DerivedColumn } from "./derived";

/** The part of a cost that counts: the amount times its allocation; a blank allocation is the whole of it. */
export const allocatedCost: DerivedColumn = {
  money: "amount",
  has: (costs) => costs.has("amount") && costs.has("allocation"),
  values(costs) {
    const parts = costs.numbers("allocation");
    return costs.numbers("amount").map((amount, i) => {
      const part = parts[i] ?? NaN;
      return part === part ? amount * part : amount;
    });
  },
};
