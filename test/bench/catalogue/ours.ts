import { measureAll } from "../../../src/core/metrics/measure-all";
import type { Question } from "../../../src/core/metrics/question";
import { linkRecords, type Dataset } from "../../../src/core/records/dataset";
import { Records } from "../../../src/core/records/records";
import type { Kind, Role } from "../../../src/core/records/roles";
import { monthsOf } from "../months";
import { OwnTime } from "../timing";
import { readTables, type TablesOfCells } from "./tables";
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

/** A call for each metric, each of a dataset of its own; the time of the calls. */
export function oneByOne(
  dataset: (question: Question) => Dataset,
  { byOwner, byMonth }: Pick<Asked, "byOwner" | "byMonth">,
): OwnTime {
  const single = (question: Question, ofOwner: boolean): number => {
    const own = dataset(question);
    return milliseconds(() => {
      ask(own, [question], ofOwner, new Map());
    });
  };
  let total = 0;
  for (const question of byOwner) total += single(question, true);
  for (const question of byMonth) total += single(question, false);
  return new OwnTime(total);
}

export function milliseconds(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** As formulas do it: each reads the cells of the columns it takes and of the owners, and of no others. */
export function formulaByFormula(
  tables: TablesOfCells,
  { byOwner, byMonth }: Pick<Asked, "byOwner" | "byMonth">,
): void {
  for (const question of [...byOwner, ...byMonth]) {
    const columns = question.metric.inputs.flatMap((input) =>
      input.input === "column" ? [{ role: input.role, kind: input.kinds[0] }] : [],
    );
    const takes = (kind: Kind, role: Role): boolean =>
      columns.some((column) => column.kind === kind && (column.role === role || role === "owner"));
    ask(readTables(tables, takes), [question], byOwner.includes(question), new Map());
  }
}

/**
 * The same typed columns, as just read: no derived columns, and dictionaries that nobody has looked at, as every formula
 * that stands for itself meets them.
 */
export function unasked(dataset: Dataset): Dataset {
  return linkRecords(
    Object.values(dataset).map((records) => {
      const columns = [...records.columns].map(
        ([role, column]) =>
          [role, column.type === "word" ? { ...column, words: column.words.slice() } : column] as const,
      );
      return new Records({ ...records, columns: new Map(columns) });
    }),
  );
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
