import { distinct, repeated, share, shifted, won, type Expression } from "../evaluate/expression";
import { may, metric, need } from "./metric";
import { choice } from "./options";
import { sales, withoutCredits } from "./populations";

export const repeatRate = metric({
  id: "REPEATRATE",
  example: "=SALES.REPEATRATE(Deals[Customer], Deals[Closed], Deals[Status])",
  families: ["performance"],
  unit: "ratio",
  better: "higher",
  inputs: [
    need("customer"),
    may("closedDate"),
    may("status"),
    may("id"),
    may("amount"),
    may("cancelledDate"),
    may("owner"),
    may("source"),
    may("type"),
    may("product"),
  ],
  period: true,
  asOf: true,
  options: {
    orders: choice(["rows", "days"]),
    in: choice(["period", "ever"]),
  },
  value(options, given): Expression {
    const orders = sales(withoutCredits(won, given, "exclude"));
    const twice = repeated("customer", orders, options.orders === "days" ? "closeDate" : undefined);
    const rate = share(twice, distinct("customer", orders));
    const { period } = options.in === "ever" && given.hasPeriod ? given : {};
    if (period === undefined || period.start < 0) return rate;
    return shifted(rate, { to: "given", period: { ...period, start: -1 }, whole: true });
  },
  text: {
    en: {
      name: "Repeat purchase rate",
      definition: "Share of the customers with an order in the period who have two or more in it.",
      formula: "customers with 2 or more orders ÷ customers with 1 or more",
      disagree:
        "Rows with the same id are one order; orders=days takes all orders of one day as one purchase. in=ever looks at all orders up to the end of the period instead of those in it.",
    },
    ro: {
      name: "Rata de recumpărare",
      definition: "Ponderea clienților cu o comandă în perioadă care au acolo două sau mai multe.",
      formula: "clienți cu cel puțin 2 comenzi ÷ clienți cu cel puțin una",
      disagree:
        "Rândurile cu același id sunt o comandă; orders=days socotește comenzile din aceeași zi ca o singură cumpărătură. in=ever ia toate comenzile până la sfârșitul perioadei, nu doar pe cele din ea.",
    },
  },
  source: "Datma, Order metrics explained.",
});
