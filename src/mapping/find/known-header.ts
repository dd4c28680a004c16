import { headerKey } from "../../core/records/headers";
import { headerWords } from "../../core/records/header-words";
import { normaliseWord } from "../../core/text";

let known: Set<string> | undefined;

/** Whether a text is a usual header of some role, of whatever kind. */
export function isKnownHeader(text: string): boolean {
  known ??= new Set(Object.values(headerWords).flatMap((lines) => lines.flatMap((line) => line.split("|"))));
  return known.has(normaliseWord(text)) || known.has(headerKey(text));
}

/** How many of the texts are usual headers. */
export function knownHeaders(texts: readonly string[]): number {
  return texts.filter(isKnownHeader).length;
}
