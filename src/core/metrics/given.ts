import { evaluate } from "../evaluate/evaluate";
import type { Dataset } from "../records/dataset";
import type { DerivedRole } from "../records/derived";
import { holidaysOf } from "../records/holidays";
import { Outcome } from "../records/outcome";
import type { Records } from "../records/records";
import type { Kind, Role } from "../records/roles";
import { isRefusal, RefusalError } from "../result";
import type { Period } from "../time/periods";
import type { ComputeContext, Given } from "./metric";
import { evaluation, type Question } from "./question";

/** What a question gives a metric beside its options; `period` may be one of several asked for. */
export function givenTo(dataset: Dataset, question: Question, period?: Period): Given {
  return {
    has: (role, kind = "deal") => dataset[kind]?.has(role) === true,
    kinds: Object.keys(dataset) as Kind[],
    number: (name) => question.numbers?.[name],
    hasPeriod: (period ?? question.period) !== undefined,
    period: period ?? question.period,
    level: question.level ?? 0.95,
    asOf: question.asOf,
    calendar: question.calendar,
    overall(expression) {
      const { asOf } = question;
      const { value } = evaluate(dataset, [expression], asOf === undefined ? {} : { asOf }).at(0);
      if (isRefusal(value)) throw new RefusalError(value);
      return value;
    },
    holidays: () => holidaysOf({ linked: dataset }),
    lastDay(role, kind = "deal") {
      const records = dataset[kind];
      return records?.has(role) === true ? lastDayOf(records, role) : undefined;
    },
  };
}

/** What a metric that is no expression, or a table, is computed from. */
export function contextOf(dataset: Dataset, question: Question): ComputeContext {
  return {
    ...givenTo(dataset, question),
    dataset,
    evaluate: (expression) => evaluate(dataset, [expression], evaluation(question)).at(0),
  };
}

const lastDays = new WeakMap<Records, Map<Role | DerivedRole, number | undefined>>();

function lastDayOf(records: Records, role: Role | DerivedRole): number | undefined {
  const known = lastDays.get(records) ?? new Map<Role | DerivedRole, number | undefined>();
  lastDays.set(records, known);
  if (known.has(role)) return known.get(role);
  const dates = records.numbers(role);
  let last = -Infinity;
  for (let i = 0; i < dates.length; i++) {
    const date = dates[i] ?? NaN;
    if (records.outcome[i] !== Outcome.none && date > last && date < Infinity) last = date;
  }
  const day = last === -Infinity ? undefined : Math.floor(last);
  known.set(role, day);
  return day;
}
