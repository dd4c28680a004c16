import { and, compare, known, mean, not, role, won, type Condition } from "../evaluate/expression";
import { creditOption, sales, withoutCredits, withoutZeros } from "./populations";
import { may, metric, need } from "./metric";
import { choice } from "./options";

const FIRST = compare(role("firstWon"), ">=", 1);

export const averageOrderValue = metric({
  id: "AOV",
  example: '=SALES.AOV(Deals[Amount], Deals[Closed], Deals[Status], "period=2025-Q1")',
  families: ["performance"],
  unit: "currency",
  better: "higher",
  inputs: [
    need("amount"),
    may("closedDate"),
    may("status"),
    may("id"),
    may("customer"),
    may("refund"),
    may("cancelledDate"),
    may("currency"),
  ],
  period: true,
  asOf: false,
  options: {
    value: choice(["net-of-discounts", "total", "net-of-refunds"]),
    customers: choice(["all", "new", "returning"]),
    zeros: choice(["include", "exclude"]),
    credits: creditOption,
    lines: choice(["first", "sum"]),
  },
  duplicates: ({ lines }) => (lines === "sum" ? "sum-lines" : "lines"),
  value({ value, customers, zeros, credits }, given) {
    let where: Condition = withoutZeros(withoutCredits(won, given, credits), given, zeros);
    if (customers !== "all") where = and(where, known("customer"), customers === "new" ? FIRST : not(FIRST));
    return mean(role(value === "net-of-refunds" ? "netAmount" : "amount"), sales(where));
  },
  text: {
    en: {
      name: "Average order value",
      definition:
        "Average money per order; lines of one order (same id) count as one, cancelled orders do not count.",
      formula: "Σ order value ÷ number of orders",
      disagree:
        "Pass the subtotal column for Shopify's definition (net of discounts, returns ignored), the total column for totals with tax and shipping; net-of-refunds subtracts the refund column.",
    },
    ro: {
      name: "Valoarea medie a comenzii",
      definition:
        "Suma medie pe comandă; liniile aceleiași comenzi (același id) sunt una, comenzile anulate nu se socotesc.",
      formula: "Σ valoarea comenzilor ÷ numărul comenzilor",
      disagree:
        "Dați coloana de subtotal pentru definiția Shopify (după reduceri, fără retururi), coloana de total pentru totaluri cu taxe și transport; net-of-refunds scade coloana de rambursări.",
    },
  },
  source: "Shopify changelog, 2023-01-09: (gross sales − discounts) ÷ orders.",
});
