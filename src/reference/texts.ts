import type { Locale } from "../core/messages";

const en = {
  arguments: "Arguments",
  options: "Options",
  errors: "Errors",
  example: "Example",
  formula: "Formula",
  otherReadings: "Other readings",
  source: "Source",
  required: "required",
  default: "default",
  higher: "higher is better",
  lower: "lower is better",
  neutral: "neither high nor low is good in itself",
  spills: "spills a table",
};

/** Words of the reference that the document and the pane share. */
export type ReferenceTexts = Readonly<Record<keyof typeof en, string>>;

const ro: ReferenceTexts = {
  arguments: "Argumente",
  options: "Opțiuni",
  errors: "Erori",
  example: "Exemplu",
  formula: "Formulă",
  otherReadings: "Alte înțelesuri",
  source: "Sursă",
  required: "obligatoriu",
  default: "implicit",
  higher: "mai mult înseamnă mai bine",
  lower: "mai puțin înseamnă mai bine",
  neutral: "nici mult, nici puțin nu e bine în sine",
  spills: "afișează un tabel",
};

export const referenceTexts: Readonly<Record<Locale, ReferenceTexts>> = { en, ro };
