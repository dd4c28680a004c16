export { guessAs, guessSources } from "./guess-kinds";
export { SURE } from "./guess-roles";
export type { Reason, ReasonId, RoleGuess, SourceGuess } from "./types";
export { wordMeanings, type WordMeaning, type WordMeanings } from "./word-meanings";
