import { refuse, type Result } from "../result";
import type { Dataset } from "../records/dataset";
import { prepareApart } from "./apart";
import { combine, type Combined } from "./combine";
import { excludedRows } from "./excluded";
import { ownAggregatesOf, type Apart, type Expression } from "./expression";
import { prepareGathering, type GatherOptions } from "./gather";

export interface EvaluateOptions extends GatherOptions {
  /** Confidence level of the intervals; 0.95. */
  readonly level?: number;
  /** Count what was left out, for the whole, not per group. */
  readonly withExclusions?: boolean;
}

export interface Evaluation {
  /** Labels of the groups; one, "", when not grouped. */
  readonly groups: readonly string[];
  /** One result per expression, group and period: `at(expression, group, period)`. */
  at(expression: number, group?: number, period?: number): Result;
}

/**
 * Computes any number of expressions for all groups and periods in one pass over the records of each kind.
 * Aggregates that several expressions share, and populations that several aggregates share, are computed once; what
 * looks at other periods (last year's) is one more pass.
 * O(rows × distinct populations); quantiles add a sort per group.
 */
export function evaluate(
  dataset: Dataset,
  expressions: readonly Expression[],
  options: EvaluateOptions = {},
): Evaluation {
  return prepareEvaluation(dataset, expressions, options)();
}

/** The evaluation with everything found that it needs: a question that cannot be asked stops here, before any pass. */
export function prepareEvaluation(
  dataset: Dataset,
  expressions: readonly Expression[],
  options: EvaluateOptions = {},
): () => Evaluation {
  const gathering = prepareGathering(dataset, expressions.flatMap(ownAggregatesOf), options);
  const runApart = prepareApart(dataset, expressions, options, prepareEvaluation);
  return () => {
    gathering.run();
    const { groups, periods, of } = gathering;
    const cells = groups.length * periods;
    const dated = (options.periods?.length ?? 0) > 0;
    // Counted when looked at: it takes longer than the numbers.
    const counted: Record<string, number>[] = [];
    const excludedBy = (index: number, expression: Expression): Record<string, number> =>
      (counted[index] ??= excludedRows(
        dataset,
        expression,
        dated || options.asOf !== undefined,
        options.asOf,
      ));
    const answers = runApart();
    const parts = {
      of,
      apart(expression: Apart, cell: number): Combined {
        const answer = answers.get(expression);
        if (answer === undefined) throw new Error(`${expression.op} expression was not computed`);
        return answer(Math.floor(cell / periods), cell % periods);
      },
    };
    return {
      groups,
      at(index, group = 0, period = 0) {
        const expression = expressions[index];
        if (expression === undefined) throw new RangeError(`no expression ${index}`);
        const cell = group * periods + period;
        if (cell < 0 || cell >= cells) {
          return { value: refuse("#N/A", "noRecords"), n: 0, excluded: {}, notes: [] };
        }
        const result = combine(expression, cell, parts, options.level ?? 0.95);
        const told = Object.assign(result, { excluded: {}, notes: [] });
        return options.withExclusions === true
          ? Object.defineProperty(told, "excluded", {
              enumerable: true,
              get: () => excludedBy(index, expression),
            })
          : told;
      },
    };
  };
}
