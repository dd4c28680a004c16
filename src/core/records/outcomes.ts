import { normaliseWord } from "../text";
import { stop } from "../result";
import type { Column, WordColumn } from "./columns";
import { Outcome } from "./outcome";
import type { Kind, Role } from "./roles";
import { classifier, statusOf, yesNoOf, type Meanings } from "./vocabulary";

export interface OutcomeWords {
  /** Words that mean won or lost for this user, beside (and before) the vocabulary. */
  readonly won?: readonly string[];
  readonly lost?: readonly string[];
  /** Classes that words were given one by one. */
  readonly classes?: Meanings;
}

type Columns = ReadonlyMap<Role, Column>;
type OutcomeCode = (typeof Outcome)[keyof typeof Outcome];

/** The outcome of every row; `stated` = a column says it, so that a blank there is a gap. */
export function outcomesOf(
  kind: Kind,
  columns: Columns,
  filled: Uint8Array,
  words: OutcomeWords,
): { outcome: Uint8Array; stated: boolean } {
  switch (kind) {
    case "deal": {
      const { classOf, stated } = dealOutcome(columns, words);
      const outcome = eachRow(filled, classOf);
      markCancelled(columns, outcome);
      return { outcome, stated };
    }
    case "lead":
      return { outcome: eachRow(filled, leadOutcome(columns, words)), stated: false };
    case "activity":
      return { outcome: eachRow(filled, activityOutcome(columns, words)), stated: columns.has("done") };
    case "subscription":
      return { outcome: eachRow(filled, subscriptionOutcome(columns, words)), stated: false };
    default:
      return { outcome: filled.map((some) => (some ? Outcome.unknown : Outcome.none)), stated: false };
  }
}

function eachRow(filled: Uint8Array, classOf: (row: number) => OutcomeCode): Uint8Array {
  const outcome = new Uint8Array(filled.length);
  for (let i = 0; i < outcome.length; i++) if (filled[i] === 1) outcome[i] = classOf(i);
  return outcome;
}

/** By status, else by stage where its words tell, else by probability; a list without any of these is one of sales. */
function dealOutcome(
  columns: Columns,
  words: OutcomeWords,
): { classOf: (row: number) => OutcomeCode; stated: boolean } {
  const status = wordsOf(columns, "status");
  if (status !== undefined)
    return { classOf: byCode(status, statusClasses("status", status, words)), stated: true };
  const stage = wordsOf(columns, "stage");
  if (stage !== undefined) {
    const classes = statusClasses("stage", stage, words);
    if (classes.some((known) => known === Outcome.won || known === Outcome.lost))
      return { classOf: byCode(stage, classes), stated: true };
  }
  const chance = columns.get("probability");
  if (chance?.type === "number") {
    const { values } = chance;
    return {
      classOf(row) {
        const value = values[row] ?? NaN;
        if (value !== value) return Outcome.unknown;
        return value === 1 ? Outcome.won : value === 0 ? Outcome.lost : Outcome.open;
      },
      stated: true,
    };
  }
  return { classOf: () => (stage === undefined ? Outcome.won : Outcome.open), stated: false };
}

/** Converted by date, by flag or by status; disqualified by status. */
function leadOutcome(columns: Columns, words: OutcomeWords): (row: number) => OutcomeCode {
  const dates = columns.get("convertedDate");
  const flags = wordsOf(columns, "converted");
  const status = wordsOf(columns, "status");
  const leadStatusOf = classifier("leadStatus", words.classes?.get("status"));
  const isYes = classifier("yesNo", words.classes?.get("converted"));
  const flagged = flags?.words.map((word) => isYes(word) === "yes" || leadStatusOf(word) === "converted");
  const { won, lost } = ownWords(words);
  const classes = status?.words.map((word): OutcomeCode => {
    const key = normaliseWord(word);
    const known = won.has(key) ? "converted" : lost.has(key) ? "disqualified" : leadStatusOf(word);
    return known === "converted" ? Outcome.won : known === "disqualified" ? Outcome.lost : Outcome.open;
  });
  return (row) => {
    if (dates?.type === "number" && !Number.isNaN(dates.values[row] ?? NaN)) return Outcome.won;
    if (flagged?.[flags?.codes[row] ?? 0] === true) return Outcome.won;
    return classes?.[status?.codes[row] ?? 0] ?? Outcome.open;
  };
}

/** Done by flag or completion date; without either column everything listed was done, unless its outcome says cancelled. */
function activityOutcome(columns: Columns, words: OutcomeWords): (row: number) => OutcomeCode {
  const done = wordsOf(columns, "done");
  const completed = columns.get("completedDate");
  const results = wordsOf(columns, "outcome");
  const classes = done?.words.map((word, code) =>
    code === 0 ? Outcome.unknown : (doneClass("done", word, words) ?? Outcome.open),
  );
  const ofResult = results?.words.map((word) => doneClass("outcome", word, words));
  return (row) => {
    const stated = classes?.[done?.codes[row] ?? 0];
    if (stated !== undefined && stated !== Outcome.unknown) return stated;
    if (completed?.type === "number" && !Number.isNaN(completed.values[row] ?? NaN)) return Outcome.won;
    if (classes !== undefined) return Outcome.unknown;
    if (completed !== undefined) return Outcome.open;
    return ofResult?.[results?.codes[row] ?? 0] ?? Outcome.won;
  };
}

/** Lost when a flag or a status says that the customer has left; open otherwise. */
function subscriptionOutcome(columns: Columns, words: OutcomeWords): (row: number) => OutcomeCode {
  const status = wordsOf(columns, "status");
  if (status === undefined) return () => Outcome.unknown;
  const { won, lost } = ownWords(words);
  const classes = status.words.map((word, code): OutcomeCode => {
    if (code === 0) return Outcome.unknown;
    const key = normaliseWord(word);
    const decided = words.classes?.get("status")?.get(key);
    if (lost.has(key) || decided === "left") return Outcome.lost;
    if (won.has(key) || decided === "active") return Outcome.open;
    const flag = yesNoOf(word);
    return flag === "yes" || (flag === undefined && hasLeft(word)) ? Outcome.lost : Outcome.open;
  });
  return (row) => classes[status.codes[row] ?? 0] ?? Outcome.unknown;
}

/** Words for a customer who has left, beside those for lost and cancelled deals. */
const LEFT = new Set(
  "churned|churn|inactive|ended|expired|terminated|closed|gone|unsubscribed|incetat|reziliat|expirat|inactiv|plecat|dezabonat|gekundigt".split(
    "|",
  ),
);

function hasLeft(word: string): boolean {
  const known = statusOf(word);
  return known === "lost" || known === "cancelled" || LEFT.has(normaliseWord(word));
}

function doneClass(role: Role, word: string, { classes }: OutcomeWords): OutcomeCode | undefined {
  switch (classifier("activityDone", classes?.get(role))(word)) {
    case "done":
      return Outcome.won;
    case "planned":
      return Outcome.open;
    case "cancelled":
    case "noShow":
      return Outcome.cancelled;
    default:
      return undefined;
  }
}

function wordsOf(columns: Columns, role: Role): WordColumn | undefined {
  const column = columns.get(role);
  if (column?.type !== "word") return undefined;
  if (column.fault !== undefined) stop(column.fault.reason, { role, sample: column.fault.sample });
  return column;
}

function byCode({ codes }: WordColumn, classes: readonly OutcomeCode[]): (row: number) => OutcomeCode {
  return (row) => classes[codes[row] ?? 0] ?? Outcome.unknown;
}

function ownWords(words: OutcomeWords): { won: ReadonlySet<string>; lost: ReadonlySet<string> } {
  return { won: new Set(words.won?.map(normaliseWord)), lost: new Set(words.lost?.map(normaliseWord)) };
}

/** Classifies each distinct word once. A word that is neither won nor lost is open; blank or an error is unknown. */
function statusClasses(role: Role, status: WordColumn, words: OutcomeWords): readonly OutcomeCode[] {
  const { won, lost } = ownWords(words);
  const used = new Uint8Array(status.words.length);
  for (const code of status.codes) used[code] = 1;
  const flag = flagOf(status.words);
  return status.words.map((word, code) => {
    if (code === 0) return Outcome.unknown;
    const key = normaliseWord(word);
    if (won.has(key)) return Outcome.won;
    if (lost.has(key)) return Outcome.lost;
    const decided = words.classes?.get(role)?.get(key);
    if (isDecided(decided)) return Outcome[decided];
    if (flag !== undefined) return flag(word);
    const known = statusOf(word);
    if (known === "ambiguous" && used[code] === 1) stop("ambiguousStatus", { word });
    return known === undefined || known === "ambiguous" ? Outcome.open : Outcome[known];
  });
}

function isDecided(name: string | undefined): name is "open" | "won" | "lost" | "cancelled" {
  return name === "open" || name === "won" || name === "lost" || name === "cancelled";
}

/** A column of numbers is a won flag (1, 0) or a probability (to 1 or to 100): the top is won, 0 is lost, between is open. */
function flagOf(words: readonly string[]): ((word: string) => OutcomeCode) | undefined {
  const numbers = words.slice(1).map((word) => Number(word.replace(",", ".").replace(/%$/, "")));
  if (numbers.length === 0 || !numbers.every((number) => number >= 0 && number <= 100)) return undefined;
  const top = numbers.some((number) => number > 1) ? 100 : 1;
  return (word) => {
    const number = Number(word.replace(",", ".").replace(/%$/, ""));
    return number === top ? Outcome.won : number === 0 ? Outcome.lost : Outcome.open;
  };
}

function markCancelled(columns: Columns, outcome: Uint8Array): void {
  const dates = columns.get("cancelledDate");
  if (dates?.type !== "number") return;
  for (let i = 0; i < outcome.length; i++) {
    const date = dates.values[i] ?? NaN;
    if (date === date && outcome[i] !== Outcome.none) outcome[i] = Outcome.cancelled;
  }
}
