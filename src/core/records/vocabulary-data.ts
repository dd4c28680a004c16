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
    "duplicat|dublură|dublat|invalid|invalidă|test|eroare|din greșeală|greșeală|creat din greșeală|fals",
    "duplikat|doublon|duplicado",
  ],
} as const;
