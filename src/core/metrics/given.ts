import type { Dataset } from "../records/dataset";
import { Outcome } from "../records/records";
import type { Kind } from "../records/roles";
import type { Period } from "../time/periods";
import type { Given } from "./metric";
import type { Question } from "./measure";

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
    lastDay(role, kind = "deal") {
      const records = dataset[kind];
      if (records?.has(role) !== true) return undefined;
      const dates = records.numbers(role);
      let last = -Infinity;
      for (let i = 0; i < dates.length; i++) {
        const date = dates[i] ?? NaN;
        if (records.outcome[i] !== Outcome.none && date > last && date < Infinity) last = date;
      }
      return last === -Infinity ? undefined : Math.floor(last);
    },
  };
}
