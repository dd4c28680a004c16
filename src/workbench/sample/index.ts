import { makeActivities } from "./activities";
import {
  benchmarkRows,
  costRows,
  orderRows,
  subscriptionRows,
  stageRows,
  surveyRows,
  targetRows,
} from "./business";
import { makeDeals, type Deal } from "./deals";
import { countryOf } from "./firm";
import { makeLeads, type Lead } from "./leads";
import { makeMess } from "./mess";
import { randomFrom } from "./random";
import { startSheet, type SampleLanguage } from "./start-sheet";
import { tableSheet, type ColumnKind } from "./table-sheet";
import type { PlainCell, PlainWorkbook } from "./types";

export type { SampleLanguage } from "./start-sheet";
export type * from "./types";

export interface SampleOptions {
  seed?: number;
  language?: SampleLanguage;
}

/** Two years of a fictitious firm's sales, July 2024 to June 2026. The same seed gives the same workbook. */
export function sampleWorkbook({ seed = 2026, language = "en" }: SampleOptions = {}): PlainWorkbook {
  const random = randomFrom(seed);
  const leads = makeLeads(random, 900);
  const deals = makeDeals(random, leads, 600);
  const activities = makeActivities(random, leads, deals, 3000);
  const orders = orderRows(random, deals);
  const subscriptions = subscriptionRows(random, deals);
  const costs = costRows(random);
  const surveys = surveyRows(random, deals);
  const dealCells = deals.map(dealRow);
  makeMess(random, dealCells, DEAL_COLUMNS);
  const start = startSheet(language);
  return {
    active: start.name,
    sheets: [
      start,
      tableSheet("Deals", DEALS, dealCells),
      tableSheet("Leads", LEADS, leads.map(leadRow)),
      tableSheet(
        "Activities",
        ACTIVITIES,
        activities.map((each): PlainCell[] => [
          ...[each.id, each.type, each.subject, each.owner, each.customer, each.dealId, each.leadId],
          ...[each.date, each.minutes, each.outcome, each.done],
        ]),
      ),
      tableSheet("Orders", ORDERS, orders),
      tableSheet("Subscriptions", SUBSCRIPTIONS, subscriptions),
      tableSheet("Targets", TARGETS, targetRows()),
      tableSheet("Costs", COSTS, costs),
      tableSheet("Surveys", SURVEYS, surveys),
      tableSheet("Stages", STAGE_COLUMNS, stageRows()),
      tableSheet("Benchmarks", BENCHMARKS, benchmarkRows()),
    ],
  };
}

const STAGE_COLUMNS: Columns = [
  ["Name", "name"],
  ["Order", "number"],
  ["Probability", "percent"],
  ["Kind", "word"],
];

const BENCHMARKS: Columns = [
  ["Metric", "name"],
  ["Low", "number"],
  ["Typical", "number"],
  ["High", "number"],
  ["Source", "word"],
  ["Year", "number"],
];

type Columns = readonly (readonly [header: string, kind: ColumnKind])[];

const DEALS: Columns = [
  ["Deal ID", "id"],
  ["Deal name", "long"],
  ["Customer", "name"],
  ["Owner", "name"],
  ["Status", "word"],
  ["Stage", "word"],
  ["Amount", "money"],
  ["Currency", "id"],
  ["Created", "date"],
  ["Closed", "date"],
  ["Expected close", "date"],
  ["Probability", "percent"],
  ["Source", "word"],
  ["Type", "word"],
  ["Lost reason", "word"],
  ["Product", "name"],
  ["Country", "word"],
];

const DEAL_COLUMNS = {
  id: 0,
  customer: 2,
  owner: 3,
  status: 4,
  amount: 6,
  created: 8,
  closed: 9,
  probability: 11,
} as const;

function dealRow(deal: Deal): PlainCell[] {
  return [
    ...[deal.id, `${deal.customer}: ${deal.product.name.toLowerCase()}`, deal.customer, deal.rep.name],
    ...[deal.status, deal.stage, deal.amount, "EUR", deal.createdDate, deal.closedDate ?? ""],
    ...[deal.expectedCloseDate, deal.probability, deal.source, deal.type, deal.lostReason, deal.product.name],
    countryOf(deal.customer),
  ];
}

const LEADS: Columns = [
  ["Lead ID", "id"],
  ["Name", "name"],
  ["Company", "name"],
  ["Email", "long"],
  ["Owner", "name"],
  ["Source", "word"],
  ["Status", "word"],
  ["Created", "moment"],
  ["First response", "moment"],
  ["Qualified", "moment"],
  ["Converted on", "date"],
  ["Deal ID", "id"],
  ["Country", "word"],
];

function leadRow(lead: Lead): PlainCell[] {
  return [
    ...[lead.id, lead.name, lead.company, lead.email, lead.rep.name, lead.source.name, lead.status],
    ...[lead.createdDate, lead.firstResponseDate ?? "", lead.qualifiedDate ?? "", lead.convertedDate ?? ""],
    ...[lead.dealId, countryOf(lead.company)],
  ];
}

const ACTIVITIES: Columns = [
  ["Activity ID", "id"],
  ["Type", "word"],
  ["Subject", "name"],
  ["Owner", "name"],
  ["Customer", "name"],
  ["Deal ID", "id"],
  ["Lead ID", "id"],
  ["Date", "moment"],
  ["Duration (minutes)", "number"],
  ["Outcome", "word"],
  ["Done", "id"],
];

const ORDERS: Columns = [
  ["Order ID", "id"],
  ["Order date", "date"],
  ["Customer", "name"],
  ["Product", "name"],
  ["Amount", "money"],
  ["Currency", "id"],
  ["Refund", "money"],
  ["Status", "word"],
  ["Deal ID", "id"],
];

const SUBSCRIPTIONS: Columns = [
  ["Subscription ID", "word"],
  ["Customer", "name"],
  ["Plan", "word"],
  ["Start date", "date"],
  ["End date", "date"],
  ["MRR", "money"],
  ["Status", "word"],
  ["Reason", "word"],
];

const TARGETS: Columns = [
  ["Period start", "date"],
  ["Period end", "date"],
  ["Owner", "name"],
  ["Metric", "word"],
  ["Target", "money"],
];

const COSTS: Columns = [
  ["Date", "date"],
  ["Category", "word"],
  ["What for", "word"],
  ["Source", "word"],
  ["Amount", "money"],
];

const SURVEYS: Columns = [
  ["Survey ID", "id"],
  ["Date", "date"],
  ["Customer", "name"],
  ["Owner", "name"],
  ["Score", "number"],
  ["Scale min", "number"],
  ["Scale max", "number"],
  ["Comment", "name"],
];
