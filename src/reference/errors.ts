import type { Expression } from "../core/evaluate/expression";
import { messageText, type Locale, type MessageId } from "../core/messages";
import { isComputed, isTable, type Metric } from "../core/metrics/metric";
import { parseOptions, type OptionSpecs } from "../core/metrics/options";
import { RefusalError, type ErrorCode } from "../core/result";
import { everythingGiven, leastGiven } from "./givens";

export interface ErrorText {
  readonly code: ErrorCode;
  readonly text: string;
}

/**
 * The errors a metric's calculation may end in, beside those every function answers to bad arguments: read off its
 * expression, with all that can be given and with the least, the defaults and each other value of an option. What is no
 * expression does not tell.
 */
export function errorsOf(metric: Metric, locale: Locale): readonly ErrorText[] {
  if (isTable(metric) || isComputed(metric)) return [];
  /** Error → the options under which it occurs. */
  const found = new Map<string, ErrorText & { readonly under: Set<string> }>();
  for (const options of variants(metric.options)) {
    const add: Add = (code, message, values) => {
      if (message === "unknownOptionValue") return; // every function answers that
      const text = messageText(locale, message, values);
      const known = found.get(code + text) ?? { code, text, under: new Set() };
      found.set(code + text, known);
      known.under.add(options);
    };
    for (const given of [everythingGiven, leastGiven(metric)]) {
      try {
        collect(metric.value(parseOptions(options, metric.options), given), add);
      } catch (error) {
        if (!(error instanceof RefusalError)) throw error;
        add(error.refusal.error, error.refusal.message, error.refusal.values);
      }
    }
  }
  return [...found.values()]
    .map(({ code, text, under }) => ({ code, text: withOptions(text, [...under]) }))
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/** An error that needs an option says which, unless its text does. */
function withOptions(text: string, under: readonly string[]): string {
  if (under.includes("") || under.some((option) => text.includes(option))) return text;
  return `${under.join(", ")}: ${text}`;
}

type Add = (code: ErrorCode, message: MessageId, values?: Readonly<Record<string, string | number>>) => void;

/** The defaults, then each other value of each option. */
function variants(options: OptionSpecs): readonly string[] {
  const others = Object.entries(options).flatMap(([name, spec]) =>
    spec.option === "choice" ? spec.values.slice(1).map((value) => `${name}=${value}`) : [],
  );
  return ["", ...others];
}

/** Walks the expression, whatever its operators are. */
function collect(expression: Expression, add: Add): void {
  if (expression.op === "share" || expression.op === "ratio") add("#DIV/0!", "zeroDenominator");
  else if (expression.op === "atLeast") add(expression.error, expression.message);
  else if (expression.op === "survivalMedian") add("#N/A", "medianNotReached");
  if (AVERAGES.has(expression.op)) add("#N/A", "noRecords");
  for (const part of Object.values(expression).flat() as unknown[]) {
    if (typeof part === "object" && part !== null && "op" in part) collect(part as Expression, add);
  }
}

/** An average of nothing is not available, where a sum of nothing is 0. */
const AVERAGES: ReadonlySet<string> = new Set(["mean", "quantile", "trimmedMean", "survivalMedian"]);
