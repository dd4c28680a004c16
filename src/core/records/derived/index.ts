import type { DerivedColumn } from "./derived";
import { closeDate, firstWon, firstWonDate, netAmount } from "./deals";

export type { DerivedArguments } from "./derived";

/** Every derived column by its name. Adding one is adding a line here. */
const columns = {
  closeDate,
  netAmount,
  firstWon,
  firstWonDate,
} as const satisfies Record<string, DerivedColumn>;

export type DerivedRole = keyof typeof columns;
export const derivedColumns: Readonly<Record<DerivedRole, DerivedColumn>> = columns;

export function isDerived(role: string): role is DerivedRole {
  return Object.hasOwn(derivedColumns, role);
}
