import type { Kind, Role } from "../../core/records/roles";
import { normaliseWord } from "../../core/text";

/** How many steps a usual header stands behind the best ones of its role. */
export function tierOf(kind: Kind, role: Role, usual: string): number {
  const key = `${kind}.${role}`;
  let tiers = indexes.get(key);
  if (tiers === undefined) {
    tiers = new Map(
      (BEHIND[key] ?? []).flatMap((line, i) =>
        line.split("|").map((word): [string, number] => [word, i + 1]),
      ),
    );
    indexes.set(key, tiers);
  }
  return tiers.get(usual) ?? 0;
}

const indexes = new Map<string, ReadonlyMap<string, number>>();

/** The wider the better: few regions tell more than many towns. */
const REGION = [
  "country|country region|customer country|tara|tara client|land|pays|pais",
  "billing country|shipping country|province|county|judet|judet client|provincie|provincia|bundesland",
  "billing province|shipping province|state region|state province|billing state province|shipping state province",
  "city|town|oras|localitate",
];

/** Headers that give way to the others of their role, line by line. */
const BEHIND: Readonly<Record<string, readonly string[]>> = {
  "deal.id": ["invoice id|nr|no|number|numar|ref|cod", "nr crt|name"],
  "deal.customer": [
    "associated company domain|company domain name|associated company ids|customer id|customerid|account number|account no|account id|customer number|customer no|client id|cod client|id client|nr client",
    "email|customer email",
    "billing name|shipping name|name|cui|contacts",
    "contact person|deal contact person|contact name|related contacts|primary contact|associated contact|associated contact ids|customer description",
  ],
  "deal.owner": ["account manager|responsible|responsabil|user name|agent", "sales team|echipa de vanzari"],
  "deal.amount": [
    "subtotal|converted amount|amount converted|amount in company currency|gross sales|order total",
    "value formatted|price|pret|arr|acv|tcv|annual contract value acv|total contract value tcv|size",
    "mrr|annual recurring revenue arr|monthly recurring revenue mrr",
  ],
  "deal.currency": ["converted currency"],
  "deal.createdDate": [
    "order date|start date|data ofertei|entry date|data comenzii",
    "date|data|fecha|datum",
  ],
  "deal.closedDate": [
    "close date|closing date|paid at|paid date|completed date|order date|data comenzii",
    "date|data|fecha|datum",
  ],
  "deal.source": [
    "campaign|campaign source|campanie|sursa campanie|canal|channel",
    "deal source origin|source origin",
  ],
  "deal.region": REGION,
  "lead.region": REGION,
  "subscription.region": REGION,
  "deal.product": ["lineitem sku|sku|stock code|product code|item code|cod produs|plan"],
  "deal.status": ["won|is closed won|state|result|outcome"],
  "lead.name": ["contact person|contact|persoana de contact|first name|prenume|vorname|prenom", "lead"],
  "lead.email": ["secondary email|email home|person email home"],
  "lead.company": ["associated company domain"],
  "lead.status": ["lifecycle stage|stage|etapa|stadiu"],
  "lead.source": ["campaign|campaign source|campanie|lead origin|lead source origin|source origin|canal"],
  "lead.qualifiedDate": ["became a marketing qualified lead date|mql date"],
  "activity.id": ["nr crt|nr"],
  "activity.type": [
    "task subtype|event subtype|channel|module|action|activity|actiune|activitate",
    "task|kind",
  ],
  "activity.date": ["completed on|from|start|day", "date created|create date|timestamp"],
  "activity.subject": ["description|descriere|title"],
  "activity.customerRef": [
    "contact person|contact|contact name|contact email|associated contact|associated contact email",
  ],
  "subscription.customer": ["email|customer email|billing name"],
  "stageHistory.dealId": ["opportunity name|deal name|nume oportunitate"],
  "stageHistory.enteredDate": ["last modified date|last modified", "date|data|timestamp|start date"],
};

/** Amounts × probability, forecasts: never the amount of the deal itself. */
const DERIVED = new Set(
  (
    "weighted value|deal weighted value|weighted amount|forecast amount|forecast value|weighted forecast|weighted revenue|expected revenue|expected value|" +
    "prorated revenue|valoare ponderata|suma ponderata|valoare estimata ponderata|valoare prognozata|gewichteter wert|gewichteter betrag|erwarteter umsatz|" +
    "montant pondere|valeur ponderee|revenu attendu|importe ponderado|valor ponderado|ingresos esperados"
  ).split("|"),
);

export function isDerivedAmount(header: string): boolean {
  const word = normaliseWord(header);
  return (
    DERIVED.has(word) ||
    /(?:^| )(?:weighted|ponderat|ponderata|gewichtet|gewichteter|pondere|ponderee|ponderado)(?: |$)/.test(
      word,
    )
  );
}
