/** Words of English, Romanian, German, French, Spanish, Portuguese and Czech exports, as people and CRMs write them. */
export const statusWords = {
  won: [
    "won|closed won|closedwon|close won|win|success|successful|paid|completed|complete|fulfilled|signed|accepted|true|yes|100%|partially refunded|deal won",
    "câștigat|câștigată|câștigat și închis|afacere câștigată|închis câștigat|ofertă câștigată|vândut|vândută|semnat|contract semnat|finalizat|finalizată|încasat|plătit|achitat|livrat|client|da",
    "gewonnen|geschlossen gewonnen|abgeschlossen und gewonnen|bezahlt",
    "gagné|gagnée|fermé gagné|fermée gagnée|conclu|conclue|payé|transaction conclue",
    "ganado|ganada|cerrado ganado|cerrada ganada|cierre ganado|pagado",
    "vyhráno|ganho|ganha",
  ],
  lost: [
    "lost|closed lost|closedlost|close lost|loss|closed lost to competition|no decision|abandoned|rejected|declined|cancelled|canceled|dead|disqualified|junk|false|no|0%|deal lost",
    "pierdut|pierdută|pierdut și închis|afacere pierdută|închis pierdut|ofertă pierdută|anulat|anulată|refuz|refuzat|refuzată|respins|respinsă|abandonat|mort|nerealizat|nu",
    "verloren|geschlossen verloren|abgeschlossen und verloren|storniert",
    "perdu|perdue|fermé perdu|annulé",
    "perdido|perdida|cerrado perdido|cancelado",
    "prohráno",
  ],
  /** Orders taken back: neither a sale nor a lost opportunity. */
  cancelled: ["refunded|voided|chargeback|rambursat|rambursată|stornat|stornată"],
  /** Decided, but the word does not say how. */
  ambiguous: [
    "closed|close|închis|închisă|geschlossen|abgeschlossen|fermé|fermée|cerrado|cerrada|fechado|fechada",
  ],
} as const;

export const dealTypeWords = {
  new: [
    "new|new business|newbusiness|new deal|new customer|new logo|first order",
    "nou|client nou|afacere nouă|vânzare nouă",
    "neues geschäft|neukunde|neugeschäft|nouvelle affaire|nouveau client|nuevos negocios|nuevo negocio|cliente nuevo",
  ],
  existing: [
    "existing|existing business|existingbusiness|existing customer|repeat|add on business",
    "afacere existentă|client existent|recurent",
    "bestehendes geschäft|bestandskunde|récurrent|client existant|negocios existentes|cliente existente",
  ],
  upsell: ["upsell|up sell|upgrade|existing customer upgrade|subscription upgrade|expansion|extindere"],
  "cross-sell": ["cross sell|crosssell|add on|addon|vânzare încrucișată|produs adițional"],
  renewal: [
    "renewal|renew|existing customer renewal|replacement|existing customer replacement|reînnoire|prelungire",
  ],
  downgrade: ["downgrade|existing customer downgrade|contraction|reducere"],
} as const;

/** Deals lost for one of these reasons never were opportunities. */
export const invalidReasonWords = {
  invalid: [
    "duplicate|duplicated|duplicate deal|test|test deal|invalid|not valid|spam|junk|created by mistake|created in error|error|wrong number|fake",
    "duplicat|dublură|dublat|invalidă|eroare|din greșeală|greșeală|creat din greșeală|fals",
    "duplikat|doublon|duplicado",
  ],
} as const;

/** HubSpot's lead statuses and lifecycle stages, Salesforce's, SuiteCRM's and what lists say. */
export const leadStatusWords = {
  new: [
    "new|new lead|lead|subscriber|open|open not contacted|not contacted|untouched|uncontacted|raw",
    "nou|nouă|lead nou|necontactat|necontactată|neprocesat|neprocesată|deschis|deschisă",
    "neu|offen|nicht kontaktiert|nouveau|nouvelle|à contacter|non contacté|nuevo|nueva|sin contactar",
  ],
  // Not now is not never: who asked to be called next year is still worked on.
  working: [
    "assigned|in process|in progress|working|working contacted|attempted to contact|attempted|contacted|connected|contact in future|nurture|nurturing|recycled|bad timing|follow up|on hold",
    "atribuit|atribuită|alocat|alocată|în procesare|în lucru|contactat|contactată|în curs|reciclat|reciclată|de revenit|lead în viitor|în discuții|amânat|amânată",
    "zugewiesen|in arbeit|in bearbeitung|wiedereröffnet|kontaktiert|assigné|assignée|en cours|réactivé|contacté|contactée|asignado|asignada|en proceso|reciclado|contactado|contactada",
  ],
  qualified: [
    "qualified|pre qualified|mql|sql|marketing qualified lead|sales qualified lead|marketing qualified|sales qualified|sales accepted lead|sal|open deal|opportunity",
    "calificat|calificată|lead calificat|oportunitate",
    "qualifiziert|qualifié|qualifiée|calificado|calificada|cualificado|cualificada",
  ],
  converted: [
    "converted|closed converted|customer|client|won|closed won|evangelist",
    "convertit|convertită|transformat|transformată|câștigat|câștigată",
    "umgewandelt|konvertiert|kunde|gewonnen|converti|convertie|gagné|gagnée|convertido|convertida|cliente|ganado|ganada",
  ],
  disqualified: [
    "unqualified|not qualified|closed not converted|junk|junk lead|lost|lost lead|closed lost|dead|disqualified|spam|not interested|duplicate|invalid|bad data|rejected",
    "necalificat|necalificată|descalificat|descalificată|defunct|defunctă|refuz|refuzat|refuzată|respins|respinsă|pierdut|pierdută|invalidă|neinteresat|neinteresată|duplicat",
    "gestorben|unqualifiziert|nicht qualifiziert|disqualifiziert|verloren|kein interesse|mort|non qualifié|non qualifiée|perdu|perdue|pas intéressé|muerto|no calificado|descartado|perdido|perdida|no interesado",
  ],
} as const;

export const activityTypeWords = {
  call: [
    "call|calls|phone|phone call|telephone|outbound call|inbound call|outgoing call|incoming call|logged call|call back|callback|cold call|cold calling",
    "apel|apeluri|apel telefonic|telefon|telefonic|sunat|convorbire|convorbire telefonică|apel rece|apel la rece|apel primit|apel efectuat",
    "anruf|anrufe|telefonat|kaltakquise|appel|appels|appel téléphonique|llamada|llamadas|llamada telefónica",
  ],
  email: [
    "email|emails|e mail|e mails|mail|email sent|sent email|incoming email|outgoing email|forwarded email|list email|email received|mass email",
    "mailuri|mesaj email|email trimis|email primit",
    "courriel|correo|correo electrónico",
  ],
  // Hand-made lists set a visit down for what it is; a video call is a meeting to whoever sits in it.
  meeting: [
    "meeting|meetings|appointment|visit|site visit|client visit|lunch|face to face|in person meeting|video call|online meeting|video conference|zoom|teams",
    "întâlnire|întâlniri|ședință|vizită|vizită client|întâlnire online|prânz|apel video",
    "besprechung|termin|besuch|kundentermin|réunion|rendez vous|rdv|visite|cita|visita",
  ],
  demo: [
    "demo|demos|demo call|demonstration|presentation|product demo|product demonstration|product presentation",
    "demonstrație|demonstrație produs|prezentare|prezentări|prezentare produs",
    "vorführung|präsentation|produktvorführung|demostración|presentación",
  ],
  "follow-up": [
    "follow up|follow ups|followup|check in|reminder|chase",
    "urmărire|revenire|reveniri|revin|de revenit|reamintire",
    "nachfassen|wiedervorlage|relance|relances|suivi|seguimiento",
  ],
  proposal: [
    "proposal|proposals|proposal sent|proposal made|proposal price quote|quote|quotes|quote sent|quotation|offer|offer sent|estimate|price quote",
    "ofertă|oferte|ofertă trimisă|trimis ofertă|oferta propunere pret|propunere|cotație|deviz|ofertare",
    "angebot|angebote|angebot gesendet|vorschlag angebot|devis|proposition|devis proposition|offre|propuesta|presupuesto|propuesta cotización|cotización",
  ],
  // In a list of sales activities an event is one that people go to; Salesforce's calendar entries are "Event" as well, but
  // say meeting or call in their own type.
  "networking-event": [
    "event|events|networking|networking event|conference|trade show|tradeshow|trade fair|fair|exhibition|expo|webinar|seminar",
    "eveniment|evenimente|eveniment networking|eveniment de networking|conferință|târg|expoziție|salon",
    "messe|veranstaltung|konferenz|événement|foire|feria|evento|conferencia",
  ],
  social: [
    "social|social media|linkedin|linkedin message|social post|post|social touch|facebook|instagram|dm|direct message|whatsapp|whats app|sms",
    "rețele sociale|postare|postări|mesaj linkedin|mesaj direct|mesaj whatsapp",
    "soziale medien|réseaux sociaux|redes sociales",
  ],
  referral: [
    "referral|referrals|referral received|introduction|word of mouth",
    "recomandare|recomandări|recomandare primită",
    "empfehlung|mund zu mund propaganda|recommandation|recommandé|recomendación|referencia",
  ],
  inquiry: [
    "inquiry|enquiry|ticket|support request|inbound message|request|chat|live chat|contact form|web form",
    "întrebare|solicitare|solicitări|cerere|tichet|formular de contact|cerere de ofertă",
    "anfrage|demande|consulta|solicitud",
  ],
  prospecting: [
    "prospecting|prospection|research|lead generation|lead research",
    "prospectare|cercetare|generare leaduri",
    "akquise|recherche|prospección|investigación",
  ],
  admin: [
    "admin|administration|administrative|internal|internal meeting|crm update|crm|reporting|paperwork|training",
    "administrativ|intern|ședință internă|raportare|acte|birocrație|instruire",
    "verwaltung|schulung|administratif|interne|administrativo|interno",
  ],
  // Pipedrive's "Deadline" is a day by which something is due, not a touch with anyone.
  task: [
    "task|tasks|to do|todo|action|deadline",
    "sarcină|sarcini|de făcut|acțiune|termen limită",
    "aufgabe|tâche|tarea",
  ],
  note: ["note|notes|comment", "notă|notiță|notițe|comentariu", "notiz|commentaire"],
} as const;

/** Task and meeting statuses: of Salesforce, HubSpot and SuiteCRM, and ticks in lists. */
export const activityDoneWords = {
  done: [
    "done|completed|complete|held|closed|yes|y|true|1|sent|attended|finished|logged|x|✓",
    "efectuat|efectuată|finalizat|finalizată|confirmată|realizat|realizată|încheiat|încheiată|ținut|ținută|desfășurat|desfășurată|participat|făcut|făcută|trimis|trimisă|da",
    "durchgeführt|abgeschlossen|erledigt|stattgefunden|gesendet|ja|tenu|tenue|réalisé|réalisée|terminé|terminée|effectué|effectuée|oui|realizado|realizada|completado|completada|hecho|enviado|sí",
  ],
  planned: [
    "undone|not started|in progress|planned|scheduled|rescheduled|booked|open|pending|pending input|waiting|waiting on someone else|deferred|overdue|to do|todo|no|n|false|0",
    "neîncepută|neînceput|în curs|în așteptare|planificat|planificată|programat|programată|reprogramat|reprogramată|amânat|amânată|restant|restantă|de făcut|nefinalizat|nefinalizată|neefectuat|neefectuată|deschis|deschisă|nu",
    "nicht begonnen|in bearbeitung|offen|geplant|verschoben|zurückgestellt|nein|non démarré|non démarrée|en cours|à faire|planifié|planifiée|reporté|reportée|non|no iniciado|no iniciada|en curso|pendiente|planificado|planificada|programado|programada|aplazado|aplazada",
  ],
  cancelled: [
    "not held|cancelled|canceled|deleted",
    "anulat|anulată|șters|ștearsă|contramandat|contramandată",
    "nicht durchgeführt|abgesagt|storniert|annulé|annulée|no realizado|no realizada|cancelado|cancelada",
  ],
  noShow: [
    "no show|noshow|missed|did not attend|not attended",
    "neprezentat|neprezentată|nu s a prezentat|absent|absentă|ratat|ratată",
    "nicht erschienen|non présenté|absente|no se presentó|no asistió|ausente",
  ],
} as const;

/** Said of an activity, or by its type ("Outbound call", "Email sent"). */
export const directionWords = {
  out: [
    "out|outbound|outgoing|sent|made|placed|dialed|dialled|outbound call|outgoing call|outgoing email|outbound email|email sent|cold call",
    "ieșire|ieșit|de ieșire|trimis|trimisă|efectuat|efectuată|inițiat|apel efectuat|email trimis",
    "ausgehend|gesendet|sortant|sortante|envoyé|émis|saliente|enviado|realizada",
  ],
  // A missed call is one that came in and found nobody.
  in: [
    "in|inbound|incoming|received|missed|inbound call|incoming call|incoming email|inbound email|inbound message|email received",
    "intrare|intrat|de intrare|primit|primită|recepționat|pierdut|apel primit|apel pierdut|email primit",
    "eingehend|empfangen|verpasst|entrant|entrante|reçu|manqué|recibido|recibida|perdida",
  ],
} as const;

export const callOutcomeWords = {
  reached: [
    "connected|answered|spoke|spoken|contacted|reached|talked|completed|interested|not interested|requested more info|requested call back|call back later|meeting booked|meeting scheduled",
    "răspuns|a răspuns|contactat|contactată|discutat|vorbit|conectat|preluat|interesat|interesată|neinteresat|neinteresată|stabilit întâlnire",
    "erreicht|gesprochen|verbunden|beantwortet|interessiert|kein interesse|répondu|joint|contacté|parlé|intéressé|pas intéressé|contestada|contestado|respondida|contactado|hablado|interesado|no interesado",
  ],
  // Who left a message, with a machine or with a colleague, has not spoken to the person.
  missed: [
    "no answer|not answered|unanswered|no response|no response busy|busy|line busy|voicemail|left voicemail|left message|left live message|wrong number|invalid number|disconnected|unreachable|not reached|missed|failed|hung up",
    "nu a răspuns|nu răspunde|fără răspuns|ocupat|mesagerie vocală|căsuță vocală|mesaj vocal|lăsat mesaj|număr greșit|număr invalid|indisponibil|inaccesibil|pierdut|nepreluat",
    "nicht erreicht|keine antwort|besetzt|mailbox|anrufbeantworter|falsche nummer|verpasst|pas de réponse|sans réponse|occupé|messagerie|message laissé|mauvais numéro|faux numéro|injoignable|sin respuesta|no contesta|no contestada|ocupado|buzón de voz|número equivocado",
  ],
} as const;

export const sourceGroupWords = {
  // Who found the firm by searching or came from another site came to the website.
  website: [
    "web|website|web site|our website|web form|contact form|landing page|landing page submission|organic|organic search|organic traffic|search engine|seo|google|google search|bing|direct|direct traffic|referral sites|referral traffic|blog|chat|live chat|olark chat|online|online store|web download|web research",
    "site|site web|site ul|sit web|formular|formular web|formular de contact|formular site|căutare google|magazin online|din online",
    "webseite|webshop|homepage|internet|kontaktformular|suchmaschine|formulaire web|sitio web|página web|formulario web",
  ],
  social: [
    "social|social media|organic social|social networks|facebook|instagram|linkedin|tiktok|youtube|twitter|pinterest|whatsapp",
    "rețele sociale|rețele de socializare",
    "soziale medien|soziale netzwerke|réseaux sociaux|redes sociales",
  ],
  email: [
    "email|e mail|mail|email marketing|email campaign|e mail campaign|newsletter|mailing|mass email",
    "campanie email|campanie de email|email direct|buletin informativ",
    "e mail kampagne|courriel|campagne e mail|correo electrónico|boletín",
  ],
  referral: [
    "referral|referrals|reference|recommendation|recommended|word of mouth|employee referral|external referral|customer referral|client referral|friend|partner|partner referral|partners|affiliate",
    "recomandare|recomandări|recomandat|recomandată|recomandare client|din recomandare|din recomandări|referință|prieten|cunoștință|cunoștințe|partener|parteneri|afiliat",
    "empfehlung|weiterempfehlung|mund zu mund propaganda|partenaire|recommandé|recommandation|bouche à oreille|parrainage|recomendación|boca a boca|referido|socio",
  ],
  event: [
    "event|events|trade show|tradeshow|trade fair|fair|conference|seminar|webinar|exhibition|expo|networking",
    "eveniment|evenimente|salon de prezentare|conferință|târg|târguri|expoziție",
    "messe|veranstaltung|konferenz|salon|événement|foire|exposición|conferencia|feria|evento",
  ],
  // Paid social is bought attention, as paid search is.
  ads: [
    "ad|ads|advert|advertisement|advertising|paid|paid search|paid social|paid ads|pay per click|pay per click ads|ppc|sem|google ads|google adwords|adwords|facebook ads|meta ads|linkedin ads|instagram ads|display|display ads|banner|radio|tv|print|billboard",
    "reclamă|reclame|publicitate|anunț|anunțuri|reclame google|reclame facebook|panou publicitar",
    "werbung|anzeige|anzeigen|publicité|annonce|publicidad|anuncio|anuncios",
  ],
  outbound: [
    "cold call|cold calling|cold email|cold outreach|outbound|outreach|self generated|prospecting|purchased list|bought list|direct mail|telemarketing",
    "apel telefonic rece|apel rece|apel la rece|apeluri la rece|autogenerat|email rece|prospectare|telesales",
    "kaltakquise|eigenakquise|prospection|appel à froid|démarchage|llamada en frío|prospección",
  ],
  existing: [
    "existing|existing customer|existing client|existing business|current customer|returning customer|repeat customer|repeat",
    "client existent|clienți existenți|client vechi|client actual",
    "bestehender kunde|bestandskunde|client existant|cliente existente",
  ],
  other: [
    "other|others|other campaigns|unknown|no source|none|not set|offline sources|offline|n a",
    "altele|alta|alt|altul|altă sursă|necunoscut|necunoscută|fără sursă",
    "andere|sonstige|sonstiges|unbekannt|autre|autres|inconnu|otro|otra|otros|desconocido",
  ],
} as const;

export const costCategoryWords = {
  // What the sales people themselves cost, and their tools.
  sales: [
    "sales|sales cost|sales costs|selling|salary|salaries|wages|payroll|commission|commissions|bonus|bonuses|benefits|sales team|sales salaries|sales tools|crm|travel|travel expenses|transport|fuel|entertainment|training",
    "vânzări|cost vânzări|costuri vânzări|salariu|salarii|comision|comisioane|prime|bonusuri|primă|deplasare|deplasări|delegații|diurnă|combustibil|protocol|instruire",
    "vertrieb|vertriebskosten|gehalt|gehälter|löhne|provision|provisionen|reisekosten|ventes|commercial|salaire|salaires|primes|déplacements|ventas|salario|salarios|nóminas|comisiones|viajes",
  ],
  marketing: [
    "marketing|marketing cost|marketing costs|advertising|advertisement|ad|ads|ad spend|paid ads|google ads|facebook ads|linkedin ads|ppc|campaign|campaigns|event|events|trade show|trade fair|content|agency|seo|newsletter|email marketing|social media|pr|print|sponsorship|branding|promotion|website|media",
    "publicitate|reclamă|reclame|campanie|campanii|promovare|eveniment|evenimente|târg|târguri|conținut|agenție|sponsorizare|materiale promoționale",
    "werbung|anzeigen|kampagne|kampagnen|messe|messen|veranstaltungen|agentur|publicité|campagne|campagnes|événements|salons|agence|contenu|publicidad|campaña|campañas|eventos|ferias|agencia|contenido",
  ],
  other: [
    "other|others|misc|miscellaneous|overhead|rent|office|it|software|hardware|utilities|insurance|legal|accounting|administration|admin|general",
    "altele|alte costuri|alte cheltuieli|diverse|chirie|birou|utilități|asigurare|asigurări|contabilitate|juridic|administrativ|administrative",
    "sonstige|sonstiges|miete|büro|versicherung|verwaltung|autre|autres|divers|loyer|bureau|assurance|otro|otros|alquiler|oficina|seguros",
  ],
} as const;

/** Where an entry came from, when no person made it; what was imported or logged by a mail program was a person's. */
export const automaticWords = {
  automatic: [
    "automatic|automated|automation|auto|workflow|workflows|system|bot|chatbot|marketing automation|autoresponder",
    "automat|automată|automatizare|flux de lucru|sistem|răspuns automat",
    "automatisch|automatisation|automatique|automático|automática",
  ],
} as const;

export const yesNoWords = {
  yes: ["yes|y|true|1|x|✓|da|ja|oui|sí|sim|vrai|wahr|verdadero|adevărat|converted|done"],
  no: ["no|n|false|0|nu|nein|non|não|faux|falsch|falso|fals|not converted"],
} as const;
