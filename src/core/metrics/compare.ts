import { isRefusal, type Interval, type Result } from "../result";
import { betaQuantile } from "../statistics/distributions";
import type { Metric, ScalarMetric } from "./metric";
import type { Unit } from "./units";

/** How a number differs from another of the same metric: another period, another group. */
export interface Comparison {
  /** now − before, in the metric's unit. */
  readonly difference: number;
  /** now ÷ before − 1; missing where `before` is not above 0. */
  readonly relative?: number;
  /** Where the true difference lies; for counts, where the true relative change lies. */
  readonly interval?: Interval;
  readonly intervalOf?: "difference" | "relative";
  readonly verdict: Verdict;
  /** Whether the change is for the better; missing where nothing changed or the metric has no better end. */
  readonly better?: boolean;
  /** Records of the smaller side. */
  readonly n: number;
  /** Of `cutShort`: the serial day on which the list begins. */
  readonly since?: number;
}

export type Verdict =
  /** The interval leaves out "no change". */
  | "clear"
  /** There is enough data, and it may be chance. */
  | "unclear"
  /** Too few records to tell. */
  | "tooFew"
  /** A sum: what was booked was booked, there is nothing to estimate. */
  | "fact"
  /** The list begins after the earlier period did: not all of it is there. */
  | "cutShort"
  /** Made of sums, without an interval of its own: it differs, and by how much chance nobody can tell. */
  | "unjudged";

/** Below this many records a difference that may be chance is put down to their number. */
export const FEW = 30;

/**
 * Compares two results of a metric. Rates, means and medians: the interval of the difference is recovered from the two
 * intervals (MOVER: G. Y. Zou & A. Donner, Statistics in Medicine 27 (2008) 1693–1702; for rates this is Newcombe's
 * method 10). Counts: the exact interval for the ratio of two Poisson rates, by the periods' lengths in days
 * (E. L. Lehmann & J. P. Romano, Testing Statistical Hypotheses, § 4.5). Undefined where either has no value.
 */
export function compareResults(
  metric: Pick<Metric, "better"> & Partial<ScalarMetric>,
  unit: Unit,
  now: Result,
  before: Result,
  days: { readonly now: number; readonly before: number } = { now: 1, before: 1 },
): Comparison | undefined {
  if (isRefusal(now.value) || isRefusal(before.value)) return undefined;
  const difference = now.value - before.value;
  const n = Math.min(now.n, before.n);
  const isCount = unit === "count" && Number.isInteger(now.value) && Number.isInteger(before.value);
  const interval = isCount
    ? changeOfCounts(now.value, before.value, days)
    : differenceOf(now.value, now.interval, before.value, before.interval);
  const base = {
    difference,
    ...(before.value > 0 ? { relative: now.value / before.value - 1 } : {}),
    ...(interval === undefined
      ? {}
      : { interval, intervalOf: isCount ? ("relative" as const) : ("difference" as const) }),
  };
  const better =
    difference === 0 || metric.better === "neutral"
      ? {}
      : { better: difference > 0 === (metric.better === "higher") };
  if (interval === undefined && (unit === "currency" || unit === "count")) {
    return isSum(metric, unit, now)
      ? { ...base, ...better, verdict: "fact", n }
      : { ...base, verdict: "unjudged", n };
  }
  const isClear = interval !== undefined && (interval.lower > 0 || interval.upper < 0);
  // of counts the events are the sample
  const size = isCount ? Math.min(now.value, before.value) : n;
  return { ...base, ...better, verdict: isClear ? "clear" : size < FEW ? "tooFew" : "unclear", n: size };
}

/** Booked, and nothing to estimate. */
export function isSum(metric: object, unit: Unit, { denominator }: Result): boolean {
  return (unit === "currency" || unit === "count") && denominator === undefined && !("compute" in metric);
}

/** Interval of a difference of two independent estimates, from the interval of each. */
function differenceOf(
  now: number,
  ofNow: Interval | undefined,
  before: number,
  ofBefore: Interval | undefined,
): Interval | undefined {
  if (ofNow === undefined || ofBefore === undefined) return undefined;
  const difference = now - before;
  return {
    lower: difference - Math.hypot(now - ofNow.lower, ofBefore.upper - before),
    upper: difference + Math.hypot(ofNow.upper - now, before - ofBefore.lower),
    level: ofNow.level,
  };
}

/** Interval of the relative change of a rate of events, from counts over so many days. */
function changeOfCounts(
  now: number,
  before: number,
  days: { readonly now: number; readonly before: number },
  level = 0.95,
): Interval | undefined {
  const all = now + before;
  if (!(all > 0 && days.now > 0 && days.before > 0 && now >= 0 && before > 0)) return undefined;
  const tail = (1 - level) / 2;
  // Given their sum, the first count is binomial: the exact interval of its share (Clopper & Pearson).
  const lower = now === 0 ? 0 : betaQuantile(tail, now, before + 1);
  const upper = betaQuantile(1 - tail, now + 1, before);
  const change = (share: number): number => ((share / (1 - share)) * days.before) / days.now - 1;
  return { lower: change(lower), upper: change(upper), level };
}
