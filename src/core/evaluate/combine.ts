import { isRefusal, refuse, type Result } from "../result";
import { wilsonInterval } from "../statistics/intervals";
import type { Accumulator } from "./accumulate";
import { aggregatesOf, type Aggregate, type Apart, type Expression } from "./expression";

export type Combined = Omit<Result, "excluded" | "notes">;

/** What an expression is combined from. */
export interface Parts {
  of(aggregate: Aggregate): Accumulator;
  /** What was evaluated on its own. */
  apart(expression: Apart, group: number): Combined;
}

/** An expression's result in one group from the aggregates' states. */
export function combine(expression: Expression, group: number, of: Parts, level: number): Combined {
  switch (expression.op) {
    case "constant":
      return { value: expression.value, n: 0 };
    case "shifted":
    case "attaining":
      return of.apart(expression, group);
    case "atLeast": {
      const result = combine(expression.of, group, of, level);
      if (isRefusal(result.value)) return result;
      const { limit, strict, error, message } = expression;
      const fails = strict ? result.value <= limit : result.value < limit;
      return fails ? { ...result, value: refuse(error, message) } : result;
    }
    case "share": {
      const part = combine(expression.part, group, of, level);
      const whole = combine(expression.whole, group, of, level);
      const result = divide(part, whole);
      const { numerator = 0, denominator = 0 } = result;
      const interval = countsOnly(expression.whole)
        ? wilsonInterval(numerator, denominator, level)
        : undefined;
      return interval === undefined ? result : { ...result, interval };
    }
    case "ratio":
      return divide(combine(expression.top, group, of, level), combine(expression.bottom, group, of, level));
    case "product": {
      let value = 1;
      let n = 0;
      for (const factor of expression.of) {
        const result = combine(factor, group, of, level);
        if (isRefusal(result.value)) return result;
        value *= result.value;
        n = Math.max(n, result.n);
      }
      return { value, n };
    }
    case "plus": {
      let value = 0;
      let n = 0;
      for (const term of expression.of) {
        const result = combine(term, group, of, level);
        if (isRefusal(result.value)) return result;
        value += result.value;
        n += result.n;
      }
      return { value, n };
    }
    case "minus": {
      const whole = combine(expression.of, group, of, level);
      const less = combine(expression.minus, group, of, level);
      if (isRefusal(whole.value)) return whole;
      if (isRefusal(less.value)) return less;
      const result = { value: whole.value - less.value, n: Math.max(whole.n, less.n) };
      const interval = expression.of.op === "constant" ? less.interval : undefined;
      if (interval === undefined) return result;
      const { lower, upper } = interval;
      return { ...result, interval: { ...interval, lower: whole.value - upper, upper: whole.value - lower } };
    }
    case "power": {
      const result = combine(expression.of, group, of, level);
      if (isRefusal(result.value)) return result;
      const raised = (value: number): number => value ** expression.exponent;
      const { n, interval } = result;
      if (interval === undefined) return { value: raised(result.value), n };
      const { lower, upper } = interval;
      return {
        value: raised(result.value),
        n,
        interval: { ...interval, lower: raised(lower), upper: raised(upper) },
      };
    }
    default:
      return aggregateResult(expression, group, of, level);
  }
}

/** Counts and sums of nothing are 0; an average of nothing is not available, nor a sum of what is not known. */
function aggregateResult(aggregate: Aggregate, group: number, of: Parts, level: number): Combined {
  const accumulator = of.of(aggregate);
  const n = accumulator.n(group);
  if (n === 0 && "unknown" in aggregate && accumulator.unknown?.(group))
    return { value: refuse("#N/A", "noAmounts"), n };
  if (!AVERAGES.has(aggregate.op)) return { value: accumulator.value(group), n };
  if (n === 0) return { value: refuse("#N/A", "noRecords"), n };
  if (Number.isNaN(accumulator.value(group))) return { value: refuse("#N/A", "medianNotReached"), n };
  const interval = accumulator.interval(group, level);
  return { value: accumulator.value(group), n, ...(interval === undefined ? {} : { interval }) };
}

const AVERAGES: ReadonlySet<Aggregate["op"]> = new Set(["mean", "quantile", "trimmedMean", "survivalMedian"]);
const COUNTS: ReadonlySet<Aggregate["op"]> = new Set(["count", "distinct", "common", "repeated"]);

function countsOnly(expression: Expression): boolean {
  return aggregatesOf(expression).every(({ op }) => COUNTS.has(op));
}

function divide(top: Combined, bottom: Combined): Combined {
  if (isRefusal(top.value)) return top;
  if (isRefusal(bottom.value)) return { ...bottom, numerator: top.value };
  const parts = { n: bottom.n, numerator: top.value, denominator: bottom.value };
  if (bottom.value === 0) return { ...parts, value: refuse("#DIV/0!", "zeroDenominator") };
  // By a sum beyond all numbers everything divides to 0.
  return { ...parts, value: Number.isFinite(bottom.value) ? top.value / bottom.value : Infinity };
}
