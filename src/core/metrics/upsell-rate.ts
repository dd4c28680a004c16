import {
  and,
  common,
  compare,
  distinct,
  inClass,
  recordsOf,
  role,
  share,
  sum,
  won,
  type Condition,
  type Expression,
  type Population,
} from "../evaluate/expression";
import { PURCHASE } from "../records/purchases";
import { paying } from "./active-customers";
import { stop, type Note } from "../result";
import { may, metric, need, type Given } from "./metric";
import { choice } from "./options";
import { sales, withoutCredits } from "./populations";

type Kinds = "both" | "upsell" | "cross-sell";

export const upsellRate = metric({
  id: "UPSELLRATE",
  example: '=SALES.UPSELLRATE(Deals[Customer], Deals[Closed], Deals[Status], Deals[Type], "period=2025-Q1")',
  families: ["activity"],
  unit: "ratio",
  better: "higher",
  inputs: [
    need("customer", "deal", "subscription"),
    may("closedDate"),
    may("status"),
    may("type", "deal", "subscription"),
    may("amount"),
    may("product", "deal", "subscription"),
    may("quantity"),
    may("startDate", "subscription"),
    may("endDate", "subscription"),
    may("mrr", "subscription"),
    may("refund"),
    may("cancelledDate"),
    may("currency"),
    may("id"),
    may("owner", "deal", "subscription"),
    may("source", "deal", "subscription"),
  ],
  period: true,
  asOf: true,
  options: {
    denominator: choice(["existing", "bought"], {
      "existing at start": "existing",
      "customers who bought in period": "bought",
    }),
    measure: choice(["customers", "revenue"], { "revenue share": "revenue" }),
    kinds: choice(["both", "upsell", "cross-sell"]),
  },
  value({ denominator, measure, kinds }, given): Expression {
    const recurring = !given.kinds.includes("deal");
    const purchases = recurring ? paying(given) : withoutCredits(won, given, "exclude");
    const bought = recurring ? recordsOf("subscription", purchases, "startDate") : sales(purchases);
    const more: Population = { ...bought, where: and(purchases, boughtMore(kinds, given, recurring)) };
    if (measure === "revenue") {
      const money = role(recurring ? "mrr" : "netAmount");
      return share(sum(money, more), sum(money, bought));
    }
    // Without a period all of history counts: everyone who ever bought.
    const before = recurring ? "activeAtStart" : "closedBefore";
    const existing: Population = given.hasPeriod ? { ...bought, on: before } : bought;
    const whole = denominator === "existing" ? existing : bought;
    return share(common("customer", existing, more), distinct("customer", whole));
  },
  remarks(dataset): readonly Note[] {
    const typed = (dataset.deal ?? dataset.subscription)?.has("type") === true;
    return typed ? [] : [{ message: "upsellInferred" }];
  },
  text: {
    en: {
      name: "Upsell / cross-sell rate",
      definition: "Share of the customers from before the period who bought an upsell or cross-sell in it.",
      formula: "existing customers with a won upsell or cross-sell deal ÷ existing customers at start",
      disagree:
        "denominator=bought divides by the customers who bought in the period; measure=revenue is the share of revenue; kinds picks one of the two. Without a type column a new product is cross-selling, a larger amount or quantity upselling: inferred.",
    },
    ro: {
      name: "Rata de upsell / cross-sell",
      definition:
        "Ponderea clienților dinaintea perioadei care au cumpărat în ea un upsell sau un cross-sell.",
      formula:
        "clienți existenți cu o ofertă câștigată de upsell sau cross-sell ÷ clienți existenți la început",
      disagree:
        "denominator=bought împarte la clienții care au cumpărat în perioadă; measure=revenue este ponderea în venituri; kinds alege unul din două. Fără coloana de tip, un produs nou este cross-sell, o sumă sau o cantitate mai mare upsell: dedus.",
    },
  },
  source: "Our reading; a deal's type as HubSpot and Salesforce have it.",
});

/** By the type where there is one, else by what was bought before. */
function boughtMore(kinds: Kinds, given: Given, recurring: boolean): Condition {
  const kind = recurring ? "subscription" : "deal";
  if (given.has("type", kind))
    return inClass("type", "dealType", ...(kinds === "both" ? ["upsell", "cross-sell"] : [kinds]));
  if (!(["product", "amount", "quantity", "mrr"] as const).some((name) => given.has(name, kind)))
    stop("missingAnyOf", { first: "type", second: "product" });
  const inferred = role("purchaseKind");
  const from = kinds === "cross-sell" ? PURCHASE.crossSell : PURCHASE.upsell;
  const to = kinds === "upsell" ? PURCHASE.upsell : PURCHASE.crossSell;
  return and(compare(inferred, ">=", from), compare(inferred, "<=", to));
}
