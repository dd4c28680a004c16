import { between, byLabel, byMonth, dateText, is, quarter, year, type Case, type Days } from "./cases";
import { revenueOf, wonIn } from "./deal-formulas";
import { activities, costs, deals, leads, subscriptions, surveys, targets } from "./sample";
import { groupsOf } from "./tables";

const period = "period=2025-Q1";
const { amount, closedDate, customer, owner, probability, refund, stage, status } = deals.columns;
const subscribers = subscriptions.columns;

const active = (day: string): string =>
  `(Subscriptions[startDate]<=${day})*((Subscriptions[endDate]="")+(Subscriptions[endDate]>${day}))`;
const churnIn = ({ from, to }: Days): string => {
  const start = active(`${dateText(from)}-1`);
  return `=SUMPRODUCT(${start}*(1-${active(dateText(to))}))/SUMPRODUCT(${start})`;
};

/** Metrics as tables: by month where the metric looks back or ahead, by the words of a column elsewhere. */
export const groupCases: readonly Case[] = [
  {
    id: "BY",
    args: { metric: "NEWCUSTOMERS", group: "month", columns: [customer, closedDate, status, period] },
    formula: byMonth((days) => `=COUNTIFS(${between("Customers[first]", days)})`),
    why: "new customers of each month",
  },
  {
    id: "BY",
    args: {
      metric: "CHURN",
      group: "month",
      columns: [subscribers.customer, subscribers.startDate, subscribers.endDate, period],
    },
    formula: byMonth(churnIn),
    why: "churn of each month",
  },
  {
    id: "BY",
    args: {
      metric: "MRR",
      group: "month",
      columns: [subscribers.customer, subscribers.startDate, subscribers.endDate, subscribers.mrr, period],
    },
    formula: byMonth(({ to }) => `=SUMPRODUCT(${active(dateText(to))},Subscriptions[mrr])`),
    why: "running at the end of each month",
  },
  {
    id: "BY",
    args: {
      metric: "LEADCONV",
      group: "month",
      columns: [leads.columns.createdDate, leads.columns.convertedDate, period],
    },
    formula: byMonth(
      (days) =>
        `=COUNTIFS(${between("Leads[createdDate]", days)},Leads[convertedDate],">0")/COUNTIFS(${between("Leads[createdDate]", days)})`,
    ),
    why: "cohorts by month",
  },
  {
    id: "BY",
    args: {
      metric: "CALLS",
      group: activities.columns.owner,
      columns: [activities.columns.type, activities.columns.date, activities.columns.done, period],
    },
    formula: byLabel(
      groupsOf(activities.columns.owner),
      (name) =>
        `=COUNTIFS(Activities[type],"Call",Activities[done],"yes",Activities[owner],${is(name)},${between("Activities[date]", quarter)})`,
    ),
    why: "calls by owner",
  },
  {
    id: "BY",
    args: {
      metric: "CSAT",
      group: surveys.columns.owner,
      columns: [surveys.columns.score, surveys.columns.date, `scale=5; period=${year.from}..${year.to}`],
    },
    formula: byLabel(
      groupsOf(surveys.columns.owner),
      (name) =>
        `=COUNTIFS(${between("Surveys[date]", year)},Surveys[score],">=4",Surveys[score],"<=5",Surveys[owner],${is(name)})/COUNTIFS(${between("Surveys[date]", year)},Surveys[score],"<=5",Surveys[owner],${is(name)})`,
    ),
    why: "satisfaction by owner",
  },
  {
    id: "BY",
    args: { metric: "WEIGHTEDPIPELINE", group: stage, columns: [amount, status, probability] },
    formula: byLabel(
      groupsOf(stage),
      (name) =>
        `=SUMPRODUCT((Deals[status]="Open")*(Deals[stage]=${name === "(blank)" ? '""' : is(name)})*Deals[amount],Deals[probability])`,
    ),
    why: "weighted pipeline by stage",
  },
  {
    id: "BY",
    args: {
      metric: "TARGETATTAIN",
      group: "month",
      columns: [
        targets.columns.amount,
        amount,
        status,
        closedDate,
        targets.columns.periodStart,
        targets.columns.periodEnd,
        "",
        "",
        refund,
        period,
      ],
    },
    formula: byMonth(
      (days) =>
        `=(${revenueOf(wonIn(days))})/(SUMIFS(Targets[amount],Targets[periodStart],${dateText(quarter.from)})*(${dateText(days.to)}-${dateText(days.from)}+1)/90)`,
    ),
    why: "a month's share of the quarter's target, by days",
  },
  {
    id: "BY",
    args: {
      metric: "CAC",
      group: "month",
      columns: [
        customer,
        costs.columns.amount,
        closedDate,
        status,
        costs.columns.date,
        costs.columns.category,
        period,
      ],
    },
    formula: byMonth(
      (days) =>
        `=SUM(SUMIFS(Costs[amount],${between("Costs[date]", days)},Costs[category],{"Sales","Marketing"}))/COUNTIFS(${between("Customers[first]", days)})`,
    ),
    why: "cost per new customer of each month",
  },
  {
    id: "BY",
    args: {
      metric: "AVGDEALSIZE",
      group: owner,
      columns: [amount, status, closedDate, `statistic=median; ${period}`],
    },
    formula: byLabel(
      groupsOf(owner),
      (name) =>
        `{=MEDIAN(IF((Deals[status]="Won")*(Deals[owner]=${name === "(blank)" ? '""' : is(name)})*(Deals[closedDate]>=${dateText(quarter.from)})*(Deals[closedDate]<${dateText(quarter.to)}+1)*(Deals[amount]>0),Deals[amount]))}`,
    ),
    why: "median size by owner",
  },
];
