import { REGION, type KindHeaders } from "./words";

/** Leads and contacts: HubSpot, Pipedrive, Salesforce, Zoho, Copper, Odoo, SuiteCRM, and lists from forms. */
export const leadHeaders: KindHeaders<"lead"> = {
  id: {
    verified: "record id|lead pipedrive system id",
    documented: "lead id",
    usual:
      "id|contact id|prospect id|lead number|lead no|inquiry id|id lead|cod lead|id prospect|id contact|nr crt|nr",
    not: "all",
  },
  name: {
    verified: "first name|last name|lead title",
    documented: "full name|lead name|contact name|lead",
    usual:
      "name|nume|nume si prenume|prenume|nume lead|nume contact|persoana de contact|contact|contact person|prospect|client potential|nume complet|nombre|vorname|nachname|nom|prenom|apellidos|ansprechpartner",
    not: "all",
  },
  email: {
    verified: "email|person email|person email work|person email home",
    documented: "secondary email",
    usual: "contact email|lead email|work email|mail adresse|adresse email",
  },
  company: {
    verified: "company name|associated company|organization|organization name",
    documented: "company|company account",
    usual: "associated company domain|lead company|nume companie|societate|organizatie",
  },
  owner: {
    verified: "contact owner|lead owner",
    documented: "owner",
    usual: "agent comercial|responsabil lead|persoana responsabila|vanzator responsabil",
    not: "call owner|task owner|host|user|utilizator",
  },
  region: REGION,
  source: {
    verified: "lead source channel|sursa conversie",
    documented: "original source|original traffic source|latest source|lead source|source",
    usual: "lead source origin|lead origin|lead quelle|sursa contact|canal de achizitie",
  },
  status: {
    verified: "statut|estado",
    documented: "lead status|lifecycle stage|status",
    usual:
      "stare|stare lead|status lead|stadiu|lead stage|stage|etapa|stare contact|lead state|contact status",
    not: "all",
  },
  createdDate: {
    verified: "create date",
    documented: "created date|created time",
    usual:
      "lead lead created|lead creation date|lead created|inquiry received|data lead|data contact|data inscrierii|data adaugare",
    not: "engage date|deal created|data comenzii|bestelldatum|date de commande|fecha de pedido",
  },
  firstResponseDate: { documented: "date of first engagement|first outreach date" },
  qualifiedDate: {
    documented:
      "became a sales qualified lead date|became a marketing qualified lead date|became an opportunity date",
  },
  convertedDate: {
    documented: "converted date|became a customer date|became an opportunity date",
    usual: "lead conversion time",
  },
  converted: { documented: "converted", usual: "is customer|became customer|a devenit client" },
  dealRef: {
    verified: "deal",
    documented: "converted opportunity id|opportunity name",
    usual:
      "opportunity id|deal id|deal name|opportunity|associated deal|associated deal ids|id oportunitate|oportunitate|id tranzactie|tranzactie",
    not: "all",
  },
  customer: {
    usual: "customer|customer id|converted account id|client|id client|cod client|kunde|cliente",
    not: "all",
  },
  value: { documented: "value", usual: "lead amount|potential value|buget estimat|valoare potentiala" },
};
