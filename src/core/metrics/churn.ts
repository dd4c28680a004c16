import { constant, minus, power, type Expression } from "../evaluate/expression";
import {
  activityInputs,
  activityOptions,
  activityRemarks,
  asSpells,
  flaggedLoss,
  hasOnlyFlag,
  loss,
  over,
  shareOf,
  textbookRetention,
  timesAYear,
  type ActivityOptions,
} from "./active-customers";
import { metric, type Given } from "./metric";
import { choice } from "./options";

export const churn = metric({
  id: "CHURN",
  example:
    '=SALES.CHURN(Subscriptions[Customer], Subscriptions[Start], Subscriptions[End], "period=2025-02")',
  families: ["performance"],
  unit: "ratio",
  better: "lower",
  inputs: activityInputs,
  period: true,
  asOf: true,
  options: activityOptions,
  prepare: asSpells,
  remarks: activityRemarks,
  value(options, given): Expression {
    if (options.annualise === "yes") return minus(constant(1), retained(options, given));
    if (hasOnlyFlag(given)) {
      const flagged = flaggedLoss();
      return shareOf(flagged.lost, flagged);
    }
    const gone = loss(options, given);
    return over(shareOf(gone.lost, gone), options.per, given);
  },
  text: {
    en: {
      name: "Customer churn rate",
      definition:
        "Share of the customers at the start of the period who are gone at its end; in a shop, gone = silent for the usual time.",
      formula: "customers at start who are not customers at end ÷ customers at start",
      disagree:
        "Stripe divides by start + new in 30 days (denominator=start+new; per=rolling30), Baremetrics by those active 30 days ago; with joinedAndLeft=include those who came and went in the period count, which ProfitWell ignores. per=month, quarter and year take the last 1, 3, 12 complete months. Shops: active = bought within window days (90 % of the gaps between purchases, at least 30).",
    },
    ro: {
      name: "Rata de abandon a clienților",
      definition:
        "Ponderea clienților de la începutul perioadei care nu mai sunt la sfârșit; la magazine, plecat = tăcere peste cea obișnuită.",
      formula: "clienți de la început care nu mai sunt la sfârșit ÷ clienți la început",
      disagree:
        "Stripe împarte la început + noi în 30 de zile (denominator=start+new; per=rolling30), Baremetrics la cei activi acum 30 de zile; cu joinedAndLeft=include se socotesc și cei veniți și plecați în perioadă, pe care ProfitWell îi ignoră. per=month, quarter și year iau ultimele 1, 3, 12 luni întregi. Magazine: activ = a cumpărat în ultimele window zile (90 % din pauzele dintre cumpărături, cel puțin 30).",
    },
  },
  source: "ChartMogul, Churn rate formulas; Stripe, Subscriber churn rate; Baremetrics, User churn.",
});

export const retention = metric({
  id: "RETENTION",
  example:
    '=SALES.RETENTION(Subscriptions[Customer], Subscriptions[Start], Subscriptions[End], "period=2025-02")',
  families: ["performance"],
  unit: "ratio",
  better: "higher",
  inputs: activityInputs,
  period: true,
  asOf: true,
  options: { ...activityOptions, method: choice(["both-ends", "textbook"]) },
  prepare: asSpells,
  remarks: activityRemarks,
  value: (options, given) =>
    options.method === "textbook"
      ? annual(over(textbookRetention(given), options.per, given), options, given)
      : retained(options, given),
  text: {
    en: {
      name: "Customer retention rate",
      definition:
        "Share of the customers at the start of the period who are still customers at its end: 1 − churn.",
      formula: "customers at both ends ÷ customers at start",
      disagree:
        "method=textbook is (customers at end − new in the period) ÷ customers at start: it counts those who came back, and can exceed 100 %. Options as for CHURN.",
    },
    ro: {
      name: "Rata de retenție a clienților",
      definition:
        "Ponderea clienților de la începutul perioadei care sunt clienți și la sfârșit: 1 − rata de abandon.",
      formula: "clienți la ambele capete ÷ clienți la început",
      disagree:
        "method=textbook este (clienți la sfârșit − noi în perioadă) ÷ clienți la început: îi socotește și pe cei reveniți și poate depăși 100 %. Opțiunile sunt cele de la CHURN.",
    },
  },
  source: "StoreRadar, Customer retention rate; exprimere.net, Retention rate.",
});

function retained(options: ActivityOptions, given: Given): Expression {
  const flagged = hasOnlyFlag(given);
  const gone = flagged ? flaggedLoss() : loss(options, given);
  const kept = shareOf(minus(gone.whole, gone.lost), gone);
  return flagged ? kept : annual(over(kept, options.per, given), options, given);
}

function annual(rate: Expression, { annualise, per }: ActivityOptions, given: Given): Expression {
  return annualise === "yes" ? power(rate, timesAYear(per, given)) : rate;
}
