import { between, dateText, quarter, year, type Case } from "./cases";
import { costs, deals, subscriptions } from "./sample";

const { closedDate, customer, status, type } = deals.columns;
const { endDate, mrr, startDate } = subscriptions.columns;

const asOf = "2025-03-31";
/** Paid on that day: begun, and not ended by then. */
const activeOn = (day: string): string =>
  `(Subscriptions[startDate]<=${dateText(day)})*((Subscriptions[endDate]="")+(Subscriptions[endDate]>${dateText(day)}))`;
const newIn = `COUNTIFS(${between("Customers[first]", quarter)})`;
const lost = `SUMPRODUCT(${activeOn("2024-12-31")}*(1-${activeOn(asOf)}))`;

export const customerCases: readonly Case[] = [
  {
    id: "NEWCUSTOMERS",
    args: { customer, status, closedDate, ...quarter },
    formula: `=${newIn}`,
    why: "first won deal in the quarter, with MINIFS over all deals",
  },
  {
    id: "REPEATRATE",
    args: { customer, status, closedDate },
    formula: '=COUNTIFS(Customers[orders],">=2")/COUNTIFS(Customers[orders],">=1")',
    why: "customers who came back",
  },
  {
    id: "UPSELLRATE",
    args: { customer, status, closedDate, type, ...quarter },
    formula: `=COUNTIFS(Customers[first],">0",Customers[first],"<"&${dateText(quarter.from)},Customers[more],">0")/COUNTIFS(Customers[first],">0",Customers[first],"<"&${dateText(quarter.from)})`,
    why: "existing customers who bought more",
  },
  {
    id: "CAC",
    args: {
      customer,
      status,
      closedDate,
      cost: costs.columns.amount,
      costDate: costs.columns.date,
      category: costs.columns.category,
      ...quarter,
    },
    formula: `=SUM(SUMIFS(Costs[amount],${between("Costs[date]", quarter)},Costs[category],{"Sales","Marketing"}))/${newIn}`,
    why: "sales and marketing costs per new customer",
  },
  {
    id: "CHURN",
    args: { customer: subscriptions.columns.customer, startDate, endDate, ...quarter },
    formula: `=${lost}/SUMPRODUCT(${activeOn("2024-12-31")})`,
    why: "subscribers at the start who are gone at the end",
  },
  {
    id: "RETENTION",
    args: { customer: subscriptions.columns.customer, startDate, endDate, ...quarter },
    formula: `=SUMPRODUCT(${activeOn("2024-12-31")}*${activeOn(asOf)})/SUMPRODUCT(${activeOn("2024-12-31")})`,
    why: "subscribers at the start who are still there",
  },
  {
    id: "MRR",
    args: { customer: subscriptions.columns.customer, startDate, endDate, mrr, asOf },
    formula: `=SUMIFS(Subscriptions[mrr],Subscriptions[startDate],"<="&${dateText(asOf)},Subscriptions[endDate],"")+SUMIFS(Subscriptions[mrr],Subscriptions[startDate],"<="&${dateText(asOf)},Subscriptions[endDate],">"&${dateText(asOf)})`,
    why: "running on the day",
  },
  {
    id: "MRR",
    args: { customer: subscriptions.columns.customer, startDate, endDate, mrr, asOf: year.to },
    formula: `=SUMPRODUCT(${activeOn(year.to)},Subscriptions[mrr])`,
    why: "the same by SUMPRODUCT on another day",
  },
];
