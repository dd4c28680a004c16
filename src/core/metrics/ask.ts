import type { Dataset } from "../records/dataset";
import { isRefusal, stop, type Refusal, type Result } from "../result";
import { defaultCalendar, type Period } from "../time/periods";
import {
  dayOfObservation,
  guarded,
  guardedSteps,
  periodAsked,
  type Ask,
  type DeskContext,
  type DeskSettings,
} from "./ask-context";
import { evaluated, inOne, questionOf, refused, type PreparedAsk, type Steps } from "./ask-evaluate";
import { readFilters } from "./ask-filters";
import { readMetric } from "./ask-metric";
import { recordsRead } from "./ask-records";
import { toldForMapped } from "./ask-refusals";
import { tableOf, type TableAnswer, type TableAsk } from "./ask-table";
import { explain } from "./measure";
import { isTable, unitOf, type Metric, type Unit } from "./metric";
import { subsetPassing } from "./ask-groups";

export type { Ask, DeskSettings } from "./ask-context";
export type { Filter } from "./ask-filters";
export type { OpeningHours } from "./ask-metric";
export { missingColumns, type MissingColumn } from "./ask-records";
export { splitMetrics, type TableAnswer, type TableAsk } from "./ask-table";

/** What was answered, and as what the question was understood. */
export interface Answer extends Result {
  /** Missing where the question names none. */
  readonly metric?: Metric;
  readonly unit: Unit;
  readonly period?: Period;
  readonly asOf?: number;
}

/**
 * Answers questions to the records that are held for all: cells, the pane's cards and the reports ask here. No question
 * throws: an answer's value is a number or a refusal that says what to do.
 */
export interface Desk {
  /** Answers in the order of the questions. What is asked together shares its passes over the records. */
  numbers(asks: readonly Ask[]): readonly Answer[];
  /** The same, pausing between passes. */
  numbersInSteps(asks: readonly Ask[]): Steps<readonly Answer[]>;
  /** As `numbers` for one, with what was left out, why, and remarks on the data. */
  explain(ask: Ask): Answer;
  table(ask: TableAsk): TableAnswer | Refusal;
  tableInSteps(ask: TableAsk): Steps<TableAnswer | Refusal>;
  /** Reads a period as questions have it; undefined for all time. Refuses what is none. */
  period(text: string | number | undefined): Period | undefined | Refusal;
}

/**
 * `dataset` as it was read, with every row (`duplicates: "keep"`): each metric leaves out what it has to. Benchmarks are what
 * answers are compared with: no metric reads them, and nobody filters by their sources.
 */
export function createDesk({ benchmark: _, ...dataset }: Dataset, settings: DeskSettings): Desk {
  const context: DeskContext = { dataset, ...settings, calendar: settings.calendar ?? defaultCalendar };
  const numbersInSteps = (asks: readonly Ask[]) => answerNumbers(context, asks);
  const tableInSteps = (ask: TableAsk) => guardedSteps(tableOf(context, ask));
  const numbers = (asks: readonly Ask[]) => inOne(numbersInSteps(asks));
  return {
    numbers,
    numbersInSteps,
    explain: (ask) => explained(context, ask, numbers),
    table: (ask) => inOne(tableInSteps(ask)),
    tableInSteps,
    period: (text) => guarded(() => periodAsked(text, context)),
  };
}

export interface ReadAsk extends PreparedAsk {
  readonly ask: Ask;
}

/** A question with its words understood; refuses what cannot be asked. */
export function readAsk(context: DeskContext, ask: Ask): ReadAsk {
  const asked = readMetric(ask.metric, context.businessHours);
  const { metric } = asked;
  if (isTable(metric)) stop("tableNotOneNumber", { metric: metric.id });
  const period = periodAsked(ask.period, context);
  const filters = readFilters(context.dataset, ask.filters ?? []);
  const read = recordsRead(
    context.dataset,
    asked,
    filters.map(({ role }) => role),
  );
  const asOf = dayOfObservation(asked, read.kinds, period, context.today);
  return {
    ask,
    asked,
    read,
    filters,
    calendar: context.calendar,
    ...(period === undefined ? {} : { period }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

function* answerNumbers(context: DeskContext, asks: readonly Ask[]): Steps<readonly Answer[]> {
  const answers: Answer[] = [];
  const prepared: { at: number; ask: ReadAsk }[] = [];
  asks.forEach((ask, at) => {
    const read = guarded(() => readAsk(context, ask));
    if (isRefusal(read))
      answers[at] = { ...refused(toldForMapped(read, { metric: ask.metric })), unit: "number" };
    else prepared.push({ at, ask: read });
  });
  const results = yield* evaluated(
    prepared.map(({ ask }) => ask),
    context.today,
  );
  prepared.forEach(({ at }, i) => {
    const answered = results[i];
    if (answered === undefined) return;
    const { ask, result } = answered;
    answers[at] = answerOf(context, ask, result);
  });
  return answers;
}

function answerOf(context: DeskContext, ask: ReadAsk, result: Result): Answer {
  const { metric, options } = ask.asked;
  const { value } = result;
  return {
    ...result,
    value: isRefusal(value)
      ? toldForMapped(value, {
          metric: metric.id,
          inputs: metric.inputs,
          filters: ask.filters,
          dataset: context.dataset,
        })
      : value,
    metric,
    unit: unitOf(metric, options),
    ...(ask.period === undefined ? {} : { period: ask.period }),
    ...(ask.asOf === undefined ? {} : { asOf: ask.asOf }),
  };
}

function explained(context: DeskContext, ask: Ask, numbers: Desk["numbers"]): Answer {
  const [answer] = numbers([ask]);
  if (answer === undefined) throw new Error("no answer");
  const read = guarded(() => readAsk(context, ask));
  if (isRefusal(read)) return answer;
  const details = guarded(() =>
    explain(subsetPassing(read.read.dataset, read.filters), {
      ...questionOf({ ...read, ...(answer.asOf === undefined ? {} : { asOf: answer.asOf }) }),
      ...(read.period === undefined ? {} : { period: read.period }),
    }),
  );
  return isRefusal(details) ? answer : { ...answer, excluded: details.excluded, notes: details.notes };
}
