import { shifted, type Expression } from "../evaluate/expression";
import { growth, partialOption, revenueInputs, revenueOfPeriod, unfinishedPeriod } from "./growth";
import { metric, type Given } from "./metric";

const shared = {
  families: ["performance"],
  unit: "ratio",
  better: "higher",
  beyondWhole: true,
  inputs: revenueInputs,
  period: true,
  asOf: true,
  options: { partial: partialOption },
  remarks: unfinishedPeriod,
  source: "Relative change R_t ÷ R_t−1 − 1, to date where the current period is not over.",
} as const;

type Partial = "to-date" | "whole";

/** The month or quarter that the period ends in, against the one before; without a period, the last of the data. */
function grainGrowth(grain: "month" | "quarter", partial: Partial, given: Given): Expression {
  const last = given.asOf ?? given.lastDay("closeDate");
  const { calendar } = given;
  const ending = { to: "grain", grain, calendar, ...(last === undefined ? {} : { end: last }) } as const;
  return growth(
    shifted(revenueOfPeriod, { ...ending, back: 0 }),
    shifted(revenueOfPeriod, { ...ending, back: 1, ...wholeIf(partial) }),
  );
}

const wholeIf = (partial: Partial): { whole?: true } => (partial === "whole" ? { whole: true } : {});

export const monthGrowth = metric({
  ...shared,
  id: "MOM",
  example: '=SALES.MOM(Deals[Amount], Deals[Status], Deals[Closed], "period=2025-03")',
  value: ({ partial }, given) => grainGrowth("month", partial, given),
  text: {
    en: {
      name: "Month-over-month growth",
      definition:
        "Revenue of the month in which the period, asOf or the data ends, against the month before.",
      formula: "revenue of the month ÷ revenue of the month before − 1",
      disagree:
        "An unfinished month is compared with as many days of the month before; partial=whole with all of it. It ignores the season: see YOY.",
    },
    ro: {
      name: "Creștere lună la lună",
      definition: "Veniturile lunii în care se termină perioada, asOf sau datele, față de luna dinainte.",
      formula: "veniturile lunii ÷ veniturile lunii dinainte − 1",
      disagree:
        "O lună neîncheiată se compară cu tot atâtea zile din luna dinainte; partial=whole, cu toată. Nu ține seama de sezon: vedeți YOY.",
    },
  },
});

export const quarterGrowth = metric({
  ...shared,
  id: "QOQ",
  example: '=SALES.QOQ(Deals[Amount], Deals[Status], Deals[Closed], "period=2025-Q1")',
  value: ({ partial }, given) => grainGrowth("quarter", partial, given),
  text: {
    en: {
      name: "Quarter-over-quarter growth",
      definition:
        "Revenue of the quarter in which the period, asOf or the data ends, against the quarter before.",
      formula: "revenue of the quarter ÷ revenue of the quarter before − 1",
      disagree:
        "An unfinished quarter is compared with as many days of the quarter before; partial=whole with all of it. Of mapped tables, quarters are those of the fiscal year in the settings.",
    },
    ro: {
      name: "Creștere trimestru la trimestru",
      definition:
        "Veniturile trimestrului în care se termină perioada, asOf sau datele, față de trimestrul dinainte.",
      formula: "veniturile trimestrului ÷ veniturile trimestrului dinainte − 1",
      disagree:
        "Un trimestru neîncheiat se compară cu tot atâtea zile din trimestrul dinainte; partial=whole, cu tot. La tabelele mapate, trimestrele sunt cele ale anului fiscal din setări.",
    },
  },
});

export const yearGrowth = metric({
  ...shared,
  id: "YOY",
  example: '=SALES.YOY(Deals[Amount], Deals[Status], Deals[Closed], "period=2025")',
  value: ({ partial }) =>
    growth(revenueOfPeriod, shifted(revenueOfPeriod, { to: "earlier", months: 12, ...wholeIf(partial) })),
  text: {
    en: {
      name: "Year-over-year growth",
      definition: "Revenue of the period against the same period a year earlier.",
      formula: "revenue ÷ revenue of the same period last year − 1",
      disagree:
        "Up to asOf an unfinished period is compared with the same days of last year; partial=whole with the whole period.",
    },
    ro: {
      name: "Creștere an la an",
      definition: "Veniturile perioadei față de aceeași perioadă cu un an înainte.",
      formula: "venituri ÷ veniturile aceleiași perioade din anul trecut − 1",
      disagree:
        "Până la asOf, o perioadă neîncheiată se compară cu aceleași zile din anul trecut; partial=whole, cu toată perioada.",
    },
  },
});
