import type { Given, Metric } from "../core/metrics/metric";
import { kinds, type Kind } from "../core/records/roles";

/** What an expression may depend on, with all that can be given. */
export const everythingGiven: Given = {
  has: () => true,
  kinds: Object.keys(kinds) as Kind[],
  number: () => 1,
  hasPeriod: true,
  period: { start: 45658, end: 45748, label: "2025-Q1" },
  asOf: 45747,
  lastDay: () => 45747,
  overall: () => 1,
  holidays: () => new Set(),
  level: 0.95,
};

export const everythingButPeriod: Given = {
  ...everythingGiven,
  hasPeriod: false,
  period: undefined,
  asOf: undefined,
};

/** Only what has to be given. */
export function leastGiven(metric: Metric): Given {
  const required = metric.inputs.filter((input) => input.required);
  const columns = required.filter((input) => input.input === "column");
  return {
    has: (role, kind = "deal") => columns.some((input) => input.role === role && input.kinds.includes(kind)),
    kinds: [...new Set(columns.flatMap((input) => input.kinds))],
    number: (name) =>
      required.some((input) => input.input === "number" && input.name === name) ? 1 : undefined,
    hasPeriod: false,
    lastDay: () => 45747,
    overall: () => 1,
    holidays: () => new Set(),
    level: 0.95,
  };
}
