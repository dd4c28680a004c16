/**
 * English texts of what stands behind a number: remarks, and why rows were left out. `{name}` places are filled in. Only
 * SALES.EXPLAIN shows them in cells, so the functions' script is built without them (webpack.config.js).
 */
export const explanationsEn = {
  // notes
  nothingLeftOut: "All rows were used.",
  sameCreatedDate:
    "{share} of the deals share the created date {date}: it may be the day of an import, not of creation.",
  undatedLifetime: "The expected lifetime is {years} years. Beyond 5 years, treat the value with caution.",
  revenueBased: "Revenue-based: no margin was given.",
  predictedBy:
    "BG/NBD r {r}, α {alpha}, a {a}, b {b}; Gamma-Gamma p {p}, q {q}, γ {gamma}. {months} months ahead, discounted by {rate} a month.",
  hardlyDifferent:
    "Customers differ too little in how often they buy, or leave too seldom, for all parameters to be told.",
  spendingRelated:
    "Spending goes with frequency (r = {r}), which the model does not expect: treat the value with caution.",
  tenure: "{model}: {times} payments expected of a new customer; renewals seen: {observed}.",
  observedAt: "Observed at {date}, the last purchase or start in the data.",
  noStatusColumn: "No status column: every row counts as a sale.",
  convertedByDeal: "Converted means that a linked deal was won.",
  convertedByList:
    "Converted is what the list of leads says, which may be an opportunity and not yet a sale.",
  immatureCohort:
    "The youngest leads are {days} days old, and {share} of all conversions took longer: more will follow.",
  overlapsNotMerged: "Entries that overlap in time are added up, not merged.",
  unknownTypes: "No activity is of type {types}. Check the spelling in types=.",
  neverAnswered: "{count} of {all} ({share}) were never answered.",
  responseStatistics: "Answered: mean {mean}, median {median}, 90 % within {p90} minutes.",
  timesMissing: "The dates have no times of day: the response is known to the day only.",
  dateOrderRead: "{role}: text dates were read as {order}.",
  unfinishedPeriod:
    "The period is not over on {date}: it is compared with as many days of the other one, unless partial=whole.",
  dataEndsInPeriod:
    "The last close date is {date}, before the period ends. If the period is not over, give asOf.",
  monthsSummed: "Summed from {from} to {to}.",
  historyStarts: "The data start on {date}: what happened before is not seen.",
  customersBefore: "The data start on {date}: customers who bought before may look new.",
  costsEarlier: "Costs are taken {days} days earlier, a median sales cycle of the deals won.",
  costsMissing: "No costs in {months}: the cost per customer may be too low.",
  inactivityWindow: "Active = bought within {days} days (90 % of the gaps between purchases are shorter).",
  observedBefore:
    "Observed over the last complete time before {date}, the last start in the data. Give from and to for another.",
  upsellInferred: "Inferred from products and amounts: there is no type column.",
  scaleDetected: "A scale to {max} was taken, as the highest score shows. Give scale= where it is another.",
  responseRate: "Response rate {rate}: {answers} answers to {invitations} invitations.",
  reconstructed:
    "Reconstructed: who was open on {date} follows from created and close dates; amounts and stages are as they stand now.",
  overdueDeals: "{count} of the open deals are past their expected close date.",
  allOpenDeals: "Without expected close dates all open deals count, whenever they may close.",
  velocityFactors:
    "{opportunities} opportunities × {size} × win rate {rate} ÷ {cycle} days. 10 % more of a factor brings 10 % more, a cycle 10 % shorter 11.1 % more.",
  cycleStarts:
    "The cycle starts at first contact for {firstContact} deals, at the lead for {lead}, at the deal's creation for {created}.",
  stageOfLossUnknown:
    "Lost deals stand in a stage such as “Lost”, so that only the whole funnel's leakage is known. Pass the stage history.",
  cycleStatistics: "Mean {mean}, median {median} days.",
  targetToDate:
    "The period is not over on {date}: what is reached so far is measured against the full target, unless partial=prorated.",
  // exclusion reasons
  excludedTotalsRow: "row of totals below the data",
  excludedDuplicateLead: "same e-mail address within 30 days",
  excludedMissing: "{role} is blank",
  excludedUnreadable: "{role} can't be read",
  excludedNegativeDuration: "ends before it starts",
  excludedCancelled: "cancelled or refunded",
  excludedDuplicate: "same id as a later row",
  excludedOrderLine: "further line of the same order",
  excludedCreditNote: "negative amount (credit note)",
  excludedZeroAmount: "amount is zero",
  excludedNote: "notes",
  excludedAutomatic: "written by a machine",
  excludedBulk: "mailings",
  excludedUnanswered: "not answered yet",
  excludedInvalidLead: "spam, test or invalid lead",
  excludedLongDuration: "longer than a day",
  excludedInvalidReason: "lost as duplicate, test or invalid",
  excludedOtherCost: "cost that is neither sales nor marketing",
  excludedOutsideScale: "score outside the scale",
  excludedUnpaid: "monthly amount is zero (paused)",
  excludedUnknownStage: "stage is blank or not in the stages table",
} as const;
