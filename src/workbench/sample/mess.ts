import type { Random } from "./random";
import type { PlainCell } from "./types";

/** The columns of the Deals sheet that people get wrong. */
export interface DealColumns {
  readonly id: number;
  readonly owner: number;
  readonly status: number;
  readonly amount: number;
  readonly created: number;
  readonly closed: number;
  readonly probability: number;
  readonly customer: number;
}

/**
 * What a sheet kept by hand looks like after two years: changes a few rows of the deals, each in one way. The rows are
 * chosen among those whose deal was decided, so that every fault can be seen in a number.
 */
export function makeMess(random: Random, rows: PlainCell[][], columns: DealColumns): void {
  const decided = rows.filter((row) => row[columns.status] !== "Open");
  const won = decided.filter((row) => row[columns.status] === "Won");
  const used = new Set<PlainCell[]>();
  const some = (from: PlainCell[][], count: number): PlainCell[][] =>
    Array.from({ length: count }, () => {
      for (;;) {
        const row = random.pick(from);
        if (used.has(row)) continue;
        used.add(row);
        return row;
      }
    });
  const number = (row: PlainCell[], column: number): number => Number(row[column]);

  for (const row of some(decided, 3)) row[columns.closed] = "";
  for (const row of some(rows, 2)) row[columns.created] = "";
  // closed before it was created: two dates swapped
  for (const row of some(decided, 1)) {
    [row[columns.created], row[columns.closed]] = [number(row, columns.closed), number(row, columns.created)];
  }
  // money typed as text
  for (const row of some(won, 2)) row[columns.amount] = `€ ${romanian(number(row, columns.amount))}`;
  for (const row of some(won, 1)) row[columns.amount] = `${romanian(number(row, columns.amount))} EUR`;
  for (const row of some(decided, 1)) row[columns.amount] = { error: "#N/A" };
  // the status a colleague writes in her own language, and one with a blank behind it
  for (const row of some(won, 3)) row[columns.status] = "Câștigat";
  for (const row of some(won, 2)) row[columns.status] = "Won ";
  // one owner spelled two ways, one with blanks
  const ofStefan = rows.filter((row) => row[columns.owner] === "Ștefan Țurcanu");
  for (const row of some(ofStefan, 9)) row[columns.owner] = "Stefan Turcanu";
  for (const row of some(rows, 2)) row[columns.owner] = `${String(row[columns.owner])}  `;
  for (const row of some(rows, 2)) row[columns.customer] = ` ${String(row[columns.customer])}`;
  for (const row of some(rows, 2)) row[columns.probability] = "";
  // a row copied and never renumbered
  const [copied] = some(won, 1);
  if (copied) {
    const place = rows.indexOf(copied);
    const copy = [...copied];
    rows.splice(place + 1, 0, copy);
    used.add(copy);
  }
}

/** 4300.5 → "4.300,50" */
function romanian(amount: number): string {
  const [whole = "", cents = ""] = amount.toFixed(2).split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ".")},${cents}`;
}
