import type { PluralText, textsEn } from "./texts.en";

type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : PluralText };

export const textsRo: SameKeys<typeof textsEn> = {
  title: "Metrici de vânzări",
  introWhat: "Indicatori de vânzări din datele tale.",
  introHow: "Alege unul: Inserează formula îl pune în celula selectată.",
  search: "Caută un indicator",
  searchClear: "Șterge căutarea",
  searchNothing:
    "Niciun indicator nu se potrivește cu „{query}”. Încearcă alt cuvânt, de exemplu venituri sau ciclu.",
  found: {
    one: "{count} indicator găsit",
    few: "{count} indicatori găsiți",
    other: "{count} de indicatori găsiți",
  },
  list: "Indicatori",
  listKeys: "Săgețile aleg, Enter inserează, săgeata la dreapta arată detaliile.",
  familyPerformance: "Performanță",
  familyActivity: "Activitate",
  familyProductivity: "Productivitate",
  familyHelpers: "Despre orice indicator",
  byName: "Pe grupuri",
  explainName: "Ce stă în spatele unui număr",
  metricsName: "Lista indicatorilor",
  defineName: "Definiție",

  back: "Înapoi la listă",
  formula: "Formulă",
  toInsert: "Ce se inserează",
  metric: "Indicator",
  data: "Date",
  dataFrom: "Tabel sau foaie",
  groupBy: "Grupează după",
  required: "obligatoriu",
  notUsed: "– nefolosită –",
  chooseColumn: "– alege o coloană –",
  emptyHeader: "Coloana {letters}",
  options: "Opțiuni",
  optionDefault: "{value} (implicit)",
  optionNone: "niciuna",
  optionRange: "de la {min} la {max}; necompletat înseamnă {fallback}",
  optionOutOfRange: "Scrie un număr de la {min} la {max}.",
  otherArguments: "Alte argumente",
  otherArgumentsHow: "Se adaugă în celulă, acolo unde ai nevoie de ele.",
  otherReadings: "Alte înțelesuri",
  source: "Sursă",
  grainYear: "an",
  grainQuarter: "trimestru",
  grainMonth: "lună",
  grainWeek: "săptămână",
  grainDay: "zi",
  table: "{name} (tabel, {rows})",
  range: "{name} (foaie, {rows})",
  rows: { one: "{count} rând", few: "{count} rânduri", other: "{count} de rânduri" },

  insert: "Inserează formula",
  inserting: "Se inserează…",
  intoCell: "În {cell}",
  intoSelected: "În celula selectată",
  preview: "Formula de inserat",
  copy: "Copiază formula",
  copied: "Formula a fost copiată.",
  copyFailed: "Formula nu a putut fi copiată. Selecteaz-o în detalii și apasă Ctrl+C.",
  dismiss: "Închide mesajul",
  readingWorkbook: "Se caută coloanele…",
  noData:
    "Nu s-a găsit niciun tabel și nicio foaie cu antet. Deschide datele tale sau inserează formula și înlocuiește numele din ea.",
  noFit: "Nu s-au găsit coloane potrivite. Alege-le în detalii sau înlocuiește numele din formulă.",
  missingColumns: "Negăsite: {columns}. Alege-le în detalii sau înlocuiește-le în celulă.",
  retry: "Încearcă din nou",

  inserted: "{cell} arată {result}.",
  insertedTable: "{cell} conține tabelul, care începe cu {result}.",
  insertedPending: "{cell} conține formula și încă se calculează.",
  insertedPlaceholders: {
    one: "{cell} conține formula. Apasă F2 în celulă și pune coloana ta în locul lui {names}.",
    few: "{cell} conține formula. Apasă F2 în celulă și pune coloanele tale în locul lui {names}.",
    other: "{cell} conține formula. Apasă F2 în celulă și pune coloanele tale în locul lui {names}.",
  },
  resultDivide: "{cell} arată #DIV/0!: nicio înregistrare nu se potrivește, deci nu există la ce împărți.",
  resultValue:
    "{cell} arată #VALUE!. Selectează celula și semnul ei de avertizare ca să afli ce nu e în regulă.",
  resultNotAvailable:
    "{cell} arată #N/A: prea puține date. Selectează celula și semnul ei de avertizare ca să afli mai mult.",
  resultName: "{cell} arată #NAME?: funcțiile încă se încarcă. Apasă F2 și Enter în celulă.",
  resultSpill: "{cell} arată #SPILL!: tabelul are nevoie de celulele de alături și de dedesubt. Golește-le.",
  resultNumber: "{cell} arată #NUM!: numărul nu se poate calcula din aceste înregistrări.",
  resultOther: "{cell} arată {result}. Verifică formula din celulă.",

  replaceTitle: "Înlocuiești conținutul din {cell}?",
  replaceBody: "Celula conține „{content}”. Formula i-ar lua locul.",
  replace: "Înlocuiește",
  keep: "Păstrează",

  outsideExcel:
    "Deschide acest panou în Excel ca să inserezi formule: alege Deschide din grupul Metrici de vânzări, fila Pornire.",
  cellEditing: "În Excel se editează o celulă. Apasă Enter sau Esc în foaie, apoi încearcă din nou.",
  protectedSheet:
    "Foaia este protejată sau registrul este doar pentru citire. Anulează protecția din fila Revizuire sau selectează o celulă din altă foaie.",
  nothingSelected: "Nu este selectată nicio celulă. Fă clic pe o celulă din foaie, apoi încearcă din nou.",
  insideData:
    "{cell} este una dintre celulele pe care le citește formula. Selectează o celulă din afara coloanelor, apoi încearcă din nou.",
  partOfArray:
    "Celula face parte dintr-o formulă matrice. Selectează o celulă din afara ei, apoi încearcă din nou.",
  formulaRefused: "Excel nu a acceptat formula. Copiaz-o și scrie-o în celulă ca să vezi de ce. ({detail})",
  itemGone: "Celula sau tabelul nu mai există. Selectează o celulă, apoi încearcă din nou. ({detail})",
  busy: "Excel este ocupat. Așteaptă să termine, apoi încearcă din nou.",
  tooLarge:
    "Registrul de lucru este prea mare ca să fie citit dintr-odată. Împarte datele în mai multe registre. ({detail})",
  connectionLost:
    "Excel a pierdut legătura cu registrul de lucru. Reîncarcă registrul, apoi încearcă din nou.",
  unknown: "Excel a răspuns cu o eroare. Încearcă din nou; dacă persistă, reîncarcă registrul. ({detail})",

  noReports:
    "Încă nu există niciun raport de actualizat: această versiune nu are rapoarte. Indicatorii din celule sunt mereu la zi.",
};
