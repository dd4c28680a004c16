import type { Dataset } from "../core/records/dataset";
import { Outcome } from "../core/records/outcome";
import type { Records } from "../core/records/records";
import type { Kind, Role } from "../core/records/roles";

/** The last day, up to today, on which something happened: of deals where there are any, else of other records. */
export function lastDayOf(dataset: Dataset, today: number): number {
  for (const [kind, roles] of DATES) {
    const last = Math.max(...roles.map((role) => lastDateIn(dataset[kind], role, today)));
    if (last > 0) return Math.floor(last);
  }
  return today;
}

function lastDateIn(records: Records | undefined, role: Role, today: number): number {
  const column = records?.columns.get(role);
  if (records === undefined || column?.type !== "number" || column.fault !== undefined) return 0;
  let last = 0;
  for (let row = 0; row < records.rows; row++) {
    const date = column.values[row] ?? NaN;
    const outcome = records.outcome[row];
    // What an open deal has in the place of its closing is a plan.
    const happened = outcome !== Outcome.none && !(role === "closedDate" && outcome === Outcome.open);
    if (happened && date > last && date < today + 1) last = date;
  }
  return last;
}

const DATES: readonly (readonly [Kind, readonly Role[]])[] = [
  ["deal", ["closedDate", "wonDate", "lostDate", "createdDate"]],
  ["subscription", ["startDate", "endDate"]],
  ["lead", ["createdDate"]],
  ["activity", ["date"]],
  ["survey", ["date"]],
];
