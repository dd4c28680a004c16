import { customerKeys } from "./customers";
import { Outcome, type Records } from "./records";

/** What a purchase after the first is; 0 = the same again. */
export const PURCHASE = { repeat: 0, upsell: 1, crossSell: 2 } as const;

/**
 * Purchases of each customer in order of their dates (won deals, or subscriptions): one with a product not bought before
 * is cross-selling; one whose amount, quantity or monthly amount is above the one before (of the same product) is
 * upselling; otherwise it is the same again. The first is none of these. O(n log n).
 */
export function purchaseKinds(records: Records): Float64Array {
  const { codes } = customerKeys(records);
  const recurring = records.kind === "subscription";
  const dates = records.numbers(recurring ? "startDate" : "closeDate");
  const products = records.has("product") ? records.words("product").codes : undefined;
  const sizes = sizesOf(records);
  const rows: number[] = [];
  for (let i = 0; i < records.rows; i++) {
    const outcome = records.outcome[i];
    const bought = recurring ? outcome !== Outcome.none : outcome === Outcome.won;
    if (bought && codes[i] !== 0 && !Number.isNaN(dates[i] ?? NaN)) rows.push(i);
  }
  rows.sort((a, b) => (codes[a] ?? 0) - (codes[b] ?? 0) || (dates[a] ?? 0) - (dates[b] ?? 0) || a - b);
  const kinds = new Float64Array(records.rows).fill(NaN);
  let before = new Map<number, number>();
  let customer = 0;
  for (const row of rows) {
    const product = products?.[row] ?? 0;
    if (codes[row] === customer) {
      const last = before.get(product);
      kinds[row] =
        last === undefined
          ? PURCHASE.crossSell
          : sizes.some((size) => (size[row] ?? NaN) > (size[last] ?? NaN))
            ? PURCHASE.upsell
            : PURCHASE.repeat;
    } else before = new Map();
    customer = codes[row] ?? 0;
    before.set(product, row);
  }
  return kinds;
}

function sizesOf(records: Records): readonly Float64Array[] {
  return (["amount", "quantity", "mrr"] as const)
    .filter((role) => records.has(role))
    .map((role) => records.numbers(role));
}
