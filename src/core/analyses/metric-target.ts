import { evaluate } from "../evaluate/evaluate";
import { targetSpans } from "../evaluate/prorate";
import { givenTo } from "../metrics/given";
import { addsUp, type Metric } from "../metrics/metric";
import { namesOf } from "../metrics/named-metric";
import { targetOf } from "../metrics/targets";
import type { Dataset } from "../records/dataset";
import { Outcome } from "../records/outcome";
import { isRefusal, RefusalError } from "../result";
import { normaliseWord } from "../text";
import type { Period } from "../time/periods";

/**
 * The target of a metric in a period, from the rows of the targets table that name it by id or name, in either language
 * (rows that name none are targets of revenue). Totals are shared out by days, as TARGETATTAIN does; the target of a
 * rate, an average or a level such as the pipeline's value is the mean by days. Undefined where there is none.
 */
export function metricTarget(
  dataset: Dataset,
  metric: Pick<Metric, "id" | "unit" | "total" | "text">,
  period: Period,
): number | undefined {
  const { target: targets } = dataset;
  if (targets?.has("amount") !== true || !targets.has("periodStart")) return undefined;
  const names = namesOf(metric);
  if (!targets.has("metric") && metric.id !== "REVENUE") return undefined;
  if (!addsUp(metric)) return meanTarget(dataset, names, period);
  try {
    const given = givenTo(dataset, { metric: metric as Metric, options: {}, period }, period);
    const expression = targetOf(given, names, { blank: metric.id === "REVENUE" });
    const { value } = evaluate({ target: targets }, [expression], { periods: [period] }).at(0);
    return isRefusal(value) ? undefined : value;
  } catch (error) {
    if (error instanceof RefusalError) return undefined;
    throw error;
  }
}

/** Rows of the team where there are any, else of the owners, weighted by their days in the period. */
function meanTarget(
  { target: targets }: Dataset,
  names: readonly string[],
  period: Period,
): number | undefined {
  if (targets === undefined) return undefined;
  const wanted = new Set(names.map(normaliseWord));
  const amounts = targets.numbers("amount");
  const metrics = targets.words("metric");
  const owners = targets.has("owner") ? targets.words("owner").codes : undefined;
  const spans = targetSpans(targets, owners);
  const team = { sum: 0, days: 0 };
  const own = { sum: 0, days: 0 };
  for (let row = 0; row < targets.rows; row++) {
    const span = spans[row];
    const amount = amounts[row] ?? NaN;
    if (targets.outcome[row] === Outcome.none || span === undefined || amount !== amount) continue;
    if (!wanted.has(normaliseWord(metrics.words[metrics.codes[row] ?? 0] ?? ""))) continue;
    const days = Math.min(span.end, period.end) - Math.max(span.start, period.start);
    if (!(days > 0)) continue;
    const into = (owners?.[row] ?? 0) === 0 ? team : own;
    into.sum += amount * days;
    into.days += days;
  }
  const { sum, days } = team.days > 0 ? team : own;
  return days === 0 ? undefined : sum / days;
}
