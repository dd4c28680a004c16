export const reportsTextsRo = {
  reportsEmptyTitle: "Rapoarte pentru următoarea ședință",
  reportsEmpty:
    "Spuneți o singură dată ce tabel conține ofertele, iar o apăsare face până la opt foi: prezentare, performanță, conductă, clienți potențiali, activitate, echipă, clienți și calitatea datelor. Fiecare apăsare următoare le aduce la zi pe loc.",
  reportsNew:
    "Foile se adaugă în acest registru. Ce scrieți lângă ele sau sub ele rămâne și după actualizare.",
  createReports: "Creați rapoartele",
  refreshReports: "Actualizați rapoartele",
  refreshing: "Se actualizează…",
  stopRefresh: "Renunțare",
  stoppingRefresh: "Se oprește…",
  stepReading: "Se citesc tabelele mapate",
  stepPlanning: "Se calculează: {sheet}",
  stepWriting: "Se scrie: {sheet}",
  stepWritingFirst: "Se caută foile rapoartelor",
  stepRestoring: "Se aduce înapoi raportul dinainte",
  refreshProgress: "Mersul actualizării",

  reportOf: "Raport",
  reportGrain: "Frecvență",
  monthly: "Lunar",
  quarterly: "Trimestrial",
  yearly: "Anual",
  reportPeriod: "Perioadă",
  periodLast: "Ultima încheiată: {label}",
  periodCurrent: "Până azi: {label}",
  filterAll: "– toate –",
  filtersSet: {
    one: "Filtre ({count} ales)",
    few: "Filtre ({count} alese)",
    other: "Filtre ({count} alese)",
  },
  filters: "Filtre",

  reportSheets: "Foi",
  sheetNotMade: "nefăcută încă",
  goToSheet: "Deschideți",
  goToSheetNamed: "Deschideți foaia {sheet}",
  sheetDeleted: "ștearsă",
  makeAgain: "Refaceți foaia",
  makeAgainNamed: "Refaceți foaia {sheet}",
  noSheetChosen: "Alegeți cel puțin o foaie.",

  refreshedAt: "Actualizat {when}",
  rowsUsed: {
    one: "{count} rând folosit",
    few: "{count} rânduri folosite",
    other: "{count} de rânduri folosite",
  },
  rowsLeftOut: {
    one: "{count} lăsat deoparte",
    few: "{count} lăsate deoparte",
    other: "{count} lăsate deoparte",
  },
  refreshDone: {
    one: "{count} foaie este la zi: {rows}, în {seconds} s.",
    few: "{count} foi sunt la zi: {rows}, în {seconds} s.",
    other: "{count} de foi sunt la zi: {rows}, în {seconds} s.",
  },
  refreshLeftOut: "Încă nimic de spus: {sheets}. Mapați mai mult în Date.",
  refreshCancelled: "Oprită. Rapoartele sunt cum erau înainte.",
  refreshFailed: "Rapoartele sunt cum erau înainte. {why}",
  filterEmpty:
    "Nicio înregistrare nu mai are {role}: {words}. Alegeți alte valori la Filtre sau pe toate, apoi actualizați din nou.",
  refreshUnmapped:
    "Niciun tabel nu este mapat încă. Spuneți în fila Date ce tabel conține ofertele, apoi creați rapoartele.",

  reportBlocked:
    "{cell} conține „{content}” acolo unde raportul trebuie să crească, iar alături nu este loc. Mutați-l în altă parte, apoi actualizați din nou.",
  reportProtected:
    "Foaia „{sheet}” este protejată. Anulați protecția din fila Revizuire, apoi actualizați din nou.",
  reportUnfinished:
    "Actualizarea nu a reușit, iar aceste foi nu au putut fi aduse la starea dinainte: {sheets}. Apăsați Anulare până arată bine sau ștergeți-le și refaceți-le.",
  reportsNewer:
    "Rapoartele din acest registru au fost făcute de o versiune mai nouă. Actualizați programul de completare ca să le puteți aduce la zi.",

  byItself: "Actualizare automată",
  onOpening: "La deschiderea registrului",
  afterChanges: "După modificarea tabelelor mapate",
  refreshLog: "Ultimele actualizări",
  logEntry: "{when} · {outcome}",
  logDone: "{rows} · {seconds} s",
  logCancelled: "oprită",
  logFailed: "nereușită",
  logFailedFor: "nereușită: {reason}",
  logCellEditing: "se edita o celulă",
  logProtected: "o foaie este protejată",
  logBlocked: "celule în calea raportului",
  logGone: "un tabel, o coloană sau o foaie nu mai există",
  logFilter: "un filtru nu lasă nicio înregistrare să treacă",
  logConnection: "legătura s-a pierdut",
};
