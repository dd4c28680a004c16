import { measureAll, type Question } from "../../../src/core/metrics/measure";
import { linkRecords, type Dataset } from "../../../src/core/records/dataset";
import { Records } from "../../../src/core/records/records";
import { monthsOf } from "../months";
import type { Asked } from "./questions";

/** Metric id → value of each owner and month (`owner × 12 + month`), or of each month; NaN where there is none. */
export type Answers = Map<string, Float64Array>;

/** All in one call for those by owner, and one for those that have none; every result is read. */
export function together(
  dataset: Dataset,
  { byOwner, byMonth }: Pick<Asked, "byOwner" | "byMonth">,
): Answers {
  const answers: Answers = new Map();
  ask(dataset, byOwner, true, answers);
  if (byMonth.length > 0) ask(dataset, byMonth, false, answers);
  return answers;
}

/** A call for each metric; `dataset` is asked for before each, so that it can be one that knows nothing yet. */
export function oneByOne(
  dataset: () => Dataset,
  { byOwner, byMonth }: Pick<Asked, "byOwner" | "byMonth">,
): Answers {
  const answers: Answers = new Map();
  for (const question of byOwner) ask(dataset(), [question], true, answers);
  for (const question of byMonth) ask(dataset(), [question], false, answers);
  return answers;
}

/** The same typed columns, as records that have never been asked anything: no derived columns yet. */
export function unasked(dataset: Dataset): Dataset {
  return linkRecords(Object.values(dataset).map((records) => new Records(records)));
}

function ask(dataset: Dataset, questions: readonly Question[], byOwner: boolean, into: Answers): void {
  const periods = monthsOf();
  const measured = measureAll(dataset, questions, byOwner ? { by: "owner", periods } : { periods });
  const groups = measured.groups.length;
  questions.forEach(({ metric }, index) => {
    const values = new Float64Array(groups * periods.length);
    for (let group = 0; group < groups; group++) {
      for (let period = 0; period < periods.length; period++) {
        const { value } = measured.at(index, group, period);
        values[group * periods.length + period] = typeof value === "number" ? value : NaN;
      }
    }
    into.set(metric.id, values);
  });
}
