import type { Dataset } from "./dataset";

/** Whole days that are holidays in the calendar that records belong to. */
export function holidaysOf({ linked }: { readonly linked: Dataset }): ReadonlySet<number> {
  const days = linked.calendar?.numbers("holidays") ?? new Float64Array(0);
  return new Set([...days].filter((day) => day === day).map(Math.floor));
}
