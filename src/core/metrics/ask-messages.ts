import { addMessages } from "../messages";

/** Texts of questions to mapped tables. They are not in the functions' script, which has no room: the pane's has them. */
const en = {
  mapFirst: "Map your {kind} first: open the pane of Sales Metrics and choose their table under Data.",
  mapTablesFirst: "Map your deals first: open the pane of Sales Metrics and choose their table under Data.",
  mapColumn: "{metric} needs the column {role} of the table of {kind}. Map it in the pane, under Data.",
  mapAnyOf: "This needs {first} or {second}. Map one of them in the pane, under Data.",
  mappedDates:
    "{role}: “{sample}” can be day/month or month/day, and no other date tells which. Choose the order in the pane, under Data.",
  mappedMixedDates:
    "{role} mixes day/month (“{sample}”) and month/day (“{other}”). Correct the column, or choose the order in the pane, under Data.",
  metricMissing: 'Which metric? Write its id, such as "WINRATE". SALES.METRICS() lists them all.',
  numberBehindMetric: 'This needs the number {name}. Write it behind the metric: "{metric}; {name}=…".',
  dayBehindMetric:
    '{option} needs a day of observation. Write it behind the metric: "{metric}; asOf=2026-03-31".',
  tableNotOneNumber:
    '{metric} is a table, not one number. Use SALES.KPITABLE("{metric}"), or its own function SALES.{metric}.',
  tableAlone: "{metric} is a table of its own: ask for it alone and without a group.",
  notAPeriod: "“{period}” is no period. Write one of {valid}.",
  dateIsNoPeriod:
    'A date alone does not say which period. Write it as text: "{month}" for the month, "{day}" for the day.',
  noFilterRole: "“{role}” is no column of the mapped tables. Filter by one of {valid}.",
  noFilterValue:
    'The value of {role} is blank. Write a word, "(blank)" for records without one, or "*" for all.',
  filterPairs: 'Filters come in pairs: a column and a value, such as "owner", "Ana".',
  filterMissing:
    "{metric} reads the table of {kind}, which has no column “{role}” to filter by. Map that column, or leave the filter out.",
  groupMissingMapped:
    "{metric} reads the table of {kind}, which has no column “{role}” to group by. Map that column, or choose another group.",
  periodNeeded: '{metric} needs a period, such as "2026-Q1" or "last month".',
  nothingWithValue: "There is no {role} “{value}”. Did you mean {near}?",
  nothingWithValueAtAll: "There is no {role} “{value}”.",
  noGroup: "“{group}” is no group. Write one of {valid}.",
} as const;

export type AskMessageId = keyof typeof en;

const ro: Readonly<Record<AskMessageId, string>> = {
  mapFirst: "Mapați întâi tabelul cu {kind}: deschideți panoul Sales Metrics și alegeți-l în fila Date.",
  mapTablesFirst:
    "Mapați întâi ofertele: deschideți panoul Sales Metrics și alegeți tabelul lor în fila Date.",
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
  notAPeriod: "„{period}” nu este o perioadă. Scrieți una dintre {valid}.",
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
  noGroup: "„{group}” nu este un grup. Scrieți unul dintre {valid}.",
};

addMessages({ en, ro });
