import { buyersUntil, type Buyer } from "../records/purchase-histories";
import type { Records } from "../records/records";
import { refuse, type Note, type Refusal, type Result } from "../result";
import { expectedPurchases, fitBgNbd, type BgNbdFit } from "../statistics/bg-nbd";
import { expectedSpending, fitGammaGamma, type GammaGammaFit } from "../statistics/gamma-gamma";
import { isoDate } from "../time/serial";
import { marginNotes, missing, observationDay } from "./lifetime-base";
import { MONTHS, type LifetimeOptions } from "./lifetime-options";
import type { ComputeContext } from "./metric";

/** Weeks in a month, as the literature has it. */
const WEEKS = 4.345;
/** A month, where no discount rate is given. */
const USUAL_DISCOUNT = 0.01;
/** Below these the models say too little. */
const ENOUGH = { customers: 50, repeats: 20, gaps: 3 } as const;
/** Spending that goes with frequency contradicts the Gamma-Gamma model. */
const TOO_RELATED = 0.3;

/**
 * Mean over customers of what they are expected to bring in the next twelve months (or `capYears`): purchases by
 * BG/NBD × amount by Gamma-Gamma, discounted by the month.
 */
export function predictedValue(context: ComputeContext, records: Records, chosen: LifetimeOptions): Result {
  const { day, notes } = observationDay(context, records.numbers("closeDate"));
  const excluded = missing(records, ["customer", "amount", "closedDate"]);
  const { buyers, first, usualGap } = buyersUntil(records, day);
  const n = buyers.length;
  const repeaters = buyers.filter(({ x }) => x > 0);
  if (n < ENOUGH.customers || repeaters.length < ENOUGH.repeats || !(day - first >= ENOUGH.gaps * usualGap))
    return { value: refuse("#N/A", "tooFewBuyers", ENOUGH), n, excluded, notes };
  const buying = fitBgNbd(grouped(buyers));
  const spending = fitGammaGamma(repeaters.filter(({ mean }) => mean > 0));
  const misfit = misfitOf(buying, spending);
  if (misfit !== undefined) return { value: misfit, n, excluded, notes };
  const months = Math.round(12 * (chosen.capYears ?? 1));
  const rate = context.number("discountRate");
  const discount = rate === undefined ? USUAL_DISCOUNT : (1 + rate) ** (1 / MONTHS[chosen.per]) - 1;
  const margin = context.number("margin") ?? 1;
  const known = new Map<string, number>();
  let total = 0;
  for (const buyer of buyers) {
    const key = keyOf(buyer);
    let purchases = known.get(key);
    if (purchases === undefined) {
      purchases = discountedPurchases(buying, buyer, months, discount);
      known.set(key, purchases);
    }
    total += margin * purchases * expectedSpending(spending, buyer);
  }
  return {
    value: total / n,
    n,
    numerator: total,
    denominator: n,
    excluded,
    notes: [
      ...notes,
      ...marginNotes(context),
      { message: "historyStarts", values: { date: isoDate(first) } },
      { message: "predictedBy", values: { ...shown(buying, spending), months, rate: percent(discount) } },
      ...(buying.identified ? [] : [{ message: "hardlyDifferent" } as const]),
      ...relationNotes(repeaters),
    ],
  };
}

/** Σ (E[Y(i)] − E[Y(i − 1)]) ÷ (1 + d)^i over months i. */
function discountedPurchases(model: BgNbdFit, buyer: Buyer, months: number, discount: number): number {
  let [sum, before] = [0, 0];
  for (let month = 1; month <= months; month++) {
    const until = expectedPurchases(model, buyer, month * WEEKS);
    sum += (until - before) / (1 + discount) ** month;
    before = until;
  }
  return sum;
}

/** No convergence is a failure of numbers, a mean that is infinite one of the data. */
function misfitOf(buying: BgNbdFit, spending: GammaGammaFit): Refusal | undefined {
  if (!buying.converged || !spending.converged) return refuse("#NUM!", "modelNotFitted");
  return spending.q > 1 ? undefined : refuse("#N/A", "modelNotFitted");
}

/** Customers with the same history, counted. */
function grouped(buyers: readonly Buyer[]): (Buyer & { customers: number })[] {
  const groups = new Map<string, Buyer & { customers: number }>();
  for (const buyer of buyers) {
    const key = keyOf(buyer);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ...buyer, customers: 1 });
    else group.customers++;
  }
  return [...groups.values()];
}

const keyOf = ({ x, recency, age }: Buyer): string => `${x}/${recency}/${age}`;

function relationNotes(repeaters: readonly Buyer[]): readonly Note[] {
  const relation = correlation(repeaters.map(({ x, mean }) => [x, mean]));
  return Math.abs(relation) < TOO_RELATED || Number.isNaN(relation)
    ? []
    : [{ message: "spendingRelated", values: { r: relation.toFixed(2) } }];
}

/** Pearson's coefficient. */
function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  let [xx, xy, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xx += (x - meanX) ** 2;
    xy += (x - meanX) * (y - meanY);
    yy += (y - meanY) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}

function shown({ r, alpha, a, b }: BgNbdFit, { p, q, gamma }: GammaGammaFit): Record<string, string> {
  const all = { r, alpha, a, b, p, q, gamma };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, value.toPrecision(4)]));
}

const percent = (share: number): string => `${Number((100 * share).toPrecision(3))} %`;
