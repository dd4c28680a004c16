import type { DerivedColumn } from "./derived";
import { activityCount, dealAmount, dealOutcome } from "./activity-deals";
import { automatic, bulk, firstProposal, followUp, hoursSpent, touchNumber } from "./activities";
import { allocatedCost } from "./costs";
import { firstWon, firstWonDate, purchaseKind } from "./customers";
import { cycleStart, leadCreated } from "./cycle";
import { closeDate, netAmount } from "./deals";
import { age, nextActivity, qualified, weightedAmount, weightedVariance, winChance } from "./pipeline";
import { firstStart, firstStartDate, monthlyAmount } from "./subscriptions";
import { boughtOn, convertedOn, leadRevenue, referredLead, unlistedReferral } from "./leads";
import { answeredOn, responseTime, waitSoFar, waitStart } from "./responses";
import { outsideScale, rescaledScore, topBox } from "./surveys";

export type { DerivedArguments } from "./derived";

/** Every derived column by its name. Adding one is adding a line here. */
const columns = {
  closeDate,
  netAmount,
  cycleStart,
  leadCreated,
  winChance,
  weightedAmount,
  weightedVariance,
  age,
  nextActivity,
  qualified,
  firstWon,
  firstWonDate,
  purchaseKind,
  allocatedCost,
  firstStart,
  firstStartDate,
  monthlyAmount,
  topBox,
  rescaledScore,
  outsideScale,
  convertedOn,
  boughtOn,
  leadRevenue,
  referredLead,
  unlistedReferral,
  waitStart,
  answeredOn,
  responseTime,
  waitSoFar,
  automatic,
  bulk,
  touchNumber,
  followUp,
  firstProposal,
  hoursSpent,
  dealOutcome,
  dealAmount,
  activityCount,
} as const satisfies Record<string, DerivedColumn>;

export type DerivedRole = keyof typeof columns;
export const derivedColumns: Readonly<Record<DerivedRole, DerivedColumn>> = columns;

export function isDerived(role: string): role is DerivedRole {
  return Object.hasOwn(derivedColumns, role);
}
