import { lifetimeValueOf } from "./lifetime";
import { lifetimeNumbers, lifetimeOptions } from "./lifetime-options";
import { may, metric, need } from "./metric";

export const lifetimeValue = metric({
  id: "CLTV",
  example: '=SALES.CLTV(Deals[Customer], Deals[Amount], Deals[Closed], Deals[Status], "method=historic")',
  families: ["productivity"],
  unit: "currency",
  better: "higher",
  inputs: [
    need("customer", "deal", "subscription"),
    may("amount", "deal", "subscription"),
    may("closedDate"),
    may("status"),
    may("id"),
    may("refund"),
    may("cancelledDate"),
    may("currency"),
    may("startDate", "subscription"),
    may("endDate", "subscription"),
    may("mrr", "subscription"),
    may("recurringPeriod", "subscription"),
    may("owner", "deal", "subscription"),
    may("source", "deal", "subscription"),
    may("type", "deal", "subscription"),
    may("product", "deal", "subscription"),
    ...lifetimeNumbers,
  ],
  period: true,
  asOf: true,
  options: lifetimeOptions,
  compute: lifetimeValueOf,
  text: {
    en: {
      name: "Customer lifetime value",
      definition:
        "Expected money from a customer: revenue per period × margin ÷ churn; method=historic is what customers brought so far.",
      formula:
        "order value × orders per period × margin ÷ churn (subscriptions: revenue per account × margin ÷ churn)",
      disagree:
        "ChartMogul divides by the six-month trailing churn without the current month (our default), Baremetrics by the same month's (churn=same-period). method=discounted is margin·(1 + d) ÷ (1 + d − retention), with timing=end margin·retention ÷ (1 + d − retention). Constant churn understates customers that differ: method=survival projects how long subscribers stay (sBG; curve=kaplan-meier as far as was seen), method=predictive what buyers bring in the next 12 months (BG/NBD × Gamma-Gamma; capYears for more).",
    },
    ro: {
      name: "Valoarea pe viață a clientului",
      definition:
        "Banii așteptați de la un client: venit pe perioadă × marjă ÷ rata de abandon; method=historic este ce au adus clienții până acum.",
      formula:
        "valoarea comenzii × comenzi pe perioadă × marjă ÷ abandon (abonamente: venit pe cont × marjă ÷ abandon)",
      disagree:
        "ChartMogul împarte la abandonul mediu al ultimelor șase luni fără cea curentă (implicit aici), Baremetrics la cel din aceeași lună (churn=same-period). method=discounted este marja·(1 + d) ÷ (1 + d − retenția), cu timing=end marja·retenția ÷ (1 + d − retenția). Un abandon constant subestimează clienții diferiți între ei: method=survival estimează cât rămân abonații (sBG; curve=kaplan-meier cât s-a observat), method=predictive ce aduc cumpărătorii în următoarele 12 luni (BG/NBD × Gamma-Gamma; capYears pentru mai mult).",
    },
  },
  source:
    "ChartMogul, Customer Lifetime Value; Baremetrics, Lifetime value; Fader, Hardie & Lee, Marketing Science 24 (2005); Fader & Hardie, The Gamma-Gamma Model (2013) and J. Interactive Marketing 21 (2007); Kaplan & Meier, JASA 53 (1958).",
});
