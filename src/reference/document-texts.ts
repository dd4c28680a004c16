import type { Locale } from "../core/messages";

const en = {
  title: "Function reference",
  introduction: [
    "Every function of Sales Metrics, written from the declarations that the functions themselves are made of. [Română](FUNCTIONS.ro.md)",
    'A function reads columns of a table (`Deals[Status]`) or plain ranges (`A2:A500`) of the same length; headers may be passed along. Required arguments are **bold** and stand first; a blank place (`, ,`) leaves an optional one out. Options come last, or directly behind the last column: `"basis=created-all; weight=value"`. Where decimals take a comma, Excel parts arguments with `;`.',
    "The examples read the tables of the tests ([test/support/tables.ts](test/support/tables.ts)); their results are calculated by the functions and compared on every run of the tests; `SALES.KPI` and `SALES.KPITABLE` read the same deals, mapped. Numbers appear in the format of the metric.",
  ],
  contents: "Contents",
  common: "What all functions share",
  commonArguments:
    "A metric with a period takes its first and last day; metrics of a state take the day of observation.",
  commonOptions: "Options of every function (the default is **bold**):",
  commonErrors:
    "Errors of every function: `#VALUE!` when a required argument is missing, columns differ in length, a column can’t be read, the order of day and month can’t be told, amounts are in several currencies, or an option is unknown; `#NUM!` when a number is too large for a cell. The cell’s message says which and what to do. In tables a group without a value shows —.",
  performance: "Performance",
  activity: "Activity",
  productivity: "Productivity",
  helpers: "About any metric",
  argument: "argument",
  tableColumn: "table",
  meaning: "what it is",
  option: "option",
  values: "values",
  result: "Result",
};

/** Words of the reference as a document. */
export type DocumentTexts = typeof en;

const ro: DocumentTexts = {
  title: "Referința funcțiilor",
  introduction: [
    "Toate funcțiile Sales Metrics, scrise din declarațiile din care sunt făcute chiar funcțiile. [English](FUNCTIONS.md)",
    'O funcție citește coloane ale unui tabel (`Deals[Status]`) sau zone simple (`A2:A500`) de aceeași lungime; antetul poate fi inclus. Argumentele obligatorii sunt **îngroșate** și stau primele; un loc gol (`; ;`) lasă deoparte unul opțional. Opțiunile stau la sfârșit sau imediat după ultima coloană: `"basis=created-all; weight=value"`. Formulele de mai jos sunt scrise cu virgulă între argumente; unde zecimalele se scriu cu virgulă, Excel desparte argumentele cu `;`.',
    "Exemplele citesc tabelele testelor ([test/support/tables.ts](test/support/tables.ts)); rezultatele lor sunt calculate de funcții și comparate la fiecare rulare a testelor; `SALES.KPI` și `SALES.KPITABLE` citesc aceleași oferte, mapate. Numerele apar în formatul indicatorului.",
  ],
  contents: "Cuprins",
  common: "Ce au în comun toate funcțiile",
  commonArguments:
    "Un indicator cu perioadă primește prima și ultima zi a ei; un indicator de stare primește ziua observării.",
  commonOptions: "Opțiunile tuturor funcțiilor (valoarea implicită este **îngroșată**):",
  commonErrors:
    "Erorile tuturor funcțiilor: `#VALUE!` când lipsește un argument obligatoriu, coloanele au lungimi diferite, o coloană nu se poate citi, nu se poate ști ordinea zilei și a lunii, sumele sunt în mai multe monede sau o opțiune este necunoscută; `#NUM!` când un număr este prea mare pentru o celulă. Mesajul celulei spune care este și ce este de făcut. În tabele, un grup fără valoare arată —.",
  performance: "Performanță",
  activity: "Activitate",
  productivity: "Productivitate",
  helpers: "Despre orice indicator",
  argument: "argument",
  tableColumn: "tabel",
  meaning: "ce este",
  option: "opțiune",
  values: "valori",
  result: "Rezultat",
};

export const documentTexts: Readonly<Record<Locale, DocumentTexts>> = { en, ro };
