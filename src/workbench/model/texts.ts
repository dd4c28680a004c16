/** What an error cell says. Set once for the page; errors already shown keep their language until recalculated. */
export type Language = "en" | "ro";

export function setLanguage(language: Language): void {
  current = TEXTS[language];
}

export function texts(): Texts {
  return current;
}

const en = {
  noTable: (table: string) => `There is no table named ${table}.`,
  tableMissing: () => "[…] needs the name of a table here.",
  severalColumns: (reference: string) => `${reference} names several columns; join them with a colon.`,
  noSection: (table: string, section: string) => `${table} has no ${section}.`,
  noHeaders: (table: string) => `${table} shows no header row.`,
  noColumn: (table: string, column: string, columns: string) =>
    `The table ${table} has no column “${column}”. It has: ${columns}.`,
  argumentCount: (name: string, least: number, most: number, given: number) => {
    const noun = (count: number) => (count === 1 ? "1 argument" : `${count} arguments`);
    const taken = least === most ? noun(least) : `${least} to ${noun(most)}`;
    return `${name} takes ${taken}, ${given} ${given === 1 ? "was" : "were"} given.`;
  },
  tooManyCells: (parameter: string, size: string) =>
    `${parameter} has ${size} cells, more than can be handed over.`,
  oneCell: (parameter: string, size: string) => `${parameter} takes one cell, but ${size} cells were given.`,
  takesNumber: (parameter: string, value: string) => `${parameter} takes a number, but “${value}” was given.`,
  takesBoolean: (parameter: string, value: string) =>
    `${parameter} takes TRUE or FALSE, but “${value}” was given.`,
  unknownResult: () => "The function returned a value this stand-in for Excel cannot show.",
  notRunning: () => "The add-in that provides this function is not running.",
};

type Texts = typeof en;

const ro: Texts = {
  noTable: (table) => `Nu există niciun tabel numit ${table}.`,
  tableMissing: () => "Aici […] are nevoie de numele unui tabel.",
  severalColumns: (reference) => `${reference} numește mai multe coloane; legați-le cu două puncte.`,
  noSection: (table, section) => `${table} nu are ${section}.`,
  noHeaders: (table) => `${table} nu afișează rândul de antet.`,
  noColumn: (table, column, columns) => `Tabelul ${table} nu are coloana „${column}”. Are: ${columns}.`,
  argumentCount: (name, least, most, given) => {
    const noun = (count: number) =>
      count === 1
        ? "un argument"
        : count === 0 || count < 20
          ? `${count} argumente`
          : `${count} de argumente`;
    const taken = least === most ? noun(least) : `de la ${least} la ${noun(most)}`;
    return `${name} primește ${taken}, dar a primit ${given}.`;
  },
  tooManyCells: (parameter, size) => `${parameter} are ${size} celule, mai multe decât pot fi transmise.`,
  oneCell: (parameter, size) => `${parameter} primește o singură celulă, dar a primit ${size} celule.`,
  takesNumber: (parameter, value) => `${parameter} primește un număr, dar a primit „${value}”.`,
  takesBoolean: (parameter, value) => `${parameter} primește TRUE sau FALSE, dar a primit „${value}”.`,
  unknownResult: () => "Funcția a întors o valoare pe care acest înlocuitor de Excel nu o poate afișa.",
  notRunning: () => "Programul de completare care oferă această funcție nu rulează.",
};

const TEXTS: Record<Language, Texts> = { en, ro };
let current: Texts = en;
