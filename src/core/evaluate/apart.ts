import { isRefusal, refuse, stop } from "../result";
import type { Dataset } from "../records/dataset";
import { wilsonInterval } from "../statistics/intervals";
import type { Period } from "../time/periods";
import { shiftPeriod, type Shift } from "../time/shift";
import type { Combined } from "./combine";
import type { Evaluation, EvaluateOptions } from "./evaluate";
import { apartOf, type Apart, type Attaining, type Expression, type Shifted } from "./expression";
import { canBeAddedUp, prepareWindows, type Windowed } from "./windows";

type PrepareEvaluation = (
  dataset: Dataset,
  expressions: readonly Expression[],
  options: EvaluateOptions,
) => () => Evaluation;
type ApartAnswer = (group: number, period: number) => Combined;
export type ApartAnswers = Map<Apart, ApartAnswer>;

/** Each expression that is evaluated on its own → its result in a group and a period. */
export function prepareApart(
  dataset: Dataset,
  expressions: readonly Expression[],
  options: EvaluateOptions,
  prepareEvaluation: PrepareEvaluation,
): () => ApartAnswers {
  const runs: ((answers: ApartAnswers) => void)[] = [];
  const windowed: Windowed[] = [];
  const byShift = new Map<string, Shifted[]>();
  for (const apart of expressions.flatMap(apartOf)) {
    if (apart.op === "attaining") {
      const run = prepareAttaining(dataset, apart, options, prepareEvaluation);
      runs.push((answers) => answers.set(apart, run()));
    } else if (canBeAddedUp(apart.of)) {
      windowed.push({ shifted: apart, windows: movedPeriods(apart.by, options) });
    } else {
      const key = JSON.stringify(apart.by);
      byShift.set(key, [...(byShift.get(key) ?? []), apart]);
    }
  }
  if (windowed.length > 0) runs.push(prepareWindows(dataset, windowed, options));
  for (const together of byShift.values()) {
    const [first] = together;
    if (first === undefined) continue;
    const moved = movedPeriods(first.by, options);
    const inner = together.map(({ of }) => of);
    const over = (periods: readonly Period[]): (() => Evaluation) =>
      prepareEvaluation(dataset, inner, { ...options, periods, withExclusions: false });
    const apart = moved.every((period, i) => i === 0 || period.start >= (moved[i - 1]?.end ?? 0));
    const prepared = apart ? [over(moved)] : moved.map((period) => over([period]));
    runs.push((answers) => {
      const all = prepared.map((run) => run());
      together.forEach((shifted, index) => {
        answers.set(shifted, (group, period) =>
          apart
            ? (all[0] as Evaluation).at(index, group, period)
            : (all[period] as Evaluation).at(index, group, 0),
        );
      });
    });
  }
  return () => {
    const answers: ApartAnswers = new Map();
    for (const run of runs) run(answers);
    return answers;
  };
}

/** Grouped by the role itself, a group is one word; grouping by another role is for tables that have both. */
function prepareAttaining(
  dataset: Dataset,
  { role, of, limit }: Attaining,
  options: EvaluateOptions,
  prepareEvaluation: PrepareEvaluation,
): () => ApartAnswer {
  const run = prepareEvaluation(dataset, [of], {
    ...options,
    by: options.by ?? role,
    withExclusions: false,
  });
  return () => {
    const { groups, at } = run();
    return (group, period) => {
      let n = 0;
      let numerator = 0;
      groups.forEach((label, word) => {
        if (label === "" || (options.by !== undefined && word !== group)) return;
        const { value } = at(0, word, period);
        if (isRefusal(value)) return;
        n++;
        if (value >= limit) numerator++;
      });
      if (n === 0) return { value: refuse("#DIV/0!", "zeroDenominator"), n };
      const interval = wilsonInterval(numerator, n, options.level ?? 0.95);
      return {
        value: numerator / n,
        n,
        numerator,
        denominator: n,
        ...(interval === undefined ? {} : { interval }),
      };
    };
  };
}

function movedPeriods(shift: Shift, options: EvaluateOptions): readonly Period[] {
  return periodsToShift(options, shift).map((period) => shiftPeriod(period, shift, options.asOf));
}

/** The periods asked for; without one, only what ends at a known day can be told. */
function periodsToShift({ periods, asOf }: EvaluateOptions, shift: Shift): readonly Period[] {
  if (periods?.length) return periods;
  const end = asOf ?? ("end" in shift ? shift.end : undefined);
  if (end === undefined || !ENDING.has(shift.to)) stop("needsPeriod");
  return [{ start: -1, end: Math.floor(end) + 1, label: "" }];
}

const ENDING: ReadonlySet<Shift["to"]> = new Set(["lastMonths", "lastDays", "grain"]);
