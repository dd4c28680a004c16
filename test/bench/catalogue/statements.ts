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

const inYears = (date: string): string =>
  `${date} >= DATE '${YEAR - 1}-01-01' AND ${date} < DATE '${YEAR + 1}-01-01'`;

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
function wide(table: string, aggregates: Readonly<Record<string, OfMonth>>, where = "true"): Statement {
  const columns = Object.values(aggregates).flatMap((sql) =>
    monthsOf().map(({ start, end }, month) => sql(day(start), day(end), month)),
  );
  return {
    names: Object.keys(aggregates),
    sql: `SELECT owner, ${columns.join(", ")} FROM ${table} WHERE ${where} GROUP BY owner`,
    wide: true,
  };
}

const activeAt = (moment: string): string =>
  `startDate < ${moment} AND (endDate IS NULL OR endDate >= ${moment})`;

/** As many days of the quarter before as have passed of the month's own. */
function quarterBefore(month: number): string {
  const period = monthsOf()[month];
  if (period === undefined) throw new RangeError(`month ${month}`);
  const { start, end } = shiftPeriod(period, { to: "grain", grain: "quarter", back: 1 });
  return `coalesce(sum(${net}) FILTER (closedDate >= ${day(start)} AND closedDate < ${day(end)}), 0)`;
}

/** As `grouped`, with everything before the year as month 0. */
function toDate(
  table: string,
  date: string,
  aggregates: Readonly<Record<string, string>>,
  where = "true",
): Statement {
  const columns = Object.values(aggregates).join(", ");
  return {
    names: Object.keys(aggregates),
    sql: `SELECT owner, CASE WHEN ${inYear(date)} THEN month(${date}) ELSE 0 END AS month, ${columns} FROM ${table}
      WHERE ${date} < DATE '${YEAR + 1}-01-01' AND ${where} GROUP BY ALL`,
  };
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
      dealCycle: `avg(closedDate - createdDate) FILTER (${sale})`,
      cycle: `avg(closedDate - began::DATE) FILTER (${sale} AND closedDate >= began::DATE)`,
      wonFromOpen: `coalesce(sum(amount) FILTER (${won} AND createdDate < date_trunc('month', closedDate)), 0)`,
    },
    `(${won} OR ${lost})`,
  ),
  {
    names: ["revenue"],
    sql: `SELECT owner, month(closedDate) - 12, sum(${net}) FROM deal
      WHERE closedDate >= DATE '${YEAR - 1}-01-01' AND closedDate < DATE '${YEAR}-01-01' AND ${won} GROUP BY ALL`,
  },
  // What is open at the end of a month is what was created by then, less what was closed by then.
  toDate("deal LEFT JOIN stage ON deal.stage = stage.name", "createdDate", {
    created: "count(*)",
    createdAmount: "sum(amount)",
    createdWeighted: "sum(amount * coalesce(deal.probability, stage.probability))",
  }),
  toDate(
    "deal LEFT JOIN stage ON deal.stage = stage.name",
    "closedDate",
    {
      closed: "count(*)",
      closedAmount: "sum(amount)",
      closedWeighted: "sum(amount * coalesce(deal.probability, stage.probability))",
    },
    `(${won} OR ${lost})`,
  ),
  grouped("deal", "expectedCloseDate", { expected: "sum(amount)" }, `NOT (${won} OR ${lost})`),
  wide(
    "deal",
    { quarterBefore: (_, __, month) => quarterBefore(month) },
    `${won} AND ${inYears("closedDate")}`,
  ),
  {
    names: ["newCustomers"],
    sql: `SELECT owner, month(first), count(*) FROM (
        SELECT arg_min(owner, (closedDate - DATE '1970-01-01') * 10000000 + rowid) AS owner, min(closedDate) AS first
        FROM deal WHERE ${sale} AND NOT (amount > 0 AND coalesce(refund, 0) >= amount) GROUP BY customer)
      WHERE ${inYear("first")} GROUP BY ALL`,
  },
  {
    names: ["newRevenue"],
    sql: `SELECT owner, month(closedDate), sum(${net}) FROM deal
      JOIN (SELECT customer, min(closedDate) AS first FROM deal WHERE ${won} GROUP BY customer) USING (customer)
      WHERE ${sale} AND ${inYear("closedDate")} AND first >= date_trunc('month', closedDate) GROUP BY ALL`,
  },
  {
    names: ["customers", "repeating"],
    sql: `SELECT owner, month, count(*), count(*) FILTER (orders > 1) FROM (
        SELECT owner, month(closedDate) AS month, customer, count(*) AS orders FROM deal
        WHERE ${sale} AND ${inYear("closedDate")} GROUP BY ALL) GROUP BY ALL`,
  },
  toDate(
    `(SELECT owner, min(closedDate) AS first FROM deal WHERE ${sale} GROUP BY owner, customer)`,
    "first",
    { firstSales: "count(*)" },
  ),
  {
    names: ["upsold"],
    sql: `SELECT owner, month(since) AS month, count(*) FROM (
        SELECT DISTINCT owner, customer, date_trunc('month', closedDate) AS since FROM deal
        WHERE ${sale} AND type IN ('Upsell', 'Cross-sell') AND ${inYear("closedDate")})
      JOIN (SELECT owner, customer, min(closedDate) AS first FROM deal WHERE ${sale} GROUP BY ALL)
      USING (owner, customer) WHERE first < since GROUP BY ALL`,
  },
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
      response: "median(epoch(answer - createdDate) / 3600) FILTER (answer >= createdDate)",
      inTime: "count(*) FILTER (answer >= createdDate AND answer <= createdDate + INTERVAL 5 MINUTE)",
      waiting: "count(*) FILTER (answer IS NULL OR answer >= createdDate)",
      referredLeads: "count(*) FILTER (source IN ('Referral', 'Partner'))",
    },
  ),
  {
    names: ["people", "buyingPeople"],
    sql: `SELECT owner, month, count(*), count(*) FILTER (bought) FROM (
        SELECT owner, month(createdDate) AS month, email, bool_or(bought.leadRef IS NOT NULL) AS bought
        FROM lead LEFT JOIN (SELECT DISTINCT leadRef FROM deal WHERE ${won}) AS bought ON lead.id = bought.leadRef
        WHERE ${inYear("createdDate")} GROUP BY ALL) GROUP BY ALL`,
  },
  {
    names: ["events"],
    sql: `SELECT owner, month(day), count(*) FROM (SELECT DISTINCT owner, date::DATE AS day, subject FROM activity
        WHERE ${done} AND type = 'Networking event' AND ${inYear("date")}) GROUP BY ALL`,
  },
  {
    names: ["referralTouches"],
    sql: `SELECT activity.owner, month(date), count(*) FROM activity LEFT JOIN lead ON activity.leadRef = lead.id
      WHERE type = 'Referral' AND ${done} AND ${inYear("date")}
        AND (source IS NULL OR source NOT IN ('Referral', 'Partner')) GROUP BY ALL`,
  },
  grouped("activity", "date", {
    activities: `count(*) FILTER (${done} AND type <> 'Note')`,
    calls: `count(*) FILTER (type = 'Call' AND direction = 'out'
        AND (${done} OR done = 'cancelled' AND outcome IN ('No answer', 'Left voicemail')))`,
    emails: `count(*) FILTER (${done} AND type = 'Email' AND direction = 'out')`,
    meetings: "count(*) FILTER (done <> 'cancelled' AND type IN ('Meeting', 'Demo'))",
    followUps: `count(*) FILTER (${done} AND type = 'Follow-up')`,
    demos: `count(*) FILTER (${done} AND type = 'Demo')`,
    social: "coalesce(sum(likes + comments + shares + directMessages) FILTER (done <> 'cancelled'), 0)",
    touches: `count(*) FILTER (${done} AND type IN ('Call', 'Email', 'Meeting'))`,
  }),
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
export const byOwner: Readonly<Record<string, (of: Of, month: number) => number>> = {
  REVENUE: (of) => of("revenue"),
  SALESGROWTH: (of) => growth(of("revenue"), of("revenue", 1)),
  MOM: (of) => growth(of("revenue"), of("revenue", 1)),
  QOQ: (of, month) => growth(sum(of, "revenue", 1 + (month % 3)), of("quarterBefore")),
  YOY: (of) => growth(of("revenue"), of("revenue", 12)),
  TTM: (of) => sum(of, "revenue", 12),
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
  PIPELINEVALUE: (of, month) => open(of, "Amount", month),
  WEIGHTEDPIPELINE: (of, month) => open(of, "Weighted", month),
  PIPECONV: (of, month) => over(of("wonFromOpen"), open(of, "Amount", month, 1)),
  COVERAGE: (of) => {
    const missing = of("target") - of("revenue");
    return missing > 0 ? of("expected") / missing : NaN;
  },
  VELOCITY: (of, month) =>
    (open(of, "", month) * of("dealSize") * over(of("sales"), of("decided"))) / of("dealCycle"),
  SALESPERREP: (of) => of("revenue"),
  NEWCUSTOMERS: (of) => of("newCustomers"),
  REPEATRATE: (of) => over(of("repeating"), of("customers")),
  UPSELLRATE: (of, month) => over(of("upsold"), sum(of, "firstSales", month + 1, 1)),
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

/** Created less closed by the end of the month (`back`: of one before); month 0 holds what was before the year. */
function open(of: Of, what: string, month: number, back = 0): number {
  let total = 0;
  for (let at = back; at <= month + 1; at++) total += of(`created${what}`, at) - of(`closed${what}`, at);
  return total;
}

/** The month and those before it, or from some months back. */
function sum(of: Of, name: string, months: number, from = 0): number {
  let total = 0;
  for (let back = from; back < from + months; back++) total += of(name, back);
  return total;
}

function over(top: number, bottom: number): number {
  return bottom === 0 ? NaN : top / bottom;
}

function growth(now: number, before: number): number {
  return before > 0 ? (now - before) / before : NaN;
}
