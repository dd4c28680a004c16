import type { Expression } from "../core/evaluate/expression";
import { isComputed, isTable, type Given, type Metric } from "../core/metrics/metric";
import { parseOptions } from "../core/metrics/options";
import type { Kind, Role } from "../core/records/roles";
import { RefusalError } from "../core/result";
import { everythingButPeriod, everythingGiven } from "./givens";

/** Whether the metric, with its default options, reads a role where it is given: its expression asks for it. */
export function asksFor(metric: Metric, role: Role, kind: Kind): boolean {
  let roles = asked.get(metric);
  if (roles === undefined) {
    const seen = new Set<string>();
    expressionOf(metric, {
      ...everythingGiven,
      has(one, of = "deal") {
        seen.add(`${of}.${one}`);
        return true;
      },
    });
    roles = seen;
    asked.set(metric, roles);
  }
  return roles.has(`${kind}.${role}`);
}

const asked = new WeakMap<Metric, ReadonlySet<string>>();

/** Whether the metric, with its default options, can only be answered for a period. */
export function needsPeriod(metric: Metric): boolean {
  if (!metric.period) return false;
  const expression = expressionOf(metric, everythingButPeriod);
  return expression === "needsPeriod" || comparesMoments(expression);
}

/** The metric's expression, or the message it refuses with; undefined for what is no expression. */
function expressionOf(metric: Metric, given: Given): Expression | string | undefined {
  if (isTable(metric) || isComputed(metric)) return undefined;
  try {
    return metric.value(parseOptions("", metric.options), given);
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal.message;
    throw error;
  }
}

/** A part is placed by the beginning of a period, or moved to another one. */
function comparesMoments(part: unknown): boolean {
  if (typeof part !== "object" || part === null) return false;
  if ("on" in part && MOMENTS.has(String(part.on))) return true;
  if ("op" in part && part.op === "shifted" && "by" in part && !("end" in Object(part.by))) return true;
  return Object.values(part).some(comparesMoments);
}

const MOMENTS: ReadonlySet<string> = new Set([
  "openAtStart",
  "activeAtStart",
  "activeDuring",
  "closedBefore",
  "targeted",
  "wonFromOpen",
]);
