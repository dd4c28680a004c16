import type { mappedMessagesEn } from "./mapped-messages.en";

/** Romanian texts of questions to mapped tables. */
export const mappedMessagesRo: Readonly<Record<keyof typeof mappedMessagesEn, string>> = {
  mapFirst: "Mapați întâi tabelul cu {kind}: deschideți panoul Metrici de vânzări și alegeți-l în fila Date.",
  mapTablesFirst:
    "Mapați întâi ofertele: deschideți panoul Metrici de vânzări și alegeți tabelul lor în fila Date.",
  mappingFaulty:
    "Maparea nu se mai potrivește cu acest registru: deschideți panoul Metrici de vânzări, care spune de ce, în fila Date.",
  mappedTableGone:
    "Tabelul „{name}” nu mai există: deschideți panoul Metrici de vânzări, care întreabă în fila Date ce i-a luat locul.",
  mappedColumnGone:
    "Coloana „{header}” din „{name}” nu mai există: deschideți panoul Metrici de vânzări, care întreabă în fila Date ce i-a luat locul.",
  notRead:
    "Tabelele mapate nu s-au putut citi: deschideți panoul Metrici de vânzări, care spune de ce, în fila Date.",
  mapColumn: "{metric} are nevoie de coloana {role} din tabelul cu {kind}. Mapați-o în panou, în fila Date.",
  mapAnyOf: "Este nevoie de {first} sau de {second}. Mapați una dintre ele în panou, în fila Date.",
  mappedDates:
    "{role}: „{sample}” poate fi zi/lună sau lună/zi și nicio altă dată nu arată care. Alegeți ordinea în panou, în fila Date.",
  mappedMixedDates:
    "{role} amestecă zi/lună („{sample}”) și lună/zi („{other}”). Corectați coloana sau alegeți ordinea în panou, în fila Date.",
  metricMissing:
    'Ce indicator? Scrieți id-ul lui, de exemplu "WINRATE". SALES.METRICS() le enumeră pe toate.',
  numberBehindMetric: 'Este nevoie de numărul {name}. Scrieți-l după indicator: "{metric}; {name}=…".',
  dayBehindMetric:
    '{option} are nevoie de o zi a observării. Scrieți-o după indicator: "{metric}; asOf=2026-03-31".',
  tableNotOneNumber:
    '{metric} este un tabel, nu un număr. Folosiți SALES.KPITABLE("{metric}") sau funcția lui, SALES.{metric}.',
  tableAlone: "{metric} este deja un tabel: cereți-l singur și fără grup.",
  notAPeriod:
    "„{period}” nu este o perioadă. Scrieți una dintre 2026, 2026-T1, 2026-03, 2026-W12, FY2026, 2026-01-01..2026-03-31, YTD, QTD, MTD, „luna aceasta”, „trimestrul trecut”, „ultimele 90 de zile”, „ultimele 12 luni”, tot.",
  dateIsNoPeriod:
    'O dată nu spune ce perioadă este. Scrieți-o ca text: "{month}" pentru lună, "{day}" pentru zi.',
  noFilterRole: "„{role}” nu este o coloană a tabelelor mapate. Filtrați după una dintre {valid}.",
  noFilterValue:
    'Valoarea pentru {role} lipsește. Scrieți un cuvânt, "(gol)" pentru rândurile fără valoare sau "*" pentru toate.',
  filterPairs: 'Filtrele vin perechi: o coloană și o valoare, de exemplu "owner" și "Ana".',
  filterMissing:
    "{metric} citește tabelul cu {kind}, care nu are coloana „{role}” după care să se filtreze. Mapați coloana sau renunțați la filtru.",
  groupMissingMapped:
    "{metric} citește tabelul cu {kind}, care nu are coloana „{role}” după care să se grupeze. Mapați coloana sau alegeți alt grup.",
  periodNeeded: '{metric} are nevoie de o perioadă, de exemplu "2026-Q1" sau "luna trecută".',
  nothingWithValue: "Nu există {role} „{value}”. Poate ați vrut {near}?",
  nothingWithValueAtAll: "Nu există {role} „{value}”.",
  noSuchTable: "Nu este mapat niciun tabel „{table}”. Scrieți unul dintre {valid} sau nimic, pentru toate.",
  noGroup: "„{group}” nu este un grup. Scrieți unul dintre {valid}.",
};
