/* eslint-disable @typescript-eslint/no-non-null-assertion -- the hot loops: every index is in range by construction */
import type { Dataset } from "../records/dataset";
import type { Period } from "../time/periods";
import type { Additive, AdditiveAccumulator } from "./accumulate";
import { combine } from "./combine";
import type { ApartAnswers } from "./apart";
import type { EvaluateOptions } from "./evaluate";
import {
  aggregatesOf,
  apartOf,
  keyOf,
  populationsOf,
  type Aggregate,
  type Expression,
  type Shifted,
} from "./expression";
import { prepareGathering, type Gathering } from "./gather";
import { isSnapshot } from "./selection";

/** A shifted expression, and for each period asked for the one it is looked at over. */
export interface Windowed {
  readonly shifted: Shifted;
  readonly windows: readonly Period[];
}

/** Whether the expression over a period is known from its parts: totals of records that a date places. */
export function canBeAddedUp(expression: Expression): boolean {
  return (
    apartOf(expression).length === 0 &&
    aggregatesOf(expression).every(
      (aggregate) =>
        (aggregate.op === "count" || aggregate.op === "sum" || aggregate.op === "mean") &&
        populationsOf(aggregate).every(
          (population) =>
            !isSnapshot(population) && population.on !== "always" && population.on !== "wonFromOpen",
        ),
    )
  );
}

/**
 * Expressions over periods that may overlap (the last twelve months of each month), whatever their shifts, in one pass:
 * totals are gathered for the shortest stretches that the periods are made of, and added up.
 */
export function prepareWindows(
  dataset: Dataset,
  windowed: readonly Windowed[],
  options: EvaluateOptions,
): (answers: ApartAnswers) => void {
  const stretches = stretchesOf(windowed.flatMap(({ windows }) => windows));
  const aggregates = windowed.flatMap(({ shifted }) => aggregatesOf(shifted.of));
  const { by, asOf } = options;
  const gathering = prepareGathering(dataset, aggregates, {
    periods: stretches,
    ...(by === undefined ? {} : { by }),
    ...(asOf === undefined ? {} : { asOf }),
  });
  return (answers) => {
    gathering.run();
    const known = new Map<string, AdditiveAccumulator>();
    for (const { shifted, windows } of windowed) {
      const places = JSON.stringify(windows);
      const totals = new Map(
        aggregatesOf(shifted.of).map((aggregate) => {
          const key = places + keyOf(aggregate);
          const total =
            known.get(key) ?? addedUp(gathering, additiveOf(gathering, aggregate), stretches, windows);
          known.set(key, total);
          return [aggregate, total] as const;
        }),
      );
      const parts = {
        of: (aggregate: Aggregate) => totals.get(aggregate)!,
        apart(): never {
          throw new Error("an expression to be evaluated on its own has no totals");
        },
      };
      answers.set(shifted, (group, period) =>
        combine(shifted.of, group * windows.length + period, parts, options.level ?? 0.95),
      );
    }
  };
}

function additiveOf(gathering: Gathering, aggregate: Aggregate): Additive {
  const { additive } = gathering.of(aggregate);
  if (additive === undefined) throw new Error(`${aggregate.op} cannot be added up`);
  return additive;
}

function addedUp(
  { groups }: Gathering,
  from: Additive,
  stretches: readonly Period[],
  windows: readonly Period[],
): AdditiveAccumulator {
  const total = from.empty(groups.length * windows.length);
  total.additive.state.forEach((sums, at) => {
    const parts = from.state[at]!;
    windows.forEach(({ start, end }, window) => {
      stretches.forEach((stretch, part) => {
        if (stretch.start < start || stretch.end > end) return;
        for (let group = 0; group < groups.length; group++)
          sums[group * windows.length + window]! += parts[group * stretches.length + part]!;
      });
    });
  });
  return total;
}

/** The periods cut at each other's ends: sorted, disjoint, each in one of them at least. */
function stretchesOf(periods: readonly Period[]): readonly Period[] {
  const days = [...new Set(periods.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  return days.slice(1).flatMap((end, i) => {
    const start = days[i]!;
    return periods.some((period) => period.start <= start && end <= period.end)
      ? [{ start, end, label: "" }]
      : [];
  });
}
