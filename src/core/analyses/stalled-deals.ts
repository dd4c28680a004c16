import type { Dataset } from "../records/dataset";
import { rowsReferringTo } from "../records/derived/links";
import { Outcome } from "../records/outcome";
import type { Records } from "../records/records";
import type { Role } from "../records/roles";
import { stop } from "../result";
import { quantile } from "../statistics/quantile";
import { finish, type Steps } from "../steps";

/** Why an open deal may never close. */
export type StalledFlag =
  /** Expected to close on a day that has passed. */
  | "overdue"
  /** Open for longer than nine in ten won deals took. */
  | "old"
  /** In its stage for longer than three in four won deals stayed in it. */
  | "stuck"
  /** Nothing happened for two weeks, and nothing is planned. */
  | "silent"
  | "noAmount"
  | "noCloseDate"
  | "noOwner";

export interface StalledDeal {
  /** Row of the deals. */
  readonly row: number;
  readonly flags: readonly StalledFlag[];
  /** Days since it was created; NaN where that is unknown. */
  readonly age: number;
  /** NaN where there is none. */
  readonly amount: number;
}

/** Silent after so many days without an activity. */
const SILENT_DAYS = 14;
/** Fewer won deals than this tell nothing of how long a deal takes. */
const ENOUGH_WON = 5;
/** A pause after so many rows. */
const ROWS_A_STEP = 10_000;

/**
 * Open deals with at least one sign of stalling, most signs first, then the largest amount. Only signs that the columns
 * can tell are looked for. `asOf` is a serial day. O(deals + activities + history).
 */
export function stalledDeals(dataset: Dataset, asOf: number): readonly StalledDeal[] {
  return finish(stalledDealsInSteps(dataset, asOf));
}

/** The same, with pauses. */
export function* stalledDealsInSteps(dataset: Dataset, asOf: number): Steps<readonly StalledDeal[]> {
  const deals = dataset.deal ?? stop("missingColumn", { role: "status" });
  const today = Math.floor(asOf);
  const created = column(deals, "createdDate");
  const expected = column(deals, "expectedCloseDate");
  const amounts = column(deals, "amount");
  const owners = deals.has("owner") ? deals.words("owner").codes : undefined;
  const oldAge = longestUsual(deals);
  yield;
  const stuck = yield* stuckIn(dataset, today);
  yield;
  const silent = silentSince(dataset, today);
  yield;
  const found: StalledDeal[] = [];
  for (let row = 0; row < deals.rows; row++) {
    if (row % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    if (deals.outcome[row] !== Outcome.open) continue;
    const age = today - Math.floor(created?.[row] ?? NaN);
    const due = expected?.[row] ?? NaN;
    const amount = amounts?.[row] ?? NaN;
    const flags: StalledFlag[] = [];
    if (Math.floor(due) < today) flags.push("overdue");
    if (age > oldAge) flags.push("old");
    if (stuck(row)) flags.push("stuck");
    if (silent(row)) flags.push("silent");
    if (amounts !== undefined && !(amount > 0)) flags.push("noAmount");
    if (expected !== undefined && due !== due) flags.push("noCloseDate");
    if (owners?.[row] === 0) flags.push("noOwner");
    if (flags.length > 0) found.push({ row, flags, age, amount });
  }
  return found.sort(
    (a, b) => b.flags.length - a.flags.length || (b.amount || 0) - (a.amount || 0) || a.row - b.row,
  );
}

function column(records: Records, role: Role): Float64Array | undefined {
  return records.has(role) ? records.numbers(role) : undefined;
}

/** The 90th percentile of won cycles in days; Infinity where too few are known. */
function longestUsual(deals: Records): number {
  if (!deals.has("createdDate") || !deals.has("closeDate")) return Infinity;
  const created = deals.numbers("createdDate");
  const closed = deals.numbers("closeDate");
  const cycles: number[] = [];
  for (let row = 0; row < deals.rows; row++) {
    const days = Math.floor(closed[row] ?? NaN) - Math.floor(created[row] ?? NaN);
    if (deals.outcome[row] === Outcome.won && days >= 0) cycles.push(days);
  }
  return cycles.length < ENOUGH_WON ? Infinity : quantile(cycles.sort(ascending), 0.9);
}

/** Days in a stage beyond the 75th percentile of the won deals' completed stays in it; needs the stage history. */
function* stuckIn({ deal, stageHistory }: Dataset, today: number): Steps<(row: number) => boolean> {
  if (deal === undefined || stageHistory === undefined) return () => false;
  if (!(["dealId", "stage", "enteredDate"] as const).every((role) => stageHistory.has(role)))
    return () => false;
  const visitsOf = rowsReferringTo(deal, "id", stageHistory, "dealId");
  yield;
  const { codes } = stageHistory.words("stage");
  const entered = stageHistory.numbers("enteredDate");
  const exited = column(stageHistory, "exitedDate");
  const closed = deal.has("closeDate") ? deal.numbers("closeDate") : undefined;
  /** Visits of a deal in their order, each with the day it ended, NaN = not yet. */
  const stays = (row: number): readonly { stage: number; from: number; to: number }[] => {
    const visits = [...visitsOf(row)].sort((a, b) => (entered[a] ?? NaN) - (entered[b] ?? NaN) || a - b);
    return visits.map((visit, at) => {
      const next = visits[at + 1];
      const after = next === undefined ? (closed?.[row] ?? NaN) : (entered[next] ?? NaN);
      const own = exited?.[visit] ?? NaN;
      return { stage: codes[visit] ?? 0, from: entered[visit] ?? NaN, to: own === own ? own : after };
    });
  };
  const usual = new Map<number, number[]>();
  for (let row = 0; row < deal.rows; row++) {
    if (row % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    if (deal.outcome[row] !== Outcome.won) continue;
    for (const { stage, from, to } of stays(row)) {
      if (!(to >= from)) continue;
      const days = usual.get(stage);
      if (days === undefined) usual.set(stage, [to - from]);
      else days.push(to - from);
    }
  }
  const longest = new Map(
    [...usual].flatMap(([stage, days]): [number, number][] =>
      days.length < ENOUGH_WON ? [] : [[stage, quantile(days.sort(ascending), 0.75)]],
    ),
  );
  return (row) => {
    const last = stays(row).at(-1);
    return last !== undefined && today - last.from > (longest.get(last.stage) ?? Infinity);
  };
}

/** Neither an activity in the last two weeks nor one that is planned; by linked activities, else by the last one's date. */
function silentSince({ deal, activity }: Dataset, today: number): (row: number) => boolean {
  if (deal === undefined) return () => false;
  const last = column(deal, "lastActivityDate");
  const linked = activity?.has("dealRef") === true && activity.has("date") && deal.has("id");
  if (!linked && last === undefined) return () => false;
  const ownActivities = linked ? rowsReferringTo(deal, "id", activity, "dealRef") : undefined;
  const dates = linked ? activity.numbers("date") : undefined;
  return (row) => {
    let latest = last?.[row] ?? -Infinity;
    for (const each of ownActivities?.(row) ?? []) latest = Math.max(latest, dates?.[each] ?? -Infinity);
    return !(latest >= today - SILENT_DAYS);
  };
}

function ascending(a: number, b: number): number {
  return a - b;
}
