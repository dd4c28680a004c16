import { between, byLabel, byMonth, dateText, is, quarter, year, type Case, type Days } from "./cases";
import { revenueOf, wonIn } from "./deal-formulas";
import { deals } from "./sample";
import { BLANK, groupsOf, wordsOf } from "./tables";

const { amount, closedDate, createdDate, lostReason, owner, refund, stage, status } = deals.columns;

const lost = `Deals[status],"Lost",${between("Deals[closedDate]", year)}`;
const reason = (label: string): string => `Deals[lostReason],${is(label === "(no reason)" ? BLANK : label)}`;
const open = (name: string): string =>
  `Deals[status],"Open",Deals[createdDate],">0",Deals[stage],${is(name)}`;
const lostIn = (days: Days): string => `Deals[status],"Lost",${between("Deals[closedDate]", days)}`;

const createdValue = (days: Days): string => `SUMIFS(Deals[amount],${between("Deals[createdDate]", days)})`;
const ownedBy = (name: string): string => `Deals[owner],${is(name === "(unassigned)" ? BLANK : name)}`;
const revenue = (name: string): string => `(${revenueOf(`${wonIn(year)},${ownedBy(name)}`)})`;
const sold = (name: string): string =>
  `(COUNTIFS(${wonIn(year)},${ownedBy(name)})-COUNTIFS(${wonIn(year)},Deals[amount],"<0",${ownedBy(name)}))`;

/** Metrics that are tables themselves. */
export const tableCases: readonly Case[] = [
  {
    id: "PIPELINESTAGES",
    args: { stage, status, amount, createdDate, closedDate, asOf: year.to },
    formula: wordsOf(stage).map((name) => [
      name,
      `=COUNTIFS(${open(name)})`,
      `=SUMIFS(Deals[amount],${open(name)})`,
      null,
      `=${dateText(year.to)}-AVERAGEIFS(Deals[createdDate],${open(name)})`,
      `=${dateText(year.to)}-MINIFS(Deals[createdDate],${open(name)})`,
    ]),
    why: "number, amount, mean and highest age of the open deals",
  },
  {
    id: "LOSTREASONS",
    args: { lostReason, status, closedDate, amount, ...year },
    formula: byLabel(
      groupsOf(lostReason).map((name) => (name === BLANK ? "(no reason)" : name)),
      (name) => `=COUNTIFS(${lost},${reason(name)})`,
      (name) => `=SUMIFS(Deals[amount],${lost},${reason(name)})`,
      (name) => `=COUNTIFS(${lost},${reason(name)})/COUNTIFS(${lost})`,
    ),
    why: "number, amount and share",
  },
  {
    id: "CREATEDVSCLOSED",
    args: { createdDate, closedDate, status, amount, ...quarter },
    formula: byMonth(
      (days) =>
        `=COUNTIFS(${between("Deals[createdDate]", days)})-COUNTIFS(${between("Deals[createdDate]", days)},Deals[status],"Won",Deals[amount],"<0")`,
      (days) => `=COUNTIFS(${wonIn(days)})-COUNTIFS(${wonIn(days)},Deals[amount],"<0")`,
      (days) => `=COUNTIFS(${lostIn(days)})`,
      () => null,
      (days) => `=${createdValue(days)}`,
      (days) => `=SUMIFS(Deals[amount],${wonIn(days)})`,
      (days) => `=SUMIFS(Deals[amount],${lostIn(days)})`,
      (days) =>
        `=${createdValue(days)}-SUMIFS(Deals[amount],${wonIn(days)})-SUMIFS(Deals[amount],${lostIn(days)})`,
    ),
    why: "each month's deals by number (credit notes are none) and amount",
  },
  {
    id: "LEADERBOARD",
    args: { owner, status, amount, closedDate, refund, ...year },
    formula: byLabel(
      groupsOf(owner).map((name) => (name === BLANK ? "(unassigned)" : name)),
      (name) =>
        name === "(unassigned)"
          ? "—"
          : `=1+SUM(${wordsOf(owner)
              .map((other) => `(${revenue(other)}>${revenue(name)})`)
              .join(",")})`,
      (name) => `=${revenue(name)}`,
      (name) => `=${sold(name)}`,
      (name) => `=${sold(name)}/(${sold(name)}+COUNTIFS(${lost},${ownedBy(name)}))`,
    ),
    why: "rank, revenue, sales and win rate of each rep; credit notes are no sales",
  },
];
