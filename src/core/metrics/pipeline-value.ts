import { role, sumKnown } from "../evaluate/expression";
import { may, metric, need } from "./metric";
import { openPipeline, overdueDeals, pipelineOptions, reconstructed } from "./open-pipeline";

export const pipelineValue = metric({
  id: "PIPELINEVALUE",
  example: "=SALES.PIPELINEVALUE(Deals[Amount], Deals[Status])",
  families: ["productivity"],
  unit: "currency",
  better: "higher",
  inputs: [
    need("amount"),
    need("status"),
    may("createdDate"),
    may("closedDate"),
    may("expectedCloseDate"),
    may("currency"),
    may("id"),
  ],
  period: true,
  asOf: true,
  options: pipelineOptions,
  value: (options, given) => sumKnown(role("amount"), openPipeline(options, given)),
  remarks: (dataset, options, given) => [
    ...reconstructed(dataset, options, given),
    ...overdueDeals(dataset, given),
  ],
  text: {
    en: {
      name: "Pipeline value",
      definition: "Total amount of the deals that are open (at asOf, or as the rows stand).",
      formula: "Σ amount of open deals",
      disagree:
        "A past asOf is reconstructed from created and close dates; amounts are today's. horizon=in-period or by-period-end keeps what is expected to close then; overdue=only gives the overdue part on its own. Not weighted: see WEIGHTEDPIPELINE.",
    },
    ro: {
      name: "Valoarea conductei de vânzări",
      definition: "Suma totală a ofertelor deschise (la asOf sau așa cum stau rândurile).",
      formula: "Σ suma ofertelor deschise",
      disagree:
        "Un asOf din trecut se reconstituie din datele de creare și de închidere; sumele sunt cele de azi. horizon=in-period sau by-period-end păstrează ce se estimează că se închide atunci; overdue=only dă separat partea cu termen depășit. Fără ponderare: vedeți WEIGHTEDPIPELINE.",
    },
  },
  source: "Sum of open opportunity amounts, as in every CRM's pipeline view.",
});
