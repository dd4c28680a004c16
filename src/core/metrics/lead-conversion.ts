import { count, leads, ratio, share } from "../evaluate/expression";
import {
  conversionOptions,
  conversionRemarks,
  conversions,
  leadDuplicates,
  leadInputs,
  linkInputs,
} from "./converted-leads";
import { may, metric } from "./metric";
import { choice } from "./options";

export const leadConversion = metric({
  id: "LEADCONV",
  example: '=SALES.LEADCONV(Leads[Created], Leads[Converted], , , Leads[E-mail], "period=2025-Q1")',
  families: ["performance", "productivity"],
  unit: "ratio",
  better: "higher",
  inputs: [
    ...leadInputs,
    may("qualifiedDate", "lead"),
    may("owner", "lead"),
    may("source", "lead"),
    ...linkInputs,
  ],
  period: true,
  asOf: true,
  options: { basis: choice(["cohort", "period"]), ...conversionOptions },
  duplicates: leadDuplicates,
  value({ basis, ...options }, given) {
    const { all, converted, on } = conversions(
      options,
      given,
      options.window !== undefined || basis === "period",
    );
    return basis === "period"
      ? ratio(count(leads(converted, on)), count(leads(all, "createdDate")))
      : share(count(leads(converted, "createdDate")), count(leads(all, "createdDate")));
  },
  remarks: conversionRemarks,
  text: {
    en: {
      name: "Lead conversion rate",
      definition:
        "Share of the leads created in the period that became customers: by won deal where deals are linked.",
      formula: "converted leads ÷ leads",
      disagree:
        "Salesforce, Zoho and SuiteCRM call a lead converted when it turns into an opportunity, not a sale (converted=opportunity); HubSpot's customer is a contact with a won deal. basis=period divides the conversions dated in the period and can exceed 100 %.",
    },
    ro: {
      name: "Rata de conversie a clienților potențiali",
      definition:
        "Ponderea clienților potențiali creați în perioadă care au devenit clienți: după oferta câștigată, unde există legătură.",
      formula: "convertiți ÷ clienți potențiali",
      disagree:
        "Salesforce, Zoho și SuiteCRM numesc convertit clientul potențial devenit oportunitate, nu vânzare (converted=opportunity); la HubSpot „customer” este un contact cu o ofertă câștigată. basis=period împarte conversiile datate în perioadă și poate depăși 100 %.",
    },
  },
  source: "Salesforce Field Reference, Lead; HubSpot, Use lifecycle stages; Wilson's interval.",
});
