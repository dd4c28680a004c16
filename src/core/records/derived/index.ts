import type { DerivedColumn } from "./derived";
import { firstWon, firstWonDate, purchaseKind } from "./customers";
import { closeDate, netAmount } from "./deals";
import { firstStart, firstStartDate, monthlyAmount } from "./subscriptions";
import { outsideScale, rescaledScore, topBox } from "./surveys";

export type { DerivedArguments } from "./derived";

/** Every derived column by its name. Adding one is adding a line here. */
const columns = {
  closeDate,
  netAmount,
  firstWon,
  firstWonDate,
  purchaseKind,
  firstStart,
  firstStartDate,
  monthlyAmount,
  topBox,
  rescaledScore,
  outsideScale,
} as const satisfies Record<string, DerivedColumn>;

export type DerivedRole = keyof typeof columns;
export const derivedColumns: Readonly<Record<DerivedRole, DerivedColumn>> = columns;

export function isDerived(role: string): role is DerivedRole {
  return Object.hasOwn(derivedColumns, role);
}
