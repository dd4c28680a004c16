import { deals, role, share, sum, won } from "../evaluate/expression";
import { metric, may, need } from "./metric";
import { openOrDecided, reconstructed } from "./open-pipeline";

export const pipelineConversion = metric({
  id: "PIPECONV",
  example: '=SALES.PIPECONV(Deals[Amount], Deals[Status], Deals[Created], Deals[Closed], "period=2025-Q1")',
  families: ["performance"],
  unit: "ratio",
  better: "higher",
  inputs: [
    need("amount"),
    need("status"),
    need("createdDate"),
    need("closedDate"),
    may("currency"),
    may("id"),
  ],
  period: true,
  asOf: true,
  options: {},
  value: () =>
    share(
      sum(role("amount"), deals(won, "wonFromOpen")),
      sum(role("amount"), deals(openOrDecided, "openAtStart")),
    ),
  remarks: reconstructed,
  text: {
    en: {
      name: "Pipeline conversion rate",
      definition: "Share of the amount open at the period's start that was won within the period.",
      formula: "amount won of deals open at the start ÷ amount open at the start",
      disagree:
        "Not the win rate: that looks at decided deals only and passes over those that slip. Deals created in the period do not count; amounts are today's.",
    },
    ro: {
      name: "Rata de conversie a conductei",
      definition: "Ponderea din suma deschisă la începutul perioadei care a fost câștigată în perioadă.",
      formula: "suma câștigată din ofertele deschise la început ÷ suma deschisă la început",
      disagree:
        "Nu este rata de câștig: aceea privește doar ofertele decise și trece peste cele care alunecă. Ofertele create în perioadă nu se socotesc; sumele sunt cele de azi.",
    },
  },
  source: "S. Rietberg, Gartner blog, 2019-08-29: win rate and pipeline conversion rate are not the same.",
});
