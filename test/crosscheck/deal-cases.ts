import {
  between,
  byLabel,
  byMonth,
  dateText,
  is,
  isBetween,
  quarter,
  year,
  type Case,
  type Days,
} from "./cases";
import { openAt, revenueOf, wonIn } from "./deal-formulas";
import { deals } from "./sample";
import { groupsOf, wordsOf } from "./tables";

const {
  amount,
  closedDate,
  createdDate,
  customer,
  expectedCloseDate,
  lostReason,
  owner,
  refund,
  source,
  status,
  type,
} = deals.columns;

const h1 = { from: "2024-01-01", to: "2024-06-30" };
const asOf = "2025-02-12";

const lostIn = (days: Days): string =>
  `Deals[status],"Lost",${between("Deals[closedDate]", days)},Deals[lostReason],"<>Duplicate",Deals[lostReason],"<>Test"`;
export const dealCases: readonly Case[] = [
  {
    id: "REVENUE",
    args: { amount, status, closedDate, refund, ...year },
    formula: `=${revenueOf(wonIn(year))}`,
    why: "refunds subtracted; an open deal's close date is none",
  },
  {
    id: "REVENUE",
    args: { amount, status, closedDate, refund, options: "period=2025-Q1; basis=gross" },
    formula: `=SUMIFS(Deals[amount],${wonIn(quarter)})`,
    why: "gross",
  },
  {
    id: "REVENUE",
    args: { amount, status, closedDate, refund, type, ...year, options: "include=new" },
    formula: `=${revenueOf(`${wonIn(year)},Deals[type],"New"`)}`,
    why: "new business only",
  },
  {
    id: "REVENUE",
    args: { amount, status, closedDate, refund, type, ...year, options: "include=existing" },
    formula: `=${revenueOf(`${wonIn(year)},Deals[type],"<>New"`)}`,
    why: "existing customers",
  },
  {
    id: "SALESCOUNT",
    args: { status, closedDate, amount, ...year },
    formula: `=COUNTIFS(${wonIn(year)})-COUNTIFS(${wonIn(year)},Deals[amount],"<0")`,
    why: "credit notes are no sales",
  },
  {
    id: "SALESCOUNT",
    args: { status, closedDate, ...quarter },
    formula: `=COUNTIFS(${wonIn(quarter)})`,
    why: "without amounts nothing is known of credit notes",
  },
  {
    id: "AVGDEALSIZE",
    args: { amount, status, closedDate, ...year },
    formula: `=AVERAGEIFS(Deals[amount],${wonIn(year)},Deals[amount],">0")`,
    why: "gifts and credit notes left out",
  },
  {
    id: "AVGDEALSIZE",
    args: { amount, status, closedDate, ...year, options: "statistic=median" },
    formula: `{=MEDIAN(IF((Deals[status]="Won")*${isBetween("Deals[closedDate]", year)}*(Deals[amount]>0),Deals[amount]))}`,
    why: "median",
  },
  {
    id: "AVGDEALSIZE",
    args: { amount, status, options: "population=open" },
    formula: `=AVERAGEIFS(Deals[amount],Deals[status],"Open",Deals[amount],"<>0")`,
    why: "what is in the pipeline",
  },
  {
    id: "AVGREVENUE",
    args: { amount, status, closedDate, refund, ...year },
    formula: `=(SUMIFS(Deals[amount],${wonIn(year)},Deals[amount],">0")-SUMIFS(Deals[refund],${wonIn(year)}))/COUNTIFS(${wonIn(year)},Deals[amount],">0")`,
    why: "net of refunds",
  },
  {
    id: "AOV",
    args: { amount, status, closedDate, ...year },
    formula: `=AVERAGEIFS(Deals[amount],${wonIn(year)},Deals[amount],">=0")`,
    why: "orders of zero count, credit notes do not",
  },
  {
    id: "WINRATE",
    args: { status, closedDate, lostReason, ...year },
    formula: `=COUNTIFS(${wonIn(year)})/(COUNTIFS(${wonIn(year)})+COUNTIFS(${lostIn(year)}))`,
    why: "duplicates and tests were no opportunities",
  },
  {
    id: "WINRATE",
    args: { status, closedDate, ...quarter },
    formula: `=COUNTIFS(${wonIn(quarter)})/SUM(COUNTIFS(Deals[status],{"Won","Lost"},${between("Deals[closedDate]", quarter)}))`,
    why: "without reasons every lost deal counts",
  },
  {
    id: "WINRATE",
    args: { status, closedDate, amount, ...year, options: "weight=value" },
    formula: `=SUMIFS(Deals[amount],${wonIn(year)},Deals[amount],">0")/SUM(SUMIFS(Deals[amount],Deals[status],{"Won","Lost"},${between("Deals[closedDate]", year)},Deals[amount],">0"))`,
    why: "by value",
  },
  {
    id: "WINRATE",
    args: { status, createdDate, closedDate, ...h1, options: "basis=created-all" },
    formula: `=COUNTIFS(Deals[status],"Won",${between("Deals[createdDate]", h1)})/COUNTIFS(${between("Deals[createdDate]", h1)})`,
    why: "of all created in the period",
  },
  {
    id: "WINRATE",
    args: { status, createdDate, closedDate, ...h1, options: "basis=created-resolved" },
    formula: `=COUNTIFS(Deals[status],"Won",${between("Deals[createdDate]", h1)})/COUNTIFS(Deals[status],"<>Open",${between("Deals[createdDate]", h1)})`,
    why: "of those created in the period and decided since",
  },
  {
    id: "DEALCYCLE",
    args: { createdDate, closedDate, status, ...year },
    formula: `{=AVERAGE(IF((Deals[status]="Won")*${isBetween("Deals[closedDate]", year)}*(Deals[createdDate]<>"")*(INT(Deals[closedDate])>=INT(Deals[createdDate])),INT(Deals[closedDate])-INT(Deals[createdDate])))}`,
    why: "by whole days, as close dates have no times; closed before created is no duration",
  },
  {
    id: "DEALCYCLE",
    args: { createdDate, closedDate, status, ...year, options: "statistic=median; population=won+lost" },
    formula: `{=MEDIAN(IF((Deals[status]<>"Open")*${isBetween("Deals[closedDate]", year)}*(Deals[createdDate]<>"")*(INT(Deals[closedDate])>=INT(Deals[createdDate])),INT(Deals[closedDate])-INT(Deals[createdDate])))}`,
    why: "median over won and lost",
  },
  {
    id: "OPPCOUNT",
    args: { status, createdDate, ...quarter },
    formula: `=COUNTIFS(${between("Deals[createdDate]", quarter)})`,
    why: "created in the period",
  },
  {
    id: "OPPCOUNT",
    args: { status, createdDate, closedDate, asOf, options: "which=open" },
    formula: `=SUMPRODUCT(${openAt(asOf)})`,
    why: "open on a past day",
  },
  {
    id: "OPPCOUNT",
    args: { status, closedDate, ...quarter, options: "which=closed" },
    formula: `=COUNTIFS(Deals[status],"<>Open",${between("Deals[closedDate]", quarter)})`,
    why: "decided in the period",
  },
  {
    id: "PIPELINEVALUE",
    args: { amount, status },
    formula: `=SUMIFS(Deals[amount],Deals[status],"Open")`,
    why: "as the rows stand",
  },
  {
    id: "PIPELINEVALUE",
    args: { amount, status, createdDate, closedDate, asOf },
    formula: `=SUMPRODUCT(${openAt(asOf)},Deals[amount])`,
    why: "reconstructed for a past day",
  },
  {
    id: "PIPELINEVALUE",
    args: {
      amount,
      status,
      createdDate,
      closedDate,
      expectedCloseDate,
      asOf: "2025-06-30",
      options: "overdue=only",
    },
    formula: `=SUMIFS(Deals[amount],Deals[status],"Open",Deals[createdDate],">0",Deals[expectedCloseDate],"<"&${dateText("2025-06-30")})`,
    why: "the overdue part",
  },
  {
    id: "SALESPERREP",
    args: { owner, amount, status, closedDate, createdDate, refund, ...quarter },
    formula: `=(${revenueOf(wonIn(quarter))})/SUMPRODUCT(--(COUNTIFS(Deals[owner],{${wordsOf(owner)
      .map((name) => `"${name}"`)
      .join(",")}},${between("Deals[createdDate]", quarter)})>0))`,
    why: "owners who created deals; here all who closed any also did",
  },
  {
    id: "SALESPERREP",
    args: { owner, amount, status, closedDate, headcount: 4.5, ...year },
    formula: `=SUMIFS(Deals[amount],${wonIn(year)})/4.5`,
    why: "given headcount",
  },
  {
    id: "CLTV",
    args: { customer, amount, closedDate, status, refund, options: "method=historic" },
    formula: `=(${revenueOf('Deals[status],"Won"')})/SUMPRODUCT((Deals[status]="Won")/(COUNTIFS(Deals[customer],Deals[customer],Deals[status],"Won")+(Deals[status]<>"Won")))`,
    why: "revenue per customer who ever bought",
  },
  {
    id: "BY",
    args: {
      metric: "REVENUE",
      group: owner,
      columns: [amount, status, closedDate, refund, "period=2025-Q1"],
    },
    formula: byLabel(
      groupsOf(owner),
      (name) => `=${revenueOf(`${wonIn(quarter)},Deals[owner],${is(name)}`)}`,
    ),
    why: "revenue by owner, deals without one on their own",
  },
  {
    id: "BY",
    args: { metric: "WINRATE", group: source, columns: [status, closedDate] },
    formula: byLabel(
      groupsOf(source),
      (name) =>
        `=COUNTIFS(Deals[status],"Won",Deals[source],${is(name)})/COUNTIFS(Deals[status],"<>Open",Deals[source],${is(name)})`,
    ),
    why: "win rate by source",
  },
  {
    id: "BY",
    args: {
      metric: "SALESCOUNT",
      group: "month",
      columns: [status, closedDate, "period=2025-Q1"],
    },
    formula: byMonth((days) => `=COUNTIFS(${wonIn(days)})`),
    why: "sales by month",
  },
  {
    id: "WINRATE",
    args: { status, closedDate, from: "2023-01-01", to: "2023-12-31" },
    formula: `=COUNTIFS(${wonIn({ from: "2023-01-01", to: "2023-12-31" })})/SUM(COUNTIFS(Deals[status],{"Won","Lost"},${between("Deals[closedDate]", { from: "2023-01-01", to: "2023-12-31" })}))`,
    why: "nothing decided: no rate, in both",
  },
];
