import type { Kind, Role } from "../../core/records/roles";
import type { Block } from "../block";

/** What a block of records most probably is. A guess is a proposal: nothing is mapped before a person saves it. */
export interface SourceGuess {
  readonly block: Block;
  readonly kind: Kind;
  /** 0 … 1 that the block holds records of this kind. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  /** Roles that a column surely enough plays. */
  readonly roles: ReadonlyMap<Role, RoleGuess>;
  /** Roles below the threshold, with the candidates to ask about, best first. */
  readonly open: ReadonlyMap<Role, readonly RoleGuess[]>;
}

export interface RoleGuess {
  /** Index into the block's columns. */
  readonly column: number;
  /** 0 … 1 */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
}

/** Evidence as data; the pane has a sentence for each. */
export interface Reason {
  readonly is: ReasonId;
  readonly values?: Readonly<Record<string, string | number>>;
}

export type ReasonId =
  /** The header is a usual one: `header`, `evidence` (verified, documented, usual), `tool` where an export has it. */
  | "header"
  /** The header resembles a usual one: `header`, `usual`, `similarity`. */
  | "similarHeader"
  /** The headers together are those of an export: `tool`. */
  | "layout"
  /** Share of cells that are dates, amounts, yes or no …: `share`, `type`. */
  | "values"
  /** Words of a vocabulary: `share`, `vocabulary`. */
  | "words"
  /** Few distinct words: `distinct`. */
  | "fewWords"
  /** Every row has another: `share`. */
  | "unique"
  /** Dates that never come before those of another column: `role`. */
  | "dateOrder"
  /** Another column serves better: `header`. */
  | "taken"
  /** A weighted or derived amount, which is never the amount itself. */
  | "derived"
  /** Text dates whose day and month may be either way round. */
  | "ambiguousDates";
