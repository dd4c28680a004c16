import {
  between,
  byLabel,
  dateText,
  is,
  isBetween,
  quarter,
  quarterBefore,
  year,
  type Case,
  type Days,
} from "./cases";
import { openAt, revenueOf, wonIn } from "./deal-formulas";
import { deals, targets } from "./sample";
import { wordsOf } from "./tables";

const { amount, closedDate, createdDate, expectedCloseDate, owner, probability, refund, status } =
  deals.columns;
const target = targets.columns.amount;
const { periodStart, periodEnd } = targets.columns;

const money = { amount, status, closedDate, refund };
const revenue = (days: Days): string => `(${revenueOf(wonIn(days))})`;
const targetIn = `SUMIFS(Targets[amount],Targets[periodStart],">="&${dateText(quarter.from)},Targets[periodEnd],"<="&${dateText(quarter.to)})`;

/** Won in the quarter; a credit note is no sale. */
const realWin = `(Deals[status]="Won")*${isBetween("Deals[closedDate]", quarter)}*(Deals[amount]>=0)`;

export const planCases: readonly Case[] = [
  {
    id: "TARGETATTAIN",
    args: { ...money, target, periodStart, periodEnd, ...quarter },
    formula: `=${revenue(quarter)}/${targetIn}`,
    why: "revenue against the quarter's targets",
  },
  {
    id: "TARGETATTAIN",
    args: { ...money, target, periodStart, periodEnd, from: "2025-02-15", to: "2025-05-31" },
    formula: `{=${revenue({ from: "2025-02-15", to: "2025-05-31" })}/SUM(IF((Targets[periodStart]<=DATE(2025,5,31))*(Targets[periodEnd]>=DATE(2025,2,15)),Targets[amount]*(IF(Targets[periodEnd]<DATE(2025,5,31),Targets[periodEnd],DATE(2025,5,31))-IF(Targets[periodStart]>DATE(2025,2,15),Targets[periodStart],DATE(2025,2,15))+1)/(Targets[periodEnd]-Targets[periodStart]+1)))}`,
    why: "targets prorated by days where the period cuts them",
  },
  {
    id: "QUOTAATTAIN",
    args: {
      ...money,
      owner,
      target,
      targetOwner: targets.columns.owner,
      periodStart,
      periodEnd,
      ...quarter,
    },
    formula: [
      ...byLabel(
        wordsOf(owner),
        (name) =>
          `=(${revenueOf(`${wonIn(quarter)},Deals[owner],${is(name)}`)})/SUMIFS(Targets[amount],Targets[owner],${is(name)},Targets[periodStart],${dateText(quarter.from)})`,
      ),
      ["(unassigned)", "—"],
    ],
    why: "each rep's revenue against the own quota",
  },
  {
    id: "COVERAGE",
    args: {
      amount,
      status,
      closedDate,
      createdDate,
      expectedCloseDate,
      target: 400_000,
      ...quarter,
      asOf: "2025-02-12",
    },
    formula: `=SUMPRODUCT(${openAt("2025-02-12")}*(Deals[expectedCloseDate]>=${dateText(quarter.from)})*(Deals[expectedCloseDate]<${dateText(quarter.to)}+1),Deals[amount])/(400000-SUMIFS(Deals[amount],${wonIn({ from: quarter.from, to: "2025-02-12" })}))`,
    why: "open and expected in the quarter, against what is still missing",
  },
  {
    id: "WEIGHTEDPIPELINE",
    args: { amount, status, probability },
    formula: '=SUMPRODUCT((Deals[status]="Open")*Deals[amount],Deals[probability])',
    why: "amount times probability of the open deals",
  },
  {
    id: "OPPQUALITY",
    args: { status, probability, options: "probability=column" },
    formula: '=100*AVERAGEIFS(Deals[probability],Deals[status],"Open")',
    why: "mean chance of the open deals",
  },
  {
    id: "PIPECONV",
    args: { amount, status, createdDate, closedDate, ...quarter },
    formula: `=SUMIFS(Deals[amount],${wonIn(quarter)},Deals[createdDate],">0",Deals[createdDate],"<"&${dateText(quarter.from)})/SUMPRODUCT(${openAt(quarterBefore.to)},Deals[amount])`,
    why: "won in the quarter of what was open at its start",
  },
  {
    id: "VELOCITY",
    args: { amount, status, createdDate, closedDate, ...quarter, asOf: quarter.to },
    formula: `{=SUM(${openAt(quarter.to)})*AVERAGEIFS(Deals[amount],${wonIn(quarter)},Deals[amount],">0")*SUM(${realWin})/(SUM(${realWin})+COUNTIFS(Deals[status],"Lost",${between("Deals[closedDate]", quarter)}))/AVERAGE(IF(${realWin}*(Deals[createdDate]<>"")*(INT(Deals[closedDate])>=INT(Deals[createdDate])),INT(Deals[closedDate])-INT(Deals[createdDate])))}`,
    why: "opportunities × size × win rate ÷ cycle, none of them over credit notes",
  },
  {
    id: "TARGETATTAIN",
    args: { ...money, target: 500_000, ...quarter, asOf: "2025-02-14", options: "partial=prorated" },
    formula: `=${revenue({ from: quarter.from, to: "2025-02-14" })}/(500000*45/90)`,
    why: "half of the quarter has passed",
  },
  {
    id: "COVERAGE",
    args: { amount, status, createdDate, closedDate, target: 1, ...year, options: "output=required" },
    formula: `=SUM(SUMIFS(Deals[amount],Deals[status],{"Won","Lost"},${between("Deals[closedDate]", year)},Deals[amount],">0"))/SUMIFS(Deals[amount],${wonIn(year)},Deals[amount],">0")`,
    why: "required coverage: 1 ÷ win rate by value",
  },
  {
    id: "CYCLELENGTH",
    args: { closedDate, status, dealCreatedDate: createdDate, ...year },
    formula: `{=AVERAGE(IF((Deals[status]="Won")*${isBetween("Deals[closedDate]", year)}*(Deals[createdDate]<>"")*(INT(Deals[closedDate])>=INT(Deals[createdDate])),INT(Deals[closedDate])-INT(Deals[createdDate])))}`,
    why: "without leads or first contacts, from the day the deal was created",
  },
];
