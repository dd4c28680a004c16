import { FEW, isSum } from "../metrics/compare";
import type { Metric, ScalarMetric } from "../metrics/metric";
import type { Unit } from "../metrics/units";
import type { Dataset } from "../records/dataset";
import type { Records } from "../records/records";
import { isRefusal, type Result } from "../result";
import { normaliseWord } from "../text";
import type { Period } from "../time/periods";
import { civilOf } from "../time/serial";
import { benchmarkRows, type BenchmarkRow } from "./benchmark-rows";

/** A row that numbers can be compared with. */
export type Benchmark = Omit<BenchmarkRow, "metric" | "fault"> & { readonly metric: Metric };

/** How a number stands to what others reach (catalogue § 1.6). */
export interface Standing {
  /** Beside the range; without one, beside what is typical. */
  readonly position: "below" | "within" | "above";
  /** The number less what is typical, else less the nearer end of the range; 0 within a range without a middle. */
  readonly gap: number;
  /** The gap ÷ what it is measured from; missing where that is not above 0. */
  readonly gapShare?: number;
  /** Whether the metric's interval lies on one side of the border, as in comparisons of two periods. */
  readonly verdict: "clear" | "unclear" | "tooFew" | "fact" | "unjudged";
  /** Missing within the range, and where the metric has no better end. */
  readonly better?: boolean;
  /** Records the number rests on. */
  readonly n: number;
}

/**
 * The row of the table of benchmarks that a metric's number in a period is compared with: of a segment that the numbers
 * are filtered by, else everybody's; of these the newest that is no later than the period. Undefined where there is none.
 */
export function benchmarkOf(
  { benchmark: records }: Dataset,
  metric: Pick<Metric, "id" | "aliasOf">,
  period: Pick<Period, "end">,
  filters: readonly { readonly value: string | number | boolean }[] = [],
): Benchmark | undefined {
  if (records === undefined) return undefined;
  const { year } = civilOf(period.end - 1);
  const segments = new Set(filters.map(({ value }) => normaliseWord(String(value))));
  const id = metric.aliasOf ?? metric.id;
  const known = usable(records).filter((row) => (row.metric.aliasOf ?? row.metric.id) === id);
  const inTime = known.filter((row) => row.year === undefined || row.year <= year);
  const own = inTime.filter(({ segment }) => segment !== "" && segments.has(normaliseWord(segment)));
  const common = inTime.filter(({ segment }) => segment === "");
  // Of equals the first stands.
  const newest = (rows: readonly Benchmark[]): Benchmark | undefined =>
    rows.reduce<Benchmark | undefined>(
      (best, row) => (best === undefined || (row.year ?? -Infinity) > (best.year ?? -Infinity) ? row : best),
      undefined,
    );
  return newest(own) ?? newest(common);
}

/** Metrics that some row of the table is about, in the order of the rows. */
export function benchmarkedMetrics({ benchmark: records }: Dataset): readonly Metric[] {
  return records === undefined ? [] : [...new Set(usable(records).map(({ metric }) => metric))];
}

/** Undefined where the metric has no value. */
export function standingTo(
  { low, typical, high }: Benchmark,
  metric: Pick<Metric, "better"> & Partial<ScalarMetric>,
  unit: Unit,
  result: Result,
): Standing | undefined {
  const { value, n } = result;
  if (isRefusal(value)) return undefined;
  const hasRange = low !== undefined || high !== undefined;
  const floor = low ?? (hasRange ? -Infinity : (typical ?? NaN));
  const ceiling = high ?? (hasRange ? Infinity : (typical ?? NaN));
  const position = value < floor ? "below" : value > ceiling ? "above" : "within";
  const from = typical ?? (position === "below" ? floor : position === "above" ? ceiling : value);
  const gap = value - from;
  return {
    ...{ position, gap, n, verdict: verdictOf(position, floor, ceiling, metric, unit, result) },
    ...(from > 0 ? { gapShare: value / from - 1 } : {}),
    ...(position === "within" || metric.better === "neutral"
      ? {}
      : { better: (position === "above") === (metric.better === "higher") }),
  };
}

/** As in comparisons of two periods; the border is no estimate, so that the number's own interval tells. */
function verdictOf(
  position: Standing["position"],
  floor: number,
  ceiling: number,
  metric: object,
  unit: Unit,
  result: Result,
): Standing["verdict"] {
  const { interval, n } = result;
  if (interval === undefined) return isSum(metric, unit, result) ? "fact" : "unjudged";
  const { lower, upper } = interval;
  const isClear =
    position === "below"
      ? upper < floor
      : position === "above"
        ? lower > ceiling
        : lower >= floor && upper <= ceiling;
  return isClear ? "clear" : n < FEW ? "tooFew" : "unclear";
}

function usable(records: Records): readonly Benchmark[] {
  return benchmarkRows(records).flatMap(({ metric, fault, ...row }) =>
    metric === undefined || fault !== undefined ? [] : [{ ...row, metric }],
  );
}
