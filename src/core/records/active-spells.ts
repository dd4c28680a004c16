import type { Column } from "./columns";
import { linkRecords, type Dataset } from "./dataset";
import { Outcome } from "./outcome";
import { Records } from "./records";
import type { Role } from "./roles";

const kept = new WeakMap<Records, Map<number, Dataset>>();

/**
 * Purchases as spells of activity, each a record of kind subscription that starts with the purchase and ends `window` days
 * after it: a customer is active at the end of a day if they bought in the `window` days before. Spells may overlap, so
 * every purchase keeps its own owner, source and product to be grouped by. Kept for each window: metrics that ask with
 * the same one share their pass. O(rows).
 */
export function purchasesAsSpells(deals: Records, window: number): Dataset {
  const days = Math.ceil(window);
  const known = kept.get(deals) ?? new Map<number, Dataset>();
  kept.set(deals, known);
  let dataset = known.get(days);
  if (dataset === undefined) {
    dataset = linkRecords([spellRecords(deals, days)]);
    known.set(days, dataset);
  }
  return dataset;
}

function spellRecords(deals: Records, days: number): Records {
  const dates = deals.numbers("closeDate").map(Math.floor);
  const amounts = deals.has("amount") ? deals.numbers("amount") : undefined;
  const excluded: Record<string, number> = { ...deals.excluded };
  const leaveOut = (reason: string): number => {
    excluded[reason] = (excluded[reason] ?? 0) + 1;
    return Outcome.none;
  };
  const outcome = deals.outcome.map((code, i) => {
    if (code === Outcome.won) return (amounts?.[i] ?? 0) < 0 ? leaveOut("creditNote") : Outcome.unknown;
    if (code === Outcome.cancelled) return leaveOut("cancelled");
    return code === Outcome.unknown && deals.hasStatus
      ? leaveOut(`missing.${deals.nameOf("status")}`)
      : Outcome.none;
  });
  const words = [...deals.columns].filter(([role, { type }]) => type === "word" && role !== "status");
  return new Records({
    ...deals,
    kind: "subscription",
    outcome,
    excluded,
    hasStatus: false,
    columns: new Map<Role, Column>([
      ...words,
      ["startDate", { type: "number", values: dates }],
      ["endDate", { type: "number", values: dates.map((date) => date + days) }],
    ]),
    names: new Map([...deals.names, ["startDate", deals.nameOf("closedDate")]]),
  });
}
