import { catalogue } from "../core/metrics/catalogue";
import { explainMetric } from "./explain";
import { callBy, defineMetric, listMetrics } from "./helper-functions";
import { helperIds } from "./helper-ids";
import { streamDataQuality, streamKpi, streamKpiTable, type StreamingInvocation } from "./mapped-functions";
import { callMetric } from "./range-functions";
import { spills } from "../core/metrics/metric";
import { parametersOf } from "../core/metrics/parameters";
import type { Argument } from "./read-arguments";

for (const metric of catalogue) {
  // Excel adds its invocation object behind the declared arguments.
  const places = parametersOf(metric).length;
  CustomFunctions.associate(metric.id, (...args: Argument[]) => {
    const answer = callMetric(metric, args.slice(0, places));
    return spills(metric) ? spilled(answer) : answer;
  });
}
CustomFunctions.associate(helperIds.by, (metric: Argument, group: Argument, ...rest: Argument[]) =>
  spilled(callBy(metric, group, repeated(rest))),
);
CustomFunctions.associate(helperIds.explain, async (metric: Argument, ...rest: Argument[]) =>
  spilled(await explainMetric(metric, repeated(rest))),
);
CustomFunctions.associate(helperIds.kpi, streaming(streamKpi, 2));
CustomFunctions.associate(helperIds.kpiTable, streaming(streamKpiTable, 3));
CustomFunctions.associate(helperIds.dataQuality, streaming(streamDataQuality, 1));
CustomFunctions.associate(helperIds.metrics, async () => spilled(await listMetrics()));
CustomFunctions.associate(helperIds.define, (metric: Argument) => defineMetric(metric));

/** A function that answers through its invocation; the repeating argument stands behind so many others. */
function streaming(
  answer: (args: readonly Argument[], invocation: StreamingInvocation) => void,
  places: number,
): (...args: Argument[]) => void {
  return (...args) => {
    const invocation = args.find(isStreaming);
    if (invocation !== undefined)
      answer([...args.slice(0, places), ...repeated(args.slice(places))], invocation);
  };
}

function isStreaming(arg: Argument): arg is StreamingInvocation {
  return isInvocation(arg) && "setResult" in (arg as object);
}

/** A function declared to spill has to answer a table, an error included. */
function spilled<T>(answer: T[][] | T): T[][] {
  return Array.isArray(answer) ? (answer as T[][]) : [[answer]];
}

/** Excel hands a repeating argument over as one list of matrices, followed by the invocation; callers may also spread it. */
function repeated(rest: readonly Argument[]): readonly Argument[] {
  const [list] = rest;
  const isList = Array.isArray(list) && list.some((entry) => Array.isArray(entry) && Array.isArray(entry[0]));
  const args = isList ? (list as Argument[]) : rest;
  return args.filter((arg, i) => i < args.length - 1 || !isInvocation(arg));
}

function isInvocation(arg: Argument): boolean {
  if (typeof arg !== "object" || arg === null || Array.isArray(arg)) return false;
  return "address" in arg || "setResult" in arg || "functionName" in arg;
}
