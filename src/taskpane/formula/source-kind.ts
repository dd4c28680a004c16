import { kinds, type Kind, type Role } from "../../core/records/roles";
import { normaliseWord } from "../../core/text";
import type { Source } from "../../workbook";
import { rolesAmong } from "./match-headers";

/** How surely a source holds records of one of these kinds. */
export const Fit = { not: 0, unknown: 1, headers: 2, name: 3 } as const;
export type Fit = (typeof Fit)[keyof typeof Fit];

/**
 * A table called Costs holds costs, whatever its columns could be taken for; without a telling name, the kind whose
 * columns the headers are.
 */
export function fitOf({ name, headers }: Source, wanted: readonly Kind[]): Fit {
  const named = kindsNamed(name);
  if (named.some((kind) => wanted.includes(kind))) return Fit.name;
  const kind = kindOfHeaders(headers);
  if (kind !== undefined && wanted.includes(kind)) return Fit.headers;
  return named.length > 0 ? Fit.not : Fit.unknown;
}

/** Of several kinds that may serve a metric (purchases or subscriptions), the one a source holds. */
export function kindIn(source: Source, [first, ...others]: readonly [Kind, ...Kind[]]): Kind {
  if (others.length === 0) return first;
  const wanted = [first, ...others];
  const named = kindsNamed(source.name).find((kind) => wanted.includes(kind));
  return named ?? kindOfHeaders(source.headers, wanted) ?? first;
}

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
};

function kindsNamed(name: string): readonly Kind[] {
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

/** Without these columns a table is not of the kind, however many others fit. */
const ESSENTIAL: Readonly<Partial<Record<Kind, readonly Role[]>>> = {
  deal: ["status"],
  lead: ["createdDate"],
  activity: ["date"],
  subscription: ["startDate"],
  target: ["amount", "periodStart"],
  cost: ["amount", "date"],
  stage: ["name", "order"],
  stageHistory: ["dealId", "stage", "enteredDate"],
  survey: ["score"],
  calendar: ["holidays"],
};

/** The kind that shares most with the headers, measured against what either has (Jaccard). */
function kindOfHeaders(
  headers: readonly string[],
  among: readonly Kind[] = Object.keys(kinds) as Kind[],
): Kind | undefined {
  let best: Kind | undefined;
  let most = 0;
  for (const kind of among) {
    const found = rolesAmong(kind, headers);
    if (kind === "calendar" && headers.length > 2) continue; // days off come with a name at most
    if (ESSENTIAL[kind]?.some((role) => !found.has(role))) continue;
    const share = found.size / (headers.length + Object.keys(kinds[kind]).length - found.size);
    if (share > most) [best, most] = [kind, share];
  }
  return best;
}
