import { homeTextsRo } from "./home/texts.ro";
import { dataTextsRo } from "./data/texts.ro";
import { reportsTextsRo } from "./reports/texts.ro";
import { settingsTextsRo } from "./settings/texts.ro";
import type { PluralText, textsEn } from "./texts.en";

type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : PluralText };

export const textsRo: SameKeys<typeof textsEn> = {
  title: "Metrici de vânzări",
  tabs: "Părțile panoului",
  tabHome: "Acasă",
  tabData: "Date",
  tabMetrics: "Indicatori",
  tabReports: "Rapoarte",
  tabSettings: "Setări",
  search: "Căutați un indicator",
  searchClear: "Ștergeți căutarea",
  searchNothing:
    "Niciun indicator nu se potrivește cu „{query}”. Încercați alt cuvânt, de exemplu venituri sau ciclu.",
  found: {
    one: "{count} indicator găsit",
    few: "{count} indicatori găsiți",
    other: "{count} de indicatori găsiți",
  },
  list: "Indicatori",
  listKeys: "Săgețile aleg, Enter inserează, săgeata la dreapta arată detaliile.",
  favourites: "Favorite",
  favouriteAdd: "Păstrați pe Acasă",
  favouriteRemove: "Scoateți de pe Acasă",
  favouriteAdded: "Păstrat pe Acasă și primul în această listă.",
  favouriteRemoved: "Nu mai este pe Acasă.",
  valueIn: "în {period}",
  insertKpi: "Inserare KPI",
  mappedHint:
    "O perioadă, de exemplu 2026, 2026-Q1, luna aceasta sau ultimele 90 de zile; necompletat înseamnă toate înregistrările. Formula citește tabelele mapate în fila Date.",
  familyPerformance: "Performanță",
  familyActivity: "Activitate",
  familyProductivity: "Productivitate",
  familyHelpers: "Despre orice indicator",

  back: "Înapoi la listă",
  tabFill: "Formulă",
  tabReference: "Referință",
  toInsert: "Ce se inserează",
  spillsHow: "Un tabel: celulele de alături și de dedesubt trebuie să fie goale.",
  exampleTable: "Rezultatul exemplului",
  metric: "Indicator",
  whichMetric: "Ce indicator",
  data: "Date",
  dataFrom: "Tabel sau foaie",
  groupBy: "Grupare după",
  notUsed: "– nefolosită –",
  chooseColumn: "– alegeți o coloană –",
  chooseSource: "– alegeți un tabel –",
  oneNumber: "– un singur număr –",
  addKind: "Adăugați {kind}…",
  emptyHeader: "Coloana {letters}",
  numbers: "Numere",
  period: "Perioadă",
  dateFrom: "De la",
  dateTo: "Până la (inclusiv)",
  dateAsOf: "La data",
  periodWord: "Perioada",
  notAPeriod: "Scrieți o perioadă, de exemplu 2026, 2026-Q1, 2026-03 sau 2026-W12.",
  dateHint:
    "Perioada: 2026, 2026-Q1, 2026-03 sau 2026-W12. Sau zile, de exemplu 31.03.2026, ori celule, de exemplu $B$1. Fără ele contează toate rândurile.",
  notADate: "Scrieți o zi, de exemplu 31.03.2026, sau o celulă, de exemplu $B$1.",
  notANumber: "Scrieți un număr sau o celulă, de exemplu $B$1.",
  numberTooSmall: "Scrieți un număr de la {min} în sus sau o celulă, de exemplu $B$1.",
  options: "Opțiuni",
  commonOptions: "Opțiunile tuturor indicatorilor",
  wordsForm: "cuvânt | cuvânt",
  optionDefault: "{value} (implicit)",
  optionNone: "niciuna",
  optionRange: "de la {min} la {max}; necompletat înseamnă {fallback}",
  optionOutOfRange: "Scrieți un număr de la {min} la {max}.",
  grainYear: "an",
  grainQuarter: "trimestru",
  grainMonth: "lună",
  grainWeek: "săptămână",
  grainDay: "zi",
  table: "{name} (tabel, {rows})",
  range: "{name} (foaie, {rows})",
  rows: { one: "{count} rând", few: "{count} rânduri", other: "{count} de rânduri" },

  insert: "Inserare formulă",
  inserting: "Se inserează…",
  intoCell: "În {cell}",
  intoCellTable: "În {cell}, ca tabel",
  intoSelected: "În celula selectată",
  preview: "Formula de inserat",
  copy: "Copiați formula",
  copied: "Formula a fost copiată.",
  copyFailed: "Formula nu a putut fi copiată. Selectați-o în detalii și apăsați Ctrl+C.",
  dismiss: "Închideți mesajul",
  noData:
    "Nu s-a găsit niciun tabel și nicio foaie cu antet. Deschideți datele dumneavoastră sau inserați formula și înlocuiți numele din ea.",
  noFit: "Nu s-au găsit coloane potrivite. Alegeți-le în detalii sau înlocuiți numele din formulă.",
  missingColumns: "Negăsite: {columns}. Alegeți-le în detalii sau înlocuiți-le în celulă.",
  missingNumbers: "Lipsesc: {names}. Scrieți valorile în detalii sau înlocuiți numele în celulă.",
  retry: "Încercați din nou",

  inserted: "{cell} arată {result}.",
  insertedTable: "{cell} conține tabelul, care începe cu {result}.",
  insertedPending: "{cell} conține formula și încă se calculează.",
  insertedPlaceholders: {
    one: "{cell} conține formula. Apăsați F2 în celulă și puneți datele dumneavoastră în locul lui {names}.",
    few: "{cell} conține formula. Apăsați F2 în celulă și puneți datele dumneavoastră în locul numelor {names}.",
    other:
      "{cell} conține formula. Apăsați F2 în celulă și puneți datele dumneavoastră în locul numelor {names}.",
  },
  resultDivide: "{cell} arată #DIV/0!: nicio înregistrare nu se potrivește, deci nu există la ce împărți.",
  resultValue:
    "{cell} arată #VALUE!. Selectați celula și semnul ei de avertizare ca să aflați ce nu e în regulă.",
  resultNotAvailable:
    "{cell} arată #N/A: prea puține date. Selectați celula și semnul ei de avertizare ca să aflați mai mult.",
  resultName: "{cell} arată #NAME?: funcțiile încă se încarcă. Apăsați F2 și Enter în celulă.",
  resultSpill: "{cell} arată #SPILL!: tabelul are nevoie de celulele de alături și de dedesubt. Goliți-le.",
  resultNumber: "{cell} arată #NUM!: numărul nu se poate calcula din aceste înregistrări.",
  resultOther: "{cell} arată {result}. Verificați formula din celulă.",

  replaceTitle: "Înlocuiți conținutul din {cell}?",
  replaceBody: "Celula conține „{content}”. Formula i-ar lua locul.",
  replace: "Înlocuire",
  keep: "Păstrare",

  outsideExcel:
    "Deschideți acest panou în Excel ca să inserați formule: alegeți Deschide din grupul Metrici de vânzări, fila Pornire.",
  cellEditing: "În Excel se editează o celulă. Apăsați Enter sau Esc în foaie, apoi încercați din nou.",
  protectedSheet:
    "Foaia este protejată sau registrul este doar pentru citire. Anulați protecția din fila Revizuire sau selectați o celulă din altă foaie.",
  nothingSelected:
    "Nu este selectată nicio celulă. Faceți clic pe o celulă din foaie, apoi încercați din nou.",
  insideData:
    "{cell} este una dintre celulele pe care le citește formula. Selectați o celulă din afara coloanelor, apoi încercați din nou.",
  partOfArray:
    "Celula face parte dintr-o formulă matrice. Selectați o celulă din afara ei, apoi încercați din nou.",
  formulaRefused:
    "Excel nu a acceptat formula. Copiați-o și scrieți-o în celulă ca să vedeți de ce. ({detail})",
  itemGone: "Celula sau tabelul nu mai există. Selectați o celulă, apoi încercați din nou. ({detail})",
  busy: "Excel este ocupat. Așteptați să termine, apoi încercați din nou.",
  tooLarge:
    "Registrul de lucru este prea mare ca să fie citit dintr-odată. Împărțiți datele în mai multe registre. ({detail})",
  connectionLost:
    "Excel a pierdut legătura cu registrul de lucru. Reîncărcați registrul, apoi încercați din nou.",
  notKept:
    "Excel nu a păstrat maparea: ce se citește înapoi nu este ce s-a scris. Salvați din nou; dacă persistă, salvați mai întâi registrul cu alt nume.",
  keptUnreadable:
    "Acest registru conține o mapare care nu poate fi citită. Rămâne neschimbată până acceptați înlocuirea ei.",
  cancelled: "Citirea a fost oprită. Citiți din nou când doriți.",
  unsupported:
    "Această versiune de Excel nu poate face asta. Actualizați Excel sau folosiți Excel pentru web.",
  unknown: "Excel a răspuns cu o eroare. Încercați din nou; dacă persistă, reîncărcați registrul. ({detail})",

  ...homeTextsRo,
  ...dataTextsRo,
  ...reportsTextsRo,
  ...settingsTextsRo,
};
