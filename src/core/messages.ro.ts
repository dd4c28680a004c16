import type { messagesEn } from "./messages.en";

/** Textele în română; aceleași chei ca în engleză, verificate de compilator. */
export const messagesRo: Readonly<Record<keyof typeof messagesEn, string>> = {
  noRecords: "Nu există înregistrări din care să se facă media. Verificați perioada și coloana de stare.",
  zeroDenominator: "Nu există la ce împărți: nicio înregistrare nu corespunde.",
  missingColumn: "Este nevoie de coloana {role}. Dați-o ca argument.",
  missingNumber: "Este nevoie de numărul {name}. Dați-l ca argument.",
  missingArgument: "{option} are nevoie de {argument}. Dați-l ca argument.",
  missingAnyOf: "Este nevoie de {first} sau de {second}. Dați una dintre ele ca argument.",
  numberOutOfRange: "{name} este {value}; trebuie să fie între {min} și {max}.",
  notANumber: "{name} trebuie să fie un număr, iar aici este „{value}”.",
  notADate: "{name} trebuie să fie o dată, de exemplu 2025-03-31, iar aici este „{value}”.",
  fromAfterTo: "Perioada începe pe {from}, după ce se termină pe {to}. Inversați from și to.",
  unknownPeriod: "„{period}” nu este o perioadă. Scrieți una dintre formele {valid}.",
  periodTwice: "Perioada este dată de două ori: prin from/to și prin period=. Renunțați la una dintre ele.",
  notOneColumn: "{role} trebuie să fie o singură coloană (sau un singur rând) de celule.",
  differentLength: "{role} are {rows} rânduri, iar {other} are {otherRows}. Dați coloane de aceeași lungime.",
  emptyColumn: "{role} este goală: nu este nimic în aceste celule.",
  nothingReadable:
    "Nimic din {role} nu poate fi citit; prima celulă este „{sample}”. Este coloana potrivită?",
  ambiguousDates:
    "{role}: „{sample}” poate fi zi/lună sau lună/zi și nicio altă dată nu lămurește. Adăugați dates=dmy sau dates=mdy la opțiuni.",
  mixedDates:
    "{role} amestecă zi/lună („{sample}”) cu lună/zi („{other}”). Corectați coloana sau adăugați dates=dmy ori dates=mdy la opțiuni.",
  ambiguousStatus:
    "„{word}” nu spune dacă oferta a fost câștigată sau pierdută. Adăugați won={word} sau lost={word} la opțiuni.",
  severalCurrencies:
    "Sumele sunt în mai multe monede ({currencies}). Filtrați una singură sau convertiți-le întâi.",
  unknownOption: "Nu există opțiunea „{option}”. Opțiuni valide: {valid}.",
  unknownOptionValue: "„{value}” nu este o valoare pentru {option}. Valori valide: {valid}.",
  optionWithoutValue: "{option} are nevoie de o valoare: {option}=… Valori valide: {valid}.",
  optionOutOfRange: "{option}={value}: este nevoie de un număr între {min} și {max}.",
  unknownMetric: "Nu există indicatorul „{metric}”. SALES.METRICS() îi arată pe toți.",
  unknownGroup: "Grupați după o coloană sau după unul dintre cuvintele {valid}.",
  notGroupable: "{metric} nu poate fi grupat pe perioade. Dați în schimb from și to.",
  noDates: "Nu există date calendaristice din care să se facă perioade.",
  noRepeatCustomers:
    "Niciun client nu a cumpărat de două ori, deci rata de abandon nu se poate afla. Dați churnRate, lifespan sau opțiunea window.",
  tooFewPeriods: "Istoric mai scurt de două perioade: rata de abandon nu se poate afla încă.",
  zeroChurn:
    "Niciun client nu a fost pierdut, deci durata relației nu are sfârșit. Dați churnRate sau lifespan.",
  tooLarge: "Rezultatul este un număr prea mare pentru o celulă. Verificați sumele.",
  internal: "Nu s-a putut calcula: {reason}. Vă rugăm să raportați problema cu un exemplu.",
  wordsMissing:
    "Definițiile vin odată cu panoul programului de completare. Deschideți-l o dată, apoi recalculați.",
  tooManyArguments: "Prea multe argumente: {metric} primește {count}.",
  medianNotReached:
    "Mai puțin de jumătate s-au întâmplat până acum, deci nu există mediană. Așteptați sau folosiți statistic=mean.",
  groupOfOneTable:
    'Coloana după care se grupează se potrivește unui singur tabel. Dați responsabilul (sursa, tipul …) fiecărui tabel și grupați după cuvânt: "owner".',
  groupMissing:
    "Tabelul cu {kind} nu are o coloană „{role}” după care să se grupeze. Dați-o ca argument sau grupați după o coloană pe care o au toate tabelele.",
  needsPeriod: "Este nevoie de o perioadă. Dați from și to sau period=2026-Q1 în opțiuni.",
  missingRecords: "Este nevoie de coloanele tabelului cu {kind}. Dați-le ca argumente.",
  tableNotGroupable: "{metric} este deja un tabel și nu se poate grupa. Folosiți-l ca atare.",
  ambiguousDurations:
    "{role}: „{sample}” poate însemna ore, minute sau o oră Excel. Adăugați la opțiuni durations=hours, durations=minutes, durations=seconds sau durations=excel.",
  negativeBase: "Veniturile perioadei cu care se compară sunt sub zero: o creștere de acolo nu are înțeles.",
  noRepeatForWindow:
    "Niciun client nu a cumpărat de două ori, deci nu se știe cât de lungă este tăcerea obișnuită. Dați opțiunea window=zile.",
  needsDay:
    "Toate abonamentele au dată de sfârșit: spuneți la ce zi vă referiți. Dați asOf, de exemplu TODAY().",
  noBoxRule:
    "Nu există o convenție despre ce răspunsuri sunt mulțumite pe o scală până la {max}. Folosiți method=mean sau method=rescaled ori dați scale= dacă scala este alta.",
  noTrials: "{name} este 0: fără încercări nu există rată.",
  noInterval: "Pentru aceste numere metoda nu dă un interval. Folosiți method=wilson.",
  tooFewClosed:
    "S-au închis mai puțin de {count} oferte, prea puține ca să se învețe din ele. Dați coloana de probabilitate.",
  severalPipelines:
    "Ofertele țin de mai multe conducte ({pipelines}). Alegeți una: adăugați pipeline={first} la opțiuni.",
  targetMet: "Ținta este deja atinsă: nu a rămas nimic de acoperit.",
  noTarget: "Nu există o țintă pentru această perioadă.",
  nothingLeftOut: "S-au folosit toate rândurile.",
  sameCreatedDate:
    "{share} dintre oferte au aceeași dată de creare, {date}: poate fi ziua unui import, nu a creării.",
  undatedLifetime:
    "Durata estimată a relației este de {years} ani. Peste 5 ani, priviți valoarea cu prudență.",
  revenueBased: "Pe baza veniturilor: nu s-a dat o marjă.",
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
  headGroup: "Grup",
  headPeriod: "Perioadă",
  headId: "Id",
  headName: "Denumire",
  headDefinition: "Definiție",
  headUnit: "Unitate",
  headValue: "Valoare",
  headLower: "Limita de jos",
  headUpper: "Limita de sus",
  headRecords: "Înregistrări folosite",
  headNumerator: "Numărător",
  headDenominator: "Numitor",
  headExcluded: "Lăsate deoparte: {reason}",
  headNote: "Notă",
  blankGroup: "(necompletat)",
  unassigned: "(neatribuit)",
  unitRatio: "raport",
  unitCurrency: "bani",
  unitCount: "număr",
  unitDays: "zile",
  unitNumber: "număr",
  unitHours: "ore",
  unitMonths: "luni",
  unitScore: "scor",
  unitDate: "dată",
  unitText: "text",
  unitTable: "tabel",
};
