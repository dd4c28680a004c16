/**
 * Usual headers of each role in CRM exports and hand-made lists (English, Romanian, German, French, Spanish), already
 * without accents and punctuation. Order is preference.
 */
export const headerWords: Readonly<Record<string, readonly string[]>> = {
  id: [
    "id|invoice number|invoiceno|number|nr|numar|record id|pipedrive system id|name|invoice id|no|invoice no|ref|nr comanda|numar comanda|cod|id oportunitate|nr factura|id tranzactie|id potential|auftragsnummer|vorgangsnummer|n commande|reference|no pedido|referencia|contact id|id lead|id activitate|cod lead",
  ],
  name: [
    "name|nume|title|opportunity name|potential name|deal|item|opportunity|nume oportunitate|denumire|nume tranzactie|titlu|oportunitate|afacere|oferta|denumirea ofertei|name der verkaufschance|dealname|nom affaire|nom de la transaction|opportunite|nombre de la oportunidad|nombre del negocio|oportunidad|full name|first name|last name|nume si prenume|prenume|nume lead|nombre|vorname|nachname|nom|prenom|apellidos",
  ],
  customer: [
    "customer|customer id|customerid|account|associated company|company name|associated company ids|associated contact|associated contact ids|organization|contact person|name|account name|account account name|contact name|related contacts|company|primary contact|email|billing name|billing company|shipping name|customer email|customer description|client|customer name|client name|buyer|nume client|denumire client|firma|companie|companie client|beneficiar|partener|cumparator|cui|nume cont|firmenname|kunde|kundenname|unternehmen|nom du compte|nom du client|societe|entreprise|nombre de cuenta|cliente|nombre del cliente|empresa",
  ],
  owner: [
    "owner|sales agent|rep|hubspot owner|owner full name|owner name|sales owner|owned by|assigned to|user name|salesperson|sales team|sales rep|account executive|ae|agent|seller|responsible|agent de vanzari|echipa de vanzari|atribuit lui|responsabilul|responsabil|agent vanzari|reprezentant|reprezentant vanzari|vanzator|proprietar|consultant|zugewiesen an|zustandiger mitarbeiter|besitzer|verantwortlich|vertriebsmitarbeiter|assigne a|proprietaire|commercial|responsable|asignado a|propietario|comercial|contact owner|assigned to user|assigned|call owner|task owner|host|user|utilizator",
  ],
  status: [
    "status|stage|etapa|stadiu|status type|closed|won|is closed won|is closed lost|is deal closed|financial status|state|outcome|result|stare|rezultat|stare oferta|ergebnis|statut|estado|lifecycle stage",
  ],
  stage: [
    "stage|stage pipeline|stage name|status label|pipeline stage|phase|sales stage|step|stadiu|stadiu vanzari|etapa|etapa vanzare|faza|verkaufsphase|stufe|phase de vente|etape|etapa de ventas|fase|to stage|new stage|stadiu nou|etapa noua",
  ],
  amount: [
    "amount|close value|value|total|mrr|amount in company currency|annual contract value acv|annual recurring revenue arr|total contract value tcv|monthly recurring revenue mrr|amount converted|monetary value|value formatted|subtotal|converted amount|expected revenue|actual deal value|revenue|sales|price|net amount|contract value|size|valoare|cantitate oportunitate|suma|valoare contract|valoare comanda|pret|valoare fara tva|total fara tva|venit|verkaufschance betrag|betrag|wert|umsatz|montant affaire|montant|valeur|chiffre d affaires|cantidad de la oportunidad|importe|valor|monto|target|target amount|quota|goal|cost|spend|expense|budget|tinta|obiectiv|norma|cheltuiala|cheltuieli|buget|ziel|kosten|objectif|cout|objetivo|coste",
  ],
  currency: [
    "currency|currency of value|amount currency|converted currency|moneda|valuta|wahrung|devise|divisa",
  ],
  createdDate: [
    "created|engage date|creat|data|create date|deal created|creation date|add time|created date|created time|created at|date created|created date utc|created utc|created on|opened|open date|date|start date|date added|data introducerii|data crearii|data creare|creat la|data adaugarii|data comenzii|data deschiderii|erstellt am|erstellungsdatum|anlagedatum|bestelldatum|date de creation|cree le|date de commande|fecha de creacion|creado el|fecha de pedido|submitted at|timestamp|received|received at|inquiry date|data primirii|data solicitarii|data cererii|data inregistrarii|marca temporala|eingangsdatum|date de la demande|fecha de solicitud",
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
    "source|sursa|original source type|original source|source channel|source origin|campaign source|campaign|channel|marketing source|utm source|origin|sursa campanie|sursa conversie|sursa lead|canal|campanie|quelle des interessenten|quelle|origine du prospect|toma de contacto|origen|fuente|latest source|original traffic source|de unde ne stie|source du prospect|origine|origen del prospecto",
  ],
  region: ["region|territory|country|regiune|teritoriu|zona|tara|judet"],
  type: [
    "type|tip|new existing|business type|category|tip afacere|tip vanzare|categorie|typ|tipo|activity|task subtype|event subtype|call and meeting type|kind|tip activitate|activitate|aktivitatstyp|art|type d activite|tipo de actividad",
  ],
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
  mrr: ["mrr|monthly amount|monthly revenue|monthly fee|abonament lunar|valoare lunara"],
  email: [
    "email|e mail|email address|person email|email work|email home|secondary email|adresa email|adresa de email|mail|correo electronico|courriel",
  ],
  company: [
    "company|company name|associated company|organization|organization name|company account|account name|account|companie|firma|nume firma|denumire firma|unternehmen|societe|entreprise|empresa",
  ],
  firstResponseDate: [
    "first response|first response date|first response time|date of first engagement|first outreach date|first contacted|first contact date|first call|responded at|contacted on|first reply|primul raspuns|data primului raspuns|data primului contact|contactat la|raspuns la|erstkontakt|erste antwort|premiere reponse|premier contact|primera respuesta|primer contacto",
  ],
  qualifiedDate: [
    "qualified date|became a sales qualified lead date|became a marketing qualified lead date|became an opportunity date|qualified|qualified on|qualified at|sql date|mql date|data calificarii|calificat la|qualifiziert am|date de qualification|fecha de calificacion",
  ],
  convertedDate: [
    "converted date|became a customer date|became an opportunity date|converted time|conversion time|conversion date|converted on|converted at|converted|data conversiei|convertit la|data transformarii in client|konvertiert am|umwandlungsdatum|date de conversion|fecha de conversion",
  ],
  converted: [
    "converted|is converted|converted yes no|convertit|convertit da nu|client da nu|konvertiert|converti|convertido",
  ],
  dealRef: [
    "deal id|deal|opportunity id|opportunity|converted opportunity id|related to|associated deal|associated deal ids|opportunity name|deal name|id oportunitate|oportunitate|id tranzactie|tranzactie|oferta|nr oferta",
  ],
  value: [
    "value|lead value|estimated value|potential revenue|valoare estimata|valoare|geschatzter wert|valeur estimee|valor estimado",
  ],
  referredBy: [
    "referred by|referral|referrer|referred by name|recomandat de|recomandare|recomandare de la|empfohlen von|recommande par|recomendado por",
  ],
  subject: [
    "subject|subiect|title|activity title|event name|event|call meeting title subject|description|descriere|denumire|nume eveniment|eveniment|betreff|objet|sujet|asunto",
  ],
  date: [
    "date|activity date|due date|start date|start time|date time|date created|activity at|call start time|start datetime|when|start|from|timestamp|day|create date|task due date|cost date|expense date|survey date|response date|month|data|data activitatii|data si ora|data costului|data cheltuielii|data raspunsului|scadenta|luna|datum|fallig am|echeance|fecha|vencimiento",
  ],
  completedDate: [
    "completed date|marked as done time|completed date time|completed on|completed at|done at|done date|closed date|data finalizarii|finalizat la|data efectuarii|erledigt am|date de realisation|fecha de finalizacion",
  ],
  done: [
    "done|status|task status|activity status|completed|meeting outcome|call outcome|efectuat|efectuata|finalizat|realizat|stare|stadiu|erledigt|statut|estado",
  ],
  duration: [
    "duration|call duration|duration minutes|duration min|duration hours|duration h|minutes|hours|call duration hh mm ss|call duration in seconds|duration in minutes|duration in hours|time spent|length|durata|durata minute|durata min|durata ore|durata in minute|durata in ore|minute|ore|timp alocat|timp|dauer|dauer min|dauer std|duree|duree min|duracion",
  ],
  direction: [
    "direction|call direction|call type|email direction|inbound outbound|directie|sens|directia apelului|richtung|sens de l appel|direccion",
  ],
  outcome: [
    "outcome|call result|call outcome|meeting outcome|result|rezultat|rezultat apel|rezultatul apelului|ergebnis|resultat|resultado",
  ],
  leadRef: ["lead id|lead|lead ref|lead name|related lead|converted lead id|id lead|lead asociat|pista"],
  customerRef: [
    "customer|customer id|organization|contact person|company account|contact|associated company|associated contact|associated contact email|company|company name|account|account name|contact name|client|nume client|companie|firma|persoana de contact|kunde|cliente",
  ],
  likes: ["likes|reactions|aprecieri|like uri|reactii|gefallt mir|j aime|me gusta"],
  comments: ["comments|comentarii|kommentare|commentaires|comentarios"],
  shares: ["shares|reposts|retweets|distribuiri|redistribuiri|geteilt|partages|compartidos"],
  directMessages: [
    "direct messages|dms|messages|mesaje directe|mesaje|direktnachrichten|messages prives|mensajes directos",
  ],
  recipients: [
    "recipients|number of recipients|recipient count|sent to|destinatari|numar destinatari|numar de destinatari|empfanger|destinataires|destinatarios",
  ],
  inquiryDate: [
    "inquiry date|enquiry date|received|received at|received on|request date|asked on|ticket created|data solicitarii|data intrebarii|data cererii|primit la|data primirii|anfragedatum|date de la demande|fecha de consulta",
  ],
  replyDate: [
    "reply date|replied|replied at|replied on|response date|responded at|answered at|answered on|first reply|first response|data raspunsului|raspuns la|data raspuns|beantwortet am|date de reponse|fecha de respuesta",
  ],
  probability: [
    "probability|probability %|win probability|confidence|close probability|probabilitate|probabilitate %|sanse|sanse %|wahrscheinlichkeit|wahrscheinlichkeit %|probabilite|probabilite %|probabilidad|probabilidad %",
  ],
  quantity: [
    "quantity|qty|product quantity|lineitem quantity|units|cantitate|cant|buc|bucati|menge|anzahl|quantite|cantidad",
  ],
  unitPrice: [
    "unit price|unitprice|price per unit|price each|pret unitar|einzelpreis|prix unitaire|precio unitario",
  ],
  firstContactDate: [
    "first contact date|first contact|first contacted|date of first engagement|first engagement|first touch|first touch date|data primului contact|primul contact|erstkontakt|premier contact|primer contacto",
  ],
  lastActivityDate: [
    "last activity date|last activity|last contacted|last contact|last contact date|last interaction|ultima activitate|ultima actiune|data ultimei activitati|ultimul contact|data ultimului contact|letzte aktivitat|derniere activite|ultima actividad",
  ],
  forecastCategory: [
    "forecast category|forecast|forecast type|categorie de prognoza|prognoza|kategorie der prognose|prognosekategorie|categorie de prevision",
  ],
  stageEnteredDate: [
    "date entered current stage|date entered stage|last stage change|last stage change date|stage entered|stage entered date|stage since|in stage since|ultima etapa actualizata|data intrarii in etapa|in etapa din|data schimbarii etapei",
  ],
  proposalSentDate: [
    "proposal sent date|proposal sent|proposal date|date proposal sent|quote date|quote sent|quote sent date|offer date|offer sent|date entered proposal|data ofertei|data ofertarii|data trimiterii ofertei|oferta trimisa|oferta trimisa la|angebotsdatum|date du devis|fecha de oferta|fecha de propuesta",
  ],
  score: [
    "score|rating|csat|csat score|satisfaction|satisfaction score|deal score|lead score|answer|scor|punctaj|nota|evaluare|rating client|satisfactie|raspuns|bewertung|note|puntuacion|valoracion",
  ],
  recurringPeriod: [
    "value period|billing period|billing frequency|billing interval|recurring period|period|frequency|perioada facturare|frecventa facturare|perioada de facturare|periodicitate|abrechnungszeitraum|periodicite|periodicidad",
  ],
  periodStart: [
    "period start|start|start date|from|from date|period|month|quarter|inceput|data inceput|data de inceput|inceput perioada|inceputul perioadei|de la|perioada|luna|trimestru|beginn|von|debut|du|inicio|desde",
  ],
  periodEnd: [
    "period end|end|end date|to|to date|until|sfarsit|data sfarsit|data de sfarsit|sfarsit perioada|sfarsitul perioadei|pana la|ende|bis|fin|au|hasta",
  ],
  metric: ["metric|kpi|measure|indicator|metrica|kennzahl|indicateur|metrique"],
  category: [
    "category|cost category|cost type|expense type|expense category|department|type|categorie|categorie cost|categorie cheltuiala|tip cost|tip cheltuiala|departament|kategorie|kostenart|categoria|tipo de gasto",
  ],
  order: [
    "order|sort order|display order|stage order|position|rank|no|nr|ordine|nr crt|pozitie|reihenfolge|ordre|orden",
  ],
  kind: [
    "kind|stage type|stage kind|type|status|outcome|category|fel|tip|tip etapa|stare|art|typ|genre|tipo",
  ],
  dealId: [
    "deal id|opportunity id|id|deal|opportunity|record id|order id|id oportunitate|id tranzactie|oportunitate|tranzactie|nr oferta",
  ],
  enteredDate: [
    "entered date|date entered|entered|entered on|entered at|stage entered|changed on|changed at|change date|from|start date|date|timestamp|last modified date|last modified|data intrarii|intrat la|data schimbarii|data|eingetreten am|date d entree|fecha de entrada",
  ],
  exitedDate: [
    "exited date|date exited|exited|exited on|exited at|left|left on|to|end date|data iesirii|iesit la|verlassen am|date de sortie|fecha de salida",
  ],
  scaleMin: [
    "scale min|scale minimum|minimum|min|min score|scale from|scala min|scala minim|scor minim|nota minima|minim|echelle min|skala min|escala min",
  ],
  scaleMax: [
    "scale max|scale maximum|maximum|max|max score|scale|scale to|out of|scala max|scala maxim|scor maxim|nota maxima|maxim|scala|echelle max|skala max|escala max",
  ],
  holidays: [
    "holidays|holiday|holiday date|public holidays|public holiday|date|sarbatori|sarbatori legale|sarbatoare|zile libere|zi libera|zile nelucratoare|zi nelucratoare|data|feiertage|feiertag|jours feries|jour ferie|festivos|festivo|dias festivos",
  ],
  allocation: ["allocation|allocated|allocation percent|share of sales|alocare|cota alocata|procent alocat"],
};
