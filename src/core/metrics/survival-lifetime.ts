import { renewalsOf } from "../records/renewals";
import type { Spells } from "../records/spells";
import { refuse, stop, type Note, type Refusal } from "../result";
import { fitShiftedBetaGeometric, retentionRate, type Renewals } from "../statistics/shifted-beta-geometric";
import { survivalShares } from "../statistics/survival";
import { DAYS, MONTHS, type LifetimeOptions } from "./lifetime-options";

export interface Tenure {
  /** How often a new customer is expected to pay, discounted where asked for. */
  readonly times: number | Refusal;
  readonly notes: readonly Note[];
}

/** Parameters beyond which customers hardly differ: the chance to leave is then one for all. */
const HARDLY_DIFFERENT = 1000;

/**
 * How often subscribers pay until they leave, from who stayed and left at each renewal: projected by the
 * shifted-beta-geometric model, or as far as was seen (Kaplan–Meier).
 */
export function expectedTenure(
  spells: Spells,
  day: number,
  { per, curve, timing, capYears }: LifetimeOptions,
  discountRate: number | undefined,
): Tenure {
  const renewals = renewalsOf(spells, day, MONTHS[per]);
  const observed = renewals.left.length;
  if (observed < 2) return { times: refuse("#N/A", "tooFewPeriods"), notes: [] };
  const cap = capYears === undefined ? Infinity : (capYears * DAYS.year) / DAYS[per];
  const pay = (retention: (t: number) => number, most: number): number =>
    payments(retention, 1 / (1 + (discountRate ?? 0)), most, timing);
  const note = (model: string, times: number): Tenure => ({
    times,
    notes: [{ message: "tenure", values: { model, observed, times: times.toFixed(1) } }],
  });
  if (curve === "kaplan-meier") {
    const shares = survivalShares(renewals.left, renewals.stayed);
    const retention = (t: number): number => (shares[t] ?? 0) / (shares[t - 1] || 1);
    const known = observed + (timing === "start" ? 1 : 0);
    return note("Kaplan–Meier", pay(retention, Math.min(cap, known)));
  }
  const { alpha, beta } = modelOf(renewals);
  const isEndless = cap === Infinity && (discountRate ?? 0) === 0;
  if (alpha === 0 && isEndless) return { times: refuse("#DIV/0!", "zeroChurn"), notes: [] };
  if (!(alpha > 1) && isEndless)
    stop("missingAnyOf", { first: "discountRate", second: "capYears=5" }, "#N/A");
  const model = `sBG α ${alpha.toPrecision(4)}, β ${beta.toPrecision(4)}`;
  // Σ S(t) is the mean of 1 ÷ θ for θ ~ Beta(α, β); the first payment counts where it comes at the start
  if (isEndless) return note(model, (alpha + beta - 1) / (alpha - 1) - (timing === "start" ? 0 : 1));
  return note(
    model,
    pay((t) => retentionRate({ alpha, beta }, t), cap),
  );
}

/** Where customers do not differ the fit runs off; a geometric model is the same with α and β in their proportion. */
function modelOf(renewals: Renewals): { alpha: number; beta: number } {
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const [gone, kept] = [sum(renewals.left), sum(renewals.stayed)];
  const fit = gone === 0 ? undefined : fitShiftedBetaGeometric(renewals);
  if (fit?.identified === true && fit.alpha + fit.beta < HARDLY_DIFFERENT) return fit;
  const size = 1e9;
  return { alpha: (size * gone) / (gone + kept), beta: (size * kept) / (gone + kept) };
}

/** Σ S(t)·v^t: from t = 0 where money comes at the start of a period, from t = 1 at its end. */
function payments(
  retention: (t: number) => number,
  factor: number,
  most: number,
  timing: LifetimeOptions["timing"],
): number {
  const first = timing === "start" ? 0 : 1;
  let total = 0;
  let share = 1;
  for (let t = 0; t < most + first && t < LONGEST; t++) {
    if (t > 0) share *= retention(t) * factor;
    if (t >= first) total += share * Math.min(1, most + first - t);
    if (share < 1e-13 * (1 - factor) * total) break;
  }
  return total;
}

/** Payments, after which nobody is there in any discounted sense. */
const LONGEST = 1_000_000;
