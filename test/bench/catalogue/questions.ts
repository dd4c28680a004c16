import { catalogue } from "../../../src/core/metrics/catalogue";
import { measureAll } from "../../../src/core/metrics/measure-all";
import type { Question } from "../../../src/core/metrics/question";
import { isTable, type Metric, type ScalarMetric } from "../../../src/core/metrics/metric";
import { parseOptions } from "../../../src/core/metrics/options";
import type { Dataset } from "../../../src/core/records/dataset";
import { monthsOf } from "../months";

/** What the catalogue is asked: every metric that is a number, with its default options. */
export interface Asked {
  /** By owner and month. */
  readonly byOwner: readonly Question[];
  /** By month only: metrics of records that have no owner. */
  readonly byMonth: readonly Question[];
  /** Metrics left out, with the reason. */
  readonly leftOut: readonly string[];
}

/** Sorts the catalogue by what the tables can answer; a metric added to the catalogue is asked without further ado. */
export function questionsFor(dataset: Dataset): Asked {
  const byOwner: Question[] = [];
  const byMonth: Question[] = [];
  const leftOut: string[] = [];
  for (const metric of catalogue) {
    if (isTable(metric)) {
      leftOut.push(`${metric.id} (a table)`);
      continue;
    }
    if (metric.aliasOf !== undefined) {
      leftOut.push(`${metric.id} (another name of ${metric.aliasOf})`);
      continue;
    }
    const question = questionTo(metric);
    const refused = refusal(dataset, question, true);
    if (refused === undefined) byOwner.push(question);
    else if (refused === "groupMissing" && refusal(dataset, question, false) === undefined)
      byMonth.push(question);
    else leftOut.push(`${metric.id} (${refused})`);
  }
  return { byOwner, byMonth, leftOut };
}

function questionTo(metric: ScalarMetric): Question {
  return { metric, options: parseOptions("", metric.options) };
}

/** Why the metric answers nothing at all. */
function refusal(dataset: Dataset, question: Question, byOwner: boolean): string | undefined {
  const periods = monthsOf();
  const measured = measureAll(dataset, [question], byOwner ? { by: "owner", periods } : { periods });
  const failure = measured.failure(0);
  if (failure !== undefined) return failure.message;
  let reason = "noRecords";
  for (let group = 0; group < measured.groups.length; group++) {
    for (let period = 0; period < periods.length; period++) {
      const { value } = measured.at(0, group, period);
      if (typeof value === "number") return undefined;
      reason = value.message;
    }
  }
  return reason;
}

export const idOf = ({ metric }: Question<Metric>): string => metric.id;
