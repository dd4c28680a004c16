import { count, won } from "../evaluate/expression";
import { creditOption, sales, withoutCredits } from "./populations";
import { may, metric, needSold } from "./metric";

export const salesCount = metric({
  id: "SALESCOUNT",
  example: '=SALES.SALESCOUNT(Deals[Status], Deals[Closed], "period=2025-Q1")',
  families: ["performance"],
  unit: "count",
  better: "higher",
  inputs: [needSold, may("closedDate"), may("amount"), may("cancelledDate"), may("id")],
  period: true,
  asOf: false,
  options: { credits: creditOption },
  value: ({ credits }, given) => count(sales(withoutCredits(won, given, credits))),
  text: {
    en: {
      name: "Number of sales",
      definition: "How many deals were won in the period.",
      formula: "count of won deals",
    },
    ro: {
      name: "Numărul vânzărilor",
      definition: "Câte oferte au fost câștigate în perioadă.",
      formula: "numărul ofertelor câștigate",
    },
  },
  source: "Count of won deals by close date.",
});
