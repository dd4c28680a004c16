import type { messagesEn } from "./messages.en";

/** Textele în română; aceleași chei ca în engleză, verificate de compilator. */
export const messagesRo: Readonly<Record<keyof typeof messagesEn, string>> = {
  noRecords: "Nu există înregistrări din care să se facă media. Verificați perioada și coloana de stare.",
  noAmounts: "Nicio ofertă deschisă nu are sumă (și probabilitate, unde este nevoie de una).",
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
  gridMonths:
    "{role} are mai multe coloane, citite ca clienți × luni: „{value}” nu este o lună. Scrieți luni precum 2025-03 în primul rând sau dați-le ca {other}.",
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
  tooFewBuyers:
    "Istoric prea scurt pentru un model: e nevoie de {customers} de clienți, {repeats} care au revenit și de {gaps} ori pauza obișnuită dintre cumpărături. Folosiți method=formula.",
  modelNotFitted: "Modelul nu se potrivește acestor date. Folosiți method=formula.",
  tooLarge: "Rezultatul este un număr prea mare pentru o celulă. Verificați sumele.",
  internal: "Nu s-a putut calcula: {reason}. Vă rugăm să raportați problema cu un exemplu.",
  wordsMissing:
    "Aceasta vine odată cu panoul programului de completare. Deschideți-l o dată, apoi recalculați.",
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
