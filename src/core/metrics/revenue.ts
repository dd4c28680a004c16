import { and, deals, minus, not, role, sum, won, type Condition } from "../evaluate/expression";
import { sales } from "./populations";
import { may, metric, need, needSold } from "./metric";
import { choice } from "./options";

const NEW: Condition = { is: "class", role: "type", vocabulary: "dealType", in: ["new"] };

export const revenue = metric({
  id: "REVENUE",
  example: '=SALES.REVENUE(Deals[Amount], Deals[Status], Deals[Closed], "period=2025-Q1")',
  families: ["performance"],
  unit: "currency",
  better: "higher",
  total: true,
  inputs: [
    need("amount"),
    needSold,
    may("closedDate"),
    may("refund"),
    may("refundDate"),
    may("type"),
    may("cancelledDate"),
    may("currency"),
    may("id"),
  ],
  period: true,
  asOf: false,
  options: {
    basis: choice(["net", "net-by-refund-date", "gross"]),
    include: choice(["all", "new", "existing"]),
  },
  duplicates: () => "each-line",
  value({ basis, include }) {
    const where = include === "all" ? won : and(won, include === "new" ? NEW : not(NEW));
    switch (basis) {
      case "net":
        return sum(role("netAmount"), sales(where));
      case "gross":
        return sum(role("amount"), sales(where));
      case "net-by-refund-date":
        return minus(sum(role("amount"), sales(where)), sum(role("refund"), deals(where, "refundDate")));
    }
  },
  text: {
    en: {
      name: "Revenue",
      definition: "Money from deals won in the period, refunds subtracted.",
      formula: "Σ (amount − refund) of won deals",
      disagree:
        "These are sales (won deals, “bookings”), not accounting revenue. gross ignores refunds; net-by-refund-date books a refund when it was paid.",
    },
    ro: {
      name: "Venituri",
      definition: "Banii din ofertele câștigate în perioadă, minus rambursările.",
      formula: "Σ (sumă − rambursare) pentru ofertele câștigate",
      disagree:
        "Sunt vânzări (oferte câștigate), nu venituri contabile. gross ignoră rambursările; net-by-refund-date le scade la data plății lor.",
    },
  },
  source: "Closed-won amount by close date, as in Salesforce, HubSpot and Pipedrive reports.",
});
