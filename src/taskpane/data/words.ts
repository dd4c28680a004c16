import type { Kind, Role } from "../../core/records/roles";
import { normaliseWord } from "../../core/text";
import { vocabularyOf } from "../../mapping/guess/vocabulary";
import type { DraftSource } from "./mapping-draft";

/** A word of a column and what it is taken for. */
export interface WordMeaning {
  readonly word: string;
  readonly count: number;
  /** By the vocabulary; undefined for a word it does not know. */
  readonly usual: string | undefined;
  /** As the person decided. */
  readonly decided: string | undefined;
}

export interface RoleWords {
  readonly role: Role;
  readonly classes: readonly string[];
  /** The most frequent first. */
  readonly words: readonly WordMeaning[];
}

/** More words than this are names and no vocabulary. */
const MOST_WORDS = 60;

/** The words of all mapped columns whose words have classes, with their counts among the rows that were looked at. */
export function wordsOf({ kind, block, roles, words: decided }: DraftSource): readonly RoleWords[] {
  if (block === undefined) return [];
  return [...roles].flatMap(([role, at]): RoleWords[] => {
    const vocabulary = vocabularyOf(kind, role);
    const column = block.columns[at];
    if (vocabulary === undefined || column === undefined) return [];
    const counts = new Map<string, number>();
    for (const cell of column.cells) {
      const word = String(cell ?? "").trim();
      if (word !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    if (counts.size === 0 || counts.size > MOST_WORDS) return [];
    const own = decided[role] ?? {};
    const words = [...counts]
      .sort(([, one], [, other]) => other - one)
      .map(([word, count]) => ({ word, count, usual: vocabulary.classOf(word), decided: own[word] }));
    return [{ role, classes: vocabulary.classes, words }];
  });
}

/** The words as decided, with one of them changed; what the vocabulary says anyway is not kept. */
export function decide(
  decided: DraftSource["words"],
  role: Role,
  meaning: WordMeaning,
  chosen: string | undefined,
): DraftSource["words"] {
  const { [meaning.word]: _former, ...others } = decided[role] ?? {};
  const own =
    chosen === undefined || chosen === meaning.usual ? others : { ...others, [meaning.word]: chosen };
  return { ...decided, [role]: own };
}

/** Words that are the same but for case and accents share a meaning; this tells whether some have none. */
export function unknownCount({ words }: RoleWords): number {
  return new Set(
    words
      .filter(({ usual, decided }) => (decided ?? usual) === undefined)
      .map(({ word }) => normaliseWord(word)),
  ).size;
}

/** What the metrics make of a word that nobody has classed. */
export function defaultClass(kind: Kind, role: Role): string | undefined {
  return kind === "deal" && (role === "status" || role === "stage") ? "open" : undefined;
}
