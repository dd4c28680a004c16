import { averageDealSize, averageRevenue } from "./average-deal-size";
import { averageOrderValue } from "./average-order-value";
import { dealCycle } from "./deal-cycle";
import { activityCount, calls, demos, emails, followUps } from "./activity-counts";
import { activityRatio } from "./activity-ratio";
import { meetings } from "./meetings";
import { networkingEvents } from "./networking-events";
import { proposals } from "./proposals";
import { socialEngagement } from "./social-engagement";
import { timeByType } from "./time-by-type";
import { conversionBySource } from "./conversion-by-source";
import { conversionRate } from "./conversion-rate";
import { leadConversion } from "./lead-conversion";
import { inquiryResponse, leadResponse } from "./lead-response";
import { referrals } from "./referrals";
import { serviceLevel } from "./service-level";
import { lifetimeValue } from "./lifetime-value";
import { customerAcquisitionCost } from "./acquisition-cost";
import { costPayback, lifetimeValueToCost } from "./acquisition-return";
import { churn, retention } from "./churn";
import { customerSatisfaction } from "./customer-satisfaction";
import { customersAcquired } from "./new-customers";
import { differenceIntervalTable, rateIntervalTable } from "./rate-intervals";
import { monthlyRecurringRevenue } from "./recurring-revenue";
import { repeatRate } from "./repeat-rate";
import { upsellRate } from "./upsell-rate";
import type { Metric } from "./metric";
import { opportunityCount } from "./opportunity-count";
import { opportunityQuality } from "./opportunity-quality";
import { createdVsClosed } from "./created-vs-closed";
import { cycleLength } from "./cycle-length";
import { funnelLeakage } from "./funnel-leakage";
import { leaderboard } from "./leaderboard";
import { lostReasons } from "./lost-reasons";
import { pipelineStages } from "./pipeline-stages";
import { pipelineCoverage } from "./pipeline-coverage";
import { quotaAttainment } from "./quota-attainment";
import { salesVelocity } from "./sales-velocity";
import { targetAttainment } from "./target-attainment";
import { pipelineConversion } from "./pipeline-conversion";
import { pipelineValue } from "./pipeline-value";
import { revenue } from "./revenue";
import { salesCount } from "./sales-count";
import { salesPerRep } from "./sales-per-rep";
import { monthGrowth, quarterGrowth, yearGrowth } from "./period-growth";
import { salesGrowth } from "./sales-growth";
import { runRate, trailingTwelveMonths } from "./trailing-revenue";
import { weightedPipeline } from "./weighted-pipeline";
import { winRate } from "./win-rate";

/** Every metric, in the order people read them. Adding one is adding its file and a line here. */
export const catalogue: readonly Metric[] = [
  revenue,
  salesGrowth,
  monthGrowth,
  quarterGrowth,
  yearGrowth,
  trailingTwelveMonths,
  runRate,
  targetAttainment,
  quotaAttainment,
  salesCount,
  averageDealSize,
  averageRevenue,
  averageOrderValue,
  winRate,
  cycleLength,
  dealCycle,
  opportunityCount,
  opportunityQuality,
  pipelineValue,
  pipelineStages,
  weightedPipeline,
  pipelineConversion,
  pipelineCoverage,
  salesVelocity,
  createdVsClosed,
  funnelLeakage,
  lostReasons,
  salesPerRep,
  leaderboard,
  customersAcquired,
  customerAcquisitionCost,
  lifetimeValueToCost,
  costPayback,
  churn,
  retention,
  repeatRate,
  upsellRate,
  leadConversion,
  conversionRate,
  conversionBySource,
  leadResponse,
  inquiryResponse,
  serviceLevel,
  referrals,
  activityCount,
  calls,
  emails,
  meetings,
  followUps,
  proposals,
  demos,
  networkingEvents,
  socialEngagement,
  timeByType,
  activityRatio,
  lifetimeValue,
  monthlyRecurringRevenue,
  customerSatisfaction,
  rateIntervalTable,
  differenceIntervalTable,
];

const byId = new Map(catalogue.map((metric) => [metric.id, metric]));

/** The metric with this id, in any case and with or without `SALES.`. */
export function metricById(id: string): Metric | undefined {
  return byId.get(
    id
      .trim()
      .toUpperCase()
      .replace(/^SALES\./, ""),
  );
}
