import type { Column, NumberColumn } from "./columns";
import { Outcome } from "./records";
import type { Role } from "./roles";

/**
 * Rows that share an id: `last` = versions of one record, the last counts; `lines` = lines of one order, values from the
 * first filled line (as shops export them); `sum-lines` = likewise, amounts added up.
 */
export type DuplicateRule = "last" | "lines" | "sum-lines";

/** Leaves one row per id in `outcome` and answers how many rows were set aside. Rows without id stand for themselves. */
export function collapseDuplicates(
  columns: ReadonlyMap<Role, Column>,
  outcome: Uint8Array,
  rule: DuplicateRule,
): Record<string, number> {
  const ids = columns.get("id");
  if (ids?.type !== "word") return {};
  const rowOf = new Int32Array(ids.words.length).fill(-1);
  let set = 0;
  for (let i = 0; i < outcome.length; i++) {
    const code = ids.codes[i] ?? 0;
    if (code === 0 || outcome[i] === Outcome.none) continue;
    const before = rowOf[code] ?? -1;
    if (before < 0) {
      rowOf[code] = i;
      continue;
    }
    set++;
    if (rule === "last") {
      outcome[before] = Outcome.none;
      rowOf[code] = i;
    } else {
      if (outcome[before] === Outcome.unknown) outcome[before] = outcome[i] ?? Outcome.unknown;
      outcome[i] = Outcome.none;
      for (const [role, column] of columns)
        fillFrom(column, before, i, rule === "sum-lines" && isMoney(role));
    }
  }
  return set === 0 ? {} : { [rule === "last" ? "duplicate" : "orderLine"]: set };
}

function isMoney(role: Role): boolean {
  return role === "amount" || role === "refund";
}

function fillFrom(column: Column, target: number, source: number, add: boolean): void {
  if (column.type === "word") {
    if (column.codes[target] === 0) column.codes[target] = column.codes[source] ?? 0;
    return;
  }
  const { values }: NumberColumn = column;
  const here = values[target] ?? NaN;
  const there = values[source] ?? NaN;
  if (here !== here) values[target] = there;
  else if (add && there === there) values[target] = here + there;
}
