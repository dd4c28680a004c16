import { any, count, deals, decided, outcome } from "../evaluate/expression";
import { may, metric, need } from "./metric";
import { choice } from "./options";

const openOrDecided = outcome("open", "won", "lost");

export const opportunityCount = metric({
  id: "OPPCOUNT",
  example: '=SALES.OPPCOUNT(Deals[Status], Deals[Created], "period=2025-Q1")',
  families: ["performance"],
  unit: "count",
  better: "higher",
  inputs: [need("status"), may("createdDate"), may("closedDate"), may("id")],
  period: true,
  asOf: true,
  options: {
    which: choice(["created", "open", "open-any", "closed"], {
      "created in period": "created",
      "open at asOf": "open",
      "open at any time in period": "open-any",
      "closed in period": "closed",
    }),
  },
  value({ which }) {
    switch (which) {
      case "created":
        return count(deals(any, "createdDate"));
      case "open":
        return count(deals(openOrDecided, "open"));
      case "open-any":
        return count(deals(openOrDecided, "openDuring"));
      case "closed":
        return count(deals(decided, "closeDate"));
    }
  },
  text: {
    en: {
      name: "Opportunities",
      definition: "How many deals were created in the period (or were open, or closed, by option).",
      formula: "count of deals",
    },
    ro: {
      name: "Oportunități de vânzare",
      definition:
        "Câte oferte au fost create în perioadă (sau erau deschise, ori s-au închis, prin opțiune).",
      formula: "numărul ofertelor",
    },
  },
  source: "Count of deals by created date; snapshots are reconstructed from created and close dates.",
});
