import { shifted } from "../evaluate/expression";
import { readPeriod } from "../records/read-period";
import { stop } from "../result";
import type { CalendarSettings } from "../time/periods";
import type { Shift } from "../time/shift";
import { commonOptions } from "./common-options";
import { growth, partialOption, revenueInputs, revenueOfPeriod, unfinishedPeriod } from "./growth";
import { metric } from "./metric";
import { choice } from "./options";

export const salesGrowth = metric({
  id: "SALESGROWTH",
  example: '=SALES.SALESGROWTH(Deals[Amount], Deals[Status], Deals[Closed], "period=2025-Q1")',
  families: ["performance"],
  unit: "ratio",
  better: "higher",
  beyondWhole: true,
  inputs: revenueInputs,
  period: true,
  asOf: true,
  options: {
    comparison: choice(["previous", "last-year", "explicit"], {
      "previous period of equal length": "previous",
      "previous period": "previous",
      "same period last year": "last-year",
    }),
    /** The period compared with, where it is an explicit one. */
    against: { option: "text", form: commonOptions.period.form },
    partial: partialOption,
  },
  value({ comparison, against, partial }, { calendar }) {
    const whole = partial === "whole" ? ({ whole: true } as const) : {};
    return growth(
      revenueOfPeriod,
      shifted(revenueOfPeriod, { ...shiftOf(comparison, against, calendar), ...whole }),
    );
  },
  remarks: unfinishedPeriod,
  text: {
    en: {
      name: "Sales growth",
      definition: "Change of revenue against the period before, as a share of that period's revenue.",
      formula: "(revenue − revenue before) ÷ revenue before",
      disagree:
        "comparison=last-year compares with the same period last year, which a season needs; against=2024-Q3 with a period of your own. Up to asOf an unfinished period is compared with as many days of the earlier one; partial=whole with all of it.",
    },
    ro: {
      name: "Creșterea vânzărilor",
      definition:
        "Variația veniturilor față de perioada dinainte, ca pondere din veniturile acelei perioade.",
      formula: "(venituri − venituri dinainte) ÷ venituri dinainte",
      disagree:
        "comparison=last-year compară cu aceeași perioadă a anului trecut, cum cere un sezon; against=2024-Q3 cu o perioadă aleasă. Până la asOf, o perioadă neîncheiată se compară cu tot atâtea zile din cea dinainte; partial=whole, cu toată.",
    },
  },
  source: "Relative change (R₁ − R₀) ÷ R₀, as in every sales report.",
});

function shiftOf(
  comparison: "previous" | "last-year" | "explicit",
  against: string | undefined,
  calendar: CalendarSettings | undefined,
): Shift {
  if (against !== undefined) {
    const period = readPeriod(against, calendar);
    if (period === undefined) stop("unknownPeriod", { period: against, valid: commonOptions.period.form });
    return { to: "given", period };
  }
  if (comparison === "explicit")
    stop("missingArgument", { option: "comparison=explicit", argument: "against=" });
  return comparison === "previous" ? { to: "previous" } : { to: "earlier", months: 12 };
}
