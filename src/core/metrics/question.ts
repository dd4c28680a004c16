import type { EvaluateOptions } from "../evaluate/evaluate";
import type { CalendarSettings, Period } from "../time/periods";
import type { Metric } from "./metric";
import type { OptionSpecs, OptionValues } from "./options";

/** One question to a metric. */
export interface Question<M extends Metric = Metric> {
  readonly metric: M;
  /** Values of the metric's own options, as `parseOptions` gives them. */
  readonly options: OptionValues<OptionSpecs>;
  readonly numbers?: Readonly<Record<string, number>>;
  readonly period?: Period;
  readonly asOf?: number;
  /** Of mapped tables; calendar years and weeks from Monday without. */
  readonly calendar?: CalendarSettings;
  readonly level?: number;
}

/** What is asked of the evaluator, beside the expression. */
export function evaluation(question: Question): EvaluateOptions {
  return {
    ...(question.period === undefined ? {} : { periods: [question.period] }),
    ...(question.asOf === undefined ? {} : { asOf: question.asOf }),
    ...(question.level === undefined ? {} : { level: question.level }),
  };
}
