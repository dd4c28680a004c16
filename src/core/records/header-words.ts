/**
 * Usual headers of each role in CRM exports and hand-made lists (English, Romanian, German, French, Spanish), already
 * without accents and punctuation. Order is preference.
 */
export const headerWords: Readonly<Record<string, readonly string[]>> = {
  id: [
    "id|invoice number|invoiceno|number|nr|numar|record id|pipedrive system id|name|invoice id|no|invoice no|ref|nr comanda|numar comanda|cod|id oportunitate|nr factura|id tranzactie|id potential|auftragsnummer|vorgangsnummer|n commande|reference|no pedido|referencia",
  ],
  name: [
    "name|nume|title|opportunity name|potential name|deal|item|opportunity|nume oportunitate|denumire|nume tranzactie|titlu|oportunitate|afacere|oferta|denumirea ofertei|name der verkaufschance|dealname|nom affaire|nom de la transaction|opportunite|nombre de la oportunidad|nombre del negocio|oportunidad",
  ],
  customer: [
    "customer|customer id|customerid|account|associated company|company name|associated company ids|associated contact|associated contact ids|organization|contact person|name|account name|account account name|contact name|related contacts|company|primary contact|email|billing name|billing company|shipping name|customer email|customer description|client|customer name|client name|buyer|nume client|denumire client|firma|companie|companie client|beneficiar|partener|cumparator|cui|nume cont|firmenname|kunde|kundenname|unternehmen|nom du compte|nom du client|societe|entreprise|nombre de cuenta|cliente|nombre del cliente|empresa",
  ],
  owner: [
    "owner|sales agent|rep|hubspot owner|owner full name|owner name|sales owner|owned by|assigned to|user name|salesperson|sales team|sales rep|account executive|ae|agent|seller|responsible|agent de vanzari|echipa de vanzari|atribuit lui|responsabilul|responsabil|agent vanzari|reprezentant|reprezentant vanzari|vanzator|proprietar|consultant|zugewiesen an|zustandiger mitarbeiter|besitzer|verantwortlich|vertriebsmitarbeiter|assigne a|proprietaire|commercial|responsable|asignado a|propietario|comercial",
  ],
  status: [
    "status|stage|etapa|stadiu|status type|closed|won|is closed won|is closed lost|is deal closed|financial status|state|outcome|result|stare|rezultat|stare oferta|ergebnis|statut|estado",
  ],
  stage: [
    "stage|stage pipeline|stage name|status label|pipeline stage|phase|sales stage|step|stadiu|stadiu vanzari|etapa|etapa vanzare|faza|verkaufsphase|stufe|phase de vente|etape|etapa de ventas|fase",
  ],
  amount: [
    "amount|close value|value|total|mrr|amount in company currency|annual contract value acv|annual recurring revenue arr|total contract value tcv|monthly recurring revenue mrr|amount converted|monetary value|value formatted|subtotal|converted amount|expected revenue|actual deal value|revenue|sales|price|net amount|contract value|size|valoare|cantitate oportunitate|suma|valoare contract|valoare comanda|pret|valoare fara tva|total fara tva|venit|verkaufschance betrag|betrag|wert|umsatz|montant affaire|montant|valeur|chiffre d affaires|cantidad de la oportunidad|importe|valor|monto",
  ],
  currency: [
    "currency|currency of value|amount currency|converted currency|moneda|valuta|wahrung|devise|divisa",
  ],
  createdDate: [
    "created|engage date|creat|data|create date|deal created|creation date|add time|created date|created time|created at|date created|created date utc|created utc|created on|opened|open date|date|start date|date added|data introducerii|data crearii|data creare|creat la|data adaugarii|data comenzii|data deschiderii|erstellt am|erstellungsdatum|anlagedatum|bestelldatum|date de creation|cree le|date de commande|fecha de creacion|creado el|fecha de pedido",
  ],
  closedDate: [
    "closed|close date|inchis|date|data comenzii|invoice date|closed date|deal closed on|closed on|close time|closing date|date closed|actual close date|completed date|paid date|paid at|data de inchidere|data inchiderii|data inchidere|inchis la|data facturii|data finalizarii|data semnarii|abschlussdatum|geschlossen am|rechnungsdatum|date de cloture|date de fermeture|date de facture|fecha de cierre|fecha de factura",
  ],
  wonDate: ["won time|date won|date entered closed won|closed won date|won date|data castigarii|castigat la"],
  lostDate: ["lost time|date lost|date entered closed lost|lost date|data pierderii|pierdut la"],
  expectedCloseDate: [
    "expected close date|expected closing|close date|closing date|data asteapta inchidere|data estimata inchidere|inchidere estimata|data estimata a inchiderii|erwartetes abschlussdatum|date de cloture prevue|fecha de cierre prevista",
  ],
  source: [
    "source|sursa|original source type|original source|source channel|source origin|campaign source|campaign|channel|marketing source|utm source|origin|sursa campanie|sursa conversie|sursa lead|canal|campanie|quelle des interessenten|quelle|origine du prospect|toma de contacto|origen|fuente",
  ],
  type: ["type|tip|new existing|business type|category|tip afacere|tip vanzare|categorie|typ|tipo"],
  pipeline: ["pipeline|pipeline name|palnie|conducta"],
  lostReason: [
    "closed lost reason|lost reason|loss reason|reason lost|reason for loss|motiv pierdere|motivul pierderii|motiv refuz",
  ],
  refund: [
    "refunded amount|amount refunded|converted amount refunded|refund|credit note|returned amount|rambursat|suma rambursata|storno|retur",
  ],
  cancelledDate: ["cancelled at|cancelled on|cancellation date|data anularii"],
  product: ["product|produs|lineitem name|lineitem sku|product name|serviciu|articol"],
  startDate: ["start date|start|started|subscription start|data inceput|data de inceput|inceput"],
  endDate: ["end date|end|ended|cancelled|churn date|data sfarsit|sfarsit|data incetarii"],
  mrr: ["mrr|monthly amount|monthly amount|monthly revenue|monthly fee|abonament lunar|valoare lunara"],
};
