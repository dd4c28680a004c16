import type { Cell } from "../../core/records/cells";
import type { Role } from "../../core/records/roles";
import { wordMeanings, type WordMeaning } from "../../mapping/guess";
import type { DraftSource } from "./mapping-draft";

/** The words of one column that plays a role with a vocabulary. */
export interface RoleWords {
  readonly role: Role;
  readonly classes: readonly string[];
  readonly words: readonly DecidedWord[];
}

/** A word, what the vocabulary takes it for, and what the person decided. */
export interface DecidedWord extends WordMeaning {
  readonly decided: string | undefined;
}

/** Counts of the words of each role's column. */
export type WordCounts = ReadonlyMap<Role, ReadonlyMap<string, number>>;

/** More words than this are names and no vocabulary. */
const MOST_WORDS = 60;

export function wordsOf({ kind, words: decided }: DraftSource, counts: WordCounts): readonly RoleWords[] {
  return [...counts].flatMap(([role, ofRole]): RoleWords[] => {
    const meanings = wordMeanings(kind, role, ofRole);
    if (meanings === undefined || meanings.words.length === 0 || meanings.words.length > MOST_WORDS)
      return [];
    const own = decided[role] ?? {};
    const words = meanings.words.map((word) => ({ ...word, decided: own[word.word] }));
    return [{ role, classes: meanings.classes, words }];
  });
}

export function countWords(cells: Iterable<Cell>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const word = String(cell ?? "").trim();
    if (word !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** The words as decided, with one of them changed; what holds anyway is not kept. */
export function decide(
  decided: DraftSource["words"],
  role: Role,
  { word, reading }: DecidedWord,
  chosen: string | undefined,
): DraftSource["words"] {
  const { [word]: _former, ...others } = decided[role] ?? {};
  return {
    ...decided,
    [role]: chosen === undefined || chosen === reading ? others : { ...others, [word]: chosen },
  };
}

/** Words that mean nothing to any metric until the person says what they are. */
export function undecided({ words }: RoleWords): number {
  return words.filter(({ reading, decided }) => (decided ?? reading) === undefined).length;
}

/** Whether a metric would refuse the column as it is. */
export function mustDecide({ words }: RoleWords): boolean {
  return words.some(({ mustDecide: must, decided }) => must && decided === undefined);
}
