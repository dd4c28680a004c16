import { REGION, type KindHeaders } from "./words";

/** Deals and orders: HubSpot, Pipedrive, Salesforce, Zoho, Freshsales, Copper, Close, Odoo, Shopify, Stripe, SuiteCRM, vtiger, SmartCRM. */
export const dealHeaders: KindHeaders<"deal"> = {
  id: {
    verified: "record id|deal id|deal pipedrive system id|name|id|invoice id|id potential",
    documented: "opportunity id",
    usual:
      "opportunity number|order id|order number|order no|invoice no|sale id|sales id|transaction id|deal no|quote number|nr crt|id vanzare|nr oferta|cod oferta|id afacere|nr contract",
    not: "contact id|id lead|id activitate|cod lead",
  },
  name: {
    verified:
      "deal name|deal title|title|nume oportunitate|name der verkaufschance|nom affaire|nombre de la oportunidad",
    documented: "opportunity name|opportunity opportunity name|potential name|name|opportunity",
    not: "full name|first name|last name|nume si prenume|prenume|nume lead|nombre|vorname|nachname|nom|prenom|apellidos",
  },
  customer: {
    verified:
      "associated company|company name|associated company ids|associated contact ids|deal organization|organization|deal contact person|contact person|organization name|email|billing name|billing company|shipping name|customer email|nume cont|firmenname|nom du compte|nombre de cuenta",
    documented:
      "account name|account account name|contact name|account|related contacts|company|primary contact|lead name",
    usual:
      "account number|account no|account id|customer number|customer no|client id|associated company domain|company domain name|cod client|id client|nr client|denumirea clientului|societate|kundennummer|numero client|numero de cliente|contacts",
  },
  owner: {
    verified:
      "deal owner|owner|agent de vanzari|echipa de vanzari|atribuit lui|zugewiesen an|assigne a|asignado a",
    documented:
      "opportunity owner|opportunity owner full name|deal owner name|sales owner|owned by|assigned to|user name|salesperson|sales team|responsabilul",
    usual:
      "sales person|sales representative|account manager|deal rep|sold by|vanzator responsabil|agent comercial|reprezentant comercial|responsabil vanzari|persoana responsabila|om de vanzari|vendedor|vendeur|verkaufer",
    not: "contact owner|call owner|task owner|host|user|utilizator",
  },
  stage: {
    verified:
      "deal stage|deal stage pipeline|stage|stadiu|stadiu vanzari|verkaufsphase|phase de vente|etapa de ventas",
    documented: "stage name|status label|etapa",
    usual:
      "deal phase|opportunity stage|funnel stage|etapa oferta|stadiu oferta|etapa oportunitate|fase de venta",
    not: "to stage|new stage|stadiu nou|etapa noua",
  },
  status: {
    verified: "deal status|status|financial status|statut|estado",
    documented: "status type|closed|won|is closed won|is closed lost|is deal closed",
    usual:
      "won lost|deal outcome|opportunity status|order status|deal result|status oferta|stare oportunitate|status oportunitate|stadiu comanda|stare comanda|castigat pierdut|castigat|resultado|resultat",
    not: "stage|etapa|stadiu|lifecycle stage",
  },
  amount: {
    verified:
      "amount|deal value|value|total|subtotal|converted amount|valoare|cantitate oportunitate|verkaufschance betrag|montant affaire|cantidad de la oportunidad",
    documented:
      "annual contract value acv|annual recurring revenue arr|total contract value tcv|monthly recurring revenue mrr|amount converted|monetary value|value formatted",
    usual:
      "deal amount|order total|deal size|deal wert|order value|order amount|opportunity amount|opportunity value|sales amount|sale amount|invoice amount|invoice total|total amount|total price|total price usd|total sales|total value|net sales|net value|net revenue|line total|extended price|ext price|closed value|tcv|acv|arr|valoare oferta|valoare oportunitate|valoare tranzactie|valoare totala|valoare neta|suma totala|total factura|total comanda|valoare vanzare|vanzari|auftragswert|gesamtbetrag|nettobetrag|importe total|montant total|montant ht|gross sales",
    not: "target|target amount|quota|goal|cost|spend|expense|budget|tinta|obiectiv|norma|cheltuiala|cheltuieli|buget|ziel|kosten|objectif|cout|objetivo|coste|expected revenue",
  },
  currency: {
    verified: "deal currency of value|deal currency|currency|converted currency",
    documented: "opportunity currency|amount currency|moneda",
    usual: "deal currency code|currency code",
  },
  createdDate: {
    verified:
      "create date|deal deal created|deal creation date|deal add time|deal created|created at|created date utc",
    documented: "created date|created time|date created|created on|data introducerii",
    usual:
      "order date|fecha|datum|ordered on|created by date|entry date|opening date|data deschidere|data intrarii|data oportunitatii|data ofertei",
    not: "submitted at|timestamp|received|received at|inquiry date|data primirii|data solicitarii|data cererii|data inregistrarii|marca temporala|eingangsdatum|date de la demande|fecha de solicitud",
  },
  closedDate: {
    verified: "close date|deal deal closed on|deal closed on|paid at",
    documented: "closed date|closing date|date closed|data de inchidere",
    usual:
      "deal close time|decision date|sale date|sales date|sold on|sold date|date of sale|transaction date|purchase date|signed date|signing date|contract date|data vanzarii|data tranzactiei|data contractului|data platii|data incasarii|verkaufsdatum|date de vente|fecha de venta|order date|data|fecha|datum|bestelldatum|date de commande|fecha de pedido|ordered on",
  },
  wonDate: {
    verified: "deal won time|won time",
    documented: "date won|date entered closed won|closed won date",
    usual: "won on|won at|deal won date|gewonnen am|fecha ganada",
  },
  lostDate: {
    verified: "deal lost time|lost time",
    documented: "date lost|date entered closed lost",
    usual: "lost on|lost at|closed lost date|deal lost date|verloren am",
  },
  expectedCloseDate: {
    verified:
      "deal expected close date|expected close date|close date|data asteapta inchidere|erwartetes abschlussdatum|date de cloture prevue|fecha de cierre prevista",
    documented: "expected closing|closing date",
    usual:
      "expected close|expected closing date|estimated close date|est close date|forecast close date|planned close date|target close date|forecasted close date|data estimata inchidere|data estimata de inchidere|data preconizata a inchiderii|termen estimat|voraussichtliches abschlussdatum|date de cloture estimee|fecha estimada de cierre",
  },
  probability: {
    verified: "deal probability|probabilitate %|wahrscheinlichkeit %|probabilite %|probabilidad %",
    documented: "probability %|probability|win probability|confidence",
    usual: "chance|win chance|chance %|likelihood|sansa|sansa %|probabilitate castig|prob|prob %",
  },
  region: REGION,
  source: {
    verified:
      "deal source channel|deal source origin|source|sursa campanie|sursa conversie|quelle des interessenten|origine du prospect|toma de contacto",
    documented: "original source type|original source|lead source|campaign source|campaign|sursa",
    usual: "lead quelle|deal source|opportunity source|sursa oportunitate|sursa ofertei|canal de vanzare",
  },
  type: {
    verified: "tip|typ|type|tipo",
    documented: "deal type|opportunity type",
    usual: "order type|tip oportunitate|tip oferta|tip client",
    not: "activity|task subtype|event subtype|call and meeting type|kind|tip activitate|activitate|aktivitatstyp|art|type d activite|tipo de actividad",
  },
  pipeline: { verified: "pipeline|deal pipeline", documented: "pipeline name" },
  lostReason: {
    verified: "deal lost reason",
    documented: "closed lost reason|loss reason|lost reason",
    usual:
      "reason for losing|lost because|why lost|motiv pierdut|cauza pierderii|motivul refuzului|verlustgrund|motif de perte|motivo de perdida|razon de perdida",
  },
  refund: { verified: "refunded amount|amount refunded|converted amount refunded" },
  cancelledDate: { verified: "cancelled at", usual: "canceled at|data anulare|storniert am" },
  lastActivityDate: {
    verified: "last activity date|deal last activity date|ultima actiune",
    documented: "last activity",
  },
  stageEnteredDate: {
    verified: "date entered current stage|date entered stage|deal last stage change|ultima etapa actualizata",
    documented: "last stage change date",
  },
  product: {
    verified: "lineitem name|lineitem sku|deal product name",
    documented: "product",
    usual:
      "products|product line|sku|stock code|product code|item|item name|item code|item type|item description|plan|denumire produs|cod produs|nume produs|produkt|produit|producto",
  },
  quantity: {
    verified: "lineitem quantity|deal product quantity",
    usual: "units sold|no of units|qty sold|nr buc",
  },
  unitPrice: {
    verified: "lineitem price",
    usual: "price per piece|item price|sales price|pret bucata|pret pe bucata|pret buc|stuckpreis",
  },
};
