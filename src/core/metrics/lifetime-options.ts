import { optionalNumber, type NumberInput } from "./metric";
import { choice, numberOption, type OptionValues } from "./options";

export const lifetimeOptions = {
  method: choice(["formula", "historic", "discounted", "predictive", "survival"]),
  per: choice(["month", "quarter", "year"]),
  churn: choice(["trailing6", "same-period"], {
    "trailing 6 periods excluding the current one": "trailing6",
    "same period": "same-period",
  }),
  window: numberOption({ min: 1, max: 3650 }),
  capYears: numberOption({ min: 0.1, max: 100 }),
  timing: choice(["start", "end"], { "end-of-period": "end" }),
  curve: choice(["sbg", "kaplan-meier"]),
} as const;

export type LifetimeOptions = OptionValues<typeof lifetimeOptions>;

export const lifetimeNumbers: readonly NumberInput[] = [
  optionalNumber(
    "margin",
    {
      en: "gross margin as a share of revenue (0.6 = 60 %); left out, the value is revenue-based",
      ro: "marja brută ca parte din venituri (0,6 = 60 %); fără ea, valoarea se bazează pe venituri",
    },
    { min: 0, max: 1 },
  ),
  optionalNumber(
    "churnRate",
    {
      en: "share of customers lost per period, instead of reading it from the data",
      ro: "partea de clienți pierduți pe perioadă, în loc să fie citită din date",
    },
    { min: 0, max: 1 },
  ),
  optionalNumber(
    "lifespan",
    {
      en: "length of a customer relationship in periods, instead of 1 ÷ churn",
      ro: "durata relației cu un client, în perioade, în loc de 1 ÷ rata de abandon",
    },
    { min: 0 },
  ),
  optionalNumber(
    "retention",
    {
      en: "share of customers kept per period, instead of reading it from the data",
      ro: "partea de clienți păstrați pe perioadă, în loc să fie citită din date",
    },
    { min: 0, max: 1 },
  ),
  optionalNumber(
    "discountRate",
    {
      en: "discount rate per period (0.01 = 1 %), for method=discounted, predictive and survival",
      ro: "rata de actualizare pe perioadă (0,01 = 1 %), pentru method=discounted, predictive și survival",
    },
    { min: 0 },
  ),
];

/** Average length of each grain in days (Gregorian year of 365.2425 days). */
export const DAYS: Record<LifetimeOptions["per"], number> = {
  month: 365.2425 / 12,
  quarter: 365.2425 / 4,
  year: 365.2425,
};

export const MONTHS: Record<LifetimeOptions["per"], number> = { month: 1, quarter: 3, year: 12 };
