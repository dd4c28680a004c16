import type { Kind } from "../../core/records/roles";
import { normaliseWord } from "../../core/text";

/** Usual names of tables and sheets: English and Romanian, beginnings of words, without accents. */
const NAMES: Readonly<Record<Kind, string>> = {
  deal: "deal|opportunit|pipeline|order|sale|invoice|ofert|oportunit|comenz|comand|vanzar|tranzacti|factur",
  lead: "lead|prospect|inquir|enquir|client potential|clienti potential|solicitar|cerer",
  activity: "activit|task|call|meeting|email|apel|intalnir|sarcin|actiun",
  subscription: "subscription|mrr|abonament",
  target: "target|quota|goal|tint|obiectiv|norma|norme|cota|cote",
  cost: "cost|expense|spend|budget|cheltuiel|cheltuial|buget",
  stage: "stage|etap|stadi|faz",
  stageHistory: "history|stage history|stage change|istoric",
  survey: "survey|csat|satisfaction|feedback|sondaj|chestionar|satisfacti|evaluar",
  calendar: "holiday|calendar|sarbator|zile liber",
  benchmark: "benchmark|reper|etalon|valori de referint|referint",
};

/** The kinds that the name of a table or a sheet speaks for. */
export function kindsNamed(name: string): readonly Kind[] {
  const spaced = name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/[_\d]+/g, " ");
  const words = ` ${normaliseWord(spaced)}`;
  const named = (Object.keys(NAMES) as Kind[]).filter((kind) =>
    NAMES[kind].split("|").some((word) => words.includes(` ${word}`)),
  );
  // "Sales targets" are targets, a "Stage history" is no list of stages
  const vague: readonly Kind[] = ["deal", "stage"];
  const telling = named.filter((kind) => !vague.includes(kind));
  return telling.length > 0 ? telling : named.slice(-1);
}
