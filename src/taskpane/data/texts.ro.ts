export const dataTextsRo = {
  looking: "Se caută prin registru",
  lookAgain: "Căutați din nou",
  outsideExcelData: "Deschideți acest panou în Excel ca să mapați tabelele registrului.",
  dataEmpty:
    "Lipiți sau deschideți ofertele dumneavoastră, câte una pe rând sub un rând de antete, apoi căutați din nou. Sau vedeți cum funcționează pe date exemplu.",
  nothingFound: "Nu s-a găsit nicio listă de înregistrări.",
  dataRefused:
    "Schimbați celulele cum se spune mai sus, apoi căutați din nou; sau arătați la „Adăugați un tabel” care celule sunt lista. Ori vedeți cum funcționează pe date exemplu.",
  sampleWhy: "Doar vă uitați? Datele exemplu se deschid într-un registru nou.",
  useSampleData: "Folosiți date exemplu",
  possible: "Posibili: {count} din {all} de indicatori.",

  saveMapping: "Salvare mapare",
  saving: "Se salvează…",
  savedChecked: "Salvată și verificată: registrul păstrează maparea așa cum se vede.",
  savingUndone: "Maparea este cea dinaintea ultimei salvări.",
  notSavedYet: "Nesalvat încă",
  undo: "Anulare",
  undoSaving: "Anularea salvării",
  savedMark: "Salvat",
  sure: "sigur {share}",
  replaceMappingTitle: "Înlocuiți maparea din acest registru?",
  replaceMappingBody:
    "Registrul conține o mapare pe care această versiune nu o poate citi: este deteriorată sau a fost făcută de o versiune mai nouă. La salvare, a dumneavoastră îi ia locul.",

  sourceOf: "Tabelul pentru {kind}",
  useSelection: "Folosiți celulele selectate",
  selectionUsed: "Preluat: {address}.",
  selectionNoList:
    "Celulele selectate nu sunt o listă de înregistrări. Selectați o celulă din listă sau toată lista cu antetele ei, apoi alegeți din nou.",
  sourceGone:
    "Tabelul sau foaia „{name}” nu mai există. Alegeți ce i-a luat locul sau eliminați această intrare.",
  leaveOut: "Lăsați-o deoparte",
  columnGoneAsked: "Coloana „{header}” ({role}) nu mai există. Care coloană este acum?",
  openQuestions: {
    one: "{count} întrebare deschisă mai sus",
    few: "{count} întrebări deschise mai sus",
    other: "{count} de întrebări deschise mai sus",
  },
  removeKind: "Nu folosiți acest tabel pentru {kind}",
  hiddenSheet: "foaie ascunsă",
  addFound: "Folosiți {name} pentru {kind}",
  addTable: "Adăugați un tabel",
  likelyColumns: "Probabile",
  likelyTables: "Probabile",
  freeColumns: "Încă nefolosite",
  usedColumns: "Folosite pentru altceva",
  moreColumns: {
    one: "{count} coloană opțională",
    few: "{count} coloane opționale",
    other: "{count} de coloane opționale",
  },
  moreUsed: "{count} în uz",
  columnBlank: "Coloana este goală.",
  chooseRole: "Nesigur: alegeți coloana sau lăsați fără.",
  whyColumn: "De ce această coloană pentru {role}",
  gainOpens: "Face posibil: {metrics}.",
  gainServes: "Folosit de {metrics}.",
  gainSplits: "Împarte rapoartele, filtrele și tabelele KPI.",
  gainWith: "Cu „{role}”: {metrics}.",
  everyRowIsASale:
    "Nicio coloană nu deosebește câștigat de pierdut: fiecare rând contează ca vânzare. Dacă unele nu sunt, alegeți o stare sau o etapă.",
  linesOfOrders:
    "Sumă = cantitate × preț unitar. Rândurile cu același ID sunt liniile unei comenzi; pe produse contează fiecare linie.",
  andMore: "{names} și încă {count}",

  words: "Cuvinte",
  wordsKnown: "toate înțelese",
  wordsUnknown: {
    one: "{count} necunoscut",
    few: "{count} necunoscute",
    other: "{count} de cuvinte necunoscute",
  },
  wordNoClass: "– alegeți –",
  dateOrderAsked: "{role}: ce zi este {text}?",
  dateOrderWhy: "Nicio dată din coloană nu arată. Până alegeți, aceste date nu se citesc.",

  qualityOf: "{rows} citite, {share} fără erori.",
  qualityOfNothing:
    "Tabelul nu are acum nicio înregistrare. Completați rânduri sub antete; se citesc de la sine.",
  problems: {
    one: "{count} lucru de verificat",
    few: "{count} lucruri de verificat",
    other: "{count} de lucruri de verificat",
  },
  showRows: "Arătați rândurile",
  rowsShown: {
    one: "{count} rând este selectat în foaie.",
    few: "{count} rânduri sunt selectate în foaie.",
    other: "{count} de rânduri sunt selectate în foaie.",
  },
  rowsShownOf: {
    one: "Este selectat {shown} din {count} rând; Excel nu selectează mai multe odată, și numai pe o foaie.",
    few: "Sunt selectate {shown} din {count} rânduri; Excel nu selectează mai multe odată, și numai pe o foaie.",
    other:
      "Sunt selectate {shown} din {count} de rânduri; Excel nu selectează mai multe odată, și numai pe o foaie.",
  },
  showRowsOf: "Arătați rândurile: {what}",

  refused: {
    one: "{count} zonă nu poate fi folosită așa cum este",
    few: "{count} zone nu pot fi folosite așa cum sunt",
    other: "{count} de zone nu pot fi folosite așa cum sunt",
  },
  refusedWideMatrix:
    "Lunile sau categoriile stau în coloane alăturate. Puneți-le una sub alta: câte un rând pentru fiecare înregistrare, cu luna în coloana ei (Power Query: Anulare pivotare coloane).",
  refusedPivot: "Acesta este rezultatul unui tabel pivot. Mapați lista din care a fost făcut.",
  refusedStacked:
    "Mai multe tabele mici stau unul sub altul. Puneți-le într-o singură listă, cu o coloană care spune din care face parte rândul.",
  refusedForm:
    "Fiecare înregistrare ocupă mai multe rânduri, ca pe un formular. Puneți fiecare înregistrare pe un rând.",
  refusedTooWide: "Zona are mai multe coloane decât o listă de înregistrări. Ștergeți-le pe cele inutile.",
  refusedNoRecords: "Există antete, dar nicio înregistrare sub ele.",

  quoted: "„{text}”",
  reasonHeaders: "Asemenea tabele au antete ca {headers}.",
  reasonHeader: "„{header}” este un antet obișnuit pentru acest rol.",
  reasonHeaderTool: "„{header}” este antetul său în exporturile {tool}.",
  reasonSimilarHeader: "„{header}” seamănă cu antetul obișnuit „{usual}”.",
  reasonLayout: "Antetele sunt cele ale unui export {tool}.",
  reasonValues: "{share} din celule sunt {type}.",
  reasonWords: "{share} din celule sunt cuvinte cunoscute pentru acest rol.",
  reasonFewWords: "Coloana are puține cuvinte diferite: {distinct}.",
  reasonUnique: "{share} din rânduri au o valoare proprie.",
  reasonDateOrder: "Datele ei se potrivesc cu cele din {role}.",
  reasonTaken: "Altă coloană se potrivește mai bine: „{header}”.",
  reasonDerived: "Este o sumă ponderată sau calculată.",
  reasonAmbiguousDates: "Ziua și luna pot fi citite în ambele feluri.",
  typeDates: "date calendaristice",
  typeAmounts: "sume",
  typeNumbers: "numere",
  typeShares: "procente",
  typeDurations: "durate",
  typeYesNo: "da sau nu",
  typeWords: "cuvinte",
  typeEmails: "adrese de e-mail",

  mendMapping: "Deschideți Date",
  reading: "Se citesc tabelele mapate",
  readingShare: "Se citesc tabelele mapate: {share}",
  cancel: "Renunțare",
  faultNewerVersion:
    "Maparea din acest registru a fost salvată de o versiune mai nouă. Actualizați programul de completare sau mapați tabelele din nou și salvați.",
  faultDamaged: "Maparea din acest registru este deteriorată. Mapați tabelele din nou și salvați.",
  faultSourceGone:
    "Tabelul sau foaia „{name}” ({kind}) nu mai există. Alegeți altul în fila Date sau aduceți-l înapoi.",
  faultColumnGone:
    "Coloana „{header}” ({role}) din „{name}” nu mai există. Alegeți alta în fila Date sau aduceți-o înapoi.",
  faultUnreadable: "Tabelele mapate nu au putut fi înțelese. Verificați coloanele lor în fila Date.",
};
