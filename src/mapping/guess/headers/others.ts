import { REGION, type KindHeaders } from "./words";

/** Small tables that people keep by hand: nearly every header of theirs is the core's. */
export const subscriptionHeaders: KindHeaders<"subscription"> = {
  customer: { usual: "account number|customer number|client id|subscriber|cod client|id client|abonat" },
  status: {
    usual: "status|state|churn|churned|subscription status|cancelled|canceled|stare|reziliat|statut|estado",
    not: "all",
  },
  owner: { not: "contact owner|call owner|task owner|host|user|utilizator" },
  region: REGION,
  type: {
    usual: "type|subscription type|tip|tip abonament|typ|tipo",
    not: "all",
  },
  product: { usual: "plan|plan name|subscription plan|package|tier|abonament|pachet|tarif" },
  startDate: {
    usual:
      "subscribed on|activation date|activated on|contract start|data activarii|data abonarii|startdatum|date de debut|fecha de inicio",
  },
  endDate: {
    usual:
      "cancelled at|canceled at|cancellation date|cancelled on|contract end|expiry date|expiration date|data expirarii|data rezilierii|data anularii|enddatum|date de fin|fecha de fin",
  },
  mrr: {
    usual:
      "monthly charges|monthly charge|monthly price|monthly recurring revenue|monthly recurring revenue mrr|monthly value|plan mrr|suma lunara|pret lunar|tarif lunar|monatsbetrag|montant mensuel|importe mensual",
  },
  amount: {
    usual:
      "amount|price|value|plan amount|subscription amount|contract value|annual amount|arr|suma|valoare|pret|valoare abonament|betrag|preis|montant|prix|importe|precio",
    not: "all",
  },
};

export const targetHeaders: KindHeaders<"target"> = {
  owner: { not: "contact owner|call owner|task owner|host" },
  amount: {
    usual:
      "target|target amount|sales target|revenue target|target revenue|quota|sales quota|quota amount|goal|sales goal|amount|value|plan|planned|tinta|tinta vanzari|tinta de vanzari|obiectiv|obiectiv vanzari|norma|norma de vanzari|plan vanzari|target vanzari|suma|valoare|ziel|zielwert|objectif|objetivo|cuota|betrag|montant|importe",
    not: "all",
  },
  periodStart: { usual: "date|data|year|an|anul|monat|quartal|mois|trimestre|mes" },
};

export const costHeaders: KindHeaders<"cost"> = {
  date: {
    usual:
      "date|cost date|expense date|day|month|period|invoice date|paid on|data|data costului|data cheltuielii|data facturii|luna|perioada|datum|monat|fecha|mes|mois",
    not: "all",
  },
  category: { usual: "cost center|expense|cost|cheltuiala|centru de cost|tip de cost" },
  source: { not: "sursa conversie|original source type" },
  amount: {
    usual:
      "amount|cost|costs|cost amount|total cost|spend|ad spend|expense|expenses|expense amount|total|value|amount spent|budget|suma|valoare|valoare cost|cheltuiala|cheltuieli|suma cheltuita|buget|total cheltuieli|betrag|kosten|ausgaben|montant|cout|couts|depense|depenses|importe|coste|costes|gasto|gastos",
    not: "all",
  },
};

export const stageHeaders: KindHeaders<"stage"> = {
  name: {
    usual:
      "name|stage|stage name|pipeline stage|sales stage|label|deal stage|nume|etapa|nume etapa|stadiu|denumire|denumire etapa|faza|phase|stufe|etape",
    not: "all",
  },
  order: { usual: "stage no|stage number|sequence|step|nr etapa|ordinea" },
};

export const stageHistoryHeaders: KindHeaders<"stageHistory"> = {
  stage: { usual: "to|new value|in etapa|noua etapa|stage to", not: "status label" },
  enteredDate: { documented: "last modified date|last modified" },
  dealId: { usual: "opportunity name|deal name|nume oportunitate|record id|opportunity id|deal" },
};

export const benchmarkHeaders: KindHeaders<"benchmark"> = {
  metric: {
    usual:
      "metric name|metric id|metrics|kpi name|kpi id|kpis|indicator name|nume indicator|denumire indicator|denumirea indicatorului|cod indicator|indicatori",
  },
  low: {
    usual:
      "low|lower|lowest|lower bound|lower limit|min|minimum|bottom|bottom quartile|lower quartile|25th percentile|p25|from|weak|jos|minim|inferior|limita de jos|limita inferioara|cuartila inferioara|percentila 25|slab|scazut|de la|niedrig|untere grenze|bas|bajo|minimo",
  },
  typical: {
    usual:
      "typical|typical value|benchmark|benchmark value|median|average|avg|mean|norm|normal|industry average|industry median|industry benchmark|market average|50th percentile|p50|tipic|valoare tipica|valoare de referinta|referinta|reper|etalon|mediana|medie|media|mediu|media industriei|media pietei|percentila 50|typisch|durchschnitt|richtwert|moyenne|mediane|typique|promedio|tipico",
  },
  high: {
    usual:
      "high|higher|highest|upper|upper bound|upper limit|max|maximum|top|top quartile|upper quartile|75th percentile|p75|to|best|best in class|strong|sus|maxim|superior|limita de sus|limita superioara|cuartila superioara|percentila 75|ridicat|inalt|pana la|hoch|obere grenze|haut|alto|maximo",
  },
  source: {
    usual:
      "source|sources|publisher|published by|study|survey|report|reference|sursa|surse|studiu|raport|publicatie|publicat de|quelle|etude|fuente",
    not: "all",
  },
  year: {
    usual: "year|published|published in|edition|as of|date|an|anul|editie|publicat in|data|jahr|annee|ano",
  },
  segment: {
    usual:
      "segment|industry|sector|market|region|applies to|for|group|industrie|domeniu|ramura|piata|regiune|se aplica la|pentru|grup|branche|secteur",
  },
};

export const surveyHeaders: KindHeaders<"survey"> = {
  date: {
    usual:
      "date|survey date|response date|submitted at|submitted on|answered at|answered on|timestamp|completed at|created at|data|data raspunsului|data sondajului|data completarii|marca temporala|datum|fecha",
    not: "all",
  },
  score: {
    usual:
      "survey score|customer satisfaction|customer satisfaction score|how satisfied are you|overall satisfaction|stars|nota acordata|calificativ|scor satisfactie|grad de satisfactie|zufriedenheit|satisfaction client|satisfaccion",
    not: "answer|deal score|lead score|raspuns|note",
  },
  owner: { not: "contact owner|call owner|task owner|host" },
};
