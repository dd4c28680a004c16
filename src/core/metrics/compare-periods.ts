import type { Dataset } from "../records/dataset";
import { Outcome } from "../records/outcome";
import type { Records } from "../records/records";
import { typeOfRole, type Kind } from "../records/roles";
import type { Result } from "../result";
import type { Period } from "../time/periods";
import { compareResults, type Comparison } from "./compare";
import { addsUp, type Metric } from "./metric";
import type { Unit } from "./units";

/** A list may well begin some days after its period does: of a small business's, longer than of a large one's. */
const SLACK_DAYS = 7;
const SLACK_SHARE = 0.1;

/**
 * Two periods of a metric; counts are compared by the days they were counted in. What adds up over time cannot be compared
 * with a period that began before the list did.
 */
export function comparePeriods(
  dataset: Dataset,
  metric: Metric,
  now: Result & { readonly unit: Unit },
  before: Result,
  period: Period,
  previous: Period,
): Comparison | undefined {
  const days = { now: period.end - period.start, before: previous.end - previous.start };
  const compared = compareResults(metric, now.unit, now, before, days);
  if (compared === undefined || !addsUp(metric)) return compared;
  const records = dataset[mainKind(metric)];
  const since = records && firstDayOf(records);
  if (since === undefined || since <= previous.start + Math.max(SLACK_DAYS, SLACK_SHARE * days.before))
    return compared;
  const { better: _, ...difference } = compared;
  return { ...difference, verdict: "cutShort", since };
}

function mainKind({ inputs }: Metric): Kind {
  for (const input of inputs) if (input.input === "column" && input.kinds[0]) return input.kinds[0];
  return "deal";
}

const firstDays = new WeakMap<Records, number | undefined>();

/** The first day that any record tells of. O(rows), once. */
function firstDayOf(records: Records): number | undefined {
  if (firstDays.has(records)) return firstDays.get(records);
  let first = Infinity;
  for (const [role, column] of records.columns) {
    if (column.type !== "number" || column.fault || typeOfRole(records.kind, role) !== "date") continue;
    column.values.forEach((day, row) => {
      if (day < first && records.outcome[row] !== Outcome.none) first = day;
    });
  }
  const day = first === Infinity ? undefined : Math.floor(first);
  firstDays.set(records, day);
  return day;
}
