import { customerKeys } from "../records/customers";
import { Outcome } from "../records/outcome";
import type { Records } from "../records/records";
import { stop, type Note } from "../result";
import { isoDate } from "../time/serial";
import type { ComputeContext } from "./metric";

/**
 * asOf, else the last day of the period, else that of the last purchase or start of a subscription (said in a note): ends
 * may lie in the future.
 */
export function observationDay(
  context: ComputeContext,
  starts: Float64Array,
): { day: number; notes: readonly Note[] } {
  const asked =
    context.asOf ??
    (context.period === undefined || context.period.end === Infinity ? undefined : context.period.end - 1);
  if (asked !== undefined) return { day: Math.floor(asked), notes: [] };
  const day = starts.reduce((last, start) => (start < Infinity ? Math.max(last, start) : last), -Infinity);
  if (day === -Infinity) stop("noRecords", {}, "#N/A");
  return {
    day: Math.floor(day),
    notes: [{ message: "observedAt", values: { date: isoDate(Math.floor(day)) } }],
  };
}

export function marginNotes(context: ComputeContext): Note[] {
  return context.number("margin") === undefined ? [{ message: "revenueBased" }] : [];
}

const incomplete = new WeakMap<Records, Readonly<Record<string, number>>>();

/** Rows that lack one of the roles; counted once for the records of a group. */
export function missing(
  records: Records,
  roles: readonly ("customer" | "amount" | "closedDate" | "startDate" | "mrr")[],
): Readonly<Record<string, number>> {
  const known = incomplete.get(records);
  if (known !== undefined) return known;
  const counts: Record<string, number> = { ...records.excluded };
  for (const name of roles) {
    const values = name === "customer" ? customerKeys(records).codes : records.numbers(name);
    let rows = 0;
    for (let i = 0; i < records.rows; i++) {
      const value = values[i] ?? 0;
      const outcome = records.outcome[i];
      if (
        (outcome === Outcome.won || (!records.hasStatus && outcome !== Outcome.none)) &&
        (name === "customer" ? value === 0 : value !== value)
      )
        rows++;
    }
    if (rows > 0) counts[`missing.${name}`] = rows;
  }
  incomplete.set(records, counts);
  return counts;
}
