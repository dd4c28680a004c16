import type { explanationsEn } from "./explanations.en";

/** Textele în română; aceleași chei ca în engleză, verificate de compilator. */
export const explanationsRo: Readonly<Record<keyof typeof explanationsEn, string>> = {
  nothingLeftOut: "S-au folosit toate rândurile.",
  sameCreatedDate:
    "{share} dintre oferte au aceeași dată de creare, {date}: poate fi ziua unui import, nu a creării.",
  undatedLifetime:
    "Durata estimată a relației este de {years} ani. Peste 5 ani, priviți valoarea cu prudență.",
  revenueBased: "Pe baza veniturilor: nu s-a dat o marjă.",
  predictedBy:
    "BG/NBD r {r}, α {alpha}, a {a}, b {b}; Gamma-Gamma p {p}, q {q}, γ {gamma}. {months} luni înainte, actualizate cu {rate} pe lună.",
  hardlyDifferent:
    "Clienții diferă prea puțin prin cât de des cumpără sau pleacă prea rar ca toți parametrii să se poată afla.",
  spendingRelated:
    "Cheltuiala ține de frecvență (r = {r}), ceea ce modelul nu presupune: priviți valoarea cu prudență.",
  tenure: "{model}: {times} plăți așteptate de la un client nou; reînnoiri observate: {observed}.",
  observedAt: "Observat la {date}, ultima cumpărare sau ultimul început din date.",
  noStatusColumn: "Fără coloană de stare: fiecare rând este socotit vânzare.",
  convertedByDeal: "Convertit înseamnă că o ofertă legată a fost câștigată.",
  convertedByList:
    "Convertit este ce spune lista clienților potențiali; poate fi o oportunitate, nu încă o vânzare.",
  immatureCohort:
    "Cei mai noi clienți potențiali au {days} zile, iar {share} dintre conversii au durat mai mult: vor mai urma.",
  overlapsNotMerged: "Activitățile care se suprapun în timp se adună, nu se contopesc.",
  unknownTypes: "Nicio activitate nu are tipul {types}. Verificați scrierea în types=.",
  neverAnswered: "{count} din {all} ({share}) nu au primit niciun răspuns.",
  responseStatistics: "Cu răspuns: media {mean}, mediana {median}, 90 % în cel mult {p90} minute.",
  timesMissing: "Datele nu au ora: răspunsul se știe doar la nivel de zi.",
  dateOrderRead: "{role}: datele scrise ca text au fost citite ca {order}.",
  unfinishedPeriod:
    "Perioada nu s-a încheiat la {date}: se compară cu tot atâtea zile din cealaltă, dacă nu cereți partial=whole.",
  dataEndsInPeriod:
    "Ultima dată de închidere este {date}, înainte de sfârșitul perioadei. Dacă perioada nu s-a încheiat, dați asOf.",
  monthsSummed: "Însumat de la {from} până la {to}.",
  historyStarts: "Datele încep la {date}: ce a fost înainte nu se vede.",
  customersBefore: "Datele încep pe {date}: clienții care au cumpărat înainte pot părea noi.",
  costsEarlier:
    "Costurile se iau cu {days} de zile mai devreme, ciclul de vânzări median al ofertelor câștigate.",
  costsMissing: "Nu există costuri în {months}: costul pe client poate fi prea mic.",
  inactivityWindow:
    "Activ = a cumpărat în ultimele {days} zile (90 % din pauzele dintre cumpărături sunt mai scurte).",
  observedBefore:
    "Observat pe ultimul interval încheiat înainte de {date}, ultimul început din date. Dați from și to pentru altul.",
  upsellInferred: "Dedus din produse și sume: nu există o coloană de tip.",
  scaleDetected: "S-a luat o scală până la {max}, după scorul cel mai mare. Dați scale= dacă este alta.",
  responseRate: "Rata de răspuns {rate}: {answers} răspunsuri la {invitations} invitații.",
  reconstructed:
    "Reconstituit: ce era deschis la {date} se deduce din datele de creare și de închidere; sumele și etapele sunt cele de acum.",
  overdueDeals: "{count} dintre ofertele deschise au depășit data estimată a închiderii.",
  allOpenDeals:
    "Fără date estimate ale închiderii se socotesc toate ofertele deschise, oricând s-ar închide.",
  velocityFactors:
    "{opportunities} oportunități × {size} × rata de câștig {rate} ÷ {cycle} zile. Cu 10 % mai mult dintr-un factor se obține cu 10 % mai mult, cu un ciclu cu 10 % mai scurt, cu 11,1 % mai mult.",
  cycleStarts:
    "Ciclul începe la primul contact pentru {firstContact} oferte, la lead pentru {lead}, la crearea ofertei pentru {created}.",
  stageOfLossUnknown:
    "Ofertele pierdute stau într-o etapă precum „Pierdut”, deci se știe doar scurgerea întregii pâlnii. Dați istoricul etapelor.",
  cycleStatistics: "Media {mean}, mediana {median} zile.",
  targetToDate:
    "Perioada nu s-a încheiat la {date}: ce s-a atins până acum se raportează la ținta întreagă, dacă nu cereți partial=prorated.",
  excludedTotalsRow: "rând de totaluri sub date",
  excludedDuplicateLead: "aceeași adresă de e-mail în 30 de zile",
  excludedMissing: "{role} lipsește",
  excludedUnreadable: "{role} nu poate fi citită",
  excludedNegativeDuration: "se termină înainte de a începe",
  excludedCancelled: "anulate sau rambursate",
  excludedDuplicate: "același id ca un rând de mai jos",
  excludedOrderLine: "altă linie a aceleiași comenzi",
  excludedCreditNote: "sumă negativă (stornare)",
  excludedZeroAmount: "suma este zero",
  excludedNote: "note",
  excludedAutomatic: "scrise de un program",
  excludedBulk: "trimiteri în masă",
  excludedUnanswered: "fără răspuns încă",
  excludedInvalidLead: "spam, test sau nevalid",
  excludedLongDuration: "mai lungi de o zi",
  excludedInvalidReason: "pierdute ca dubluri, teste sau nevalide",
  excludedOtherCost: "cost care nu este nici de vânzări, nici de marketing",
  excludedOutsideScale: "scor în afara scalei",
  excludedUnpaid: "suma lunară este zero (suspendat)",
  excludedUnknownStage: "etapa lipsește sau nu este în tabelul de etape",
};
