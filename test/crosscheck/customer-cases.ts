import { between, dateText, quarter, year, type Case } from "./cases";
import { wonIn } from "./deal-formulas";
import { costs, deals, subscriptions } from "./sample";

const { amount, closedDate, customer, status, type } = deals.columns;
const { customer: subscribers, endDate, mrr, startDate } = subscriptions.columns;

const asOf = "2025-03-31";
/** Paid on that day: begun, and not ended by then. */
const activeOn = (day: string): string =>
  `(Subscriptions[startDate]<=${dateText(day)})*((Subscriptions[endDate]="")+(Subscriptions[endDate]>${dateText(day)}))`;
const newIn = `COUNTIFS(${between("Customers[first]", quarter)})`;
const lost = `SUMPRODUCT(${activeOn("2024-12-31")}*(1-${activeOn(asOf)}))`;

const createdByCustomer = `COUNTIFS(Deals[customer],Customers[customer],${between("Deals[createdDate]", year)})`;

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
    args: { customer: subscribers, startDate, endDate, ...quarter },
    formula: `=${lost}/SUMPRODUCT(${activeOn("2024-12-31")})`,
    why: "subscribers at the start who are gone at the end",
  },
  {
    id: "RETENTION",
    args: { customer: subscribers, startDate, endDate, ...quarter },
    formula: `=SUMPRODUCT(${activeOn("2024-12-31")}*${activeOn(asOf)})/SUMPRODUCT(${activeOn("2024-12-31")})`,
    why: "subscribers at the start who are still there",
  },
  {
    id: "MRR",
    args: { customer: subscribers, startDate, endDate, mrr, asOf },
    formula: `=SUMIFS(Subscriptions[mrr],Subscriptions[startDate],"<="&${dateText(asOf)},Subscriptions[endDate],"")+SUMIFS(Subscriptions[mrr],Subscriptions[startDate],"<="&${dateText(asOf)},Subscriptions[endDate],">"&${dateText(asOf)})`,
    why: "running on the day",
  },
  {
    id: "MRR",
    args: { customer: subscribers, startDate, endDate, mrr, asOf: year.to },
    formula: `=SUMPRODUCT(${activeOn(year.to)},Subscriptions[mrr])`,
    why: "the same by SUMPRODUCT on another day",
  },
  {
    id: "REPEATRATE",
    args: { customer, status, closedDate, ...year },
    formula: `=SUMPRODUCT((COUNTIFS(Deals[customer],Customers[customer],${wonIn(year)})>=2)*1)/SUMPRODUCT((COUNTIFS(Deals[customer],Customers[customer],${wonIn(year)})>=1)*1)`,
    why: "of those with an order in the year",
  },
  {
    id: "UPSELLRATE",
    args: { customer, status, closedDate, type, amount, ...quarter, options: "measure=revenue" },
    formula: `=SUM(SUMIFS(Deals[amount],${wonIn(quarter)},Deals[type],{"Upsell","Cross-sell"},Deals[amount],">0"))/SUMIFS(Deals[amount],${wonIn(quarter)},Deals[amount],">0")`,
    why: "their share of the revenue",
  },
  {
    id: "CHURN",
    args: { customer: subscribers, startDate, endDate, ...quarter, options: "denominator=start+new" },
    formula: `=${lost}/(SUMPRODUCT(${activeOn("2024-12-31")})+COUNTIFS(${between("Subscriptions[startDate]", quarter)}))`,
    why: "of those at the start and the new ones",
  },
  {
    id: "CHURN",
    args: { customer: subscribers, startDate, endDate, ...quarter, options: "denominator=average" },
    formula: `=${lost}/((SUMPRODUCT(${activeOn("2024-12-31")})+SUMPRODUCT(${activeOn(asOf)}))/2)`,
    why: "of the mean of start and end",
  },
  {
    id: "CLTV",
    args: { customer: subscribers, startDate, endDate, mrr, asOf, options: "churn=same-period" },
    formula: `=SUMPRODUCT(${activeOn(asOf)},Subscriptions[mrr])/SUMPRODUCT(${activeOn(asOf)})/(SUMPRODUCT(${activeOn("2025-02-28")}*(1-${activeOn(asOf)}))/SUMPRODUCT(${activeOn("2025-02-28")}))`,
    why: "revenue per account ÷ the month's churn",
  },
  {
    id: "CACPAYBACK",
    args: { customer, status, closedDate, cost: 90_000, monthlyRevenue: 400, margin: 0.8, ...quarter },
    formula: `=90000/${newIn}/(400*0.8)`,
    why: "months until a new customer has paid back",
  },
  {
    id: "CONVRATE",
    args: {
      customer,
      dealCreatedDate: deals.columns.createdDate,
      dealStatus: status,
      closedDate,
      ...year,
    },
    formula: `=SUMPRODUCT((${createdByCustomer}>0)*(COUNTIFS(Deals[customer],Customers[customer],Deals[status],"Won",${between("Deals[createdDate]", year)})>0))/SUMPRODUCT((${createdByCustomer}>0)*1)`,
    why: "without leads: customers with a won deal ÷ customers with a deal, of those created in the year",
  },
];
