import type { Records } from "./records";

/** Whole days that are holidays in the calendar that the records belong to. */
export function holidaysOf(records: Records): ReadonlySet<number> {
  const days = records.linked.calendar?.numbers("holidays") ?? new Float64Array(0);
  return new Set([...days].filter((day) => day === day).map(Math.floor));
}
