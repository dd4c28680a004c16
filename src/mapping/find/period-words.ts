import { normaliseWord } from "../../core/text";
import { readDateText } from "../../core/records/read-date";
import { isDaySerial } from "./list-cells";

/**
 * The period that a header names and what else it says: "Ian 2024" → ["1 2024", ""], "Vânzări T2" → ["q2", "vanzari"].
 * Undefined where it names none.
 */
export function periodIn(header: string): readonly [period: string, rest: string] | undefined {
  if (/\d/.test(header) && readDateText(header.trim()) !== undefined) return [header.trim(), ""];
  const numeric = /^(\d{4})[-/.](\d{1,2})$|^(\d{1,2})[-/.](\d{4})$/.exec(header.trim());
  // a day or a month as Excel keeps it
  if (numeric || isDaySerial(Number(header))) return [header.trim(), ""];
  const found: string[] = [];
  const rest: string[] = [];
  const words = normaliseWord(header).split(" ");
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const joined = `${word}${words[at + 1] ?? ""}`;
    if (MONTHS.has(word)) found.push(String(MONTHS.get(word)));
    else if (/^(?:19|20)\d\d$/.test(word)) found.push(word);
    else if (SINGLE.test(word)) found.push(word.replace(/^[a-z]+/, (letters) => letters.charAt(0)));
    else if (SPLIT.test(joined)) {
      found.push(joined);
      at++;
    } else rest.push(word);
  }
  return found.length === 0 ? undefined : [found.join(" "), rest.join(" ")];
}

/** Q1, T1 (trimestrul, trimestre), H2, S2 (semestrul), W12, KW12; FY24 */
const SINGLE = /^(?:q[1-4]|t[1-4]|h[12]|(?:w|kw|wk)\d{1,2}|fy\d{2,4})$/;
const SPLIT =
  /^(?:quarter|trim|trimestrul|trimestru|quartal|trimestre|week|saptamana|woche|semaine|semana)\d{1,2}$/;

/** Names of months and their usual short forms: English, Romanian, German, French, Spanish, Italian. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    "jan january ian ianuarie januar janv janvier ene enero gen gennaio",
    "feb february februarie februar fev fevr fevrier febrero febbraio",
    "mar march mart martie marz mars marzo",
    "apr april aprilie avr avril abr abril aprile",
    "may mai mayo mag maggio",
    "jun june iun iunie juni juin junio giu giugno",
    "jul july iul iulie juli juil juillet julio lug luglio",
    "aug august aout ago agosto",
    "sep sept september septembrie septembre septiembre set settembre",
    "oct october oct octombrie okt oktober octobre octubre ott ottobre",
    "nov november noiembrie noi novembre noviembre",
    "dec december decembrie dez dezember decembre dic diciembre dicembre",
  ].flatMap((line, at) => line.split(" ").map((word): [string, number] => [word, at + 1])),
);
