import { evaluate } from "../../src/core/evaluate/evaluate";
import type { Expression } from "../../src/core/evaluate/expression";
import { isComputed, isTable, type Given, type Metric } from "../../src/core/metrics/metric";
import { revenue } from "../../src/core/metrics/revenue";
import { winRate } from "../../src/core/metrics/win-rate";
import { parseOptions } from "../../src/core/metrics/options";
import { Records } from "../../src/core/records/records";
import type { Candidate } from "./candidates";
import { emptyGrid, MONTHS, type Grid } from "./grid";
import { monthsOf } from "./months";

/** The metrics as declared, over records that have been asked before: derived columns are there. */
export function ours(records: Records): Candidate {
  return { name: "evaluate", run: () => ask(records) };
}

/** As the first question to records just read: derived columns are computed on the way. */
export function oursFirst(records: Records): Candidate {
  return { name: "evaluate, first question", run: () => ask(new Records(records)) };
}

function ask(records: Records): Grid {
  const given: Given = {
    has: (role) => records.has(role),
    kinds: ["deal"],
    hasPeriod: true,
    level: 0.95,
    number: () => undefined,
    overall: () => 1,
    holidays: () => new Set(),
    lastDay: () => undefined,
  };
  const expressions = [winRate, revenue].map((metric) => expressionOf(metric, given));
  const evaluation = evaluate({ deal: records }, expressions, { by: "owner", periods: monthsOf() });
  const grid = emptyGrid(evaluation.groups.length);
  // groups come in order of appearance, the grid's owners in the dictionary's: also order of appearance, from 1
  for (let owner = 0; owner < evaluation.groups.length; owner++) {
    for (let month = 0; month < MONTHS; month++) {
      grid.winRate[owner * MONTHS + month] = numberOf(evaluation.at(0, owner, month).value);
      grid.revenue[owner * MONTHS + month] = numberOf(evaluation.at(1, owner, month).value);
    }
  }
  return grid;
}

function expressionOf(metric: Metric, given: Given): Expression {
  if (isComputed(metric) || isTable(metric)) throw new Error(`${metric.id} is no expression`);
  return metric.value(parseOptions("", metric.options), given);
}

function numberOf(value: unknown): number {
  return typeof value === "number" ? value : NaN;
}
