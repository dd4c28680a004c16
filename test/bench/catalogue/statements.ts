import { shiftPeriod } from "../../../src/core/time/shift";
import { serialOf } from "../../../src/core/time/serial";
import { LOST, WON, YEAR } from "../deals";
import { monthsOf } from "../months";

/** A question in SQL, one row for each owner and month, or each owner with a column for each month (`wide`). */
export interface Statement {
  readonly sql: string;
  /** What it answers, in the order of its columns after owner and month. */
  readonly names: readonly string[];
  readonly wide?: true;
}

const day = (serial: number): string => `(DATE '1970-01-01' + ${serial - serialOf(1970, 1, 1)})`;
const inYear = (date: string): string =>
  `${date} >= DATE '${YEAR}-01-01' AND ${date} < DATE '${YEAR + 1}-01-01'`;

const won = `status = '${WON}'`;
const lost = `status = '${LOST}'`;
const sale = `${won} AND amount >= 0`;
const net = "(amount - coalesce(refund, 0))";
const done = "done = 'yes'";

/** Aggregates of one table by one date: names and their SQL. */
function grouped(
  table: string,
  date: string,
  aggregates: Readonly<Record<string, string>>,
  where = "true",
): Statement {
  const columns = Object.values(aggregates).join(", ");
  return {
    names: Object.keys(aggregates),
    sql: `SELECT owner, month(${date}) AS month, ${columns} FROM ${table}
      WHERE ${inYear(date)} AND ${where} GROUP BY ALL`,
  };
}

type OfMonth = (start: string, end: string, month: number) => string;

/** What is asked of each month whatever date a row has: a column for each month, one pass over the rows. */
function wide(table: string, aggregates: Readonly<Record<string, OfMonth>>): Statement {
  const columns = Object.values(aggregates).flatMap((sql) =>
    monthsOf().map(({ start, end }, month) => sql(day(start), day(end), month)),
  );
  return {
    names: Object.keys(aggregates),
    sql: `SELECT owner, ${columns.join(", ")} FROM ${table} GROUP BY owner`,
    wide: true,
  };
}

const openAt = (moment: string): string =>
  `createdDate < ${moment} AND (NOT (${won} OR ${lost}) OR closedDate >= ${moment})`;
const activeAt = (moment: string): string =>
  `startDate < ${moment} AND (endDate IS NULL OR endDate >= ${moment})`;

/** The quarter so far, and as many days of the quarter before. */
function quarter(month: number, back: 0 | 1): string {
  const period = monthsOf()[month];
  if (period === undefined) throw new RangeError(`month ${month}`);
  const { start, end } = shiftPeriod(period, { to: "grain", grain: "quarter", back });
  return `coalesce(sum(${net}) FILTER (${won} AND closedDate >= ${day(start)} AND closedDate < ${day(end)}), 0)`;
}

/** What the metrics need, in as few statements as it takes. */
export const statements: readonly Statement[] = [
  grouped(
    `(SELECT deal.*, coalesce(firstContactDate::TIMESTAMP, lead.createdDate, deal.createdDate::TIMESTAMP) AS began
      FROM deal LEFT JOIN lead ON deal.leadRef = lead.id)`,
    "closedDate",
    {
      revenue: `coalesce(sum(${net}) FILTER (${won}), 0)`,
      wins: `count(*) FILTER (${won})`,
      sales: `count(*) FILTER (${sale})`,
      orderValue: `avg(amount) FILTER (${sale})`,
      dealSize: `avg(${net}) FILTER (${won} AND amount > 0)`,
      decided: `count(*) FILTER (${lost} AND (lostReason IS NULL OR lostReason <> 'Duplicate') OR ${sale})`,
      dealCycle: `avg(closedDate - createdDate) FILTER (${won})`,
      saleCycle: `avg(closedDate - createdDate) FILTER (${sale})`,
      cycle: `avg(epoch(closedDate::TIMESTAMP - began) / 86400) FILTER (${won} AND closedDate >= began)`,
      wonFromOpen: `coalesce(sum(amount) FILTER (${won} AND createdDate < date_trunc('month', closedDate)), 0)`,
    },
    `(${won} OR ${lost})`,
  ),
  {
    names: ["revenueBefore"],
    sql: `SELECT owner, month(closedDate), sum(${net}) FROM deal
      WHERE closedDate >= DATE '${YEAR - 1}-01-01' AND closedDate < DATE '${YEAR}-01-01' AND ${won} GROUP BY ALL`,
  },
  grouped("deal", "createdDate", { created: "count(*)" }),
  grouped("deal", "expectedCloseDate", { expected: "sum(amount)" }, `NOT (${won} OR ${lost})`),
  wide("deal LEFT JOIN stage ON deal.stage = stage.name", {
    pipeline: (_, end) => `coalesce(sum(amount) FILTER (${openAt(end)}), 0)`,
    pipelineBefore: (start) => `coalesce(sum(amount) FILTER (${openAt(start)}), 0)`,
    openDeals: (_, end) => `count(*) FILTER (${openAt(end)})`,
    weighted: (_, end) =>
      `coalesce(sum(amount * coalesce(deal.probability, stage.probability)) FILTER (${openAt(end)}), 0)`,
    quarter: (_, __, month) => quarter(month, 0),
    quarterBefore: (_, __, month) => quarter(month, 1),
  }),
  grouped(
    `(SELECT *, row_number() OVER (PARTITION BY customer, counts ORDER BY closedDate, nr) AS nth FROM (
        SELECT owner, customer, closedDate, ${net} AS net, rowid AS nr,
          NOT (amount > 0 AND coalesce(refund, 0) >= amount) AND amount >= 0 AS counts, amount >= 0 AS sold,
          min(closedDate) OVER (PARTITION BY customer) AS firstWon
        FROM deal WHERE ${won}))`,
    "closedDate",
    {
      newCustomers: "count(*) FILTER (counts AND nth = 1)",
      newRevenue: "coalesce(sum(net) FILTER (sold AND firstWon >= date_trunc('month', closedDate)), 0)",
    },
  ),
  {
    names: ["customers", "repeating"],
    sql: `SELECT owner, month, count(*), count(*) FILTER (orders > 1) FROM (
        SELECT owner, month(closedDate) AS month, customer, count(*) AS orders FROM deal
        WHERE ${sale} AND ${inYear("closedDate")} GROUP BY ALL) GROUP BY ALL`,
  },
  wide(
    `(SELECT owner, customer, min(closedDate) AS first,
        ${monthsOf()
          .map(
            ({ start, end }, month) =>
              `bool_or(type IN ('Upsell', 'Cross-sell') AND closedDate >= ${day(start)} AND closedDate < ${day(end)}) AS more${month}`,
          )
          .join(", ")}
      FROM deal WHERE ${sale} GROUP BY owner, customer)`,
    {
      existing: (start) => `count(*) FILTER (first < ${start})`,
      upsold: (start, _, month) => `count(*) FILTER (first < ${start} AND more${month})`,
    },
  ),
  grouped("target", "periodStart", { target: "sum(amount)" }),
  {
    names: ["cost"],
    sql: `SELECT NULL, month(date), sum(amount) FROM cost WHERE ${inYear("date")} GROUP BY ALL`,
  },
  grouped("survey", "date", { satisfied: "count(*) FILTER (score >= 4)", answers: "count(score)" }),
  wide("subscription", {
    mrr: (_, end) => `coalesce(sum(mrr) FILTER (${activeAt(end)}), 0)`,
  }),
  grouped(
    `(SELECT lead.*, bought.leadRef IS NOT NULL AS bought, coalesce(firstResponseDate, answered) AS answer
      FROM lead LEFT JOIN (SELECT DISTINCT leadRef FROM deal WHERE ${won}) AS bought ON lead.id = bought.leadRef
      LEFT JOIN (SELECT lead.id, min(activity.date) AS answered FROM activity JOIN lead ON activity.leadRef = lead.id
        WHERE ${done} AND direction = 'out' AND type IN ('Call', 'Email', 'Meeting', 'Social post')
          AND activity.date >= lead.createdDate GROUP BY lead.id) AS touched ON lead.id = touched.id)`,
    "createdDate",
    {
      leads: "count(*)",
      buyers: "count(*) FILTER (bought)",
      people: "count(DISTINCT email)",
      buyingPeople: "count(DISTINCT email) FILTER (bought)",
      response: "median(epoch(answer - createdDate) / 3600) FILTER (answer >= createdDate)",
      inTime: "count(*) FILTER (answer >= createdDate AND answer <= createdDate + INTERVAL 5 MINUTE)",
      waiting: "count(*) FILTER (answer IS NULL OR answer >= createdDate)",
      referredLeads: "count(*) FILTER (source IN ('Referral', 'Partner'))",
    },
  ),
  grouped(
    `(SELECT activity.*, lead.source AS leadSource FROM activity LEFT JOIN lead ON activity.leadRef = lead.id)`,
    "date",
    {
      activities: `count(*) FILTER (${done} AND type <> 'Note')`,
      calls: `count(*) FILTER (type = 'Call' AND direction = 'out'
        AND (${done} OR done = 'cancelled' AND outcome IN ('No answer', 'Left voicemail')))`,
      emails: `count(*) FILTER (${done} AND type = 'Email' AND direction = 'out')`,
      meetings: "count(*) FILTER (done <> 'cancelled' AND type IN ('Meeting', 'Demo'))",
      followUps: `count(*) FILTER (${done} AND type = 'Follow-up')`,
      demos: `count(*) FILTER (${done} AND type = 'Demo')`,
      events: `count(DISTINCT (date::DATE, subject)) FILTER (${done} AND type = 'Networking event')`,
      social: "coalesce(sum(likes + comments + shares + directMessages) FILTER (done <> 'cancelled'), 0)",
      touches: `count(*) FILTER (${done} AND type IN ('Call', 'Email', 'Meeting'))`,
      referralTouches: `count(*) FILTER (${done} AND type = 'Referral'
        AND (leadSource IS NULL OR leadSource NOT IN ('Referral', 'Partner')))`,
    },
  ),
  grouped(
    `(SELECT *, row_number() OVER (PARTITION BY dealRef ORDER BY done = 'no', date, rowid) AS nth FROM activity
      WHERE type = 'Proposal' AND done <> 'cancelled')`,
    "date",
    { proposals: "count(*)" },
    `${done} AND (dealRef IS NULL OR nth = 1)`,
  ),
  grouped("activity", "inquiryDate", {
    waited: "coalesce(sum(epoch(replyDate - inquiryDate) / 3600) FILTER (replyDate >= inquiryDate), 0)",
    replies: "count(*) FILTER (replyDate >= inquiryDate)",
  }),
];

/** An aggregate in a month; `back` months earlier. */
type Of = (name: string, back?: number) => number;

/** Metric → its value from the aggregates of an owner and a month; NaN where there is none. */
export const byOwner: Readonly<Record<string, (of: Of) => number>> = {
  REVENUE: (of) => of("revenue"),
  SALESGROWTH: (of) => growth(of("revenue"), of("revenue", 1)),
  MOM: (of) => growth(of("revenue"), of("revenue", 1)),
  QOQ: (of) => growth(of("quarter"), of("quarterBefore")),
  YOY: (of) => growth(of("revenue"), of("revenueBefore")),
  TTM: (of) => Array.from({ length: 12 }, (_, back) => of("revenue", back)).reduce((a, b) => a + b),
  RUNRATE: (of) => 12 * of("revenue"),
  TARGETATTAIN: (of) => over(of("revenue"), of("target")),
  QUOTAATTAIN: (of) => over(of("revenue"), of("target")),
  SALESCOUNT: (of) => of("sales"),
  AVGDEALSIZE: (of) => of("dealSize"),
  AOV: (of) => of("orderValue"),
  WINRATE: (of) => over(of("sales"), of("decided")),
  CYCLELENGTH: (of) => of("cycle"),
  DEALCYCLE: (of) => of("dealCycle"),
  OPPCOUNT: (of) => of("created"),
  PIPELINEVALUE: (of) => of("pipeline"),
  WEIGHTEDPIPELINE: (of) => of("weighted"),
  PIPECONV: (of) => over(of("wonFromOpen"), of("pipelineBefore")),
  COVERAGE: (of) => {
    const missing = of("target") - of("revenue");
    return missing > 0 ? of("expected") / missing : NaN;
  },
  VELOCITY: (of) => (of("openDeals") * of("dealSize") * over(of("sales"), of("decided"))) / of("saleCycle"),
  SALESPERREP: (of) => of("revenue"),
  NEWCUSTOMERS: (of) => of("newCustomers"),
  REPEATRATE: (of) => over(of("repeating"), of("customers")),
  UPSELLRATE: (of) => over(of("upsold"), of("existing")),
  LEADCONV: (of) => over(of("buyers"), of("leads")),
  CONVRATE: (of) => over(of("buyingPeople"), of("people")),
  LEADRESPONSE: (of) => of("response"),
  SLA: (of) => over(of("inTime"), of("waiting")),
  INQUIRYRESPONSE: (of) => over(of("waited"), of("replies")),
  REFERRALS: (of) => of("referredLeads") + of("referralTouches"),
  ACTIVITIES: (of) => of("activities"),
  CALLS: (of) => of("calls"),
  EMAILS: (of) => of("emails"),
  MEETINGS: (of) => of("meetings"),
  FOLLOWUPS: (of) => of("followUps"),
  PROPOSALS: (of) => of("proposals"),
  DEMOS: (of) => of("demos"),
  EVENTS: (of) => of("events"),
  SOCIAL: (of) => of("social"),
  ACTIVITYRATIO: (of) => over(of("touches"), of("wins")),
  MRR: (of) => of("mrr"),
  CSAT: (of) => over(of("satisfied"), of("answers")),
};

/** Likewise from the aggregates of all owners. */
export const byMonth: Readonly<Record<string, (of: Of) => number>> = {
  CAC: (of) => over(of("cost"), of("newCustomers")),
  CACPAYBACK: (of) => over(of("cost"), of("newRevenue")),
};

function over(top: number, bottom: number): number {
  return bottom === 0 ? NaN : top / bottom;
}

function growth(now: number, before: number): number {
  return before > 0 ? (now - before) / before : NaN;
}
